import fc from 'fast-check';
import { detectDelimiter, parseCsv } from '../../src/files/csv.ts';

const rowsOf = (text: string): readonly (readonly string[])[] => {
  const parsed = parseCsv(text);
  if ('issue' in parsed) throw new Error(JSON.stringify(parsed.issue));
  return parsed.rows;
};

describe('parseCsv', () => {
  test.each([
    [
      'quotes, commas and line ends in cells',
      'a,b\n"1,5","say ""hi""\r\nbye"\n',
      [
        ['a', 'b'],
        ['1,5', 'say "hi"\nbye'],
      ],
    ],
    [
      'CRLF',
      'a,b\r\n1,2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'lone CR',
      'a,b\r1,2\r',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'mixed line ends',
      'a,b\n1,2\r\n3,4\n',
      [
        ['a', 'b'],
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    [
      'no line end at the end',
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['blank lines keep their row numbers', 'a,b\n\n1,2\n\n', [['a', 'b'], [''], ['1', '2'], ['']]],
    ['spaces and quotes within a cell stay', ' -x, 5" wide \n', [[' -x', ' 5" wide ']]],
    [
      'semicolons with decimal commas',
      'id;t;r\nx;"a;b";1,5\ny;c, d;2,5\n',
      [
        ['id', 't', 'r'],
        ['x', 'a;b', '1,5'],
        ['y', 'c, d', '2,5'],
      ],
    ],
    [
      'tabs',
      'id\tt\nx\ta, b; c\n',
      [
        ['id', 't'],
        ['x', 'a, b; c'],
      ],
    ],
    ['a line sep=', 'sep=;\r\na;b,c\r\n', [['a', 'b,c']]],
    ['a line sep= that contradicts the look', 'sep=,\na;b;c\n1;2;3\n', [['a;b;c'], ['1;2;3']]],
    ['one column', 'a\nb\n', [['a'], ['b']]],
  ])('%s', (_, text, rows) => {
    expect(rowsOf(text)).toEqual(rows);
  });

  test('a quote that is never closed: the file was cut off', () => {
    expect(parseCsv('a,b\n1,2\n3,"half a ti')).toEqual({
      issue: { code: 'FILE_TRUNCATED', values: { row: 3 } },
    });
  });

  test('text after a closing quote would swallow rows', () => {
    expect(parseCsv('a,b\n1,"x" y\n2,"z"\n')).toEqual({ issue: { code: 'FILE_QUOTE', values: { row: 2 } } });
  });
});

test('the delimiter is the one that lines agree on, outside quotes', () => {
  expect(detectDelimiter('a,b,c\n"x;y;z;w",1,2\n')).toBe(',');
  expect(detectDelimiter('Title of a report, long\n\nid;views\nx;1\ny;2\n')).toBe(';');
  expect(detectDelimiter('')).toBe(',');
});

test('what is written as CSV is read back, whatever the cells hold', () => {
  const cell = fc.oneof(
    fc.string({ unit: fc.constantFrom(',', ';', '\t', '"', '\n', ' ', 'a', '1', '-', '视', '🤣') }),
    fc.string({ unit: 'grapheme' }),
  );
  const table = fc
    .integer({ min: 2, max: 6 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
    );
  const quoted = (text: string): string => `"${text.replace(/"/g, '""')}"`;
  fc.assert(
    fc.property(
      table,
      fc.constantFrom(',', ';', '\t'),
      fc.constantFrom('\n', '\r\n'),
      (rows, delimiter, end) => {
        const text = rows.map((row) => row.map(quoted).join(delimiter) + end).join('');
        const unified = rows.map((row) => row.map((each) => each.replace(/\r\n?/g, '\n')));
        expect(rowsOf(text)).toEqual(unified);
      },
    ),
    { seed: 20260801, numRuns: 400 },
  );
});
