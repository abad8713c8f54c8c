import { isObject } from '../document/json.ts';
import type { CellState, ExtendedValue, JsonObject } from '../document/model.ts';
import type { Look, Looks } from './conditions/looks.ts';
import { DEFAULT_FORMAT } from './defaults.ts';
import { below, type FieldMask } from './field-mask.ts';
import { formatValue } from './number-format.ts';
import { printed } from './schema/stored-json.ts';
import type { SheetView } from './view.ts';

const PARTS = [
  'userEnteredValue',
  'effectiveValue',
  'formattedValue',
  'userEnteredFormat',
  'effectiveFormat',
  'hyperlink',
  'note',
  'textFormatRuns',
  'dataValidation',
] as const;
export type CellWants = Readonly<Record<(typeof PARTS)[number], boolean>>;

/** Which parts of a cell a mask asks for. */
export const cellWants = (mask: FieldMask | undefined): CellWants =>
  Object.fromEntries(PARTS.map((part) => [part, below(mask, part) !== undefined])) as CellWants;

const merged = (base: JsonObject, over: JsonObject): JsonObject => {
  const made = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const under = base[key];
    made[key] = isObject(under) && isObject(value) && !key.includes('olor') ? merged(under, value) : value;
  }
  return made;
};

const alignmentOf = (value: ExtendedValue | undefined): string =>
  value?.numberValue !== undefined
    ? 'RIGHT'
    : value?.boolValue !== undefined || value?.errorValue
      ? 'CENTER'
      : 'LEFT';

const effectiveFormats = new WeakMap<JsonObject, JsonObject>();

/** The cell's own format over the default one. */
const ownFormat = (format: JsonObject | undefined, value: ExtendedValue | undefined): JsonObject => {
  if (!format)
    return { ...DEFAULT_FORMAT, horizontalAlignment: alignmentOf(value), hyperlinkDisplayType: 'PLAIN_TEXT' };
  let made = effectiveFormats.get(format);
  if (!made) {
    made = merged({ ...DEFAULT_FORMAT, hyperlinkDisplayType: 'PLAIN_TEXT' }, format);
    effectiveFormats.set(format, made);
  }
  return made.horizontalAlignment ? made : { ...made, horizontalAlignment: alignmentOf(value) };
};

/** With the bands below what the cell's own format says, and the conditional format above it. */
const effectiveFormat = (
  format: JsonObject | undefined,
  value: ExtendedValue | undefined,
  { under, over }: Look,
): JsonObject => {
  const made = ownFormat(under ? { ...under, ...format } : format, value);
  return over ? merged(made, over) : made;
};

const HYPERLINK = /^=HYPERLINK\("((?:[^"]|"")*)"/i;

const hyperlinkOf = (cell: CellState | undefined): string | undefined => {
  const formula = cell?.value?.formulaValue;
  const link = formula === undefined ? undefined : HYPERLINK.exec(formula)?.[1];
  if (link !== undefined) return link.replace(/""/g, '"');
  const text = cell?.format?.textFormat as JsonObject | undefined;
  const uri = isObject(text?.link) ? text.link.uri : undefined;
  return typeof uri === 'string' ? uri : undefined;
};

/** A run from the text's beginning on has no `startIndex`. */
const printedRun = ({ startIndex, ...run }: JsonObject): JsonObject =>
  startIndex ? { startIndex, ...run } : run;

const rules = new WeakMap<JsonObject, JsonObject>();

/** Cells of a column share their rule: it is printed once. */
const printedRule = (rule: JsonObject): JsonObject => {
  let made = rules.get(rule);
  if (!made) {
    made = printed(rule) as JsonObject;
    rules.set(rule, made);
  }
  return made;
};

/** CellData of one cell, or undefined where nothing is in it. */
export const cellResource = (
  view: SheetView,
  row: number,
  column: number,
  locale: string,
  wants: CellWants,
  looks?: Looks,
): JsonObject | undefined => {
  const cell = view.cell(row, column);
  const effective = view.effective(row, column);
  if (!cell && !effective) return undefined;
  const format = view.format(row, column);
  const made: JsonObject = {};
  if (wants.userEnteredValue && cell?.value) made.userEnteredValue = cell.value as JsonObject;
  if (effective) {
    if (wants.effectiveValue) made.effectiveValue = effective as JsonObject;
    const text = wants.formattedValue ? formatValue(effective, format, locale) : undefined;
    if (text !== undefined) made.formattedValue = text;
  }
  if (wants.userEnteredFormat && cell?.format) made.userEnteredFormat = cell.format;
  if (wants.effectiveFormat)
    made.effectiveFormat = effectiveFormat(format, effective, looks?.(row, column) ?? {});
  const link = wants.hyperlink ? hyperlinkOf(cell) : undefined;
  if (link !== undefined) made.hyperlink = link;
  if (wants.note && cell?.note) made.note = cell.note;
  if (wants.textFormatRuns && cell?.textFormatRuns) made.textFormatRuns = cell.textFormatRuns.map(printedRun);
  if (wants.dataValidation && cell?.validation) made.dataValidation = printedRule(cell.validation);
  return made;
};
