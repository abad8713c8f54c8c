import { type ColumnReference, choice, column, day, type SheetTemplate, words } from '../template.ts';

const VARIABLES = [
  choice('hook', 'Hook', '开头钩子'),
  choice('cover', 'Cover', '封面'),
  choice('title', 'Title', '标题'),
  choice('length', 'Length', '时长'),
  choice('script', 'Script', '脚本'),
  choice('creator', 'Creator', '达人'),
  choice('time', 'Publishing time', '发布时段'),
  choice('offer', 'Price or offer', '价格或优惠'),
  choice('page', 'Product page', '商品页'),
  choice('other', 'Other', '其他'),
];

export const EXPERIMENT_KINDS = [
  choice('split', 'Randomised split', '随机分流'),
  choice('sequential', 'Sequential split', '随机分流（序贯）'),
  choice('pairs', 'Content pairs', '内容对照'),
];

const RESULTS = words(
  '● A wins|● B wins|○ No difference|▲ Keep running',
  '● A 胜出|● B 胜出|○ 无差异|▲ 继续测试',
);

const DECISIONS = [
  choice('a', 'Use A', '采用 A'),
  choice('b', 'Use B', '采用 B'),
  choice('none', 'No difference', '无差异'),
  choice('stopped', 'Stopped', '已中止'),
];

function armsOf(at: ColumnReference): string {
  return ['conversions_a', 'visitors_a', 'conversions_b', 'visitors_b'].map((key) => at(key)).join(';');
}

function abTest(at: ColumnReference): string {
  return `KPI_AB_RESULT(${armsOf(at)};${at('kind')})`;
}

/** One variable, two arms, and a size that is fixed before the start. */
export const EXPERIMENTS: SheetTemplate = {
  key: 'experiments',
  module: 'experiments',
  version: 2,
  titles: words('A/B tests', 'A/B 测试'),
  purpose: words(
    'One row a test: one variable, two arms, the planned size fixed before it starts.',
    '每个测试一行：只改一个变量，分 A、B 两组，开始前先定好样本量。',
  ),
  group: 'act',
  frozenColumns: 1,
  columns: [
    column('id', 'id', 110, 'Test ID', '测试编号'),
    column('hypothesis', 'text', 260, 'Hypothesis', '假设', {
      wrap: true,
      note: words('If we change …, then … rises, because …', '如果改变……，那么……会提升，因为……'),
    }),
    column('variable', 'choice', 150, 'Variable', '变量', { choices: VARIABLES }),
    column('kind', 'choice', 160, 'Kind', '类型', {
      choices: EXPERIMENT_KINDS,
      default: 'split',
      note: words(
        'Randomised split: the platform shows A or B by chance; sequential: it may stop early. Content pairs: similar items, compared item by item with KPI_ITEM_TEST.',
        '随机分流：平台随机展示 A 或 B；序贯：可提前结束。内容对照：相似内容逐条比较，请用 KPI_ITEM_TEST。',
      ),
    }),
    column('arm_a', 'text', 160, 'Arm A (as now)', 'A 组（现状）', { wrap: true }),
    column('arm_b', 'text', 160, 'Arm B (new)', 'B 组（新方案）', { wrap: true }),
    column('metric', 'id', 130, 'Metric', '指标代码', {
      note: words('The one metric that decides, such as cvr', '用来判定的唯一指标，例如 cvr'),
    }),
    column('planned_n', 'count', 138, 'Planned size per arm', '每组计划样本量', {
      rule: { low: 1 },
      note: words(
        'Visitors, or views, of each arm; KPI_SAMPLE_SIZE gives it. Nothing is decided before. Of a sequential split: conversions of both arms together.',
        '每组的访客数或观看数，可用 KPI_SAMPLE_SIZE 计算；未达到前不下结论。序贯测试则填两组转化合计。',
      ),
    }),
    column('start', 'date', 100, 'Start', '开始日期'),
    column('end', 'date', 100, 'End', '结束日期'),
    column('visitors_a', 'count', 110, 'Visitors A', 'A 组访客', { rule: { low: 0 } }),
    column('conversions_a', 'count', 130, 'Conversions A', 'A 组转化', { rule: { low: 0 } }),
    column('visitors_b', 'count', 110, 'Visitors B', 'B 组访客', { rule: { low: 0 } }),
    column('conversions_b', 'count', 130, 'Conversions B', 'B 组转化', { rule: { low: 0 } }),
    column('difference', 'percent', 132, 'Difference B − A', 'B − A 差异', {
      formula: (at) => `CHOOSECOLS(${abTest(at)};1)`,
      note: words('Conversion rate of B less that of A', 'B 组转化率减 A 组转化率'),
    }),
    column('p', 'ratio', 90, 'p-value', 'p 值', {
      pattern: '0.0000',
      formula: (at) => `CHOOSECOLS(${abTest(at)};3)`,
      note: words('Two-sided; on the way it decides nothing', '双侧；测试途中不作为结论'),
    }),
    column('result', 'text', 130, 'Result', '结果', {
      marks: true,
      formula: (at, language) =>
        `KPI_AB_DECISION(${armsOf(at)};${at('planned_n')};${at('kind')};"${RESULTS[language]}")`,
    }),
    column('decision', 'choice', 135, 'Decision', '决定', { choices: DECISIONS }),
    column('rolled_out', 'date', 115, 'Rolled out', '推广日期'),
    column('owner', 'text', 150, 'Owner', '负责人', { rule: { oneOf: ['team', 'name'] } }),
    column('note', 'text', 220, 'Note', '备注', { wrap: true }),
  ],
  examples: [
    {
      id: 'EXAMPLE-1',
      hypothesis: words(
        'Example: if the price shows in the first three seconds, CTR rises, because the offer is clear',
        '示例：如果前三秒亮出价格，点击率会提升，因为优惠一目了然',
      ),
      variable: 'hook',
      kind: 'split',
      arm_a: words('Question first', '先提问'),
      arm_b: words('Price first', '先报价'),
      metric: 'ctr',
      planned_n: 8000,
      start: day('2026-11-02'),
      end: day('2026-11-15'),
      visitors_a: 8120,
      conversions_a: 325,
      visitors_b: 8060,
      conversions_b: 411,
      decision: 'b',
    },
    {
      id: 'EXAMPLE-2',
      hypothesis: words(
        'Example: if the cover shows a face, more people click, because they see who speaks',
        '示例：如果封面出现人脸，点击会更多，因为能看到是谁在讲',
      ),
      variable: 'cover',
      kind: 'split',
      arm_a: words('Product alone', '只有商品'),
      arm_b: words('Face and product', '人脸加商品'),
      metric: 'content_ctr',
      planned_n: 12000,
      start: day('2026-11-16'),
      visitors_a: 4100,
      conversions_a: 180,
      visitors_b: 4050,
      conversions_b: 192,
    },
  ],
};
