/** The requests that write a tab, where a workbook is not as usual. */
import { Grid, textCell } from '../../src/review/render/grid.ts';
import { renderReview, reviewSheetId } from '../../src/review/render/index.ts';
import { mapOf } from '../workbook/support.ts';
import { build } from './support.ts';

const { review } = build({});
const { label } = review.period;
const map = mapOf({ key: 'guide' }, { key: 'tree' });

test('a closed record is not written again', () => {
  const place = {
    ...{ period: label, state: 'closed' as const, sheetId: reviewSheetId(label), title: label },
    ...{ rowCount: 400, columnCount: 17, frozenColumns: 0, chartIds: [], columns: new Map<string, number>() },
    ...{ firstDay: '', lastDay: '', filled: '', stamp: '' },
  };
  expect(renderReview(review, { ...map, reviews: [place] })).toEqual([]);
  expect(renderReview(review, { ...map, reviews: [{ ...place, period: '2020-W01' }] })).not.toEqual([]);
});

test('a new tab stands behind the guide, and first where the workbook has none', () => {
  const positions = (where: typeof map) =>
    renderReview(review, where).flatMap((request) =>
      'addSheet' in request ? [request.addSheet.properties.index] : [],
    );
  expect(positions(map)).toEqual([1]);
  expect(positions(mapOf({ key: 'tree' }))).toEqual([0]);
});

test('a call-out leads to the cell of its figure, and nowhere where the tab does not have it', () => {
  const grid = new Grid();
  grid.add([[3, { value: 7, mark: 'tree:n:actual' }]]);
  grid.add([
    [1, { ...textCell(''), pointsTo: 'tree:n:actual' }],
    [2, { ...textCell(''), pointsTo: 'tree:gone:actual' }],
  ]);
  const [, there, nowhere] = grid.toRows(42)[1]?.values ?? [];
  expect(there?.userEnteredValue).toEqual({ stringValue: 'D1' });
  expect(there?.userEnteredFormat?.textFormat?.link).toEqual({ uri: '#gid=42&range=D1' });
  expect(nowhere?.userEnteredValue).toBeUndefined();
  expect(nowhere?.userEnteredFormat?.textFormat?.link).toBeUndefined();
});
