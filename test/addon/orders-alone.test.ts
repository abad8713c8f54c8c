/** A team that begins with the orders of its shop. */
import { bench, call, importText, lineOf, reviewOf, rowsOf } from '../start/bench.ts';

const ORDERS =
  'Order ID,Order Date,SKU,Quantity,Order Amount,Currency\n' +
  'A-1,2026-07-27,VM-1,2,60,USD\nA-2,2026-07-28,VM-2,1,20,USD\n';

test('a first tree is proposed from orders alone, and the review reads it', () => {
  const machine = bench();
  importText(machine, ORDERS, { fileName: 'orders.csv', account: 'shop' });
  expect(rowsOf(machine, 'tree').map(({ id, metric, source }) => [id, metric, source])).toEqual([
    ['gmv', 'gmv', 'Orders'],
    ['gmv.orders', 'orders', 'Orders'],
    ['gmv.aov', 'aov', 'Orders'],
  ]);
  call(machine, 'writeReview', { week: '2026-W31' });
  const review = reviewOf(machine, '2026-W31');
  expect(lineOf(review, 'gmv').actual.value).toBe(80);
  expect(lineOf(review, 'gmv.aov').actual.value).toBe(40);
  expect(review.coverage).toEqual([]);
  const texts = [...review.headline.sentences, ...review.notes].map(({ text }) => text);
  expect(texts.filter((text) => /of 7 days|Next: import|Not waited for/.test(text))).toEqual([]);
});

test('costs alone propose none', () => {
  const machine = bench();
  const costs = 'Date,Component,Amount,Currency\n2026-07-27,tools,20,USD\n';
  call(machine, 'importFile', {
    fileName: 'costs.csv',
    tables: [
      {
        name: 'costs.csv',
        rows: costs
          .trim()
          .split('\n')
          .map((line) => line.split(',')),
      },
    ],
    account: 'shop',
    mapping: {
      name: 'costs',
      platform: 'other',
      goal: 'costs',
      kind: 'period',
      columns: { date: 'Date', component: 'Component', amount: 'Amount', currency: 'Currency' },
    },
  });
  expect(rowsOf(machine, 'costs')).toHaveLength(1);
  expect(rowsOf(machine, 'tree')).toEqual([]);
});
