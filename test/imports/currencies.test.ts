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

describe('the sign ¥', () => {
  const signed = (headers: string, ...rows: string[]): ImportPlan => orders([headers, ...rows]);
  const CHINESE = '订单号,下单时间,金额,平台';

  test('is CNY below Chinese headers, beside amounts that name others', () => {
    const made = signed(
      CHINESE,
      'A1,2026-07-01,￥128.5,抖音',
      'A2,2026-07-01,128.5元,抖音',
      'A3,2026-07-01,RM 59,Shopee',
      'A4,2026-07-01,¥7,抖音',
    );
    expect(currencies(made)).toEqual(['CNY', 'CNY', 'MYR', 'CNY']);
    expect(said(made)).toEqual([]);
  });
  test.each([
    ['128.5元', 'CNY'],
    ['CNY 7', 'CNY'],
    ['1280円', 'JPY'],
    ['¥7元', 'CNY'],
  ])('is what other rows name below English headers: %s', (text, currency) => {
    const made = signed('Order ID,Date,Amount', 'A1,2026-07-01,¥100', `A2,2026-07-01,${text}`);
    expect(currencies(made)).toEqual([currency, currency]);
    expect(said(made)).toEqual([]);
  });
  test('is what a column of currencies names for other rows', () => {
    const made = signed('Order ID,Date,Amount,Currency', 'A1,2026-07-01,￥100,', 'A2,2026-07-01,5,日元');
    expect(currencies(made)).toEqual(['JPY', '日元']);
  });
  test('is JPY below Japanese headers', () => {
    const made = signed('Order ID,Date,Amount,注文者', 'A1,2026-07-01,￥1280,');
    expect(currencies(made)).toEqual(['JPY']);
  });
  test('in a header is that of the cells below it', () => {
    expect(currencies(signed('订单号,下单时间,金额（￥）', 'A1,2026-07-01,100'))).toEqual(['CNY']);
  });
  test('stays open where nothing says more, and people are told what it was taken as', () => {
    const made = signed('Order ID,Date,Amount', 'A1,2026-07-01,¥100', 'A2,2026-07-01,£5');
    expect(currencies(made)).toEqual([undefined, 'GBP']);
    expect(said(made)).toEqual([
      'Amounts with the sign ¥, which can be CNY or JPY: 1. The file does not say clearly which, so they are taken as USD. If that is not right, please undo the import, fill in the account’s currency in the sheet of accounts, and import the file again.',
    ]);
    expect(said(made, 'zh-CN')).toEqual([
      '有 1 个金额带有符号 ¥，它既可以是人民币，也可以是日元。文件没有明确说明是哪一种，已按 USD 处理。如不正确，请撤销导入，在账号表中填写该账号的币种，然后重新导入文件。',
    ]);
  });
  test('stays open where headers and rows contradict each other', () => {
    const made = signed(CHINESE, 'A1,2026-07-01,￥128,抖音', 'A2,2026-07-01,1280円,抖音');
    expect(currencies(made)).toEqual([undefined, 'JPY']);
    expect(said(made)[0]).toContain('can be CNY or JPY: 1.');
  });
  test('is the account’s currency where that is one of the two, and else told as what it is taken as', () => {
    const lines = ['Order ID,Date,Amount', 'A1,2026-07-01,¥100'];
    const yen = orders(lines, sheet('accounts', { platform: 'Other', id: 'shop', currency: '日元' }));
    expect([currencies(yen), said(yen)]).toEqual([['JPY'], []]);
    expect(said(orders(lines, accounts))[0]).toContain('taken as THB.');
  });
  test('of figures is told, too', () => {
    const text = 'Video ID,VV,Video Revenue\n7590000000000000123,10,¥5\n7590000000000000456,9,7\n';
    const made = plan(text, { fileName: 'Video Analysis 2026-07-01_2026-07-07.csv', account: 'shop' });
    expect(change(made, 'performance').appends.map(({ currency }) => currency)).toEqual([
      undefined,
      undefined,
    ]);
    expect(said(made).join(' ')).toContain('can be CNY or JPY: 1. ');
  });
});

