import { layOut, renderReview, reviewSheetId } from '../../src/review/render/index.ts';
import { SHEETS } from '../../src/workbook/sheets/index.ts';
import type { SheetsRequest } from '../../src/workbook/sheets-api.ts';
import { mapOf } from '../workbook/support.ts';
import { build, fact, MONDAY, SUNDAY } from './support.ts';

const { review } = build({
  accounts: [{ platform: 'youtube', id: 'a', name: 'Anna’s', currency: 'USD' }],
  tree: [
    { id: 'root', metric: 'gmv', unit: 'money', operator: 'product', name: 'GMV' },
    { id: 'v', parent: 'root', metric: 'views', name: 'Views' },
    { id: 'cvr', parent: 'root', metric: 'cvr', unit: 'percent', name: 'CVR' },
    { id: 'aov', parent: 'root', metric: 'aov', unit: 'money', name: 'AOV' },
  ],
  performance: [
    fact('1', MONDAY - 7, SUNDAY - 7, { gmv: 100, orders: 5, views: 1000 }),
    fact('1', MONDAY, SUNDAY, { gmv: 300, orders: 9, views: 1200 }),
  ],
});
const map = mapOf(...SHEETS.map(({ key }) => ({ key })));
const { label } = review.period;
const place = {
  ...{ period: label, state: 'draft' as const, sheetId: reviewSheetId(label), title: label },
  ...{ rowCount: 400, columnCount: 17, frozenColumns: 0, chartIds: [], columns: new Map<string, number>() },
  ...{ firstDay: '', lastDay: '', filled: '', stamp: '' },
};

/** Rows that are hidden once the requests are done, where these were hidden before. */
function hiddenAfter(requests: readonly SheetsRequest[], before: readonly number[]): number[] {
  const hidden = new Set(before);
  for (const request of requests) {
    const { range, properties } =
      'updateDimensionProperties' in request ? request.updateDimensionProperties : {};
    if (range?.dimension !== 'ROWS' || properties?.hiddenByUser === undefined) continue;
    for (let row = range.startIndex; row < range.endIndex; row++) {
      if (properties.hiddenByUser) hidden.add(row);
      else hidden.delete(row);
    }
  }
  return [...hidden].sort((a, b) => a - b);
}

test('the rows that only the waterfall reads are hidden, and it alone draws hidden rows', () => {
  const requests = renderReview(review, map);
  const [waterfall] = layOut(review).charts.filter(({ kind }) => kind === 'waterfall');
  const own = [waterfall?.labels, ...(waterfall?.series ?? []).map(({ row }) => row)];
  expect(own).toHaveLength(5);
  expect(hiddenAfter(requests, [])).toEqual(own);
  const strategies = requests.flatMap((request) =>
    'addChart' in request ? [request.addChart.chart.spec.hiddenDimensionStrategy] : [],
  );
  expect(strategies.filter((strategy) => strategy === 'SHOW_ALL')).toHaveLength(1);
  expect(strategies.length).toBeGreaterThan(1);
});

test('a draft that is written again hides no other rows', () => {
  const requests = renderReview(review, { ...map, reviews: [place] });
  expect(hiddenAfter(requests, [3, 12])).toEqual(hiddenAfter(renderReview(review, map), []));
});
