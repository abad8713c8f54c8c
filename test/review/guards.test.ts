/** Guards of section 8, from what their rules look at. */
import { guardFindings } from '../../src/review/findings/guards.ts';
import { gamingGuards } from '../../src/review/guards/gaming.ts';
import { stockGuards } from '../../src/review/guards/stock.ts';
import { benchmarkOf, targetGuards } from '../../src/review/guards/targets.ts';
import type { RowValues } from '../../src/workbook/table.ts';
import { MONDAY, nodeOf, tableOf } from './support.ts';

const settings = { language: 'en', currency: 'USD', coverLow: 14 };
const voice = { language: 'en', period: 'week' };
const WEEK = { from: MONDAY, to: MONDAY + 6 };
const BEFORE = { from: MONDAY - 7, to: MONDAY - 1 };

describe('a KPI that is raised at the cost of its guardrail', () => {
  type Week = { value: number | null; days?: number };
  const node = (id: string, more: object = {}) => ({
    ...{ id, name: id.toUpperCase(), owner: 'Ana', direction: 'up', guardrail: '', ...more },
  });
  const OWN = node('a', { guardrail: 'b' });
  const guards = (
    weeks: Readonly<Record<string, readonly [Week, Week]>>,
    { nodes = [undefined, OWN, node('b')] as unknown[], shifts = (): unknown => null } = {},
  ) => {
    const figure = ({ id }: { id: string }, from: number) => {
      const { value, days = 7 } = weeks[id]?.[from === MONDAY ? 1 : 0] ?? { value: null };
      return { value, days, of: 7 };
    };
    const periods = { week: WEEK, weekBefore: BEFORE };
    const material = { kpis: { nodes }, shifts, figures: { figure }, periods, voice };
    return gamingGuards(material as never);
  };
  const pair = (before: number | null, after: number | null): [Week, Week] => [
    { value: before },
    { value: after },
  ];

  test('without a past is told by the week before, as something to be watched', () => {
    expect(guards({ a: pair(100, 150), b: pair(10, 5) })).toEqual([
      {
        ...{ kind: 'gamed', status: 'amber', subject: 'a', name: 'A', owner: 'Ana' },
        ...{ found: -0.5, limit: 0, unit: 'percent' },
        text: 'A is better than the week before (+50.0%) while its guardrail “B” is worse (−50.0%): better on paper, worse for the business.',
      },
    ]);
  });

  test('where less is better, falls and its guardrail rises', () => {
    const nodes = [node('a', { guardrail: 'b', direction: 'down' }), node('b', { direction: 'down' })];
    expect(guards({ a: pair(100, 50), b: pair(10, 15) }, { nodes })).toMatchObject([{ found: 0.5 }]);
    expect(guards({ a: pair(100, 50), b: pair(15, 10) }, { nodes })).toEqual([]);
  });

  test('is not one where a change is small, nothing, or of weeks that lack days', () => {
    expect(guards({ a: pair(100, 110), b: pair(10, 5) })).toEqual([]);
    expect(guards({ a: pair(100, 150), b: pair(10, 9) })).toEqual([]);
    expect(guards({ a: pair(0, 150), b: pair(10, 5) })).toEqual([]);
    expect(guards({ a: pair(null, 150), b: pair(10, 5) })).toEqual([]);
    expect(guards({ a: pair(100, 150), b: [{ value: 10 }, { value: 5, days: 6 }] })).toEqual([]);
  });

  test('needs a guardrail that is in the tree', () => {
    expect(guards({ a: pair(100, 150) }, { nodes: [node('a', { guardrail: 'gone' })] })).toEqual([]);
  });

  test('with a past must be clear of chance, whatever the week before was', () => {
    const weeks = { a: pair(100, 150), b: pair(10, 5) };
    const shifted = (own: number, other: number) => ({
      shifts: (({ id }: { id: string }) => ({
        ...(id === 'a' ? { z: own, change: 0.3, length: 2 } : { z: other, change: -0.4, length: 1 }),
      })) as () => unknown,
    });
    const [line] = guards(weeks, shifted(3.5, -4));
    expect(line?.status).toBe('red');
    expect(line?.text).toContain(
      '(+30.0% over two weeks) while its guardrail “B” is worse than usual (−40.0%)',
    );
    expect(guards(weeks, shifted(2, -4))).toEqual([]);
    expect(guards(weeks, shifted(3.5, -2))).toEqual([]);
  });
});

