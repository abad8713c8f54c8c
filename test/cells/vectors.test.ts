/** Published examples through the built functions; single values, and columns that must say the same. */
import { bare, column, expectCells, plain } from './support.ts';

const run = bare();

type Vector = readonly [name: string, args: readonly unknown[], expected: unknown, tolerance?: number];

const UNICODE_LINK = 'https://shop.example/?a=1&utm_source=%E5%BE%AE%E4%BF%A1&utm_medium=c%2Bd#/x?b=2';

const VECTORS: readonly Vector[] = [
  ['KPI_ATTAINMENT', [8, 10], 0.8],
  ['KPI_ATTAINMENT', [20, 10, 'down'], 0],
  ['KPI_ATTAINMENT', [8, 10, 'down'], 1.2],
  ['KPI_ATTAINMENT', [0, 10, 'down'], 2],
  ['KPI_ATTAINMENT', [20, 10, 'down-ratio'], 0.5],
  ['KPI_ATTAINMENT', [20, 10, '越低越好'], 0],
  ['KPI_ATTAINMENT', [110, 120], 0.916666667, 1e-9],
  ['KPI_ATTAINMENT', [110, 120, '', 100], 0.5],
  ['KPI_ATTAINMENT', [-5, 0, 'up', -10], 0.5],
  ['KPI_BAND_ATTAINMENT', [8, 6, 10], 1],
  ['KPI_BAND_ATTAINMENT', [11, 6, 10], 0.5],
  ['KPI_BAND_ATTAINMENT', [13, 6, 10], 0],
  ['KPI_STATUS', [1], '● Green'],
  ['KPI_STATUS', [2 - 11 / 10], '▲ Amber'],
  ['KPI_STATUS', [0.89], '■ Red'],
  ['KPI_STATUS', [0.89, 0.8, 0.5, 'yes|so-so|no'], 'yes'],
  ['KPI_RATE', [2926.18, 123045, 1000], 23.7813807956],
  ['KPI_RATE', [5, 0], ''],
  ['KPI_ROI', [150, 100], 0.5],
  ['KPI_ROI', [1000, 300, 0.4], 1 / 3],
  ['KPI_ROAS', [50000, 15000], 10 / 3],
  ['KPI_BREAK_EVEN_ROAS', [0.25], 4],
  ['KPI_EXPECTED', [3000, '2026-11-01', '2026-11-30', '2026-11-10'], 1000],
  ['KPI_PACE', [1200, 3000, '2026-11-01', '2026-11-30', '2026-11-10'], 1.2],
  ['KPI_PACE', [1200, 3000, '2026-11-01', '2026-11-30', '2026-11-05'], ''],
  ['KPI_REQUIRED_GROWTH', [100, 121, 2], 0.1],
  ['KPI_REQUIRED_GROWTH', [10_000, 19_000, 3], 0.238562],
  ['KPI_SAMPLE_SIZE', [0.2, 0.25], 1094],
  ['KPI_SAMPLE_SIZE', [0.05, 0.06], 8158],
  ['KPI_SAMPLE_SIZE', [0.1, 0.12], 3841],
  ['KPI_SAMPLE_SIZE', [0.02, 0.025], 13_809],
  ['KPI_SAMPLE_SIZE', [0.5, 0.75, 0.05, 0.9], 77], // power.prop.test of R: n = 76.7
  ['KPI_SAMPLE_SIZE', [0.15, 0.3], 121], // n = 120.47
  ['KPI_SAMPLE_SIZE', [0.15, 0.3, 0.05, 0.85], 138], // n = 137.60
  ['KPI_UTM_GET', ['https://shop.example/?utm_source=tiktok&sku=7', 'source'], 'tiktok'],
  ['KPI_UTM_GET', ['https://shop.example/?utm_source=tiktok&sku=7', 'sku'], '7'],
  ['KPI_UTM_GET', ['https://shop.example/', 'utm_source'], ''],
  [
    'KPI_UTM',
    ['https://shop.example/p?sku=1#top', 'TikTok', 'video', ' Spring Sale ', 'aBc', 'shoe'],
    'https://shop.example/p?sku=1&utm_source=tiktok&utm_medium=video&utm_campaign=spring-sale&utm_content=aBc&utm_term=shoe#top',
  ],
  ['KPI_UTM_CHECK', ['https://a.example/?utm_source=a&utm_medium=b&utm_campaign=c'], ''],
  ['KPI_WEEK_START', ['2026-W47'], 46342],
  ['KPI_WEEK_START', ['2004-W53'], 38348],
  ['KPI_WEEK_START', ['2020-W53'], 44193],
  ['KPI_WEEK_START', ['2026-W53'], 46384],
  ['KPI_WEEK_START', [' 2021-w01 '], 44200],
  ['KPI_ATTAINMENT', [-30, -20, '', -40], 0.5],
  ['KPI_ATTAINMENT', [2, 0, 'down', 8], 0.75],
  ['KPI_BAND_ATTAINMENT', [5, 6, 10], 0.5],
  ['KPI_ROI', [0, 100], -1],
  ['KPI_ROI', [150, 100, 0.4], -0.4],
  ['KPI_ROI', [5, 0], ''],
  ['KPI_ROAS', [150_000, 15_000], 10],
  ['KPI_ROAS', [5, 0], ''],
  ['KPI_EXPECTED', [-3000, '2026-11-01', '2026-11-30', '2026-11-10'], -1000],
  ['KPI_PACE', [600, 3000, '2026-11-01', '2026-11-30', '2026-11-06'], 1], // the first fifth is over
  ['KPI_UTM_GET', ['https://shop.example/?utm_source=a%2Bb+c%20d', 'source'], 'a+b c d'],
  ['KPI_UTM_GET', ['https://shop.example/?utm_source=one&utm_source=two', 'source'], 'one'],
  ['KPI_UTM_GET', ['https://shop.example/?x=1#utm_source=a', 'source'], ''],
  ['KPI_UTM', ['https://shop.example/?utm_source=old&a=1#/x?b=2', '微信', 'c+d'], UNICODE_LINK],
];

