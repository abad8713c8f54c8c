import { metricOf } from '../../src/kpi/metrics.ts';
import { parseTree } from '../../src/kpi/parse-tree.ts';
import { ratioOf } from '../../src/kpi/ratio-of.ts';
import { rollUp } from '../../src/kpi/roll-up.ts';
import { columnLetters, quoted } from '../../src/workbook/a1.ts';
import { addressIn } from '../../src/workbook/address.ts';
import { dayOfCellText, numberOfCell, textOfCell } from '../../src/workbook/cells.ts';
import { choiceKey } from '../../src/workbook/choices.ts';
import { hashOf } from '../../src/workbook/hash.ts';
import { derivedSheetId, freeSheetId } from '../../src/workbook/ids.ts';
import { mapWorkbook } from '../../src/workbook/map.ts';
import { readSettings } from '../../src/workbook/settings.ts';
import { planSetUp } from '../../src/workbook/setup.ts';
import { NODE_KINDS, OPERATORS } from '../../src/workbook/sheets/choices.ts';
import { SHEETS, sheetTemplate } from '../../src/workbook/sheets/index.ts';
import { SETTINGS } from '../../src/workbook/sheets/settings.ts';
import { measuredKeys, ordersTree, starterTree } from '../../src/workbook/starter-tree.ts';
import type { Table } from '../../src/workbook/table.ts';
import { LANGUAGES, MODULES } from '../../src/workbook/template.ts';
import { freeTitle } from '../../src/workbook/titles.ts';
import { mapOf } from './support.ts';

const HAN = /\p{Script=Han}/u;

describe('every template', () => {
  test('has a key and titles of its own in both languages', () => {
    expect(new Set(SHEETS.map(({ key }) => key)).size).toBe(SHEETS.length);
    for (const language of LANGUAGES)
      expect(new Set(SHEETS.map(({ titles }) => titles[language])).size).toBe(SHEETS.length);
    expect(new Set(SHEETS.map(({ key }) => derivedSheetId(key))).size).toBe(SHEETS.length);
    expect(() => sheetTemplate('nothing')).toThrow(RangeError);
  });

  test.each(SHEETS.map((sheet) => [sheet.key, sheet] as const))('%s', (_, sheet) => {
    const keys = sheet.columns.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(HAN.test(sheet.titles['zh-CN'] + sheet.purpose['zh-CN'])).toBe(true);
    expect(HAN.test(sheet.titles.en + sheet.purpose.en)).toBe(false);
    for (const column of sheet.columns) {
      expect(column.key).toMatch(/^[a-z0-9_]+$/);
      expect([column.header.en, column.header['zh-CN']]).not.toContain('');
      expect(HAN.test(column.header.en + (column.note?.en ?? ''))).toBe(false);
      for (const language of LANGUAGES) {
        const words = (column.choices ?? []).map((each) => each.words[language].toLowerCase());
        expect(new Set(words).size).toBe(words.length);
      }
      for (const each of column.choices ?? []) {
        for (const language of LANGUAGES)
          expect(choiceKey(column.choices ?? [], each.words[language])).toBe(each.key);
      }
    }
    for (const row of sheet.starterRows ?? []) expect(keys).toEqual(expect.arrayContaining(Object.keys(row)));
  });

  test('computed columns name columns that there are', () => {
    const computed = SHEETS.flatMap((sheet) => sheet.columns.map((column) => ({ sheet, column }))).filter(
      ({ column }) => column.formula !== undefined,
    );
    expect(computed.length).toBeGreaterThan(0);
    for (const { sheet, column } of computed) {
      for (const language of LANGUAGES) {
        column.formula?.((key, other = sheet.key) => {
          expect(sheetTemplate(other).columns.map((each) => each.key)).toContain(key);
          return '$A$1:$A';
        }, language);
      }
    }
  });
});

