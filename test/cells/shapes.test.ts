/** Shapes, faults in both forms, the sentences in both languages, and anything that a cell can hand over. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { FAULT_CODES } from '../../src/kpi/fault.ts';
import { say } from '../../src/text/index.ts';
import { builtFiles } from '../start/built.ts';
import { bare, column, inSpreadsheet, plain, sentenceOf } from './support.ts';

const run = bare();

const SIGNATURES = [
  'KPI_ATTAINMENT(actual, target, direction, baseline)',
  'KPI_BAND_ATTAINMENT(actual, low, high)',
  'KPI_STATUS(attainment, green, amber, labels)',
  'KPI_SCORE(attainments, weights, cap)',
  'KPI_ROI(revenue, cost, margin)',
  'KPI_ROAS(revenue, spend)',
  'KPI_BREAK_EVEN_ROAS(margin)',
  'KPI_RATE(numerator, denominator, per)',
  'KPI_EXPECTED(target, start, end, as_of)',
  'KPI_PACE(actual, target, start, end, as_of)',
  'KPI_REQUIRED_GROWTH(current, target, periods)',
  'KPI_TREE(nodes, values)',
  'KPI_CASCADE(nodes, baselines, root_target, weights, locked_targets)',
  'KPI_EFFECTS(nodes, before, after, method)',
  'KPI_MIX_RATE(weights_before, rates_before, weights_after, rates_after)',
  'KPI_XMR(values)',
  'KPI_AB_TEST(conversions_a, visitors_a, conversions_b, visitors_b)',
  'KPI_AB_RESULT(conversions_a, visitors_a, conversions_b, visitors_b, kind)',
  'KPI_AB_DECISION(conversions_a, visitors_a, conversions_b, visitors_b, planned_n, kind, labels)',
  'KPI_DUE(due, done, as_of, warn_days, status, labels)',
  'KPI_SLA(posted, answered, hours, as_of, sentiment, labels)',
  'KPI_DAYS(from, to)',
  'KPI_BUDGET(items, cost_per_item)',
  'KPI_BREAK_EVEN_GMV(cost, margin)',
  'KPI_BREAK_EVEN_ORDERS(cost, margin, order_value)',
  'KPI_ITEM_TEST(rates_a, rates_b)',
  'KPI_SAMPLE_SIZE(rate_a, rate_b, alpha, power)',
  'KPI_CONCENTRATION(values)',
  'KPI_UTM(url, source, medium, campaign, content, term)',
  'KPI_UTM_GET(url, parameter)',
  'KPI_UTM_CHECK(url)',
  'KPI_ISOWEEK(date)',
  'KPI_WEEK_START(label)',
  'KPI_ATTRIBUTION(paths, conversions, model)',
  'KPI_TRAILING_WEEKS(dates, values, week_ending, weeks)',
  'KPI_TRAILING_MONTHS(dates, values, as_of, months)',
  'KPI_TO_DATE(dates, values, as_of, fiscal_year_end_month, like_for_like)',
];
const FUNCTIONS = SIGNATURES.map((signature) => {
  const [name, rest] = signature.slice(0, -1).split('(') as [string, string];
  return { name, parameters: rest.split(', ') };
});

describe('what Sheets finds', () => {
  const text = builtFiles()['functions.js']!;

  test('every function as a declaration of its own, with these parameters, and no other', () => {
    const declared = [...text.matchAll(/^function (KPI_\w+\([^)]*\)) \{$/gm)].map((match) => match[1]!);
    expect(declared.sort()).toEqual([...SIGNATURES].sort());
  });

  test.each(FUNCTIONS)(
    '$name with its parameters in words, an example and the mark',
    ({ name, parameters }) => {
      const end = text.indexOf(`function ${name}(`);
      const comment = text.slice(text.lastIndexOf('/**', end), end);
      const told = [...comment.matchAll(/@param \{\w+\} (\w+) \S+ \S+/g)].map((match) => match[1]);
      expect(told).toEqual(parameters);
      expect(comment).toContain(`Example: =`);
      expect(comment).toContain(`${name}(`);
      expect(comment).toContain('@customfunction');
    },
  );

  test('README explains each code', () => {
    const readme = readFileSync(join(__dirname, '../../README.md'), 'utf8');
    const table = readme.slice(readme.indexOf('#### Codes in cells'));
    // No function for cells takes metrics, fixed shares, or lists of which each has a sentence of its own.
    const never = ['UNKNOWN_METRIC', 'SHARES_ABOVE_ONE', 'DIFFERENT_LENGTHS'];
    const missing = FAULT_CODES.filter((code) => !table.includes(`\`#${code}\``));
    expect(missing.sort()).toEqual(never.sort());
  });

  test('README has a row for each', () => {
    const readme = readFileSync(join(__dirname, '../../README.md'), 'utf8');
    for (const { name, parameters } of FUNCTIONS)
      expect(readme).toContain(`\`${name}(${parameters.join('; ')})\``);
  });
});

describe('shapes', () => {
  test('ranges of one shape go cell by cell, single values with each of them', () => {
    const [actual, target] = [
      [
        [1, 2, ''],
        [4, 5, 6],
      ],
      [
        [2, 2, 2],
        [8, 5, 3],
      ],
    ];
    expect(plain(run.KPI_ATTAINMENT!(actual, target))).toEqual([
      [0.5, 1, ''],
      [0.5, 1, 2],
    ]);
    expect(plain(run.KPI_ATTAINMENT!(actual, 2))).toEqual([
      [0.5, 1, ''],
      [2, 2.5, 3],
    ]);
    expect(plain(run.KPI_ATTAINMENT!(6, target))).toEqual([
      [3, 3, 3],
      [0.75, 1.2, 2],
    ]);
    expect(plain(run.KPI_ATTAINMENT!(actual, [[2]]))).toEqual([
      [0.5, 1, ''],
      [2, 2.5, 3],
    ]);
    expect(plain(run.KPI_ATTAINMENT!([[6]], target))).toEqual([
      [3, 3, 3],
      [0.75, 1.2, 2],
    ]);
    expect(plain(run.KPI_ATTAINMENT!([[1]], [[2]]))).toEqual([[0.5]]);
    const [hits, goals] = [column(1, '', 3, 4, 'x'), column(2, 8, 3, 16, 1)];
    expect(plain(run.KPI_ATTAINMENT!(hits, goals))).toEqual(column(0.5, '', 1, 0.25, '#NOT_A_NUMBER'));
    expect(plain(run.KPI_ATTAINMENT!(4, goals, 'down'))).toEqual(column(0, 1.5, 2 - 4 / 3, 1.75, -2));
    expect(plain(run.KPI_ATTAINMENT!(column(1, 1), 2, column('up', 'down')))).toEqual(column(0.5, 1.5));
    expect(plain(run.KPI_ATTAINMENT!(1, 2, column('up', '', 'down')))).toEqual(column(0.5, 0.5, 1.5));
    expect(plain(run.KPI_AB_TEST!([['', '']], 1, 1, 1))).toEqual([['', '', '', '', '', '', '', '', '', '']]);
  });

  test.each([
    [column(1, 2), column(1, 2, 3)],
    [column(1, 2), [[1, 2]]],
    [
      column(1, 2),
      [
        [1, 2],
        [3, 4],
      ],
    ],
  ])('%j beside %j are refused', (first, second) => {
    const sentence = 'The ranges do not have the same number of rows and columns.';
    expect(sentenceOf(() => run.KPI_ROI!(first, second))).toBe(sentence);
    expect(sentenceOf(() => run.KPI_ROI!(1, first, second))).toBe(sentence);
  });

  test('a range of empty cells stays empty, and so does a call without arguments', () => {
    for (const name of [
      'KPI_ATTAINMENT',
      'KPI_STATUS',
      'KPI_ROI',
      'KPI_PACE',
      'KPI_UTM',
      'KPI_ISOWEEK',
      'KPI_WEEK_START',
    ]) {
      expect(plain(run[name]!(column('', '')))).toEqual(column('', ''));
      expect(run[name]!()).toBe('');
    }
  });

  test('a threshold for amber that is not given is never above the one for green', () => {
    expect(plain(run.KPI_STATUS!(column(0.85, 0.79, 'N/A', '#NO_VARIATION'), 0.8, '', 'g|a|r'))).toEqual(
      column('g', 'r', '', '#NO_VARIATION'),
    );
  });

  test('direction, model and path in Chinese and in full-width letters', () => {
    for (const word of ['越低越好(目标÷实际)', '越低越好（目标÷实际）', 'ｄｏｗｎ－ｒａｔｉｏ'])
      expect(run.KPI_ATTAINMENT!(20, 10, word)).toBe(0.5);
    expect(run.KPI_ATTAINMENT!(15, 10, 'ｄｏｗｎ')).toBe(0.5);
    const paths = column('a ＞ b → c', 'c', '');
    for (const [word, model] of [
      ['末次', 'last'],
      ['首次', 'first'],
      ['线性', 'linear'],
      ['位置', 'position'],
    ])
      expect(plain(run.KPI_ATTRIBUTION!(paths, [[5]], word))).toEqual(
        plain(run.KPI_ATTRIBUTION!(column('a>b>c', 'c'), column(5, 5), model)),
      );
  });

  test('a date among names is the day that the spreadsheet shows', () => {
    const cells = inSpreadsheet('Asia/Shanghai');
    const day = new Date('2026-11-10T16:00:00Z'); // 11 November there
    expect(plain(cells.KPI_ATTRIBUTION!([[day]], 2))).toEqual([['2026-11-11', 2]]);
    expect(cells.KPI_STATUS!(1, '', '', [[day, 'b', 'c']])).toBe('2026-11-11');
  });

  test('labels are three cells or three words', () => {
    for (const mark of ['|', '｜', ',', '，', ';', '；', '、'])
      expect([mark, run.KPI_STATUS!(0.95, '', '', ['g', 'a', 'r'].join(mark))]).toEqual([mark, 'a']);
    expect(plain(run.KPI_STATUS!(column(1, 0.9), '', '', [['a', 'b', 'c']]))).toEqual(column('a', 'b'));
    expect(run.KPI_STATUS!(0, '', '', column('a', 'b', 'c'))).toBe('c');
    expect(run.KPI_STATUS!(0.9, '', '', '绿，黄，红')).toBe('黄');
    expect(sentenceOf(() => run.KPI_STATUS!(1, '', '', 'a|b'))).toBe(
      'Three labels are needed: for green, amber and red.',
    );
  });
});

const SAME =
  'Within each group all values are the same, so there is no variation to test a difference against.';

describe('faults', () => {
  test.each([
    ['KPI_ATTAINMENT', [5, 0], 'NEEDS_BASELINE'],
    ['KPI_ATTAINMENT', [5, 10, 'sideways'], 'UNKNOWN_METHOD'],
    ['KPI_ATTAINMENT', [5, 10, '', 10], 'BASELINE_IS_TARGET'],
    ['KPI_ATTAINMENT', ['five', 10], 'NOT_A_NUMBER'],
    ['KPI_ATTAINMENT', [0, 10, 'down-ratio'], 'ZERO_DENOMINATOR'],
    ['KPI_BAND_ATTAINMENT', [5, 10, 6], 'BAND_NOT_ORDERED'],
    ['KPI_STATUS', [1, 0.5, 0.8], 'THRESHOLDS_NOT_ORDERED'],
    ['KPI_STATUS', ['#NEEDS_BASELINE'], 'NEEDS_BASELINE'],
    ['KPI_ROI', [5, -1], 'NOT_NEGATIVE'],
    ['KPI_ROI', [5, 1, 40], 'MARGIN_NOT_FRACTION'],
    ['KPI_BREAK_EVEN_ROAS', [0], 'MARGIN_NOT_FRACTION'],
    ['KPI_EXPECTED', [1, '2026-11-30', '2026-11-01', '2026-11-10'], 'PERIOD_NOT_ORDERED'],
    ['KPI_PACE', [1, 0, '2026-11-01', '2026-11-30', '2026-11-10'], 'TARGET_NOT_POSITIVE'],
    ['KPI_PACE', [1, -5, '2026-11-01', '2026-11-30', '2026-11-10'], 'TARGET_NOT_POSITIVE'],
    ['KPI_ROI', [1e308, 5e-324], 'TOO_LARGE'],
    ['KPI_ROAS', ['#NOT_MEASURED', 1], 'NOT_MEASURED'],
    ['KPI_EXPECTED', [1, 1, 900_000, 5], 'PERIOD_TOO_LONG'],
    ['KPI_UTM', ['https://a.example', 'a', 'b', 'c', 7.312345678901235e18], 'ID_NOT_TEXT'],
    ['KPI_UTM', ['https://a.example', 'a', '#N/A', 'c'], 'INPUT_ERROR'],
    ['KPI_UTM', ['https://a.example', 'a', 'b', '#NEEDS_BASELINE'], 'NEEDS_BASELINE'],
    ['KPI_UTM', ['https://a.example', ' ', 'b', 'c'], 'NEEDS_SOURCE'],
    ['KPI_REQUIRED_GROWTH', [100, -5, 2], 'NOT_NEGATIVE'],
    ['KPI_SAMPLE_SIZE', [0.1, 0.12, 0.05, 0.01], 'OUT_OF_RANGE'],
    ['KPI_SAMPLE_SIZE', [10, 12], 'RATE_NOT_FRACTION'],
    ['KPI_UTM', ['https://a.example', 'ann@mail.example'], 'PERSONAL_DATA'],
    ['KPI_REQUIRED_GROWTH', [0, 1, 1], 'NEEDS_POSITIVE'],
    ['KPI_SAMPLE_SIZE', [0.1, 0.1], 'RATES_EQUAL'],
    ['KPI_UTM', ['not a link', 'a'], 'NOT_A_URL'],
    ['KPI_UTM_GET', ['not a link', 'a'], 'NOT_A_URL'],
    ['KPI_ISOWEEK', ['soon'], 'NOT_A_DATE'],
    ['KPI_WEEK_START', ['2025-W53'], 'NOT_A_WEEK'],
  ] as const)('%s(%j): a sentence in a single cell, a code in a column', (name, args, code) => {
    for (const [locale, language] of [
      ['en_US', 'en'],
      ['zh_CN', 'zh-CN'],
    ] as const) {
      const cells = inSpreadsheet('UTC', locale);
      expect(sentenceOf(() => cells[name]!(...args))).toBe(say(language, `FAULT_${code}`));
    }
    const [first, ...rest] = args;
    expect(plain(run[name]!(column(first, ''), ...rest))).toEqual(column(`#${code}`, ''));
    expect(plain(run[name]!(...args.map((cell) => [[cell, '']])))).toEqual([[`#${code}`, '']]);
  });

  test.each([
    ['KPI_SCORE', [column(1, 2), column(1, -1)], 'Value 2 of the range: A value must not be negative.'],
    ['KPI_SCORE', [column(1, 2), column(1, 2, 3)], 'The ranges differ in length.'],
    ['KPI_SCORE', [column(1, 'much')], 'Value 2 of the range: This is not a number.'],
    ['KPI_SCORE', [column(1, 2), column(1, 1), 0], 'The cap must be above 0.'],
    ['KPI_SCORE', ['much'], 'This is not a number.'],
    ['KPI_CONCENTRATION', [column(1, -1)], 'Value 2 of the range: A value must not be negative.'],
    ['KPI_MIX_RATE', [column(0), column(0), column(1), column(1)], 'Cannot divide by 0.'],
    ['KPI_MIX_RATE', [column(1), column(1), column(1, 2), column(1, 2, 3)], 'The ranges differ in length.'],
    ['KPI_ITEM_TEST', [column(1, 2, 3, 4), column(1, 2, 3, 4, 5)], 'Not enough data.'],
    ['KPI_ITEM_TEST', [column(1, 1, 1, 1, 1), column(2, 2, 2, 2, 2)], SAME],
    ['KPI_ITEM_TEST', [column(0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1), column(0.3, 0.3, 0.3, 0.3, 0.3)], SAME],
    ['KPI_AB_TEST', [0, 100, 0, 120], SAME],
    ['KPI_AB_TEST', [100, 100, 120, 120], SAME],
    ['KPI_AB_TEST', [5, 2, 1, 2], 'There are more conversions than visitors.'],
    ['KPI_AB_TEST', [0.12, 1200, 0.16, 1200], 'Conversions and visitors must be whole counts, not rates.'],
    ['KPI_XMR', [5], 'Not enough data.'],
    ['KPI_XMR', ['x'], 'This is not a number.'],
    ['KPI_ATTRIBUTION', [column('a'), column('x')], 'This is not a number.'],
    [
      'KPI_ATTRIBUTION',
      [column('a', '#N/A'), column(1, 2)],
      'Value 2 of the range: A cell that this needs holds an error.',
    ],
    [
      'KPI_ATTRIBUTION',
      [column('a'), column(1), 'decay'],
      'This model is not known: use "last", "first", "linear" or "position".',
    ],
  ])('%s(%j) ends with a sentence', (name, args, sentence) => {
    expect(sentenceOf(() => run[name]!(...args))).toBe(sentence);
  });

  test('values too large for their limits are not said to be too few', () => {
    const rows = plain(run.KPI_XMR!(column(...new Array(6).fill([1e308, -1e308]).flat()))) as unknown[][];
    expect(rows[0]).toEqual(['#TOO_LARGE', '#TOO_LARGE', '#TOO_LARGE', '']);
    const [same, , differs] = plain(
      run.KPI_AB_TEST!(column(0, '', 3), column(10, '', 10), column(0, '', 5), column(20, '', 10)),
    ) as unknown[][];
    expect(same).toEqual(new Array(5).fill('#NO_VARIATION'));
    expect(differs?.every((cell) => typeof cell === 'number')).toBe(true);
  });

  test('an identifier in a link, a plain parameter, and what a link keeps', () => {
    const link = 'https://a.example/?id=5&utm_source=old&utm_content=aB';
    expect(run.KPI_UTM!(link, 'x', 'y', 'z')).toBe(
      'https://a.example/?id=5&utm_source=x&utm_medium=y&utm_campaign=z&utm_content=aB',
    );
    expect(run.KPI_UTM_GET!(link, 'id')).toBe('5');
  });

  test('a code in a cell is said by any function that reads the cell', () => {
    for (const code of FAULT_CODES)
      expect(sentenceOf(() => run.KPI_RATE!(`#${code}`, 1))).toBe(say('en', `FAULT_${code}`));
  });

  test('a link’s findings are sentences in the language of the spreadsheet', () => {
    const links = column('https://a.example/?utm_source=TikTok&utm_medium=', '', 'nowhere');
    expect(plain(run.KPI_UTM_CHECK!(links))).toEqual(
      column(
        'utm_source has capital letters: TikTok; utm_medium is empty; utm_campaign is missing',
        '',
        'This is not a link',
      ),
    );
    expect(plain(inSpreadsheet('UTC', 'zh_CN').KPI_UTM_CHECK!(links))).toEqual(
      column('utm_source 含大写字母：TikTok；utm_medium 为空；缺少 utm_campaign', '', '不是链接'),
    );
  });

  test('the default labels are in the language of the spreadsheet', () => {
    expect(inSpreadsheet('UTC', 'zh_CN').KPI_STATUS!(1)).toBe('● 绿');
    expect(inSpreadsheet('UTC', 'de_DE').KPI_STATUS!(1)).toBe('● Green');
  });
});

describe('anything that a cell can hand over', () => {
  const cell = fc.oneof(
    fc.double({ noNaN: true }),
    fc.integer({ min: -5, max: 50_000 }),
    fc.constantFrom<unknown>(
      '',
      '',
      0,
      1,
      -0,
      1e308,
      -1e308,
      5e-324,
      true,
      false,
      '12',
      'N/A',
      '#DIV/0!',
      '#REF!',
    ),
    fc.constantFrom<unknown>(
      '#NEEDS_BASELINE',
      'up',
      'lmdi',
      'sum',
      '乘积',
      'https://a.example/?utm_id=%',
      'a > b',
      '2026-11-22',
    ),
    fc.constantFrom<unknown>(
      undefined,
      null,
      new Date(0),
      new Date(1.7e12),
      new Date(Number.NaN),
      new Date(8.64e15),
    ),
    fc.string(),
  );
  const range = fc
    .tuple(fc.integer({ min: 1, max: 14 }), fc.constantFrom(1, 1, 1, 2, 4))
    .chain(([rows, columns]) =>
      fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    );
  const columns = (count: number): fc.Arbitrary<unknown[]> =>
    fc.integer({ min: 1, max: 12 }).chain((rows) =>
      fc.array(fc.oneof(cell, fc.array(fc.tuple(cell), { minLength: rows, maxLength: rows })), {
        minLength: count,
        maxLength: count,
      }),
    );
  const sentences = new Set(
    [
      ...FAULT_CODES.map((code) => `FAULT_${code}` as const),
      'FAULT_SHAPES',
      'FAULT_LABELS',
      'FAULT_EFFECT_METHOD',
      'FAULT_MODEL',
      'FAULT_CAP',
      'FAULT_TRUE_OR_FALSE',
    ].map((code) => say('en', code as 'FAULT_SHAPES')),
  );
  sentences.add(say('en', 'FAULT_COUNT', { largest: 520 })).add(say('en', 'FAULT_MONTH', { largest: 12 }));
  for (const count of [4, 5]) sentences.add(say('en', 'FAULT_LABELS_COUNT', { count }));
  const cells = inSpreadsheet('America/Sao_Paulo');

  function isCell(value: unknown): boolean {
    return typeof value === 'number' ? Number.isFinite(value) : typeof value === 'string';
  }

  function isResult(result: unknown): boolean {
    if (!Array.isArray(result)) return isCell(result);
    const width = (result[0] as unknown[]).length;
    return width > 0 && result.every((row: unknown[]) => row.length === width && row.every(isCell));
  }

  function hold(name: string, args: readonly unknown[]): void {
    try {
      const result = cells[name]!(...args);
      if (!isResult(result)) expect({ name, args, result }).toBe('cells without NaN and Infinity');
    } catch (error) {
      const message = (error as Error).message.replace(/^Value \d+ of the range: /, '');
      if (!sentences.has(message) && !/^(Row \d+ of the|The|One) node/.test(message)) throw error;
    }
  }

  test.each(FUNCTIONS)('$name gives cells or ends with a sentence', ({ name, parameters }) => {
    const count = parameters.length;
    const any = fc.array(fc.oneof(cell, range), { maxLength: count });
    fc.assert(
      fc.property(fc.oneof(any, columns(count)), (args) => hold(name, args)),
      { seed: 11, numRuns: 400 },
    );
  });

  test.each(['KPI_TREE', 'KPI_CASCADE', 'KPI_EFFECTS'])('%s on trees that are whole', (name) => {
    const operator = fc.constantFrom('sum', 'product', 'ratio', 'difference', '求和');
    const tree = fc.array(fc.tuple(operator, fc.nat(), fc.constantFrom<unknown>('', 1, -2, 0.5)), {
      minLength: 1,
      maxLength: 5,
    });
    const nodesOf = (parts: readonly (readonly [string, number, unknown])[]): unknown[][] =>
      parts.flatMap(([kind, parent, coefficient], i) => [
        [`n${i}`, i === 0 ? '' : `${'lr'[parent % 2]}${Math.floor(parent / 2) % i}`, kind, coefficient],
        [`l${i}`, `n${i}`, '', coefficient],
        [`r${i}`, `n${i}`, '', ''],
      ]);
    const withOperators = (nodes: unknown[][]): unknown[][] =>
      nodes.map((row) => {
        const hasChildren = nodes.some((other) => other[1] === row[0]);
        return hasChildren && row[2] === '' ? [row[0], row[1], 'sum', row[3]] : row;
      });
    const some = fc.oneof(fc.constantFrom<unknown>('', 0, 1, 2, -3, 1e-9, 1e300, 'x'), cell);
    const list = fc.array(fc.tuple(some), { minLength: 15, maxLength: 15 });
    fc.assert(
      fc.property(tree, list, list, some, (parts, first, second, single) => {
        const nodes = withOperators(nodesOf(parts));
        const [a, b] = [first.slice(0, nodes.length), second.slice(0, nodes.length)];
        hold(name, name === 'KPI_CASCADE' ? [nodes, a, single, '', b] : [nodes, a, b]);
      }),
      { seed: 12, numRuns: 600 },
    );
  });
});
