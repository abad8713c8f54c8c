import fc from 'fast-check';
import type { DocumentState } from '../../../src/local/document/model.ts';
import { fromSnapshot, toSnapshot } from '../../../src/local/document/store.ts';
import { SheetsApiError } from '../../../src/local/sheets-api/api.ts';
import { fieldsOf } from '../../../src/local/sheets-api/schema/schema.ts';
import { anyRequest, COLUMNS, KINDS, ROWS } from './any-request.ts';
import { batch, type Host, host, read } from './host.ts';

const SETTINGS = { seed: 20261122, numRuns: 150 };
const requests = fc.array(anyRequest, { minLength: 1, maxLength: 12 });

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

  test('a batch with a request that is refused, wherever it stands, changes nothing', () => {
    fc.assert(
      fc.property(requests, requests, fc.nat(), (before, list, place) => {
        const at = start();
        oneByOne(at, before);
        const state = stateOf(at);
        const text = toSnapshot(state);
        const trial = start();
        oneByOne(trial, before);
        const taken = oneByOne(trial, list);
        const index = place % (taken.length + 1);
        const bad = taken.toSpliced(index, 0, { deleteSheet: { sheetId: 424242 } });
        expect(() => batch(at, ...bad)).toThrow(
          `Invalid requests[${index}].deleteSheet: No sheet with id: 424242`,
        );
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

  test('a document read back from a snapshot goes on as the document does', () => {
    fc.assert(
      fc.property(requests, requests, (before, after) => {
        const at = start();
        oneByOne(at, before);
        const other = start();
        oneByOne(other, before);
        other.store.replace(other.id, fromSnapshot(toSnapshot(stateOf(other))));
        expect(oneByOne(other, after)).toEqual(oneByOne(at, after));
        expect(content(other)).toEqual(content(at));
      }),
      SETTINGS,
    );
  });

  test('the requests of these laws are of every kind, and each but those of data sources is taken at times', () => {
    expect([...KINDS].sort()).toEqual([...fieldsOf('Request').keys()].sort());
    const taken = new Set<string>();
    fc.assert(
      fc.property(requests, requests, requests, (...lists) => {
        for (const item of oneByOne(start(), lists.flat())) taken.add(Object.keys(item as object)[0]!);
      }),
      { ...SETTINGS, numRuns: 400 },
    );
    expect(KINDS.filter((kind) => !taken.has(kind))).toEqual([
      'addDataSource',
      'updateDataSource',
      'deleteDataSource',
    ]);
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
