import { cellOf } from '../../../src/local/document/cell.ts';
import { batch, cells, host, refusal, write } from './host.ts';

const whole = { sheetId: 0, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 };

describe('bodies that are not the schema', () => {
  test.each([
    [
      { frobnicate: {} },
      `Invalid JSON payload received. Unknown name "frobnicate" at 'requests[0]': Cannot find field.`,
    ],
    [
      { updateCells: { rangee: {}, rows: [{ values: [{ text: 'x' }] }] } },
      `Invalid JSON payload received. Unknown name "rangee" at 'requests[0].update_cells': Cannot find field.\n` +
        `Invalid JSON payload received. Unknown name "text" at 'requests[0].update_cells.rows[0].values[0]': Cannot find field.`,
    ],
    [
      { insertDimension: { range: { dimension: 'ROW' } } },
      `Invalid value at 'requests[0].insert_dimension.range.dimension' (type.googleapis.com/google.apps.sheets.v4.Dimension), "ROW"`,
    ],
    [
      { deleteSheet: { sheetId: 'x' } },
      `Invalid value at 'requests[0].delete_sheet.sheet_id' (TYPE_INT32), "x"`,
    ],
    [
      { deleteSheet: { sheetId: 1.5 } },
      `Invalid value at 'requests[0].delete_sheet.sheet_id' (TYPE_INT32), 1.5`,
    ],
    [
      { addSheet: {}, deleteSheet: {} },
      `Invalid value at 'requests[0]' (oneof), oneof field 'kind' is already set. Cannot set 'deleteSheet'`,
    ],
    [
      'addSheet',
      `Invalid value at 'requests[0]' (type.googleapis.com/google.apps.sheets.v4.BatchUpdateSpreadsheetRequest.Request), "addSheet"`,
    ],
  ])('%j', (request, message) => {
    expect(refusal(() => batch(host(), request))).toBe(`INVALID_ARGUMENT ${message}`);
  });

  test('null is absent, numbers may be text, names may be in snake case', () => {
    const at = host();
    batch(at, { add_sheet: { properties: { sheet_id: '7', title: 'Seven', index: null } } });
    expect(at.store.get(at.id)?.sheets[1]).toMatchObject({ sheetId: 7, title: 'Seven' });
  });

  test('the error has the details that Google adds', () => {
    const at = host();
    const answer = at.api.call('POST', `/v4/spreadsheets/${at.id}:batchUpdate`, new URLSearchParams(), {
      requests: [{ nope: 1 }],
    });
    const description = `Invalid JSON payload received. Unknown name "nope" at 'requests[0]': Cannot find field.`;
    expect(answer).toEqual({
      status: 400,
      body: {
        error: {
          code: 400,
          message: description,
          status: 'INVALID_ARGUMENT',
          details: [
            {
              '@type': 'type.googleapis.com/google.rpc.BadRequest',
              fieldViolations: [{ field: 'requests[0]', description }],
            },
          ],
        },
      },
    });
  });

  test('parameters that a method does not have', () => {
    const at = host();
    expect(refusal(() => at.api.valuesGet(at.id, 'A1', { valueRenderOptions: 'FORMULA' }))).toContain(
      'Unknown name "valueRenderOptions"',
    );
    expect(refusal(() => at.api.valuesGet(at.id, 'A1', { valueRenderOption: 'RAW' }))).toBe(
      `INVALID_ARGUMENT Invalid value at 'value_render_option' (type.googleapis.com/google.apps.sheets.v4.ValueRenderOption), "RAW"`,
    );
  });

  test('fields that an answer does not have', () => {
    const at = host();
    expect(refusal(() => at.api.spreadsheetsGet(at.id, { fields: 'sheets.property' }))).toBe(
      'INVALID_ARGUMENT Request contains an invalid argument.',
    );
  });
});

