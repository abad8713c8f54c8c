import type { Calculator, DocumentState } from '../../../src/local/document/model.ts';
import { createCalculator } from '../../../src/local/engine/calculator.ts';
import { batch, cells, host, read, refusal, write } from './host.ts';

test('reads leave out empty cells at the ends and keep those between', () => {
  const at = host();
  write(at, 'B2:D4', [['x', '', ''], [], ['', 2.5, '']]);
  expect(at.api.valuesGet(at.id, 'Sheet1')).toEqual({
    range: 'Sheet1!A1:Z1000',
    majorDimension: 'ROWS',
    values: [[], ['', 'x'], [], ['', '', '2.5']],
  });
  expect(read(at, 'B2:C', { majorDimension: 'COLUMNS' })).toEqual([['x'], ['', '', '2.5']]);
  expect(at.api.valuesGet(at.id, 'F:G')).toEqual({ range: 'Sheet1!F1:G1000', majorDimension: 'ROWS' });
});

test.each([
  ['7', { numberValue: 7 }, '7'],
  ['-1,234.5', { numberValue: -1234.5 }, '-1,234.50'],
  ['12%', { numberValue: 0.12 }, '12%'],
  ['12.5%', { numberValue: 0.125 }, '12.50%'],
  ['$1,234', { numberValue: 1234 }, '$1,234'],
  ['2026-11-22', { numberValue: 46348 }, '2026-11-22'],
  ['11/22/2026', { numberValue: 46348 }, '11/22/2026'],
  ['2026年11月22日', { numberValue: 46348 }, '2026年11月22日'],
  ['6:30', { numberValue: 0.2708333333333333 }, '6:30'],
  ['true', { boolValue: true }, 'TRUE'],
  ["'00123", { stringValue: '00123' }, '00123'],
  ["'=A1", { stringValue: '=A1' }, '=A1'],
  ['=', { stringValue: '=' }, '='],
  ['1 1/2', { stringValue: '1 1/2' }, '1 1/2'],
  ['直播', { stringValue: '直播' }, '直播'],
])('typed: %s', (typed, userEnteredValue, formattedValue) => {
  const at = host();
  write(at, 'A1', [[typed]], 'USER_ENTERED');
  const answer = at.api.spreadsheetsGet(at.id, {
    fields: 'sheets.data.rowData.values(userEnteredValue,formattedValue)',
  });
  expect(answer).toEqual({
    sheets: [{ data: [{ rowData: [{ values: [{ userEnteredValue, formattedValue }] }] }] }],
  });
});

test('a sheet of a locale with decimal commas reads and shows them', () => {
  const at = host({ locale: 'de_DE' });
  write(at, 'A1:B1', [['1234,5', '3.4.2026']], 'USER_ENTERED');
  expect(read(at, 'A1:B1', { valueRenderOption: 'UNFORMATTED_VALUE' })).toEqual([[1234.5, 46115]]);
  expect(read(at, 'A1:B1')).toEqual([['1234,5', '3.4.2026']]);
  batch(at, {
    repeatCell: {
      range: cells(0, 1, 1, 2),
      cell: { userEnteredFormat: { numberFormat: { type: 'DATE' } } },
      fields: 'userEnteredFormat.numberFormat',
    },
  });
  expect(read(at, 'B1')).toEqual([['03.04.2026']]);
  write(at, 'A1:B1', [['wahr', 'FALSE']], 'USER_ENTERED');
  expect(read(at, 'A1:B1')).toEqual([['WAHR', 'FALSCH']]);
});

test('text cells keep typed numbers as text; raw texts are never parsed', () => {
  const at = host();
  batch(at, {
    repeatCell: {
      range: cells(0, 1, 0, 1),
      cell: { userEnteredFormat: { numberFormat: { type: 'TEXT' } } },
      fields: 'userEnteredFormat.numberFormat',
    },
  });
  write(at, 'A1', [['7311234567890123456']], 'USER_ENTERED');
  write(at, 'B1:C1', [['1/2', '=1+1']]);
  expect(read(at, 'A1:C1', { valueRenderOption: 'UNFORMATTED_VALUE' })).toEqual([
    ['7311234567890123456', '1/2', '=1+1'],
  ]);
});

test('dates come as serial numbers or as shown', () => {
  const at = host();
  write(at, 'A1', [['2026-11-22']], 'USER_ENTERED');
  const unformatted = { valueRenderOption: 'UNFORMATTED_VALUE' };
  expect(read(at, 'A1', unformatted)).toEqual([[46348]]);
  expect(read(at, 'A1', { ...unformatted, dateTimeRenderOption: 'FORMATTED_STRING' })).toEqual([
    ['2026-11-22'],
  ]);
});

