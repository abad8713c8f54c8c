/** Which accounts, and which of their files, a review waits for. */

import { formats } from '../../src/imports/formats.ts';
import { type FileMapping, formatOfMapping } from '../../src/imports/mapping.ts';
import { daysInWords } from '../../src/review/day-ranges.ts';
import { fileKind } from '../../src/review/file-kinds.ts';
import type { RowValues } from '../../src/workbook/table.ts';
import { build, fact, line, MONDAY, SUNDAY } from './support.ts';

const ANNA = { platform: 'youtube', id: 'a', name: 'Anna’s' };
const SHOP = { platform: 'tiktok_shop', id: 's', name: 'Shop SG' };
const tree = [{ id: 'n', metric: 'views' }];
const own = [fact('1', MONDAY - 7, SUNDAY, { views: 14 })];
const log = (format: string, from: number | null, to: number, more: RowValues = {}): RowValues => ({
  platform: 'tiktok_shop',
  account: 's',
  format,
  from,
  to,
  as_of: to,
  ...more,
});
const covered = (rows: Parameters<typeof build>[0]) =>
  build(rows).review.coverage.map(({ account, kind, days, missing }) => [
    account,
    kind,
    days,
    missing.length,
  ]);
const noteTexts = (rows: Parameters<typeof build>[0], code: string, language: 'en' | 'zh-CN' = 'en') =>
  build(rows, { language }).review.notes.flatMap((note) => (note.code === code ? [note.text] : []));

describe('accounts', () => {
  const phantom = { accounts: [ANNA, SHOP], tree, performance: own };

  test('one without file, figure or content is not waited for, but named', () => {
    expect(covered(phantom)).toEqual([['Anna’s', undefined, 7, 0]]);
    expect(noteTexts(phantom, 'NOTE_SILENT')).toEqual([
      'Not waited for, since nothing was imported or published there in the last 56 days: Shop SG.',
    ]);
    expect(noteTexts(phantom, 'NOTE_SILENT', 'zh-CN')).toEqual([
      '以下账号最近 56 天没有导入文件，也没有发布内容，因此不等待其文件：Shop SG。',
    ]);
    // One that is closed is no news.
    const closed = { ...phantom, accounts: [ANNA, { ...SHOP, state: 'closed' }] };
    expect(noteTexts(closed, 'NOTE_SILENT')).toEqual([]);
  });

  test('one that publishes is waited for, although its files never came', () => {
    const content = [
      { id: 'x', platform: 'tiktok_shop', account: 's', published: MONDAY - 3, status: 'published' },
    ];
    expect(covered({ ...phantom, content })).toEqual([
      ['Anna’s', undefined, 7, 0],
      ['Shop SG', undefined, 0, 7],
    ]);
    const long = [{ ...content[0], published: SUNDAY - 56 }] as RowValues[];
    expect(covered({ ...phantom, content: long })).toHaveLength(1);
  });

  test('one whose last file is eight weeks old is over, for the figures too', () => {
    const until = (day: number) => ({
      ...phantom,
      performance: [...own, fact('2', day - 6, day, { views: 9, platform: 'tiktok_shop', account: 's' })],
    });
    expect(covered(until(SUNDAY - 55))).toHaveLength(2);
    expect(line(build(until(SUNDAY - 55)), 'n').actual.value).toBeNull();
    expect(covered(until(SUNDAY - 56))).toHaveLength(1);
    expect(line(build(until(SUNDAY - 56)), 'n').actual).toMatchObject({ value: 7, days: 7 });
  });

  test('before the first file of all, every account is waited for', () => {
    expect(covered({ accounts: [ANNA, SHOP], tree })).toEqual([
      ['Anna’s', undefined, 0, 7],
      ['Shop SG', undefined, 0, 7],
    ]);
  });
});