describe('requests that do not fit the document', () => {
  test.each<[object, string]>([
    [
      { addSheet: { properties: { title: 'sheet1' } } },
      'A sheet with the name "sheet1" already exists. Please enter another name.',
    ],
    [{ addSheet: { properties: { sheetId: 0 } } }, 'Sheet with id 0 already exists.'],
    [
      { addSheet: { properties: { title: 'x'.repeat(101) } } },
      'The sheet name cannot be greater than 100 characters.',
    ],
    [{ deleteSheet: { sheetId: 0 } }, "You can't remove all the sheets in a document."],
    [{ deleteSheet: { sheetId: 9 } }, 'No sheet with id: 9'],
    [{ repeatCell: { range: { ...whole, sheetId: 9 }, cell: {}, fields: 'note' } }, 'No grid with id: 9'],
    [
      { repeatCell: { range: whole, cell: {} } },
      "At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)",
    ],
    [
      { updateSheetProperties: { properties: { sheetId: 0, hidden: true }, fields: 'hidden' } },
      "You can't hide all the sheets in a document.",
    ],
    [{ updateSheetProperties: { properties: { sheetId: 0 }, fields: 'titel' } }, 'Invalid field: titel'],
    [
      { updateCells: { range: whole, rows: [{ values: [{}, {}] }], fields: 'note' } },
      'Attempting to write column: 1, beyond the last requested column of: 0',
    ],
    [
      { updateCells: { start: { rowIndex: 999 }, rows: [{}, {}], fields: 'note' } },
      'Attempting to write row: 1000, beyond the last requested row of: 999',
    ],
    [
      { updateCells: { start: { rowIndex: 1000 }, rows: [], fields: 'note' } },
      'GridCoordinate.rowIndex[1000] is after last row in grid[999]',
    ],
    [
      {
        updateCells: {
          range: whole,
          rows: [{ values: [{ userEnteredValue: { stringValue: 'x'.repeat(50_001) } }] }],
          fields: '*',
        },
      },
      'Your input contains more than the maximum of 50000 characters in a single cell.',
    ],
    [
      { insertDimension: { range: { dimension: 'ROWS', startIndex: -1, endIndex: 1 } } },
      'DimensionRange indexes must be >= 0',
    ],
    [
      { insertDimension: { range: { dimension: 'COLUMNS', startIndex: 26, endIndex: 27 } } },
      'range.startIndex must be less than the grid size (26) if inheritFromBefore is false.',
    ],
    [
      {
        insertDimension: {
          range: { dimension: 'COLUMNS', startIndex: 27, endIndex: 28 },
          inheritFromBefore: true,
        },
      },
      'range.startIndex is larger than current grid size (26)',
    ],
    [{ deleteDimension: { range: { dimension: 'ROWS' } } }, "You can't delete all the rows on the sheet."],
    [
      { deleteDimension: { range: { dimension: 'ROWS', startIndex: 1000, endIndex: 1001 } } },
      "Cannot delete a row that doesn't exist. Tried to delete row index 1000 but there are only 1000 rows.",
    ],
    [
      { appendDimension: { dimension: 'ROWS', length: 400_000 } },
      'This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
    ],
    [
      { deleteConditionalFormatRule: { sheetId: 0, index: 2 } },
      'No conditional format on sheet: 0 at index: 2',
    ],
    [
      {
        repeatCell: {
          range: { startRowIndex: 1000, startColumnIndex: 0, endColumnIndex: 2 },
          cell: {},
          fields: 'note',
        },
      },
      'Range (Sheet1!A1001:B) exceeds grid limits. Max rows: 1000, max columns: 26',
    ],
    [
      { repeatCell: { range: cells(1000, 1001, 0, 2), cell: {}, fields: 'note' } },
      'Range (Sheet1!A1001:B1001) exceeds grid limits. Max rows: 1000, max columns: 26',
    ],
    [
      {
        repeatCell: {
          range: { startColumnIndex: 26, startRowIndex: 0, endRowIndex: 2 },
          cell: {},
          fields: 'note',
        },
      },
      'Range (Sheet1!AA1:2) exceeds grid limits. Max rows: 1000, max columns: 26',
    ],
    [{ deleteNamedRange: { namedRangeId: 'x' } }, 'No named range with id: x'],
    [
      {
        setBasicFilter: {
          filter: {
            range: whole,
            criteria: { 0: { condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'a' }] } } },
          },
        },
      },
      "ConditionType 'ONE_OF_LIST' is not supported in filters.",
    ],
    [
      { setDataValidation: { range: whole, rule: { condition: { type: 'ONE_OF_LIST' } } } },
      'Invalid number of BooleanCondition.values for type ONE_OF_LIST: found 0.',
    ],
    [
      {
        addConditionalFormatRule: {
          rule: {
            ranges: [whole],
            booleanRule: { condition: { type: 'NOT_BLANK' }, format: { textFormat: { fontSize: 20 } } },
          },
        },
      },
      'Conditional formatting cannot set fontSize.',
    ],
  ])('%j', (request, message) => {
    const kind = Object.keys(request)[0];
    expect(refusal(() => batch(host(), request))).toBe(
      `INVALID_ARGUMENT Invalid requests[0].${kind}: ${message}`,
    );
  });

  test('an empty batch', () => {
    expect(refusal(() => batch(host()))).toBe('INVALID_ARGUMENT Must specify at least one request.');
  });

  test('an unknown document', () => {
    const at = host();
    expect(refusal(() => at.api.spreadsheetsGet('nowhere'))).toBe(
      'NOT_FOUND Requested entity was not found.',
    );
  });

  test('a name twice, and metadata with an id twice', () => {
    const at = host();
    const named = { addNamedRange: { namedRange: { name: 'plan', range: whole } } };
    expect(refusal(() => batch(at, named, named))).toBe(
      'INVALID_ARGUMENT Invalid requests[1].addNamedRange: Cannot add named range with name plan, a named range with that name already exists.',
    );
    const metadata = {
      createDeveloperMetadata: {
        developerMetadata: {
          metadataId: 4,
          metadataKey: 'k',
          visibility: 'DOCUMENT',
          location: { spreadsheet: true },
        },
      },
    };
    expect(refusal(() => batch(at, metadata, metadata))).toBe(
      'INVALID_ARGUMENT Invalid requests[1].createDeveloperMetadata: Cannot add developer metadata with ID [4] because developer metadata with that ID already exists.',
    );
  });

  test('merging part of a merged range', () => {
    const at = host();
    batch(at, { mergeCells: { range: cells(0, 2, 0, 2), mergeType: 'MERGE_ALL' } });
    expect(
      refusal(() => batch(at, { mergeCells: { range: cells(1, 3, 0, 2), mergeType: 'MERGE_ALL' } })),
    ).toBe(
      'INVALID_ARGUMENT Invalid requests[0].mergeCells: You must select all cells in a merged range to merge or unmerge them.',
    );
  });

  test.each([
    ['A1', 'A2'],
    ['Sheet1', 'Sheet1!A1'],
    ['Sheet1', 'Sheet1!A:Z'],
    ["'Sheet1'!A1", 'Sheet1!A1:A1000'],
  ])('a call on %s whose body names %s', (called, named) => {
    const at = host();
    const body = { range: named, values: [] };
    const message = `INVALID_ARGUMENT Request range[${called}] does not match value's range[${named}]`;
    expect(refusal(() => at.api.valuesUpdate(at.id, called, body, { valueInputOption: 'RAW' }))).toBe(
      message,
    );
    expect(refusal(() => at.api.valuesAppend(at.id, called, body, { valueInputOption: 'RAW' }))).toBe(
      message,
    );
  });

  test.each([
    ['A1', 'Sheet1!A1'],
    ["'Sheet1'!A1:B2", 'sheet1!$A$1:B2'],
  ])('a call on %s may name it %s', (called, named) => {
    const at = host();
    const body = { range: named, values: [['a']] };
    expect(refusal(() => at.api.valuesUpdate(at.id, called, body, { valueInputOption: 'RAW' }))).toBe(
      'not refused',
    );
  });

  test('values within values', () => {
    expect(refusal(() => write(host(), 'A1:B2', [['a'], [[1]]]))).toBe(
      'INVALID_ARGUMENT Invalid values[1][0]: list_value \t {\n  values {\n    number_value: 1.0\n  }\n}\n',
    );
  });
});