test.each([
  [1 / 3, '0.3333333333'],
  [100 / 3, '33.33333333'],
  [123456789012345, '123456789012345'],
  [1234567890123456, '1.23457E+15'],
  [0.1 + 0.2, '0.3'],
  [-0.5, '-0.5'],
])('%d shows as %s without a format', (value, shown) => {
  const at = host();
  write(at, 'A1', [[value]]);
  expect(read(at, 'A1')).toEqual([[shown]]);
});

test('a write counts the cells, rows and columns that it wrote; null leaves a cell alone', () => {
  const at = host();
  write(at, 'A1:C2', [
    ['a', 'b', 'c'],
    ['d', 'e', 'f'],
  ]);
  expect(
    write(at, 'A1:C2', [
      [null, 'B', null],
      ['', null, null],
    ]),
  ).toEqual({
    spreadsheetId: at.id,
    updatedRange: 'Sheet1!A1:C2',
    updatedRows: 2,
    updatedColumns: 2,
    updatedCells: 2,
  });
  expect(read(at, 'A1:C2')).toEqual([
    ['a', 'B', 'c'],
    ['', 'e', 'f'],
  ]);
});

test.each([
  ['A1:B1', [['a', 'b', 'c']], 'Requested writing within range [A1:B1], but tried writing to column [C]'],
  [
    "'Sheet1'!A1:B1",
    [['a'], ['b']],
    "Requested writing within range ['Sheet1'!A1:B1], but tried writing to row [2]",
  ],
  ['Sheet1!Z1', [['a', 'b']], 'Requested writing within range [Sheet1!Z1], but tried writing to column [AA]'],
  ['A1000', [['a'], ['b']], 'Requested writing within range [A1000], but tried writing to row [1001]'],
  ['A:A', [['a', 'b']], 'Requested writing within range [A:A], but tried writing to column [B]'],
  ['A1:B2000', [['a']], 'Range (Sheet1!A1:B2000) exceeds grid limits. Max rows: 1000, max columns: 26'],
  ['A1001', [['a']], 'Range (Sheet1!A1001) exceeds grid limits. Max rows: 1000, max columns: 26'],
  ['Nowhere!A1', [['a']], 'Unable to parse range: Nowhere!A1'],
  [
    'A1',
    [['x'.repeat(50_001)]],
    'Your input contains more than the maximum of 50000 characters in a single cell.',
  ],
])('a write to %s that does not fit is refused', (range, values, message) => {
  const at = host();
  expect(refusal(() => write(at, range, values))).toBe(`INVALID_ARGUMENT ${message}`);
});

test('a write must say how its values are to be read', () => {
  const at = host();
  expect(refusal(() => at.api.valuesUpdate(at.id, 'A1', { values: [['a']] }, {}))).toBe(
    "INVALID_ARGUMENT 'valueInputOption' is required but not specified",
  );
});

test('a batch of writes with one bad range writes nothing and names it', () => {
  const at = host();
  const data = [
    { range: 'A1', values: [['a']] },
    { range: 'Nowhere!A1', values: [['b']] },
  ];
  expect(refusal(() => at.api.valuesBatchUpdate(at.id, { valueInputOption: 'RAW', data }))).toBe(
    'INVALID_ARGUMENT Invalid data[1]: Unable to parse range: Nowhere!A1',
  );
  expect(read(at, 'A1')).toBeUndefined();
});

test('appending goes below the last table in the range and grows the sheet', () => {
  const at = host({ rows: 3, columns: 4 });
  write(at, 'B1:C3', [
    ['h', 'h'],
    [1, 2],
    [3, 4],
  ]);
  const answer = at.api.valuesAppend(
    at.id,
    'Sheet1',
    { values: [[5, 6]] },
    { valueInputOption: 'RAW', includeValuesInResponse: true },
  );
  expect(answer).toEqual({
    spreadsheetId: at.id,
    tableRange: 'Sheet1!B1:C3',
    updates: {
      spreadsheetId: at.id,
      updatedRange: 'Sheet1!B4:C4',
      updatedRows: 1,
      updatedColumns: 2,
      updatedCells: 2,
      updatedData: { range: 'Sheet1!B4:C4', majorDimension: 'ROWS', values: [['5', '6']] },
    },
  });
});

