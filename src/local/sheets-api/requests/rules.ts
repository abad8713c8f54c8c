import type { Draft } from '../../document/draft.ts';
import type { DocumentState, Json, JsonObject, SheetState } from '../../document/model.ts';
import { completed } from '../colors.ts';
import { gridRange, intersects, resolveGridRange, sheetOf } from '../grid-range.ts';
import { printed } from '../schema/stored-json.ts';
import { applyMask, masks, parseUpdateMask } from '../update-mask.ts';
import { enteredNumber } from '../user-entered.ts';
import { checkCondition, checkConditionalLook } from './conditions.ts';
import { freshId, type RequestHandler } from './context.ts';

const numberIn = (value: Json | undefined, otherwise = 0): number =>
  typeof value === 'number' ? value : otherwise;

/** A rule to be stored and the sheet that all of its ranges are on. */
const storedRule = (
  document: DocumentState,
  given: Json | undefined,
): { rule: JsonObject; sheetId: number } => {
  const rule = completed((given ?? {}) as JsonObject);
  const ranges = (rule.ranges ?? []) as Json[];
  if (ranges.length === 0) throw new Error('No ranges specified on conditional format.');
  const found = ranges.map((range) => resolveGridRange(document, range));
  const sheetId = found[0]!.sheet.sheetId;
  if (found.some(({ sheet }) => sheet.sheetId !== sheetId))
    throw new Error('All ranges must be on the same sheet.');
  if (!rule.booleanRule && !rule.gradientRule)
    throw new Error('Must specify a booleanRule or a gradientRule.');
  const boolean = rule.booleanRule as JsonObject | undefined;
  if (boolean) {
    checkCondition(document, boolean.condition, 'format');
    checkConditionalLook(boolean.format);
  }
  const stored: JsonObject = { ...rule, ranges: found.map(({ rect }) => gridRange(sheetId, rect)) };
  if (rule.gradientRule)
    stored.gradientRule = storedGradient(rule.gradientRule as JsonObject, document.locale);
  return { rule: stored, sheetId };
};

/** The ends of a colour scale must have a type; a number, percent or percentile needs a value, the others keep none. */
const storedPoint = (given: Json | undefined, locale: string): JsonObject => {
  const point = (given ?? {}) as { type?: string; value?: string };
  if (!point.type || point.type === 'INTERPOLATION_POINT_TYPE_UNSPECIFIED')
    throw new Error('No interpolationPointType specified.');
  const { value, ...rest } = point;
  if (point.type === 'MIN' || point.type === 'MAX') return rest as JsonObject;
  if (!value) throw new Error('InterpolationPoint.value is required.');
  if (!value.startsWith('=') && enteredNumber(value, locale) === undefined)
    throw new Error(`Invalid InterpolationPoint.value: ${value}`);
  return point as JsonObject;
};

const storedGradient = (given: JsonObject, locale: string): JsonObject => ({
  minpoint: storedPoint(given.minpoint, locale),
  ...(given.midpoint === undefined ? {} : { midpoint: storedPoint(given.midpoint, locale) }),
  maxpoint: storedPoint(given.maxpoint, locale),
});

const ruleAt = (sheet: SheetState, index: number): JsonObject => {
  const rule = sheet.conditionalFormats[index];
  if (!rule || index < 0) {
    throw new Error(`No conditional format on sheet: ${sheet.sheetId} at index: ${index}`);
  }
  return rule;
};

/** Puts a rule of conditional formatting at a place among those of its sheet. */
export const addConditionalFormatRule: RequestHandler = (draft, request) => {
  const { rule, sheetId } = storedRule(draft.document, request.rule);
  const sheet = draft.edit(sheetId);
  const index = numberIn(request.index);
  if (index < 0 || index > sheet.conditionalFormats.length) {
    throw new Error(`index[${index}] is out of bounds; there are ${sheet.conditionalFormats.length} rules.`);
  }
  sheet.conditionalFormats = sheet.conditionalFormats.toSpliced(index, 0, rule);
  return undefined;
};