describe('what Google was seen to answer', () => {
  const sheet = (...requests: object[]) => {
    const at = host();
    if (requests.length > 0) batch(at, ...requests);
    return at;
  };
  const scale = (minpoint: object, maxpoint?: object) => ({
    addConditionalFormatRule: {
      rule: { ranges: [whole], gradientRule: { minpoint, ...(maxpoint ? { maxpoint } : {}) } },
    },
  });
  const place = (location: object) => ({
    createDeveloperMetadata: {
      developerMetadata: { metadataKey: 'k', visibility: 'DOCUMENT', location },
    },
  });
  const frozen = (gridProperties: object, fields: string) => ({
    updateSheetProperties: { properties: { sheetId: 0, gridProperties }, fields },
  });

  test.each<[object, string]>([
    [scale({ type: 'MIN' }), 'No interpolationPointType specified.'],
    [scale({ value: '1' }, { type: 'MAX' }), 'No interpolationPointType specified.'],
    [scale({ type: 'NUMBER' }, { type: 'MAX' }), 'InterpolationPoint.value is required.'],
    [scale({ type: 'NUMBER', value: '1,5' }, { type: 'MAX' }), 'Invalid InterpolationPoint.value: 1,5'],
    [
      { addNamedRange: { namedRange: { name: 'a b', range: whole } } },
      'The name given to this range is invalid.',
    ],
    [
      place({ dimensionRange: { dimension: 'ROWS', startIndex: 0, endIndex: 2 } }),
      'DimensionRange must represent a single row or column.',
    ],
    [
      place({ dimensionRange: { dimension: 'ROWS' } }),
      'DimensionRange must specify both a startIndex and an endIndex.',
    ],
  ])('%j', (request, message) => {
    const kind = Object.keys(request)[0];
    expect(refusal(() => batch(sheet(), request))).toBe(
      `INVALID_ARGUMENT Invalid requests[0].${kind}: ${message}`,
    );
  });

  test('a colour scale keeps no value at its ends, and reads numbers by the locale', () => {
    const at = host({ locale: 'de_DE' });
    batch(at, scale({ type: 'MIN', value: '2' }, { type: 'NUMBER', value: '1,5' }));
    const [rule] = at.store.get(at.id)!.sheets[0]!.conditionalFormats;
    expect(rule?.gradientRule).toEqual({
      minpoint: { type: 'MIN' },
      maxpoint: { type: 'NUMBER', value: '1,5' },
    });
  });

  test('a merge over the edge of what is frozen', () => {
    const at = sheet(frozen({ frozenRowCount: 1 }, 'gridProperties.frozenRowCount'));
    const merge = (startRowIndex: number) => ({
      mergeCells: { range: { ...whole, startRowIndex, endRowIndex: 3 }, mergeType: 'MERGE_ALL' },
    });
    expect(refusal(() => batch(at, merge(0)))).toContain("You can't merge frozen and non-frozen rows.");
    expect(refusal(() => batch(at, merge(1)))).toBe('not refused');
  });

  test('a repeated cell over a range that ends outside, or that has no cell, is taken', () => {
    const at = host({ rows: 5, columns: 3 });
    const repeat = (range: object) => ({ repeatCell: { range, cell: { note: 'n' }, fields: 'note' } });
    batch(at, repeat(cells(4, 9, 2, 30)), repeat(cells(3, 3, 0, 1)));
    const sheetNow = at.store.get(at.id)!.sheets[0]!;
    expect([sheetNow.rowCount, sheetNow.columnCount]).toEqual([5, 3]);
    expect(cellOf(sheetNow.cells[4]?.[2])?.note).toBe('n');
    expect(sheetNow.cells[3]).toEqual([]);
  });

  test('clearing several ranges names the one that is wrong', () => {
    const at = host({ rows: 220, columns: 18 });
    expect(refusal(() => at.api.valuesBatchClear(at.id, { ranges: ['A1', 'A221:ZZ'] }))).toBe(
      'INVALID_ARGUMENT Invalid range[1]: Range (Sheet1!A221:ZZ) exceeds grid limits. Max rows: 220, max columns: 18',
    );
  });
});
