/** A file that no format knows: proposed, confirmed by a person once, and known from then on. */

import { readFileTables } from '../../src/files/read-file.ts';
import type { Machine } from '../../src/local/machine.ts';
import { ask, bench, call, rowsOf, serial } from '../start/bench.ts';

const FILE = 'Bestellungen Shop.csv';
const TEXT = [
  'Beleg;Tag;Artikel;Menge;Summe (EUR);Kanal',
  'B-0001;2026-07-27;VM-1;2;59,80;Insta',
  'B-0002;2026-07-28;VM-2;1;12,50;Insta',
  '',
].join('\n');

function request(text: string, more: object = {}) {
  const read = readFileTables(new TextEncoder().encode(text), FILE);
  if ('issue' in read) throw new Error(read.issue.code);
  return { fileName: FILE, tables: read.tables, ...more };
}
const orders = (machine: Machine) =>
  rowsOf(machine, 'orders').map(({ id, sku, units, amount, currency }) => [id, sku, units, amount, currency]);

const MAPPING = {
  name: 'Bestellungen Shop',
  platform: 'instagram',
  goal: 'orders',
  kind: 'period',
  columns: { id: 'Beleg', date: 'Tag', sku: 'Artikel', units: 'Menge', amount: 'Summe (EUR)' },
} as const;

test('it is proposed, taken as confirmed, and the workbook remembers', () => {
  const machine = bench();
  const { proposal, format } = call(machine, 'recogniseFile', request(TEXT));
  expect(format).toBe('');
  expect(proposal?.headers).toEqual(['Beleg', 'Tag', 'Artikel', 'Menge', 'Summe (EUR)', 'Kanal']);
  expect(proposal?.mapping.name).toBe('Bestellungen Shop');
  expect(
    proposal?.fields.filter(({ goal, needed }) => goal === 'orders' && needed).map(({ field }) => field),
  ).toEqual(['id', 'date', 'amount']);
  // Without a person's word nothing is taken.
  expect(ask(machine, 'importFile', request(TEXT)).ok).toBe(false);

  const account = { account: 'shop', mapping: MAPPING };
  expect(call(machine, 'recogniseFile', request(TEXT, account))).toMatchObject({
    format: 'Bestellungen Shop',
    rows: 2,
  });
  expect(call(machine, 'importFile', request(TEXT, account))).toMatchObject({ taken: 2, rejected: [] });
  expect(orders(machine)).toEqual([
    ['B-0001', 'VM-1', 2, 59.8, 'EUR'],
    ['B-0002', 'VM-2', 1, 12.5, 'EUR'],
  ]);

  const next = TEXT.replace('B-0002;2026-07-28', 'B-0003;2026-07-29');
  expect(call(machine, 'recogniseFile', request(next))).toMatchObject({
    format: 'Bestellungen Shop',
    rows: 2,
  });
  expect(call(machine, 'importFile', request(next, { account: 'shop' }))).toMatchObject({
    taken: 1,
    unchanged: 1,
  });
  const marks = machine.document().metadata.filter(({ metadataKey }) => metadataKey === 'kpi.mapping');
  expect(marks).toHaveLength(1);
});

test('a mapping that somebody spoiled in the workbook is passed over', () => {
  const machine = bench();
  const sheetId = machine.document().sheets.find(({ title }) => title === 'Import log')?.sheetId;
  for (const metadataValue of [
    '{',
    '{"name":1}',
    '[]',
    'null',
    '{"name":"x","platform":"y","goal":"none","kind":"period","columns":{}}',
  ]) {
    machine.api.batchUpdate('team', {
      requests: [
        {
          createDeveloperMetadata: {
            developerMetadata: {
              metadataKey: 'kpi.mapping',
              metadataValue,
              visibility: 'DOCUMENT',
              location: { sheetId },
            },
          },
        },
      ],
    });
  }
  expect(call(machine, 'recogniseFile', request(TEXT)).proposal).toBeDefined();
});