describe.each(LANGUAGES)('set-up (%s)', (language) => {
  const plan = planSetUp(mapWorkbook({}), { language, modules: MODULES, values: { currency: 'THB' } });
  const { requests } = plan;
  const of = <K extends string>(name: K) =>
    requests.flatMap((request) =>
      name in request ? [(request as unknown as Record<K, never>)[name]] : [],
    ) as unknown[];

  test('makes every sheet with its titles, and stamps sheets and columns', () => {
    const added = of('addSheet') as { properties: { title: string; index: number; sheetId: number } }[];
    expect(added.map(({ properties }) => properties.title)).toEqual(
      SHEETS.map(({ titles }) => titles[language]),
    );
    expect(added.map(({ properties }) => properties.index)).toEqual(SHEETS.map((_, i) => i));
    const stamps = (of('createDeveloperMetadata') as { developerMetadata: { metadataValue: string } }[]).map(
      ({ developerMetadata }) => developerMetadata.metadataValue,
    );
    const columns = SHEETS.flatMap(({ key, columns: all }) => all.map((column) => `${key}.${column.key}`));
    expect(stamps).toEqual(expect.arrayContaining(columns));
    expect(stamps).toHaveLength(columns.length + SHEETS.length);
  });

  test('writes language and currency into the settings', () => {
    const text = JSON.stringify(of('updateCells'));
    expect(text).toContain(`{"userEnteredValue":{"stringValue":"${language}"}}`);
    expect(text).toContain('{"userEnteredValue":{"stringValue":"THB"}}');
  });

  test('dropdowns offer the words of the language, and take others', () => {
    const rules = (
      of('setDataValidation') as {
        rule: { strict: boolean; condition: { type: string; values?: { userEnteredValue: string }[] } };
      }[]
    ).map(({ rule }) => rule);
    expect(rules.every(({ strict }) => strict === false)).toBe(true);
    const words = rules
      .flatMap(({ condition }) => condition.values ?? [])
      .map(({ userEnteredValue }) => userEnteredValue);
    expect(words).toContain(language === 'en' ? 'Higher is better' : '越高越好');
    expect(words).not.toContain(language === 'en' ? '越高越好' : 'Higher is better');
  });
});

test('letters, quotes, fingerprints, free titles and ids', () => {
  expect(quoted('Say "hi"')).toBe('"Say ""hi"""');
  // Published FNV-1a vectors of "", "a" and "foobar": 811c9dc5, e40c292c, bf9cf968.
  expect(['', 'a', 'foobar'].map(hashOf)).toEqual([0x811c9dc5 >>> 1, 0xe40c292c >>> 1, 0xbf9cf968 >>> 1]);
  expect(freeSheetId('tree', new Set([derivedSheetId('tree')]))).toBe(derivedSheetId('tree') + 1);
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  expect(freeTitle('A', new Set(['A', 'A 2']))).toBe('A 3');
  expect(freeTitle('A', new Set(['B']))).toBe('A');
});

describe('settings', () => {
  const address = addressIn(
    mapOf({ key: 'settings', columns: ['key', 'name', undefined, 'value', 'meaning'] }),
  );
  const readSettingsOf = (settings: Table) => readSettings(settings, address);
  const table = (rows: readonly (readonly [string, string | number | null])[]) => ({
    key: 'settings',
    title: 'Settings',
    rows: rows.length,
    columns: { key: rows.map(([key]) => key), value: rows.map(([, value]) => value) },
  });

  test('defaults are readable, and stand where rows are missing or empty', () => {
    const defaults = readSettingsOf(table([]));
    expect(defaults.issues).toEqual([]);
    expect(readSettingsOf(table(SETTINGS.map(({ key, value }) => [key, value])))).toEqual(defaults);
    expect(
      readSettingsOf(
        table([
          ['green', null],
          ['unknown', 'x'],
        ]),
      ),
    ).toEqual(defaults);
    expect(defaults.settings).toMatchObject({
      language: 'en',
      currency: 'USD',
      reviewHour: 9,
      amber: 0.9,
      fiscalYearEnd: 12,
    });
  });

  test('values are read as people type them; what is none is named and the default used', () => {
    const { settings, issues } = readSettingsOf(
      table([
        ['review_hour', '８'],
        ['amber', '85%'],
        ['currency', 'thb'],
        ['language', 'zh-cn'],
        ['fiscal_year_end', 13],
        ['sla_hours', 'soon'],
      ]),
    );
    expect(settings).toMatchObject({
      reviewHour: 8,
      amber: 0.85,
      currency: 'THB',
      language: 'zh-CN',
      fiscalYearEnd: 12,
      slaHours: 24,
    });
    expect(issues.map(({ at, found, expected }) => [at, found, expected])).toEqual([
      [{ sheet: 'Settings', cell: 'D6' }, '13', '12'],
      [{ sheet: 'Settings', cell: 'D7' }, 'soon', '24'],
    ]);
  });
});

