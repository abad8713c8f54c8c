import { isoWeekLabel } from '../kpi/calendar.ts';
import type { RowValues } from '../workbook/table.ts';
import type { Words } from '../workbook/template.ts';
import { randomOf } from './random.ts';
import { NODES } from './tree.ts';
import type { Frame } from './types.ts';

type Idea = {
  readonly node: string;
  readonly finding: Words;
  readonly action: Words;
  /** Effect in the KPI's own unit. */
  readonly expected: number;
};

const idea = (node: string, expected: number, finding: [string, string], action: [string, string]): Idea => ({
  node,
  expected,
  finding: { en: finding[0], 'zh-CN': finding[1] },
  action: { en: action[0], 'zh-CN': action[1] },
});

const IDEAS: readonly Idea[] = [
  idea(
    'tiktok.ctr',
    0.0021,
    ['Product card appears late', '商品卡出现太晚'],
    ['Pin the card within the first five seconds', '前 5 秒挂出商品卡'],
  ),
  idea(
    'tiktok.ctor',
    0.0014,
    ['Price on the card differs from the video', '商品卡价格与视频不一致'],
    ['Check vouchers every Monday', '每周一核对优惠券'],
  ),
  idea(
    'youtube.views',
    2400,
    ['Long videos start slowly', '长视频开头拖沓'],
    ['Show the result in the first ten seconds', '前 10 秒先给结果'],
  ),
  idea(
    'instagram.engagement_rate',
    0.0032,
    ['Few saves on carousels', '轮播收藏偏少'],
    ['End each carousel with a checklist', '轮播最后一页放清单'],
  ),
  idea(
    'us.completion_rate',
    0.012,
    ['Viewers leave before the demo', '演示前流失'],
    ['Move the demo to second three', '演示提前到第 3 秒'],
  ),
  idea(
    'id.completion_rate',
    0.014,
    ['Captions too small', '字幕太小'],
    ['Larger captions in Indonesian', '放大印尼语字幕'],
  ),
  idea(
    'th.completion_rate',
    0.011,
    ['Voice-over too fast', '配音语速偏快'],
    ['Record the Thai voice-over again', '重录泰语配音'],
  ),
  idea(
    'tiktok.aov',
    1.9,
    ['Many single-item orders', '单件订单多'],
    ['Offer bundles in lives', '直播间推套装'],
  ),
  idea(
    'youtube.cvr',
    0.00006,
    ['Link stands below the fold', '链接被折叠'],
    ['Pin the product link as first comment', '置顶评论放商品链接'],
  ),
  idea(
    'service.in_time',
    0.03,
    ['Evening questions wait until morning', '晚间提问次日才回'],
    ['Evening shift until 23:00', '晚班值守到 23 点'],
  ),
  idea(
    'tiktok.product_impressions',
    8600,
    ['Lives begin with an empty shelf', '直播开场货架为空'],
    ['Fill the shelf before going live', '开播前上齐货架'],
  ),
  idea(
    'instagram.views',
    1700,
    ['Reels without a series', 'Reels 不成系列'],
    ['Start a weekly series', '做每周固定栏目'],
  ),
  idea(
    'instagram.aov',
    2.3,
    ['Cheap items dominate posts', '低价品占比高'],
    ['One post a week for projector or air fryer', '每周一条投影仪或空气炸锅内容'],
  ),
  idea(
    'gmv.tiktok',
    310,
    ['Payday weeks planned late', '发薪周排期过晚'],
    ['Plan payday content two weeks ahead', '提前两周排发薪周内容'],
  ),
];

/** Weeks ago of each of the ideas: the latest are still open. */
const WEEKS_AGO: readonly number[] = [8, 8, 7, 7, 6, 6, 5, 4, 4, 3, 3, 2, 1, 1];

function stateOf(ago: number, luck: number): string {
  if (ago <= 1) return luck < 0.6 ? 'open' : 'doing';
  if (ago === 2) return 'doing';
  return luck < 0.15 ? 'dropped' : 'done';
}

/** Rows of the sheet `actions`: decisions of the last eight reviews. What is open is due after the data's last day. */
export function actionRows(frame: Frame): RowValues[] {
  const random = randomOf(frame.seed, 'actions');
  return random.shuffled(IDEAS).map((each, index) => {
    const ago = WEEKS_AGO[index] ?? 1;
    const lastDay = frame.lastDay - ago * 7;
    const status = stateOf(ago, random.next());
    const over = status === 'done' || status === 'dropped';
    const node = NODES.find((one) => one.id === each.node);
    const week = isoWeekLabel(lastDay);
    const measured = Number((each.expected * random.between(0.2, 1.2)).toPrecision(2));
    const due = over ? lastDay + random.whole(5, 12) : frame.lastDay + random.whole(3, 9);
    return {
      id: `${week}-${index + 1}`,
      week,
      node: each.node,
      finding: each.finding[frame.language],
      action: each.action[frame.language],
      owner: node?.owner[frame.language] ?? '',
      due,
      status,
      ...(over ? { closed: Math.min(due, frame.lastDay) } : {}),
      expected: each.expected,
      ...(status === 'done' ? { measured } : {}),
    };
  });
}