describe('a file that is recognised, but is something else', () => {
  const LINES = 'Order ID,Order Date,SKU,Quantity,Order Amount,Currency';
  const ORDERS = `${LINES}\nA-1,2026-07-27,VM-1,2,59.80,USD\nA-2,2026-07-28,VM-2,1,12.50,USD\n`;
  const asked = (text: string, more: object = {}) => ({ ...request(text), fileName: 'may.csv', ...more });
  const SAID = {
    name: 'Spend by order',
    platform: 'lazada',
    goal: 'costs',
    kind: 'period',
    columns: { date: 'Order Date', amount: 'Order Amount', currency: 'Currency', note: 'Order ID' },
    over: 'other.orders',
  } as const;
  const marksOf = (machine: Machine) =>
    machine.document().metadata.filter(({ metadataKey }) => metadataKey === 'kpi.mapping');

  test('the form opens with what was recognised', () => {
    const { format, proposal, otherwise } = call(bench(), 'recogniseFile', asked(ORDERS));
    expect([format, proposal]).toEqual(['Orders', undefined]);
    expect(otherwise).toMatchObject({
      reason: '',
      mapping: {
        name: 'may',
        platform: 'other',
        goal: 'orders',
        kind: 'period',
        over: 'other.orders',
        columns: {
          id: 'Order ID',
          date: 'Order Date',
          sku: 'SKU',
          units: 'Quantity',
          amount: 'Order Amount',
          currency: 'Currency',
        },
      },
      headers: LINES.split(','),
    });
  });

  test('it is read as a person says, also next time, until the recognised reading is wanted again', () => {
    const machine = bench();
    const mapped = asked(ORDERS, { mapping: SAID, account: 'shop' });
    expect(call(machine, 'recogniseFile', mapped)).toMatchObject({ format: 'Spend by order', isOwn: true });
    expect(call(machine, 'importFile', mapped)).toMatchObject({ format: 'own.costs', taken: 2 });
    expect(rowsOf(machine, 'orders')).toEqual([]);
    expect(rowsOf(machine, 'costs').map(({ note, amount }) => [note, amount])).toEqual([
      ['A-1', 59.8],
      ['A-2', 12.5],
    ]);
    expect(call(machine, 'recogniseFile', asked(ORDERS))).toMatchObject({
      format: 'Spend by order',
      isOwn: true,
    });
    // Another file of the same export lacks a column that the person named: it is what it always was.
    const other = ORDERS.replace('Currency', 'Money').replace('Order Amount', 'Total');
    expect(call(machine, 'recogniseFile', asked(other)).format).toBe('Orders');

    const back = asked(ORDERS, { known: true, account: 'shop' });
    const known = call(machine, 'recogniseFile', back);
    expect([known.format, known.isOwn]).toEqual(['Orders', undefined]);
    expect(marksOf(machine)).toHaveLength(1);
    expect(call(machine, 'importFile', back)).toMatchObject({ format: 'other.orders', taken: 2 });
    expect(marksOf(machine)).toHaveLength(0);
    expect(call(machine, 'recogniseFile', asked(ORDERS)).format).toBe('Orders');
  });

  test('what is taken back is forgotten also where its rows are there already', () => {
    const machine = bench();
    const plain = asked(ORDERS, { account: 'shop' });
    call(machine, 'importFile', plain);
    call(machine, 'importFile', asked(ORDERS, { mapping: SAID, account: 'shop' }));
    expect(marksOf(machine)).toHaveLength(1);
    expect(call(machine, 'importFile', { ...plain, known: true })).toMatchObject({ taken: 0, unchanged: 2 });
    expect(marksOf(machine)).toHaveLength(0);
  });

  test('a corrected mapping takes the place of the one before', () => {
    const machine = bench();
    call(machine, 'importFile', asked(ORDERS, { mapping: SAID, account: 'shop' }));
    const { note: _, ...columns } = SAID.columns;
    const mapping = { ...SAID, name: 'Fees', columns };
    call(machine, 'importFile', asked(ORDERS, { mapping, account: 'shop' }));
    expect(marksOf(machine).map(({ metadataValue }) => JSON.parse(metadataValue ?? ''))).toEqual([mapping]);
    expect(call(machine, 'recogniseFile', asked(ORDERS)).format).toBe('Fees');
  });

  test('the platform can be chosen where the file does not say it, and the rows are of that platform', () => {
    const machine = bench();
    const days = 'Views\nDate,Primary\n2026-07-27,5\n2026-07-28,6\n';
    const recognised = call(machine, 'recogniseFile', { ...asked(days), fileName: 'Views.csv' });
    expect(recognised).toMatchObject({
      platform: 'facebook',
      platforms: [
        { key: 'instagram', name: 'Instagram' },
        { key: 'facebook', name: 'Facebook' },
      ],
    });
    const said = { ...asked(days), fileName: 'Views.csv', platform: 'instagram' };
    expect(call(machine, 'recogniseFile', said)).toMatchObject({
      platform: 'instagram',
      account: 'instagram',
    });
    call(machine, 'importFile', said);
    expect(rowsOf(machine, 'performance').map(({ platform, views }) => [platform, views])).toEqual([
      ['Instagram', 5],
      ['Instagram', 6],
    ]);
    expect(rowsOf(machine, 'imports').map(({ platform }) => platform)).toEqual(['Instagram']);
    // Its own platform is fixed.
    const shopee = call(machine, 'recogniseFile', asked(ORDERS));
    expect(shopee.platforms?.map(({ key }) => key)).toContain('shopee');
    expect(ask(machine, 'recogniseFile', { ...said, platform: 7 }).ok).toBe(false);
  });
});

