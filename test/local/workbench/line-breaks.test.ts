import fc from 'fast-check';
import { breakLines } from '../../../src/local/workbench/page/line-breaks.ts';

/** A Chinese letter is twice as wide as a Latin one. */
const measure = (text: string) => [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? 2 : 1), 0);

test.each([
  ['one two three', 8, ['one two', 'three']],
  ['在 TikTok 后台导出', 8, ['在', 'TikTok', '后台导出']],
  ['后台导出 TikTok 数据', 14, ['后台导出', 'TikTok 数据']],
  ['导出到 GMV，再导入', 10, ['导出到', 'GMV，再导', '入']],
  ['a\n\nb', 5, ['a', '', 'b']],
  ['abcdefgh', 3, ['abc', 'def', 'gh']],
  ['', 5, ['']],
])('%j in %i', (text, width, lines) => {
  expect(breakLines(text, width, measure)).toEqual(lines);
});

test('no line is wider than the width, and nothing but blanks is lost', () => {
  const text = fc.stringMatching(/^[a-z 目标完成，。\n]{0,40}$/);
  fc.assert(
    fc.property(text, fc.integer({ min: 2, max: 20 }), (given, width) => {
      const lines = breakLines(given, width, measure);
      for (const line of lines)
        if ([...line].length > 1) expect(measure(line)).toBeLessThanOrEqual(width + 2);
      expect(lines.join('').replace(/\s/g, '')).toBe(given.replace(/\s/g, ''));
    }),
    { seed: 4, numRuns: 300 },
  );
});
