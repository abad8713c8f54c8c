import { asOfChange, asOfIn, lackingSettings, readSettings } from '../../src/workbook/settings.ts';
import { AS_OF, SETTINGS } from '../../src/workbook/sheets/settings.ts';
import type { Table } from '../../src/workbook/table.ts';

function tableOf(rows: Readonly<Record<string, string | number | null>>): Table {
  const columns = { key: Object.keys(rows), value: Object.values(rows) };
  return { key: 'settings', title: 'Settings', rows: columns.key.length, columns };
}

const address = (sheet: string, column: string, row: number) => ({ sheet, cell: `${column}${row + 2}` });

test('a switch of a job knows yes and no in words of both languages; anything else is an issue', () => {
  const job = SETTINGS.find(({ value }) => value === 'yes' || value === 'no');
  if (job === undefined) throw new Error('No switch');
  const issues = (value: string) => readSettings(tableOf({ [job.key]: value }), address).issues;
  for (const value of ['Yes', 'ＯＮ', '1', '开', 'off', '否', ' n ']) expect(issues(value)).toEqual([]);
  expect(issues('maybe')).toEqual([
    { code: 'BAD_SETTING', at: { sheet: 'settings', cell: 'value2' }, found: 'maybe', expected: job.value },
  ]);
});

test('amber begins no later than green', () => {
  const limits = (rows: Record<string, number>) => {
    const { settings, issues } = readSettings(tableOf(rows), address);
    return [
      settings.green,
      settings.amber,
      issues.map(({ code, found, expected }) => [code, found, expected]),
    ];
  };
  expect(limits({ green: 0.95, amber: 0.8 })).toEqual([0.95, 0.8, []]);
  expect(limits({ green: 0.85 })).toEqual([0.85, 0.85, []]);
  expect(limits({ green: 0.85, amber: 0.95 })).toEqual([0.85, 0.85, [['BAD_SETTING', '0.95', '0.85']]]);
});

test('settings that a workbook lacks are added; where no key is known, the keys got lost and nothing is', () => {
  const [first] = SETTINGS;
  const lacking = lackingSettings(tableOf({ [first?.key ?? '']: 'en' }), 'zh-CN');
  expect(lacking).toHaveLength(SETTINGS.length - 1);
  expect(lackingSettings(tableOf({ language: null }), 'zh-CN').map(({ key }) => key)).not.toContain(
    'language',
  );
  expect(lackingSettings(tableOf({ other: 1 }), 'en')).toEqual([]);
  const others = Object.fromEntries(
    SETTINGS.filter(({ key }) => key !== 'language').map(({ key }) => [key, 1]),
  );
  expect(lackingSettings(tableOf(others), 'zh-CN')).toMatchObject([{ key: 'language', value: 'zh-CN' }]);
});

test('the moment of formulas is read and written where its row is', () => {
  expect(asOfIn(tableOf({ other: 1, [AS_OF]: '2026-11-22 12:00' }))).toBe('2026-11-22 12:00');
  expect([asOfIn(undefined), asOfIn(tableOf({ other: 1 }))]).toEqual(['', '']);
  expect(asOfChange(tableOf({ other: 1, [AS_OF]: null }), 46348.5).updates).toEqual([
    { index: 1, values: { value: '2026-11-22 12:00' } },
  ]);
  expect(asOfChange(undefined, 46348.5).updates).toEqual([]);
  expect(asOfChange(tableOf({ other: 1 }), 46348.5).updates).toEqual([]);
});
