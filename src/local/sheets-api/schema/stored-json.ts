/** The API's JSON as documents keep it, and as answers print it: which fields are left out, which are always there. */
import { isObject } from '../../document/json.ts';
import type { Json, JsonObject } from '../../document/model.ts';

const RANGE_KEYS = [
  'startRowIndex',
  'endRowIndex',
  'startColumnIndex',
  'endColumnIndex',
  'dimension',
  'rowIndex',
  'columnIndex',
];

/** Fields whose zero values are told apart from absence; everything else at its default is left out. */
const PRESENT = new Set([
  ...RANGE_KEYS.slice(0, 4),
  'startIndex',
  'endIndex',
  'bold',
  'italic',
  'strikethrough',
  'underline',
  'fontSize',
  'userEnteredValue',
]);

const isDefault = (key: string, value: Json): boolean =>
  ((value === 0 || value === false || value === '') && !PRESENT.has(key)) ||
  (Array.isArray(value) && value.length === 0);

/** Stored JSON as the API prints it: fields at their default left out, empty lists and a range's `sheetId` 0 among them. */
export const printed = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(printed);
  if (!isObject(value)) return value;
  const made: JsonObject = {};
  for (const [key, child] of Object.entries(value)) {
    if (!isDefault(key, child)) made[key] = printed(child);
  }
  return made;
};

/** JSON as it is stored: every range in it names its sheet, 0 when it was left out. */
export const withSheetIds = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(withSheetIds);
  if (!isObject(value)) return value;
  const made: JsonObject = {};
  for (const [key, child] of Object.entries(value)) made[key] = withSheetIds(child);
  const isRange = RANGE_KEYS.slice(0, 5).some((key) => key in value) || 'rowIndex' in value;
  if ((isRange || isAnchor(value)) && made.sheetId === undefined) made.sheetId = 0;
  return made;
};

const isAnchor = (value: JsonObject): boolean =>
  'columnIndex' in value && !('filterCriteria' in value) && !('dataRange' in value);
