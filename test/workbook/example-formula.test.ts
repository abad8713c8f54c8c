import { cellName, formulaAt, formulaIn, gridOf, refersTo } from '../../src/workbook/example-formula.ts';
import { builtFiles } from '../start/built.ts';

test('arguments are separated as the locale does it, texts stay', () => {
  const example = '=KPI_UTM(A2:A; "a; b"; "say ""x; y"""; B2:B)';
  expect(formulaIn(example, 'en_US')).toBe('=KPI_UTM(A2:A, "a; b", "say ""x; y""", B2:B)');
  expect(formulaIn(example, 'zh_CN')).toBe(formulaIn(example, 'en_US'));
  expect(formulaIn(example, 'de_DE')).toBe(example);
});

test.each([
  ['=KPI_DUE(G2:G; H2:H; J1; 3)', 6, '=KPI_DUE(G7:G; H7:H; J1; 3)'],
  ['=KPI_MIX_RATE(B2:B4; C2:C4)', 3, '=KPI_MIX_RATE(B4:B6; C4:C6)'],
  ['=KPI_UTM(A2:A; "A2:A")', 3, '=KPI_UTM(A4:A; "A2:A")'],
  ['=KPI_CASCADE(A2:D; E2:E; 1200000)', 1, '=KPI_CASCADE(A2:D; E2:E; 1200000)'],
  ['=KPI_RATE(B2:B; C2:C; 1000)', 0, '=KPI_RATE(B2:B; C2:C; 1000)'],
])('%s in row index %i is %s', (example, row, expected) => {
  expect(formulaAt(example, row)).toBe(expected);
});

test('no example has a decimal mark, which locales write differently', () => {
  const page = builtFiles()['help.html'] ?? '';
  const functions: { example: string }[] = JSON.parse(page.replace(/<[^>]*>/g, ''));
  const examples = functions.map(({ example }) => example);
  expect(examples.length).toBeGreaterThan(30);
  expect(
    examples.filter((example) => example === '' || /\d[.,]\d/.test(example.replace(/"[^"]*"/g, ''))),
  ).toEqual([]);
});

test.each([
  ['=KPI_DUE(G2:G; H2:H; J1; 3)', 'G2', true],
  ['=KPI_DUE(G2:G; H2:H; J1; 3)', 'G900', true],
  ['=KPI_DUE(G2:G; H2:H; J1; 3)', 'G1', false],
  ['=KPI_DUE(G2:G; H2:H; J1; 3)', 'J1', true],
  ['=KPI_DUE(G2:G; H2:H; J1; 3)', 'J2', false],
  ['=KPI_TREE(A2:D; E2:E)', 'C5', true],
  ['=KPI_TREE(A2:D; E2:E)', 'F2', false],
  ['=KPI_MIX_RATE(B2:B4; C2:C4)', 'B5', false],
  ['=KPI_WEEK_START("A2026-W47")', 'A2026', false],
  ['=KPI_BREAK_EVEN_ROAS(25%)', 'A1', false],
])('%s refers to %s: %s', (formula, cell, expected) => {
  const { row, column } = gridOf(cell);
  expect(cellName(row, column)).toBe(cell);
  expect(refersTo(formula, row, column)).toBe(expected);
});
