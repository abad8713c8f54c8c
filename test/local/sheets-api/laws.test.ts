import fc from 'fast-check';
import type { DocumentState, JsonObject } from '../../../src/local/document/model.ts';
import { fromSnapshot, toSnapshot } from '../../../src/local/document/store.ts';
import { SheetsApiError } from '../../../src/local/sheets-api/api.ts';
import { batch, type Host, host, read } from './host.ts';

const ROWS = 7;
const COLUMNS = 6;
const SETTINGS = { seed: 20261122, numRuns: 150 };

const span = (limit: number) =>
  fc
    .tuple(fc.nat(limit - 1), fc.integer({ min: 1, max: 3 }))
    .map(([start, size]) => [start, Math.min(limit, start + size)] as const);
const area = fc.tuple(span(ROWS), span(COLUMNS)).map(([rows, columns]) => ({
  sheetId: 0,
  startRowIndex: rows[0],
  endRowIndex: rows[1],
  startColumnIndex: columns[0],
  endColumnIndex: columns[1],
}));
const dimension = fc.constantFrom('ROWS', 'COLUMNS');
const along = fc
  .tuple(dimension, span(COLUMNS))
  .map(([name, [startIndex, endIndex]]) => ({ sheetId: 0, dimension: name, startIndex, endIndex }));
const value = fc.oneof(
  fc.integer({ min: -9, max: 99 }).map((numberValue) => ({ numberValue })),
  fc.constantFrom('', 'text', '直播').map((stringValue) => ({ stringValue })),
  fc.boolean().map((boolValue) => ({ boolValue })),
  fc
    .constantFrom('=A1', '=SUM($B$2:C4)', '=Sheet1!A:A', '=IF(D3>1,"A1",2:3)')
    .map((formulaValue) => ({ formulaValue })),
);
const format = fc.constantFrom<JsonObject>(
  { textFormat: { bold: true } },
  { backgroundColor: { red: 1 } },
  {},
);

/** Requests of many kinds; some are refused by a given document, which the laws allow for. */
const request = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(area, value).map(([range, userEnteredValue]) => ({
      updateCells: {
        range,
        rows: [{ values: [{ userEnteredValue, note: 'n' }] }],
        fields: 'userEnteredValue,note',
      },
    })),
  },
  fc.tuple(area, value, format).map(([range, userEnteredValue, userEnteredFormat]) => ({
    repeatCell: {
      range,
      cell: { userEnteredValue, userEnteredFormat },
      fields: 'userEnteredValue,userEnteredFormat.textFormat',
    },
  })),
  fc
    .tuple(along, fc.boolean())
    .map(([range, inheritFromBefore]) => ({ insertDimension: { range, inheritFromBefore } })),
  along.map((range) => ({ deleteDimension: { range } })),
  fc
    .tuple(along, fc.nat(COLUMNS))
    .map(([source, destinationIndex]) => ({ moveDimension: { source, destinationIndex } })),
  area.map((range) => ({ mergeCells: { range, mergeType: 'MERGE_ALL' } })),
  area.map((range) => ({ unmergeCells: { range } })),
  fc
    .tuple(area, fc.constantFrom('one', 'two', 'three'))
    .map(([range, name]) => ({ addNamedRange: { namedRange: { name, range } } })),
  area.map((range) => ({ addProtectedRange: { protectedRange: { range, warningOnly: true } } })),
  area.map((range) => ({
    addBanding: { bandedRange: { range, rowProperties: { firstBandColor: { red: 1 } } } },
  })),
  area.map((range) => ({ setBasicFilter: { filter: { range } } })),
  area.map((range) => ({
    setDataValidation: {
      range,
      rule: { condition: { type: 'ONE_OF_RANGE', values: [{ userEnteredValue: '=B2:B5' }] } },
    },
  })),
  area.map((range) => ({
    addConditionalFormatRule: {
      rule: {
        ranges: [range],
        booleanRule: {
          condition: { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: '=$C3>1' }] },
          format: {},
        },
      },
    },
  })),
  along.map(({ dimension: name, startIndex }) => ({
    createDeveloperMetadata: {
      developerMetadata: {
        metadataKey: 'k',
        visibility: 'DOCUMENT',
        location: { dimensionRange: { sheetId: 0, dimension: name, startIndex, endIndex: startIndex + 1 } },
      },
    },
  })),
  area.map((range) => ({
    sortRange: { range, sortSpecs: [{ dimensionIndex: range.startColumnIndex, sortOrder: 'DESCENDING' }] },
  })),
  fc.tuple(area, area).map(([source, destination]) => ({ copyPaste: { source, destination } })),
  fc.tuple(area, fc.nat(2)).map(([source, columnIndex]) => ({
    cutPaste: { source, destination: { sheetId: 0, rowIndex: 1, columnIndex } },
  })),
  fc.tuple(area, dimension).map(([range, shiftDimension]) => ({ insertRange: { range, shiftDimension } })),
  fc.tuple(area, dimension).map(([range, shiftDimension]) => ({ deleteRange: { range, shiftDimension } })),
  along.map((range) => ({ addDimensionGroup: { range } })),
  fc.constant({ addSheet: { properties: { gridProperties: { rowCount: 3, columnCount: 2 } } } }),
  { arbitrary: fc.constant({ duplicateSheet: { sourceSheetId: 0 } }), weight: 3 },

  fc
    .constantFrom('Sheet1', 'Plan 2026')
    .map((title) => ({ updateSheetProperties: { properties: { sheetId: 0, title }, fields: 'title' } })),
);
const requests = fc.array(request, { minLength: 1, maxLength: 8 });

