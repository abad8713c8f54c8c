import fc from 'fast-check';
import { serialOfIsoDate } from '../../src/kpi/calendar.ts';
import {
  durationBand,
  hourBand,
  titleLengthBand,
  titlePattern,
  weekdayLabel,
} from '../../src/kpi/content-bands.ts';
import { benjaminiHochberg, logRatios, recentRatios, weakVariables } from '../../src/kpi/weak-variables.ts';
import { expectFinite } from './cells.ts';

test('Benjamini–Hochberg: the fifteen p-values of the 1995 paper', () => {
  const ps = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
    0.759, 1,
  ];
  const qs = benjaminiHochberg(ps);
  expect(qs.filter((q) => q <= 0.05)).toHaveLength(4);
  expect(qs[3]).toBeCloseTo((0.0095 * 15) / 4, 12);
  expect(benjaminiHochberg([0.01, 0.04, 0.03])).toEqual([expect.closeTo(0.03, 12), 0.04, 0.04]);
  expect(benjaminiHochberg([])).toEqual([]);
});

test('log ratios to baseline', () => {
  expect(logRatios([2, 0, null, 5], [1, 1, 1, null])).toEqual([Math.log(2), null, null, null]);
  expect(logRatios([-2, 3, 0, 4, -1], [1, 0, 0, -4, -1])).toEqual(new Array(5).fill(null));
});

// 24 items; those with a "text" cover do about half as well, whatever the weekday.
const wobble = [0.03, -0.02, 0.05, -0.04, 0.01, -0.03];
const covers = Array.from({ length: 24 }, (_, i) => ['face', 'text', 'product', 'face'][i % 4] as string);
const weekdays = Array.from({ length: 24 }, (_, i) => (i < 12 ? 'Mon' : 'Tue'));
const ratios = covers.map((cover, i) => (cover === 'text' ? -0.7 : 0) + (wobble[(i * 5) % 6] as number));

test('the weak level is found, with shrunk effect, n and q', () => {
  const result = weakVariables(ratios, { cover: covers, weekday: weekdays });
  expect(result.found[0]).toMatchObject({ variable: 'cover', level: 'text', items: 6, others: 18 });
  expect(result.found[0]?.q).toBeLessThan(0.001);
  const plain = -0.7; // about; the shrunk effect is 6/11 of it
  expect(result.found[0]?.effect).toBeCloseTo(Math.expm1((plain * 6) / 11), 1);
  expect(result.found.some((level) => level.variable === 'weekday')).toBe(false);
  expect([result.tried, result.items, result.tooFew]).toEqual([4, 24, []]);
});

test('with too few items it says so', () => {
  const result = weakVariables(ratios.slice(0, 8), { cover: covers.slice(0, 8) });
  expect(result).toEqual({ found: [], tried: 0, items: 8, tooFew: ['cover'] });
});

test('five items of a level and five others are enough, four are not', () => {
  const tried = (own: number, others: number): number => {
    const labels = Array.from({ length: own + others }, (_, i) => (i < own ? 'text' : 'face'));
    const values = labels.map((label, i) => (label === 'text' ? -0.7 : 0) + (wobble[i % 6] as number));
    return weakVariables(values, { cover: labels }).tried;
  };
  expect([tried(5, 5), tried(4, 5), tried(5, 4)]).toEqual([1, 0, 0]);
});

test('the weakest comes first', () => {
  const styles = Array.from({ length: 40 }, (_, i) => ['face', 'text', 'product', 'desk'][i % 4] as string);
  const effects: Record<string, number> = { face: -0.6, text: -1.2, product: 1, desk: 1 };
  const values = styles.map((style, i) => (effects[style] as number) + (wobble[(i * 5) % 6] as number));
  expect(weakVariables(values, { cover: styles }).found.map(({ level }) => level)).toEqual(['text', 'face']);
});

test('of two levels, which are one question, the weaker is asked', () => {
  const labels = covers.map((cover) => (cover === 'text' ? 'yes' : 'no'));
  const result = weakVariables(ratios, { text: labels });
  expect([result.tried, result.found.map((level) => level.level)]).toEqual([1, ['yes']]);
});

