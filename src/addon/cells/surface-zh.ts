import type { Entry, Row } from '../surface.ts';
import type { cellSurface } from './surface.ts';

type Name = keyof typeof cellSurface;

/** A text for each parameter: one too many or too few is a type error. */
type Texts<P extends readonly unknown[]> = { readonly [I in keyof P]: string };
type Translated<K extends Name> = {
  readonly text: string;
  readonly parameters: Texts<Row<Entry[K]>['parameters']>;
  readonly returns: string;
};

const NODES =
  '不含表头的各行：编号、上级、合成方式（求和、乘积、比率、差，即下级如何得出它）和系数（留空为 1）；或“KPI 树”工作表中到“类型”为止的六列。';
const DAYS = '日期区域，顺序不限，表头行会跳过。';
const DAILY = '每天的数值；同一天的多行相加，含错误或文本的一天视为缺失。';
const AS_OF = '以哪一天或时刻为准，例如设置项“今天”；不要用 TODAY() 或 NOW()，表格不会把它们交给函数。';
const NODE_VALUES = '与各节点行一一对应；由下级得出的留空。';

/** The functions for cells in Chinese, for the sidebar's help; `surface.ts` has them in English, as Sheets shows them. */
export const cellSurfaceZh: { readonly [K in Name]: Translated<K> } = {
  KPI_ATTAINMENT: {
    text: '目标达成率：1（100%）即达成；越多越好和越少越好的 KPI 都适用。',
    parameters: [
      '实际值，单元格或区域。',
      '目标值，单位相同；未给基线时须大于 0。',
      '可选。"up"（越多越好）、"down"（2 − 实际 ÷ 目标）或 "down-ratio"（目标 ÷ 实际）。',
      '可选。起始值：结果为从它到目标已走完的比例。',
    ],
    returns: '一个小数，或每行一个。',
  },
  KPI_BAND_ATTAINMENT: {
    text: '应保持在区间内的 KPI 的达成率：区间内为 1，超出越多越低，不低于 0。',
    parameters: ['实际值，单元格或区域。', '下限。', '上限，须高于下限。'],
    returns: '一个小数，或每行一个。',
  },
  KPI_STATUS: {
    text: '达成率对应的红黄绿灯。',
    parameters: [
      '达成率（小数），单元格或区域。',
      '可选。达到多少为绿灯，默认 1。',
      '可选。达到多少为黄灯，默认 0.9；绿灯线更低时取绿灯线。',
      '可选。三个标签，写作 "绿|黄|红"（也可用 , ; 、 分隔）或三个单元格。',
    ],
    returns: '一个标签，或每行一个。',
  },
  KPI_SCORE: {
    text: '多个 KPI 的加权得分；没有数值的不计，其余权重相应提高。',
    parameters: [
      '各 KPI 的达成率（小数），区域。',
      '可选。各达成率的权重，默认相同。',
      '可选。单个 KPI 最多计入的达成率，须大于 0，默认 1.5。',
    ],
    returns: '一个小数。',
  },
  KPI_RATE: {
    text: '分子 ÷ 分母；分母为 0 或缺失时为空。请给总数，不要给比率的平均值。',
    parameters: [
      '分子的总数，单元格或区域。',
      '分母的总数，行与分子对应。',
      '可选。默认 1；千次口径（如 GPM）填 1000。',
    ],
    returns: '一个数，或每行一个。',
  },
  KPI_ROI: {
    text: '投资回报率：（收入 × 毛利率 − 成本）÷ 成本。',
    parameters: [
      '收入，单元格或区域。',
      '成本，币种相同；为 0 时结果为空。',
      '可选。毛利率（小数），默认 1。',
    ],
    returns: '一个小数，或每行一个。',
  },
  KPI_ROAS: {
    text: '广告支出回报：收入 ÷ 花费。店铺后台所说的“GMV Max ROI”即此值。',
    parameters: ['收入，单元格或区域。', '广告花费，币种相同；为 0 时结果为空。'],
    returns: '一个数，或每行一个。',
  },
  KPI_BREAK_EVEN_ROAS: {
    text: '广告不赚不亏时的 ROAS：1 ÷ 毛利率。',
    parameters: ['毛利率（小数），大于 0，单元格或区域。'],
    returns: '一个数，或每行一个。',
  },
  KPI_REQUIRED_GROWTH: {
    text: '从现值到目标，每期需要的增长：（目标 ÷ 现值）^（1 ÷ 期数）− 1。',
    parameters: ['现值，大于 0，单元格或区域。', '要达到的值，不能为负。', '期数，大于 0。'],
    returns: '一个小数，或每行一个。',
  },
  KPI_EXPECTED: {
    text: '累加型指标到某一天应完成多少：目标 × 期间已过去的比例。',
    parameters: [
      '整个期间的目标，单元格或区域。',
      '期间首日。',
      '期间末日。',
      '有数据的最后一天，计为已过去。',
    ],
    returns: '一个数，或每行一个。',
  },
  KPI_PACE: {
    text: '目前实际 ÷ 目前应完成，1 为符合计划。适用于累加型指标，不适用于比率；期间前 20% 为空。',
    parameters: [
      '目前的实际值，单元格或区域。',
      '整个期间的目标，大于 0。',
      '期间首日。',
      '期间末日。',
      '有数据的最后一天，计为已过去。',
    ],
    returns: '一个数，或每行一个。',
  },
  KPI_TREE: {
    text: '由末级向上计算 KPI 树的数值；自身有数值的节点保留其数值。',
    parameters: [NODES, `实际值，${NODE_VALUES}`],
    returns: '每个节点行一个数值或代码；=KPI_RATE(F2; 1) 可说明 F2 中代码的含义。',
  },
  KPI_CASCADE: {
    text: '把根节点的目标分解到每个节点，使末级目标（连同自有数值的上级中未被下级解释的部分）能还原出它。无法分解的节点及其下级显示代码。',
    parameters: [
      NODES,
      `现值，${NODE_VALUES}未计量的求和部分若有权重则从 0 起。`,
      '根节点的目标。',
      '可选。同级之间如何分担变化，每行一个或共用一个；默认按现值。',
      '可选。保持不变的目标，每行一个，没有则留空。',
    ],
    returns: '每个节点行一个目标或代码；=KPI_RATE(F2; 1) 可说明 F2 中代码的含义。',
  },
  KPI_EFFECTS: {
    text: 'KPI 树的根节点为何变化：每个节点的影响。下级影响之和等于上级的影响；上级有自身数值时，未被解释的部分为其影响减去下级之和。',
    parameters: [
      NODES,
      `变化前的数值，${NODE_VALUES}`,
      '变化后的数值，同上。',
      '可选。"auto"（对数平均；有因素为 0 或负数时用沙普利）、"lmdi" 或 "shapley"。',
    ],
    returns: '每个节点行一个影响（单位同根节点）或代码；=KPI_RATE(G2; 1) 可说明 G2 中代码的含义。',
  },
  KPI_MIX_RATE: {
    text: '拆分比率的变化：各部分自身比率的影响，以及各部分占比变化的影响。无法读取或只填一半的行显示代码，前后都不计入整体。',
    parameters: [
      '各部分变化前的分母（如曝光），一列。',
      '各部分变化前的比率。',
      '各部分变化后的分母。',
      '各部分变化后的比率。',
    ],
    returns: '每个部分一行：自身比率的影响、占比的影响，或代码。全部相加等于整体的变化。',
  },
  KPI_XMR: {
    text: '过程行为图（XmR）：哪些数值是信号，哪些是噪声。至少需要 10 个数值。',
    parameters: ['按时间先后排列的数值，最早的在前；缺失的一期留空。'],
    returns: '每个数值一行：中线、下限、上限、信号（"limit"、"run"、"near" 或空）。',
  },
  KPI_AB_TEST: {
    text: '比较随机分流的两个转化率。比较两组内容请用 KPI_ITEM_TEST。',
    parameters: [
      'A 的转化数，整数（不是比率），单元格或区域。',
      'A 的访客数。',
      'B 的转化数。',
      'B 的访客数。',
    ],
    returns: '一行：差值 B − A、z、p（双侧）、95% 区间的下限和上限。',
  },
  KPI_ITEM_TEST: {
    text: '逐条比较两组内容，每组至少 5 条（对数的韦尔奇 t 检验）。',
    parameters: ['A 组每条内容的比率，大于 0，区域。', 'B 组每条内容的比率，大于 0，区域。'],
    returns: '一行：比值 B ÷ A、t、p（双侧）、比值 95% 区间的下限和上限。',
  },
  KPI_SAMPLE_SIZE: {
    text: '分流测试中，要区分两个比率，每组需要的访客数。',
    parameters: [
      '现有比率（小数），单元格或区域。',
      '希望能察觉的比率（小数）。',
      '可选。误报风险，双侧，默认 0.05。',
      '可选。察觉真实差异的概率，默认 0.8。',
    ],
    returns: '一个整数，或每行一个。',
  },
  KPI_CONCENTRATION: {
    text: '总额对少数渠道的依赖程度：赫芬达尔指数，从接近 0（渠道多而均匀）到 1（单一渠道）。1 ÷ 该值即有效渠道数。',
    parameters: ['各渠道的 GMV，区域。'],
    returns: '一个小数。',
  },
  KPI_UTM: {
    text: '为链接加上推广参数：去空格、转小写、词间用 "-" 连接，内容编号保留大小写。已有的参数会被替换；未给出的只有 utm_content 和 utm_id 保留。不能含邮箱地址或电话号码。',
    parameters: [
      '链接，单元格或区域。',
      'utm_source，例如 tiktok。',
      'utm_medium，例如 video。',
      'utm_campaign，例如 spring-sale。',
      '可选。utm_content：文本格式的内容编号，订单据此找到内容；数字格式只保留 15 位。',
      '可选。utm_term。',
    ],
    returns: '一个链接，或每行一个。',
  },
  KPI_UTM_GET: {
    text: '取链接中的一个参数；没有则为空。',
    parameters: [
      '链接，单元格或区域。',
      '"source" 或 "utm_source"（没有 utm_source 时取 source），或任何其他参数的名称。',
    ],
    returns: '一段文本，或每行一段。',
  },
  KPI_UTM_CHECK: {
    text: '链接的推广参数有什么问题，以及任何参数中的个人信息；没有问题则为空。',
    parameters: ['链接，单元格或区域。'],
    returns: '一段文本，或每行一段。',
  },
  KPI_ISOWEEK: {
    text: '某日所在的 ISO 周，例如 2026-W47；每周从周一开始。',
    parameters: ['日期，单元格或区域。'],
    returns: '一个标签，或每行一个。',
  },
  KPI_WEEK_START: {
    text: 'ISO 周的周一。请将单元格设为日期格式。',
    parameters: ['周，例如 2026-W47，单元格或区域。'],
    returns: '一个日期，或每行一个。',
  },
  KPI_ATTRIBUTION: {
    text: '把转化归给路径中的各渠道；各渠道所得相加等于转化总数。',
    parameters: [
      '每条路径的渠道，最先接触的在前，写作 "广告 > 邮件 > 搜索"（> 或 →），区域。',
      '每条路径的转化数或收入。',
      '可选。"last"（末次，默认）、"first"（首次）、"linear"（均分）或 "position"（首末各 40%，中间 20%）。',
    ],
    returns: '若干行：渠道和所得；没有路径的排在最后。',
  },
  KPI_TRAILING_WEEKS: {
    text: '每日指标的最近几周，各附上一年同一周（364 天前）。缺少任何一天的周为空。',
    parameters: [DAYS, DAILY, '最后一周的末日，星期几由你决定。', '可选。周数，默认 6。'],
    returns: '若干行：周末日（请设为日期格式）、今年、上一年。',
  },
  KPI_TRAILING_MONTHS: {
    text: '每日指标最近的完整月份，各附上一年同月。缺少任何一天的月份为空。',
    parameters: [DAYS, DAILY, '有数据的最后一天。', '可选。月数，默认 12。'],
    returns: '若干行：月份（如 2026-11）、今年、上一年。',
  },
  KPI_TO_DATE: {
    text: '每日指标的本周（7 天）、本月、本季、本年至今与上一期间比较：各行为 WoW、YoY、MTD、QTD、YTD。',
    parameters: [
      DAYS,
      DAILY,
      '有数据的最后一天。',
      '可选。财年结束月份，1–12，默认 12。',
      '可选。默认 TRUE：只比较两个期间都有的日期；FALSE 则按现有数据比较。',
    ],
    returns:
      '若干行：标签、全部天数的值、对比值、变化（小数）、天数、参与比较的天数。同口径时变化只算参与比较的天数，缺天时不等于 值 ÷ 对比值 − 1。',
  },
  KPI_DUE: {
    text: '有截止日的事项处于什么状态：未到期、即将到期、已逾期、已完成、逾期完成。',
    parameters: [
      '截止日，单元格或区域。',
      '可选。完成日期、TRUE，或“已完成”之类的状态词；未完成则留空。',
      AS_OF,
      '可选。提前多少天算即将到期，默认 7。',
      '可选。状态词：“已完成”“已发布”无需日期即视为完成；取消和暂停的行为空。',
      '可选。五个标签，写作 "未到期|即将到期|已逾期|已完成|逾期完成" 或五个单元格。',
    ],
    returns: '一个标签，或每行一个。',
  },
  KPI_SLA: {
    text: '评论是否在时限内回复：按时、超时、待回复、超时未回。',
    parameters: [
      '评论时间（含时分），单元格或区域。',
      '回复时间；未回复则留空。',
      '可选。允许的小时数，默认 24。',
      AS_OF,
      '可选。情感不是负面的行为空。',
      '可选。四个标签，写作 "按时|超时|待回复|超时未回" 或四个单元格。',
    ],
    returns: '一个标签，或每行一个。',
  },
  KPI_DAYS: {
    text: '两个日期之间的整天数，不计时刻；后者更早时为负。',
    parameters: ['起始日期，单元格或区域。', '结束日期；缺一个则结果为空。'],
    returns: '天数，或每行一个。',
  },
  KPI_AB_RESULT: {
    text: '用于多种测试列表的 KPI_AB_TEST：类型为 "pairs"（成组内容）的行为空。',
    parameters: [
      'A 的转化数，整数（不是比率），单元格或区域。',
      'A 的访客数。',
      'B 的转化数。',
      'B 的访客数。',
      '可选。每个测试的类型，默认随机分流。',
    ],
    returns: '一行：差值 B − A、z、p（双侧）、95% 区间的下限和上限。',
  },
  KPI_AB_DECISION: {
    text: '目前对随机分流能下什么结论：只有达到计划样本量或满足序贯规则才判胜负，绝不看中途的 p 值。',
    parameters: [
      'A 的转化数，单元格或区域。',
      'A 的访客数。',
      'B 的转化数。',
      'B 的访客数。',
      '开始前定下的样本量：每组访客数（KPI_SAMPLE_SIZE）；序贯规则下为两组转化数之和。',
      '可选。"split"（默认）、"sequential"；"pairs" 表示成组内容，结果为空，请用 KPI_ITEM_TEST。',
      '可选。四个标签，写作 "A 胜出|B 胜出|无差异|继续" 或四个单元格。',
    ],
    returns: '一个标签，或每行一个。',
  },
  KPI_BUDGET: {
    text: '预算：条数 × 单条成本。',
    parameters: ['条数，单元格或区域。', '单条成本。'],
    returns: '一个金额，或每行一个。',
  },
  KPI_BREAK_EVEN_GMV: {
    text: '毛利刚好覆盖成本时的 GMV：成本 ÷ 毛利率。',
    parameters: ['成本，单元格或区域。', '毛利率（小数），大于 0。'],
    returns: '一个金额，或每行一个。',
  },
  KPI_BREAK_EVEN_ORDERS: {
    text: '毛利刚好覆盖成本时的订单数：成本 ÷（毛利率 × 客单价），向上取整。',
    parameters: ['成本，单元格或区域。', '毛利率（小数），大于 0。', '客单价（AOV），大于 0。'],
    returns: '订单数（整数），或每行一个。',
  },
};
