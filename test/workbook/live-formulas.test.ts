/** The computed columns of all sheets in the local host: right values in both languages, whatever people do. */

import type { Cell } from '../../src/kpi/issue.ts';
import type { Machine } from '../../src/local/machine.ts';
import { columnLetters } from '../../src/workbook/a1.ts';
import { choiceWord } from '../../src/workbook/choices.ts';
import { sheetTemplate } from '../../src/workbook/sheets/index.ts';
import { type Language, MODULES } from '../../src/workbook/template.ts';
import { batch, bench, call, loadRows, sheetTitled, type, valuesOf } from '../start/bench.ts';
import { EXPECTED, LABELS, NOW, PLAN, ROWS, type Row } from './live-rows.ts';

const titleOf = (key: string, language: Language): string => sheetTemplate(key).titles[language];

/** Rows of a sheet by column key; the title of a header may have its total below it. */
function rowsBy(machine: Machine, key: string, language: Language): Row[] {
  const { columns } = sheetTemplate(key);
  const [headers = [], ...rows] = valuesOf(machine, titleOf(key, language));
  const keys = headers.map((cell) => {
    const title = String(cell).split('\n')[0];
    return columns.find(({ header }) => header[language] === title)?.key;
  });
  return rows.map((row) =>
    Object.fromEntries(keys.flatMap((name, i) => (name === undefined ? [] : [[name, row[i] ?? '']]))),
  );
}

function columnAt(machine: Machine, key: string, column: string, language: Language): number {
  const wanted = sheetTemplate(key).columns.find((each) => each.key === column)?.header[language];
  const headers = valuesOf(machine, titleOf(key, language))[0] ?? [];
  return headers.findIndex((cell) => String(cell).split('\n')[0] === wanted);
}

function wanted(column: string, value: Cell, language: Language): unknown {
  const labels = LABELS[language][column];
  if (labels !== undefined && value !== '') {
    return labels[typeof value === 'number' ? value : PLAN[value as keyof typeof PLAN]];
  }
  return typeof value === 'number' ? expect.closeTo(value, 6) : value;
}

function expectRight(machine: Machine, language: Language): void {
  for (const [key, [name, rows]] of Object.entries(EXPECTED)) {
    const shown = new Map(rowsBy(machine, key, language).map((row) => [row[name], row]));
    for (const [id, values] of Object.entries(rows)) {
      const cells = Object.entries(values).map(([column, value]) => [
        column,
        wanted(column, value, language),
      ]);
      expect({ key, id, ...shown.get(id) }).toMatchObject({ key, id, ...Object.fromEntries(cells) });
    }
    for (const [id, row] of shown) if (id === '') expect(Object.values(row).join('')).toBe('');
  }
}

const made = new Map<Language, ReturnType<Machine['snapshot']>>();

function workbook(language: Language): Machine {
  const machine = bench({ language, now: NOW, setUp: false });
  const known = made.get(language);
  if (known === undefined) {
    call(machine, 'setUp', { language, currency: 'USD', modules: [...MODULES] });
    for (const [sheet, rows] of Object.entries(ROWS)) loadRows(machine, sheet, rows);
    call(machine, 'writeReview', {});
    made.set(language, machine.snapshot());
  } else machine.restore(known);
  return machine;
}

const sheets = Object.keys(EXPECTED);