/** The calendar's published edge cases of ISO 8601. */
const ISO_WEEKS: readonly (readonly [string, string])[] = [
  ['1977-01-01', '1976-W53'],
  ['1977-01-02', '1976-W53'],
  ['1977-12-31', '1977-W52'],
  ['1978-01-01', '1977-W52'],
  ['1978-01-02', '1978-W01'],
  ['1978-12-31', '1978-W52'],
  ['1979-01-01', '1979-W01'],
  ['1979-12-30', '1979-W52'],
  ['1979-12-31', '1980-W01'],
  ['1980-12-28', '1980-W52'],
  ['1980-12-29', '1981-W01'],
  ['1981-12-31', '1981-W53'],
  ['1982-01-03', '1981-W53'],
  ['2026-11-22', '2026-W47'],
  ['2005-01-01', '2004-W53'],
  ['2005-01-02', '2004-W53'],
  ['2008-12-29', '2009-W01'],
  ['2010-01-03', '2009-W53'],
  ['2016-01-01', '2015-W53'],
  ['2020-12-31', '2020-W53'],
  ['2021-01-01', '2020-W53'],
  ['2021-01-04', '2021-W01'],
  ['2026-12-28', '2026-W53'],
  ['2027-01-03', '2026-W53'],
  ['2027-01-04', '2027-W01'],
];
const WEEKS = ISO_WEEKS.map(([day, week]): Vector => ['KPI_ISOWEEK', [day], week]);
const ALL = [...VECTORS, ...WEEKS].map(([name, args, expected, tolerance = 1e-6]) => ({
  ...{ name, args, expected, tolerance },
  call: `${name}(${args.map((cell) => JSON.stringify(cell)).join('; ')})`,
}));

test.each(ALL)('$call is $expected', ({ name, args, expected, tolerance }) => {
  expectCells(run[name]!(...args), expected, tolerance);
});

test.each(ALL)('$call in a column with an empty row', ({ name, args, expected, tolerance }) => {
  const isLabel = (i: number): boolean => name === 'KPI_STATUS' && i === 3; // for the whole column
  const columns = args.map((cell, i) => (isLabel(i) ? cell : column(cell, '', cell)));
  expectCells(run[name]!(...columns), [[expected], [''], [expected]], tolerance);
});