const start = (): Host => host({ rows: ROWS, columns: COLUMNS });
const stateOf = (at: Host): DocumentState => at.store.get(at.id)!;
/** The document but for what two of them never share. */
const content = (at: Host): unknown => ({
  ...fromSnapshot(toSnapshot(stateOf(at))),
  revision: 0,
  spreadsheetId: '',
});

/** Applies the requests one by one and returns those that were not refused. */
const oneByOne = (at: Host, list: readonly unknown[]): unknown[] =>
  list.filter((item) => {
    try {
      batch(at, item);
      return true;
    } catch (fault) {
      if (fault instanceof SheetsApiError) return false;
      throw fault;
    }
  });

describe('laws of a batch', () => {
  test('a batch does what its requests do one by one', () => {
    fc.assert(
      fc.property(requests, (list) => {
        const taken = oneByOne(start(), list);
        fc.pre(taken.length > 0);
        const apart = start();
        for (const item of taken) batch(apart, item);
        const together = start();
        batch(together, ...taken);
        expect(content(together)).toEqual(content(apart));
      }),
      SETTINGS,
    );
  });

  test('a batch whose last request is refused changes nothing', () => {
    fc.assert(
      fc.property(requests, requests, (before, list) => {
        const at = start();
        oneByOne(at, before);
        const state = stateOf(at);
        const text = toSnapshot(state);
        const bad = { deleteSheet: { sheetId: 424242 } };
        const trial = start();
        oneByOne(trial, before);
        const taken = oneByOne(trial, list);
        expect(() => batch(at, ...taken, bad)).toThrow('No sheet with id: 424242');
        expect(stateOf(at)).toBe(state);
        expect(toSnapshot(state)).toBe(text);
      }),
      SETTINGS,
    );
  });

  test('a later batch leaves an earlier state as it was', () => {
    fc.assert(
      fc.property(requests, requests, (before, after) => {
        const at = start();
        oneByOne(at, before);
        const state = stateOf(at);
        const text = toSnapshot(state);
        oneByOne(at, after);
        expect(toSnapshot(state)).toBe(text);
      }),
      SETTINGS,
    );
  });

  test('a snapshot read back is the document', () => {
    fc.assert(
      fc.property(requests, (list) => {
        const at = start();
        oneByOne(at, list);
        expect(fromSnapshot(toSnapshot(stateOf(at)))).toEqual(stateOf(at));
      }),
      SETTINGS,
    );
  });
});

describe('what names a column follows it', () => {
  const change = fc.oneof(
    fc.tuple(fc.nat(8), fc.integer({ min: 1, max: 3 })).map(([at, size]) => ({
      insertDimension: { range: { sheetId: 0, dimension: 'COLUMNS', startIndex: at, endIndex: at + size } },
    })),
    fc.tuple(fc.nat(8), fc.integer({ min: 1, max: 2 })).map(([at, size]) => ({
      deleteDimension: { range: { sheetId: 0, dimension: 'COLUMNS', startIndex: at, endIndex: at + size } },
    })),
    fc.tuple(fc.nat(8), fc.integer({ min: 1, max: 3 }), fc.nat(9)).map(([at, size, destinationIndex]) => ({
      moveDimension: {
        source: { sheetId: 0, dimension: 'COLUMNS', startIndex: at, endIndex: at + size },
        destinationIndex,
      },
    })),
  );
  const labels = ['a', 'b', 'c', 'd', 'e', 'f'];

  const labelled = (): Host => {
    const at = host({ rows: 3, columns: labels.length });
    batch(
      at,
      {
        updateCells: {
          start: {},
          rows: [{ values: labels.map((stringValue) => ({ userEnteredValue: { stringValue } })) }],
          fields: 'userEnteredValue',
        },
      },
      ...labels.map((metadataValue, index) => ({
        createDeveloperMetadata: {
          developerMetadata: {
            metadataKey: 'column',
            metadataValue,
            visibility: 'DOCUMENT',
            location: { dimensionRange: { dimension: 'COLUMNS', startIndex: index, endIndex: index + 1 } },
          },
        },
      })),
      ...labels.map((name, index) => ({
        addNamedRange: {
          namedRange: {
            name: `column_${name}`,
            range: { startColumnIndex: index, endColumnIndex: index + 1 },
          },
        },
      })),
      { addSheet: { properties: { title: 'Refs', sheetId: 7 } } },
      {
        updateCells: {
          start: { sheetId: 7 },
          rows: labels.map((_, index) => ({
            values: [{ userEnteredValue: { formulaValue: `=Sheet1!${'ABCDEF'[index]}1` } }],
          })),
          fields: 'userEnteredValue',
        },
      },
    );
    return at;
  };

  test('metadata, named ranges and references', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 6 }), (changes) => {
        const at = labelled();
        oneByOne(at, changes);
        const header = ((read(at, 'Sheet1!1:1') as string[][] | undefined) ?? [[]])[0]!;
        const formulas = read(at, 'Refs!A1:A6', { valueRenderOption: 'FORMULA' }) as string[][];
        const found = stateOf(at).metadata.map((item) => [
          item.metadataValue,
          header[(item.location as { index: number }).index],
        ]);
        expect(found.sort()).toEqual(
          header
            .filter((name) => name !== '')
            .map((name) => [name, name])
            .sort(),
        );
        labels.forEach((label, i) => {
          const index = header.indexOf(label);
          const named = stateOf(at).namedRanges.find((item) => item.name === `column_${label}`);
          if (index < 0) {
            expect(formulas[i]![0]).toBe('=#REF!');
            expect(named).toBeUndefined();
            return;
          }
          const letters = String.fromCharCode(65 + index);
          expect(formulas[i]![0]).toBe(`=Sheet1!${letters}1`);
          expect(named?.range).toEqual({ startRow: 0, endRow: 3, startColumn: index, endColumn: index + 1 });
        });
      }),
      SETTINGS,
    );
  });
});
