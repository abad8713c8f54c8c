/** Whose currency the amounts of costs and orders are in. */
import type { ImportPlan } from '../../src/imports/plan.ts';
import { issueSentence } from '../../src/text/issue.ts';
import type { RowValues, Tables } from '../../src/workbook/table.ts';
import { apply, change, plan } from './support.ts';

const sheet = (key: string, ...rows: RowValues[]): Tables =>
  apply({}, [{ sheet: key, appends: rows, updates: [] }]);
const accounts = sheet('accounts', { platform: 'Other', id: 'shop', currency: '泰铢' });
const orders = (lines: readonly string[], tables: Tables = {}): ImportPlan =>
  plan(lines.join('\n'), { fileName: 'orders.csv', account: 'shop', tables });
const currencies = (made: ImportPlan): unknown[] =>
  change(made, 'orders').appends.map(({ currency }) => currency);
const said = (made: ImportPlan, language: 'en' | 'zh-CN' = 'en'): string[] =>
  made.result.warnings.map((issue) => issueSentence(language, issue));

const BARE = ['Order ID,Date,Amount', 'A1,2026-07-01,100', 'A2,2026-07-02,50'];

describe('amounts without a currency', () => {
  test('have that of their account', () => {
    const made = orders(BARE, accounts);
    expect(currencies(made)).toEqual(['THB', 'THB']);
    expect(said(made)).toEqual([]);
    expect(orders(BARE, apply(accounts, made.changes)).changes).toEqual([]);
  });

  test('have that of the account of their content', () => {
    const content = sheet('content', { platform: 'Other', account: 'shop', id: 'v1' });
    const lines = ['Order ID,Date,Amount,Content ID', 'A1,2026-07-01,100,v1'];
    const made = plan(lines.join('\n'), {
      fileName: 'orders.csv',
      account: 'another',
      tables: { ...accounts, ...content },
    });
    expect(currencies(made)).toEqual(['THB']);
  });

  test('are told once where nothing names one', () => {
    const made = orders(BARE);
    expect(currencies(made)).toEqual([undefined, undefined]);
    expect(said(made)).toEqual([
      'Amounts whose currency neither the file nor its account names: 2. They are taken as amounts in the reporting currency. If that is not right, please fill in the account’s currency in the sheet of accounts.',
    ]);
    expect(said(made, 'zh-CN')).toEqual([
      '有 2 个金额，文件和账号都没有说明币种，已按汇报币种处理。如不正确，请在账号表中填写该账号的币种。',
    ]);
  });
});

test.each([
  ['Indonesian', 'No. Pesanan,Waktu Pesanan Dibuat,Jumlah,Total Harga Produk,Mata Uang', 'IDR'],
  ['Vietnamese', 'Mã đơn hàng,Ngày đặt hàng,Số lượng,Tổng giá bán (sản phẩm),Tiền tệ', 'VND'],
])('orders of an %s file have its currency', (_, headers, currency) => {
  const made = orders([headers, `A1,2026-07-01 10:00,2,240000,${currency}`]);
  expect(change(made, 'orders').appends).toEqual([
    expect.objectContaining({ id: 'A1', units: 2, amount: 240000, currency }),
  ]);
});
