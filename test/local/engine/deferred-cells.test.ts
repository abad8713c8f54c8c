import { readFileTables } from '../../../src/files/read-file.ts';
import { deferrableSheets } from '../../../src/local/engine/deferred-cells.ts';
import { document, type Entry, sheet, text } from './build.ts';
import { cellXml, exported, sheetXml } from './exported.ts';

const left = { horizontalAlignment: 'LEFT' };

describe('cells that look alike', () => {
  it('are written with every value and in order', async () => {
    const words = ['two  blanks ', '=1+1', "'quoted", '<&>"', '😀', '[label](https://example.com)', '007'];
    const rows: Entry[][] = words.map((word, index) => [text(word), index, index % 2 === 0, text(word)]);
    const { bytes, parts } = await exported(document([sheet(1, 'S', rows, { rowCount: 9 })]));
    expect(readFileTables(bytes, 'book.xlsx')).toMatchObject({
      tables: [
        {
          rows: words.map((word, index) => [word, String(index), index % 2 === 0 ? 'TRUE' : 'FALSE', word]),
        },
      ],
    });
    const names = [...sheetXml(parts).matchAll(/<c r="([A-Z]+\d+)"/g)].map((match) => match[1]);
    expect(names).toEqual(
      words.flatMap((_, row) => ['A', 'B', 'C', 'D'].map((column) => column + (row + 1))),
    );
    const strings = parts.get('xl/sharedStrings.xml')!;
    expect(strings).toContain(`uniqueCount="${strings.match(/<si>/g)!.length}"`);
  });

  it('keep what makes them look different: kind of value, format, merges', async () => {
    const rows: Entry[][] = [
      [text('a', left), { value: { numberValue: 1 }, format: left }],
      [text('b', left), { value: { numberValue: 2 }, format: left }],
      [text('c'), { value: { numberValue: 3 } }],
      [text('wide', { ...left, backgroundColor: { red: 1 } })],
    ];
    const merges = [{ startRow: 3, endRow: 4, startColumn: 0, endColumn: 3 }];
    const { parts } = await exported(document([sheet(1, 'S', rows, { merges, rowCount: 5 })]));
    const style = (name: string) => / s="(\d+)"/.exec(cellXml(sheetXml(parts), name)!)?.[1];
    expect(style('B2')).toBe(style('B1'));
    expect(style('B2')).not.toBe(style('B3'));
    expect(style('C4')).toBe(style('A4'));
  });

  it('stay with the engine where a formula of the file reads them', async () => {
    const facts = sheet(2, 'Facts', [[1], [2], [3], [4]], { rowCount: 4 });
    const { parts } = await exported(
      document([sheet(1, 'S', [['=SUM(facts!A1:A4)']], { rowCount: 2 }), facts]),
    );
    expect(cellXml(sheetXml(parts), 'A1')).toContain('<v>10</v>');
  });
});

describe('deferrableSheets', () => {
  const range = { startRow: 0, endRow: 1, startColumn: 0, endColumn: 1 };
  const book = document([sheet(1, 'One', []), sheet(2, 'Two', []), sheet(3, 'Drei', [])], {
    namedRanges: [{ namedRangeId: 'n', name: 'Goal', sheetId: 3, range }],
  });
  test.each<[string, number[]]>([
    ['=1+1', [2, 3]],
    ["=SUM('two'!A1:A)", [3]],
    ['=goal*2', [2]],
    ['=INDIRECT("Two!A1")', []],
  ])('%s on the first sheet leaves %j', (formula, expected) => {
    expect([...deferrableSheets(book, [{ sheetId: 1, formula }])]).toEqual(expected);
  });

  it('leaves all without formulas', () => {
    expect(deferrableSheets(book, []).size).toBe(3);
  });
});
