import { pastedRows } from '../../../src/local/workbench/page/pasted-text.ts';

test.each<[string, string[][]]>([
  ['', [['']]],
  ['one', [['one']]],
  [
    'a\tb\nc\td',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  // As Excel and Google Sheets end a copied block.
  [
    'a\tb\r\nc\td\r\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'a\t\n\tb',
    [
      ['a', ''],
      ['', 'b'],
    ],
  ],
  ['a\n\nb', [['a'], [''], ['b']]],
  ['"two\nlines"\tb', [['two\nlines', 'b']]],
  ['"say ""hi"""\t1', [['say "hi"', '1']]],
  ['"quoted"', [['"quoted"']]],
  ['5" screen\t"', [['5" screen', '"']]],
])('%j', (text, rows) => {
  expect(pastedRows(text)).toEqual(rows);
});
