/** While files are missing, a plan is that of the account-days that the amount is of. */
import { build, day, fact, line, MONDAY, type Rows, SUNDAY } from './support.ts';

const ids = ['a', 'b', 'c', 'd', 'e'];
const accounts = ids.map((id) => ({ platform: 'youtube', id, name: id, currency: 'USD' }));
const tree = [
  { id: 'root', metric: 'views', name: 'Views', owner: 'Ana' },
  { id: 'made', parent: 'root', kind: 'influence', operator: 'sum', name: 'Made' },
  ...ids.map((id) => ({ id: `v${id}`, parent: 'made', metric: 'views', account: id })),
];
const target = (node: string, from: number, to: number, amount: number) => ({
  node,
  from,
  to,
  target: amount,
});

describe('an account without files for three days', () => {
  const rows: Rows = {
    ...{ accounts, tree },
    targets: [target('root', MONDAY, SUNDAY, 700), target('ve', MONDAY, SUNDAY, 140)],
    performance: ids.map((account) => {
      const days = account === 'e' ? 4 : 7;
      return fact(`${account}1`, MONDAY, MONDAY + days - 1, { account, views: 20 * days });
    }),
  };

  test('exactly on plan is 100 %, for all accounts and for the one', () => {
    const built = build(rows);
    expect(line(built, 'root')).toMatchObject({ actual: { value: 640, days: 4, of: 7 }, status: 'green' });
    expect(line(built, 'root').plan).toBeCloseTo(640, 9);
    expect(line(built, 'root').attainment).toBeCloseTo(1, 9);
    expect(line(built, 've')).toMatchObject({ actual: { value: 80, days: 4 }, plan: 80, attainment: 1 });
    expect(built.review.headline.score).toBeCloseTo(1, 9);
  });

  test('the headline tells of what the amount is', () => {
    expect(build(rows).review.headline.sentences[0]?.text).toBe(
      'Views was 640; 4 of 7 days have the files of every account.',
    );
    expect(build(rows, { language: 'zh-CN' }).review.headline.sentences[0]?.text).toBe(
      'Views 为 640；7 天中有 4 天集齐所有账号的文件。',
    );
  });
});

test('a month and a quarter are held against the plans of their covered days, not against an average of all', () => {
  const [first, last] = [day('2026-08-03'), day('2026-08-16')];
  const rows: Rows = {
    tree: tree.slice(0, 1),
    targets: [
      target('root', day('2026-07-01'), day('2026-07-31'), 310),
      target('root', day('2026-08-01'), day('2026-08-31'), 3100),
    ],
    performance: [fact('1', first, last, { views: 1400 })],
  };
  const found = line(build(rows, { monday: last - 6 }), 'root');
  expect(found).toMatchObject({ qtd: { days: 14, of: 47 }, mtd: { days: 14, of: 16 } });
  expect([found.qtdPlan, found.mtdPlan]).toEqual([expect.closeTo(1400, 9), expect.closeTo(1400, 9)]);
  expect([found.qtdAttainment, found.mtdAttainment]).toEqual([expect.closeTo(1, 9), expect.closeTo(1, 9)]);
  // Days without data need no target.
  const later = line(build({ ...rows, targets: rows.targets!.slice(1) }, { monday: last - 6 }), 'root');
  expect(later.qtdAttainment).toBeCloseTo(1, 9);
});
