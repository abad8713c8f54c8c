import { batch, cells, host, refusal, write } from './host.ts';

const column = (key: string, value: string, index: number) => ({
  createDeveloperMetadata: {
    developerMetadata: {
      metadataKey: key,
      metadataValue: value,
      visibility: 'DOCUMENT',
      location: {
        dimensionRange: { sheetId: 0, dimension: 'COLUMNS', startIndex: index, endIndex: index + 1 },
      },
    },
  },
});
const lookup = (given: object) => ({ developerMetadataLookup: given });

const filled = () => {
  const at = host({ rows: 4, columns: 3 });
  write(at, 'A1:C2', [
    ['id', 'views', 'gmv'],
    ['v1', 10, 2.5],
  ]);
  batch(at, column('kpi.column', 'performance.id', 0), column('kpi.column', 'performance.gmv', 2));
  return at;
};

test('columns are read by their metadata, each with the filters that found it', () => {
  const at = filled();
  const gmv = lookup({ metadataKey: 'kpi.column', metadataValue: 'performance.gmv' });
  const all = lookup({ metadataKey: 'kpi.column' });
  const answer = at.api.valuesBatchGetByDataFilter(at.id, {
    dataFilters: [gmv, all],
    majorDimension: 'COLUMNS',
    valueRenderOption: 'UNFORMATTED_VALUE',
  });
  expect(answer.spreadsheetId).toBe(at.id);
  expect(answer.valueRanges).toHaveLength(2);
  expect(answer.valueRanges).toEqual(
    expect.arrayContaining([
      {
        valueRange: { range: 'Sheet1!C1:C4', majorDimension: 'COLUMNS', values: [['gmv', 2.5]] },
        dataFilters: [gmv, all],
      },
      {
        valueRange: { range: 'Sheet1!A1:A4', majorDimension: 'COLUMNS', values: [['id', 'v1']] },
        dataFilters: [all],
      },
    ]),
  );
});

test('ranges come in an order of their own, not in that of the filters', () => {
  const at = filled();
  const dataFilters = [{ a1Range: 'A1:A2' }, { a1Range: 'B1:B2' }, { gridRange: cells(0, 2, 2, 3) }];
  const answer = at.api.valuesBatchGetByDataFilter(at.id, { dataFilters });
  const ranges = (answer.valueRanges as { valueRange: { range: string } }[]).map(
    (item) => item.valueRange.range,
  );
  expect(ranges).not.toEqual(['Sheet1!A1:A2', 'Sheet1!B1:B2', 'Sheet1!C1:C2']);
  expect(ranges.sort()).toEqual(['Sheet1!A1:A2', 'Sheet1!B1:B2', 'Sheet1!C1:C2']);
});

test('a range is repeated without its zeros', () => {
  const at = filled();
  const answer = at.api.valuesBatchGetByDataFilter(at.id, {
    dataFilters: [{ gridRange: cells(0, 1, 0, 2) }],
  });
  expect(answer.valueRanges).toMatchObject([
    { dataFilters: [{ gridRange: { endRowIndex: 1, endColumnIndex: 2 } }] },
  ]);
  expect(JSON.stringify(answer.valueRanges)).not.toContain('startRowIndex');
});

test('metadata is found by key, by place and by what meets a range', () => {
  const at = filled();
  batch(at, {
    createDeveloperMetadata: {
      developerMetadata: {
        metadataId: 5,
        metadataKey: 'kpi.sheet',
        visibility: 'DOCUMENT',
        location: { sheetId: 0 },
      },
    },
  });
  const search = (filter: object): string[] => {
    const answer = at.api.developerMetadataSearch(at.id, { dataFilters: [filter] });
    const matched = (answer.matchedDeveloperMetadata ?? []) as {
      developerMetadata: { metadataKey: string; metadataValue?: string };
    }[];
    return matched.map(({ developerMetadata: item }) => item.metadataValue ?? item.metadataKey);
  };
  expect(search(lookup({ metadataKey: 'kpi.column' }))).toEqual(['performance.id', 'performance.gmv']);
  expect(search(lookup({ metadataId: 5 }))).toEqual(['kpi.sheet']);
  expect(search(lookup({ locationType: 'SHEET' }))).toEqual(['kpi.sheet']);
  expect(
    search(lookup({ metadataLocation: { sheetId: 0 }, locationMatchingStrategy: 'EXACT_LOCATION' })),
  ).toEqual(['kpi.sheet']);
  expect(search({ gridRange: cells(0, 1, 2, 3) })).toEqual(['performance.gmv', 'kpi.sheet']);
  expect(search(lookup({ metadataKey: 'other' }))).toEqual([]);
  expect(at.api.developerMetadataGet(at.id, 5)).toEqual({
    metadataId: 5,
    metadataKey: 'kpi.sheet',
    location: { locationType: 'SHEET', sheetId: 0 },
    visibility: 'DOCUMENT',
  });
});

