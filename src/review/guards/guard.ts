import { say, type TextCode, type Voice } from '../../text/index.ts';
import type { GuardKind, GuardLine } from '../model-sections.ts';

type Parts = Omit<GuardLine, 'kind' | 'text' | 'owner' | 'found' | 'limit' | 'unit'> &
  Partial<Pick<GuardLine, 'owner' | 'found' | 'limit' | 'unit'>>;

/**
 * A line of the guards with its sentence.
 * @param voice Who speaks.
 * @param kind What kind of guard it is.
 * @param parts What it is about, and what was found.
 * @param code Its sentence.
 * @param values Fillings of the sentence, formatted already.
 */
export function guardLine(
  voice: Voice,
  kind: GuardKind,
  parts: Parts,
  code: TextCode,
  values: Readonly<Record<string, string | number>>,
): GuardLine {
  const usual = { owner: '', found: null, limit: null, unit: 'count' };
  return { ...usual, ...parts, kind, text: say(voice, code, values) };
}
