import { renderPublishing } from '../../src/review/render/publishing.ts';
import type { RowValues } from '../../src/workbook/table.ts';
import { shown } from './shown.ts';
import { build, fact, MONDAY, type Rows, SUNDAY } from './support.ts';

const item = (id: string, more: RowValues): RowValues => ({
  ...{ id, title: `Title ${id}`, platform: 'youtube', account: 'a', operator: 'Bo', status: 'published' },
  ...more,
});
const due = (id: string, planned: number, more: RowValues = {}): RowValues =>
  item(id, { planned, status: 'ready', ...more });

const accounts = [
  { platform: 'youtube', id: 'a', name: 'Anna’s' },
  { platform: 'tiktok', id: 'b', name: 'Bo’s' },
];
const content = [
  item('in time', { planned: MONDAY + 1, published: MONDAY + 1.9 }),
  item('ahead', { planned: MONDAY + 2, published: MONDAY - 3 }),
  item('late', { planned: MONDAY, published: SUNDAY + 0.99 }),
  item('without its day', { planned: MONDAY }),
  due('missing', MONDAY + 3),
  item('out after the week', { planned: SUNDAY, published: SUNDAY + 1 }),
  due('paused', MONDAY, { status: 'paused' }),
  due('cancelled', MONDAY, { status: '已取消' }),
  due('old', MONDAY - 20, { status: '制作中', operator: null, editor: 'Edda' }),
  item('not planned', { account: 'b', platform: 'tiktok', published: MONDAY }),
  item('a week early', { account: 'b', platform: 'tiktok', planned: SUNDAY + 1, published: SUNDAY }),
  item('caught up', { planned: MONDAY - 1, published: MONDAY }),
  due('next week', SUNDAY + 1),
  due('EXAMPLE-1', MONDAY),
];
const section = (rows: Rows, options = {}) => build({ accounts, ...rows }, options).review.publishing;

describe('planned against published', () => {
  test('by account, the worst first, accounts without a plan last', () => {
    expect(section({ content }).lines).toEqual([
      {
        ...{ platform: 'youtube', account: 'Anna’s', planned: 6, onTime: 3, late: 1, missing: 2 },
        ...{ unknown: 0, unplanned: 0, adherence: 4 / 6 },
      },
      {
        ...{ platform: 'tiktok', account: 'Bo’s', planned: 0, onTime: 0, late: 0, missing: 0 },
        ...{ unknown: 0, unplanned: 2, adherence: null },
      },
    ]);
  });
  test('in all', () => {
    const counts = { planned: 6, onTime: 3, late: 1, missing: 2, unknown: 0, unplanned: 2, adherence: 4 / 6 };
    expect(section({ content }).total).toEqual({ platform: '', account: '', ...counts });
  });
  test('of days without a file nobody knows what came out; what people said of an account without any file counts', () => {
    const file = (to: number) => [fact('1', MONDAY - 7, to, { views: 5, account: 'a' })];
    const rows = [
      due('early', MONDAY + 1),
      due('on the day', MONDAY + 3),
      item('out', { planned: MONDAY + 4 }),
    ];
    const known = (performance: RowValues[]) => {
      const { total, overdue } = section({ content: rows, performance });
      return { ...total, overdue: overdue.map(({ id }) => id) };
    };
    expect(known(file(MONDAY + 2))).toMatchObject({ planned: 3, missing: 1, unknown: 1, adherence: 0.5 });
    expect(known(file(MONDAY + 2)).overdue).toEqual(['early']);
    expect(known(file(MONDAY - 1))).toMatchObject({ missing: 0, unknown: 2, adherence: 1, overdue: [] });
    expect(known(file(SUNDAY))).toMatchObject({ missing: 2, unknown: 0, overdue: ['early', 'on the day'] });
    expect(known([])).toMatchObject({ missing: 2, unknown: 0 });
    const none = section({ content: rows.slice(0, 2), performance: file(MONDAY - 1) });
    expect(none.total.adherence).toBeNull();
    const tab = shown(
      renderPublishing,
      build({ accounts, content: rows, performance: file(MONDAY - 1) }).review,
    );
    expect(tab.values).toContainEqual([
      '2 planned for days without a file yet: not known whether they are out.',
    ]);
  });
  test('an item planned for an earlier week is as little known where no file has come since', () => {
    const rows = [due('before', MONDAY - 3), due('long before', MONDAY - 12)];
    const until = (to: number) => {
      const performance = [fact('1', MONDAY - 20, to, { views: 5, account: 'a' })];
      return section({ content: rows, performance }).overdue.map(({ id }) => id);
    };
    expect(until(MONDAY - 8)).toEqual(['long before']);
    expect(until(MONDAY - 1)).toEqual(['long before', 'before']);
  });
  test('each kind of content goes by the files of its own', () => {
    const shop = { platform: 'tiktok_shop', account: 's' };
    const log = (format: string, to: number) => ({
      ...{ id: format, file: 'x.csv', format, ...shop, from: MONDAY - 7, to, as_of: to },
    });
    const imports = [log('tiktok_shop.videos', SUNDAY), log('tiktok_shop.lives', MONDAY - 1)];
    const rows = ['short_video', 'live'].map((format) => due(format, MONDAY + 1, { ...shop, format }));
    const { total, overdue } = section({ content: rows, imports });
    expect([total.missing, total.unknown]).toEqual([1, 1]);
    expect(overdue.map(({ id }) => id)).toEqual(['short_video']);
  });
  test('who works on it has it planned once it can be known', () => {
    const tree = [{ id: 'root', metric: 'views', name: 'Views', owner: 'Bo' }];
    const planned = (to: number) =>
      build({
        ...{ accounts, tree, content: [due('x', MONDAY + 1)] },
        performance: [fact('1', MONDAY - 7, to, { views: 5, account: 'a' })],
      }).review.people.map((person) => person.planned);
    expect([planned(MONDAY - 1), planned(SUNDAY)]).toEqual([[0], [1]]);
  });
  test('a day that is not over is not missed yet; what is out already counts', () => {
    const rows = [
      due('yesterday', MONDAY + 1),
      due('today', MONDAY + 2),
      item('out', { planned: MONDAY + 2, published: MONDAY + 2 }),
    ];
    const { total, overdue } = section({ content: rows }, { today: MONDAY + 2 });
    expect(total).toMatchObject({ planned: 2, onTime: 1, missing: 1 });
    expect(overdue.map(({ id }) => id)).toEqual(['yesterday']);
  });
  test('overdue is what is not out at all, the longest first', () => {
    const account = 'Anna’s';
    expect(section({ content }).overdue).toEqual([
      { id: 'old', title: 'Title old', account, planned: '2026-07-07', owner: 'Edda', days: 27 },
      { id: 'missing', title: 'Title missing', account, planned: '2026-07-30', owner: 'Bo', days: 4 },
    ]);
  });
  test('days that are no days count as none', () => {
    const rows = [item('x', { planned: 'soon', published: MONDAY }), due('y', MONDAY, { published: 'yes' })];
    expect(section({ content: rows })).toMatchObject({
      total: { planned: 1, onTime: 1, unplanned: 1 },
      overdue: [],
    });
  });
});

