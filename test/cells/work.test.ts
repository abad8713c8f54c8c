/** Functions for the work of a team, as Sheets calls them: cells, ranges, words in both languages, labels, faults. */
import { bare, column, inSpreadsheet, plain, sentenceOf } from './support.ts';

const run = bare();
const DAY = 46348;

describe('KPI_DUE', () => {
  test('columns of dates, with status words in both languages', () => {
    const due = column(DAY + 9, DAY + 7, DAY - 1, DAY - 1, DAY - 1, DAY - 1, '', 'soon');
    const status = column('Open', '', '进行中', 'Done', '已完成', 'Dropped', 'Open', 'Open');
    expect(plain(run.KPI_DUE!(due, '', '2026-11-22 09:30', 7, status, 'a|s|o|d|l'))).toEqual(
      column('a', 's', 'o', 'd', 'd', '', '', '#NOT_A_DATE'),
    );
  });

  test('a day on which it was done says more than the word; paused content is not waited for', () => {
    const due = column(DAY, DAY, DAY, DAY);
    const done = column(DAY + 0.9, DAY + 1, '', '');
    const status = column('Published', '已发布', 'Paused', 'Published');
    expect(plain(run.KPI_DUE!(due, done, DAY + 5, 7, status, 'a|s|o|d|l'))).toEqual(
      column('d', 'l', '', 'd'),
    );
  });

  test('“done” takes words, checkboxes and dates', () => {
    const done = column(true, false, 'done', '已取消', '未开始', 'nearly');
    expect(plain(run.KPI_DUE!(column(1, 1, 1, 1, 1, 1), done, DAY, '', '', 'a|s|o|d|l'))).toEqual(
      column('d', 'o', 'd', '', 'o', '#NOT_A_DATE'),
    );
  });

  test('labels are those of the spreadsheet’s language unless given', () => {
    expect(inSpreadsheet('UTC', 'en_US').KPI_DUE!(DAY - 1, '', DAY)).toBe('■ Overdue');
    expect(inSpreadsheet('UTC', 'zh_CN').KPI_DUE!(DAY - 1, '', DAY)).toBe('■ 已逾期');
    expect(run.KPI_DUE!(DAY - 1, '', DAY, 7, '', [['a', 's', 'o', 'd', 'l']])).toBe('o');
    expect(sentenceOf(() => run.KPI_DUE!(DAY, '', DAY, 7, '', 'a|b'))).toBe(
      '5 labels are needed, with | between them.',
    );
  });

  test('date cells are days of the spreadsheet’s zone, also as the moment of today', () => {
    const shanghai = inSpreadsheet('Asia/Shanghai');
    const at = (iso: string) => new Date(`${iso}+08:00`);
    const due = column(at('2026-11-22T00:00:00'), at('2026-11-21T00:00:00'));
    expect(plain(shanghai.KPI_DUE!(due, '', at('2026-11-22T07:00:00'), 0, '', 'a|s|o|d|l'))).toEqual(
      column('s', 'o'),
    );
  });
});

test('KPI_SLA: only negative comments and those without a sentiment', () => {
  const posted = column(DAY, DAY, DAY, DAY, DAY, '');
  const answered = column(DAY + 0.4, DAY + 0.6, '', DAY + 3, '', '');
  const mood = column('Negative', '负面', '', '正面', 'neutral', '');
  expect(plain(run.KPI_SLA!(posted, answered, 12, DAY + 1, mood, 'i|l|w|o'))).toEqual(
    column('i', 'l', 'o', '', '', ''),
  );
  expect(plain(run.KPI_SLA!(posted, answered, 48, DAY + 1, '', 'i|l|w|o'))).toEqual(
    column('i', 'i', 'w', 'l', 'w', ''),
  );
  expect(run.KPI_SLA!(DAY, '', '', DAY + 2)).toBe('■ Overdue');
  expect(sentenceOf(() => run.KPI_SLA!(DAY, DAY - 1, 24, DAY))).toBe('The period ends before it starts.');
});

test('KPI_DAYS', () => {
  expect(plain(run.KPI_DAYS!('2026-11-22 23:00', column(DAY + 3, '', DAY - 2, 'x')))).toEqual(
    column(3, '', -2, '#NOT_A_DATE'),
  );
  expect(run.KPI_DAYS!(DAY, '')).toBe('');
});

describe('KPI_AB_DECISION', () => {
  const rows = [column(144, 100, 144, '', 144), column(1200, 4000, 1200, '', 1200)];
  const others = [column(192, 145, 192, '', 192), column(1200, 4000, 1200, '', 1200)];
  const planned = column(1094, 400, 1094, '', 1094);

  test('by kind: at the planned size, sequentially, and nothing for sets of content', () => {
    const kind = column('Randomised split', '随机分流（序贯）', 'Content pairs', '', 'coin');
    expect(plain(run.KPI_AB_DECISION!(...rows, ...others, planned, kind, 'A|B|none|go on'))).toEqual(
      column('B', 'B', '', '', '#UNKNOWN_KIND'),
    );
    expect((plain(run.KPI_AB_RESULT!(...rows, ...others, kind)) as unknown[][]).slice(2)).toEqual([
      ['', '', '', '', ''],
      ['', '', '', '', ''],
      new Array(5).fill('#UNKNOWN_KIND'),
    ]);
  });

  test('single cells, with the usual labels and a sentence for another kind', () => {
    expect(inSpreadsheet('UTC').KPI_AB_DECISION!(144, 1200, 192, 1200, 1200)).toBe('● B wins');
    expect(inSpreadsheet('UTC', 'zh_CN').KPI_AB_DECISION!(144, 1200, 192, 1200, 9000)).toBe('▲ 继续测试');
    expect(sentenceOf(() => run.KPI_AB_DECISION!(144, 1200, 192, 1200, 1200, 'coin'))).toBe(
      'This kind of test is not known: use "split", "sequential" or "pairs".',
    );
  });
});

test('budgets and break-even by rows', () => {
  expect(plain(run.KPI_BUDGET!(column(20, '', -1), column(150, 5, 5)))).toEqual(
    column(3000, '', '#NOT_NEGATIVE'),
  );
  expect(plain(run.KPI_BREAK_EVEN_GMV!(column(150, ''), 0.5))).toEqual(column(300, ''));
  expect(plain(run.KPI_BREAK_EVEN_ORDERS!(column(150, 150), column(0.4, 0.4), column(25, '')))).toEqual(
    column(15, ''),
  );
});
