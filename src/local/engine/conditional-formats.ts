/** Conditional formats of the API as the engine's. */
import type { ConditionalFormat } from '@odoo/o-spreadsheet';
import { printRect } from '../document/a1.ts';
import { gridRect } from '../document/grid-rect.ts';
import { objectOf, objectsOf } from '../document/json.ts';
import type { JsonObject, SheetState } from '../document/model.ts';
import { engineStyle, namedColor } from './cell-style.ts';
import { type ConditionContext, type Criterion, engineCriterion } from './conditions.ts';

const THRESHOLDS: Record<string, string> = {
  NUMBER: 'number',
  PERCENT: 'percentage',
  PERCENTILE: 'percentile',
};

/** The engine's rules of a sheet, in the API's order of priority; rules that it does not know are left out. */
export function conditionalFormats(sheet: SheetState, context: ConditionContext): ConditionalFormat[] {
  const result: ConditionalFormat[] = [];
  sheet.conditionalFormats.forEach((entry, index) => {
    const ranges = objectsOf(entry.ranges).map((range) => printRect(gridRect(range, sheet)));
    if (!ranges.length) return;
    const rule = entry.gradientRule
      ? scaleRule(objectOf(entry.gradientRule))
      : cellRule(objectOf(entry.booleanRule), context, ranges[0]!);
    if (!rule) return;
    const id = `${sheet.sheetId}-rule-${index}`;
    result.push({ id, ranges, rule, stopIfTrue: true } as unknown as ConditionalFormat);
  });
  return result;
}

function cellRule(rule: JsonObject, context: ConditionContext, firstRange: string): object | undefined {
  const condition = objectOf(rule.condition);
  const criterion = engineCriterion(condition, context);
  if (!criterion) return undefined;
  const style = engineStyle(objectOf(rule.format)) ?? {};
  const { type: operator, ...rest } = criterion;
  if (context.forFile) {
    const formula = fileFormula(criterion, String(condition.type), firstRange.split(':')[0]!);
    if (formula) return { type: 'CellIsRule', operator: 'customFormula', values: [formula], style };
  }
  return { type: 'CellIsRule', operator, ...rest, style };
}

const COMPARISONS: Record<string, string> = {
  isGreaterThan: '>',
  isGreaterOrEqualTo: '>=',
  isLessThan: '<',
  isLessOrEqualTo: '<=',
  isEqual: '=',
  isNotEqual: '<>',
};

/** In a file an empty cell counts as 0 in comparisons; in Google it never matches a comparison of numbers. */
function fileFormula(criterion: Criterion, type: string, cell: string): string | undefined {
  const [first = '', second = ''] = criterion.values.map((value) =>
    type.startsWith('TEXT') ? `"${value.replaceAll('"', '""')}"` : value.replace(/^=/, ''),
  );
  const sign = COMPARISONS[criterion.type];
  if (sign && type.startsWith('TEXT')) return `=${cell}${sign}${first}`;
  if (sign) return `=AND(ISNUMBER(${cell}),${cell}${sign}${first})`;
  const between = `AND(${cell}>=${first},${cell}<=${second})`;
  if (type === 'NUMBER_BETWEEN') return `=AND(ISNUMBER(${cell}),${between})`;
  if (type === 'NUMBER_NOT_BETWEEN') return `=AND(ISNUMBER(${cell}),NOT(${between}))`;
  return undefined;
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
