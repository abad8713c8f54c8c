import {
  type AttainmentMethod,
  attainment,
  bandAttainment,
  baselineAttainment,
} from '../../kpi/attainment.ts';
import { type Fault, faultOf, isBlank, isFault, numberOf } from '../../kpi/fault.ts';
import { requiredGrowth } from '../../kpi/pace.ts';
import { rate } from '../../kpi/rate.ts';
import { breakEvenRoas, roas, roi } from '../../kpi/roi.ts';
import { score } from '../../kpi/score.ts';
import { statusOf } from '../../kpi/status.ts';
import { say } from '../../text/index.ts';
import { choiceKey } from '../../workbook/choices.ts';
import { DIRECTIONS } from '../../workbook/sheets/choices.ts';
import { type Argument, type Cell, cellsOf, given, isLeftOut, type Result, singleOf } from './argument.ts';
import { alike, broadcast } from './broadcast.ts';
import { withIsoDates } from './dates.ts';
import { cellLanguage, orRefuse, refuse } from './fault.ts';

// What people see of these functions in Sheets (texts, parameters, examples) stands in surface.ts.

function methodOf(direction: Cell): AttainmentMethod | Fault {
  if (isBlank(direction) || direction === 'up') return 'up';
  if (direction === 'down' || direction === 'down-ratio') return direction;
  const key = choiceKey(DIRECTIONS, direction);
  return key === null ? faultOf('UNKNOWN_METHOD') : (key as AttainmentMethod);
}

function attainmentOf(actual: Cell, target: Cell, direction: Cell, baseline: Cell): number | null | Fault {
  if (!isBlank(baseline)) return baselineAttainment(actual, target, baseline);
  if (isBlank(actual) || isBlank(target)) return null;
  const method = methodOf(direction);
  return isFault(method) ? method : attainment(actual, target, method);
}

export function KPI_ATTAINMENT(
  actual: Argument,
  target: Argument,
  direction: Argument,
  baseline: Argument,
): Result {
  return broadcast([actual, target, direction, baseline], attainmentOf);
}

export function KPI_BAND_ATTAINMENT(actual: Argument, low: Argument, high: Argument): Result {
  return broadcast([actual, low, high], bandAttainment);
}

const ORDER = ['green', 'amber', 'red'] as const;

/** Three labels as a range of three cells, or as one text with `|` or `,` between them. */
function labelsOf(labels: Argument): readonly string[] {
  if (isLeftOut(labels)) {
    const language = cellLanguage();
    return [say(language, 'STATUS_GREEN'), say(language, 'STATUS_AMBER'), say(language, 'STATUS_RED')];
  }
  const cells = cellsOf(withIsoDates([labels])[0]);
  const names = cells.length === 1 ? String(cells[0]).split(/[|｜,，;；、]/) : cells.map(String);
  return names.length === 3 ? names.map((name) => name.trim()) : refuse('FAULT_LABELS');
}

export function KPI_STATUS(attainment: Argument, green: Argument, amber: Argument, labels: Argument): Result {
  const names = labelsOf(labels);
  return broadcast([attainment, green, amber], (value, high, low) => {
    if (isBlank(value)) return null;
    const status = statusOf(value, given(high), given(low));
    return status === null || isFault(status) ? status : (names[ORDER.indexOf(status)] ?? status);
  });
}

export function KPI_SCORE(attainments: Argument, weights: Argument, cap: Argument): Result {
  const [cells = [], amounts = []] = alike([attainments, weights]);
  const highest = orRefuse(numberOf(singleOf(cap)));
  if (highest !== null && highest <= 0) refuse('FAULT_CAP');
  const result = score(cells, isLeftOut(weights) ? undefined : amounts, highest ?? undefined);
  return orRefuse(result, cells) ?? '';
}

export function KPI_RATE(numerator: Argument, denominator: Argument, per: Argument): Result {
  return broadcast([numerator, denominator, per], (part, whole, factor) => rate(part, whole, given(factor)));
}

export function KPI_ROI(revenue: Argument, cost: Argument, margin: Argument): Result {
  return broadcast([revenue, cost, margin], (earned, spent, share) => roi(earned, spent, given(share)));
}

export function KPI_ROAS(revenue: Argument, spend: Argument): Result {
  return broadcast([revenue, spend], roas);
}

export function KPI_BREAK_EVEN_ROAS(margin: Argument): Result {
  return broadcast([margin], breakEvenRoas);
}

export function KPI_REQUIRED_GROWTH(current: Argument, target: Argument, periods: Argument): Result {
  return broadcast([current, target, periods], requiredGrowth);
}
