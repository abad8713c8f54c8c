import { strToU8, zipSync } from 'fflate';
import type { TextTable } from '../../src/files/table.ts';
import { formats } from '../../src/imports/formats.ts';
import { readExport } from '../../src/imports/read-export.ts';
import { recognise } from '../../src/imports/recognise.ts';
import { issueSentence } from '../../src/text/issue.ts';
import { recognised, sentence, tablesOf } from './support.ts';

const ROW = 'F3HVs95pagk,"A title, quoted",7\n';
const issueOf = (text: string): string => {
  const found = recognise(tablesOf(text).tables);
  return 'issue' in found ? sentence(found.issue) : found.format.key;
};

describe('YouTube Studio, table by content', () => {
  test('headers in any order, after a preamble, with unknown columns between them', () => {
    const { recognition } = recognised(
      'Report of the week\n\nViews,Unique viewers,Content,Video title\nTotal,,,\n7,5,F3HVs95pagk,x\n8,5,ZTbDjXwKfMQ,y\n',
    );
    expect(recognition.format.key).toBe('youtube.content');
    expect(recognition.headerRow).toBe(2);
    expect(recognition.columns.map(({ column, index }) => [column.field, index])).toEqual([
      ['id', 2],
      ['title', 3],
      ['views', 0],
    ]);
    expect(recognition.ignoredColumns).toEqual(['Unique viewers']);
  });

  test('Chinese headers', () => {
    const { recognition, rows } = recognised(
      '内容,视频标题,视频发布时间,观看次数,观看时长（小时）,订阅人数,展示次数,展示点击率 (%),估算收入 (USD)\n' +
        '总计,,,9,0.5,1,100,4,1.2\nF3HVs95pagk,标题,2025年3月15日,9,0.5,1,100,4.00,1.20\n',
    );
    expect(recognition.currency).toBe('USD');
    expect(recognition.ignoredColumns).toEqual([]);
    expect(rows.skipped).toBe(1);
    expect(rows.content).toEqual({ title: ['标题'], published: [45731] });
    expect(rows.measures).toEqual({
      views: [9],
      watch_hours: [0.5],
      new_followers: [1],
      impressions: [100],
      revenue_ads: [1.2],
      clicks: [4],
    });
  });

  test('headers of 2026 come before the old ones where a file has both', () => {
    const { recognition, rows } = recognised(
      'Content,Views,Impressions,Thumbnail impressions,Thumbnail click-through rate (%)\nF3HVs95pagk,9,300,200,5\n',
    );
    expect(rows.measures).toEqual({ views: [9], impressions: [200], clicks: [10] });
    expect(recognition.ignoredColumns).toEqual(['Impressions']);
  });

  test('the table among several of a download', () => {
    const totals = 'Content,Views\nTotal,9\n';
    const tables: TextTable[] = [
      ...tablesOf(totals, 'Totals.csv').tables,
      ...tablesOf('Date,Views\n2026-09-03,1\n', 'Chart data.csv').tables,
      ...tablesOf(`Content,Views\nTotal,9\nF3HVs95pagk,9\n`, 'Table data.csv').tables,
    ];
    expect(recognise(tables)).toMatchObject({ table: 2, headerRow: 0 });
  });
});

test('further exports in an archive are named, not lost silently', () => {
  const tables: TextTable[] = [
    ...tablesOf('Date,Video Views,Likes\nJanuary 1,5,1\n', 'Overview.csv').tables,
    ...tablesOf('Date,Total Viewers\nJanuary 1,5\n', 'Viewers.csv').tables,
    ...tablesOf(
      'Date,Followers,Difference in followers from previous day\nJanuary 1,5,1\n',
      'FollowerHistory.csv',
    ).tables,
  ];
  const found = recognise(tables);
  if ('issue' in found) throw new Error(found.issue.code);
  expect([found.format.key, found.leftOut]).toEqual([
    'tiktok.overview',
    ['FollowerHistory.csv (TikTok Studio, follower history)'],
  ]);
  expect(readExport(tables[0]!, found, 46235).warnings.map(sentence)).toEqual([
    'The file holds further exports, which were not taken: FollowerHistory.csv (TikTok Studio, follower history). Please drop each as a file of its own.',
  ]);
});