describe('cells as people type them', () => {
  test.each([
    [5, 5],
    ['1,234', 1234],
    [' 1 234 ', 1234],
    ['12%', 0.12],
    ['¥1,200', 1200],
    ['US$1,200.50', 1200.5],
    ['１２３', 123],
    ['1.2万', 12000],
    ['-3', -3],
    ['+4', 4],
    ['.5', 0.5],
    ['', null],
    [null, null],
    ['12 apples', undefined],
    ['abc', undefined],
    ['1.2.3', undefined],
    [true, undefined],
    ['--3', undefined],
  ] as const)('%j is the number %j', (cell, expected) => {
    const value = numberOfCell(cell);
    if (typeof expected === 'number') expect(value).toBeCloseTo(expected, 12);
    else expect(value).toBe(expected);
  });

  test.each([
    [46235.75, 46235],
    ['2026-08-01', 46235],
    ['2026/8/1', 46235],
    ['2026年8月1日', 46235],
    ['２０２６-08-01', 46235],
    ['', null],
    [null, null],
    ['1 Aug', undefined],
    ['2026-13-01', undefined],
    ['2026-02-30', undefined],
    [false, undefined],
  ] as const)('%j is the day %j', (cell, expected) => {
    expect(dayOfCellText(cell)).toBe(expected);
  });

  test('text is trimmed, numbers are their digits', () => {
    expect([textOfCell(' a '), textOfCell(12), textOfCell(null), textOfCell(undefined)]).toEqual([
      'a',
      '12',
      '',
      '',
    ]);
  });
});

describe('the first tree', () => {
  const sums = {
    gmv: 12000,
    orders: 300,
    views: 50000,
    product_impressions: 9000,
    product_clicks: 1200,
    watch_hours: 700,
    impressions: 80000,
    clicks: 4000,
    likes: 900,
    new_followers: 40,
    completed_views: 20000,
  };
  type Key = keyof typeof sums;

  test.each([
    [
      'a shop with product impressions',
      ['gmv', 'orders', 'product_impressions', 'product_clicks', 'views', 'completed_views', 'likes'],
      'gmv',
      8,
    ],
    ['sales by views', ['gmv', 'orders', 'views', 'new_followers'], 'gmv', 5],
    ['a channel without sales', ['watch_hours', 'views', 'impressions', 'clicks', 'likes'], 'watch', 6],
    ['views alone', ['views'], 'views', 1],
    ['nothing', [], 'views', 1],
  ] as [string, Key[], string, number][])(
    '%s: closes on the data, and leaves out what is not measured',
    (_, keys, root, count) => {
      for (const language of LANGUAGES) {
        const rows = starterTree(new Set(keys), language);
        expect(rows).toHaveLength(count);
        expect(rows[0]).toMatchObject({ id: root, parent: null });
        const read = (row: (typeof rows)[number]) => [
          row.id ?? null,
          row.parent ?? null,
          choiceKey(OPERATORS, row.operator) ?? null,
          row.coefficient ?? null,
          choiceKey(NODE_KINDS, row.kind),
        ];
        const { tree, issues } = parseTree(rows.map(read));
        expect(issues).toEqual([]);
        const measured = Object.fromEntries(keys.map((key) => [key, sums[key]]));
        const values = rows.map(({ metric }) => ratioOf(String(metric), measured) as number | null);
        const unexplained = tree === null ? [] : rollUp(tree, values).unexplained;
        for (const rest of unexplained)
          if (typeof rest === 'number') expect(Math.abs(rest)).toBeLessThan(1e-6);
        if (keys.length > 0) expect(values[0]).toBe(measured[String(rows[0]?.metric)]);
        for (const { metric } of rows) expect(metricOf(String(metric))).toBeDefined();
      }
    },
  );

  test('of orders alone: GMV is orders times the average order', () => {
    expect(ordersTree('en').map(({ id, metric, source }) => [id, metric, source])).toEqual([
      ['gmv', 'gmv', 'Orders'],
      ['gmv.orders', 'orders', 'Orders'],
      ['gmv.aov', 'aov', 'Orders'],
    ]);
    expect(ordersTree('zh-CN')[0]).toMatchObject({ parent: null, source: '订单', operator: '乘积' });
  });

  test('measured is what has a number in at least one row', () => {
    expect([...measuredKeys({ views: [null, 5], likes: [null, null], title: ['a', 'b'] })]).toEqual([
      'views',
    ]);
  });
});
