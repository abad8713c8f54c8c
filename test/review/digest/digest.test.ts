import { buildDigest, concernOf } from '../../../src/review/digest/digest.ts';
import { htmlOf } from '../../../src/review/digest/html.ts';
import { textOf } from '../../../src/review/digest/text.ts';
import type { ActionLine, Review, TreeLine } from '../../../src/review/model.ts';

const FIGURE = { value: null, days: 7, of: 7, estimated: false };
const line = (parts: Partial<TreeLine>): TreeLine => ({
  id: 'x',
  parent: null,
  depth: 1,
  name: 'X',
  owner: '',
  unit: 'count',
  metric: 'views',
  actual: FIGURE,
  plan: null,
  baseline: null,
  attainment: null,
  status: 'none',
  wow: null,
  yoy: null,
  weeks: [],
  mtd: FIGURE,
  mtdPlan: null,
  mtdAttainment: null,
  qtd: FIGURE,
  qtdPlan: null,
  qtdAttainment: null,
  signal: 'none',
  assurance: null,
  lower: null,
  upper: null,
  effect: null,
  unexplained: null,
  lifetime: null,
  explanation: '',
  ...parts,
});
const measured = (
  name: string,
  owner: string,
  value: number,
  plan: number,
  status: TreeLine['status'],
  wow: number | null,
): TreeLine =>
  line({ name, owner, actual: { ...FIGURE, value }, plan, attainment: value / plan, status, wow });

const action = (parts: Partial<ActionLine>): ActionLine => ({
  id: 'a',
  week: '2026-W46',
  node: '',
  finding: '',
  action: 'New hook',
  owner: 'Ana',
  due: '2026-11-20',
  status: 'open',
  overdue: false,
  ageWeeks: 1,
  unit: 'count',
  expected: null,
  measured: null,
  error: null,
  ...parts,
});

/** Sections of which the digest says little or nothing. */
const emptySections = () => {
  const table = { lines: [], rest: null, volume: null, rate: null, whole: null };
  const counts = { planned: 0, onTime: 0, late: 0, missing: 0, unknown: 0, unplanned: 0, adherence: null };
  return {
    team: [],
    findings: [
      {
        ...{ code: 'viral', values: {}, key: 'viral|x', evidence: 'content:x:index' },
        ...{ tone: 'good' as const, text: '<u>Hot</u> (Bo) is hot', owner: 'Bo' },
      },
    ],
    why: { goal: null, drivers: [], platforms: table, accounts: table, waterfall: [] },
    funnel: [],
    weak: { metric: 'views', from: '', to: '', items: 0, tried: 0, lines: [], tooFew: [] },
    people: [],
    guards: [],
    experiments: [],
    publishing: { lines: [], total: { platform: '', account: '', ...counts }, overdue: [] },
  };
};

/** Names that would be an element, a formula, or a header of their own. */
const review = (language: 'en' | 'zh-CN'): Review => ({
  ...emptySections(),
  version: 1,
  period: { kind: 'week', label: '2026-W47', from: '2026-11-16', to: '2026-11-22' },
  state: 'draft',
  language,
  currency: 'USD',
  madeOn: '2026-11-23',
  coverage: [
    {
      platform: 'youtube',
      account: '<i>Art</i>',
      days: 5,
      of: 7,
      missing: ['2026-11-21', '2026-11-22'],
      isAwaited: true,
      id: 'art',
      owner: 'Bo',
    },
    {
      platform: 'youtube',
      id: 'w',
      account: 'Whole',
      owner: '',
      days: 7,
      of: 7,
      missing: [],
      isAwaited: false,
    },
  ],
  headline: { score: 0.842, sentences: [{ code: 'X', values: {}, text: '=1+1\r\nBcc: all@example.com' }] },
  tree: [
    { ...measured('GMV', 'Boss', 980, 1000, 'green', 0.1), unit: 'money' },
    measured('Late <b>one</b>', 'Ana', 95, 100, 'amber', -0.02),
    measured('=1+1', 'Bo, Ana', 40, 100, 'red', null),
    measured('Other', 'Bo', 60, 100, 'red', 0.05),
  ],
  formerExplanations: [],
  trends: [],
  content: {
    basis: 'none',
    metric: 'views',
    best: [],
    weakest: [],
    coldStart: [],
    accounts: [],
    orders: null,
    isReported: false,
    items: 0,
  },
  actions: {
    last: [
      action({ overdue: true }),
      action({ owner: 'Bo', action: '', finding: '<script>x</script>', due: 'soon' }),
      action({ action: 'Done already', status: 'done' }),
    ],
    now: [],
  },
  notes: [],
});
const ANA = { name: 'Ana', email: 'ana@example.com' };
const URL = 'https://docs.google.com/spreadsheets/d/x/edit#gid=7';

