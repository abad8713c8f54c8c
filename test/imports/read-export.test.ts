import { rejectionIssue } from '../../src/imports/plan.ts';
import { readExport } from '../../src/imports/read-export.ts';
import { recognise } from '../../src/imports/recognise.ts';
import { recognised, sentence, tablesOf, utf8 } from './support.ts';

const HEADERS =
  'Content,Video title,Video publish time,Duration,Views,Watch time (hours),Subscribers,Impressions,Impressions click-through rate (%)';
const ROW = ' -pvZz7Zj4QM,"Say ""hi"", 🤣","Mar 15, 2025",61,1200,10.5,-3,728,4.12';
const sentences = (text: string): string[] =>
  recognised(text).rows.rejected.map((rejected) => sentence(rejectionIssue(rejected, 'x.csv')));

test('a row with every trap', () => {
  const { rows } = recognised(`${HEADERS}\nTotal,,,,1200,10.5,-3,728,4.12\n\n${ROW}\n,,,,,,,,\n`);
  const { fields, ...others } = rows;
  expect(fields).toMatchObject({ id: ['-pvZz7Zj4QM'], impressions_ctr: [0.0412] });
  expect(others).toEqual({
    ids: ['-pvZz7Zj4QM'],
    rowNumbers: [4],
    content: { title: ['Say "hi", 🤣'], published: [45731], duration: [61] },
    measures: {
      views: [1200],
      watch_hours: [10.5],
      new_followers: [-3],
      impressions: [728],
      clicks: [30],
    },
    currency: null,
    repeated: 0,
    rejected: [],
    skipped: 3,
    warnings: [],
  });
});

test('blank cells are not measured; no impressions make no clicks', () => {
  const { rows } = recognised(`${HEADERS}\nF3HVs95pagk,,,,5,,,0,\nZTbDjXwKfMQ,,,,5,,,10,\n`);
  expect(rows.measures).toEqual({
    views: [5, 5],
    watch_hours: [null, null],
    new_followers: [null, null],
    impressions: [0, 10],
    clicks: [0, null],
  });
});

test('clicks are rounded as the platform’s percentage of whole impressions', () => {
  const { rows } = recognised(
    'Content,Views,Impressions,Impressions click-through rate (%)\nF3HVs95pagk,1,6,66.67\nZTbDjXwKfMQ,1,100,0.5\n',
  );
  expect(rows.measures.clicks).toEqual([4, 1]);
});

test.each([
  [
    'another spreadsheet’s form',
    'Content;Video publish time;Views;Watch time (hours)\nF3HVs95pagk;15/03/2025;1.234;1,5\n',
    45731,
    1234,
  ],
  [
    'tabs',
    'Content\tVideo publish time\tViews\tWatch time (hours)\nF3HVs95pagk\tMar 15, 2025\t1,234\t1.5\n',
    45731,
    1234,
  ],
  [
    'sep=',
    'sep=;\nContent;Video publish time;Views;Watch time (hours)\nF3HVs95pagk;2025-03-15;1234;1.5\n',
    45731,
    1234,
  ],
])('%s', (_, text, published, views) => {
  const { rows } = recognised(text);
  expect(rows.rejected).toEqual([]);
  expect(rows.content.published).toEqual([published]);
  expect(rows.measures).toEqual({ views: [views], watch_hours: [1.5] });
});

test('UTF-16 with a separator line, as Meta and Excel write', () => {
  const text = '\ufeffsep=,\r\nContent,Views\r\nF3HVs95pagk,12\r\n';
  const bytes = new Uint8Array(
    Array.from(text).flatMap((letter) => [letter.charCodeAt(0) & 0xff, letter.charCodeAt(0) >> 8]),
  );
  expect(recognised(bytes).rows.measures).toEqual({ views: [12] });
});