describe('every alias of every format', () => {
  for (const format of formats()) {
    test(format.key, () => {
      for (const column of format.columns) {
        for (const alias of column.aliases) {
          const others = format.columns.filter((each) => each.needed && each.field !== column.field);
          const headers = [alias, ...others.map((each) => each.aliases[0]!)];
          const found = recognise([{ name: 'x', rows: [headers, headers.map(() => '1')] }]);
          if ('issue' in found) throw new Error(`${alias}: ${found.issue.code}`);
          expect([alias, found.format.key]).toEqual([alias, format.key]);
          const mapped = found.columns.find(({ index }) => index === 0);
          expect([alias, mapped?.column.field]).toEqual([alias, column.field]);
        }
      }
    });
  }
});

describe('columns that are missing', () => {
  const said = (headers: string, language: 'en' | 'zh-CN'): string => {
    const found = recognise(tablesOf(`${headers}\n${headers.replace(/[^,]+/g, '1')}\n`).tables);
    return 'issue' in found ? issueSentence(language, found.issue) : found.format.key;
  };

  test('are called as the platform calls them in the file’s language, whatever the workbook’s', () => {
    expect(said('达人昵称,视频信息,VV,点赞数,评论数', 'zh-CN')).toBe(
      '该文件最接近“TikTok Shop：视频分析”，但缺少列：视频ID。请在导出时加上该列后重试。',
    );
    expect(said('达人昵称,视频信息,VV,点赞数,评论数', 'en')).toContain('lacks the column: 视频ID.');
    expect(said('订单号,商家编码,金额', 'zh-CN')).toContain('缺少列：下单时间。');
    expect(said('Order ID,SKU,Amount', 'zh-CN')).toContain('缺少列：Order Date。');
  });
  test('are called in the workbook’s language where the file speaks another', () => {
    expect(said('Mã đơn hàng,SKU phân loại hàng,Số lượng', 'zh-CN')).toContain('缺少列：下单时间、金额。');
    expect(said('Mã đơn hàng,SKU phân loại hàng,Số lượng', 'en')).toContain('column: Order Date, Amount.');
  });
  test('are not asked for in a file of days, which is more likely no order at all', () => {
    expect(said('日期,店铺,GMV,播放量', 'zh-CN')).toBe(
      '没有任何可识别的导出文件使用这些表头：日期 · 店铺 · GMV · 播放量',
    );
    expect(said('日期,店铺,GMV', 'zh-CN')).toContain('没有任何可识别的导出文件');
    expect(said('Date,Shop,GMV', 'en')).toBe(
      'No export that can be read has these headers: Date · Shop · GMV',
    );
  });
  test('are asked for where the rows are orders but for their number', () => {
    expect(said('下单时间,商家编码,实付金额,数量', 'zh-CN')).toContain('“订单”，但缺少列：订单号。');
  });
});