describe('a target that is out of touch', () => {
  const row = (more: RowValues): RowValues => ({ metric: 'views', p25: 10, p75: 20, ...more });
  const benchmarks = (...rows: RowValues[]) => tableOf('benchmarks', rows);

  test('is held against the latest benchmark of its metric, platform and market', () => {
    const node = nodeOf({ metric: 'views', platform: 'youtube', market: 'DE' });
    const of = (...rows: RowValues[]) => benchmarkOf(node, benchmarks(...rows)).p25;
    expect(of(row({}), row({ p25: 12 }))).toBe(12);
    expect(of(row({}), row({ metric: 'orders', p25: 1 }))).toBe(10);
    expect(of(row({}), row({ platform: 'tiktok', p25: 1 }), row({ market: 'FR', p25: 2 }))).toBe(10);
    expect(of(row({}), row({ platform: 'youtube', market: 'DE', p25: 3 }))).toBe(3);
    expect(of(row({ p25: 'low' }))).toBeNull();
    expect(of()).toBeNull();
    expect(benchmarkOf(nodeOf({ kind: 'formula' }), benchmarks(row({ metric: null })))).toEqual({
      p25: null,
      p75: null,
    });
  });

  const signalWeeks = Array.from({ length: 14 }, (_, i) => ({
    from: MONDAY - 7 * (13 - i),
    to: MONDAY - 7 * (13 - i) + 6,
  }));
  /** Reached 100 a week, and 120 in one, unless told. */
  const guards = (target: number | null, { node = {}, values = {}, rows = [] as RowValues[] } = {}) => {
    const kpi = nodeOf({ name: 'Views', metric: 'views', unit: 'number', ...node });
    const figure = (_: unknown, from: number) => ({
      ...{ value: from === MONDAY - 35 ? 120 : 100, days: 7, of: 7, ...values },
    });
    const material = {
      kpis: { nodes: [undefined, kpi] },
      ...{ figures: { figure }, plans: { planOf: () => target }, periods: { week: WEEK, signalWeeks } },
      ...{ settings, voice, table: () => benchmarks(...rows) },
    };
    return targetGuards(material as never).map(({ status, limit, text }) => [status, limit, text] as const);
  };

  test('is red half as much again beyond the best, and amber beyond what is usual', () => {
    expect(guards(200)).toEqual([
      ['red', 180, expect.stringContaining('is 200; the best of the last weeks was 120')],
    ]);
    expect(guards(150)).toEqual([
      ['amber', 100, expect.stringContaining('150, is beyond 100, which one in ten')],
    ]);
    expect(guards(100)).toEqual([]);
    expect(guards(null)).toEqual([]);
  });

  test('where less is better, below what was ever reached', () => {
    const [[status, limit, text] = []] = guards(50, { node: { direction: 'down' } });
    expect([status, limit]).toEqual(['red', 100 / 1.5]);
    expect(text).toContain('the best of the last weeks was 100');
  });

  test('without enough whole weeks only the benchmark is asked', () => {
    const short = { values: { days: 6 }, rows: [row({})] };
    expect(guards(200, short)).toEqual([['amber', 20, expect.stringContaining('which ends at 20')]]);
    expect(guards(5, short)).toEqual([['amber', 10, expect.stringContaining('which ends at 10')]]);
    expect(guards(15, short)).toEqual([]);
  });
});

