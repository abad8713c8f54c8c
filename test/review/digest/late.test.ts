import { lateComments, lateLetter } from '../../../src/review/digest/late.ts';
import { textOf } from '../../../src/review/digest/text.ts';

const NOW = 46_350.5;
const tableOf = (rows: readonly (readonly (string | number | null)[])[]) => {
  const keys = ['sentiment', 'posted', 'answered', 'text', 'owner', 'content', 'account'];
  const columns = Object.fromEntries(keys.map((key, i) => [key, rows.map((row) => row[i] ?? null)]));
  return { key: 'comments', title: 'Comments', rows: rows.length, columns };
};

test('negative comments without an answer past the limit are late, the longest waiting first', () => {
  const table = tableOf([
    ['negative', NOW - 1.5, null, 'a', 'Ana'],
    ['negative', NOW - 3, NOW - 2.9, 'answered'],
    ['neutral', NOW - 3, null, 'no complaint'],
    ['负面', NOW - 2, null, '=1+1', 'Bo', null, 'art'],
    ['negative', NOW - 0.25, null, 'in time'],
    ['negative', NOW - 5, 'yes', 'answered in words'],
    ['negative', NOW - 5, null, 'example', '', 'EXAMPLE-2'],
    ['negative', null, null, 'no time'],
  ]);
  const late = lateComments(table, 24, NOW);
  expect(late.comments.map(({ row, text, owner }) => [row, text, owner])).toEqual([
    [5, '=1+1', 'Bo'],
    [2, 'a', 'Ana'],
  ]);
  expect(late.comments[0]?.hours).toBeCloseTo(48, 6);
  expect(late.next).toBeCloseTo(NOW + 0.75, 9);
  expect(textOf(lateLetter(late.comments, 24, 'https://example.com/', 'en'))).toBe(
    [
      'Negative comments waiting too long: 2',
      '',
      '• These negative comments have had no answer for more than 24 hours.',
      '',
      'Waiting',
      '• =1+1 · Row 5 · Account art · Owner Bo · Waits for 48 hours',
      '• a · Row 2 · Owner Ana · Waits for 36 hours',
      '',
      'Open the comments',
      'https://example.com/',
      '',
      'You get this once a day at most, as their owner or as a recipient in the settings of the spreadsheet.',
    ].join('\n'),
  );
});

test('with nothing open there is no next time', () => {
  expect(lateComments(tableOf([]), 24, NOW)).toEqual({ comments: [], next: null });
});

test('an answer that is no time, and one to a comment without a time, are answers all the same', () => {
  const table = tableOf([
    ['negative', 'soon', 'yes', 'neither is a time'],
    ['negative', null, NOW - 1, 'only the answer is'],
    ['negative', NOW - 3, null, 'late'],
  ]);
  expect(lateComments(table, 24, NOW).comments.map(({ row }) => row)).toEqual([4]);
});

test('a limit that is no number of hours makes nothing late', () => {
  const table = tableOf([['negative', NOW - 3, null, 'late']]);
  expect(lateComments(table, Number.NaN, NOW)).toEqual({ comments: [], next: null });
});

test('a long comment is cut between its characters, and more than fit are counted', () => {
  const comment = { row: 2, account: '', owner: '', hours: 30, text: '👍'.repeat(121) };
  const letter = lateLetter(new Array(200).fill(comment), 24, '', 'en');
  const rows = letter.sections[0]?.rows ?? [];
  expect(rows[0]?.[0]).toBe(`${'👍'.repeat(120)}…`);
  expect(rows.at(-1)).toHaveLength(1);
  expect(rows.at(-1)?.[0]).toContain(String(200 - (rows.length - 1)));
  expect(letter.link).toBeUndefined();
  const [only] = lateLetter([{ ...comment, text: '👍'.repeat(120) }], 24, '', 'en').sections[0]?.rows ?? [];
  expect(only?.[0]).toBe('👍'.repeat(120));
});
