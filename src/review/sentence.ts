import { formatNumber } from '../text/format.ts';
import { type Language, say, type TextCode, type Voice } from '../text/index.ts';
import type { Sentence, TreeLine } from './model.ts';

/** Who speaks, and how figures are written. */
export type Context = { readonly voice: Voice; readonly language: Language; readonly currency: string };

/** A sentence with its code and values kept, so that data and text never part. */
export function sentence(
  voice: Voice,
  code: TextCode,
  values: Readonly<Record<string, string | number>> = {},
): Sentence {
  return { code, values, text: say(voice, code, values) };
}

/** A figure in the unit of a KPI. */
export function shown(value: number, { unit }: Pick<TreeLine, 'unit'>, context: Context): string {
  return formatNumber(value, unit, context.language, context.currency);
}

/** A change in the unit of a KPI, with its sign. */
export function signed(value: number, line: Pick<TreeLine, 'unit'>, context: Context): string {
  return (value < 0 ? '−' : '+') + shown(Math.abs(value), line, context);
}

/** Who answers for a KPI, in brackets; nothing where nobody does. */
export function ownerText({ owner }: Pick<TreeLine, 'owner'>, voice: Voice): string {
  return owner === '' ? '' : say(voice, 'HEAD_OWNER', { owner });
}