describe('figures of a period that the file does not say', () => {
  const VIDEOS = 'Video ID,Time,VV\n7681714846173356608,2026-07-20,50\n';
  const asked = (more: object = {}) => ({ ...request(VIDEOS), fileName: 'videos.csv', ...more });

  test('its days are asked for, the last whole week to begin with, and taken as said', () => {
    const machine = bench();
    expect(call(machine, 'recogniseFile', asked())).toMatchObject({
      format: 'TikTok Shop, video analytics',
      rows: 1,
      needsAsOf: false,
      needsPeriod: { from: '2026-07-27', to: '2026-08-02' },
    });
    expect(ask(machine, 'importFile', asked())).toMatchObject({ ok: false });
    const days = { from: '2026-07-20', asOf: '2026-07-26' };
    expect(call(machine, 'importFile', asked(days))).toMatchObject({ taken: 1, asOf: '2026-07-26' });
    const [row] = rowsOf(machine, 'performance');
    expect([row?.from, row?.to]).toEqual([serial('2026-07-20'), serial('2026-07-26')]);
  });

  test('a file that names its days is not asked', () => {
    const file = { ...asked(), fileName: 'videos 2026-07-20_2026-07-26.csv' };
    expect(call(bench(), 'recogniseFile', file).needsPeriod).toBeUndefined();
  });

  test('a first day after the last is refused', () => {
    expect(ask(bench(), 'importFile', asked({ from: '2026-07-27', asOf: '2026-07-26' }))).toMatchObject({
      ok: false,
    });
    expect(ask(bench(), 'importFile', asked({ from: '2026-07-27' }))).toMatchObject({ ok: false });
  });

  test('content mapped by hand says which of both its figures are', () => {
    const text = 'Nr,Klicks\n12,7\n';
    const { proposal } = call(bench(), 'recogniseFile', { ...request(text), fileName: 'posts.csv' });
    expect(proposal?.mapping).toMatchObject({ kind: null });
    const mapping = {
      name: 'Posts',
      platform: 'douyin',
      goal: 'content',
      kind: 'period',
      columns: { id: 'Nr', clicks: 'Klicks' },
    };
    const file = { ...request(text), fileName: 'posts.csv' };
    expect(call(bench(), 'recogniseFile', { ...file, mapping })).toMatchObject({
      needsAsOf: false,
      needsPeriod: { from: '2026-07-27', to: '2026-08-02' },
    });
    const totals = call(bench(), 'recogniseFile', { ...file, mapping: { ...mapping, kind: 'cumulative' } });
    expect([totals.needsAsOf, totals.needsPeriod]).toEqual([true, undefined]);
  });
});

test('of very many rejected rows the first sentences are answered, and all are counted', () => {
  const machine = bench();
  const lines = Array.from({ length: 150 }, (_, i) => `B-${i},soon,1`).join('\n');
  const text = `Order ID,Order Date,Order Amount\nA-1,2026-07-27,5\n${lines}\n`;
  const outcome = call(machine, 'importFile', { ...request(text), fileName: 'may.csv', account: 'shop' });
  expect([outcome.read, outcome.taken, outcome.rejectedCount]).toEqual([151, 1, 150]);
  expect(outcome.rejected).toHaveLength(100);
  expect(rowsOf(machine, 'issues')).toHaveLength(150);
  const next = text.replace('A-1,2026-07-27', 'A-2,2026-07-28');
  expect(
    call(machine, 'importFile', { ...request(next), fileName: 'june.csv', account: 'shop' }),
  ).toMatchObject({ taken: 1, rejectedCount: 150 });
  expect(rowsOf(machine, 'issues')).toHaveLength(150);
});

