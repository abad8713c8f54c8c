import { cellSurface } from '../../src/addon/cells/surface.ts';
import { cellName, formulaIn, gridOf, refersTo } from '../../src/workbook/example-formula.ts';

test('arguments are separated as the locale does it, texts stay', () => {
  const example = '=KPI_UTM(A2:A; "a; b"; "say ""x; y"""; B2:B)';
  expect(formulaIn(example, 'en_US')).toBe('=KPI_UTM(A2:A, "a; b", "say ""x; y""", B2:B)');
  expect(formulaIn(example, 'zh_CN')).toBe(formulaIn(example, 'en_US'));
  expect(formulaIn(example, 'de_DE')).toBe(example);
});

test('no example has a decimal mark, which locales write differently', () => {
  const examples = Object.values(cellSurface).map(({ example = '' }) => example);
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
