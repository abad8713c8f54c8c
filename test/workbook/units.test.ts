import { gridOf } from '../../src/workbook/example-formula.ts';
import { listFormula, referencesIn } from '../../src/workbook/layout.ts';
import type { SheetPlace } from '../../src/workbook/map.ts';
import { namesUnit, unitFormats, unitWord } from '../../src/workbook/units.ts';
import { mapOf } from './support.ts';

const placeOf = (columns?: readonly string[]): SheetPlace => {
  const place = mapOf({ key: 'targets', ...(columns && { columns }) }).sheets.get('targets');
  if (place === undefined) throw new Error('No sheet');
  return place;
};

test('a ratio that is no share is one unit under two names', () => {
  expect(unitWord('times', 'en')).toBe(unitWord('ratio', 'en'));
  expect(namesUnit(unitWord('ratio', 'zh-CN'), 'times')).toBe(true);
  expect(namesUnit(unitWord('money', 'en'), 'times')).toBe(false);
});

test('a row whose unit is written has the formats of it in the columns that are there', () => {
  const change = { appends: [{ node: 'a', unit: unitWord('money', 'en') }], updates: [] };
  const whole = unitFormats(placeOf(), undefined, change, 1);
  expect(whole.length).toBeGreaterThan(1);
  expect(unitFormats(placeOf(['node', 'unit', 'target']), undefined, change, 1)).toHaveLength(1);
  expect(unitFormats(placeOf(), undefined, { ...change, appends: [{ unit: 'stones' }] }, 1)).toEqual([]);
});

test('formulas and dropdowns name columns where they are; one that is gone is no list and no reference', () => {
  const layout = mapOf({ key: 'team', title: 'It’s', columns: ['name'] }).sheets;
  expect(listFormula(layout, { oneOf: ['team', 'name'] })).toBe("='It’s'!$A$2:$A");
  expect(listFormula(layout, { oneOf: ['team', 'role'] })).toBeUndefined();
  expect(listFormula(layout, { oneOf: ['costs', 'date'] })).toBeUndefined();
  expect(listFormula(layout, { low: 0 })).toBeUndefined();
  expect(referencesIn(layout, 'tree')('name', 'team')).toBe("'It’s'!$A$1:$A");
  expect(() => referencesIn(layout, 'tree')('role', 'team')).toThrow(RangeError);
});

test('what names no cell has no place', () => {
  expect(gridOf('here')).toEqual({ row: -1, column: -1 });
});