describe('points that part thousands', () => {
  const read = (gmv: string, amounts: readonly string[], vv = '10') =>
    recognised(
      `[Date Range]: 2026-01-01 ~ 2026-01-31\nVideo ID,VV,${gmv}\n${amounts
        .map((amount, at) => `759000000000000012${at},${vv},"${amount}"\n`)
        .join('')}`,
    ).rows.measures;

  test.each([
    ['Video Revenue (Rp)', ['Rp120.000', 'Rp0'], [120000, 0]],
    ['Video Revenue (Rp)', ['120.000', '1.234.567'], [120000, 1234567]],
    ['Video Revenue', ['12.000₫', '900₫'], [12000, 900]],
    ['Video Revenue (€)', ['€1.234', '€5'], [1234, 5]],
    ['Video Revenue (€)', ['€1.234', '€5.50'], [1.234, 5.5]],
    ['Video Revenue (€)', ['1.234', '5'], [1.234, 5]],
    ['Video Revenue ($)', ['$1,234', '$5.50'], [1234, 5.5]],
    ['Video Revenue (Rp)', ['Rp0.125', 'Rp5'], [0.125, 5]],
  ] as const)('%s %p', (header, amounts, expected) => {
    expect(read(header, amounts).gmv).toEqual(expected);
  });

  test('counts have no decimals', () => {
    expect(read('Video Revenue', ['5'], '1.234').views).toEqual([1234]);
    expect(read('Video Revenue', ['5'], '1.2K').views).toEqual([1200]);
  });
});

describe('rejected', () => {
  test.each([
    ['F3HVs95pagk,,,,many,,,,', 'Row 2: “many” under “Views” is not a whole number (for example 1234).'],
    ['F3HVs95pagk,,,,1.5,,,,', 'Row 2: “1.5” under “Views” is not a whole number (for example 1234).'],
    ['F3HVs95pagk,,,,,,,,', 'Row 2: the cell under “Views” is empty.'],
    [
      'F3HVs95pagk,,,,--,,,,',
      'Row 2: “--” under “Views” stands for no value, but without one the row cannot be taken.',
    ],
    [
      'F3HVs95pagk,,,,-9,,,,',
      'Row 2: “-9” under “Views” is below zero, which this figure cannot be (for example 1234).',
    ],
    [
      'F3HVs95pagk,,,,5,(1.5),,,',
      'Row 2: “(1.5)” under “Watch time (hours)” is below zero, which this figure cannot be (for example 12.5).',
    ],
    [
      'F3HVs95pagk,,,,5,,,9,-4%',
      'Row 2: “-4%” under “Impressions click-through rate (%)” is below zero, which this figure cannot be (for example 4.12).',
    ],
    [
      'F3HVs95pagk,,,,5,#N/A,,,',
      'Row 2: “#N/A” under “Watch time (hours)” is not a number (for example 12.5).',
    ],
    [
      'F3HVs95pagk,,,,5,1,1,9,x%',
      'Row 2: “x%” under “Impressions click-through rate (%)” is not a number (for example 4.12).',
    ],
    [
      'F3HVs95pagk,,03/04/2025,,5,,,,',
      'Row 2: “03/04/2025” under “Video publish time” is not a clear date (for example 2025-03-15).',
    ],
    ['F3HVs95pagk,,,long,5,,,,', 'Row 2: “long” under “Duration” is not a duration (for example 0:01:30).'],
    [
      ',A title,,,5,,,,',
      'Row 2: the cell under “Content” is empty, so it is not known which content the row is about.',
    ],
    [
      '#NAME?,,,,5,,,,',
      'Row 2: “#NAME?” under “Content” is not a content ID of this platform (for example F3HVs95pagk).',
    ],
    [
      'F3HVs95pagk,A title, unquoted,,,5,,,,',
      'Row 2 has 10 cells, but there are 9 headers; a comma in a text may stand without quotation marks.',
    ],
  ])('%s', (row, expected) => {
    const text = `${HEADERS}\n${row}\n${ROW}\n`;
    expect(sentences(text)).toEqual([expected]);
    expect(recognised(text).rows.ids).toEqual(['-pvZz7Zj4QM']);
  });

  test('not what is net by the platform’s own definition', () => {
    const { rows } = recognised(
      'Content,Views,Subscribers,Likes,Dislikes,Estimated revenue (USD)\nF3HVs95pagk,-0,-3,-1,-2,-0.04\n',
    );
    expect(rows.rejected).toEqual([]);
    expect(rows.measures).toEqual({
      views: [0],
      new_followers: [-3],
      likes: [-1],
      dislikes: [-2],
      revenue_ads: [-0.04],
    });
  });

  test('with its cell and the whole row', () => {
    const { rows } = recognised(`${HEADERS}\nF3HVs95pagk,"a, ""b""",,,many,,,,\n${ROW}\n`);
    expect(rows.rejected).toEqual([
      {
        row: 2,
        column: 'Views',
        cell: 'E2',
        code: 'CELL_NOT_COUNT',
        found: 'many',
        expected: '1234',
        raw: 'F3HVs95pagk,"a, ""b""",,,many,,,,',
      },
    ]);
  });
});

