import { type AttainmentMethod, attainment, baselineAttainment } from '../../kpi/attainment.ts';
import { type Fault, faultOf, isFault } from '../../kpi/fault.ts';
import type { Cell } from '../../kpi/issue.ts';
import { roi } from '../../kpi/roi.ts';
import { statusOf } from '../../kpi/status.ts';
import { choiceKey } from '../../workbook/choices.ts';
import { DIRECTIONS } from '../../workbook/sheets/choices.ts';
import { type Argument, broadcast, type Result } from './broadcast.ts';

function methodOf(direction: Cell): AttainmentMethod | Fault {
  if (direction === null) return 'up';
  const key = choiceKey(DIRECTIONS, direction);
  return key === null ? faultOf('UNKNOWN_METHOD') : (key as AttainmentMethod);
}

function attainmentOf(actual: Cell, target: Cell, direction: Cell, baseline: Cell): number | null | Fault {
  if (actual === null || target === null) return null;
  if (baseline !== null) return baselineAttainment(actual, target, baseline);
  const method = methodOf(direction);
  return isFault(method) ? method : attainment(actual, target, method);
}

/** See `surface.ts`, which holds the texts that people see in Sheets. */
export function KPI_ATTAINMENT(
  actual: Argument,
  target: Argument,
  direction: Argument,
  baseline: Argument,
): Result {
  return broadcast([actual, target, direction, baseline], attainmentOf);
}

const DEFAULT_LABELS = ['● Green', '▲ Amber', '■ Red'] as const;
const ORDER = ['green', 'amber', 'red'] as const;

/** Three labels as a range of three cells, or as one text with `|` or `,` between them. */
function labelsOf(labels: Argument): readonly string[] {
  if (Array.isArray(labels)) return labels.flat().map(String);
  const text = labels === undefined || labels === null ? '' : String(labels);
  return text === '' ? DEFAULT_LABELS : text.split(/[|,，]/).map((label) => label.trim());
}

export function KPI_STATUS(
  attainments: Argument,
  green: Argument,
  amber: Argument,
  labels: Argument,
): Result {
  const names = labelsOf(labels);
  return broadcast([attainments, green, amber], (value, from, almost) => {
    const status = statusOf(value, from ?? undefined, almost ?? undefined);
    if (status === null || isFault(status)) return status;
    return names[ORDER.indexOf(status)] ?? status;
  });
}

export function KPI_ROI(revenue: Argument, cost: Argument, margin: Argument): Result {
  return broadcast([revenue, cost, margin], (earned, spent, share) =>
    earned === null || spent === null ? null : roi(earned, spent, share ?? undefined),
  );
}