describe('an amount whose sign names another currency than its column', () => {
  const rejected = (made: ImportPlan, language: 'en' | 'zh-CN' = 'en'): string[] =>
    made.issues.map((issue) => issueSentence(language, issue));
  const videos = (header: string, ...amounts: string[]): ImportPlan =>
    plan(
      [`视频ID,VV,${header}`, ...amounts.map((text, at) => `759000000000000012${at},10,"${text}"`)].join(
        '\n',
      ),
      { fileName: '视频分析 2026-07-01_2026-07-07.csv', account: 'shop' },
    );
  const figures = (made: ImportPlan): unknown[] =>
    change(made, 'performance').appends.map(({ gmv, currency }) => [gmv, currency]);

  test('is not taken, and the sentence says row, column, and both currencies', () => {
    const made = videos('GMV（视频） (£)', '£5.00', 'US$1,248.35', '￥300', '7', 'US$1.2K', '9 EUR', '£1.2K');
    expect(figures(made)).toEqual([
      [5, 'GBP'],
      [7, 'GBP'],
      [1200, 'GBP'],
    ]);
    expect(
      made.result.rejected.map(({ row, column, found, expected }) => [row, column, found, expected]),
    ).toEqual([
      [3, 'GMV（视频） (£)', 'US$1,248.35', 'GBP'],
      [4, 'GMV（视频） (£)', '￥300', 'GBP'],
      [6, 'GMV（视频） (£)', 'US$1.2K', 'GBP'],
      [7, 'GMV（视频） (£)', '9 EUR', 'GBP'],
    ]);
    expect(rejected(made)[0]).toBe(
      'Row 3: “US$1,248.35” under “GMV（视频） (£)” names another currency than the one that its amounts are in here, GBP. The row was not taken, since its amount would have passed for GBP. Please export it by itself, or write the amount in GBP.',
    );
    expect(rejected(made, 'zh-CN')[1]).toBe(
      '第 4 行：“GMV（视频） (£)”中的“￥300”与此处金额的币种（GBP）不同。为避免把它当作 GBP，未导入本行。请单独导出该行，或把金额换算成 GBP。',
    );
  });
  test('is not taken either where the first amount of a file of figures names it instead of the header', () => {
    const made = videos('GMV（视频）', '£5.00', 'US$8', '7');
    expect(figures(made)).toEqual([
      [5, 'GBP'],
      [7, 'GBP'],
    ]);
    expect(rejected(made)).toHaveLength(1);
  });
  test('is taken where the sign is one that its currency shares', () => {
    expect(figures(videos('GMV（视频） (S$)', '$5', 'S$6'))).toEqual([
      [5, 'SGD'],
      [6, 'SGD'],
    ]);
    expect(figures(videos('GMV（视频） (¥)', '￥5', '6元'))).toEqual([
      [5, 'CNY'],
      [6, 'CNY'],
    ]);
  });
  test('is not taken below the sign ¥, whichever of the two that is', () => {
    const made = orders(['Order ID,Date,Amount (¥)', 'A1,2026-07-01,US$12.00', 'A2,2026-07-01,3']);
    expect([currencies(made), rejected(made).length]).toEqual([[undefined], 1]);
    expect(rejected(made)[0]).toContain('CNY / JPY');
    expect(said(made)[0]).toContain('can be CNY or JPY: 1.');
  });
  test('of orders is not taken either, be it the header or the row that names the other', () => {
    const one = orders(['Order ID,Date,Amount (SGD)', 'A1,2026-07-01,US$12.00', 'A2,2026-07-01,3']);
    expect([currencies(one), rejected(one).length]).toEqual([['SGD'], 1]);
    const two = orders([
      'Order ID,Date,Amount (SGD),Refund',
      'A1,2026-07-01,12,US$2',
      'A2,2026-07-01,3,$1',
      'A3,2026-07-01,3,¥1',
    ]);
    expect([currencies(two), rejected(two).length]).toEqual([['SGD'], 2]);
    const other = orders(['Order ID,Date,Amount,Currency', 'A1,2026-07-01,£12,AUD', 'A2,2026-07-01,£3,GBP']);
    expect([currencies(other), rejected(other).length]).toEqual([['GBP'], 1]);
  });
});