describe('a product behind hot content', () => {
  const TODAY = MONDAY + 7;
  const key = (id: string) => `youtube\u001fa\u001f${id}`;
  const line = (id: string, index: number | null) => ({ id, title: `Clip ${id}`, index });
  /** 28 units a fortnight of each SKU: 2 a day. */
  const guards = (products: RowValues[], best: object[], basis = 'week') => {
    const orders = { length: 2, days: [TODAY - 1, TODAY - 2], skus: ['s', 't'], units: [28, 28] };
    const tables = {
      products: tableOf('products', products),
      content: tableOf('content', [
        { id: '1', product: 's' },
        { id: '2', product: 't' },
        { id: '3' },
        { id: '4', product: 'u' },
      ]),
    };
    const material = {
      ...{ settings, voice, today: TODAY, ledger: { orders } },
      table: (name: 'products' | 'content') => tables[name],
      facts: { contents: new Map(['1', '2', '3', '4'].map((id, row) => [key(id), { row }])) },
    };
    return stockGuards(material as never, { basis, best } as never);
  };
  const product = (more: RowValues): RowValues => ({ sku: 's', name: 'Shirt', stock: 10, ...more });

  test('that runs low says how long it lasts, and whether supply is on its way', () => {
    const [low] = guards([product({ eta: TODAY + 3 })], [line('1', 2)]);
    expect(low).toMatchObject({ kind: 'stock_low', status: 'amber', subject: 's', found: 5, limit: 14 });
    expect(low?.text).toMatch(/^Shirt \(s\) lasts 5 more days while “Clip 1” has 2.* supply is expected on /);
    const [unknown] = guards([product({ eta: 'soon' })], [line('1', 2)]);
    expect(unknown?.text).toContain('no supply is on its way');
  });

  test('that is sold out is red, under its SKU where it has no name', () => {
    const [out] = guards([product({ name: null, stock: 0 })], [line('1', 2)]);
    expect(out).toMatchObject({ kind: 'stock_out', status: 'red', name: 's', found: 0 });
    expect(out?.text).toMatch(/^s \(s\) is sold out while “Clip 1”/);
  });

  test('that is sold out is so also where nobody bought it lately, so that no daily sales are known', () => {
    const tables = [product({ sku: 'u', name: 'Umbrella', stock: 0 })];
    expect(guards(tables, [line('4', 2)])).toMatchObject([{ kind: 'stock_out', name: 'Umbrella', found: 0 }]);
    expect(guards([product({ sku: 'u', stock: 1 })], [line('4', 2)])).toEqual([]);
  });

  test('is no matter where no week can be told: of all its days content stays hot for long', () => {
    expect(guards([product({ stock: 0 })], [line('1', 2)], 'lifetime')).toEqual([]);
  });

  test('is named once, for its hottest content', () => {
    const both = guards(
      [product({}), product({ sku: 't', name: 'Tie', stock: 0 })],
      [line('2', 3), line('1', 2), line('2', 2)],
    );
    expect(both.map(({ name }) => name)).toEqual(['Tie', 'Shirt']);
  });

  test('is no matter where stock is ample or not known, or content is not hot or sells nothing', () => {
    expect(guards([product({ stock: 28 })], [line('1', 2)])).toEqual([]);
    expect(guards([product({ stock: 'much' })], [line('1', 2)])).toEqual([]);
    expect(guards([product({ sku: 'EXAMPLE-1' })], [line('1', 2)])).toEqual([]);
    expect(guards([], [line('1', 2)])).toEqual([]);
    expect(guards([product({})], [line('1', 1.4), line('1', null), line('3', 9), line('gone', 9)])).toEqual(
      [],
    );
  });
});

test('guards are call-outs where they are urgent; what is merely to be watched is not', () => {
  const codes = (line: object) => {
    const guard = { subject: 'x', owner: '', text: 'Text.', found: null, limit: null, ...line };
    const review = { guards: [guard] };
    return guardFindings({ material: { voice, settings }, review } as never).map(({ code, text }) => [
      code,
      text,
    ]);
  };
  const stock = (found: number | null, limit: number | null) =>
    codes({ kind: 'stock_low', status: 'amber', found, limit });
  expect(stock(7, 14)).toEqual([['stock_low', 'Text.']]);
  expect(stock(8, 14)).toEqual([]);
  expect(stock(null, null)).toHaveLength(1);
  expect(codes({ kind: 'licence_expired', status: 'red' })[0]?.[0]).toBe('licence_used');
  expect(codes({ kind: 'licence_expired', status: 'amber' })[0]?.[0]).toBe('licence_over');
  expect(codes({ kind: 'licence_expiring', status: 'amber' })[0]?.[0]).toBe('licence_soon');
  expect(codes({ kind: 'gamed', status: 'amber' })).toEqual([]);
  expect(codes({ kind: 'unreal_target', status: 'red' })[0]?.[0]).toBe('unreal_target');
  expect(codes({ kind: 'stock_out', status: 'red' })[0]?.[0]).toBe('stock_out');
});
