/**
 * One run of the big sheet, in a process of its own so that its memory can be told:
 * node scripts/run.mjs scripts/bench-sheet.ts host|array ROWS COLUMNS
 * `host` writes the cells into the local host through the Sheets API, reads them by column and keeps them; `array` does
 * the same with a list of lists. Prints one JSON line.
 */
import { createDocument, DocumentStore, fromSnapshot, toSnapshot } from '../src/local/document/store.ts';
import { createSheetsApi } from '../src/local/sheets-api/api.ts';

type Value = string | number;

const [side = 'host', rowsGiven = '100000', columnsGiven = '25'] = process.argv.slice(2);
const [rows, columns] = [Number(rowsGiven), Number(columnsGiven)];
/** Rows of one request: about 2 MB, as the add-on sends them. */
const PIECE = 2000;

/** A column of texts, one of days, one of words that recur, the rest figures with and without a fraction. */
function valueAt(row: number, column: number): Value {
  if (column === 0) return `video-${row}`;
  if (column === 1) return 46000 + (row % 365);
  if (column === 2) return `platform ${row % 7}`;
  return ((row * (column + 3)) % 99991) / (column % 2 ? 1 : 8);
}

const times: Record<string, number> = {};
function timed<T>(name: string, work: () => T): T {
  const start = performance.now();
  const result = work();
  times[name] = (times[name] ?? 0) + performance.now() - start;
  return result;
}

const cellData = (value: Value) => ({
  userEnteredValue: typeof value === 'number' ? { numberValue: value } : { stringValue: value },
});

function columnMark(column: number) {
  const dimensionRange = { sheetId: 0, dimension: 'COLUMNS', startIndex: column, endIndex: column + 1 };
  return {
    createDeveloperMetadata: {
      developerMetadata: {
        metadataKey: 'column',
        metadataValue: String(column),
        visibility: 'DOCUMENT',
        location: { dimensionRange },
      },
    },
  };
}

/** The calls of the add-on: one batch for the sheet, one for each piece, one read of all columns. */
function throughHost(): number {
  const store = new DocumentStore();
  const { spreadsheetId } = store.create(createDocument());
  const api = createSheetsApi({ store });
  timed('write', () => {
    const properties = { sheetId: 0, gridProperties: { rowCount: rows, columnCount: columns } };
    api.batchUpdate(spreadsheetId, {
      requests: [
        { updateSheetProperties: { properties, fields: 'gridProperties(rowCount,columnCount)' } },
        ...Array.from({ length: columns }, (_, column) => columnMark(column)),
      ],
    });
    for (let first = 0; first < rows; first += PIECE) {
      const piece = Array.from({ length: Math.min(PIECE, rows - first) }, (_, i) => ({
        values: Array.from({ length: columns }, (__, column) => cellData(valueAt(first + i, column))),
      }));
      const start = { sheetId: 0, rowIndex: first, columnIndex: 0 };
      api.batchUpdate(spreadsheetId, {
        requests: [{ updateCells: { start, rows: piece, fields: 'userEnteredValue' } }],
      });
    }
  });
  const count = timed('read', () => {
    const dataFilters = Array.from({ length: columns }, (_, column) => ({
      developerMetadataLookup: { metadataKey: 'column', metadataValue: String(column) },
    }));
    const read = { dataFilters, majorDimension: 'COLUMNS', valueRenderOption: 'UNFORMATTED_VALUE' };
    const answer = api.valuesBatchGetByDataFilter(spreadsheetId, read);
    const ranges = answer.valueRanges as { valueRange: { values: Value[][] } }[];
    return ranges.reduce((sum, { valueRange }) => sum + valueRange.values[0]!.length, 0);
  });
  times.peak = process.resourceUsage().maxRSS / 1024;
  const text = timed('save', () => toSnapshot(store.get(spreadsheetId)!));
  timed('load', () => fromSnapshot(text));
  times.file = text.length / 1e6;
  return count;
}

function throughArray(): number {
  const table = timed('write', () =>
    Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (__, column) => valueAt(row, column)),
    ),
  );
  const read = timed('read', () =>
    Array.from({ length: columns }, (_, column) => table.map((row) => row[column]!)),
  );
  times.peak = process.resourceUsage().maxRSS / 1024;
  const text = timed('save', () => JSON.stringify(table));
  timed('load', () => JSON.parse(text) as Value[][]);
  times.file = text.length / 1e6;
  return read.reduce((sum, values) => sum + values.length, 0);
}

const cells = side === 'host' ? throughHost() : throughArray();
if (cells !== rows * columns) throw new Error(`${cells} of ${rows * columns} cells were read`);
console.log(JSON.stringify(times));