describe('a score', () => {
  test('leaves out what has no value and caps what is far above', () => {
    expectCells(run.KPI_SCORE!(column(1, 0.5, ''), column(60, 20, 20)), 0.875);
    expectCells(run.KPI_SCORE!(column(1, 0.5, '#NEEDS_BASELINE', 'N/A'), column(60, 20, 20, 5)), 0.875);
    expectCells(run.KPI_SCORE!(column(9, 0)), 0.75);
    expectCells(run.KPI_SCORE!(column(9, 0), 3, 1), 0.5);
    expectCells(run.KPI_SCORE!(column(9, 0), column(1, 3), 2), 0.5);
    expectCells(run.KPI_SCORE!(column('', '')), '');
    expectCells(run.KPI_SCORE!(0.7), 0.7);
  });
});

describe('concentration', () => {
  test('is the Herfindahl index of the shares', () => {
    expectCells(run.KPI_CONCENTRATION!(column(50, 50)), 0.5);
    expectCells(run.KPI_CONCENTRATION!(column(40, 30, 15, 15)), 0.295);
    expectCells(run.KPI_CONCENTRATION!(new Array(8).fill([1])), 1 / 8); // eight alike are eight effective ones
    expectCells(run.KPI_CONCENTRATION!(column(30, 30, 20, 20)), 0.26); // 2,600 points in the merger guidelines
    expectCells(
      run.KPI_CONCENTRATION!([
        [1, ''],
        ['', 0],
      ]),
      1,
    );
    expectCells(run.KPI_CONCENTRATION!(column('', '')), '');
  });
});

describe('tests of experiments', () => {
  test.each([
    [[144, 1200, 192, 1200], [0.04, 2.8237, 0.004747, 0.01228, 0.06772], 1e-5],
    [[250, 5000, 295, 5000], [0.009, 1.98236, 0.04744, 0.000103, 0.017897], 1e-5],
    [[503, 5000, 613, 5000], [0.022, 3.49346, 0.000477, 0.009666, 0.034334], 1e-5],
    [[5, 83, 12, 99], [0.0609711573, 1.4078304151, 0.1591812918, -0.0212078951, 0.1431502098], 1e-9], // of statsmodels
    [[104, 11037, 189, 11034], [0.0077, 5.0014, 0, 0.0047, 0.0107], 1e-4], // aspirin study, in Agresti
  ])('KPI_AB_TEST(%j)', (args, expected, tolerance) => {
    expectCells(run.KPI_AB_TEST!(...args), [expected], tolerance);
    const columns = args.map((cell) => column(cell, '', cell));
    expectCells(run.KPI_AB_TEST!(...columns), [expected, ['', '', '', '', ''], expected], tolerance);
  });

  test('KPI_ITEM_TEST as ttest_ind(log a, log b, equal_var=False) of scipy', () => {
    const a = column(0.012, 0.034, 0.021, 0.018, 0.05, 0.027);
    const b = column(0.02, 0.041, 0.03, 0.055, 0.049);
    const [low, high] = [Math.exp(-0.21083843555984505), Math.exp(1.0300267705131896)];
    const ratio = Math.exp((Math.log(low) + Math.log(high)) / 2);
    expectCells(
      run.KPI_ITEM_TEST!(a, b),
      [[ratio, 1.4934198740270737, 0.16953135449929202, low, high]],
      1e-10,
    );
  });

  test('KPI_ITEM_TEST on the logarithms of Student’s sleep data', () => {
    const sleep = [
      [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2],
      [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4],
    ];
    const [a, b] = sleep.map((group) => column(...group.map(Math.exp), ''));
    const [low, high] = [Math.exp(-0.2054832), Math.exp(3.3654832)];
    expectCells(run.KPI_ITEM_TEST!(a, b), [[Math.exp(1.58), 1.8608, 0.07939, low, high]], 1e-4);
  });
});

