/** Tables of YouTube Studio whose name says the range that a person chose. */
import type { ImportPlan } from '../../src/imports/plan.ts';
import { needsAsOf } from '../../src/imports/spans.ts';
import { serialOfDate } from '../../src/kpi/calendar.ts';
import type { Tables } from '../../src/workbook/table.ts';
import { apply, change, plan, recognised } from './support.ts';

const FILE =
  'Content,Video title,Video publish time,Views,Watch time (hours)\nTotal,,,12,1\nF3HVs95pagk,Old,"Mar 15, 2026",10,0.9\nZTbDjXwKfMQ,New,"Jul 7, 2026",2,0.1\n';
const [FROM, TO] = [serialOfDate(2026, 7, 6), serialOfDate(2026, 8, 2)];

const ranged = (fileName: string, asOf = TO + 5, tables: Tables = {}, importId = 'import-1'): ImportPlan =>
  plan(FILE, { fileName, asOf, tables, importId });

test('a range that begins after the first video was published is a period', () => {
  const made = ranged('Content 2026-07-06_2026-08-02 Ann.zip');
  expect(change(made, 'performance').appends).toMatchObject([
    { content: 'F3HVs95pagk', account: 'ann', kind: 'Within the period', from: FROM, to: TO, views: 10 },
    { content: 'ZTbDjXwKfMQ', account: 'ann', kind: 'Within the period', from: FROM, to: TO, views: 2 },
  ]);
  expect(change(made, 'imports').appends).toMatchObject([
    { format: 'youtube.content_range', from: FROM, to: TO, as_of: TO },
  ]);
  expect(made.result).toMatchObject({ asOf: TO, account: 'ann', warnings: [] });
});

test('a range that begins before it is all of the videos’ lives, up to its last day', () => {
  const made = ranged('Content 2019-01-31_2026-08-02 Ann.zip');
  expect(change(made, 'performance').appends).toMatchObject([
    { content: 'F3HVs95pagk', kind: 'Total to date', to: TO },
    { content: 'ZTbDjXwKfMQ', kind: 'Total to date', to: TO },
  ]);
  expect(change(made, 'performance').appends.every((row) => row.from === undefined)).toBe(true);
  expect(change(made, 'imports').appends).toMatchObject([{ format: 'youtube.content', as_of: TO }]);
});

test('a period does not cut the span of the next totals', () => {
  const first = apply({}, ranged('Table data.csv', FROM).changes);
  const second = apply(
    first,
    ranged('Content 2026-07-06_2026-07-12 table.zip', TO, first, 'import-2').changes,
  );
  const third = plan(FILE, { fileName: 'Table data.csv', asOf: TO, tables: second, importId: 'import-3' });
  expect(change(third, 'imports').appends).toMatchObject([
    { format: 'youtube.content', from: FROM + 1, to: TO },
  ]);
});

test('the last day is asked for only where the name does not say it', () => {
  const { recognition } = recognised(FILE);
  expect(needsAsOf(recognition, 'Table data.csv')).toBe(true);
  expect(needsAsOf(recognition, 'Content 2026-07-06_2026-08-02 Ann.zip')).toBe(false);
  const tiktok = recognised(
    'Video title,Video link,Post time,Total likes,Total views\nServing,https://www.tiktok.com/@anna/video/7658657266417994504,2026-07-01,9,5\n',
  );
  expect(needsAsOf(tiktok.recognition, 'Content 2026-07-06_2026-08-02.csv')).toBe(true);
});
