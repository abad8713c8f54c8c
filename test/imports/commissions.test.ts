/** What creators get of affiliate orders: estimated, then actual, by content, creator and day. */

import { formats } from '../../src/imports/formats.ts';
import type { ImportPlan } from '../../src/imports/plan.ts';
import { sheetsOf } from '../../src/imports/plan.ts';
import { planUndo, undoEntries } from '../../src/imports/undo.ts';
import { issueSentence } from '../../src/text/issue.ts';
import type { Tables } from '../../src/workbook/table.ts';
import { AS_OF, apply, change, plan } from './support.ts';

const [A, B] = ['7590000000000000123', '7590000000000000456'];
const HEADERS =
  'Order ID,SKU ID,Payment Amount,Currency,Quantity,Fully returned or refunded,Order Status,Creator Username,Content ID,Est. standard commission payment,Actual Commission Payment,Est. Shop Ads commission payment,Actual Shop Ads commission payment,Time Created';

type Line = {
  id: string;
  content?: string;
  creator?: string;
  day?: string;
  status?: string;
  returned?: string;
  /** Estimated and actual, standard and of ads. */
  paid: readonly [string, string, string?, string?];
};

const rowOf = ({
  id,
  content = A,
  creator = 'lampfan',
  day = '03',
  status = 'Completed',
  returned = 'No',
  paid,
}: Line) => {
  const [est, actual, adsEst = '', ads = ''] = paid;
  return [
    id,
    'S',
    40,
    'USD',
    1,
    returned,
    status,
    creator,
    content,
    est,
    actual,
    adsEst,
    ads,
    `${day}/07/2026`,
  ].join(',');
};

const orders = (lines: readonly Line[], tables: Tables = {}, importId = 'import-1'): ImportPlan =>
  plan([HEADERS, ...lines.map(rowOf)].join('\n'), {
    fileName: 'affiliate_orders.csv',
    account: 'shop',
    tables,
    importId,
  });

const costs = ({ costs: table }: Tables): unknown[] =>
  Array.from({ length: table?.rows ?? 0 }, (_, row) =>
    ['content', 'date', 'note', 'amount'].map((key) => table?.columns[key]?.[row] ?? null),
  );
const JULY_3 = 46206;

test('are summed by content, creator and day; an actual one takes the place of its estimate', () => {
  const made = orders([
    { id: '1', paid: ['4', ''] },
    { id: '2', paid: ['2', '1.5'] },
    { id: '3', paid: ['', '', '3', '0'] },
    { id: '4', paid: ['5', '0'], creator: 'homegirl' },
    { id: '5', paid: ['7', ''], content: B, day: '04' },
    { id: '6', paid: ['9', '0'], status: 'Canceled' },
    { id: '7', paid: ['9', ''], returned: 'Yes' },
    { id: '8', paid: ['', ''], content: B },
  ]);
  expect(costs(apply({}, made.changes))).toEqual([
    [A, JULY_3, 'lampfan', 8.5],
    [A, JULY_3, 'homegirl', 5],
    [B, JULY_3 + 1, 'lampfan', 7],
  ]);
  expect(made.result).toMatchObject({ read: 8, taken: 8, rejected: [] });
});

test('come again unchanged, are put right by the next file, and are undone with it', () => {
  const first = orders([
    { id: '1', paid: ['4', ''] },
    { id: '2', paid: ['2', ''], content: B },
  ]);
  const tables = apply({}, first.changes);
  expect(
    orders(
      [
        { id: '1', paid: ['4', ''] },
        { id: '2', paid: ['2', ''], content: B },
      ],
      tables,
      'again',
    ).changes,
  ).toEqual([]);
  const next = orders(
    [
      { id: '1', paid: ['4', '3.2'] },
      { id: '2', paid: ['2', '0'], content: B, status: 'Canceled' },
      { id: '3', paid: ['6', ''], day: '09' },
    ],
    tables,
    'import-2',
  );
  const after = apply(tables, next.changes);
  expect(costs(after)).toEqual([
    [A, JULY_3, 'lampfan', 3.2],
    [B, JULY_3, 'lampfan', 0],
    [A, JULY_3 + 6, 'lampfan', 6],
  ]);
  const undo = planUndo('import-2', undoEntries(next.changes, tables), after, AS_OF + 2);
  const removal = { sheet: 'costs', appends: [], updates: [], removals: undo.removals.get('costs') ?? [] };
  expect(costs(apply(after, [...undo.changes, removal]))).toEqual(costs(tables));
});

test('of a day of which the file lacks orders stay as they were, and that is told', () => {
  const tables = apply(
    {},
    orders([
      { id: '1', paid: ['4', ''] },
      { id: '2', paid: ['2', ''] },
    ]).changes,
  );
  const part = orders(
    [
      { id: '2', paid: ['2', '2'] },
      { id: '3', paid: ['1', ''], day: '05' },
    ],
    tables,
    'import-2',
  );
  expect(costs(apply(tables, part.changes))).toEqual([
    [A, JULY_3, 'lampfan', 6],
    [A, JULY_3 + 2, 'lampfan', 1],
  ]);
  expect(part.result.warnings.map((issue) => issueSentence('en', issue))).toEqual([
    'Commissions by content and day that stay as they were, since the file lacks orders of these days that the workbook has: 1. Please export whole days.',
  ]);
  expect(issueSentence('zh-CN', part.result.warnings[0]!)).toBe(
    '有 1 笔佣金（按内容和日期汇总）保持不变，因为文件缺少工作簿中已有的当天订单。请按整天导出。',
  );
});

test('a file without commissions costs nothing, and other orders read no costs', () => {
  const made = orders([{ id: '1', paid: ['', ''] }]);
  expect(change(made, 'costs').appends).toEqual([]);
  const reading = formats().filter(
    (format) => format.goal === 'orders' && sheetsOf(format).includes('costs'),
  );
  expect(reading.map(({ key }) => key)).toEqual(['tiktok_shop.affiliate_orders']);
});
