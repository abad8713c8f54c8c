import { sampleTables } from '../../src/sample/index.ts';
import { sheetTemplate } from '../../src/workbook/sheets/index.ts';
import { SETTINGS } from '../../src/workbook/sheets/settings.ts';
import type { RowValues } from '../../src/workbook/table.ts';
import type { ColumnTemplate } from '../../src/workbook/template.ts';
import { LAST_DAY, number, rowsOf, SEEDS, sample, text } from './support.ts';

const options = { seed: 5, lastDay: LAST_DAY, story: true, language: 'en' } as const;

/** Why a value does not suit its column; null when it does. */
function misfit(column: ColumnTemplate, value: unknown): string | null {
  if (column.formula !== undefined) return 'computed';
  if (column.choices !== undefined)
    return column.choices.some((each) => each.key === value) ? null : 'no choice';
  if (column.type === 'text' || column.type === 'id') {
    return typeof value === 'string' && value !== '' ? null : 'no text';
  }
  if (column.type === 'boolean') return typeof value === 'boolean' ? null : 'no boolean';
  if (typeof value !== 'number' || !Number.isFinite(value)) return 'no number';
  if (column.type === 'date' && !Number.isInteger(value)) return 'no day';
  if (column.type === 'count' && (!Number.isInteger(value) || value < 0)) return 'no count';
  return null;
}

function misfits(sheet: string, rows: readonly RowValues[]): string[] {
  const columns = new Map(sheetTemplate(sheet).columns.map((column) => [column.key, column]));
  return rows.flatMap((row, index) =>
    Object.entries(row).flatMap(([key, value]) => {
      const column = columns.get(key);
      const reason = column === undefined ? 'no column' : misfit(column, value);
      return reason === null ? [] : [`${sheet} ${index} ${key} ${String(value)}: ${reason}`];
    }),
  );
}

test.each(['en', 'zh-CN'] as const)('every value suits a column of its sheet (%s)', (language) => {
  for (const story of [true, false]) {
    for (const table of sampleTables({ ...options, story, language }).tables) {
      expect(table.rows.length).toBeGreaterThan(0);
      expect(misfits(table.sheet, table.rows)).toEqual([]);
    }
  }
});

test('settings name settings that exist', () => {
  const keys = SETTINGS.map((setting) => setting.key);
  const rows = rowsOf(sample(1, true), 'settings');
  for (const row of rows) expect(keys).toContain(row.key);
  expect(rows.find((row) => row.key === 'currency')?.value).toBe('USD');
});

test('the same options give the same data, another seed gives other data', () => {
  expect(sampleTables(options)).toEqual(sampleTables(options));
  expect(sampleTables({ ...options, seed: 6 }).tables).not.toEqual(sampleTables(options).tables);
});

test('the language changes names, not numbers', () => {
  const english = sampleTables(options);
  const chinese = sampleTables({ ...options, language: 'zh-CN' });
  expect(rowsOf(chinese, 'performance')).toEqual(rowsOf(english, 'performance'));
  expect(rowsOf(chinese, 'orders')).toEqual(rowsOf(english, 'orders'));
  expect(chinese.story).toEqual(english.story);
  for (const [sheet, key] of [
    ['tree', 'name'],
    ['actions', 'action'],
    ['products', 'name'],
    ['content', 'topic'],
  ] as const) {
    const han = rowsOf(chinese, sheet).filter((row) => /\p{Script=Han}/u.test(text(row[key])));
    expect(han.length).toBeGreaterThan(rowsOf(chinese, sheet).length * 0.7);
    expect(rowsOf(english, sheet).filter((row) => /\p{Script=Han}/u.test(text(row[key])))).toEqual([]);
  }
});

test('titles are in the language of their market', () => {
  const content = rowsOf(sample(1, true), 'content');
  for (const row of content) {
    expect(/\p{Script=Thai}/u.test(text(row.title))).toBe(row.market === 'TH');
    expect(text(row.title)).not.toContain('{}');
  }
  expect(content.filter((row) => /\p{Extended_Pictographic}/u.test(text(row.title))).length).toBeGreaterThan(
    50,
  );
});

test('sizes are those of a team that a sheet can hold', () => {
  for (const seed of SEEDS.slice(0, 5)) {
    for (const story of [true, false]) {
      const data = sample(seed, story);
      const cells = data.tables.flatMap((table) => table.rows.map((row) => Object.keys(row).length));
      expect(cells.reduce((total, count) => total + count, 0)).toBeLessThan(120_000);
      const published = rowsOf(data, 'content').filter((row) => number(row.published) >= LAST_DAY - 181);
      expect(published).toHaveLength(598);
      expect(rowsOf(data, 'performance').length).toBeGreaterThan(2700);
      expect(rowsOf(data, 'performance').length).toBeLessThan(3500);
      expect(rowsOf(data, 'orders').length).toBeGreaterThan(2400);
      expect(rowsOf(data, 'orders').length).toBeLessThan(4000);
      expect(rowsOf(data, 'comments').length).toBeGreaterThan(200);
      expect(rowsOf(data, 'products')).toHaveLength(20);
    }
  }
});

test('figures are not round', () => {
  const views = rowsOf(sample(1, true), 'performance').map((row) => number(row.views));
  expect(views.filter((value) => value % 100 === 0).length).toBeLessThan(views.length * 0.04);
});

test('another number of weeks, and refusals', () => {
  const short = sampleTables({ ...options, weeks: 10 });
  expect(Math.min(...rowsOf(short, 'performance').map((row) => number(row.from)))).toBe(LAST_DAY - 69);
  expect(short.story).toHaveLength(7);
  expect(() => sampleTables({ ...options, lastDay: LAST_DAY - 1 })).toThrow(
    new RangeError('lastDay must be a Sunday'),
  );
  expect(() => sampleTables({ ...options, weeks: 9 })).toThrow(RangeError);
  expect(() => sampleTables({ ...options, weeks: 105 })).toThrow(RangeError);
});
