import * as fc from 'fast-check';
import { isoDate, serialOfIsoDate } from '../../src/kpi/calendar.ts';
import {
  kindOfLabel,
  lastWhole,
  PERIOD_KINDS,
  type Period,
  periodBefore,
  periodOf,
  periodOfLabel,
} from '../../src/review/period.ts';
import { periodsOf } from '../../src/review/periods.ts';
import { layOut, reviewSheetId } from '../../src/review/render/index.ts';
import { build, day, fact } from './support.ts';

const shown = ({ label, from, to }: Period) => `${label} ${isoDate(from)} ${isoDate(to)}`;
const on = (iso: string) => serialOfIsoDate(iso) as number;

test.each([
  ['week', '2026-11-26', 12, '2026-W48 2026-11-23 2026-11-29'],
  ['month', '2026-11-26', 12, '2026-11 2026-11-01 2026-11-30'],
  ['month', '2024-02-29', 3, '2024-02 2024-02-01 2024-02-29'],
  ['quarter', '2026-11-26', 12, '2026-Q4 2026-10-01 2026-12-31'],
  ['quarter', '2026-11-26', 3, '2027-Q3 2026-10-01 2026-12-31'],
  ['quarter', '2026-03-31', 3, '2026-Q4 2026-01-01 2026-03-31'],
  ['quarter', '2026-07-27', 1, '2027-Q2 2026-05-01 2026-07-31'],
  ['quarter', '2026-02-01', 1, '2027-Q1 2026-02-01 2026-04-30'],
] as const)('the %s of %s, fiscal year to month %i', (kind, iso, fiscalYearEnd, expected) => {
  expect(shown(periodOf(kind, on(iso), fiscalYearEnd))).toBe(expected);
});

test('a label names the period that it was made of, whatever the fiscal year', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...PERIOD_KINDS),
      fc.integer({ min: on('2015-01-01'), max: on('2040-12-31') }),
      fc.integer({ min: 1, max: 12 }),
      (kind, serial, fiscalYearEnd) => {
        const period = periodOf(kind, serial, fiscalYearEnd);
        expect(period.from <= serial && serial <= period.to).toBe(true);
        expect(kindOfLabel(period.label)).toBe(kind);
        expect(periodOfLabel(period.label, fiscalYearEnd)).toEqual(period);
        expect(periodBefore(period, 1, fiscalYearEnd).to).toBe(period.from - 1);
        expect(lastWhole(kind, serial, fiscalYearEnd).to).toBe(period.from - 1);
      },
    ),
  );
});

test.each(['2026', '2026-13', '2026-Q5', '2026-W54', '2025-W53', 'x', '2026-1'])('%s names none', (label) => {
  expect(periodOfLabel(label, 12)).toBeNull();
});

test('no two tabs have one sheet id', () => {
  const labels = [2025, 2026].flatMap((year) => [
    ...Array.from({ length: 53 }, (_, i) => `${year}-W${String(i + 1).padStart(2, '0')}`),
    ...Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`),
    ...[1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`),
  ]);
  expect(new Set(labels.map(reviewSheetId)).size).toBe(labels.length);
  expect(reviewSheetId('2026-W47')).toBe(2026471);
});

test('a month is held against the month before and the same month of the year before', () => {
  const periods = periodsOf(day('2026-03-01'), 12, 'month');
  const span = ({ from, to }: { from: number; to: number }) => `${isoDate(from)} ${isoDate(to)}`;
  expect([periods.week, periods.weekBefore, periods.yearBefore].map(span)).toEqual([
    '2026-03-01 2026-03-31',
    '2026-02-01 2026-02-28',
    '2025-03-01 2025-03-31',
  ]);
  expect(periods.sixWeeks.map(({ label }) => label)).toEqual([
    ...['2025-10', '2025-11', '2025-12', '2026-01', '2026-02', '2026-03'],
  ]);
  expect(span(periods.quarterToDate)).toBe('2026-01-01 2026-03-31');
});

describe('the review of a month', () => {
  const JULY = { from: day('2026-07-01'), to: day('2026-07-31') };
  const JUNE = { from: day('2026-06-01'), to: day('2026-06-30') };
  const rows = {
    tree: [{ id: 'root', metric: 'views', name: 'Views', owner: 'Bo' }],
    performance: [
      fact('1', JUNE.from, JUNE.to, { views: 1000 }),
      fact('1', JULY.from, JULY.to, { views: 1500 }),
    ],
    targets: [{ node: 'root', ...JULY, target: 2000 }],
    accounts: [{ platform: 'youtube', id: 'a', name: 'A week in May' }],
    imports: [{ platform: 'youtube', account: 'a', format: 'x.content', from: JUNE.from, to: JULY.to }],
    actions: [
      { id: '1', week: '2026-W28', action: 'In July', status: 'done' },
      { id: '2', week: '2026-W20', action: 'Before', status: 'done' },
      { id: '3', week: '2026-W20', action: 'Still open', status: 'open' },
      { id: '4', week: '2026-07', action: 'Of July', status: 'open' },
    ],
  };
  const built = (language: 'en' | 'zh-CN') =>
    build(rows, { language, monday: JULY.from, kind: 'month', today: day('2026-08-03') }).review;

  test('compares whole months, with the plan of all its days', () => {
    const [root] = built('en').tree;
    expect([root?.actual.value, root?.plan, root?.wow]).toEqual([1500, 2000, 0.5]);
    expect(built('en').period).toEqual({
      kind: 'month',
      label: '2026-07',
      from: '2026-07-01',
      to: '2026-07-31',
    });
    expect(built('en').headline.sentences[0]?.text).toBe(
      'Views was 1,500 in the month: 75.0% of the plan of 2,000, +50.0% on the month before.',
    );
    expect(built('zh-CN').headline.sentences[0]?.text).toBe(
      'Views 本月为 1,500，达成目标 2,000 的 75.0%，较上月 +50.0%。',
    );
  });

  test('its actions are those of its weeks, and its own', () => {
    const { last, now } = built('en').actions;
    expect(last.map(({ id }) => id).sort()).toEqual(['1', '3']);
    expect(now.map(({ id }) => id)).toEqual(['4']);
  });

  test.each([
    ['en', /\b(?:weeks?|weekly|WoW)\b/i],
    ['zh-CN', /周(?![一二三四五六日末期])/],
  ] as const)('speaks of months alone; what people wrote stays: %s', (language, week) => {
    const texts = layOut(built(language)).rows.flatMap(({ cells }) =>
      [...cells.values()].flatMap(({ value }) => (typeof value === 'string' ? [value] : [])),
    );
    const own = texts.filter((text) => text.includes('A week in May'));
    expect(own.length).toBeGreaterThan(0);
    expect(texts.filter((text) => week.test(text) && !own.includes(text))).toEqual([]);
  });
});