describe('accounts of orders, costs and products alone', () => {
  const SHOPIFY = { platform: 'shopify', id: 'shopify', name: 'shopify' };
  const orders = (to: number, more: RowValues = {}) =>
    log('shopify.orders', null, to, { platform: 'shopify', account: 'shopify', ...more });

  test('are neither waited for nor named', () => {
    const beside = {
      accounts: [ANNA, SHOPIFY],
      tree,
      performance: own,
      imports: [orders(SUNDAY), orders(SUNDAY - 90)],
    };
    expect(covered(beside)).toEqual([['Anna’s', undefined, 7, 0]]);
    expect(noteTexts(beside, 'NOTE_SILENT')).toEqual([]);
    // Not even after eight weeks without orders; one whose import was undone had none.
    expect(noteTexts({ ...beside, imports: [orders(SUNDAY - 90)] }, 'NOTE_SILENT')).toEqual([]);
    expect(
      noteTexts({ ...beside, imports: [orders(SUNDAY, { undone: SUNDAY })] }, 'NOTE_SILENT'),
    ).toHaveLength(1);
  });

  test('make no file awaited where there is nothing else', () => {
    const alone = { accounts: [SHOPIFY], tree, imports: [orders(SUNDAY)] };
    expect(covered(alone)).toEqual([]);
    const texts = build(alone).review.headline.sentences.map(({ text }) => text);
    expect(texts.at(-1)).toBe('Next: agree on actions and type them under “Actions”.');
    expect(noteTexts(alone, 'NOTE_NO_ACCOUNTS')).toEqual([]);
    expect(noteTexts(alone, 'NOTE_NO_DAYS')).toEqual([
      'No files of content were imported, only orders, costs and the like, so no days are waited for.',
    ]);
    expect(noteTexts(alone, 'NOTE_NO_DAYS', 'zh-CN')).toEqual([
      '只导入了订单、成本等文件，没有导入内容数据，因此不等待任何日期。',
    ]);
  });

  test('are waited for once they publish', () => {
    const content = [
      { id: 'x', platform: 'shopify', account: 'shopify', published: MONDAY, status: 'published' },
    ];
    expect(covered({ accounts: [SHOPIFY], tree, imports: [orders(SUNDAY)], content })).toEqual([
      ['shopify', undefined, 0, 7],
    ]);
  });

  test('orders that came lately are something: an account with old figures is not called silent', () => {
    const old = fact('2', SUNDAY - 70, SUNDAY - 60, { views: 9, platform: 'tiktok_shop', account: 's' });
    const rows = { accounts: [ANNA, SHOP], tree, performance: [...own, old] };
    const affiliate = log('tiktok_shop.affiliate_orders', null, SUNDAY);
    expect(noteTexts({ ...rows, imports: [affiliate] }, 'NOTE_SILENT')).toEqual([]);
    expect(covered({ ...rows, imports: [affiliate] })).toHaveLength(1);
    const before = { ...affiliate, to: SUNDAY - 56, as_of: SUNDAY - 56 };
    expect(noteTexts({ ...rows, imports: [before] }, 'NOTE_SILENT')).toHaveLength(1);
  });
});

