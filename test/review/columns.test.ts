import fc from 'fast-check';
import { reorderColumns } from '../../src/review/render/columns.ts';
import { COLUMNS } from '../../src/review/render/grid.ts';
import type { ReviewPlace } from '../../src/workbook/map.ts';
import type { SheetsRequest } from '../../src/workbook/sheets-api.ts';

const KEYS = COLUMNS.map(({ key }) => key);

/** A tab with columns from left to right: keys of ours, anything else a person's own. */
function placeOf(columns: readonly string[]): ReviewPlace {
  const ours = columns.flatMap((key, index) =>
    (KEYS as readonly string[]).includes(key) ? [[key, index] as const] : [],
  );
  return { sheetId: 7, columnCount: columns.length, columns: new Map(ours) } as unknown as ReviewPlace;
}

/** What the Sheets API makes of the requests: a destination counts before the source leaves; marks name new columns. */
function applied(columns: readonly string[], requests: readonly SheetsRequest[]): string[] {
  const now = [...columns];
  for (const request of requests) {
    if ('moveDimension' in request) {
      const { source, destinationIndex } = request.moveDimension;
      const moved = now.splice(source.startIndex, 1);
      now.splice(destinationIndex > source.startIndex ? destinationIndex - 1 : destinationIndex, 0, ...moved);
    } else if ('insertDimension' in request) {
      now.splice(request.insertDimension.range.startIndex, 0, 'new');
    } else if ('createDeveloperMetadata' in request) {
      const { location, metadataValue } = request.createDeveloperMetadata.developerMetadata;
      if (!('dimensionRange' in location)) throw new Error('Not a column');
      expect(now[location.dimensionRange.startIndex]).toBe('new');
      now[location.dimensionRange.startIndex] = metadataValue.replace('review.', '');
    }
  }
  return now;
}

describe('columns that people rearranged', () => {
  test('stand in their order after the requests, what people added to the right of them', () => {
    const arranged = fc
      .tuple(fc.subarray(KEYS as readonly string[] as string[]), fc.integer({ min: 0, max: 4 }))
      .chain(([kept, own]) => {
        const all = [...kept, ...Array.from({ length: own }, (_, i) => `own ${i}`)];
        return fc.shuffledSubarray(all, { minLength: all.length });
      });
    fc.assert(
      fc.property(arranged, (columns) => {
        const after = applied(columns, reorderColumns(placeOf(columns)));
        expect(after.slice(0, KEYS.length)).toEqual(KEYS);
        expect(after.slice(KEYS.length).sort()).toEqual(
          columns.filter((key) => key.startsWith('own ')).sort(),
        );
      }),
      { seed: 20261122, numRuns: 200 },
    );
  });

  test('need no request where nobody moved them; one inserted column needs one', () => {
    expect(reorderColumns(placeOf([...KEYS, 'own']))).toEqual([]);
    const inserted = [...KEYS.slice(0, 3), 'own', ...KEYS.slice(3)];
    expect(reorderColumns(placeOf(inserted))).toEqual([
      {
        moveDimension: {
          source: { sheetId: 7, dimension: 'COLUMNS', startIndex: 3, endIndex: 4 },
          destinationIndex: KEYS.length + 1,
        },
      },
    ]);
  });
});