test('items without a label or a ratio are left out', () => {
  const holed = ratios.map((ratio, i) => (i === 1 ? null : ratio));
  const labels = covers.map((cover, i) => (i === 5 ? '' : cover));
  const text = weakVariables(holed, { cover: labels }).found.find((level) => level.level === 'text');
  expect(text).toBeUndefined(); // 4 items are too few
});

test('publishing hours in four-hour bands', () => {
  const day = serialOfIsoDate('2026-11-22') as number;
  expect([hourBand(day), hourBand(day + 0.75), hourBand(day + 20 / 24), hourBand(day + 0.9999999)]).toEqual([
    '00–04',
    '16–20',
    '20–24',
    '00–04',
  ]);
});

test('of three levels only the weak one is reported, and the strong ones still count as questions', () => {
  const styles = Array.from({ length: 30 }, (_, i) => ['face', 'text', 'product'][i % 3] as string);
  const effects: Record<string, number> = { face: 0.9, text: -0.9, product: 0 };
  const values = styles.map((style, i) => (effects[style] as number) + (wobble[(i * 5) % 6] as number));
  const result = weakVariables(values, { cover: styles });
  expect(result.found.map(({ level }) => level)).toEqual(['text']);
  expect(result.tried).toBe(3);
  const strong = weakVariables(
    values.map((value) => -value),
    { cover: styles },
  );
  expect(strong.found.map(({ level }) => level)).toEqual(['face']);
  const alone = weakVariables(values, {
    cover: styles.map((style) => (style === 'text' ? 'text' : 'other')),
  });
  expect(alone.found[0]?.q).toBe(alone.found[0]?.p); // one question
  expect(result.found[0]?.q).toBeGreaterThan(result.found[0]?.p as number);
});

test('a variable without variation is not asked about', () => {
  const labels = Array.from({ length: 12 }, (_, i) => (i % 2 ? 'a' : 'b'));
  expect(weakVariables(new Array(12).fill(Math.log(0.3)), { cover: labels })).toMatchObject({
    ...{ found: [], tried: 0, tooFew: ['cover'] },
  });
});

test('ratios of the trailing 28 days to medians of 90 days; cold start is on neither side', () => {
  const items = {
    published: [1, 60, 73, 100, 100.9, 101, null, 99],
    groups: ['a', 'a', 'a', 'a', 'a', 'a', 'a', 'b'],
    values: [1000, 2, 4, 8, 6, 99, 99, 5],
    isColdStart: [false, false, false, false, false, false, false, true],
  };
  // Day 1 is more than 90 days ago, 101 is to come: the median of 2, 4, 6 and 8 is 5.
  const ratio = recentRatios(items, 100);
  expect(ratio).toEqual([
    null,
    null,
    Math.log(4) - Math.log(5),
    expect.closeTo(Math.log(1.6), 12),
    expect.closeTo(Math.log(1.2), 12),
    null,
    null,
    null,
  ]);
  expect(recentRatios(items, 100, 7).filter((value) => value !== null)).toHaveLength(2);
  expect(recentRatios(items, 101, 28)[2]).toBeNull();
});

test('bands of length and duration, weekdays and patterns of titles', () => {
  expect([0, 14.9, 15, 59, 60, 599, 600, 1e9].map(durationBand)).toEqual([
    ...['0–15', '0–15', '15–30', '30–60', '60–180', '180–600', '600+', '600+'],
  ]);
  expect([durationBand(null), durationBand(-1), durationBand(Number.NaN)]).toEqual([null, null, null]);
  expect(titleLengthBand('Store rice for a year')).toBe('20–40');
  expect(titleLengthBand('三分钟学会做饭')).toBe('0–20');
  expect(titleLengthBand('三分钟学会做饭的方法')).toBe('20–40'); // ten characters, twenty wide
  expect(titleLengthBand('🍚'.repeat(10))).toBe('20–40');
  expect([titleLengthBand(' '), titleLengthBand(null)]).toEqual([null, null]);
  const monday = serialOfIsoDate('2026-11-16') as number;
  expect([0, 1, 5.5, 6].map((day) => weekdayLabel(monday + day))).toEqual(['1', '2', '6', '7']);
  const titles = [
    'How to store rice',
    '为什么米会生虫',
    '3 ways to store rice',
    '五个收纳技巧',
    'So easy!',
    '【测评】米桶',
    'rice #kitchen',
    'Rice bins',
    '',
  ];
  expect(titles.map(titlePattern)).toEqual([
    ...['question', 'question', 'number', 'number', 'exclamation', 'bracket', 'hashtag', 'plain', null],
  ]);
});

