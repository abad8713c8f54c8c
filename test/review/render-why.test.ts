/** Section 3 as it is drawn, from its plain data. */
import { renderWhy } from '../../src/review/render/why.ts';
import type { Language } from '../../src/workbook/template.ts';
import { shown } from './shown.ts';

const NONE = { lines: [], rest: null, volume: null, rate: null, whole: null };
const GOAL = { name: 'GMV', unit: 'money', before: 100, after: 150 };

function drawn(why: object, more: { language?: Language; tree?: object[] } = {}) {
  const review = {
    ...{ language: 'en', currency: 'USD', tree: [{}], period: { kind: 'week' }, ...more },
    why: { goal: GOAL, drivers: [], waterfall: [], platforms: NONE, accounts: NONE, ...why },
  };
  const part = shown(renderWhy, review as never);
  return { ...part, rows: part.values.map((row) => row.filter((value) => value !== null)) };
}

const effect = (id: string, size: number, more: object = {}) => ({
  ...{ id, name: id.toUpperCase(), owner: '', unit: 'money', before: 10, after: 10 + size },
  ...{ effect: size, share: size / 50, ...more },
});

test('without a tree the section is not there; without a goal of both weeks it says why it is empty', () => {
  expect(drawn({}, { tree: [] }).rows).toEqual([]);
  expect(drawn({ goal: null }).rows.at(-1)).toEqual([expect.stringMatching(/once both weeks have data/)]);
});

test('a change from nothing has no percentage', () => {
  const line = (before: number, after: number) =>
    drawn({ goal: { ...GOAL, before, after } }).rows.at(-1)?.[0];
  expect(line(100, 150)).toBe('GMV: USD 100.00 → USD 150.00 (+USD 50.00, +50.0%).');
  expect(line(150, 100)).toBe('GMV: USD 150.00 → USD 100.00 (−USD 50.00, −33.3%).');
  expect(line(0, 50)).toBe('GMV: USD 0.00 → USD 50.00 (+USD 50.00, –).');
});

test('more than ten drivers are ten and one line of what the others did together', () => {
  const drivers = Array.from({ length: 12 }, (_, i) => effect(`d${i}`, 12 - i));
  const { rows } = drawn({ drivers: [...drivers.slice(0, 11), effect('last', 5, { share: null })] });
  expect(rows.at(-1)).toEqual(['Smaller drivers together: 2', 7, 2 / 50]);
  expect(rows.some(([name]) => name === 'D10')).toBe(false);
  expect(
    drawn({ drivers: drivers.slice(0, 10) })
      .rows.flat()
      .join(),
  ).not.toContain('Smaller');
});

describe('a table of parts', () => {
  const rated = (id: string, more: object = {}) =>
    effect(id, 20, {
      ...{
        volume: 15,
        rate: 5,
        rateBefore: 0.01,
        rateAfter: 0.02,
        rateEffect: 0.004,
        mixEffect: 0.006,
        ...more,
      },
    });
  const whole = { before: 0.01, after: 0.02, rateEffect: 0.015, mixEffect: -0.005 };
  const bare = {
    ...{ volume: null, rate: null, rateBefore: null, rateAfter: null },
    rateEffect: null,
    mixEffect: null,
  };

  test('has columns of volume and rate where the goal has such', () => {
    const table = { ...NONE, lines: [rated('a'), rated('b')], volume: 'views', rate: 'cvr', whole };
    const { rows, rowOf } = drawn({ platforms: table });
    const header = rows.find((row) => row[0] === 'Platform') ?? [];
    expect(header).toHaveLength(11);
    expect(rowOf('why:platform:a')).toBeGreaterThan(0);
    expect(rows.at(-1)?.[0]).toMatch(/of all: .* → .*own rates \+.*, the shift of .* between them −/);
    expect(
      drawn({ platforms: { ...table, lines: [rated('a')] } })
        .rows.flat()
        .join(),
    ).not.toContain('of all:');
    expect(
      drawn({ platforms: { ...table, whole: null } })
        .rows.flat()
        .join(),
    ).not.toContain('of all:');
  });

  test('has none where the goal has no such pair, or nothing of it is known', () => {
    const { rows } = drawn({ accounts: { ...NONE, lines: [rated('a')] } });
    expect(rows.find((row) => row[0] === 'Account')).toHaveLength(5);
    const unknown = { ...NONE, lines: [effect('a', 20, bare)], volume: 'views', rate: 'cvr' };
    expect(drawn({ accounts: unknown }).rows.find((row) => row[0] === 'Account')).toHaveLength(5);
  });

  test('names a metric that the catalogue does not know by its key', () => {
    const table = { ...NONE, lines: [rated('a'), rated('b')], volume: 'shouts', rate: 'loudness', whole };
    const { rows } = drawn({ platforms: table });
    expect(rows.at(-1)?.[0]).toMatch(/^loudness of all: .* the shift of shouts between them/);
  });

  test('ends with what no line has, as a share of the change where there is one', () => {
    const table = { ...NONE, lines: [effect('a', 20, bare)], rest: 30 };
    expect(drawn({ accounts: table }).rows.at(-1)).toEqual(['Other', 30, 30 / 50]);
    const still = { ...GOAL, after: 100 };
    expect(drawn({ goal: still, accounts: table }).rows.at(-1)).toEqual(['Other', 30]);
    expect(drawn({ accounts: { ...table, rest: null } }).rows.at(-1)?.[0]).toBe('A');
  });
});
