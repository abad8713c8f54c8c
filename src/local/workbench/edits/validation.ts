/** Commands on data validation. */

import { parseCells } from '../../document/a1.ts';
import type { DocumentState, JsonObject } from '../../document/model.ts';
import { toModelData } from '../../engine/model-data.ts';
import type { EngineCommand } from '../messages.ts';
import { gridRange, type Operation, request, type Zone } from './operation.ts';

type Rule = {
  id: string;
  criterion: { type: string; values?: string[]; displayStyle?: string };
  isBlocking?: boolean;
};

/** Ranges of the rules that grids made, by the rule's id: the document's rules have none. */
export type RuleRanges = Map<string, JsonObject[]>;

/** Undefined where the command is not about validation, or has a condition that the API spells in another way. */
export function validationOperations(
  command: EngineCommand,
  document: DocumentState,
  rules: RuleRanges,
): Operation[] | undefined {
  if (command.type === 'REMOVE_DATA_VALIDATION_RULE')
    return remove(String(command.id), command, document, rules);
  if (command.type !== 'ADD_DATA_VALIDATION_RULE') return undefined;
  const rule = command.rule as Rule;
  const condition = apiCondition(rule.criterion);
  if (!condition) return undefined;
  const ranges = (command.ranges as { _zone: Zone; _sheetId: string }[]).map(({ _zone, _sheetId }) =>
    gridRange(Number(_sheetId), _zone),
  );
  // A rule that was there before gives way, where it was too.
  const before = remove(rule.id, command, document, rules) ?? [];
  rules.set(rule.id, ranges);
  const strict = rule.isBlocking ?? false;
  const showCustomUi = rule.criterion.displayStyle !== 'plainText';
  return [
    ...before,
    ...ranges.map((range) =>
      request('setDataValidation', { range, rule: { condition, strict, showCustomUi } }),
    ),
  ];
}

function remove(
  id: string,
  { sheetId }: EngineCommand,
  document: DocumentState,
  rules: RuleRanges,
): Operation[] | undefined {
  const ranges = rules.get(id) ?? loadedRanges(id, Number(sheetId), document);
  rules.delete(id);
  return ranges?.map((range) => request('setDataValidation', { range }));
}

/** The ranges of a rule that the grid found in the document when it was loaded. */
function loadedRanges(id: string, sheetId: number, document: DocumentState): JsonObject[] | undefined {
  const [sheet] = toModelData(document, { sheetIds: new Set([sheetId]) }).sheets;
  const rule = sheet?.dataValidationRules.find((candidate) => candidate.id === id);
  return rule?.ranges.map((name) => {
    const { startRow, endRow, startColumn, endColumn } = parseCells(name) ?? {};
    return {
      sheetId,
      startRowIndex: startRow ?? 0,
      startColumnIndex: startColumn ?? 0,
      ...(endRow === undefined ? {} : { endRowIndex: endRow }),
      ...(endColumn === undefined ? {} : { endColumnIndex: endColumn }),
    };
  });
}

function apiCondition(criterion: Rule['criterion']): JsonObject | undefined {
  const values = (criterion.values ?? []).map((value) => ({ userEnteredValue: String(value) }));
  if (criterion.type === 'isBoolean') return { type: 'BOOLEAN' };
  if (criterion.type === 'isValueInList') return { type: 'ONE_OF_LIST', values };
  if (criterion.type === 'isValueInRange') {
    return {
      type: 'ONE_OF_RANGE',
      values: values.map(({ userEnteredValue }) => ({ userEnteredValue: `=${userEnteredValue}` })),
    };
  }
  return undefined;
}
