import { type Concentration, concentration } from '../../src/kpi/concentration.ts';
import { expectTotal } from './cells.ts';

test('concentration: two equal channels, one channel, and when to warn', () => {
  expect(concentration([50, 50])).toEqual({
    herfindahl: 0.5,
    effectiveChannels: 2,
    topShare: 0.5,
    topPosition: 0,
    dependsOnOne: false,
  });
  expect(concentration([0, 8, ''])).toMatchObject({ herfindahl: 1, topPosition: 1, dependsOnOne: true });
  expect(concentration([70, 20, 10])).toMatchObject({ dependsOnOne: true });
  expect(concentration([0.7, 0.15, 0.15])).toMatchObject({ dependsOnOne: true }); // a hair below in doubles
  expect(concentration([69, 21, 10])).toMatchObject({ dependsOnOne: false });
  expect(concentration([60, 30, 10])).toMatchObject({ herfindahl: expect.closeTo(0.46, 12) });
  expect([concentration([]), concentration([0, ''])]).toEqual([null, null]);
  expect(concentration([1, -1])).toEqual({ fault: 'NOT_NEGATIVE', position: 1 });
  expect(concentration(['x'])).toEqual({ fault: 'NOT_A_NUMBER', position: 0 });
  expectTotal((a, b, c) => concentration([a, b, c]), 3);
});

test('from how large a share on one warns, and of several largest the first is named', () => {
  const warns = (warnAt?: number) => (concentration([60, 40], warnAt) as Concentration).dependsOnOne;
  expect([warns(), warns(0.6), warns(0.61)]).toEqual([false, true, false]);
  expect(concentration([1, 3, '', 3])).toMatchObject({ topPosition: 1, topShare: expect.closeTo(3 / 7, 12) });
  expect(concentration([5])).toEqual({
    ...{ herfindahl: 1, effectiveChannels: 1, topShare: 1, topPosition: 0, dependsOnOne: true },
  });
  expect(concentration([1e308, 1e308])).toMatchObject({ herfindahl: 0.5, topShare: 0.5 });
  expect(concentration([1, { fault: 'NEEDS_BASELINE' }])).toEqual({ fault: 'NEEDS_BASELINE', position: 1 });
});

test('a whole column of values', () => {
  const many = new Array<number>(300_000).fill(1);
  expect(concentration(many)).toMatchObject({ effectiveChannels: expect.closeTo(300_000, 3) });
});
