/** Every field that a person can choose for a column ends in a cell of the workbook. */
import { type FileMapping, formatOfMapping, mappingFields } from '../../src/imports/mapping.ts';
import { readExport } from '../../src/imports/read-export.ts';
import { recognise } from '../../src/imports/recognise.ts';
import { sheetTemplate } from '../../src/workbook/sheets/index.ts';
import type { ColumnTemplate } from '../../src/workbook/template.ts';
import { plan, tablesOf } from './support.ts';

type Goal = FileMapping['goal'];
const FIELDS = mappingFields('en');
const GOALS = [...new Set(FIELDS.map(({ goal }) => goal))];

const SHEETS: Readonly<Record<Goal, readonly string[]>> = {
  content: ['content', 'performance'],
  account: ['performance'],
  orders: ['orders'],
  costs: ['costs'],
  products: ['products'],
  comments: ['comments'],
};

function columnOf(goal: Goal, field: string): ColumnTemplate | undefined {
  return SHEETS[goal].flatMap((sheet) => sheetTemplate(sheet).columns).find(({ key }) => key === field);
}

/** A cell of the file, other than what stands there without it. */
function cellOf(goal: Goal, field: string): string {
  const column = columnOf(goal, field);
  if (column?.choices !== undefined) return column.choices.at(-1)!.words['zh-CN'];
  if (field === 'from') return '2026-07-01';
  if (column === undefined || column.type === 'date' || column.type === 'datetime') return '2026-07-05';
  if (column.type === 'percent') return '12%';
  if (column.type === 'id' || column.type === 'text') return field === 'currency' ? 'THB' : `my ${field}`;
  return '7';
}

function imported(goal: Goal) {
  const fields = FIELDS.filter((each) => each.goal === goal).map(({ field }) => field);
  const columns = Object.fromEntries(fields.map((field) => [field, `Column ${field}`]));
  const format = formatOfMapping({ name: 'Mine', platform: 'other', goal, kind: 'period', columns });
  const text = `${Object.values(columns).join(',')}\n${fields.map((field) => cellOf(goal, field)).join(',')}\n`;
  const fileName = 'mine 2026-07-05 - 2026-07-06.csv';
  const { tables } = tablesOf(text, fileName);
  const recognition = recognise(tables, [format]);
  if ('issue' in recognition) throw new Error(recognition.issue.code);
  const exportRows = readExport(tables[recognition.table]!, recognition);
  return plan('Content,Views\nF3HVs95pagk,1\n', { fileName, recognition, exportRows });
}

describe.each(GOALS)('%s', (goal) => {
  const made = imported(goal);
  const written = Object.assign(
    {},
    ...made.changes.filter(({ sheet }) => SHEETS[goal].includes(sheet)).flatMap(({ appends }) => appends),
  ) as Record<string, unknown>;

  test('a row with all of its fields is taken', () => {
    expect(made.result).toMatchObject({ read: 1, taken: 1, rejected: [] });
    expect(made.result.ignoredColumns).toEqual([]);
  });

  test.each(FIELDS.filter((each) => each.goal === goal).map(({ field }) => field))('%s', (field) => {
    const column = columnOf(goal, field);
    const key = goal === 'account' && field === 'date' ? 'to' : field;
    const expected = column?.choices?.at(-1)?.words.en ?? cellOf(goal, field);
    const usual: Readonly<Record<string, unknown>> = {
      '2026-07-05': 46208,
      '2026-07-01': 46204,
      '12%': 0.12,
      '7': 7,
    };
    expect(written[key]).toBe(usual[expected] ?? expected);
  });
});

test('what the add-on itself writes, and what holds for the whole file, is no choice', () => {
  const all = FIELDS.map(({ goal, field }) => `${goal}.${field}`);
  for (const field of [
    'orders.import',
    'costs.import',
    'content.platform',
    'content.roi',
    'products.daily_sales',
  ])
    expect(all).not.toContain(field);
});
