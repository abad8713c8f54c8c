/** Who is to act on accounts and content: call-outs, guards and tables name them. */
import { renderWhy } from '../../src/review/render/why.ts';
import type { RowValues } from '../../src/workbook/table.ts';
import { shown } from './shown.ts';
import { build, fact, MONDAY, type Rows, SUNDAY } from './support.ts';

const team = [
  { name: 'Ana', role: 'operator' },
  { name: 'Bo', role: 'operator' },
  { name: 'Cy', role: 'editor' },
];
const accounts = [{ platform: 'youtube', id: 'a', name: 'Art', currency: 'USD', owner: 'Cy' }];
const WEEK = 7;

/** Ten items of a cold start, then one a week, and last week's that has many times the usual views. */
const content = (more: RowValues): RowValues[] => [
  ...Array.from({ length: 10 }, (_, i) => item(`cold${i}`, 40)),
  ...Array.from({ length: 8 }, (_, i) => item(`old${i}`, i + 2)),
  { ...item('hot', 1), product: 'mug', ...more },
];
const item = (id: string, weeks: number): RowValues => ({
  ...{ id, title: `Title ${id}`, platform: 'youtube', account: 'a', format: 'short_video' },
  published: MONDAY + 1 - weeks * WEEK,
});
const views = (id: string, back: number, count: number): RowValues =>
  fact(id, MONDAY - back * WEEK, SUNDAY - back * WEEK, { views: count, account: 'a' });
const performance = [
  ...Array.from({ length: 8 }, (_, i) => [views(`old${i}`, i + 2, 100), views(`old${i}`, i + 1, 20)]).flat(),
  views('hot', 1, 90),
  views('hot', 0, 5000),
];
const reviewOf = (more: RowValues, rows: Rows = {}) =>
  build({ team, accounts, content: content(more), performance, ...rows }).review;
const said = (review: ReturnType<typeof reviewOf>, code: string): string | undefined =>
  review.findings.find((each) => each.code === code)?.text;

describe('a call-out of content names', () => {
  test.each([
    ['who publishes it', { operator: 'Bo', editor: 'Dee' }, 'Bo'],
    ['who works on it', { writer: 'Dee', planner: 'Eve' }, 'Dee'],
    ['who has the role that stands there', { operator: 'Operator' }, 'Ana, Bo'],
    ['who answers for its account', {}, 'Cy'],
  ])('%s', (_, more, owner) => {
    const review = reviewOf(more);
    expect(review.content.best[0]).toMatchObject({ id: 'hot', owner });
    expect(said(review, 'viral')).toBe(
      `“Title hot” (Art) has 5,000 views this week, 250.0× the usual. Owner: ${owner}.`,
    );
  });

  test('nobody where nobody is known', () => {
    const nobody = reviewOf({}, { accounts: accounts.map((each) => ({ ...each, owner: null })) });
    expect(said(nobody, 'viral')).toMatch(/ the usual\.$/);
  });
});

test('in Chinese, too', () => {
  const { review } = build(
    { team, accounts, content: content({ operator: 'Bo' }), performance },
    { language: 'zh-CN' },
  );
  expect(said(review, 'viral')).toMatch(/。负责人：Bo。$/);
});

test('content that is overdue waits for whoever answers for its account, where nobody is set to work on it', () => {
  const waiting = { platform: 'youtube', account: 'a', planned: MONDAY - 3 };
  const rows = [
    { id: 'p', title: 'P', ...waiting },
    { id: 'q', title: 'Q', ...waiting, editor: 'Bo' },
    { id: 'r', title: 'R', ...waiting, operator: 'Operator' },
  ];
  const { overdue } = build({ team, accounts, content: rows }).review.publishing;
  expect(overdue.map(({ id, owner }) => [id, owner])).toEqual([
    ['p', 'Cy'],
    ['q', 'Bo'],
    ['r', 'Ana, Bo'],
  ]);
});

test('comments wait for their owner, or for whoever answers for the account', () => {
  const late = { platform: 'youtube', account: 'a', sentiment: 'negative', posted: MONDAY + 1 };
  const ownersOf = (...owners: (string | null)[]) =>
    build({
      team,
      accounts,
      comments: owners.map((owner) => ({ ...late, text: 'Broken', owner })),
    }).review.guards.map(({ owner }) => owner);
  expect(ownersOf('Dee', null)).toEqual(['Dee, Cy']);
  expect(ownersOf('Operator')).toEqual(['Ana, Bo']);
});

