import { concentration } from '../../src/kpi/concentration.ts';
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

test('a whole column of values', () => {
  const many = new Array<number>(300_000).fill(1);
  expect(concentration(many)).toMatchObject({ effectiveChannels: expect.closeTo(300_000, 3) });
});
