import { concentration } from '../../kpi/concentration.ts';
import { itemTest, proportionTest, sampleSize } from '../../kpi/experiment.ts';
import {
  type FaultCode,
  faultOf,
  type Input,
  isBlank,
  isFault,
  isNumber,
  numberOf,
} from '../../kpi/fault.ts';
import type { Cell as DomainCell } from '../../kpi/issue.ts';
import { mixAndRate } from '../../kpi/mix.ts';
import { type XmrPoint, xmr } from '../../kpi/xmr.ts';
import { type Argument, cellsOf, given, isRange, type Result, type Rows, type Scalar } from './argument.ts';
import { broadcast, broadcastRows } from './broadcast.ts';
import { experimentKind } from './experiment-kind.ts';
import { inputsOf, orRefuse, refuseFault, shownValue } from './fault.ts';

// What people see of these functions in Sheets (texts, parameters, examples) stands in surface.ts.

export function KPI_MIX_RATE(
  weights_before: Argument,
  rates_before: Argument,
  weights_after: Argument,
  rates_after: Argument,
): Rows {
  const columns = [weights_before, rates_before, weights_after, rates_after].map(inputsOf);
  const [w0, r0, w1, r1] = columns as [Input[], Input[], Input[], Input[]];
  const result = orRefuse(mixAndRate(w0, r0, w1, r1));
  if (!isRange(weights_before)) orRefuse(result.rate[0]);
  return w0.map((_, row) => {
    const isEmpty = columns.every((cells) => isBlank(cells[row]));
    return isEmpty ? ['', ''] : [shownValue(result.rate[row]), shownValue(result.mix[row])];
  });
}

/** Beyond this, ranges between values may be too large for a double. */
const LARGEST = 1e300;

function chartRow(cell: DomainCell, { limits, signal }: XmrPoint, missing: FaultCode): Scalar[] {
  const value = numberOf(cell);
  if (value === null) return ['', '', '', ''];
  const code = isFault(value) ? `#${value.fault}` : `#${missing}`;
  if (isFault(value) || limits === null) return [code, code, code, ''];
  return [limits.centre, limits.lower, limits.upper, signal];
}

export function KPI_XMR(values: Argument): Rows {
  const cells = cellsOf(values);
  if (!isRange(values)) {
    const single = orRefuse(numberOf(cells[0]), cells);
    if (single !== null) refuseFault(faultOf('NOT_ENOUGH_DATA'));
  }
  // What is no number is a period that was not measured; its own row says so.
  const numbers = cells.map(numberOf).map((value) => (isNumber(value) ? value : null));
  const isTooLarge = numbers.some((value) => value !== null && Math.abs(value) > LARGEST);
  const missing = isTooLarge ? 'OUT_OF_RANGE' : 'NOT_ENOUGH_DATA';
  return xmr(numbers).map((point, row) => chartRow(cells[row] ?? null, point, missing));
}

export function KPI_AB_TEST(
  conversions_a: Argument,
  visitors_a: Argument,
  conversions_b: Argument,
  visitors_b: Argument,
  kind: Argument,
): Rows {
  return broadcastRows(
    [conversions_a, visitors_a, conversions_b, visitors_b, kind],
    5,
    (xA, nA, xB, nB, word) => {
      const rule = experimentKind(word);
      if (rule === 'pairs' || isFault(rule)) return rule === 'pairs' ? null : rule;
      const test = proportionTest(xA, nA, xB, nB);
      return test === null || isFault(test) ? test : [test.difference, test.z, test.p, test.low, test.high];
    },
  );
}

export function KPI_ITEM_TEST(rates_a: Argument, rates_b: Argument): Rows {
  const [a, b] = [cellsOf(rates_a), cellsOf(rates_b)];
  const { ratio, t, p, low, high } = orRefuse(itemTest(a, b), [...a, ...b]);
  return [[ratio, t, p, low, high]];
}

export function KPI_SAMPLE_SIZE(
  rate_a: Argument,
  rate_b: Argument,
  alpha: Argument,
  power: Argument,
): Result {
  return broadcast([rate_a, rate_b, alpha, power], (a, b, error, strength) =>
    sampleSize(a, b, given(error), given(strength)),
  );
}

export function KPI_CONCENTRATION(values: Argument): Result {
  const cells = cellsOf(values);
  return orRefuse(concentration(cells), cells)?.herfindahl ?? '';
}