test('platform rules and tests have people in place of roles', () => {
  const policies = [
    { date: MONDAY, rule: 'No watermarks', platform: 'youtube', owner: 'Editor', due: MONDAY },
  ];
  const experiments = [{ id: 'T', hypothesis: 'Faces', kind: 'split', start: MONDAY, owner: 'Editor' }];
  const { review } = build({ team, accounts, policies, experiments });
  expect(review.guards.map(({ owner }) => owner)).toEqual(['Cy']);
  expect(review.experiments.map(({ owner }) => owner)).toEqual(['Cy']);
});

test('several owners stand as they were typed, as in the tree', () => {
  const { review } = build(
    { team, accounts: [{ ...accounts[0], owner: 'Ana, Dee' }], content: content({}), performance },
    { language: 'zh-CN' },
  );
  expect(review.content.best[0]?.owner).toBe('Ana, Dee');
});

test('a name within the title does not stand for the owner', () => {
  const review = reviewOf({ operator: 'Bo', title: 'Unboxing (Bo)' });
  expect(said(review, 'viral')).toMatch(/^“Unboxing \(Bo\)” .* Owner: Bo\.$/);
});

test('stock behind hot content is for whoever publishes the content', () => {
  const products = [{ sku: 'mug', name: 'Mug', stock: 0 }];
  const review = reviewOf({ operator: 'Bo' }, { products });
  expect(review.guards).toMatchObject([{ kind: 'stock_out', owner: 'Bo' }]);
  expect(said(review, 'stock_out')).toMatch(/^Mug .* Owner: Bo\.$/);
});

describe('a licence is for whoever', () => {
  const asset = (until: number): RowValues => ({
    asset: 'Song',
    valid_until: until,
    used_by: 'hot, old0, none',
  });
  const ownerOf = (until: number, more: RowValues = { operator: 'Bo' }) =>
    reviewOf(more, { assets: [asset(until)] }).guards.map(({ kind, owner }) => [kind, owner]);

  test('published content since it ran out', () => {
    expect(ownerOf(MONDAY - 10)).toEqual([['licence_expired', 'Bo']]);
  });
  test('has content that uses it, where nothing came out since', () => {
    expect(ownerOf(MONDAY - 1)).toEqual([['licence_expired', 'Bo, Cy']]);
    expect(ownerOf(MONDAY + 9)).toEqual([['licence_expiring', 'Bo, Cy']]);
  });
  test('has content that is not out yet', () => {
    expect(ownerOf(MONDAY + 9, { operator: 'Bo', published: null })).toEqual([
      ['licence_expiring', 'Bo, Cy'],
    ]);
  });
});

describe('by account', () => {
  const tree = [
    { id: 'root', metric: 'gmv', unit: 'money', operator: 'sum', name: 'GMV', owner: 'Ana' },
    { id: 'x', parent: 'root', metric: 'gmv', unit: 'money', name: 'GMV of A', account: 'a' },
  ];
  const gmv = (account: string, back: number, amount: number): RowValues =>
    fact(`${account}1`, MONDAY - back * WEEK, SUNDAY - back * WEEK, { gmv: amount, views: 10, account });
  const two = [...accounts, { ...accounts[0], id: 'b', name: 'Bead', owner: 'Editor' }];
  const { review } = build({
    ...{ team, tree, accounts: two },
    performance: [gmv('a', 1, 1000), gmv('b', 1, 600), gmv('a', 0, 500), gmv('b', 0, 590)],
    costs: [{ date: MONDAY, platform: 'youtube', account: 'b', amount: 5000, component: 'ads' }],
  });

  test('effects have the owner of the account, as the headline and what it cost', () => {
    expect(review.why.accounts.lines.map(({ name, owner }) => [name, owner])).toEqual([
      ['Art', 'Cy'],
      ['Bead', 'Cy'],
    ]);
    const drawn = shown(renderWhy, review).values.flat();
    expect(drawn.filter((value) => value === 'Cy')).toHaveLength(2);
    // Of the drivers and of the accounts; platforms have none.
    expect(drawn.filter((value) => value === 'Owner')).toHaveLength(2);
    expect(review.headline.sentences[1]?.text).toContain('lost most is Art (Cy), −USD 500.00');
    expect(said(review, 'account_loss')).toBe(
      'Bead cost USD 5,000 this week and brought USD 590.00. Owner: Cy.',
    );
  });
});

test('whoever only shows how the sheet of the team is filled has no role', () => {
  const example = { name: 'Lin', email: 'lin@example.com', role: 'editor' };
  const review = reviewOf({ operator: 'Editor' }, { team: [example, ...team] });
  expect(review.content.best[0]?.owner).toBe('Cy');
});