test('a figure with another decimal mark than the rest is rejected for that reason', () => {
  expect(sentences('Content,Views\nF3HVs95pagk,"1,2 rb"\nZTbDjXwKfMQ,1.25K\n')).toEqual([
    'Row 2: “1,2 rb” under “Views” can only be read with the decimal mark “,”, but the file’s other figures have another, so it is not clear how much it is.',
  ]);
});

describe('content that stands twice', () => {
  test('with the same figures counts once', () => {
    const { rows } = recognised('Content,Views\nF3HVs95pagk,7\n F3HVs95pagk,7\n');
    expect([rows.ids, rows.repeated, rows.rejected]).toEqual([['F3HVs95pagk'], 1, []]);
    expect(rows.warnings.map(sentence)).toEqual([
      'Rows that only repeat an earlier row: 1. Each counts once.',
    ]);
  });

  test('with other figures is rejected and names the first row', () => {
    expect(sentences('Content,Views,Likes\nF3HVs95pagk,7,1\nF3HVs95pagk,7,2\n')).toEqual([
      'Row 3: the file has this content twice, and the two rows differ under “Likes”: 2 here, 1 (C2) in the earlier row. Only the earlier row was taken.',
    ]);
  });
});

describe('warnings', () => {
  const warnings = (text: string): string[] => recognised(text).rows.warnings.map(sentence);
  const id = (n: number): string => `AAAAAAA${String(n).padStart(4, '0')}`;

  test('rows fall short of the total by more than half a percent', () => {
    expect(warnings('Content,Views\nTotal,1000\nF3HVs95pagk,994\n')).toEqual([
      'Rows may be missing: “Views” of the rows adds up to 994, the file’s own total is 1000.',
    ]);
    expect(warnings('Content,Views\nTotal,1000\nF3HVs95pagk,995\n')).toEqual([]);
  });

  test('a file of 500 rows was cut by the platform', () => {
    const rows = (count: number): string => Array.from({ length: count }, (_, n) => `${id(n)},1\n`).join('');
    expect(warnings(`Content,Views\nTotal,9000\n${rows(500)}`)).toEqual([
      'YouTube Studio, table by content: the platform ends this export after 500 rows. Further content may be missing.',
    ]);
    expect(warnings(`Content,Views\nTotal,499\n${rows(499)}`)).toEqual([]);
  });

  test('an average that does not follow from watch time and views', () => {
    const text = (average: string): string =>
      `Content,Average view duration,Views,Engaged views,Watch time (hours)\nF3HVs95pagk,${average},200,100,1\n`;
    expect(['0:00:16', '0:00:25', '0:00:37'].map((average) => warnings(text(average)).length)).toEqual([
      1, 0, 0,
    ]);
    expect(warnings(text('0:00:38'))).toEqual([
      '“Average view duration” does not follow from the other figures. Rows: 1, first row 2. The figures were taken as they are.',
    ]);
  });
});

