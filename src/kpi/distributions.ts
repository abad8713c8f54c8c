// Distribution functions to about 1e-14, from their series and continued fractions; no tables.

const SQRT_2PI = Math.sqrt(2 * Math.PI);
const SERIES_UP_TO = 3; // beyond, the series would subtract nearly equal numbers
const FRACTION_TERMS = 120;
const MAX_STEPS = 20_000;
const FARTHEST = 1e150; // whose square is still a double

const density = (z: number): number => Math.exp((-z * z) / 2) / SQRT_2PI;

/** Φ(z) − ½ for small z ≥ 0: φ(z) · (z + z³/3 + z⁵/(3·5) + …). */
const normalSeries = (z: number): number => {
  let term = z;
  let sum = z;
  for (let k = 3; sum + term !== sum; k += 2) {
    term *= (z * z) / k;
    sum += term;
  }
  return density(z) * sum;
};

/** Upper tail for larger z: φ(z) ÷ (z + 1/(z + 2/(z + 3/(…)))). */
const normalFraction = (z: number): number => {
  let value = z;
  for (let k = FRACTION_TERMS; k >= 1; k--) value = z + k / value;
  return density(z) / value;
};

/**
 * Upper tail of the standard normal distribution, P(Z > z), with full relative accuracy far out.
 * Source: series of Laplace and of Marsaglia 2004; continued fraction of Laplace.
 * @example normalTail(1.959963984540054) //=> 0.025
 */
export const normalTail = (z: number): number => {
  if (z < 0) return 1 - normalTail(-z);
  return z < SERIES_UP_TO ? 0.5 - normalSeries(z) : normalFraction(z);
};

/**
 * Standard normal distribution function, P(Z ≤ z).
 * @example normalCdf(1) //=> 0.8413447460685429
 */
export const normalCdf = (z: number): number => normalTail(-z);

/**
 * Two-sided p-value of a z statistic.
 * @example normalTwoSided(1) //=> 0.3173105078629141
 */
export const normalTwoSided = (z: number): number => Math.min(1, 2 * normalTail(Math.abs(z)));

/** The argument at which a falling function takes a value, by halving an interval. */
const solveFalling = (target: number, low: number, high: number, of: (x: number) => number): number => {
  let [a, b] = [low, high];
  for (let step = 0; step < 200; step++) {
    const middle = (a + b) / 2;
    if (middle === a || middle === b) break;
    if (of(middle) > target) a = middle;
    else b = middle;
  }
  return (a + b) / 2;
};

/**
 * Quantile of the standard normal distribution.
 * @param share strictly between 0 and 1.
 * @example normalQuantile(0.975) //=> 1.959963984540054
 */
export const normalQuantile = (share: number): number =>
  share > 0.5 ? solveFalling(1 - share, 0, 40, normalTail) : -solveFalling(share, 0, 40, normalTail);

/** Γ(a + ½) ÷ Γ(a): by recurrence to where the asymptotic series of its logarithm is exact. */
const halfGammaRatio = (a: number): number => {
  let factor = 1;
  let x = a;
  for (; x < 20; x += 1) factor *= x / (x + 0.5);
  const inverse = 1 / x;
  const square = inverse * inverse;
  const series = inverse * (-1 / 8 + square * (1 / 192 + square * (-1 / 640 + (square * 17) / 14336)));
  return factor * Math.sqrt(x) * Math.exp(series);
};

/** Continued fraction of the incomplete beta function (DLMF 8.17.22), by Lentz's method. */
const betaFraction = (x: number, a: number, b: number): number => {
  const tiny = 1e-300;
  const guard = (value: number): number => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / guard(1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let m = 1; m <= MAX_STEPS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / guard(1 + even * d);
    c = guard(1 + even / c);
    result *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / guard(1 + odd * d);
    c = guard(1 + odd / c);
    result *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return result;
};

/**
 * Two-sided p-value of Student's t.
 * @param t statistic. @param df degrees of freedom, > 0, not necessarily whole.
 * Source: p = I(df ÷ (df + t²); df/2, ½), the regularised incomplete beta function.
 * @example studentTwoSided(2, 100) //=> 0.04821217873113368
 */
export const studentTwoSided = (t: number, df: number): number => {
  if (t === 0) return 1;
  if (df > 1e10) return normalTwoSided(t);
  const a = df / 2;
  const square = Math.min(Math.abs(t), FARTHEST) ** 2;
  const [x, rest] = [df / (df + square), square / (df + square)];
  // 1 ÷ B(a, ½) = Γ(a + ½) ÷ (Γ(a) · √π); the logarithm by log1p keeps x^a exact for large df.
  const front =
    (halfGammaRatio(a) / Math.sqrt(Math.PI)) * Math.exp(-a * Math.log1p(square / df)) * Math.sqrt(rest);
  const isLeft = x < (a + 1) / (a + 2.5);
  const p = isLeft ? (front * betaFraction(x, a, 0.5)) / a : 1 - (front * betaFraction(rest, 0.5, a)) / 0.5;
  return Math.min(1, Math.max(0, p));
};

/**
 * Student's t distribution function, P(T ≤ t).
 * @example studentCdf(0, 7) //=> 0.5
 */
export const studentCdf = (t: number, df: number): number => {
  const tail = studentTwoSided(t, df) / 2;
  return t > 0 ? 1 - tail : tail;
};

/**
 * The t that a two-sided interval of this confidence reaches.
 * @param confidence strictly between 0 and 1. @param df > 0.
 * @example studentQuantile(0.95, 10) //=> 2.228138851986…
 */
export const studentQuantile = (confidence: number, df: number): number => {
  let high = 2;
  while (studentTwoSided(high, df) > 1 - confidence && high < 1e150) high *= 2;
  return solveFalling(1 - confidence, 0, high, (t) => studentTwoSided(t, df));
};
