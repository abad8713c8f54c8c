import { shareOf } from '../../scripts/share.ts';

test.each([
  ['1', 1],
  ['0.1', 0.1],
  ['1e-3', 0.001],
])('%s is a share', (text, share) => {
  expect(shareOf(text)).toBe(share);
});

test.each(['abc', '', '0', '-0.1', '1.01', '10', '10%', '0,1', 'Infinity', 'NaN'])(
  '“%s” is none, and not taken for all',
  (text) => {
    expect(shareOf(text)).toBeUndefined();
  },
);
