/**
 * A figure as a person would type it into a field: whole from 10,000 on, below that in five digits; money in cents.
 * @example typed(30699.9891435) //=> '30700'
 * @example typed(30699.9891435, 'money') //=> '30699.99'
 */
export function typed(value: number, unit = ''): string {
  const whole = Math.floor(Math.log10(Math.abs(value))) + 1;
  const digits = Math.min(15, Math.max(5, whole + (unit === 'money' ? 2 : 0)));
  return String(Number(value.toPrecision(digits)));
}
