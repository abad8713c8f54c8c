import { concentration } from '../../kpi/concentration.ts';
import { itemTest, proportionTest, sampleSize } from '../../kpi/experiment.ts';
import { faultOf, type Input, isBlank, isFault, numberOf } from '../../kpi/fault.ts';
import { mixAndRate } from '../../kpi/mix.ts';
import { xmr } from '../../kpi/xmr.ts';
import { type Argument, cellsOf, given, isRange, type Result, type Rows, type Scalar } from './argument.ts';
import { alike, broadcast, broadcastRows, type Method } from './broadcast.ts';
import { inputsOf, orRefuse, refuseFault, shownValue } from './fault.ts';

// What people see of these functions in Sheets (texts, parameters, examples) stands in surface.ts.

export function KPI_MIX_RATE(
  weights_before: Argument,
  rates_before: Argument,
  weights_after: Argument,
  rates_after: Argument,
): Rows {
  const args = [weights_before, rates_before, weights_after, rates_after];
  const columns = alike(args).map(inputsOf);
  const [w0, r0, w1, r1] = columns as [Input[], Input[], Input[], Input[]];
  const result = orRefuse(mixAndRate(w0, r0, w1, r1));
  if (!args.some(isRange)) orRefuse(result.rate[0]);
  return w0.map((_, row) => {
    const isEmpty = columns.every((cells) => isBlank(cells[row]));
    return isEmpty ? ['', ''] : [shownValue(result.rate[row]), shownValue(result.mix[row])];
  });
}

export function KPI_XMR(values: Argument): Rows {
  const cells = cellsOf(values);
  if (!isRange(values)) {
    const single = orRefuse(numberOf(cells[0]), cells);
    if (single !== null) refuseFault(faultOf('NOT_ENOUGH_DATA'));
  }
  return xmr(inputsOf(cells)).map(({ limits, fault, signal }, row) => {
    if (isBlank(cells[row])) return ['', '', '', ''];
    const code = shownValue(fault);
    return fault || !limits ? [code, code, code, ''] : [limits.centre, limits.lower, limits.upper, signal];
  });
}

/** The cells of a test of two proportions: difference, z, p, and the ends of the interval. */
export const abCells: Method<readonly Scalar[]> = (xA, nA, xB, nB) => {
  const test = proportionTest(xA, nA, xB, nB);
  return test === null || isFault(test) ? test : [test.difference, test.z, test.p, test.low, test.high];
};

export function KPI_AB_TEST(
  conversions_a: Argument,
  visitors_a: Argument,
  conversions_b: Argument,
  visitors_b: Argument,
): Rows {
  return broadcastRows([conversions_a, visitors_a, conversions_b, visitors_b], 5, abCells);
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
