import { cellName, formulaIn, gridOf } from '../../src/workbook/example-formula.ts';
import { builtFiles } from '../start/built.ts';

test('arguments are separated as the locale does it, texts stay', () => {
  const example = '=KPI_UTM(A2:A; "a; b"; "say ""x; y"""; B2:B)';
  expect(formulaIn(example, 'en_US')).toBe('=KPI_UTM(A2:A, "a; b", "say ""x; y""", B2:B)');
  expect(formulaIn(example, 'zh_CN')).toBe(formulaIn(example, 'en_US'));
  expect(formulaIn(example, 'de_DE')).toBe(example);
});

test('no example has a decimal mark, which locales write differently', () => {
  const page = builtFiles()['help.html'] ?? '';
  const functions: { example: string; sample: string }[] = JSON.parse(page.replace(/<[^>]*>/g, ''));
  const examples = functions.flatMap(({ example, sample }) => [example, sample]);
  expect(examples.length).toBeGreaterThan(30);
  expect(
    examples.filter((example) => example === '' || /\d[.,]\d/.test(example.replace(/"[^"]*"/g, ''))),
  ).toEqual([]);
});

test.each([
  ['G2', 1, 6],
  ['AB900', 899, 27],
])('%s is a cell', (cell, row, column) => {
  expect(gridOf(cell)).toEqual({ row, column });
  expect(cellName(row, column)).toBe(cell);
});
