/** A KPI's colour, by its attainment and the thresholds of its row. */
import { build, fact, line, MONDAY, SUNDAY } from './support.ts';

const statusAt = (views: number, thresholds: object) =>
  line(
    build({
      tree: [{ id: 'v', metric: 'views', ...thresholds }],
      targets: [{ node: 'v', from: MONDAY, to: SUNDAY, target: 100 }],
      performance: [fact('1', MONDAY, SUNDAY, { views })],
    }),
    'v',
  ).status;

test('is green from the one threshold on, amber from the other on, and red below', () => {
  const thresholds = { green: 0.95, amber: 0.8 };
  expect([95, 94, 80, 79].map((views) => statusAt(views, thresholds))).toEqual([
    ...['green', 'amber', 'amber', 'red'],
  ]);
});

test('amber begins no later than green: a row with a limit for green alone is no riddle', () => {
  expect([86, 85, 84].map((views) => statusAt(views, { green: 0.85 }))).toEqual(['green', 'green', 'red']);
});

test('is none where amber begins above green, and the cell is named', () => {
  expect([120, 85, 50].map((views) => statusAt(views, { green: 0.8, amber: 0.9 }))).toEqual([
    ...['none', 'none', 'none'],
  ]);
  const { issues } = build({ tree: [{ id: 'v', metric: 'views', green: 0.8, amber: 0.9 }] });
  const found = issues.find(({ code }) => code === 'THRESHOLDS_NOT_ORDERED');
  const unread = build({ tree: [{ id: 'v', metric: 'views', green: 'much', amber: 1.2 }] }).issues;
  expect(unread.map(({ code }) => code)).not.toContain('THRESHOLDS_NOT_ORDERED');
  expect(found).toMatchObject({ at: { sheet: 'KPI tree' }, found: '90.0%', expected: '80.0%' });
});
