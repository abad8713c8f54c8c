/** A file's own totals are no rows; campaigns that are called like one are. */
import { change, counts, plan } from './support.ts';

const costs = (text: string, fileName: string): unknown[] =>
  change(plan(text, { fileName }), 'costs').appends.map(({ note, amount }) => [note, amount]);

const ADS = 'Campaign name,Ad group name,Date,Cost,Impressions';
const ads = (...rows: string[]): unknown[] => costs([ADS, ...rows].join('\n'), 'Campaign report.csv');

describe('TikTok Ads, by day', () => {
  test.each([
    ['Total of 2 results,-,-,30,9'],
    ['Total of 25 results,,,30,9'],
    ['Total,-,-,30,9'],
    ['总计,,,30,9'],
    ['Total 2,-,-,30,9'],
    ['Grand total:,,,30,9'],
  ])('its total is left out, first or last: %s', (total) => {
    const rows = ['Lamps,A,2026-07-01,10,5', 'Pots,B,2026-07-01,20,4'];
    const taken = [
      ['Lamps · A', 10],
      ['Pots · B', 20],
    ];
    expect(ads(...rows, total)).toEqual(taken);
    expect(ads(total, ...rows)).toEqual(taken);
  });

  test.each(['Total 2026', 'Total Wellness 50', 'Total 50', 'Total of 3', 'Totals', 'Total'])(
    'a campaign “%s” with its ad group and day is a row, wherever it stands',
    (name) => {
      const own = `${name},A,2026-07-01,10,5`;
      const other = 'Pots,B,2026-07-01,20,4';
      for (const rows of [
        [own, other],
        [other, own],
        [other, own, other.replace('B', 'C')],
      ]) {
        expect(ads(...rows, 'Total,-,-,30,9')).toContainEqual([`${name} · A`, 10]);
        expect(ads(...rows, 'Total,-,-,30,9')).toHaveLength(rows.length);
      }
    },
  );

  test('a total of a day among others is none of its campaigns', () => {
    expect(ads('Lamps,A,2026-07-01,10,5', 'Total,,2026-07-01,10,5', 'Pots,B,2026-07-02,20,4')).toHaveLength(
      2,
    );
  });
});

describe('Shopee ads, which name little', () => {
  const HEADERS = 'Ad Name,Expense,Impression,Clicks';
  const shopee = (...rows: string[]): unknown[] =>
    costs([HEADERS, ...rows].join('\n'), 'Shopee-Ads-Overall-Data-01_07_2026-07_07_2026.csv');

  test('a year is no number of rows; among other rows a number is none either', () => {
    expect(shopee('Lamp,10,5,1', 'Total 2026,20,5,1')).toEqual([
      ['Lamp', 10],
      ['Total 2026', 20],
    ]);
    expect(shopee('Lamp,10,5,1', 'Total 50,20,5,1', 'Pot,1,1,1')).toHaveLength(3);
  });

  test('its total is left out', () => {
    expect(shopee('Total,30,9,2', 'Lamp,10,5,1', 'Pot,20,4,1')).toEqual([
      ['Lamp', 10],
      ['Pot', 20],
    ]);
    expect(shopee('Lamp,10,5,1', 'Pot,20,4,1', 'Total 2,30,9,2')).toHaveLength(2);
  });
});

test('YouTube: “Total” stands in place of the first video', () => {
  const made = plan(
    'Content,Video title,Views\nTotal,,30\nF3HVs95pagk,Total 2026,10\nZTbDjXwKfMQ,Total,20\n',
  );
  expect(counts(made)).toMatchObject({ read: 2, taken: 2, skipped: 1 });
});