describe('not recognised', () => {
  test.each([
    [
      'orders without their day',
      'Order ID,SKU,Amount\n1,x,2\n',
      'The file looks most like “Orders”, but lacks the column: Order Date. Please add it to the export and try again.',
    ],
    [
      'the content without views',
      'Content,Video title,Likes\nF3HVs95pagk,x,1\n',
      'The file looks most like “YouTube Studio, table by content”, but lacks the column: Views. Please add it to the export and try again.',
    ],
    [
      'something else',
      'Colour,Size,Weight\n1,x,2\n',
      'No export that can be read has these headers: Colour · Size · Weight',
    ],
    ['headers alone', 'Content,Video title,Views\n', 'The file has headers, but no rows below them.'],
    [
      'a total alone',
      'Content,Views\nTotal,9\n\n',
      'Below the headers of the file there is only a total and no row that it adds up, so there is nothing to import. Please export the table itself.',
    ],
    [
      'a file cut off within a row',
      `Content,Video title,Views\n${ROW}ZTbDjXwKfMQ,Half a ti`,
      'The file ends in the middle of row 3: it was cut off. Please export or download it again.',
    ],
    [
      'a file cut off within the last cell',
      `Content,Video title,Views\nTotal,,1007\n${ROW}ZTbDjXwKfMQ,x,10`,
      'The file ends in the middle of row 4: it was cut off. Please export or download it again.',
    ],
  ])('%s', (_, text, expected) => {
    expect(issueOf(text)).toBe(expected);
  });

  test('rows that leave out empty cells at their end are whole', () => {
    const text = 'Content,Views,Likes,Shares\nF3HVs95pagk,7\nZTbDjXwKfMQ,8,1\nKOQlhJkbyL8,9\n';
    expect(recognised(text).rows.measures).toEqual({
      views: [7, 8, 9],
      likes: [null, 1, null],
      shares: [null, null, null],
    });
  });
});

describe('further exports in one file', () => {
  const TABLE = 'Content,Video title,Views\nF3HVs95pagk,First,10\n';
  const recognisedZip = (files: Record<string, string>) => {
    const bytes = Object.entries(files).map(([name, text]) => [name, strToU8(text)] as const);
    return recognised(zipSync(Object.fromEntries(bytes)), { name: 'x.zip' }).recognition;
  };

  test('of the same kind are named as left out', () => {
    const { leftOut } = recognisedZip({ 'July/Table data.csv': TABLE, 'August/Table data.csv': TABLE });
    expect(leftOut).toHaveLength(1);
    expect(leftOut[0]).toContain('Table data.csv');
  });

  test('that YouTube adds to each archive are none', () => {
    const { leftOut } = recognisedZip({
      'Table data.csv': TABLE,
      'Chart data.csv':
        'Date,Content,Video title,Video publish time,Duration,Views\n2026-07-01,F3HVs95pagk,First,"Mar 15, 2025",10,3\n',
      'Totals.csv': 'Date,Views\n2026-07-01,3\n',
    });
    expect(leftOut).toEqual([]);
  });
});

test.each(['MX$', 'B$', 'KWD', '₭', 'лв'])(
  'money under a header in %s is taken, in a currency or in none',
  (sign) => {
    const { recognition, rows } = recognised(
      `Video ID,VV,Gross merchandise value (Video) (${sign})\n7658657266417994504,10,12.5\n`,
    );
    const known = sign !== 'лв';
    expect(rows.measures.gmv).toEqual(known ? [12.5] : undefined);
    expect(recognition.currency).toBe(sign === 'MX$' ? 'MXN' : null);
  },
);

test('only money is looked for under a header in an unknown currency', () => {
  const { rows } = recognised('Video ID,VV,Likes (B$)\n7658657266417994504,10,12\n');
  expect(rows.measures.likes).toBeUndefined();
});

test('the first rows of a file say nothing of how it ends', () => {
  const rows = [
    ['Content', 'Views', 'Likes'],
    ['F3HVs95pagk', '5', '1'],
    ['ZTbDjXwKfMQ', '5'],
  ];
  expect(recognise([{ name: 'x', rows }])).toEqual({ issue: { code: 'FILE_TRUNCATED', values: { row: 3 } } });
  expect(recognise([{ name: 'x', rows, sampled: true }])).toMatchObject({
    format: { key: 'youtube.content' },
  });
  const [head, total] = [
    ['Content', 'Views'],
    ['Total', '100'],
  ];
  const short = [
    {
      name: 'x',
      rows: [head, total, ['F3HVs95pagk', '5']],
      unfinished: true as const,
      sampled: true as const,
    },
  ];
  expect(recognise(short)).toMatchObject({ format: { key: 'youtube.content' } });
});