describe('kinds of files', () => {
  const WEEK_BEFORE = [MONDAY - 7, MONDAY - 1] as const;
  const before = [
    log('tiktok_shop.videos', ...WEEK_BEFORE),
    log('tiktok_shop.lives', ...WEEK_BEFORE),
    log('tiktok_shop.days', ...WEEK_BEFORE),
    log('tiktok_shop.affiliate_orders', null, MONDAY - 1),
  ];
  const rows = (...imports: RowValues[]) => ({ accounts: [SHOP], tree, imports: [...before, ...imports] });

  test('a file of LIVEs does not cover the days of the videos', () => {
    const lives = rows(log('tiktok_shop.lives', MONDAY, SUNDAY), log('tiktok_shop.days', MONDAY, SUNDAY));
    expect(covered(lives)).toEqual([
      ['Shop SG', 'content', 0, 7],
      ['Shop SG', 'live', 7, 0],
      ['Shop SG', 'days', 7, 0],
    ]);
    expect(noteTexts(lives, 'NOTE_COVERAGE_MISSING')).toEqual([
      'Shop SG · videos and posts (TikTok Shop): 0 of 7 days have data; missing: Jul 27 – Aug 2.',
    ]);
    expect(noteTexts(lives, 'NOTE_COVERAGE_MISSING', 'zh-CN')).toEqual([
      'Shop SG · 视频与图文（TikTok Shop）：7 天中 0 天有数据；缺 7月27日 – 8月2日。',
    ]);
    expect(build(lives).review.headline.sentences.at(-1)?.text).toBe(
      'Next: import the files of Shop SG · videos and posts.',
    );
  });

  test('all of them make one covered account', () => {
    const all = ['videos', 'lives', 'days'].map((kind) => log(`tiktok_shop.${kind}`, MONDAY, SUNDAY));
    const two = { ...rows(...all), accounts: [SHOP, ANNA], performance: own };
    expect(covered(two).map(([, , , missing]) => missing)).toEqual([0, 0, 0, 0]);
    expect(noteTexts(two, 'NOTE_COVERAGE_ALL')).toEqual([
      'All 2 accounts have data for every day of the week.',
    ]);
    const one = rows(...all);
    expect(noteTexts(one, 'NOTE_COVERAGE')).toEqual([
      'Shop SG · videos and posts (TikTok Shop): 7 of 7 days have data.',
      'Shop SG · LIVE (TikTok Shop): 7 of 7 days have data.',
      'Shop SG · daily totals (TikTok Shop): 7 of 7 days have data.',
    ]);
  });

  test('a file of an account’s days says nothing of its content', () => {
    const days = {
      ...rows(log('tiktok_shop.days', MONDAY, SUNDAY)),
      imports: [log('tiktok_shop.days', MONDAY, SUNDAY)],
    };
    expect(covered(days)).toEqual([['Shop SG', undefined, 7, 0]]);
    expect(line(build(days), 'n').actual).toMatchObject({ value: null, days: 0 });
  });

  test('a kind of which nothing came for eight weeks, or that was undone, is not expected', () => {
    const late = {
      accounts: [SHOP],
      tree,
      imports: [
        log('tiktok_shop.videos', MONDAY, SUNDAY),
        log('tiktok_shop.lives', SUNDAY - 62, SUNDAY - 56),
        log('tiktok_shop.lives_old', MONDAY, SUNDAY, { undone: SUNDAY }),
        // Days of an account that the log did not keep: nobody knows which they are.
        log('tiktok_shop.days', null, SUNDAY),
      ],
    };
    expect(covered(late)).toEqual([['Shop SG', undefined, 7, 0]]);
  });

  test('every format is of the kind that its rows are', () => {
    const kinds = Object.fromEntries(formats().map(({ key }) => [key, fileKind(key)]));
    for (const { key, goal, form } of formats()) {
      const kind =
        goal === 'content' ? (form === 'live' ? 'live' : 'content') : goal === 'account' ? 'days' : null;
      expect([key, kinds[key]]).toEqual([key, kind]);
    }
    const goals = ['content', 'account', 'orders', 'costs', 'products', 'comments'] as const;
    const keys = goals.map((goal) => {
      const mapping: FileMapping = { name: 'x', platform: 'other', goal, kind: 'period', columns: {} };
      return fileKind(formatOfMapping(mapping).key);
    });
    expect(keys).toEqual(['content', 'days', null, null, null, null]);
    // Rows that people or sample data wrote.
    expect([fileKind(''), fileKind('sample'), fileKind('sample.orders')]).toEqual([
      'content',
      'content',
      null,
    ]);
  });
});

test('days without data are in words, those in a row together', () => {
  const days = ['2026-12-30', '2026-12-31', '2027-01-01', '2027-01-03'];
  expect(daysInWords(days, 'en')).toBe('Dec 30 – Jan 1, Jan 3');
  expect(daysInWords(days, 'zh-CN')).toBe('12月30日 – 1月1日、1月3日');
  expect(daysInWords(days.slice(0, 2), 'en')).toBe('Dec 30 – 31');
  expect(daysInWords(days.slice(0, 2), 'zh-CN')).toBe('12月30日 – 31日');
  expect(daysInWords([], 'en')).toBe('');
});
