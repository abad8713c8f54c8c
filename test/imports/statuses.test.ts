import { change, plan } from './support.ts';

/** The status that the sheet gets, and the refund. */
function orderOf(status: string, refund = ''): [unknown, unknown] {
  const text = `Order ID,Order Date,Amount,Refund,Status\nA1,2026-07-01,100,${refund},${status}\n`;
  const [row] = change(plan(text, { fileName: 'shop.csv' }), 'orders').appends;
  return [row?.status, row?.refund];
}

test.each([
  '待付款',
  '等待买家付款',
  '未付款',
  'To be paid',
  'To Pay',
  '待买家付款',
  'Not paid',
  'Unpaid',
  'Pending',
  'Pending payment',
  'Payment pending',
  'Awaiting payment',
  'Belum Bayar',
])('%s is not paid', (status) => {
  expect(orderOf(status)[0]).toBe('Unpaid');
});

test.each(['Incomplete', '未完成', 'Delivery failed', 'Undelivered', 'Pending shipment'])(
  '%s is neither completed nor unpaid',
  (status) => {
    expect(['Completed', 'Unpaid']).not.toContain(orderOf(status)[0]);
  },
);

test.each([
  ['Completed', 'Completed'],
  ['Delivered', 'Completed'],
  ['已完成', 'Completed'],
  ['交易成功', 'Completed'],
  ['买家已付款', 'Paid'],
  ['paid', 'Paid'],
  ['Partially paid', 'Paid'],
  ['交易关闭', 'Cancelled'],
])('%s is %s', (status, word) => {
  expect(orderOf(status)).toEqual([word, undefined]);
});

test.each(['退款成功', '已退款', 'Refunded', 'Refund completed'])(
  '%s gives all of the amount back where no refund is named',
  (status) => {
    expect(orderOf(status)).toEqual(['Refunded', 100]);
    expect(orderOf(status, '0')).toEqual(['Refunded', 100]);
    expect(orderOf(status, '80')).toEqual(['Refunded', 80]);
  },
);

test('a refund named on one line of an order is the refund of all its lines', () => {
  const text =
    'Order ID,Order Date,SKU,Amount,Refund,Status\nA1,2026-07-01,S,60,100,Refunded\nA1,2026-07-01,T,40,,Refunded\n';
  const rows = change(plan(text, { fileName: 'shop.csv' }), 'orders').appends;
  expect(rows.map(({ refund }) => refund)).toEqual([100, undefined]);
});
