import { guardrail } from '../../src/kpi/guardrail.ts';
import { expectTotal } from './cells.ts';

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
