/** Identifiers that Excel cut to fifteen digits and filled up with zeros join nothing. */
import { areIdsRounded } from '../../src/imports/identifiers.ts';
import { recognised } from './support.ts';

const codes = (text: string): string[] =>
  recognised(text).rows.rejected.map(({ code, cell }) => `${cell} ${code}`);

const gmvMax = (...ids: string[]): string =>
  [
    'Campaign name,Video ID,Cost,SKU orders,Gross revenue,Product ad impressions',
    ...ids.map((id) => `Max,${id},7,1,9,100`),
  ].join('\n');

test('costs by a video’s cut id are not taken for costs of no content', () => {
  expect(codes(gmvMax('7658657266417990000', '', '-'))).toEqual(['B2 ID_ROUNDED']);
  expect(codes(gmvMax('7658657266417994504', '7658657266417990000'))).toEqual([]);
});

test('orders by a cut content id, and cut products', () => {
  const orders = (content: string, sku: string): string =>
    `Order ID,Time Created,SKU ID,Quantity,Payment Amount,Currency,Order Status,Content ID\n576543210987654321,03/07/2026,${sku},1,5,USD,Completed,${content}\n`;
  expect(codes(orders('7658657266417990000', '1729000000000000001'))).toEqual(['H2 ID_ROUNDED']);
  expect(codes(orders('7658657266417994504', '1729384756564730000'))).toEqual(['C2 ID_ROUNDED']);
  expect(codes(orders('7658657266417994504', '1729384756564730001'))).toEqual([]);
});

test('posts with cut ids of seventeen digits', () => {
  const posts = (...ids: string[]): string =>
    [
      'Post ID,Account username,Description,Duration (sec),Publish time,Post type,Views,Likes',
      ...ids.map((id, at) => `${id},lamp,Post ${at},3,07/03/2026 10:00,IG reel,5,1`),
    ].join('\n');
  expect(codes(posts('18034567890123400', '18034567890999900'))).toEqual(['A2 ID_ROUNDED', 'A3 ID_ROUNDED']);
  expect(codes(posts('18034567890123400', '18034567890999901'))).toEqual([]);
});

test.each([
  [['7658657266417990000'], true],
  [['18034567890123400'], false], // one in a hundred ends so
  [['18034567890123400', '18034567890123400'], false],
  [['18034567890123400', '18034567890999900'], true],
  [['1803456789012340', '1803456789012350'], false],
  [['1803456789012340', '1803456789012350', '1803456789012360'], true],
  [['1803456789012340', '18034567890123400', '123'], true],
  [['180345678901230'], false],
  [['7658657266417990000', '7658657266417994504'], false],
  [[], false],
])('whether %j are cut: %s', (ids, isCut) => {
  expect(areIdsRounded(ids)).toBe(isCut);
});

test('numbers of a shop’s own that end in zeros are no sign of it', () => {
  const text =
    'Order ID,Date,SKU,Quantity,Amount,Currency\n1,2026-07-01,1000000000000010,1,5,USD\n2,2026-07-01,1000000000000020,1,5,USD\n3,2026-07-01,1000000000000030,1,5,USD\n';
  expect(codes(text)).toEqual([]);
});