test('the upper end of a band belongs to the next one, in titles and hours too', () => {
  const lengths = [1, 19, 20, 39, 40, 59, 60, 79, 80, 500];
  expect(lengths.map((length) => titleLengthBand('x'.repeat(length)))).toEqual([
    ...['0–20', '0–20', '20–40', '20–40', '40–60', '40–60', '60–80', '60–80', '80+', '80+'],
  ]);
  expect([durationBand(29.9), durationBand(30), durationBand(179), durationBand(180)]).toEqual([
    ...['15–30', '30–60', '60–180', '180–600'],
  ]);
  const hours = Array.from({ length: 24 }, (_, hour) => hourBand(46_348 + hour / 24));
  const bands = ['00–04', '04–08', '08–12', '12–16', '16–20', '20–24'];
  expect(hours).toEqual(bands.flatMap((band) => new Array(4).fill(band)));
  expect([hourBand(46_348 + 3.99 / 24), hourBand(46_348 + 23.99 / 24)]).toEqual(['00–04', '20–24']);
});

test('outer spaces are no part of a title, and wide signs of every script count twice', () => {
  expect(titleLengthBand(` ${'x'.repeat(19)}  `)).toBe('0–20');
  for (const wide of ['米', 'コ', '한', '，', '（', 'Ａ', '￥']) {
    expect([titleLengthBand(wide.repeat(9)), titleLengthBand(wide.repeat(10))]).toEqual(['0–20', '20–40']);
  }
  for (const narrow of ['é', 'ж', 'ก', '…']) expect(titleLengthBand(narrow.repeat(19))).toBe('0–20');
});

test('a question asks at its start, or at its end in Chinese; a number counts in both scripts', () => {
  const questions = [
    'how to cook',
    '  Why rice',
    'Who?',
    '米坏了吗',
    '怎么存米',
    '如何存米',
    '真的？',
    'WHAT now',
  ];
  expect(questions.map(titlePattern)).toEqual(questions.map(() => 'question'));
  const none = ['This is how', 'However', 'Somewhat', 'Whatever', '吗啡', '一定要看', 'plain rice'];
  expect(none.map(titlePattern)).toEqual(none.map(() => 'plain'));
  const numbers = ['９折', '十大好物', '两招', 'top 5', '三分钟'];
  expect(numbers.map(titlePattern)).toEqual(numbers.map(() => 'number'));
  const others = ['好！', '[a]', '「米」', '『米』', '（米）', '(a)', '＃米', '3!', 'Why 3'];
  expect(others.map(titlePattern)).toEqual([
    ...[
      'exclamation',
      'bracket',
      'bracket',
      'bracket',
      'bracket',
      'bracket',
      'hashtag',
      'number',
      'question',
    ],
  ]);
  expect([titlePattern(null), titlePattern('  ')]).toEqual([null, null]);
});

test('any numbers', () => {
  const value = fc.option(
    fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constantFrom(0, -0, 1e308, -1e308, 5e-324, 1),
      fc.double({ min: 0.1, max: 10, noNaN: true }),
    ),
  );
  const item = fc.record({
    day: fc.option(fc.integer({ min: 60, max: 100 })),
    group: fc.constantFrom('a', 'b'),
    value,
    label: fc.constantFrom('x', 'y', 'z', ''),
    isCold: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(item, { maxLength: 40 }), (items) => {
      const column = {
        published: items.map(({ day }) => day),
        groups: items.map(({ group }) => group),
        values: items.map((each) => each.value),
        isColdStart: items.map(({ isCold }) => isCold),
      };
      const ratios = recentRatios(column, 100, 90);
      const result = weakVariables(ratios, { cover: items.map(({ label }) => label) }, 1);
      expectFinite([ratios, result]);
      if (result.found.some(({ effect, q, p }) => effect >= 0 || q < p))
        expect(result).toBe('weak only, and q ≥ p');
    }),
    { seed: 42, numRuns: 1000 },
  );
});
