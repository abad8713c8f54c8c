import { boundRanges, engineFormula, formulaNames } from '../../../src/local/engine/formula-text.ts';

describe('engineFormula', () => {
  test.each([
    ['=SUM(A1;B2)', '=SUM(A1,B2)'],
    ['=SUM(A1,B2)', '=SUM(A1,B2)'],
    ['=IF(A1;"a;b";\'x;y\'!A1)', '=IF(A1,"a;b",\'x;y\'!A1)'],
    ['={1,2;3,4}', '={1,2;3,4}'],
    ['={SUM(A1;2);3}', '={SUM(A1,2);3}'],
    ['="say ""hi"""', '=("say "&CHAR(34)&"hi"&CHAR(34)&"")'],
    ['="C:\\"', '=("C:"&CHAR(92))'],
    ["='It''s'!A1", "='It’s'!A1"],
    ['=#REF!+1', '=#REF+1'],
  ])('%s with a decimal point', (given, expected) => {
    expect(engineFormula(given, false)).toBe(expected);
  });

  test.each([
    ['=SUM(A1;1,5)', '=SUM(A1,1.5)'],
    ['={1,5\\2;3\\4}', '={1.5,2;3,4}'],
  ])('%s with a decimal comma', (given, expected) => {
    expect(engineFormula(given, true)).toBe(expected);
  });

  test.each([
    ['=SUM(A1', false],
    ['=SUM(A1))', false],
    ['="open', false],
    ['=A1#', false],
    ['=A1?', false],
    ['=SUM(S!B1:S!D9)', false],
    ["=SUM('S'!B1:'S'!D9)", false],
    ['=SUM(A1,B1)', true],
    ['=SUM(A1,5)', true],
    ['=MAX(1,2,3)', true],
  ])('%s cannot be read', (given, decimalComma) => {
    expect(engineFormula(given, decimalComma)).toBe('=(');
  });
});

describe('formulaNames', () => {
  it('finds sheets, functions and other words', () => {
    const names = formulaNames("=VSTACK(\"No!A1 FAKE(\";KPI_ROI('It''s 数据'!A2:A;Data!B2))+Goal+表1!C3");
    expect(names.references).toEqual([
      { title: "It's 数据", first: 0, last: 0 },
      { title: 'Data', first: 1, last: 1 },
      { title: '表1', first: 2, last: 2 },
    ]);
    expect(names.functions).toEqual(['VSTACK', 'KPI_ROI']);
    expect(names.words).toContain('GOAL');
  });
});

describe('columns of references', () => {
  const everything = Number.MAX_SAFE_INTEGER;
  test.each([
    ['=SUM(S!B2:D9)', 1, 3],
    ['=SUM(S!$D:$B)', 1, 3],
    ["=SUM('S'!B2:D)", 1, 3],
    ['=SUM(S!B2: D9)', 1, 3],
    ['=S!AA1+1', 26, 26],
    ['=SUM(S!2:9)', 0, everything],
  ])('%s', (formula, first, last) => {
    expect(formulaNames(formula).references[0]).toEqual({ title: 'S', first, last });
  });
});

describe('columns of its own sheet', () => {
  const everything = Number.MAX_SAFE_INTEGER;
  test.each<[string, [number, number][]]>([
    ['=SUM(B2:D9)', [[1, 3]]],
    [
      '=VSTACK("A1";KPI_ROI($C$2:$C;$E$2:$E))',
      [
        [2, 2],
        [4, 4],
      ],
    ],
    [
      '=SUM(D:B)+$AA$1',
      [
        [1, 3],
        [26, 26],
      ],
    ],
    ['=SUM(2:5)', [[0, everything]]],
    ['=LOG10(A1)', [[0, 0]]],
    ["='S 2'!F1", []],
  ])('%s', (formula, spans) => {
    expect(formulaNames(formula).own).toEqual(spans.map(([first, last]) => ({ first, last })));
  });

  it('counts too many rather than too few', () => {
    expect(formulaNames('=SUM(S!A1:F9;C1)').own).toContainEqual({ first: 2, last: 2 });
  });
});

describe('boundRanges', () => {
  it('gives open ranges an end and leaves the rest alone', () => {
    expect(boundRanges("='Te am'!$A$2:$A", 50)).toBe("='Te am'!$A$2:$A$50");
    expect(boundRanges('=COUNT(A2:A9,B2:B)&"C2:C"', 50)).toBe('=COUNT(A2:A9,B2:B$50)&"C2:C"');
  });
});
