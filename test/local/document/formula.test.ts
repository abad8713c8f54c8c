import { changeFormula, renameInFormula, shiftFormula } from '../../../src/local/document/formula.ts';
import type { Change } from '../../../src/local/document/span.ts';

const rows = (kind: 'insert' | 'delete', start: number, count: number): Change =>
  kind === 'insert'
    ? { sheetId: 0, dimension: 'ROWS', kind, at: start, count }
    : { sheetId: 0, dimension: 'ROWS', kind, start, end: start + count };
const columns = (start: number, end: number, to: number): Change => ({
  sheetId: 0,
  dimension: 'COLUMNS',
  kind: 'move',
  start,
  end,
  to,
});

test.each([
  ['=A5+$A$5', rows('insert', 2, 3), '=A8+$A$8'],
  ['=SUM(A1:A10)', rows('insert', 4, 2), '=SUM(A1:A12)'],
  ['=SUM(A1:A10)', rows('insert', 10, 2), '=SUM(A1:A10)'],
  ['=SUM(A3:A)', rows('insert', 0, 1), '=SUM(A4:A)'],
  ['=SUM(A:A)+SUM(2:3)', rows('insert', 2, 1), '=SUM(A:A)+SUM(2:4)'],
  ['=SUM(A1:A10)', rows('delete', 3, 4), '=SUM(A1:A6)'],
  ['=A4+A5', rows('delete', 3, 1), '=#REF!+A4'],
  ['=Other!A9+A9', rows('delete', 0, 1), '=Other!A9+A8'],
  ['="A9"&A9&LOG10(A9)', rows('insert', 0, 1), '="A9"&A10&LOG10(A10)'],
  ["=COUNTIF('Two words'!A2:A,A2)", rows('insert', 0, 1), "=COUNTIF('Two words'!A2:A,A3)"],
  ['=B1&C1&D1', columns(1, 2, 4), '=D1&B1&C1'],
  ['=SUM(A1:E1)', columns(1, 2, 4), '=SUM(A1:E1)'],
])('%s after a change of its own sheet', (formula, change, expected) => {
  expect(changeFormula(formula, 'Sheet1', 'Sheet1', change)).toBe(expected);
});

test('a formula elsewhere follows by its sheet name, in any case of letters', () => {
  expect(changeFormula('=sheet1!B2+B2', 'Other', 'Sheet1', rows('insert', 0, 1))).toBe('=sheet1!B3+B2');
});

test.each([
  ['=A1+$A1+A$1+$A$1', 2, 1, '=B3+$A3+B$1+$A$1'],
  ['=SUM(B2:C)', 1, -1, '=SUM(A3:B)'],
  ['=A1', -1, 0, '=#REF!'],
  ['=A1', 0, 0, '=A1'],
  ['=1E5+2.5e-3*E5', 1, 0, '=1E5+2.5e-3*E6'],
])('%s copied by %i rows and %i columns', (formula, down, right, expected) => {
  expect(shiftFormula(formula, down, right)).toBe(expected);
});

test('references follow a sheet that is renamed or deleted', () => {
  expect(renameInFormula("=Plan!A1+'Plan'!B2+Planned!C3", 'Plan', '目标')).toBe(
    "='目标'!A1+'目标'!B2+Planned!C3",
  );
  expect(renameInFormula('=Plan!A1+B2', 'Plan', undefined)).toBe('=#REF!+B2');
});
