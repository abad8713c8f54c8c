import fc from 'fast-check';
import type { Cell } from '../../src/kpi/issue.ts';
import { parseTree } from '../../src/kpi/parse-tree.ts';
import type { Tree } from '../../src/kpi/tree.ts';
import { cascadeVisits, planVisits, type VisitRule } from '../../src/kpi/visit-plan.ts';
import { anyCell, expectFinite } from './cells.ts';

const ROWS: readonly (readonly Cell[])[] = [
  ['gmv', '', 'sum', ''],
  ['content', 'gmv', 'product', ''],
  ['content.visits', 'content', '', ''],
  ['content.cvr', 'content', '', ''],
  ['content.aov', 'content', '', ''],
  ['other', 'gmv', 'product', ''],
  ['other.visits', 'other', '', ''],
  ['other.cvr', 'other', '', ''],
  ['other.aov', 'other', '', ''],
];
const TREE = parseTree(ROWS).tree as Tree;
const RULE: VisitRule = {
  content: { sales: 1, visits: 2, cvr: 3, aov: 4 },
  rest: { sales: 5, visits: 6, cvr: 7, aov: 8 },
  share: 0.3,
  cvr: 0.05,
};

const near = (found: unknown, wanted: number): void => {
  expect(typeof found).toBe('number');
  expect(Math.abs((found as number) - wanted)).toBeLessThanOrEqual(1e-9 * Math.abs(wanted));
};

test('the visits that a target needs, by hand', () => {
  // A visit brings 0.3 × 5 % × 20 + 0.7 × 2 % × 30 = 0.3 + 0.42 = 0.72.
  expect(planVisits(720, 0.3, 0.05, 20, 0.02, 30)).toEqual({ visits: 1000, content: 300, rest: 700 });
  expect(planVisits(100, 1, 0.05, 20, 0, 0)).toEqual({ visits: 100, content: 100, rest: 0 });
});

test('faults', () => {
  expect(planVisits(720, 1.1, 0.05, 20, 0.02, 30)).toEqual({ fault: 'RATE_NOT_FRACTION' });
  expect(planVisits(720, -0.1, 0.05, 20, 0.02, 30)).toEqual({ fault: 'RATE_NOT_FRACTION' });
  expect(planVisits(720, 0.3, 0.05, -20, 0.02, 30)).toEqual({ fault: 'NOT_NEGATIVE' });
  expect(planVisits(0, 0.3, 0.05, 20, 0.02, 30)).toEqual({ fault: 'NEEDS_POSITIVE' });
  expect(planVisits(720, 0.3, 0.05, 0, 0.02, 0)).toEqual({ fault: 'NEEDS_POSITIVE' });
  expect(planVisits(1e300, 0.3, 1e-9, 1e-9, 0, 0)).toEqual({ fault: 'TOO_LARGE' });
  expect(planVisits(720, 0.3, 'x', 20, 0.02, 30)).toEqual({ fault: 'NOT_A_NUMBER' });
  expect(planVisits(720, 0.3, '', 20, 0.02, 30)).toBeNull();
});

test('GMV +20 %: content’s rate and share hold, the other visits absorb the rest', () => {
  // Today: 1,000 × 4 % × 20 = 800 and 9,000 × 2 % × 30 = 5,400; the target is 7,440 of 0.72 a visit.
  const baselines = ['', '', 1000, 0.04, 20, '', 9000, 0.02, 30];
  const { targets, locked, closes } = cascadeVisits(TREE, baselines, 6200 * 1.2, RULE);
  const visits = 7440 / 0.72;
  [7440, 0.3 * visits, 0.3 * visits, 0.05, 20, 0.42 * visits, 0.7 * visits, 0.02, 30].forEach(
    (wanted, row) => {
      near(targets[row], wanted);
    },
  );
  expect(closes).toBe(true);
  expect(locked.map((value) => value !== null)).toEqual([
    false,
    false,
    true,
    true,
    true,
    false,
    false,
    true,
    true,
  ]);
});

test('it needs the rates of today, and what sells nothing reaches no target', () => {
  const today = ['', '', 1000, 0.04, 20, '', 9000, '', 30];
  expect(cascadeVisits(TREE, today, 7440, RULE).targets[0]).toEqual({ fault: 'NEEDS_BASELINE' });
  const free = ['', '', 1000, 0.04, 0, '', 9000, 0, 30];
  expect(cascadeVisits(TREE, free, 7440, RULE).targets[0]).toEqual({ fault: 'NEEDS_POSITIVE' });
  expect(cascadeVisits(TREE, today, 7440, RULE).closes).toBe(false);
});

test('law: it closes to 1e-9 over any baselines, with and without an unexplained rest', () => {
  const rate = fc.double({ min: 1e-4, max: 0.5, noNaN: true });
  const money = fc.double({ min: 0.5, max: 5000, noNaN: true });
  const count = fc.double({ min: 1, max: 1e8, noNaN: true });
  fc.assert(
    fc.property(
      fc.tuple(count, rate, money),
      fc.tuple(count, rate, money),
      fc.double({ min: -0.5, max: 5, noNaN: true }),
      fc.double({ min: 0, max: 0.99, noNaN: true }),
      fc.double({ min: 1e-3, max: 0.3, noNaN: true }),
      fc.double({ min: 0, max: 0.2, noNaN: true }),
      (content, rest, growth, share, cvr, extra) => {
        const made = content[0] * content[1] * content[2] + rest[0] * rest[1] * rest[2];
        const root = made * (1 + extra);
        const target = root - made + made * (1 + growth);
        const rule = { ...RULE, share, cvr };
        const { targets, closes } = cascadeVisits(TREE, [root, '', ...content, '', ...rest], target, rule);
        expect(closes).toBe(true);
        const at = (row: number): number => targets[row] as number;
        near(at(2) * at(3) * at(4) + at(6) * at(7) * at(8) + (root - made), target);
        expect(at(3)).toBe(cvr);
        expect(Math.abs(at(2) - share * (at(2) + at(6)))).toBeLessThanOrEqual(1e-9 * (at(2) + at(6)));
        near(at(7), rest[1]);
      },
    ),
    { seed: 29, numRuns: 2000 },
  );
});

test('law: nothing that a cell can hold brings NaN, Infinity or an exception', () => {
  fc.assert(
    fc.property(fc.array(anyCell, { minLength: 9, maxLength: 9 }), anyCell, (baselines, target) => {
      const { targets } = cascadeVisits(TREE, baselines, target, RULE);
      for (const value of targets) expectFinite(value);
    }),
    { seed: 31, numRuns: 2000 },
  );
});
