/** Costs of TikTok's ads, by the ids of what they are of: names change, and languages do. */
import type { ImportPlan } from '../../src/imports/plan.ts';
import type { Tables } from '../../src/workbook/table.ts';
import { apply, counts, plan } from './support.ts';

const VIDEO = '7590000000000000123';
const [CAMPAIGN, PRODUCT] = ['1800000000000001', '1729000000000000001'];
const EN =
  'Campaign name,Campaign ID,Product ID,Creative type,Video ID,Cost,SKU orders,Gross revenue,Product ad impressions,Currency';
const ID =
  'Nama kampanye,ID kampanye,ID produk,Jenis materi iklan,ID video,Biaya,Pesanan SKU,Pendapatan kotor,Impresi iklan produk,Mata uang';

const creatives = (headers: string, rows: readonly string[], tables: Tables = {}): ImportPlan =>
  plan([headers, ...rows].join('\n'), {
    fileName: 'Creative data 2026-07-01 - 2026-07-07.csv',
    account: 'shop',
    tables,
    importId: 'next',
  });
const row = (name: string, type: string, video: string, cost: number): string =>
  [name, CAMPAIGN, PRODUCT, type, video, cost, 1, 50, 100, 'USD'].join(',');
const costs = ({ costs: table }: Tables): unknown[] =>
  Array.from({ length: table?.rows ?? 0 }, (_, at) =>
    ['content', 'note', 'amount'].map((key) => table?.columns[key]?.[at] ?? null),
  );

describe('GMV Max', () => {
  const before = apply(
    {},
    creatives(EN, [row('Lamps', 'Video', VIDEO, 15), row('Lamps', 'Product card', '-', 4.5)]).changes,
  );

  test('a campaign with a new name is the same cost, and shows the new name', () => {
    const made = creatives(
      EN,
      [row('Lights', 'Video', VIDEO, 16), row('Lights', 'Product card', '-', 4.5)],
      before,
    );
    expect(counts(made)).toMatchObject({ taken: 0, updated: 2 });
    expect(costs(apply(before, made.changes))).toEqual([
      [VIDEO, `Lights · ${CAMPAIGN} · ${PRODUCT} · Video`, 16],
      [null, `Lights · ${CAMPAIGN} · ${PRODUCT} · Product card`, 4.5],
    ]);
  });
  test('a file in another language is the same costs', () => {
    const made = creatives(
      ID,
      [row('Lamps', 'Video', VIDEO, 15), row('Lamps', 'Kartu produk', '-', 4.5)],
      before,
    );
    expect(counts(made)).toMatchObject({ taken: 0 });
    expect(costs(apply(before, made.changes)).map((cost) => (cost as unknown[])[2])).toEqual([15, 4.5]);
  });
  test('another campaign of the same name is another cost', () => {
    const other = row('Lamps', 'Video', VIDEO, 15).replace(CAMPAIGN, '1800000000000002');
    expect(counts(creatives(EN, [other], before))).toMatchObject({ taken: 1, updated: 0 });
  });
});

test('ads by day go by the id of the ad where the file has it', () => {
  const ads = (name: string, ids: string, tables: Tables = {}): ImportPlan =>
    plan(
      `Date,Campaign name,Ad name,Campaign ID,Ad ID,Cost,Impressions,Currency\n2026-07-01,${name},One,${ids},9,100,USD\n`,
      { fileName: 'ad report.csv', account: 'shop', tables },
    );
  const before = apply({}, ads('Lamps', `${CAMPAIGN},1900000000000001`).changes);
  expect(counts(ads('Lights', `${CAMPAIGN},1900000000000001`, before))).toMatchObject({
    taken: 0,
    updated: 1,
  });
  expect(counts(ads('Lamps', `${CAMPAIGN},1900000000000002`, before))).toMatchObject({
    taken: 1,
    updated: 0,
  });
});

test('campaigns by day go by their id where the file has it', () => {
  const days = (name: string, tables: Tables = {}): ImportPlan =>
    plan(
      `By day,Campaign name,Campaign ID,Cost,SKU orders,Currency\n2026-07-01,${name},${CAMPAIGN},9,1,USD\n`,
      {
        fileName: 'campaign overview.csv',
        account: 'shop',
        tables,
      },
    );
  expect(counts(days('Lights', apply({}, days('Lamps').changes)))).toMatchObject({ taken: 0, updated: 1 });
});
