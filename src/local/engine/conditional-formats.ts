/** Conditional formats of the API as the engine's. */
import type { ConditionalFormat } from '@odoo/o-spreadsheet';
import type { JsonObject, SheetState } from '../document/model.ts';
import { engineStyle, namedColor, objectOf, objectsOf } from './cell-style.ts';
import { type ConditionContext, engineCriterion } from './conditions.ts';
import { gridRect, rectName } from './references.ts';

const THRESHOLDS: Record<string, string> = {
  NUMBER: 'number',
  PERCENT: 'percentage',
  PERCENTILE: 'percentile',
};

/** The engine's rules of a sheet, in the API's order of priority; rules that it does not know are left out. */
export function conditionalFormats(sheet: SheetState, context: ConditionContext): ConditionalFormat[] {
  const result: ConditionalFormat[] = [];
  sheet.conditionalFormats.forEach((entry, index) => {
    const ranges = objectsOf(entry.ranges).map((range) => rectName(gridRect(range, sheet)));
    const rule = entry.gradientRule
      ? scaleRule(objectOf(entry.gradientRule))
      : cellRule(objectOf(entry.booleanRule), context);
    if (!rule || !ranges.length) return;
    const id = `${sheet.sheetId}-rule-${index}`;
    result.push({ id, ranges, rule, stopIfTrue: true } as unknown as ConditionalFormat);
  });
  return result;
}

function cellRule(rule: JsonObject, context: ConditionContext): object | undefined {
  const condition = objectOf(rule.condition);
  const criterion = engineCriterion(condition, context);
  if (!criterion) return undefined;
  const { type: operator, values, ...rest } = criterion;
  // A file spells a compared text as a formula does.
  const isText = context.forFile && /^TEXT_(NOT_)?EQ$/.test(String(condition.type));
  return {
    type: 'CellIsRule',
    operator,
    values: isText ? values.map((value) => `"${value.replaceAll('"', '""')}"`) : values,
    ...rest,
    style: engineStyle(objectOf(rule.format)) ?? {},
  };
}

function scaleRule(rule: JsonObject): object | undefined {
  const minimum = threshold(objectOf(rule.minpoint));
  const maximum = threshold(objectOf(rule.maxpoint));
  if (!minimum || !maximum) return undefined;
  const midpoint = threshold(objectOf(rule.midpoint));
  return { type: 'ColorScaleRule', minimum, maximum, ...(midpoint ? { midpoint } : {}) };
}

function threshold(point: JsonObject): { type: string; color: number; value?: string } | undefined {
  const color = namedColor(point, 'color');
  if (!color) return undefined;
  const type = THRESHOLDS[String(point.type)] ?? 'value';
  return {
    type,
    color: Number.parseInt(color.slice(1), 16),
    ...(typeof point.value === 'string' ? { value: point.value } : {}),
  };
}
