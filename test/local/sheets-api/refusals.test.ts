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

  test('a body that names another range than the call', () => {
    const at = host();
    expect(
      refusal(() =>
        at.api.valuesUpdate(at.id, 'A1', { range: 'A2', values: [] }, { valueInputOption: 'RAW' }),
      ),
    ).toBe("INVALID_ARGUMENT Request range[Sheet1!A1] does not match value's range[Sheet1!A2]");
  });

  test('values within values', () => {
    expect(refusal(() => write(host(), 'A1:B2', [['a'], [[1]]]))).toBe(
      'INVALID_ARGUMENT Invalid values[1][0]: list_value \t {\n  values {\n    number_value: 1.0\n  }\n}\n',
    );
  });
});
