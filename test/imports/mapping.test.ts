import type { TextTable } from '../../src/files/table.ts';
import { type FileMapping, formatOfMapping, proposeMapping } from '../../src/imports/mapping.ts';
import { planImport } from '../../src/imports/plan.ts';
import { readExport } from '../../src/imports/read-export.ts';
import { recognise } from '../../src/imports/recognise.ts';
import { AS_OF, change, sentence } from './support.ts';

const table = (name: string, ...rows: string[]): TextTable => ({
  name,
  rows: rows.map((row) => row.split(',')),
});

function imported(file: TextTable, mapping: FileMapping) {
  const recognition = recognise([file], [formatOfMapping(mapping)]);
  if ('issue' in recognition) throw new Error(recognition.issue.code);
  const plan = planImport({
    fileName: file.name,
    exportRows: readExport(file, recognition),
    recognition,
    asOf: AS_OF,
    tables: {},
    language: 'en',
    reporting: 'USD',
    who: 'ana',
    now: AS_OF + 1,
    importId: 'import-1',
    sentence,
  });
  if ('issue' in plan) throw new Error(plan.issue.code);
  return plan;
}

describe('a proposal', () => {
  test('finds the headers below a title, what the rows are about, and what is open', () => {
    const file = table('My shop.csv', 'Report of May,,,', '订单号,件数,金额,Gift wrap', 'A-1,2,40,yes');
    expect(proposeMapping(file)).toMatchObject({
      mapping: {
        name: 'My shop.csv',
        platform: 'other',
        goal: 'orders',
        kind: null,
        columns: { id: '订单号', units: '件数', amount: '金额' },
      },
      headerRow: 1,
      open: ['Gift wrap'],
      missing: ['date'],
    });
  });

  test.each([
    ['Lazada spend.csv', 'Date,Amount,Component,Note', 'costs', 'lazada'],
    ['抖音 作品.csv', '内容编号,标题,播放量,点赞数,收藏数', 'content', 'douyin'],
    ['days.csv', '日期,播放量,点赞数', 'account', 'other'],
    ['stock.csv', 'SKU,Name,Stock', 'products', 'other'],
    ['comments.csv', 'Comment,Posted at,Sentiment', 'comments', 'other'],
  ])('%s', (name, headers, goal, platform) => {
    const proposal = proposeMapping(table(name, headers, 'x,1,2,3,4'));
    expect(proposal).toMatchObject({ mapping: { goal, platform }, missing: [], open: [] });
  });

  test('there is none without headers', () => {
    expect(proposeMapping(table('x.csv', 'only one'))).toBeNull();
    expect(proposeMapping({ name: 'x.csv', rows: [] })).toBeNull();
  });
});

describe('a confirmed mapping', () => {
  const mapping: FileMapping = {
    name: 'Warehouse orders',
    platform: 'douyin',
    goal: 'orders',
    kind: 'period',
    columns: { id: 'Beleg', date: 'Tag', amount: 'Summe', sku: 'Artikel' },
  };
  const file = table(
    'may.csv',
    'Artikel,Beleg,Tag,Summe,Rest',
    'LAMP,007,2026-05-01,€12.50,x',
    'LAMP,008,soon,€1.00,x',
  );

  test('reads the next such file, and says what it does not take', () => {
    const { result, changes } = imported(file, mapping);
    expect(result).toMatchObject({ format: 'own.orders', read: 2, taken: 1, ignoredColumns: ['Rest'] });
    expect(result.rejected.map(({ code, cell }) => [code, cell])).toEqual([['CELL_NOT_DATE', 'C3']]);
    expect(changes.find(({ sheet }) => sheet === 'orders')?.appends).toEqual([
      {
        id: '007',
        sku: 'LAMP',
        amount: 12.5,
        date: 46143,
        platform: 'Douyin',
        account: 'may',
        currency: 'EUR',
        import: 'import-1',
      },
    ]);
  });

  test('is asked for the columns it was made of', () => {
    const other = recognise(
      [table('x.csv', 'Artikel,Beleg,Summe', 'LAMP,007,1')],
      [formatOfMapping(mapping)],
    );
    expect('issue' in other && sentence(other.issue)).toBe(
      'The file looks most like “Warehouse orders”, but lacks the column: Tag. Please add it to the export and try again.',
    );
  });

  test('is known by the columns that its rows need, also without the others', () => {
    const { result } = imported(table('x.csv', 'Beleg,Tag,Summe', '007,2026-05-01,5'), mapping);
    expect(result).toMatchObject({ format: 'own.orders', read: 1, taken: 1 });
  });

  test('takes a header that holds the sign between alternatives', () => {
    const bar = { ...mapping, columns: { ...mapping.columns, id: 'Beleg | Nr' } };
    const { result } = imported(table('x.csv', 'Beleg | Nr,Tag,Summe', '007,2026-05-01,5'), bar);
    expect(result).toMatchObject({ format: 'own.orders', taken: 1 });
  });

  test('content and comments', () => {
    const content = imported(table('posts.csv', 'Nr,Klicks,Titel', '12,7,Hello'), {
      name: 'Posts',
      platform: 'douyin',
      goal: 'content',
      kind: 'cumulative',
      columns: { id: 'Nr', clicks: 'Klicks', title: 'Titel' },
    });
    expect(change(content, 'performance').appends).toMatchObject([{ content: '12', clicks: 7, to: AS_OF }]);
    const comments = imported(table('c.csv', 'Wort,Zeit,Ton', 'Nice,2026-05-01 12:00,负面'), {
      name: 'Comments',
      platform: 'douyin',
      goal: 'comments',
      kind: 'period',
      columns: { text: 'Wort', posted: 'Zeit', sentiment: 'Ton' },
    });
    expect(change(comments, 'comments').appends).toEqual([
      { text: 'Nice', posted: 46143.5, sentiment: 'Negative', platform: 'Douyin', account: 'c' },
    ]);
  });
});
