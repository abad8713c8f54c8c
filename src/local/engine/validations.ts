/** Data validation of cells as the engine's rules. */
import type { DataValidationRuleData } from '@odoo/o-spreadsheet';
import { objectOf } from '../document/json.ts';
import type { JsonObject, SheetState } from '../document/model.ts';
import { type ConditionContext, type Criterion, engineCriterion } from './conditions.ts';
import { ZoneMap, type ZoneTable } from './zones.ts';

/** Excel refuses a file with a longer list inside a rule. */
const LONGEST_FILE_LIST = 255;
const FILE_TYPES =
  /^(?:dateIs(?!Valid)|isValueIn|customFormula|is(?:Not)?(?:Equal$|Between)|is(?:Greater|Less))/;

/** The engine's rules of a sheet: one for every different rule, with all its cells. */
export function validationRules(sheet: SheetState, context: ConditionContext): DataValidationRuleData[] {
  const table: ZoneTable<JsonObject> = new Map();
  const cells = new ZoneMap(table);
  sheet.cells.forEach((row, rowIndex) => {
    row?.forEach((cell, column) => {
      if (typeof cell === 'object' && cell.validation) cells.set(rowIndex, column, cell.validation);
    });
  });
  const ranges = new Map<number, string[]>();
  for (const [zone, id] of Object.entries(cells.zones())) ranges.set(id, [...(ranges.get(id) ?? []), zone]);
  const rules: DataValidationRuleData[] = [];
  for (const { id, value } of table.values()) {
    const criterion = ruleCriterion(value, context);
    if (!criterion) continue;
    rules.push({
      id: `${sheet.sheetId}-validation-${id}`,
      criterion,
      isBlocking: value.strict === true,
      ranges: ranges.get(id) ?? [],
    } as unknown as DataValidationRuleData);
  }
  return rules;
}

function ruleCriterion(rule: JsonObject, context: ConditionContext): object | undefined {
  const criterion = engineCriterion(objectOf(rule.condition), context);
  if (!criterion) return undefined;
  if (context.forFile) return fileCriterion(criterion);
  // The engine compares texts under a name of its own in validation.
  if (objectOf(rule.condition).type === 'TEXT_EQ') return { ...criterion, type: 'isEqualText' };
  if (criterion.type.startsWith('isValueIn')) {
    return { ...criterion, displayStyle: rule.showCustomUi === false ? 'plainText' : 'chip' };
  }
  return criterion;
}

function fileCriterion(criterion: Criterion): object | undefined {
  if (criterion.type === 'isBoolean') {
    return { type: 'isValueInList', values: ['TRUE', 'FALSE'], displayStyle: 'arrow' };
  }
  if (criterion.type === 'isValueInList') {
    const unwritable = criterion.values.some((value) => /[,"]/.test(value));
    if (unwritable || criterion.values.join(',').length > LONGEST_FILE_LIST) return undefined;
  }
  return FILE_TYPES.test(criterion.type) ? { displayStyle: 'arrow', ...criterion } : undefined;
}
