/** Data issues, cells to go to, and help, with the built add-on on the local host. */
import type { Machine } from '../../src/local/machine.ts';
import { SHEETS } from '../../src/workbook/sheets/index.ts';
import {
  ask,
  batch,
  bench,
  call,
  loadRows,
  sheetsCalls,
  sheetTitled,
  stateOf,
  type,
  valuesOf,
} from '../start/bench.ts';
import { builtFiles } from '../start/built.ts';

const FUNCTIONS = [...(builtFiles()['functions.js'] ?? '').matchAll(/^function (KPI_\w+)/gm)].map(
  ([, name]) => name,
);
const LANGUAGES = ['en', 'zh-CN'] as const;
const sentenceOf = (answer: { ok: boolean; sentence?: string }) => (answer.ok ? '' : answer.sentence);

/** Where the grid is led, as `Title!A1`, oldest first. */
function visits(machine: Machine): string[] {
  const seen: string[] = [];
  machine.onEvent((event) => {
    if (event.type !== 'selection') return;
    const sheet = machine.document().sheets.find(({ sheetId }) => sheetId === event.sheetId);
    seen.push(`${sheet?.title}!${event.range}`);
  });
  return seen;
}

const ISSUES = [
  { when: 46300.5, sheet: 'Costs', cell: 'E3', sentence: 'The older one', code: 'BAD_NUMBER' },
  { when: 46301, sheet: 'Costs', cell: 'E9', sentence: 'The newer one', code: 'BAD_NUMBER' },
  { when: 46302.25, sheet: 'videos.csv', cell: 'B7', sentence: 'Of a file', code: 'BAD_DATE' },
];

describe('data issues', () => {
  test('are none in a new workbook', () => {
    expect(call(bench(), 'readIssues', {})).toEqual({ count: 0, groups: [] });
  });

  test('come by sheet or file, the newest first, by one read', () => {
    const machine = bench();
    loadRows(machine, 'issues', ISSUES);
    const list = call(machine, 'readIssues', {});
    expect(sheetsCalls(machine, 'readIssues')).toEqual(['get', 'Values.batchGetByDataFilter']);
    expect(list.count).toBe(3);
    expect(list.groups.map(({ sheet, isTab, count }) => [sheet, isTab, count])).toEqual([
      ['videos.csv', false, 1],
      ['Costs', true, 2],
    ]);
    expect(list.groups[1]?.rows).toEqual([
      { cell: 'E9', sentence: 'The newer one', when: '2026-10-06 00:00' },
      { cell: 'E3', sentence: 'The older one', when: '2026-10-05 12:00' },
    ]);
  });

  test('of thousands the newest are told, and all are counted', () => {
    const machine = bench();
    const many = Array.from({ length: 1500 }, (_, i) => ({
      ...ISSUES[0],
      when: 46000 + i,
      cell: `E${i + 2}`,
    }));
    loadRows(machine, 'issues', many);
    const { count, groups } = call(machine, 'readIssues', {});
    expect([count, groups[0]?.count, groups[0]?.rows.length, groups[0]?.rows[0]?.cell]).toEqual([
      1500,
      1500,
      20,
      'E1501',
    ]);
  });
});

describe('going to a cell', () => {
  test('brings its tab to the front and selects it', () => {
    const machine = bench();
    const seen = visits(machine);
    expect(call(machine, 'showCell', { sheet: 'Costs', cell: 'E3' })).toEqual({});
    call(machine, 'showCell', { sheet: 'Team' });
    expect(seen).toEqual(['Costs!E3', 'Team!A1']);
  });

  test.each([
    ['en', 'Costs', 'The sheet “Costs” has no cell E999999 any more: rows or columns were deleted.'],
    ['zh-CN', '成本', '工作表“成本”中已没有单元格 E999999：行或列可能已删除。'],
  ] as const)('that is gone is a sentence (%s)', (language, sheet, sentence) => {
    const machine = bench({ language });
    expect(sentenceOf(ask(machine, 'showCell', { sheet, cell: 'E999999' }))).toBe(sentence);
    batch(machine, { deleteSheet: { sheetId: sheetTitled(machine, sheet).sheetId } });
    expect(sentenceOf(ask(machine, 'showCell', { sheet, cell: 'E3' }))).toContain(sheet);
  });

  test('leads to the add-on’s own tabs alone', () => {
    const machine = bench();
    batch(machine, { addSheet: { properties: { title: 'Salaries' } } });
    const seen = visits(machine);
    expect(sentenceOf(ask(machine, 'showCell', { sheet: 'Salaries', cell: 'A1' }))).toBe(
      'There is no sheet “Salaries” of the add-on any more: it was renamed or deleted.',
    );
    expect(ask(machine, 'showCell', { sheet: 'Team', cell: 'A1:B' }).ok).toBe(false);
    expect(seen).toEqual([]);
  });
});

