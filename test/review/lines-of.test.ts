/** Lines of sentences in merged cells: never fewer than they take, or their end would be cut off. */
import fc from 'fast-check';
import { linesOf } from '../../src/review/render/lines-of.ts';

test('as many as a browser makes of the same text', () => {
  const names =
    'Answered in time (Sun Xiaoting), TikTok product impressions (Zhou Mingxuan), CVR ID (Rizky Pratama)';
  // Measured in Chromium with Arial's widths, 1,006 pixels wide at 11 points, as the head is.
  const width = (1006 * 10) / 11;
  expect(linesOf(`Red KPIs without an open action: ${names} and 4 more.`, width)).toBe(2);
  expect(linesOf('Also, guards that call for action now: 5 (see “Guards”).', width)).toBe(1);
  expect(linesOf(`红灯 KPI 暂无进行中的行动项：${'舆情响应时效达成率（孙晓婷）、'.repeat(4)}`, width)).toBe(
    2,
  );
});

test('letters are as wide as they are', () => {
  expect([linesOf('i'.repeat(200), 1000), linesOf('W'.repeat(200), 1000)]).toEqual([1, 3]);
  expect([linesOf('内'.repeat(72), 1000), linesOf('内'.repeat(73), 1000)]).toEqual([1, 2]);
});

test('a word goes to the next line as a whole, and is broken where it is longer than one', () => {
  const word = 'n'.repeat(70);
  expect(linesOf(`${word} ${word}`, 600)).toBe(2);
  expect(linesOf(`${word} ${word}`, 1100)).toBe(1);
  expect(linesOf('n'.repeat(140), 600)).toBe(2);
  expect(linesOf('', 600)).toBe(1);
});

test('more room never makes more lines, nor more text fewer', () => {
  const words = fc.array(
    fc.constantFrom('GMV', 'of', 'YouTube', '视频', 'illicit', 'W', 'n'.repeat(90), '(Ana)'),
  );
  fc.assert(
    fc.property(words, words, fc.integer({ min: 200, max: 1200 }), (first, second, width) => {
      const text = first.join(' ');
      const more = [...first, ...second].join(' ');
      return (
        linesOf(more, width) >= linesOf(text, width) && linesOf(text, width + 400) <= linesOf(text, width)
      );
    }),
  );
});