test('a digest for one person as text, in English', () => {
  const letter = buildDigest(review('en'), ANA, URL);
  expect(letter.subject).toBe('Weekly review 2026-W47: 2 red, 1 amber');
  expect(textOf(letter)).toBe(
    [
      'Weekly review 2026-W47 · Nov 16, 2026 – Nov 22, 2026',
      '',
      '• Score: 84 (100 = all plans met)',
      '• =1+1 Bcc: all@example.com',
      '',
      'Out of the ordinary',
      '• ▲ <u>Hot</u> (Bo) is hot',
      '',
      'Behind plan',
      '• ■ =1+1 · Owner Bo, Ana · Actual 40 · Plan 100 · Attainment 40.0%',
      '• ■ Other · Owner Bo · Actual 60 · Plan 100 · Attainment 60.0% · WoW +5.0%',
      '• ▲ Late <b>one</b> · Owner Ana · Actual 95 · Plan 100 · Attainment 95.0% · WoW −2.0%',
      '',
      'Your KPIs',
      '• ▲ Late <b>one</b> · Owner Ana · Actual 95 · Plan 100 · Attainment 95.0% · WoW −2.0%',
      '• ■ =1+1 · Owner Bo, Ana · Actual 40 · Plan 100 · Attainment 40.0%',
      '',
      'Your open actions',
      '• New hook · Owner Ana · Due Nov 20, 2026 ■ late',
      '',
      'Missing files',
      '• <i>Art</i> · Platform YouTube · Days without data Nov 21 – 22 · Owner Bo',
      '',
      'Open the review',
      URL,
      '',
      'You get this because the spreadsheet names you as a recipient, in Settings or in Team.',
    ].join('\n'),
  );
});

test('one for the whole team in Chinese: all open actions, nothing of one person', () => {
  expect(textOf(buildDigest(review('zh-CN'), null, ''))).toBe(
    [
      '2026-W47 周复盘 · 2026年11月16日 – 2026年11月22日',
      '',
      '• 得分：84（100 = 全部达标）',
      '• =1+1 Bcc: all@example.com',
      '',
      '异常与亮点',
      '• ▲ <u>Hot</u> (Bo) is hot',
      '',
      '落后于目标',
      '• ■ =1+1 · 负责人 Bo, Ana · 实际 40 · 目标 100 · 达成率 40.0%',
      '• ■ Other · 负责人 Bo · 实际 60 · 目标 100 · 达成率 60.0% · 周环比 +5.0%',
      '• ▲ Late <b>one</b> · 负责人 Ana · 实际 95 · 目标 100 · 达成率 95.0% · 周环比 −2.0%',
      '',
      '未完成行动项',
      '• New hook · 负责人 Ana · 截止日期 2026年11月20日 ■ 逾期',
      '• <script>x</script> · 负责人 Bo · 截止日期 soon',
      '',
      '缺少的数据文件',
      '• <i>Art</i> · 平台 YouTube · 缺少数据的日期 11月21日 – 22日 · 负责人 Bo',
    ].join('\n'),
  );
});

