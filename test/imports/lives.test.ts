/** LIVEs that come in several files: again, in another order, and in the formats before and after April 2026. */

import type { ImportPlan } from '../../src/imports/plan.ts';
import { planUndo, undoEntries } from '../../src/imports/undo.ts';
import { serialOfDate } from '../../src/kpi/calendar.ts';
import { issueSentence } from '../../src/text/issue.ts';
import type { Tables } from '../../src/workbook/table.ts';
import { apply, counts, plan, sentence } from './support.ts';

type Live = readonly [id: string, title: string, start: string, gmv: string, views: string, likes: string];
const ROOM = '7498000000000000001';
const ROOM_2 = '7498000000000000002';

const take = (text: string, tables: Tables, importId: string): ImportPlan =>
  plan(text, { fileName: 'Creator-Live-Performance.csv', account: 'glow', tables, importId, asOf: 46235 });

const rooms = (tables: Tables, importId: string, ...lives: Live[]): ImportPlan =>
  take(
    [
      'Room ID,Room Title,Start Time,Duration,Attributed GMV ($),Attributed orders,Views,Likes',
      ...lives.map(
        ([id, title, start, gmv, views, likes]) => `${id},${title},${start},1h0m,${gmv},1,${views},${likes}`,
      ),
    ].join('\n'),
    tables,
    importId,
  );
const old = (tables: Tables, importId: string, ...lives: Live[]): ImportPlan =>
  take(
    [
      'Livestream,Start time,Duration (seconds),Gross revenue ($),Orders paid for,Views,Likes',
      ...lives.map(
        ([, title, start, gmv, views, likes]) => `${title},${start},3600,${gmv},1,${views},${likes}`,
      ),
    ].join('\n'),
    tables,
    importId,
  );

const facts = ({ performance }: Tables): unknown[] =>
  (performance?.columns.content ?? []).map((id, row) => [
    id,
    ...['gmv', 'views', 'likes', 'import'].map((key) => performance?.columns[key]?.[row]),
  ]);

describe('a newer file', () => {
  const newer: Live[] = [
    [ROOM, 'Evening', '2026-07-03 20:00', '80', '200', ''],
    [ROOM_2, 'Late', '2026-07-20 20:00', '5', '9', '1'],
  ];
  const older: Live[] = [[ROOM, 'Evening', '2026-07-03 20:00', '50', '200', '7']];

  test('of LIVEs keeps its figures when an older one comes after it; what it lacks is filled', () => {
    const tables = apply({}, rooms({}, 'new', ...newer).changes);
    const made = rooms(tables, 'old', ...older);
    expect(facts(apply(tables, made.changes))).toEqual([
      [ROOM, 80, 200, 7, 'new'],
      [ROOM_2, 5, 9, 1, 'new'],
    ]);
    expect(counts(made)).toMatchObject({ read: 1, taken: 0, updated: 1, unchanged: 0 });
    expect(made.result.warnings.map(sentence)).toEqual([
      'Rows that keep what a newer file (as of 2026-07-20) had set: 1. Only their empty cells were filled.',
    ]);
  });

  test('sets what the older one said when it comes in its turn', () => {
    const tables = apply({}, rooms({}, 'old', ...older).changes);
    const made = rooms(tables, 'new', ...newer);
    expect(facts(apply(tables, made.changes))).toEqual([
      [ROOM, 80, 200, 7, 'new'],
      [ROOM_2, 5, 9, 1, 'new'],
    ]);
    expect(made.result.warnings).toEqual([]);
  });

  test('of days of an account keeps its figures as well', () => {
    const days = (rows: string, tables: Tables, importId: string): ImportPlan =>
      plan(`Date,Video Views,Likes\n${rows}`, {
        fileName: 'Overview.csv',
        account: 'a',
        asOf: 46235,
        tables,
        importId,
      });
    const tables = apply({}, days('2026-07-01,100,3\n2026-07-09,1,1\n', {}, 'new').changes);
    const made = days('2026-07-01,60,3\n', tables, 'old');
    expect(made.changes.filter(({ sheet }) => sheet === 'performance')).toEqual([]);
    expect(counts(made)).toMatchObject({ updated: 0, unchanged: 1 });
    expect(made.result.warnings.map((each) => issueSentence('zh-CN', each))).toEqual([
      '有 1 行保留了较新文件（数据截至 2026-07-09）的内容，只填补了空单元格。',
    ]);
  });
});

describe('a LIVE of the formats before and after April 2026', () => {
  const live: Live = [ROOM, 'Evening', '2026-07-03 20:00:27', '80', '200', '7'];
  const before: Live = ['', 'evening ', '2026-07-03 20:00', '80', '200', '7'];
  const contents = ({ content }: Tables): readonly unknown[] => content?.columns.id ?? [];

  test('is one, and the room’s number becomes its id', () => {
    const tables = apply({}, old({}, 'old', before).changes);
    expect(contents(tables)).toEqual(['live-20260703-2000']);
    const made = rooms(tables, 'new', live);
    const after = apply(tables, made.changes);
    expect(contents(after)).toEqual([ROOM]);
    expect(facts(after)).toEqual([[ROOM, 80, 200, 7, 'new']]);
    expect(counts(made)).toMatchObject({ taken: 0, updated: 1 });
    expect(rooms(after, 'again', live).changes).toEqual([]);
    const undone = planUndo('new', undoEntries(made.changes, tables), after, 46236);
    expect(contents(apply(after, undone.changes))).toEqual(['live-20260703-2000']);
  });

  test('is one when the old format comes later', () => {
    const tables = apply({}, rooms({}, 'new', live).changes);
    const made = old(tables, 'old', before);
    expect(contents(apply(tables, made.changes))).toEqual([ROOM]);
    expect(facts(apply(tables, made.changes))).toEqual([[ROOM, 80, 200, 7, 'new']]);
  });

  test('takes the days of the room’s row', () => {
    const [late, room]: Live[] = [
      ['', 'Night', '2026-07-03 23:00', '1', '2', '3'],
      [ROOM, 'Night', '2026-07-03 23:00', '1', '2', '3'],
    ];
    const tables = apply({}, old({}, 'old', late!).changes);
    const after = apply(
      tables,
      take(
        `Room ID,Room Title,Start Time,Duration,Attributed GMV ($),Attributed orders,Views\n${ROOM},Night,${room![2]},0h59m,1,1,2\n`,
        tables,
        'new',
      ).changes,
    );
    expect(after.performance?.columns.content).toEqual([ROOM]);
    expect(after.performance?.columns.to).toEqual([serialOfDate(2026, 7, 3)]);
  });

  test('is another one under another title', () => {
    const tables = apply({}, old({}, 'old', ['', 'Morning', before[2], '1', '2', '3']).changes);
    const after = apply(tables, rooms(tables, 'new', live).changes);
    expect(contents(after)).toEqual(['live-20260703-2000', ROOM]);
  });
});
