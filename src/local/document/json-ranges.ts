import { isObject } from './json.ts';
import type { Json, JsonObject } from './model.ts';
import { type Change, mapIndex, mapSpan } from './span.ts';

export type FormulaRewrite = (formula: string) => string;

const isGridRange = (value: JsonObject): boolean =>
  'startRowIndex' in value ||
  'endRowIndex' in value ||
  'startColumnIndex' in value ||
  'endColumnIndex' in value;
const isDimensionRange = (value: JsonObject): boolean => 'dimension' in value && 'endIndex' in value;
const isCoordinate = (value: JsonObject): boolean =>
  'rowIndex' in value || ('columnIndex' in value && 'sheetId' in value);

/**
 * API JSON (a rule, a filter, a chart …) after rows or columns changed: every GridRange, DimensionRange and cell
 * coordinate within follows. Undefined when a range on which the object rests was deleted. Returns the same object
 * when nothing in it changed.
 */
export const changeJson = (value: JsonObject, change: Change): JsonObject | undefined => {
  if (isGridRange(value)) return changeGridRange(value, change);
  if (isDimensionRange(value)) return changeDimensionRange(value, change);
  if (isCoordinate(value)) return changeCoordinate(value, change);
  let made: JsonObject | undefined;
  for (const [key, child] of Object.entries(value)) {
    const next = changeChild(child, change);
    if (next === child) continue;
    made ??= { ...value };
    if (next !== undefined) made[key] = next;
    else if (key === 'range' || key === 'ranges') return undefined;
    else delete made[key];
  }
  return changeColumns(made ?? value, change);
};

const changeChild = (child: Json, change: Change): Json | undefined => {
  if (isObject(child)) return changeJson(child, change);
  if (!Array.isArray(child)) return child;
  let changed = false;
  const made = child.flatMap((item) => {
    const next = changeChild(item, change);
    if (next !== item) changed = true;
    return next === undefined ? [] : [next];
  });
  if (!changed) return child;
  return made.length === 0 && child.length > 0 ? undefined : made;
};

const changeGridRange = (value: JsonObject, change: Change): JsonObject | undefined => {
  if ((value.sheetId ?? 0) !== change.sheetId) return value;
  const rows = change.dimension === 'ROWS';
  const [from, to] = rows ? ['startRowIndex', 'endRowIndex'] : ['startColumnIndex', 'endColumnIndex'];
  const [low, high] = rows ? ['startColumnIndex', 'endColumnIndex'] : ['startRowIndex', 'endRowIndex'];
  if (change.band) {
    const start = (value[low!] as number | undefined) ?? 0;
    const end = (value[high!] as number | undefined) ?? Number.MAX_SAFE_INTEGER;
    if (start < change.band.start || end > change.band.end) return value;
  }
  const start = value[from!] as number | undefined;
  const end = value[to!] as number | undefined;
  if (start === undefined && end === undefined) return value;
  const mapped = mapSpan(change, start ?? 0, end ?? Number.MAX_SAFE_INTEGER);
  if (!mapped) return undefined;
  const made = { ...value };
  if (start !== undefined) made[from!] = mapped[0];
  if (end !== undefined) made[to!] = mapped[1];
  return made[from!] === value[from!] && made[to!] === value[to!] ? value : made;
};

const changeDimensionRange = (value: JsonObject, change: Change): JsonObject | undefined => {
  if ((value.sheetId ?? 0) !== change.sheetId || value.dimension !== change.dimension || change.band)
    return value;
  const mapped = mapSpan(change, (value.startIndex as number | undefined) ?? 0, value.endIndex as number);
  if (!mapped) return undefined;
  if (mapped[0] === value.startIndex && mapped[1] === value.endIndex) return value;
  return { ...value, startIndex: mapped[0], endIndex: mapped[1] };
};

const changeCoordinate = (value: JsonObject, change: Change): JsonObject => {
  if ((value.sheetId ?? 0) !== change.sheetId || change.band) return value;
  const key = change.dimension === 'ROWS' ? 'rowIndex' : 'columnIndex';
  const index = (value[key] as number | undefined) ?? 0;
  // What stood on a deleted row or column stays at the place where it was.
  const mapped = mapIndex(change, index) ?? (change.kind === 'delete' ? change.start : index);
  return mapped === index ? value : { ...value, [key]: mapped };
};

/** Filters name columns by index: `criteria`, `filterSpecs` and `sortSpecs` follow a change of columns. */
const changeColumns = (value: JsonObject, change: Change): JsonObject => {
  const range = value.range;
  const filter = isObject(range) && (range.sheetId ?? 0) === change.sheetId;
  if (!filter || change.dimension !== 'COLUMNS' || change.band) return value;
  const made = { ...value };
  let changed = false;
  const columns = (key: 'filterSpecs' | 'sortSpecs', name: string): void => {
    const list = value[key];
    if (!Array.isArray(list)) return;
    made[key] = list.flatMap((item) => {
      const spec = item as JsonObject;
      const index = mapIndex(change, (spec[name] as number | undefined) ?? 0);
      changed ||= index !== spec[name];
      return index === undefined ? [] : [{ ...spec, [name]: index }];
    });
  };
  columns('filterSpecs', 'columnIndex');
  columns('sortSpecs', 'dimensionIndex');
  if (isObject(value.criteria)) {
    const criteria: JsonObject = {};
    for (const [key, child] of Object.entries(value.criteria)) {
      const index = mapIndex(change, Number(key));
      changed ||= index !== Number(key);
      if (index !== undefined) criteria[index] = child;
    }
    made.criteria = criteria;
  }
  return changed ? made : value;
};

/** API JSON with the formulas of its conditions rewritten (`userEnteredValue` and `value` that begin with `=`). */
export const rewriteJson = (value: JsonObject, rewrite: FormulaRewrite): JsonObject => {
  let made: JsonObject | undefined;
  for (const [key, child] of Object.entries(value)) {
    const next = rewriteChild(key, child, rewrite);
    if (next === child) continue;
    made ??= { ...value };
    made[key] = next;
  }
  return made ?? value;
};

const rewriteChild = (key: string, child: Json, rewrite: FormulaRewrite): Json => {
  if (typeof child === 'string') {
    return (key === 'userEnteredValue' || key === 'value') && child.startsWith('=') ? rewrite(child) : child;
  }
  if (isObject(child)) return rewriteJson(child, rewrite);
  if (!Array.isArray(child)) return child;
  let changed = false;
  const made = child.map((item) => {
    const next = rewriteChild('', item, rewrite);
    if (next !== item) changed = true;
    return next;
  });
  return changed ? made : child;
};
