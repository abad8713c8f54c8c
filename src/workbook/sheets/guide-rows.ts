import { type StarterRow, type Words, words } from '../template.ts';

const WEEK_TAB = words('Tab of the week, such as 2026-W47', '当周标签页，如 2026-W47');

function heading(en: string, zh: string): StarterRow {
  return { step: words(en, zh) };
}

/** What each does first, in this order. */
const FIRST_STEPS: readonly StarterRow[] = [
  heading('First steps', '从这里开始'),
  {
    step: words('1. Fill in the team', '1. 填写团队'),
    what: words(
      'One row a person with a role. KPIs from a model then get their owners by role.',
      '每人一行，选好角色。之后套用模型时，KPI 会按角色分配负责人。',
    ),
    where: { sheet: 'team' },
    who: words('Owner', '负责人'),
  },
  {
    step: words('2. Bring data in', '2. 导入数据'),
    what: words(
      'Take the export of your platform (list below) and bring it in, every Monday morning. No data at hand? Sidebar › Start › Load sample data.',
      '每周一早上按下方清单从平台导出文件并导入。手头没有数据？侧边栏 › 开始 › 载入示例数据。',
    ),
    where: words('Extensions › Content KPI › Open sidebar', '扩展程序 › Content KPI › 打开侧边栏'),
    who: words('Analyst', '数据分析'),
  },
  {
    step: words('3. Complete the accounts', '3. 补全账号'),
    what: words(
      'The import adds accounts; give each its name, owner and currency. Other currencies than the one of the reports need a row in “Exchange rates”: currency, from which day, rate.',
      '导入会新增账号；请补上名称、负责人和币种。与报表币种不同的，请在“汇率”中每种货币填一行：币种、开始日期、汇率。',
    ),
    where: { sheet: 'accounts' },
    who: words('Analyst', '数据分析'),
  },
  {
    step: words('4. Look at the KPI tree', '4. 查看 KPI 树'),
    what: words(
      'The first import proposes a tree that suits your data; the sidebar offers others by goal. Rename, add or delete rows; give each KPI an owner.',
      '首次导入会按数据推荐一棵 KPI 树；也可在侧边栏按目标选择其他模型。可改名、增删行；给每个 KPI 指定负责人。',
    ),
    where: { sheet: 'tree' },
    who: words('Owner', '负责人'),
  },
  {
    step: words('5. Set targets', '5. 设定目标'),
    what: words(
      'One row per KPI and period: KPI ID, from, to, target. Amounts and counts are shared out by days; rates apply as they are. To change a target, add a row below.',
      '每个 KPI 每个期间一行：KPI 编号、开始、结束、目标值。金额和次数按天分摊；比率直接使用。调整目标时在下方新增一行。',
    ),
    where: { sheet: 'targets' },
    who: words('Owner', '负责人'),
  },
  {
    step: words('6. Book the costs', '6. 记录成本'),
    what: words(
      'What content costs: production, translation, creators, ads, staff. A cost of one item gets its content ID; one of many says how it is shared, one of several days names the first and the last. ROI and payback follow.',
      '内容的各项成本：制作、翻译、达人、广告、人力等。单条内容的成本填内容编号；公共成本选分摊方式；跨多天的成本填开始日期和最后一天。ROI 和回本天数由此得出。',
    ),
    where: { sheet: 'costs' },
    who: words('Operator', '运营'),
  },
  {
    step: words('7. Read the review', '7. 阅读复盘'),
    what: words(
      'Write it in the sidebar (Review), or let it be written every Monday (step 9): a draft that fills as files come in. Type explanations and actions in the yellow cells; they stay.',
      '在侧边栏的“复盘”中生成，或每周一自动生成（见第 9 步）。草稿随文件导入逐步补齐；在黄色单元格填写说明和行动，内容会保留。',
    ),
    where: WEEK_TAB,
    who: words('Everyone', '所有人'),
  },
  {
    step: words('8. Close the review', '8. 复盘定稿'),
    what: words(
      'When the team has met, close the review. From then on it never changes. Open actions return next week.',
      '团队开完会后将复盘定稿，之后不再变化。未完成的行动下周会再出现。',
    ),
    where: words(
      'Extensions › Content KPI › Close the latest review',
      '扩展程序 › Content KPI › 最近一期复盘定稿',
    ),
    who: words('Owner', '负责人'),
  },
  {
    step: words('9. Turn the automation on', '9. 开启自动化'),
    what: words(
      'Choose day and hour and turn it on: the review is then written by itself every week, drafts are refreshed daily, the team gets a digest by mail. One person does this for all; it runs in that person’s name.',
      '选好星期和时间后开启：之后每周自动生成复盘，每天更新草稿，团队会收到邮件摘要。由一人为全团队开启，以其名义运行。',
    ),
    where: words('Extensions › Content KPI › Automation …', '扩展程序 › Content KPI › 自动化……'),
    who: words('Owner', '负责人'),
  },
];