describe.each(['en', 'zh-CN'] as const)('%s', (language) => {
  const idOf = (machine: Machine, key: string) => sheetTitled(machine, titleOf(key, language)).sheetId;

  test('every computed column shows the right values', () => {
    expectRight(workbook(language), language);
  });

  test('rows may be inserted below the header and anywhere else', () => {
    const machine = workbook(language);
    for (const key of [...sheets, 'settings']) {
      const sheetId = idOf(machine, key);
      for (const startIndex of [1, 3]) {
        const range = { sheetId, dimension: 'ROWS', startIndex, endIndex: startIndex + 1 };
        batch(machine, { insertDimension: { range } });
      }
    }
    expectRight(machine, language);
  });

  test('rows may be sorted and filtered, those of settings too', () => {
    const machine = workbook(language);
    for (const key of [...sheets, 'settings']) {
      const { sheetId, columnCount } = sheetTitled(machine, titleOf(key, language));
      const dimensionIndex = key === 'settings' ? 0 : 1;
      const range = {
        sheetId,
        startRowIndex: 1,
        endRowIndex: 30,
        startColumnIndex: 0,
        endColumnIndex: columnCount,
      };
      const sortSpecs = [{ dimensionIndex, sortOrder: 'DESCENDING' }];
      batch(
        machine,
        { sortRange: { range, sortSpecs } },
        {
          setBasicFilter: {
            filter: {
              range: { ...range, startRowIndex: 0 },
              criteria: { 0: { hiddenValues: ['S1', 'x1'] } },
            },
          },
        },
      );
    }
    expectRight(machine, language);
  });

  test('columns may be inserted and moved, and sheets renamed', () => {
    const machine = workbook(language);
    for (const key of [...sheets, 'settings']) {
      const { sheetId } = sheetTitled(machine, titleOf(key, language));
      const at = (startIndex: number) => ({
        sheetId,
        dimension: 'COLUMNS',
        startIndex,
        endIndex: startIndex + 1,
      });
      batch(
        machine,
        { insertDimension: { range: at(1) } },
        { moveDimension: { source: at(0), destinationIndex: 4 } },
        { moveDimension: { source: at(4), destinationIndex: 2 } },
      );
    }
    const properties = { sheetId: idOf(machine, 'settings'), title: "Bo's settings" };
    batch(machine, { updateSheetProperties: { properties, fields: 'title' } });
    expectRight(machine, language);
  });

  test('settings count: the limit, the days of warning, and today', () => {
    const machine = workbook(language);
    loadRows(machine, 'settings', [
      { key: 'sla_hours', value: 100 },
      { key: 'warn_days', value: 0 },
    ]);
    const words = LABELS[language];
    const comments = rowsBy(machine, 'comments', language).map(({ sla }) => sla);
    expect(comments.slice(0, 4)).toEqual([0, 0, 2, 2].map((state) => words.sla?.[state]));
    machine.moveClockTo(new Date('2026-08-13T00:00:00Z'));
    call(machine, 'writeReview', { week: '2026-W31' });
    const actions = rowsBy(machine, 'actions', language).map(({ due_state: state }) => state);
    expect(actions.slice(0, 3)).toEqual([2, 2, 2].map((state) => words.due_state?.[state]));
  });

  test('the brief: budgets with their sums in the header, and what pays an item back', () => {
    const machine = workbook(language);
    const form = choiceWord(
      sheetTemplate('content').columns.find(({ key }) => key === 'format')?.choices ?? [],
      'short_video',
      language,
    );
    const index = rowsBy(machine, 'brief', language).findIndex((row) => row.form === form);
    const fill = (offset: number, values: Row) => {
      for (const [key, value] of Object.entries(values)) {
        const letter = String.fromCharCode(65 + columnAt(machine, 'brief', key, language));
        type(machine, titleOf('brief', language), `${letter}${index + 2 + offset}`, value);
      }
    };
    fill(0, { items: 20, cost_low: 80, cost_high: 150, margin: 0.4, aov: 24 });
    fill(1, { items: 2, cost_low: 500, cost_high: 900, margin: 0.5, aov: 30 });
    const rows = rowsBy(machine, 'brief', language);
    expect(rows[index]).toMatchObject({
      ...{ budget_low: 1600, budget_high: 3000, gmv_needed: 375, orders_needed: 16, roas_needed: 2.5 },
    });
    expect(rows[index + 1]).toMatchObject({ budget_low: 1000, budget_high: 1800, orders_needed: 60 });
    expect(rows[0]).toMatchObject({ budget_low: '', orders_needed: '', roas_needed: '' });
    const headers = valuesOf(machine, titleOf('brief', language))[0] ?? [];
    expect(
      headers.filter((cell) => String(cell).includes('Σ')).map((cell) => String(cell).split('\n')[1]),
    ).toEqual(['Σ 2600', 'Σ 4800']);
  });
});

test('a workbook whose header ranges began below the header is mended by set-up', () => {
  const machine = workbook('en');
  const { sheetId } = sheetTitled(machine, 'Content');
  const column = columnAt(machine, 'content', 'roi', 'en');
  const start = { sheetId, rowIndex: 0, columnIndex: column };
  const below = (key: string): string => {
    const letters = columnLetters(columnAt(machine, 'content', key, 'en'));
    return `$${letters}$2:$${letters}`;
  };
  const formulaValue = `=VSTACK("ROI";KPI_ROI(${below('gmv')};${below('cost')}))`;
  const { version } = sheetTemplate('content');
  batch(
    machine,
    {
      updateCells: {
        start,
        rows: [{ values: [{ userEnteredValue: { formulaValue } }] }],
        fields: 'userEnteredValue',
      },
    },
    {
      updateDeveloperMetadata: {
        dataFilters: [
          {
            developerMetadataLookup: {
              metadataKey: 'kpi.sheet',
              metadataValue: `content:${version}:${sheetId}`,
            },
          },
        ],
        developerMetadata: { metadataValue: `content:${version - 1}:${sheetId}` },
        fields: 'metadataValue',
      },
    },
  );
  call(machine, 'setUp', { language: 'en' });
  batch(machine, { insertDimension: { range: { sheetId, dimension: 'ROWS', startIndex: 1, endIndex: 2 } } });
  expectRight(machine, 'en');
});
