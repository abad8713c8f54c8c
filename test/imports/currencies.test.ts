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

describe('points that part thousands', () => {
  const amounts = (lines: readonly string[]): unknown[] =>
    change(orders(['Order ID,Date,Amount,Currency', ...lines]), 'orders').appends.map(({ amount }) => amount);

  test('are known by the currency of the rows: 120.000 VND is no 120', () => {
    expect(
      amounts(['A1,2026-07-01,120.000,VND', 'A2,2026-07-01,85.500,越南盾', 'A3,2026-07-01,900,']),
    ).toEqual([120000, 85500, 900]);
    expect(amounts(['A1,2026-07-01,1.250.000,IDR', 'A2,2026-07-01,85.500,IDR'])).toEqual([1250000, 85500]);
  });
  test('are decimals beside a currency that has them', () => {
    expect(amounts(['A1,2026-07-01,120.000,VND', 'A2,2026-07-01,85.500,USD'])).toEqual([120, 85.5]);
    expect(amounts(['A1,2026-07-01,120.000,USD'])).toEqual([120]);
  });
  test('a header that names another currency counts more', () => {
    const made = orders(['Order ID,Date,Amount (USD),Currency', 'A1,2026-07-01,120.000,VND']);
    expect(change(made, 'orders').appends[0]?.amount).toBe(120);
  });
});

describe('signs of amounts', () => {
  const signed = (...texts: string[]): ImportPlan =>
    orders(['Order ID,Date,Amount', ...texts.map((text, at) => `A${at},2026-07-01,${text}`)], accounts);

  test('are each row’s own currency', () => {
    const made = signed('$12.00', '£10.00', '€10.00');
    expect(currencies(made)).toEqual(['USD', 'GBP', 'EUR']);
    expect(change(made, 'orders').appends.map(({ amount }) => amount)).toEqual([12, 10, 10]);
  });
  test('where they are all one, it is that of rows without a sign, too', () => {
    expect(currencies(signed('£12.00', '10.00'))).toEqual(['GBP', 'GBP']);
  });
  test('where they are several, rows without a sign have their account’s', () => {
    expect(currencies(signed('£12.00', '$5.00', '10.00'))).toEqual(['GBP', 'USD', 'THB']);
  });
  test('below a header that names its currency say nothing more', () => {
    const made = orders(['Order ID,Date,Amount (SGD)', 'A1,2026-07-01,$12.00']);
    expect(currencies(made)).toEqual(['SGD']);
  });
  test('beside a column of currencies say nothing more', () => {
    const made = orders(['Order ID,Date,Amount,Currency', 'A1,2026-07-01,$12.00,AUD']);
    expect(currencies(made)).toEqual(['AUD']);
  });
  test('of costs as well', () => {
    const made = plan(
      'Date,Campaign name,Cost,Impressions\n2026-07-01,A,$9.00,100\n2026-07-01,B,£7.00,100\n',
      { fileName: 'campaign report.csv', account: 'shop' },
    );
    expect(change(made, 'costs').appends.map(({ currency }) => currency)).toEqual(['USD', 'GBP']);
  });
});
