/** How figures of the week look beside the KPIs of the sheet. */
import { treeFormats } from '../../src/review/refresh.ts';
import { sheetTemplate } from '../../src/workbook/sheets/index.ts';
import { mapOf } from '../workbook/support.ts';
import { build, fact, MONDAY, SUNDAY, tableOf } from './support.ts';

const tree = [
  { id: 'gmv', metric: 'gmv', unit: 'money', name: 'GMV' },
  { id: 'ctr', parent: 'gmv', kind: 'influence', metric: 'ctr', unit: 'percent', name: 'CTR' },
];
const lines = build({ tree, performance: [fact('1', MONDAY, SUNDAY, { gmv: 10 })] }).review.tree;
const keys = sheetTemplate('tree').columns.map(({ key }) => key);
const WRITTEN = ['baseline', 'target', 'actual'];
const map = (columns: readonly string[]) => mapOf({ key: 'tree', columns });
const table = tableOf('tree', tree);
/** Row and column key of every cell that gets a format. */
const formatted = (columns: readonly string[], rows = table): [number, string][] =>
  treeFormats(map(columns), rows, lines).map((request) => {
    const { startRowIndex: row, startColumnIndex: column } =
      'repeatCell' in request ? request.repeatCell.range : {};
    return [Number(row), columns[Number(column)] ?? ''];
  });

test('baseline, target and actual of each KPI have the format of its unit', () => {
  expect(formatted(keys)).toEqual([1, 2].flatMap((row) => WRITTEN.map((key) => [row, key])));
});

test('a column that someone deleted is left out, and none beside it is formatted', () => {
  const left = keys.filter((key) => key !== 'target');
  expect(formatted(left)).toEqual([1, 2].flatMap((row) => ['baseline', 'actual'].map((key) => [row, key])));
});

test('a KPI that left the sheet since the review, and a workbook without the sheet, get no format', () => {
  expect(formatted(keys, tableOf('tree', tree.slice(0, 1)))).toEqual(WRITTEN.map((key) => [1, key]));
  expect(treeFormats(mapOf({ key: 'targets' }), table, lines)).toEqual([]);
});