test('inserted rows push down what stands below the table', () => {
  const at = host();
  write(at, 'A1:A4', [['head'], ['one'], [''], ['below']]);
  at.api.valuesAppend(
    at.id,
    'A1:A2',
    { values: [['two']] },
    { valueInputOption: 'RAW', insertDataOption: 'INSERT_ROWS' },
  );
  expect(read(at, 'A:A')).toEqual([['head'], ['one'], ['two'], [], ['below']]);
});

test('clearing takes values only', () => {
  const at = host();
  batch(at, {
    updateCells: {
      range: cells(0, 1, 0, 1),
      rows: [{ values: [{ userEnteredValue: { numberValue: 1 }, note: 'kept' }] }],
      fields: '*',
    },
  });
  expect(at.api.valuesClear(at.id, 'Sheet1')).toEqual({
    spreadsheetId: at.id,
    clearedRange: 'Sheet1!A1:Z1000',
  });
  const answer = at.api.spreadsheetsGet(at.id, {
    fields: 'sheets.data.rowData.values(userEnteredValue,note)',
  });
  expect(answer).toEqual({ sheets: [{ data: [{ rowData: [{ values: [{ note: 'kept' }] }] }] }] });
});

describe('formulas', () => {
  /** Shows 42 in a formula's cell, spills a text and an error below it and keeps the states that it is asked for. */
  const counting = (): { calculator: Calculator; states: DocumentState[] } => {
    const states: DocumentState[] = [];
    const calculator: Calculator = {
      calculate: (document) => {
        states.push(document);
        return new Map([
          [0, [[{ numberValue: 42 }], [{ stringValue: 'spilled' }], [{ errorValue: { type: 'N_A' } }]]],
        ]);
      },
    };
    return { calculator, states };
  };

  test('show what the calculator says, spills and errors too', () => {
    const { calculator, states } = counting();
    const at = host({ calculator });
    expect(read(at, 'A1:A3')).toBeUndefined();
    expect(states).toEqual([]);
    write(at, 'A1', [['=X()']], 'USER_ENTERED');
    expect(read(at, 'A1:A3')).toEqual([['42'], ['spilled'], ['#N/A']]);
    expect(read(at, 'A1:A3', { valueRenderOption: 'FORMULA' })).toEqual([['=X()'], ['spilled'], ['#N/A']]);
    expect(read(at, 'A1:A3', { valueRenderOption: 'UNFORMATTED_VALUE' })).toEqual([
      [42],
      ['spilled'],
      ['#N/A'],
    ]);
  });

  test('are asked of the calculator by the state that is read, which is one until it changes', () => {
    const { calculator, states } = counting();
    const at = host({ calculator });
    write(at, 'A1', [['=X()']], 'USER_ENTERED');
    read(at, 'A1');
    read(at, 'A1:B9');
    expect(new Set(states).size).toBe(1);
    write(at, 'C1', [[1]]);
    read(at, 'A1');
    expect(new Set(states).size).toBe(2);
  });
});

test('results of formulas are shown as what they are made of', () => {
  const at = host({ calculator: createCalculator() });
  write(
    at,
    'A1:C3',
    [
      ['2020-01-02', '$1,200.50', '40%'],
      ['2020-01-05', '=B1*2', '=C1'],
      ['=A1+1', '=SUM(B1:B2)', '=A2-A1'],
    ],
    'USER_ENTERED',
  );
  expect(read(at, 'A1:C3')).toEqual([
    ['2020-01-02', '$1,200.50', '40%'],
    ['2020-01-05', '$2,401.00', '40%'],
    ['2020-01-03', '$3,601.50', '3'],
  ]);
  const dated = { valueRenderOption: 'UNFORMATTED_VALUE', dateTimeRenderOption: 'FORMATTED_STRING' };
  expect(read(at, 'A3:C3', dated)).toEqual([['2020-01-03', 3601.5, 3]]);
  write(at, 'D1', [['=TODAY()']], 'USER_ENTERED');
  expect((read(at, 'D1') as string[][])[0]![0]).toMatch(/^\d+\/\d+\/\d{4}$/);
  const format = { numberFormat: { type: 'NUMBER', pattern: '0' } };
  batch(at, {
    repeatCell: {
      range: cells(2, 3, 0, 1),
      cell: { userEnteredFormat: format },
      fields: 'userEnteredFormat.numberFormat',
    },
  });
  expect(read(at, 'A3')).toEqual([['43833']]);
});
