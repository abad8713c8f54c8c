/** A file that no format knows: proposed, confirmed by a person once, and known from then on. */

import { readFileTables } from '../../src/files/read-file.ts';
import type { Machine } from '../../src/local/machine.ts';
import { ask, bench, call, rowsOf } from '../start/bench.ts';

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