describe('in the tab', () => {
  test('a table of accounts and one of what is overdue', () => {
    const tab = shown(renderPublishing, build({ accounts, content }).review);
    expect(tab.values).toEqual([
      [],
      ['Plan'],
      ['Account', 'Platform', 'Planned', 'On time', 'Late', 'Missing', 'Unplanned', 'Plan kept'],
      ['Anna’s', 'YouTube', 6, 3, 1, 2, 0, 4 / 6],
      ['Bo’s', 'TikTok', 0, 0, 0, 0, 2],
      ['All accounts', null, 6, 3, 1, 2, 2, 4 / 6],
      [],
      ['Planned and not published: 2'],
      ['Title', 'Account', 'Owner', 'Planned for', 'Days late'],
      ['Title old', 'Anna’s', 'Edda', '2026-07-07', 27],
      ['Title missing', 'Anna’s', 'Bo', '2026-07-30', 4],
    ]);
    expect(tab.cell(3, 6).format?.numberFormat?.pattern).toBe('"■ "#,##0');
    expect(tab.cell(4, 6).format?.numberFormat?.pattern).toBe('#,##0');
    expect(tab.rowOf('publishing:youtube:Anna’s:adherence')).toBe(3);
    expect(tab.rowOf('publishing:total:adherence')).toBe(5);
  });
  test('in Chinese, ten at most, and how many more', () => {
    const rows = Array.from({ length: 12 }, (_, i) => due(`n${i}`, MONDAY - i, { account: null }));
    const { review } = build({ content: rows }, { language: 'zh-CN' });
    const { values } = shown(renderPublishing, review);
    expect(values.slice(1, 5)).toEqual([
      ['发布计划'],
      ['账号', '平台', '计划条数', '按时', '延迟', '未发布', '计划外', '计划完成率'],
      ['（未填账号）', 'YouTube', 1, 0, 0, 1, 0, 0],
      ['全部账号', null, 1, 0, 0, 1, 0, 0],
    ]);
    expect(values[6]).toEqual(['已到计划日期但未发布：12 条']);
    expect(values.slice(8)).toHaveLength(11);
    expect(values.at(-2)).toEqual(['Title n2', null, 'Bo', '2026-07-25', 9]);
    expect(values.at(-1)).toEqual(['另有 2 条。']);
  });
  test('a week without a plan says so', () => {
    expect(shown(renderPublishing, build({}).review).values).toEqual([
      [],
      ['Plan'],
      ['Nothing was planned for this week, and nothing published.'],
    ]);
    const chinese = build({ content: [due('EXAMPLE-1', MONDAY)] }, { language: 'zh-CN' }).review;
    expect(shown(renderPublishing, chinese).values.at(-1)).toEqual(['本周没有计划，也没有发布内容。']);
  });
  test('names that look like formulas, or like what objects have, stay text', () => {
    const names = ['=HYPERLINK("x")', '__proto__', 'constructor', '{count}', '<b>'];
    const rows = names.map((title) => due(title, MONDAY, { title, account: title, operator: title }));
    const { review } = build({ content: rows });
    const { values } = shown(renderPublishing, review);
    expect(values.slice(3, 8).map(([name]) => name)).toEqual(names);
    expect(values.slice(-5).map((row) => row.slice(0, 3))).toEqual(names.map((name) => [name, name, name]));
  });
});
