import { cellOf } from '../../../src/local/document/cell.ts';
import type { Calculator } from '../../../src/local/document/model.ts';
import { createCalculator } from '../../../src/local/engine/calculator.ts';
import { batch, cells, type Host, host, read, refusal, write } from './host.ts';

const filled = (calculator?: Calculator): Host => {
  const now = () => Date.UTC(2020, 0, 5, 12);
  const at = host({ rows: 6, columns: 2, now, ...(calculator ? { calculator } : {}) });
  write(
    at,
    'A1:B6',
    [
      ['Name', 'Value'],
      ['b', '5'],
      ['a', '2020-01-02'],
      ['d', '12'],
      ['c', ''],
      ['e', '2020-01-05 18:00'],
    ],
    'USER_ENTERED',
  );
  return at;
};
const hidden = (at: Host): number[] =>
  at.store.get(at.id)!.sheets[0]!.rows.flatMap((row, i) => (row?.hiddenByFilter ? [i + 1] : []));
const condition = (type: string, ...values: string[]) => ({
  type,
  values: values.map((userEnteredValue) => ({ userEnteredValue })),
});
const filter = (criteria: object, more: object = {}) => ({
  setBasicFilter: { filter: { range: cells(0, 6, 0, 2), criteria, ...more } },
});

test.each<[object, number[]]>([
  [{ 1: { condition: condition('NUMBER_BETWEEN', '5', '10') } }, [3, 4, 5, 6]],
  [{ 1: { condition: condition('NUMBER_NOT_BETWEEN', '5', '10') } }, [2, 5]],
  [{ 1: { condition: condition('DATE_EQ', '1/5/2020') } }, [2, 3, 4, 5]],
  [{ 1: { condition: condition('DATE_AFTER', '2020-01-02') } }, [2, 3, 4, 5]],
  [{ 1: { condition: condition('DATE_BEFORE', 'Jan 5, 2020') } }, [5, 6]],
  [{ 0: { condition: condition('TEXT_EQ', 'A') } }, [2, 4, 5, 6]],
  [{ 0: { hiddenValues: ['a'] }, 1: { condition: condition('NOT_BLANK') } }, [3, 5]],
])('criteria %j hide the rows %j', (criteria, rows) => {
  const at = filled();
  batch(at, filter(criteria));
  expect(hidden(at)).toEqual(rows);
  batch(at, { clearBasicFilter: { sheetId: 0 } });
  expect(hidden(at)).toEqual([]);
});

test.each<[object, number[]]>([
  [condition('CUSTOM_FORMULA', '=ISEVEN(ROW())'), [3, 5]],
  [condition('CUSTOM_FORMULA', '=$A2>="c"'), [2, 3]],
  [condition('NUMBER_GREATER', '=B$4-8'), [5]],
])('a formula in the criteria is for the first row below the header: %j', (wanted, rows) => {
  const at = filled(createCalculator());
  batch(at, filter({ 1: { condition: wanted } }));
  expect(hidden(at)).toEqual(rows);
});

test.each<[string, string, number[]]>([
  ['DATE_EQ', 'TODAY', [2, 3, 4, 5]],
  ['DATE_EQ', 'PAST_WEEK', [2, 4, 5]],
  ['DATE_BEFORE', 'TODAY', [5, 6]],
  ['DATE_AFTER', 'YESTERDAY', [2, 3, 4, 5]],
])('%s %s goes by the day in the spreadsheet’s zone', (type, relativeDate, rows) => {
  const at = filled();
  batch(at, filter({ 1: { condition: { type, values: [{ relativeDate }] } } }));
  expect(hidden(at)).toEqual(rows);
});

test('a filter with an order sorts the rows below its header', () => {
  const at = filled();
  batch(at, filter({}, { sortSpecs: [{ dimensionIndex: 0, sortOrder: 'DESCENDING' }] }));
  expect(read(at, 'A1:A6')).toEqual([['Name'], ['e'], ['d'], ['c'], ['b'], ['a']]);
});

test('a filter of a whole sheet is of its cells', () => {
  const at = filled();
  batch(at, { setBasicFilter: { filter: { range: { sheetId: 0 } } } });
  expect(at.store.get(at.id)!.sheets[0]!.basicFilter?.range).toEqual(cells(0, 6, 0, 2));
});

test('a filter view is of a named range, where it names one', () => {
  const at = filled();
  const range = cells(1, 3, 0, 2);
  batch(
    at,
    { addNamedRange: { namedRange: { namedRangeId: 'n', name: 'few', range } } },
    { addFilterView: { filter: { filterViewId: 3, title: 'Few', namedRangeId: 'n' } } },
  );
  expect(at.store.get(at.id)!.sheets[0]!.filterViews?.[0]).toMatchObject({ range });
  expect(refusal(() => batch(at, { addFilterView: { filter: { namedRangeId: 'm' } } }))).toContain(
    'No named range with id: m',
  );
});

test('a validation rule passes over rows that a filter hides, unless told otherwise', () => {
  const rule = { condition: { type: 'BOOLEAN' } };
  const ruled = (filteredRowsIncluded: boolean): number[] => {
    const at = filled();
    batch(at, filter({ 0: { hiddenValues: ['a', 'b'] } }), {
      setDataValidation: { range: cells(1, 4, 0, 1), rule, filteredRowsIncluded },
    });
    return at.store
      .get(at.id)!
      .sheets[0]!.cells.flatMap((row, i) => (cellOf(row[0])?.validation ? [i + 1] : []));
  };
  expect([ruled(false), ruled(true)]).toEqual([[4], [2, 3, 4]]);
});
