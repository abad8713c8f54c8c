/** Commands on data validation. */
import type { DocumentState, JsonObject } from '../../document/model.ts';
import type { EngineCommand } from '../messages.ts';
import { gridRange, type Operation, request, type Zone } from './operation.ts';

type Rule = {
  id: string;
  criterion: { type: string; values?: string[]; displayStyle?: string };
  isBlocking?: boolean;
};

/** Undefined where the command is not about validation, or has a condition that the API spells in another way. */
export function validationOperations(
  command: EngineCommand,
  _document: DocumentState,
): Operation[] | undefined {
  if (command.type !== 'ADD_DATA_VALIDATION_RULE') return undefined;
  const rule = command.rule as Rule;
  const condition = apiCondition(rule.criterion);
  if (!condition) return undefined;
  const ranges = command.ranges as { _zone: Zone; _sheetId: string }[];
  return ranges.map(({ _zone, _sheetId }) =>
    request('setDataValidation', {
      range: gridRange(Number(_sheetId), _zone),
      rule: {
        condition,
        strict: rule.isBlocking ?? false,
        showCustomUi: rule.criterion.displayStyle !== 'plainText',
      },
    }),
  );
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
