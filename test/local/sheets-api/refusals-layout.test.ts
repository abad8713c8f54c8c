import { batch, cells, host, read, refusal } from './host.ts';

const grid = (gridProperties: object, fields = 'gridProperties') => ({
  updateSheetProperties: { properties: { gridProperties }, fields },
});
const refused = (...requests: object[]): string =>
  refusal(() => batch(host({ rows: 10, columns: 5 }), ...requests));

describe('the size of a grid and what is frozen of it', () => {
  test.each<[object, string]>([
    [grid({ frozenRowCount: 1 }), "You can't delete all the rows on the sheet."],
    [grid({ rowCount: 4 }), "You can't delete all the columns on the sheet."],
    [
      grid({ rowCount: 2, columnCount: 5, frozenRowCount: 2 }),
      "You can't freeze all visible rows on the sheet.",
    ],
    [
      grid({ frozenColumnCount: 5 }, 'gridProperties.frozenColumnCount'),
      "You can't freeze all visible columns on the sheet.",
    ],
    [grid({ rowCount: -1 }, 'gridProperties.rowCount'), 'gridProperties.rowCount[-1] must be >= 1'],
  ])('%j', (request, message) => {
    expect(refused(request)).toBe(`INVALID_ARGUMENT Invalid requests[0].updateSheetProperties: ${message}`);
  });

  test('frozen rows may not leave only hidden ones', () => {
    const range = { sheetId: 0, dimension: 'ROWS', startIndex: 3, endIndex: 10 };
    const hide = {
      updateDimensionProperties: { range, properties: { hiddenByUser: true }, fields: 'hiddenByUser' },
    };
    const fields = 'gridProperties.frozenRowCount';
    expect(refused(hide, grid({ frozenRowCount: 3 }, fields))).toContain("You can't freeze all visible rows");
    expect(refused(hide, grid({ frozenRowCount: 2 }, fields))).toBe('not refused');
  });

  test.each([
    ['rows', 'frozenRowCount', cells(1, 3, 0, 1)],
    ['columns', 'frozenColumnCount', cells(0, 1, 1, 3)],
  ])('%s are not frozen through a merged cell', (axis, name, range) => {
    const freeze = (count: number) => grid({ [name]: count }, `gridProperties.${name}`);
    const merge = { mergeCells: { range, mergeType: 'MERGE_ALL' } };
    expect(refused(merge, freeze(2))).toBe(
      `INVALID_ARGUMENT Invalid requests[1].updateSheetProperties: You can't freeze ${axis} which contain only part of a merged cell.`,
    );
    expect([refused(merge, freeze(1)), refused(merge, freeze(3))]).toEqual(['not refused', 'not refused']);
  });
});

describe('fields of which one may be set', () => {
  test.each<[string, object, string, string]>([
    [
      'requests[0].add_chart.chart.spec',
      { addChart: { chart: { spec: { basicChart: {}, pieChart: {} } } } },
      'chart',
      'pieChart',
    ],
    [
      'requests[0].create_developer_metadata.developer_metadata.location',
      { createDeveloperMetadata: { developerMetadata: { location: { sheetId: 0, spreadsheet: true } } } },
      'location',
      'spreadsheet',
    ],
    [
      'requests[0].auto_resize_dimensions',
      { autoResizeDimensions: { dimensions: {}, dataSourceSheetDimensions: {} } },
      'dimensions',
      'dataSourceSheetDimensions',
    ],
    [
      'requests[0].update_conditional_format_rule',
      { updateConditionalFormatRule: { newIndex: 1, rule: {} } },
      'instruction',
      'rule',
    ],
  ])('%s', (path, request, group, name) => {
    expect(refused(request)).toBe(
      `INVALID_ARGUMENT Invalid value at '${path}' (oneof), oneof field '${group}' is already set. Cannot set '${name}'`,
    );
  });
});

describe('parameters of every method', () => {
  test('with a dollar sign', () => {
    const at = host();
    expect(at.api.spreadsheetsGet(at.id, { fields: 'spreadsheetId' })).toEqual({ spreadsheetId: at.id });
    const query = new URLSearchParams({ $fields: 'range', $alt: 'json', $prettyPrint: 'false', $key: 'k' });
    const answer = at.api.call('GET', `/v4/spreadsheets/${at.id}/values/A1`, query);
    expect(answer).toEqual({ status: 200, body: { range: 'Sheet1!A1' } });
  });

  test('answers are JSON', () => {
    const at = host();
    const query = new URLSearchParams({ alt: 'xml' });
    expect(at.api.call('GET', `/v4/spreadsheets/${at.id}`, query).status).toBe(400);
    expect(read(at, 'A1')).toBeUndefined();
  });
});

