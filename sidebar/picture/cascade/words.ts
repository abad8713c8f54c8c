import type { FaultCode } from '../../../src/kpi/fault.ts';
import { MIN_HISTORY } from '../../../src/kpi/reality.ts';
import { inARow } from '../../../src/text/row.ts';
import { type Speech, shownNumber, type Tone } from '../facts.ts';
import type { TextCode } from '../language.ts';
import type { Line } from './plan.ts';

const WHY: Partial<Record<FaultCode, TextCode>> = {
  NEEDS_BASELINE: 'CAS_WHY_BASELINE',
  NEEDS_POSITIVE: 'CAS_WHY_POSITIVE',
  ALL_LOCKED: 'CAS_WHY_LOCKED',
  CANNOT_CLOSE: 'CAS_WHY_CONTRARY',
  TOO_LARGE: 'CAS_WHY_LARGE',
  ZERO_DENOMINATOR: 'CAS_WHY_ZERO',
};

/** Code of the sentence that says why there is no target. */
export const whyCode = (fault: FaultCode): TextCode => WHY[fault] ?? 'CAS_WHY_INPUT';

export type Judgement = { readonly text: string; readonly sign: string; readonly tone: Tone };

const QUIET = { sign: '', tone: 'quiet' } as const;
const GOOD = { sign: '●', tone: 'good' } as const;
const WARN = { sign: '▲', tone: 'warn' } as const;
const BAD = { sign: '■', tone: 'bad' } as const;

function byPast({ reality, reached }: Line, shown: (value: number) => string, { words }: Speech): Judgement {
  if (reality === null || reached === null) return { ...QUIET, text: words('CAS_NO_PAST') };
  const { weeks, of } = reached;
  const values = { weeks, of, best: shown(reached.best) };
  if (reality.periods < MIN_HISTORY) return { ...QUIET, text: words('CAS_FEW', { count: reality.periods }) };
  const isFlagged = (code: string): boolean => reality.flags.some((flag) => flag.code === code);
  if (isFlagged('BEYOND_BEST')) return { ...BAD, text: words('CAS_FAR', values) };
  if (weeks === 0) return { ...WARN, text: words('CAS_BEYOND', values) };
  if (isFlagged('BEYOND_P90')) return { ...WARN, text: words('CAS_RARE', values) };
  return { ...GOOD, text: words('CAS_REACHED', values) };
}

/**
 * What a target asks of those at the bottom, in plain words: what it is for a week, and whether a week ever was as good.
 * @param line The KPI. @param unit Its unit. @param accumulates Whether its target is the total of the period.
 */
export function judgementOf(
  line: Line,
  unit: string,
  accumulates: boolean,
  speech: Speech,
): Judgement | null {
  const { words, language } = speech;
  if (line.isIdle) return { ...QUIET, text: words('CAS_IDLE') };
  if (line.fault !== null) return { ...BAD, text: words(whyCode(line.fault)) };
  if (line.perWeek === null) return null;
  const shown = (value: number): string => shownNumber(value, unit, speech);
  const past = byPast(line, shown, speech);
  const outside = line.reality?.flags.find(({ code }) => code === 'OUTSIDE_BENCHMARK');
  const benchmark = outside === undefined ? [] : [words('CAS_BENCHMARK', { limit: shown(outside.limit) })];
  const week = accumulates ? `${words('CAS_A_WEEK', { value: shown(line.perWeek) })} · ` : '';
  const tone = outside !== undefined && past.tone !== 'bad' ? WARN : { sign: past.sign, tone: past.tone };
  return { ...tone, text: week + inARow([past.text, ...benchmark], language) };
}