describe('a process behaviour chart', () => {
  const NIST = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1];
  const MONTHS = [
    5045, 4350, 4350, 3975, 4290, 4430, 4485, 4285, 3980, 3925, 3645, 3760, 3300, 3685, 3463, 5200,
  ];

  test('has the published limits', () => {
    const row = [50.81, 45.8151, 55.8049, ''];
    expectCells(
      run.KPI_XMR!(column(...NIST)),
      NIST.map(() => row),
      1e-4,
    );
    const rows = plain(run.KPI_XMR!(column(...MONTHS))) as unknown[][];
    expectCells([rows[15]], [[4135.5, 3188.72, 5082.28, 'limit']], 1e-5);
  });

  test('an empty period is an empty row; text is a missing period that says so; a column and a row are alike', () => {
    const rows = plain(run.KPI_XMR!(column('', ...NIST, 'x'))) as unknown[][];
    expect(rows[0]).toEqual(['', '', '', '']);
    expect(rows[11]).toEqual(['#NOT_A_NUMBER', '#NOT_A_NUMBER', '#NOT_A_NUMBER', '']);
    expect(rows[1]?.[0]).toBeCloseTo(50.81, 10);
    expect(plain(run.KPI_XMR!([NIST]))).toEqual(plain(run.KPI_XMR!(column(...NIST))));
  });

  test('eight on one side are a run, three of four near a limit are near', () => {
    const signals = (values: readonly number[]): string[] =>
      (plain(run.KPI_XMR!(column(...values))) as string[][]).map((row) => row[3]!);
    expect(
      signals([1, 2, 1, 2, 1, 2, 1, 2, 4, 5, 4, 5, 4, 5, 4, 5]).filter((signal) => signal === 'run'),
    ).toHaveLength(16);
    expect(signals([4, 6, 4, 6, 4, 6, 4, 6, 4, 6, 9, 9, 9, 5]).slice(10, 13)).toEqual([
      'near',
      'near',
      'near',
    ]);
  });

  test('fewer than ten values have no limits and no signal', () => {
    const row = ['#NOT_ENOUGH_DATA', '#NOT_ENOUGH_DATA', '#NOT_ENOUGH_DATA', ''];
    expect(plain(run.KPI_XMR!(column(1, 2, 900)))).toEqual([row, row, row]);
  });
});

test('mix and rate: click-through of three channels', () => {
  const columns = [
    column(30, 100, '', 70),
    column(0.02, 0.06, '', 0.05),
    column(50, 110, '', 75),
    column(0.019, 0.062, '', 0.05),
  ];
  const expected = [
    [-0.0001814, -0.0018993],
    [0.0009681, -0.0003587],
    ['', ''],
    [0, -0.0000074],
  ];
  expectCells(run.KPI_MIX_RATE!(...columns), expected, 1e-7);
});

describe('attribution', () => {
  const paths = column('GA', 'mail', '', 'GA > mail');
  const conversions = column(2, 1, '', 1);
  test.each([
    [
      'linear',
      [
        ['GA', 2.5],
        ['mail', 1.5],
      ],
    ],
    [
      '',
      [
        ['GA', 2],
        ['mail', 2],
      ],
    ],
    [
      'first',
      [
        ['GA', 3],
        ['mail', 1],
      ],
    ],
  ])('by the model "%s"', (model, expected) => {
    expectCells(run.KPI_ATTRIBUTION!(paths, conversions, model), expected);
  });

  test('position gives 40, 20 and 40 %; conversions without a path are a line of their own', () => {
    const expected = [
      ['a', 4],
      ['b', 1],
      ['c', 1],
      ['d', 4],
      ['(unattributed)', 3],
    ];
    expectCells(run.KPI_ATTRIBUTION!(column('a > b → c>d', ''), column(10, 3), 'position'), expected);
  });

  test('position with one, two and three touches; a channel twice in a path', () => {
    expectCells(run.KPI_ATTRIBUTION!(column('a', 'a > b', 'a > b > c'), column(1, 2, 10), 'position'), [
      ['a', 1 + 1 + 4],
      ['b', 1 + 2],
      ['c', 4],
    ]);
    expectCells(run.KPI_ATTRIBUTION!('a > b > a', 100, 'linear'), [
      ['a', 200 / 3],
      ['b', 100 / 3],
    ]);
  });

  test('a single amount goes with every path, and with no empty row', () => {
    expectCells(run.KPI_ATTRIBUTION!(column('a', 'a > b', ''), 1, 'last'), [
      ['a', 1],
      ['b', 1],
    ]);
    expectCells(run.KPI_ATTRIBUTION!(column('', ''), 1), [['', '']]);
  });
});
