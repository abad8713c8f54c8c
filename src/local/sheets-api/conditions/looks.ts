/** What cells look like beside their own formats: the bands below them, the conditional formats above them. */
import { bandsOf } from '../../document/bands.ts';
import { gridRect } from '../../document/grid-rect.ts';
import { objectOf, objectsOf } from '../../document/json.ts';
import type { JsonObject, Rect } from '../../document/model.ts';
import { enteredNumber } from '../user-entered.ts';
import { gradientLook } from './gradient.ts';
import { judge, type Place, type Setting } from './judge.ts';

/** Parts of a format: `under` holds where the cell's own says nothing, `over` in spite of it. */
export type Look = { under?: JsonObject; over?: JsonObject };
export type Looks = (row: number, column: number) => Look;

const inside = ({ row, column }: Place, rect: Rect): boolean =>
  row >= rect.startRow && row < rect.endRow && column >= rect.startColumn && column < rect.endColumn;

const keyOf = ({ row, column }: Place): string => `${row} ${column}`;

const numberAt = ({ view }: Setting, { row, column }: Place): number | undefined =>
  view.effective(row, column)?.numberValue;

/** Every cell of the ranges that may show something. */
const filledIn = ({ view }: Setting, rects: readonly Rect[]): Place[] => {
  const places: Place[] = [];
  for (const rect of rects) {
    for (let row = rect.startRow; row < Math.min(rect.endRow, view.height); row += 1) {
      const end = Math.min(rect.endColumn, view.width(row));
      for (let column = rect.startColumn; column < end; column += 1) places.push({ row, column });
    }
  }
  return places;
};

/** What a rule makes of cells; nothing of a cell that it does not fit. */
const looksByRule = (
  rule: JsonObject,
  places: readonly Place[],
  setting: Setting,
): (JsonObject | undefined)[] => {
  const { sheet } = setting.view;
  const rects = objectsOf(rule.ranges).map((range) => gridRect(range, sheet));
  const own = places.map((place) => rects.some((rect) => inside(place, rect)));
  if (!own.includes(true)) return [];
  if (rule.gradientRule) {
    const numbers = filledIn(setting, rects).flatMap((place) => numberAt(setting, place) ?? []);
    const numberOf = (text: string) => numberIn(text, setting);
    const look = gradientLook(objectOf(rule.gradientRule), numbers, numberOf);
    return places.map((place, i) => {
      const number = own[i] ? numberAt(setting, place) : undefined;
      return number === undefined ? undefined : look(number);
    });
  }
  const boolean = objectOf(rule.booleanRule);
  // Formulas are written for the first cell of the first range.
  const origin = { row: rects[0]!.startRow, column: rects[0]!.startColumn };
  const asked = places.filter((_, i) => own[i]);
  const fits = judge(objectOf(boolean.condition), origin, asked, setting);
  const fitting = new Set(asked.filter((_, i) => fits[i]).map(keyOf));
  return places.map((place) => (fitting.has(keyOf(place)) ? objectOf(boolean.format) : undefined));
};

const numberIn = (text: string, { document, evaluate, view }: Setting): number => {
  if (!text.startsWith('=')) return enteredNumber(text, document.locale) ?? Number.NaN;
  return evaluate(view.sheet, [{ formula: text, row: 0, column: 0 }])[0]?.numberValue ?? Number.NaN;
};

/**
 * The looks of the cells of a rectangle that hold something. Of several conditional formats the first that fits counts.
 * @example looksIn(rect, setting)(1, 0).over // { backgroundColor: …, backgroundColorStyle: … }
 */
export const looksIn = (rect: Rect, setting: Setting): Looks => {
  const { sheet } = setting.view;
  const bands = bandsOf(sheet);
  const over = new Map<string, JsonObject>();
  let places = sheet.conditionalFormats.length > 0 ? filledIn(setting, [rect]) : [];
  for (const rule of sheet.conditionalFormats) {
    const found = looksByRule(rule, places, setting);
    places.forEach((place, i) => {
      if (found[i]) over.set(keyOf(place), found[i]);
    });
    places = places.filter((_, i) => !found[i]);
  }
  return (row, column) => {
    const band = bands?.at(row, column);
    const above = over.get(keyOf({ row, column }));
    return {
      ...(band ? { under: background(band.properties, band.key) } : {}),
      ...(above ? { over: above } : {}),
    };
  };
};

const background = (properties: JsonObject, key: string): JsonObject => ({
  backgroundColor: properties[key] ?? {},
  backgroundColorStyle: properties[`${key}Style`] ?? {},
});
