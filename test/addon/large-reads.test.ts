/** A workbook of more cells than one answer holds is read in parts; everything else is as if it were read at once. */
import { mapWorkbook } from '../../src/workbook/map.ts';
import { readTables, valuesRequest, type Wanted } from '../../src/workbook/read.ts';
import { joinAnswers, READ_LIMIT, readParts } from '../../src/workbook/read-parts.ts';
import { sheetTemplate } from '../../src/workbook/sheets/index.ts';
import {
  METADATA_FIELDS,
  type SpreadsheetResponse,
  type ValuesResponse,
} from '../../src/workbook/sheets-api.ts';
import { batch, bench, importText, rowsOf, sheetsCalls, sheetTitled } from '../start/bench.ts';
import { type Video, youtube } from '../start/export.ts';

const videos: Video[] = Array.from({ length: 60 }, (_, i) => ({
  id: `v${String(i).padStart(10, '0')}`,
  title: `Title ${i}`,
  published: 'Jan 5, 2026',
  views: 100 + i,
  hours: i / 4,
}));
const bringIn = (machine: ReturnType<typeof bench>, asOf: string) =>
  importText(machine, youtube(videos), { asOf, account: 'art' });
const reads = (machine: ReturnType<typeof bench>): number =>
  sheetsCalls(machine, 'importFile').filter((name) => name === 'Values.batchGetByDataFilter').length;

const WANTED: Wanted = { performance: 'all', content: 'all', imports: 'all', settings: ['key', 'value'] };

function metadata(machine: ReturnType<typeof bench>): SpreadsheetResponse {
  const { spreadsheetId } = machine.document();
  return machine.api.spreadsheetsGet(spreadsheetId, {
    fields: METADATA_FIELDS,
  }) as unknown as SpreadsheetResponse;
}

function answer(machine: ReturnType<typeof bench>, body: object): ValuesResponse {
  const { spreadsheetId } = machine.document();
  return machine.api.valuesBatchGetByDataFilter(spreadsheetId, body as never) as ValuesResponse;
}

const cellsOf = ({ valueRanges = [] }: ValuesResponse): number =>
  valueRanges.reduce((sum, { valueRange }) => {
    for (const column of valueRange?.values ?? []) sum += column.length;
    return sum;
  }, 0);

test.each([1, 1000, 3000, 7777, READ_LIMIT])('read by at most %i cells, the tables are the same', (limit) => {
  const machine = bench();
  bringIn(machine, '2026-08-02');
  const { sheetId } = sheetTitled(machine, 'Performance');
  // A copy of the tab carries the same marks: its cells come along.
  batch(machine, { duplicateSheet: { sourceSheetId: sheetId, newSheetName: 'Mine' } });
  const map = mapWorkbook(metadata(machine));
  const whole = valuesRequest(map, WANTED, [{ sheetId }]);
  const parts = readParts(map, whole, limit);
  const tab = map.tabs.find((each) => each.sheetId === sheetId)!;
  const grid = { sheet: tab.rowCount * tab.columnCount, column: 2 * tab.rowCount };
  const answers = parts.map((part) => answer(machine, part));
  for (const [i, part] of parts.entries()) {
    if (part.dataFilters.length > 1) expect(cellsOf(answers[i]!)).toBeLessThanOrEqual(limit);
  }
  const columns = sheetTemplate('performance').columns.length;
  const least = Math.ceil((grid.sheet + grid.column * columns) / Math.max(limit, grid.sheet));
  expect(parts.length).toBeGreaterThanOrEqual(least);
  expect(parts.flatMap(({ dataFilters }) => dataFilters)).toEqual(whole.dataFilters);
  expect(readTables(map, WANTED, joinAnswers(answers))).toEqual(
    readTables(map, WANTED, answer(machine, whole)),
  );
  expect(parts.length === 1).toBe(limit === READ_LIMIT);
});

test('a read that is small enough is one; a grid of more than two million cells takes another for each further', () => {
  const [small, large] = [bench(), bench()];
  const { sheetId } = sheetTitled(large, 'Performance');
  const { columns } = sheetTemplate('performance');
  const length = Math.ceil((2 * READ_LIMIT) / columns.length);
  batch(large, { appendDimension: { sheetId, dimension: 'ROWS', length } });
  for (const day of ['2026-07-26', '2026-08-02']) {
    expect(bringIn(large, day)).toEqual(bringIn(small, day));
    expect(reads(small)).toBe(1);
    expect(reads(large)).toBe(3);
  }
  for (const key of ['performance', 'content', 'imports']) {
    const [shown, expected] = [large, small].map((machine) =>
      // Only the moment of the import, which its id names, is another.
      rowsOf(machine, key).map((row) => ({
        ...row,
        when: 0,
        import: 0,
        ...(key === 'imports' && { id: 0 }),
      })),
    );
    expect(shown).toEqual(expected);
  }
});