function monday(role: Words, sheet: string | undefined, en: string, zh: string): StarterRow {
  return { step: role, what: words(en, zh), where: sheet === undefined ? WEEK_TAB : { sheet }, who: role };
}

/** What each role looks at on Monday. */
const MONDAY: readonly StarterRow[] = [
  heading('Monday, role by role', '周一各角色看什么'),
  monday(
    words('Analyst', '数据分析'),
    'issues',
    'Before the meeting: bring in all files; look which days are missing and what could not be read.',
    '会前：导入全部文件；检查缺哪些天、哪些内容无法读取。',
  ),
  monday(
    words('Owner', '负责人'),
    undefined,
    'Score, red and amber KPIs, what next. Agrees on actions, then closes the review.',
    '总得分、红黄灯 KPI、下一步。确认行动项后将复盘定稿。',
  ),
  monday(
    words('Planner', '策划'),
    'content',
    'Best and weakest content of the week; topics, hooks and dates for the next one.',
    '上周最好与最差的内容；安排下周的选题、钩子和日期。',
  ),
  monday(
    words('Editor', '编导'),
    'tree',
    'Completion rate and watch time of own KPIs; explains what is red and what the next cut does differently.',
    '自己负责的完播率、观看时长；说明红灯原因，下一版怎么改。',
  ),
  monday(
    words('Operator', '运营'),
    'products',
    'CTR, CVR and orders by account; stock behind content that sells; ad costs typed into Costs.',
    '各账号点击率、转化率、订单；热卖内容的商品库存；广告费记入“成本”。',
  ),
  monday(
    words('Service', '客服'),
    'comments',
    'Negative comments without an answer, response time, questions that come again and again.',
    '未回复的负面评论、响应时间、反复出现的问题。',
  ),
  monday(
    words('Everyone', '所有人'),
    'actions',
    'Own open actions: done, still open until when, or dropped.',
    '自己的行动项：已完成、延到何时、或取消。',
  ),
];

const HELP: readonly StarterRow[] = [
  heading('Help', '帮助'),
  {
    step: words('If something is wrong', '如果有问题'),
    what: words(
      'Cells and rows that could not be read are listed with place and reason. Nothing is dropped silently. “Set up this spreadsheet” brings deleted sheets and columns back and overwrites nothing.',
      '无法读取的单元格和行都会列出位置和原因，不会悄悄丢掉。“设置本表格”会补回被删的工作表和列，不覆盖任何内容。',
    ),
    where: { sheet: 'issues' },
    who: words('Analyst', '数据分析'),
  },
  {
    step: words('Currency, hours, limits', '币种、时间与阈值'),
    what: words(
      'Reporting currency, hour of the review, green and amber limits, answer time.',
      '报表币种、复盘时间、红黄绿灯线、回复时限。',
    ),
    where: { sheet: 'settings' },
    who: words('Owner', '负责人'),
  },
  {
    step: words('Own formulas', '自己写公式'),
    what: words(
      'Functions such as KPI_ROI take whole columns: type =KPI_ in a cell, and Sheets shows each with its arguments. Sidebar › More › Help explains them all and inserts an example.',
      'KPI_ROI 等函数支持整列：在单元格输入 =KPI_，即可看到每个函数及其参数。侧边栏 › 更多 › 帮助逐一说明，并可插入示例。',
    ),
    who: words('Everyone', '所有人'),
  },
];

/** The guide's rows before and after the list of exports. */
export const GUIDE_ROWS = { first: FIRST_STEPS, last: [...MONDAY, ...HELP] } as const;