describe('as HTML', () => {
  const html = htmlOf(buildDigest(review('en'), null, URL));

  test('nothing from outside becomes an element', () => {
    const elements = new Set([...html.matchAll(/<([a-z0-9]+)/g)].map(([, name]) => name));
    expect([...elements].sort()).toEqual(['a', 'div', 'h2', 'h3', 'p', 'table', 'td', 'th', 'tr']);
    expect(html).toContain('Late &lt;b&gt;one&lt;/b&gt;');
    expect(html).toContain('&lt;script&gt;x&lt;/script&gt;');
    expect(html).toContain('&lt;u&gt;Hot&lt;/u&gt;');
    expect(html).toContain('>=1+1 Bcc: all@example.com<');
  });

  test('styles stand in the elements, and nothing is fetched', () => {
    for (const [element] of html.matchAll(/<(?:div|h2|h3|p|td|th)\b[^>]*>/g)) {
      expect(element).toMatch(/ style="[^"]+"/);
    }
    expect(html).not.toMatch(/<(?:img|style|link)|src=|url\(|class=/);
    expect(html).toContain(`<a href="${URL}" style=`);
  });

  test('a review whose tab has no address is a letter without a link', () => {
    expect(htmlOf(buildDigest(review('en'), null, ''))).not.toContain('<a ');
    expect(htmlOf(buildDigest(review('en'), null, ''))).not.toContain('Open the review');
  });

  test('an address that is none of Google’s leads nowhere', () => {
    expect(htmlOf(buildDigest(review('en'), null, 'javascript:alert(1)'))).not.toContain('<a ');
  });
});

test('a KPI of theirs that has no figure, plan or attainment yet is listed with empty cells', () => {
  const own = { ...review('en'), tree: [line({ name: 'New', owner: 'Ana', plan: 5 })] };
  const letter = buildDigest(own, ANA, '');
  expect(letter.sections.find(({ title }) => title === 'Your KPIs')?.rows).toEqual([
    ['New', 'Ana', '', '5', '', ''],
  ]);
  expect(textOf(letter)).toContain('• New · Owner Ana · Plan 5\n');
});

test('columns that are gone are told of before anything else, and there is no score then', () => {
  const warning = { code: 'X', values: {}, text: 'The column “GMV” is gone.' };
  const lacking = { ...review('en'), headline: { score: null, warning, sentences: [] } };
  expect(buildDigest(lacking, null, '').sentences).toEqual(['▲ The column “GMV” is gone.']);
});

test('a subject has no line break, and not more than Google takes', () => {
  const long = {
    ...review('en'),
    period: { ...review('en').period, label: `a\r\nBcc: x${'y'.repeat(300)}` },
  };
  const { subject } = buildDigest(long, ANA, '');
  expect(subject).toMatch(/^Weekly review a Bcc: xy+…$/);
  expect(subject).toHaveLength(200);
});

test('a week without exceptions, actions and gaps is its headline alone; a long list ends with how many more', () => {
  const calm = { ...review('en'), tree: [], coverage: [], findings: [], actions: { last: [], now: [] } };
  expect(buildDigest(calm, ANA, '').sections).toEqual([]);
  const busy = {
    ...review('en'),
    findings: [],
    tree: Array.from({ length: 23 }, () => measured('K', '', 1, 9, 'red', null)),
  };
  const [section] = buildDigest(busy, ANA, '').sections;
  expect(section?.rows).toHaveLength(21);
  expect(section?.rows.at(-1)).toEqual(['… and 3 more']);
});

test('who has exceptions of their own and overdue actions is concerned most', () => {
  const who = (name: string) => concernOf(review('en'), { name, email: 'x@example.com' });
  expect([who('Ana'), who('ana'), who('Bo'), who('Cy'), who('')]).toEqual([3, 3, 2, 0, 0]);
});

test('what people wrote why it was so goes along, once somebody has written', () => {
  const of = (explanation: string) => ({
    ...review('en'),
    tree: [
      { ...measured('CVR', 'Bo', 40, 100, 'red', null), explanation },
      measured('AOV', 'Bo', 60, 100, 'red', null),
    ],
  });
  const [, behind] = buildDigest(of('Shop was closed,\n=1+1'), null, '').sections;
  expect(behind?.columns.at(-1)).toBe('Explanation');
  expect(behind?.rows.map((row) => row.length)).toEqual([7, 7]);
  expect(textOf(buildDigest(of('Shop was closed,\n=1+1'), null, ''))).toContain(
    '• ■ CVR · Owner Bo · Actual 40 · Plan 100 · Attainment 40.0% · Explanation Shop was closed, =1+1\n• ■ AOV ',
  );
  expect(buildDigest(of(''), null, '').sections[1]?.columns).not.toContain('Explanation');
});

test('where files are asked for, they stand first, and that the digest follows', () => {
  const letter = buildDigest(review('en'), ANA, URL, true);
  expect(letter.subject).toBe('Weekly review 2026-W47: waiting for files');
  expect(letter.sentences.at(-1)).toMatch(/^The digest follows once files are in: /);
  const titles = letter.sections.map(({ title }) => title);
  expect(titles[0]).toBe('Missing files');
  expect(new Set(titles).size).toBe(titles.length);
  expect(titles).toHaveLength(buildDigest(review('en'), ANA, URL).sections.length);
});

test('of an account with files of several kinds it is said which one lacks', () => {
  const [first] = review('en').coverage;
  const several = { ...review('en'), coverage: [{ ...first, kind: 'live' }] } as Review;
  expect(textOf(buildDigest(several, null, ''))).toContain('• <i>Art</i> · LIVE · Platform YouTube · ');
});