/** Puts another rule in place of one, or moves it among those of its sheet. */
export const updateConditionalFormatRule: RequestHandler = (draft, request) => {
  const index = numberIn(request.index);
  if (request.rule !== undefined) {
    const { rule, sheetId } = storedRule(draft.document, request.rule);
    const sheet = draft.edit(sheetId);
    const oldRule = ruleAt(sheet, index);
    sheet.conditionalFormats = sheet.conditionalFormats.with(index, rule);
    return printed({ newRule: rule, newIndex: index, oldRule, oldIndex: index }) as JsonObject;
  }
  const sheet = draft.edit(sheetOf(draft.document, request.sheetId).sheetId);
  const rule = ruleAt(sheet, index);
  const newIndex = numberIn(request.newIndex);
  if (newIndex < 0 || newIndex >= sheet.conditionalFormats.length)
    throw new Error(`newIndex[${newIndex}] is out of bounds.`);
  sheet.conditionalFormats = sheet.conditionalFormats.toSpliced(index, 1).toSpliced(newIndex, 0, rule);
  return printed({ newRule: rule, newIndex, oldIndex: index }) as JsonObject;
};

/** Deletes a rule of conditional formatting, and answers with it. */
export const deleteConditionalFormatRule: RequestHandler = (draft, request) => {
  const sheet = draft.edit(sheetOf(draft.document, request.sheetId).sheetId);
  const index = numberIn(request.index);
  const rule = ruleAt(sheet, index);
  sheet.conditionalFormats = sheet.conditionalFormats.toSpliced(index, 1);
  return { rule: printed(rule) };
};

const findBanding = (
  draft: Draft,
  id: Json | undefined,
): { sheet: SheetState; at: number; band: JsonObject } => {
  for (const sheet of draft.document.sheets) {
    const at = sheet.bandedRanges.findIndex((band) => band.bandedRangeId === id);
    const band = sheet.bandedRanges[at];
    if (band) return { sheet, at, band };
  }
  throw new Error(`No banded range with id: ${id ?? 0}`);
};

const checkBand = (sheet: SheetState, band: JsonObject, except?: Json): void => {
  if (!band.rowProperties && !band.columnProperties) {
    throw new Error('Must specify either rowProperties or columnProperties.');
  }
  const { rect } = resolveGridRange({ sheets: [sheet] } as unknown as DocumentState, band.range);
  const meets = [...sheet.bandedRanges, ...(sheet.tables ?? [])].some((other) => {
    if (other.bandedRangeId !== undefined && other.bandedRangeId === except) return false;
    return intersects(
      resolveGridRange({ sheets: [sheet] } as unknown as DocumentState, other.range).rect,
      rect,
    );
  });
  if (meets)
    throw new Error(
      'You cannot add alternating background colors to a range that already has alternating background colors.',
    );
};

/** Adds alternating colours to a range; one that meets a range with such colours is refused. */
export const addBanding: RequestHandler = (draft, request, context) => {
  const given = completed((request.bandedRange ?? {}) as JsonObject);
  const { sheet, rect } = resolveGridRange(draft.document, given.range);
  const taken = (id: number): boolean =>
    draft.document.sheets.some((other) => other.bandedRanges.some((band) => band.bandedRangeId === id));
  const bandedRangeId = (given.bandedRangeId as number | undefined) ?? freshId(context.random, taken);
  if (given.bandedRangeId !== undefined && taken(bandedRangeId)) {
    throw new Error(`Banded range with id ${bandedRangeId} already exists.`);
  }
  const band: JsonObject = { ...given, bandedRangeId, range: gridRange(sheet.sheetId, rect) };
  checkBand(sheet, band, bandedRangeId);
  const own = draft.edit(sheet.sheetId);
  own.bandedRanges = [...own.bandedRanges, band];
  return { bandedRange: printed(band) };
};

/** Changes the fields of the mask in a range of alternating colours. */
export const updateBanding: RequestHandler = (draft, request) => {
  const mask = parseUpdateMask(request.fields, 'BandedRange');
  const given = completed((request.bandedRange ?? {}) as JsonObject);
  const { sheet, at, band } = findBanding(draft, given.bandedRangeId);
  const source = { ...given };
  if (masks(mask, 'range') && given.range) {
    const found = resolveGridRange(draft.document, given.range);
    source.range = gridRange(found.sheet.sheetId, found.rect);
  } else source.range = band.range as Json;
  const made: JsonObject = { ...applyMask(band, source, mask), bandedRangeId: band.bandedRangeId as Json };
  checkBand(sheet, made, band.bandedRangeId as Json);
  const own = draft.edit(sheet.sheetId);
  own.bandedRanges = own.bandedRanges.with(at, made);
  return undefined;
};

/** Takes the alternating colours off a range; an id of none is refused. */
export const deleteBanding: RequestHandler = (draft, request) => {
  const { sheet, at } = findBanding(draft, request.bandedRangeId);
  const own = draft.edit(sheet.sheetId);
  own.bandedRanges = own.bandedRanges.toSpliced(at, 1);
  return undefined;
};
