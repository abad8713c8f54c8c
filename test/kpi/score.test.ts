import { attainment } from '../../src/kpi/attainment.ts';
import { score } from '../../src/kpi/score.ts';
import { amberFor, statusOf } from '../../src/kpi/status.ts';
import { expectTotal } from './cells.ts';

test('status by thresholds on attainment, first match wins', () => {
  expect([1, 1.4, 0.99, 0.9, 0.89, -1].map((value) => statusOf(value))).toEqual([
    'green',
    'green',
    'amber',
    'amber',
    'red',
    'red',
  ]);
  expect(statusOf(0.8, 0.75, 0.5)).toBe('green');
  expect([amberFor(1), amberFor(0.85), amberFor(0.95, 0.8), amberFor(0.7, 0.8)]).toEqual([
    0.9, 0.85, 0.8, 0.7,
  ]);
  expect([statusOf(0.85, 0.8), statusOf(0.79, 0.8), statusOf(0.91, 0.95)]).toEqual(['green', 'red', 'amber']);
  expect([statusOf('N/A'), statusOf(' #n/a')]).toEqual([null, null]);
  expect(statusOf('')).toBeNull();
  expect(statusOf(1, 0.8, 0.9)).toEqual({ fault: 'THRESHOLDS_NOT_ORDERED' });
});

test('90 % is amber although 2 − 11/10 is a hair below 0.9, and a fault passes through', () => {
  expect(statusOf(attainment(11, 10, 'down'))).toBe('amber');
  expect(statusOf(attainment(1, 0))).toEqual({ fault: 'NEEDS_BASELINE' });
});

test('weighted score over the KPIs that have a value, each capped', () => {
  expect(score([1, 0.5, null], [60, 20, 20])).toBe(0.875);
  expect(score([1, 0.5, '#NEEDS_BASELINE', 'N/A'], [60, 20, 10, 10])).toBe(0.875);
  expect(score([9, 0], [1, 1])).toBe(0.75);
  expect(score([9, 0], [1, 1], 2)).toBe(1);
  expect(score([0.5, 1])).toBe(0.75);
  expect(score([0.5, 1], ['', 2])).toBe(1);
  expect(score([0.5, 1, '#N/A', 'n/a'])).toBe(0.75);
  expect([score([1], [1], 0), score([1], [1], -1)]).toEqual([
    { fault: 'NEEDS_POSITIVE' },
    { fault: 'NEEDS_POSITIVE' },
  ]);
});

test('a score that cannot be', () => {
  expect([score([]), score([null, '']), score([1], [0])]).toEqual([null, null, null]);
  expect(score([1, 'eighty'], [1, 1])).toEqual({ fault: 'NOT_A_NUMBER', position: 1 });
  expect(score([1, 1], [1, -1])).toEqual({ fault: 'NOT_NEGATIVE', position: 1 });
  expect(score([1, 1], [1])).toEqual({ fault: 'DIFFERENT_LENGTHS' });
  expect(score([0.1, 0.1], [1e308, 1e308])).toEqual({ fault: 'TOO_LARGE' });
});

test('any cells', () => {
  expectTotal((a, green, amber) => statusOf(a, green, amber), 3);
  expectTotal((a, b, v, w) => score([a, b], [v, w]), 4);
});
