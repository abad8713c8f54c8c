import { choice, column, type SheetTemplate, words } from '../template.ts';

const WHO = [
  choice('owner', 'Owner', '负责人'),
  choice('analyst', 'Analyst', '数据分析'),
  choice('everyone', 'Everyone', '所有人'),
];

/** The first page a person reads. */
export const GUIDE: SheetTemplate = {
  key: 'guide',
  version: 2,
  titles: words('Start here', '使用说明'),
  purpose: words('What to do first, and where everything is.', '先做什么，东西在哪里。'),
  group: 'start',
  frozenColumns: 0,
  page: true,
  columns: [
    column('step', 'text', 170, 'Step', '步骤'),
    column('what', 'text', 520, 'What to do', '怎么做', { wrap: true }),
    column('where', 'text', 230, 'Where', '在哪里', { wrap: true }),
    column('who', 'choice', 110, 'Who', '谁来做', { choices: WHO }),
  ],
  starterRows: [
    {
      step: words('1. Bring data in', '1. 导入数据'),
      what: words(
        'YouTube Studio: Analytics › Advanced mode › Content tab › period “Lifetime” › download icon (top right) › Comma-separated values. Drop the downloaded zip (or its “Table data.csv”) on the sidebar. Do it every Monday morning: the difference between two files is the week.',
        'YouTube 工作室：数据分析 › 高级模式 › “内容”标签页 › 时间范围选“发布至今” › 右上角下载图标 › 逗号分隔值 (CSV)。把下载的 zip（或其中的“表格数据.csv”）拖到侧边栏。每周一早上做一次：两次文件之差就是这一周的数据。',
      ),
      where: words('Extensions › Content KPI › Open sidebar', '扩展程序 › Content KPI › 打开侧边栏'),
      who: words('Analyst', '数据分析'),
    },
    {
      step: words('2. Look at the KPI tree', '2. 查看 KPI 树'),
      what: words(
        'The first import proposes a tree that suits your data. Rename, add or delete rows; give each KPI an owner.',
        '首次导入会按你的数据推荐一棵 KPI 树。可改名、增删行；给每个 KPI 指定负责人。',
      ),
      where: words('Sheet “KPI tree”', '工作表“KPI 树”'),
      who: words('Owner', '负责人'),
    },
    {
      step: words('3. Set targets', '3. 设定目标'),
      what: words(
        'One row per KPI and period: KPI ID, from, to, target. Amounts and counts are shared out by days; rates apply as they are.',
        '每个 KPI 每个期间一行：KPI 编号、开始、结束、目标值。金额和次数按天分摊；比率直接使用。',
      ),
      where: words('Sheet “Targets”', '工作表“目标”'),
      who: words('Owner', '负责人'),
    },
    {
      step: words('4. Read the review', '4. 阅读复盘'),
      what: words(
        'Every Monday a tab named after the week, such as 2026-W47, is written as a draft. It fills as files come in. Type explanations and actions in the marked cells; they stay.',
        '每周一自动生成以周命名的标签页（如 2026-W47），先是草稿，随文件导入逐步补齐。在标出的单元格填写说明和行动，内容会保留。',
      ),
      where: words('Tab of the week', '当周标签页'),
      who: words('Everyone', '所有人'),
    },
    {
      step: words('5. Close the review', '5. 复盘定稿'),
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
      step: words('If something is wrong', '如果有问题'),
      what: words(
        'Cells and rows that could not be read are listed with place and reason. Nothing is dropped silently.',
        '无法读取的单元格和行都会列出位置和原因，不会悄悄丢掉。',
      ),
      where: words('Sheet “Data issues”', '工作表“数据问题”'),
      who: words('Analyst', '数据分析'),
    },
  ],
};
