import fc from 'fast-check';
import { staysInPlace } from '../../src/kpi/in-place.ts';
import { moveRows, wholeOrder } from '../../src/workbook/row-order.ts';
import { mapOf } from './support.ts';

const place = mapOf({ key: 'tree' }).sheets.get('tree')!;

/** What the requests do to a list, as Google counts: the destination before the row leaves. */
function moved(order: readonly number[]): { list: number[]; count: number } {
  const list = [...order].sort((a, b) => a - b);
  const requests = moveRows(place, order);
  for (const request of requests) {
    if (!('moveDimension' in request)) throw new Error('not a move');
    const { source, destinationIndex } = request.moveDimension;
    const [row] = list.splice(source.startIndex - 1, 1);
    list.splice(destinationIndex - 1 - (destinationIndex > source.startIndex ? 1 : 0), 0, row as number);
  }
  return { list, count: requests.length };
}

const permutation = fc.nat(12).chain((size) => {
  const all = Array.from({ length: size }, (_, i) => i);
  return fc.shuffledSubarray(all, { minLength: size });
});

test('rows end up in the order wanted, by as few moves as there can be', () => {
  fc.assert(
    fc.property(permutation, (order) => {
      const { list, count } = moved(order);
      expect(list).toEqual(order);
      expect(count).toBe(order.length - staysInPlace(order).filter(Boolean).length);
    }),
  );
});

test('what stays is a rising run, and none is longer', () => {
  fc.assert(
    fc.property(permutation, (order) => {
      const stays = staysInPlace(order);
      const run = order.filter((_, i) => stays[i]);
      expect(run).toEqual([...run].sort((a, b) => a - b));
      const longest: number[] = [];
      order.forEach((value, i) => {
        longest[i] =
          1 +
          Math.max(0, ...order.slice(0, i).map((before, j) => (before < value ? (longest[j] as number) : 0)));
      });
      expect(run.length).toBe(Math.max(0, ...longest));
    }),
  );
});

test('rows that nobody ordered stay below the row that they stand below', () => {
  expect(wholeOrder(5, [3, 1])).toEqual([0, 3, 4, 1, 2]);
  expect(wholeOrder(2, [])).toEqual([0, 1]);
});
