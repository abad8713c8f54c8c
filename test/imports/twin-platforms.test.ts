/** A video in both of TikTok's exports is one content, whichever file comes first. */
import type { ImportPlan } from '../../src/imports/plan.ts';
import { undoEntries } from '../../src/imports/undo.ts';
import { activityOf, lifetimeOf } from '../../src/kpi/activity.ts';
import { serialOfDate } from '../../src/kpi/calendar.ts';
import { entriesOf } from '../../src/review/entries.ts';
import { type ReviewFacts, readFacts } from '../../src/review/facts.ts';
import { readExchange } from '../../src/review/money.ts';
import { issueSentence } from '../../src/text/issue.ts';
import { emptyTable, type Tables } from '../../src/workbook/table.ts';
import { apply, change, plan, sentence } from './support.ts';

const ID = '7658657266417994504';
const OTHER = '7658657266417994999';
const [MONDAY, SUNDAY] = [serialOfDate(2026, 7, 20), serialOfDate(2026, 7, 26)];

const studio = (views: number, asOf: number, tables: Tables, importId: string): ImportPlan =>
  plan(
    `Video title,Video link,Post time,Total likes,Total comments,Total shares,Total views,Watched full video\nServing,https://www.tiktok.com/@anna/video/${ID},2026-07-01,9,1,2,${views},50%\nAlone,https://www.tiktok.com/@anna/video/${OTHER},2026-07-02,1,1,1,10,10%\n`,
    { fileName: 'Content.csv', asOf, tables, importId },
  );

const shop = (tables: Tables, importId = 'shop-1'): ImportPlan =>
  plan(
    `Creator name,Video Info,Video ID,Time,VV,Likes,Orders,Gross merchandise value (Video) ($)\nAnna,Serving,${ID},2026-07-01,1000,5,3,40\n`,
    { fileName: 'Video_List 2026-07-20 - 2026-07-26.csv', account: 'glow', tables, importId },
  );

const factsOf = (tables: Tables): ReviewFacts => {
  const empty = (key: string) => tables[key] ?? emptyTable(key, key);
  const all = Object.fromEntries(['performance', 'content', 'accounts', 'imports'].map((k) => [k, empty(k)]));
  return readFacts(
    all,
    readExchange(empty('rates'), 'USD', () => ({ sheet: '', cell: '' })),
    () => ({ sheet: '', cell: '' }),
    SUNDAY,
  );
};

const weekOf = (tables: Tables) => {
  const { index } = factsOf(tables);
  const { accounts, contents, measures } = activityOf(index, MONDAY, SUNDAY);
  return contents.map((id, at) => [accounts[at], id, measures.views?.[at], measures.gmv?.[at]]);
};

describe.each([
  ['the shop’s file first', 'tiktok_shop\u001fglow'],
  ['the creator’s file first', 'tiktok\u001fanna'],
])('%s', (_, home) => {
  const isShopFirst = home.startsWith('tiktok_shop');
  const first = isShopFirst ? apply({}, shop({}).changes) : {};
  const one = apply(first, studio(5000, MONDAY - 1, first, 'studio-1').changes);
  const two = apply(one, studio(6000, SUNDAY, one, 'studio-2').changes);
  const tables = apply(two, shop(two).changes);

  test('the week has its views once, and its money', () => {
    const week = weekOf(tables);
    expect(week.filter(([, id]) => id === ID)).toEqual([[home, ID, 1000, 40]]);
    expect(week.filter(([, id]) => id === OTHER)).toEqual([['tiktok\u001fanna', OTHER, 0, null]]);
  });

  test('its total to date has the views of the one file and the money of the other', () => {
    const { contents, measures } = lifetimeOf(factsOf(tables).index);
    const at = contents.indexOf(ID);
    expect([measures.views?.[at], measures.completed_views?.[at], measures.gmv?.[at]]).toEqual([
      6000, 3000, 40,
    ]);
  });

  test('it has one row among the content, and the same file again changes nothing', () => {
    expect((tables.content?.columns.id ?? []).filter((id) => id === ID)).toHaveLength(1);
    expect(studio(6000, SUNDAY, tables, 'studio-3').changes).toEqual([]);
    expect(shop(tables, 'shop-2').changes).toEqual([]);
  });

  test('costs of the video reach it', () => {
    const costs = plan(
      `Campaign name,Video ID,Cost,SKU orders,Gross revenue,Product ad impressions,Currency\nMax,${ID},7,1,9,100,USD\n`,
      { fileName: 'Creative data 2026-07-20_2026-07-26.csv', tables, importId: 'max-1' },
    );
    const after = apply(tables, costs.changes);
    const entries = entriesOf(
      after.costs!,
      readExchange(emptyTable('rates', 'rates'), 'USD', () => ({ sheet: '', cell: '' })),
      factsOf(after),
    );
    expect(`${entries.platforms[0]}\u001f${entries.accounts[0]}`).toBe(home);
    expect(entries.contents[0]).toBe(ID);
  });
});

test('the person is told where its figures went', () => {
  const tables = apply({}, shop({}).changes);
  const { warnings } = studio(5000, SUNDAY, tables, 'studio-1').result;
  expect(warnings.map(sentence)).toEqual([
    'Videos of this file that the workbook has as TikTok Shop content: 1. Their figures were added there, so that no view counts twice.',
  ]);
  expect(issueSentence('zh-CN', warnings[0]!)).toBe(
    '该文件中有 1 条视频已作为“TikTok Shop”内容在工作簿中，数据已记在那里，播放量不会重复计算。',
  );
});

test('a video that was taken twice before is named, and stays where it is', () => {
  const shopOnly = apply({}, shop({}).changes);
  const studioOnly = studio(5000, SUNDAY, {}, 'studio-1');
  const tables = apply(shopOnly, studioOnly.changes);
  const again = studio(5100, SUNDAY, tables, 'studio-2');
  expect(change(again, 'performance').appends).toEqual([]);
  expect(again.result.warnings.map(sentence)).toEqual([
    'Videos of this file that the workbook has as content of TikTok and of TikTok Shop, so that they count twice: 1. Please undo the imports of one of the two and import its files again.',
  ]);
});

test('undoing finds the rows of the other platform again', () => {
  const tables = apply({}, shop({}).changes);
  const first = apply(tables, studio(5000, SUNDAY, tables, 'studio-1').changes);
  const second = studio(5100, SUNDAY, first, 'studio-2');
  const changed = undoEntries(second.changes, first).filter(({ sheet }) => sheet === 'performance');
  expect(changed).toMatchObject([
    { key: { platform: 'TikTok Shop', account: 'glow', content: ID }, before: { views: 5000 } },
  ]);
});
