/** Figures computed from columns are those that a look at every row gives. */
import fc from 'fast-check';
import type { Activity } from '../../src/kpi/activity.ts';
import { readFacts } from '../../src/review/facts.ts';
import { figuresOf } from '../../src/review/figures.ts';
import { accountKey } from '../../src/review/keys.ts';
import { readLedger } from '../../src/review/ledger.ts';
import { readExchange } from '../../src/review/money.ts';
import type { KpiNode } from '../../src/review/nodes.ts';
import { returnsOf } from '../../src/review/returns.ts';
import { readService } from '../../src/review/service.ts';
import type { Table, Tables } from '../../src/workbook/table.ts';
import { METRIC_KEYS } from './metric-keys.ts';
import { readFacts as plainFacts } from './oracle/facts.ts';
import { figuresOf as plainFigures } from './oracle/figures.ts';
import { readLedger as plainLedger } from './oracle/ledger.ts';
import { returnsOf as plainReturns } from './oracle/returns.ts';
import { ACCOUNTS, filters, periods, workbooks } from './random-workbook.ts';
import { address, MONDAY, nodeOf } from './support.ts';

const END = MONDAY + 6;

function both(tables: Tables) {
  const exchanges = [0, 1].map(() => readExchange(tables.rates as Table, 'USD', address));
  const [exchange, plainExchange] = exchanges as [
    ReturnType<typeof readExchange>,
    ReturnType<typeof readExchange>,
  ];
  const service = readService(tables.comments as Table, 24, END);
  const facts = readFacts(tables, exchange, address, END);
  const ledger = readLedger(tables, exchange, facts, service, address);
  const figures = figuresOf(facts, ledger);
  const plain = plainFacts(tables, plainExchange, address, END);
  const plainBook = plainLedger(tables, plainExchange, plain, service, address);
  return {
    fast: { facts, ledger, figures, exchange },
    plain: {
      facts: plain,
      ledger: plainBook,
      figures: plainFigures(plain, plainBook),
      exchange: plainExchange,
    },
  };
}

/** Numbers to nine digits: the order in which numbers are added is another one. */
function rounded(value: unknown): unknown {
  if (typeof value === 'number') {
    return Math.abs(value) < 1e-9 || !Number.isFinite(value)
      ? Math.round(value) + 0
      : Number(value.toPrecision(9));
  }
  if (value instanceof Map) return [...value].map(rounded).sort((a, b) => (String(a) < String(b) ? -1 : 1));
  if (ArrayBuffer.isView(value)) return Array.from(value as unknown as ArrayLike<number>);
  if (Array.isArray(value)) return value.map(rounded);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, rounded(each)]));
}

const node = fc
  .tuple(filters, fc.constantFrom(...METRIC_KEYS), fc.constantFrom('performance', 'orders'))
  .map(([filter, metric, source]): KpiNode => ({ ...nodeOf({ metric, source }), filter }));

const without = ({ items: _, ...activity }: Activity & { items?: unknown }) => activity;

test('figures and totals to date of any KPI in any period', () => {
  fc.assert(
    fc.property(
      workbooks,
      fc.array(fc.tuple(node, periods), { minLength: 6, maxLength: 12 }),
      (tables, asked) => {
        const { fast, plain } = both(tables);
        for (const [kpi, { from, to }] of asked) {
          expect(rounded(fast.figures.figure(kpi, from, to))).toEqual(
            rounded(plain.figures.figure(kpi, from, to)),
          );
          expect(rounded(fast.figures.lifetime(kpi))).toEqual(rounded(plain.figures.lifetime(kpi)));
        }
      },
    ),
    { seed: 1, numRuns: 500 },
  );
});

test('activity of items, what is estimated or unknown of it, and covered days', () => {
  fc.assert(
    fc.property(workbooks, periods, (tables, { from, to }) => {
      const { fast, plain } = both(tables);
      expect(rounded(without(fast.figures.activity(from, to)))).toEqual(
        rounded(plain.figures.activity(from, to)),
      );
      const { items: _, ...totals } = fast.figures.totals;
      expect(rounded(totals)).toEqual(rounded(plain.figures.totals));
    }),
    { seed: 2, numRuns: 500 },
  );
});

test('cells that cannot be read, missing rates, accounts that are known and waited for', () => {
  fc.assert(
    fc.property(workbooks, (tables) => {
      const { fast, plain } = both(tables);
      const told = ({ facts, ledger, exchange }: typeof fast | typeof plain) => ({
        issues: [
          ...facts.issues,
          ...ledger.issues,
          ...exchange.issues().map(({ code, found }) => ({ code, found })),
        ],
        covered: facts.index.covered,
        ...{ active: [...facts.active].sort(), latest: facts.latest, files: facts.files },
        ...{ accounts: facts.accounts, contents: facts.contents, markets: facts.marketsOf },
      });
      expect(rounded(told(fast))).toEqual(rounded(told(plain)));
    }),
    { seed: 3, numRuns: 300 },
  );
});

test('money to date of content and accounts, and orders of a period', () => {
  fc.assert(
    fc.property(
      workbooks,
      periods,
      fc.constantFrom('last', 'linear', 'position'),
      (tables, { from, to }, model) => {
        const { fast, plain } = both(tables);
        const returns = returnsOf(fast.facts, fast.figures, fast.ledger, model as 'last');
        const slow = plainReturns(plain.facts, plain.figures, plain.ledger, model as 'last');
        expect(rounded(returns.contents)).toEqual(rounded(slow.contents));
        expect(rounded(returns.accounts)).toEqual(rounded(slow.accounts));
        expect(rounded(returns.ordered(from, to))).toEqual(rounded(slow.ordered(from, to)));
        for (const { platform, id } of ACCOUNTS) {
          const key = accountKey(platform, id);
          expect(rounded(returns.ofAccount(key, from, to))).toEqual(rounded(slow.ofAccount(key, from, to)));
        }
      },
    ),
    { seed: 4, numRuns: 500 },
  );
});