test('a file in GB18030 gives the same rows', () => {
  const [start, end] = [utf8('Content,Video title,Views\nF3HVs95pagk,'), utf8(',7\n')];
  const title = [0xca, 0xd3, 0xc6, 0xb5]; // 视频
  expect(recognised(new Uint8Array([...start, ...title, ...end])).rows.content).toEqual({ title: ['视频'] });
});

describe('figures such as 1.234', () => {
  const amounts = (text: string) => recognised(text).rows.fields.amount;
  const ORDERS = 'Order ID;Order Date;Amount\nA1;2026-07-01;1.234\nA2;2026-07-01;2.500\nA3;2026-07-01;700\n';

  test('have thousands in a file whose cells a semicolon parts', () => {
    expect(amounts(ORDERS)).toEqual([1234, 2500, 700]);
  });

  test('have decimals where one figure shows it, or where commas part the cells', () => {
    expect(amounts(ORDERS.replace('2.500', '2.50'))).toEqual([1.234, 2.5, 700]);
    expect(amounts(ORDERS.replace(/;/g, ','))).toEqual([1.234, 2.5, 700]);
  });
});

describe('texts that no cell of a sheet holds', () => {
  test('are cut, not within a sign', () => {
    const post = (title: string) => `Content,Video title,Views\nF3HVs95pagk,${title},7\n`;
    const titleOf = (title: string) => recognised(post(title)).rows.content.title?.[0];
    expect(titleOf('x'.repeat(63_206))).toBe('x'.repeat(49_000));
    expect(titleOf(`x${'🤣'.repeat(30_000)}`)).toBe(`x${'🤣'.repeat(24_499)}`);
  });

  test('are told of by their beginning', () => {
    const { rows } = recognised(`Order ID,Order Date,Amount\nA1,2026-07-01,${'x'.repeat(60_000)}\n`);
    expect(rows.rejected.map(({ found }) => found)).toEqual(['x'.repeat(500)]);
  });
});

describe('dates that could begin with the day or the month in every row', () => {
  const TEXT = 'Order ID,Order Date,Amount\nA1,7/3/2026,10\nA2,7/4/2026,5\n';
  const dated = (text: string, order: 'dmy' | 'mdy' | null) => {
    const { tables } = tablesOf(text);
    const recognition = recognise(tables);
    if ('issue' in recognition) throw new Error(recognition.issue.code);
    return readExport(tables[0]!, recognition, null, order);
  };

  test('are read as the workbook’s people write dates, and the result says so', () => {
    const rows = dated(TEXT, 'mdy');
    expect(rows.fields.date).toEqual([46206, 46207]); // 3 and 4 July 2026
    expect(rows.warnings.map(sentence)).toEqual([
      'The dates under “Order Date” do not show whether the day or the month comes first. They were read as the spreadsheet’s locale writes dates: “7/3/2026” is 2026-07-03.',
    ]);
    expect(dated(TEXT, 'dmy').fields.date).toEqual([46088, 46119]); // 7 March and 7 April 2026
  });

  test('are not guessed where one of them shows it, or where nobody writes so', () => {
    const shown = dated(TEXT.replace('7/4/2026', '7/14/2026'), 'dmy');
    expect(shown.fields.date).toEqual([46206, 46217]);
    expect(shown.warnings).toEqual([]);
    expect(dated(TEXT, null).rejected).toHaveLength(2);
  });
});

test('a file of the turn of the year that is imported in the next December keeps its days together', () => {
  const text = 'Date,Video Views,Likes\nDecember 30,1,0\nDecember 31,2,0\nJanuary 1,3,0\n';
  const { rows } = recognised(text, { latest: 46387 }); // 2026-12-31
  expect(rows.fields.date).toEqual([46021, 46022, 46023]); // 2025-12-30 …
});
