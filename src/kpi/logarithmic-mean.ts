/**
 * The logarithmic mean L(a, b) = (a − b) ÷ (ln a − ln b), with L(a, a) = a. Of two numbers below 0 it is the
 * mirrored one; both must have the same sign.
 * Source: the weight function of the logarithmic mean Divisia index (Ang, Zhang and Choi 1998).
 * @example logarithmicMean(2, 1) //=> 1.4426950408889634
 */
export const logarithmicMean = (a: number, b: number): number => {
  const excess = (a - b) / b;
  if (excess === 0) return a;
  // log1p keeps its digits where a and b are close, the logarithm of their ratio where they are far apart.
  const logRatio = Math.abs(excess) < 0.5 ? Math.log1p(excess) : Math.log(a / b);
  return Number.isFinite(logRatio)
    ? (a - b) / logRatio
    : (a - b) / (Math.log(Math.abs(a)) - Math.log(Math.abs(b)));
};