test('columns carry their metadata in the spreadsheet', () => {
  const at = filled();
  const answer = at.api.spreadsheetsGet(at.id, {
    fields: 'sheets(data/columnMetadata/developerMetadata(metadataValue,location))',
  });
  expect(answer).toEqual({
    sheets: [
      {
        data: [
          {
            columnMetadata: [
              {
                developerMetadata: [
                  {
                    metadataValue: 'performance.id',
                    location: {
                      locationType: 'COLUMN',
                      dimensionRange: { dimension: 'COLUMNS', startIndex: 0, endIndex: 1 },
                    },
                  },
                ],
              },
              {},
              {
                developerMetadata: [
                  {
                    metadataValue: 'performance.gmv',
                    location: {
                      locationType: 'COLUMN',
                      dimensionRange: { dimension: 'COLUMNS', startIndex: 2, endIndex: 3 },
                    },
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
  });
});

test('a row that is sorted away takes its metadata along', () => {
  const at = host({ rows: 3, columns: 1 });
  write(at, 'A1:A3', [['c'], ['a'], ['b']]);
  batch(
    at,
    {
      createDeveloperMetadata: {
        developerMetadata: {
          metadataId: 9,
          metadataKey: 'row',
          visibility: 'DOCUMENT',
          location: { dimensionRange: { dimension: 'ROWS', startIndex: 0, endIndex: 1 } },
        },
      },
    },
    { sortRange: { range: cells(0, 3, 0, 1), sortSpecs: [{ sortOrder: 'ASCENDING' }] } },
  );
  expect(at.api.developerMetadataGet(at.id, 9).location).toEqual({
    locationType: 'ROW',
    dimensionRange: { dimension: 'ROWS', startIndex: 2, endIndex: 3 },
  });
});

test.each([
  [
    { visibility: 'DOCUMENT', location: { spreadsheet: true } },
    'Developer metadata must always have a key specified.',
  ],
  [
    { metadataKey: 'k', location: { spreadsheet: true } },
    'Developer metadata must always have visibility specified.',
  ],
  [{ metadataKey: 'k', visibility: 'DOCUMENT' }, 'Developer metadata must always have a location specified.'],
  [
    {
      metadataKey: 'k',
      visibility: 'DOCUMENT',
      location: { dimensionRange: { dimension: 'COLUMNS', startIndex: 0, endIndex: 2 } },
    },
    'DimensionRange must represent a single row or column.',
  ],
])('metadata that lacks something is refused', (developerMetadata, message) => {
  const at = host();
  expect(refusal(() => batch(at, { createDeveloperMetadata: { developerMetadata } }))).toBe(
    `INVALID_ARGUMENT Invalid requests[0].createDeveloperMetadata: ${message}`,
  );
});

test('metadata of the spreadsheet meets no other place, and may not be asked for what it meets', () => {
  const at = host();
  const add = (metadataId: number, location: object) => ({
    createDeveloperMetadata: {
      developerMetadata: { metadataId, metadataKey: 'k', visibility: 'DOCUMENT', location },
    },
  });
  const row = { dimensionRange: { dimension: 'ROWS', startIndex: 2, endIndex: 3 } };
  batch(at, add(1, { spreadsheet: true }), add(2, { sheetId: 0 }), add(3, row));
  const found = (lookup: object): number[] => {
    const answer = at.api.developerMetadataSearch(at.id, {
      dataFilters: [{ developerMetadataLookup: lookup }],
    });
    const matches = (answer.matchedDeveloperMetadata ?? []) as {
      developerMetadata: { metadataId: number };
    }[];
    return matches.map((match) => match.developerMetadata.metadataId);
  };
  const intersecting = { locationMatchingStrategy: 'INTERSECTING_LOCATION' };
  const exact = { locationMatchingStrategy: 'EXACT_LOCATION' };
  expect(found({})).toEqual([1, 2, 3]);
  expect(found({ metadataLocation: { sheetId: 0 }, ...intersecting })).toEqual([2, 3]);
  expect(found({ metadataLocation: { sheetId: 0 }, ...exact })).toEqual([2]);
  expect(found({ metadataLocation: row })).toEqual([2, 3]);
  expect(found({ metadataLocation: { spreadsheet: true } })).toEqual([1]);
  expect(found({ locationType: 'ROW' })).toEqual([3]);
  expect(refusal(() => found({ metadataLocation: { spreadsheet: true }, ...intersecting }))).toBe(
    'INVALID_ARGUMENT Invalid dataFilters[0]: DeveloperMetadataLookup.spreadsheet is true, but locationMatchingStrategy was specified as INTERSECTING.',
  );
});