describe.each(LANGUAGES)('help (%s)', (language) => {
  test('has every function and every sheet in the language of the workbook', () => {
    const machine = bench({ language });
    const { functions, sheets } = call(machine, 'help', {});
    expect(functions.map(({ name }) => name)).toEqual(FUNCTIONS);
    for (const { text, parameters, returns, example, name } of functions) {
      const texts = [text, returns, ...parameters.map((each) => each.text)];
      expect([name, texts.filter((each) => each.trim() === '')]).toEqual([name, []]);
      expect(example).toMatch(/^=/);
      for (const each of texts) expect(/\p{Script=Han}/u.test(each)).toBe(language === 'zh-CN');
      for (const { name, label } of parameters) {
        expect([name, /\p{Script=Han}/u.test(label)]).toEqual([name, language === 'zh-CN']);
      }
    }
    expect(sheets.map(({ title }) => title)).toEqual(SHEETS.map(({ titles }) => titles[language]));
    expect(sheets.filter(({ isThere }) => !isThere).map(({ key }) => key)).toEqual(
      SHEETS.filter(({ module }) => module !== undefined).map(({ key }) => key),
    );
  });
});

describe('inserting an example', () => {
  const NOTES = 77;

  /** A workbook with a tab of a person's own. */
  function withNotes(options: Parameters<typeof bench>[0] = {}): Machine {
    const machine = bench(options);
    batch(machine, { addSheet: { properties: { title: 'Notes', sheetId: NOTES } } });
    return machine;
  }
  const insert = (machine: Machine, cell: string, name = 'KPI_ROI') => {
    machine.select(NOTES, cell);
    return ask(machine, 'insertExample', { name });
  };

  test.each([
    ['en_US', '=KPI_ROI(E2:E, F2:F, 40%)'],
    ['de_DE', '=KPI_ROI(E2:E; F2:F; 40%)'],
  ])('writes a formula that works in %s, and shows it as it is written there', (locale, shown) => {
    const machine = withNotes({ locale });
    const example = call(machine, 'help', {}).functions.find(({ name }) => name === 'KPI_ROI')?.example;
    expect(example).toBe(shown);
    expect(insert(machine, 'J2')).toMatchObject({ ok: true });
    expect(valuesOf(machine, 'Notes', 'FORMULA')[1]?.[9]).toMatch(/^=KPI_ROI\(150[;,] ?30[;,] ?40%\)$/);
    expect(valuesOf(machine, 'Notes')[1]?.[9]).toBe(1);
  });

  test.each(['en_US', 'de_DE'])('every example shows a result on an empty sheet (%s)', (locale) => {
    const machine = withNotes({ locale });
    const row = (i: number): number => 25 * i;
    FUNCTIONS.forEach((name, i) => {
      expect([name, insert(machine, `A${row(i) + 1}`, name)]).toMatchObject([name, { ok: true }]);
    });
    const values = valuesOf(machine, 'Notes');
    const shown = FUNCTIONS.map((name, i) => [name, values[row(i)]?.[0]]);
    expect(
      shown.filter(([, value]) => value === undefined || value === '' || /^#/.test(String(value))),
    ).toEqual([]);
  });

  test.each([
    ['en', 'The example is in J2 of “Notes”. Put your own cells in place of its figures.'],
    ['zh-CN', '示例已写入“Notes”的 J2，请把其中的数值换成你自己的单元格。'],
  ] as const)('says where it is (%s)', (language, sentence) => {
    expect(insert(withNotes({ language }), 'J2')).toEqual({ ok: true, value: { sentence } });
  });

  test('overwrites nothing', () => {
    const machine = withNotes();
    type(machine, 'Notes', 'J2', 'mine');
    const before = stateOf(machine.document().sheets);
    expect(sentenceOf(insert(machine, 'J2'))).toBe(
      'The cell J2 of “Notes” is not empty. Select an empty one and try again.',
    );
    expect(ask(machine, 'insertExample', { name: 'KPI_NONE' }).ok).toBe(false);
    expect(ask(machine, 'insertExample', { name: '=1+1' }).ok).toBe(false);
    expect(stateOf(machine.document().sheets)).toBe(before);
  });
});
