/** `Utilities.formatString`: text with `%s`, `%d`, `%.2f` and the like. */
import { ScriptError } from '../service.ts';

type Spec = { flags: string; width: number; precision: number | undefined; kind: string };

function digits(value: number, spec: Spec): string {
  const size = Math.abs(value);
  if (spec.kind === 'd' || spec.kind === 'i') return String(Math.trunc(size));
  if (spec.kind === 'x') return Math.trunc(size).toString(16);
  if (spec.kind === 'X') return Math.trunc(size).toString(16).toUpperCase();
  if (spec.kind === 'o') return Math.trunc(size).toString(8);
  if (spec.kind === 'e') return size.toExponential(spec.precision ?? 6).replace(/e([+-])(\d)$/, 'e$10$2');
  return size.toFixed(spec.precision ?? 6);
}

function grouped(text: string): string {
  const [whole = '', fraction] = text.split('.');
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? groups : `${groups}.${fraction}`;
}

function numeric(value: unknown, spec: Spec): string {
  const amount = Number(value);
  if (Number.isNaN(amount))
    throw new ScriptError(`Format specifier %${spec.kind} does not fit the value ${String(value)}.`);
  const plain = digits(amount, spec);
  const body = spec.flags.includes(',') ? grouped(plain) : plain;
  const sign = amount < 0 ? '-' : spec.flags.includes('+') ? '+' : '';
  const zeros = spec.flags.includes('0') && !spec.flags.includes('-') ? spec.width - sign.length : 0;
  return sign + body.padStart(zeros, '0');
}

/**
 * Fills a template: `%s` text, `%d` whole numbers, `%f` and `%e` with a precision, `%x`, `%o`, `%c`, `%%`; with width
 * and the flags `-`, `+`, `0` and `,`.
 *
 * @example formatString('%s: %05.1f', ['a', 2]) // 'a: 002.0'
 */
export function formatString(template: string, values: readonly unknown[]): string {
  let next = 0;
  return template.replace(
    /%([-+0, #]*)(\d*)(?:\.(\d+))?([sdifxXoec%])/g,
    (_, flags: string, width: string, precision: string | undefined, kind: string) => {
      if (kind === '%') return '%';
      if (next >= values.length) throw new ScriptError(`Format specifier '%${kind}' has no argument.`);
      const value = values[next++];
      const spec: Spec = {
        flags,
        width: Number(width || 0),
        precision: precision === undefined ? undefined : Number(precision),
        kind,
      };
      const text =
        kind === 's' || kind === 'c' ? String(value).slice(0, spec.precision) : numeric(value, spec);
      return flags.includes('-') ? text.padEnd(spec.width) : text.padStart(spec.width);
    },
  );
}