describe('what a person sees before the import', () => {
  const COSTS = 'Day,Component,Spend EUR\n2026-07-27,Editing,20\n2026-07-28,Tools,30\n';
  const SPENT = {
    name: 'costs',
    platform: 'other',
    goal: 'costs',
    kind: 'period',
    columns: { date: 'Day', component: 'Component', amount: 'Spend EUR' },
  } as const;
  const asked = (text: string, more: object = {}) => ({ ...request(text), fileName: 'agency.csv', ...more });

  test('values under each column, and what the columns would be if a row were something else', () => {
    const { proposal } = call(
      bench(),
      'recogniseFile',
      asked('Wann,Was,Amount\n2026-07-27,a,20\n2026-07-28,b,30\n'),
    );
    expect(proposal?.samples).toEqual({
      Wann: ['2026-07-27', '2026-07-28'],
      Was: ['a', 'b'],
      Amount: ['20', '30'],
    });
    expect(proposal?.columnsOf?.costs).toMatchObject({ amount: 'Amount' });
  });

  test('a header that says what kind the figures are', () => {
    const { proposal } = call(bench(), 'recogniseFile', asked('Clip,Lifetime plays,Titel\na,20,x\n'));
    expect([proposal?.mapping.kind, proposal?.kindFrom]).toEqual(['cumulative', 'Lifetime plays']);
  });

  test('days, currency, sums, and words that are not known with what would be right', () => {
    const machine = bench();
    const recognised = call(machine, 'recogniseFile', asked(COSTS, { mapping: SPENT }));
    expect(recognised).toMatchObject({
      days: { from: '2026-07-27', to: '2026-07-28' },
      currency: 'EUR',
      totals: [{ name: 'Amount', value: 50 }],
    });
    expect(recognised.warnings).toEqual([
      expect.stringMatching(
        /^Under “Component” stand words that are none of the workbook’s: Editing\. They are not counted there until they are one of these: Production, /,
      ),
    ]);
    // It is only read as a person said; there is nothing that it was recognised as.
    expect(recognised.isOwn).toBeUndefined();
    expect(recognised.platforms).toBeUndefined();
    call(machine, 'importFile', asked(COSTS, { mapping: SPENT, account: 'a' }));
    expect(rowsOf(machine, 'costs').map(({ currency }) => currency)).toEqual(['EUR', 'EUR']);
  });

  test('one currency for the whole file, also next time', () => {
    const machine = bench();
    const plain = COSTS.replace(' EUR', '');
    const mapping = { ...SPENT, currency: 'GBP', columns: { ...SPENT.columns, amount: 'Spend' } };
    call(machine, 'importFile', asked(plain, { mapping, account: 'a' }));
    call(machine, 'importFile', asked(plain.replace('2026-07-28', '2026-07-29'), { account: 'a' }));
    expect(rowsOf(machine, 'costs').map(({ currency }) => currency)).toEqual(['GBP', 'GBP', 'GBP']);
  });

  test('two amounts that differ by their currency alone are told apart', () => {
    const both = 'Day,Spend EUR,Spend USD\n2026-07-27,20,22\n2026-07-28,30,33\n';
    const mapping = { ...SPENT, columns: { date: 'Day', amount: 'Spend USD' } };
    expect(call(bench(), 'recogniseFile', asked(both, { mapping }))).toMatchObject({
      currency: 'USD',
      totals: [{ value: 55 }],
    });
  });

  test('what is wrong with the file itself is said to be final', () => {
    expect(ask(bench(), 'recogniseFile', asked('Content,Views\nTotal,9\n'))).toEqual({
      ok: false,
      sentence:
        'Below the headers of the file there is only a total and no row that it adds up, so there is nothing to import. Please export the table itself.',
      isFinal: true,
    });
  });
});
