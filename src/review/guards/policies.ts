import { isoDate } from '../../kpi/calendar.ts';
import { dueState } from '../../kpi/due.ts';
import { formatDay } from '../../text/format.ts';
import { textOfCell } from '../../workbook/cells.ts';
import { choiceWord } from '../../workbook/choices.ts';
import { PLATFORMS } from '../../workbook/sheets/choices.ts';
import { cells } from '../../workbook/table.ts';
import { platformOf } from '../facts.ts';
import type { Material } from '../material.ts';
import type { GuardLine } from '../model-sections.ts';
import { guardLine } from './guard.ts';

const EXAMPLES = /^(?:Example:|示例：)/;

/** Platform rules that are to be seen to, and are not. */
export function policyGuards(material: Material): GuardLine[] {
  const { table, settings, today, inCharge } = material;
  const policies = table('policies');
  const { language, warnDays } = settings;
  return cells(policies, 'rule').flatMap((cell, row): GuardLine[] => {
    const name = textOfCell(cell);
    const at = (key: string) => cells(policies, key)[row] ?? null;
    const state = dueState(at('due'), at('done'), today, warnDays);
    const due = at('due');
    if ((state !== 'overdue' && state !== 'soon') || EXAMPLES.test(name) || typeof due !== 'number')
      return [];
    const isLate = state === 'overdue';
    const parts = {
      ...{ status: isLate ? ('red' as const) : ('amber' as const), subject: name, name },
      owner: inCharge.people(textOfCell(at('owner'))),
      ...{ found: Math.floor(due) - today, limit: 0, unit: 'days' },
    };
    const platform = choiceWord(PLATFORMS, platformOf(at('platform')), language);
    const values = { name, platform, day: formatDay(isoDate(Math.floor(due)), language) };
    return [
      guardLine(
        material.voice,
        isLate ? 'policy_overdue' : 'policy_due',
        parts,
        isLate ? 'GUARD_POLICY_LATE' : 'GUARD_POLICY_SOON',
        values,
      ),
    ];
  });
}