test('an object among values is shown as the service prints it', () => {
  const at = host();
  const values = [[{ a: 1, b: { c: ['x', null] } }]];
  const message = refusal(() => at.api.valuesUpdate(at.id, 'A1', { values }, { valueInputOption: 'RAW' }));
  expect(message).toBe(
    [
      'INVALID_ARGUMENT Invalid values[0][0]: struct_value \t {',
      '  fields {',
      '    key: "a"',
      '    value {',
      '      number_value: 1.0',
      '    }',
      '  }',
      '  fields {',
      '    key: "b"',
      '    value {',
      '      struct_value {',
      '        fields {',
      '          key: "c"',
      '          value {',
      '            list_value {',
      '              values {',
      '                string_value: "x"',
      '              }',
      '              values {',
      '                null_value: NULL_VALUE',
      '              }',
      '            }',
      '          }',
      '        }',
      '      }',
      '    }',
      '  }',
      '}',
      '',
    ].join('\n'),
  );
});

describe('formats that cannot be', () => {
  const format = (userEnteredFormat: object, fields = 'userEnteredFormat') => ({
    repeatCell: { range: cells(0, 1, 0, 1), cell: { userEnteredFormat }, fields },
  });

  test.each<[object, string]>([
    [{ textRotation: { angle: 91 } }, 'TextRotation.angle[91] must be between -90 and 90.'],
    [{ textRotation: { angle: -91 } }, 'TextRotation.angle[-91] must be between -90 and 90.'],
    [{ textFormat: { fontSize: 0 } }, 'TextFormat.fontSize[0] must be > 0.'],
    [{ numberFormat: { pattern: '0.0' } }, 'NumberFormat.type is required.'],
  ])('%j', (given, message) => {
    expect(refused(format(given))).toBe(`INVALID_ARGUMENT Invalid requests[0].repeatCell: ${message}`);
  });

  test('a pattern alone changes a number format that has its type', () => {
    const typed = format({ numberFormat: { type: 'NUMBER', pattern: '0' } });
    const pattern = format({ numberFormat: { pattern: '0.0' } }, 'userEnteredFormat.numberFormat.pattern');
    expect(refused(typed, pattern)).toBe('not refused');
    expect(refused(format({ textRotation: { angle: 90 }, textFormat: { fontSize: 1 } }))).toBe('not refused');
  });
});

describe('values of conditions', () => {
  const condition = (type: string, ...values: string[]) => ({
    type,
    values: values.map((userEnteredValue) => ({ userEnteredValue })),
  });
  const validation = (rule: object) => ({
    setDataValidation: { range: cells(0, 1, 0, 1), rule: { condition: rule } },
  });

  test.each<[object, string]>([
    [condition('NUMBER_GREATER', 'abc'), 'abc'],
    [condition('NUMBER_BETWEEN', '1', 'b'), 'b'],
    [condition('DATE_AFTER', 'some day'), 'some day'],
    [condition('ONE_OF_RANGE', 'Sheet1!A1:A3'), 'Sheet1!A1:A3'],
    [condition('ONE_OF_RANGE', '=Nowhere!A1:A3'), '=Nowhere!A1:A3'],
  ])('%j', (rule, value) => {
    const message = `Invalid ConditionValue.userEnteredValue: ${value}`;
    expect(refused(validation(rule))).toBe(
      `INVALID_ARGUMENT Invalid requests[0].setDataValidation: ${message}`,
    );
    const cell = { dataValidation: { condition: rule } };
    const request = { repeatCell: { range: cells(0, 1, 0, 1), cell, fields: 'dataValidation' } };
    expect(refused(request)).toBe(`INVALID_ARGUMENT Invalid requests[0].repeatCell: ${message}`);
  });

  test.each([
    condition('NUMBER_GREATER', '5%'),
    condition('NUMBER_GREATER', '=B1'),
    condition('DATE_AFTER', '2026-01-02'),
    condition('ONE_OF_RANGE', '=Sheet1!A1:A3'),
    condition('ONE_OF_RANGE', '=$B$1:$B'),
    condition('ONE_OF_LIST', 'a', 'b'),
  ])('%j is taken', (rule) => {
    expect(refused(validation(rule))).toBe('not refused');
  });

  test('relative dates are for formats and filters', () => {
    const relative = { type: 'DATE_AFTER', values: [{ relativeDate: 'TODAY' }] };
    expect(refused(validation(relative))).toContain('Relative dates are not supported in data validation.');
    const booleanRule = { condition: relative, format: { textFormat: { bold: true } } };
    const rule = { ranges: [cells(0, 1, 0, 1)], booleanRule };
    expect(refused({ addConditionalFormatRule: { rule, index: 0 } })).toBe('not refused');
  });
});
