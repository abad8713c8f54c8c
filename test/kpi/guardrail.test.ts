import { guardrail } from '../../src/kpi/guardrail.ts';
import { expectTotal } from './cells.ts';

test('a gain of less is a gain of the KPI too, and what stays as it was is held', () => {
  const fell = { direction: 'down', before: 10, after: 8 } as const;
  const counter = (after: number, direction: 'up' | 'down' = 'up') => ({ direction, before: 10, after });
  expect([guardrail(fell, counter(9)), guardrail(fell, counter(9, 'down'))]).toEqual(['gamed', 'held']);
  expect(guardrail(fell, counter(11, 'down'))).toBe('gamed');
  expect(guardrail(fell, counter(10))).toBe('held');
  expect(guardrail({ ...fell, after: 10 }, counter(5))).toBe('held');
  // A tenth less: within a tolerance of a tenth, and beyond one of 9 %.
  expect([guardrail(fell, counter(9), 0.1 + 1e-12), guardrail(fell, counter(9), 0.09)]).toEqual([
    'held',
    'gamed',
  ]);
  // From 0 or below it is told against the larger of both.
  expect(guardrail(fell, { direction: 'up', before: 0, after: -1 }, 0.99)).toBe('gamed');
  for (const cell of ['', 'x', null]) {
    expect(guardrail({ ...fell, before: cell }, counter(9))).toBeNull();
    expect(guardrail({ ...fell, after: cell }, counter(9))).toBeNull();
    expect(guardrail(fell, { ...counter(9), before: cell })).toBeNull();
    expect(guardrail(fell, { ...counter(9), after: cell })).toBeNull();
  }
});

test('up, but its guardrail fell', () => {
  const completion = { direction: 'up', before: 0.3, after: 0.4 } as const;
  expect(guardrail(completion, { direction: 'up', before: 0.02, after: 0.015 })).toBe('gamed');
  expect(guardrail(completion, { direction: 'down', before: 0.02, after: 0.015 })).toBe('held');
  expect(guardrail(completion, { direction: 'up', before: 0.02, after: 0.0198 }, 0.05)).toBe('held');
  expect(guardrail({ ...completion, after: 0.2 }, { direction: 'up', before: 2, after: 1 })).toBe('held');
  expect(guardrail(completion, { direction: 'up', before: '', after: 1 })).toBeNull();
  expectTotal(
    (a, b, c, d) =>
      guardrail({ direction: 'up', before: a, after: b }, { direction: 'down', before: c, after: d }),
    4,
  );
});
