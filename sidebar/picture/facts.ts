import type { NodeFigures, TreeFigures, TreeRow, TreeState } from '../../src/addon/tree-api.ts';
import { ownersIn } from '../../src/kpi/owners.ts';
import { formatDay, formatNumber } from '../../src/text/format.ts';
import { listed } from '../../src/text/row.ts';
import { daysOf } from '../tree/target-at.ts';
import { idOf } from './edits.ts';
import type { Language, Say, TextCode } from './language.ts';
import { shownText, textOf } from './nodes.ts';

export type Tone = 'good' | 'warn' | 'bad' | 'quiet';

/** What a card says of a KPI, in words and figures with their units. */
export type CardFacts = {
  readonly actual: string;
  readonly target: string;
  /** Who answers for it; people in place of roles. */
  readonly owner: string;
  readonly attainment: string;
  /** Sign and word of the status, and its colour: colour is never the only one. */
  readonly sign: string;
  readonly statusWord: string;
  readonly tone: Tone;
  readonly effect: string;
};

const STATUS: Readonly<Record<NodeFigures['status'], { sign: string; tone: Tone; word: TextCode }>> = {
  green: { sign: '●', tone: 'good', word: 'PIC_GREEN' },
  amber: { sign: '▲', tone: 'warn', word: 'PIC_AMBER' },
  red: { sign: '■', tone: 'bad', word: 'PIC_RED' },
  '': { sign: '', tone: 'quiet', word: 'PIC_NO_STATUS' },
};

/** How the picture speaks: language, words, and the currency of money. */
export type Speech = { readonly language: Language; readonly words: Say; readonly currency: string };

/** A number in a unit of a KPI; the sheet calls "times" a ratio. */
export function shownNumber(value: number, unit: string, { language, currency }: Speech): string {
  return formatNumber(value, unit === 'ratio' ? 'times' : unit, language, currency);
}

function effectText(effect: number | null, rootUnit: string, speech: Speech): string {
  if (effect === null) return '';
  const sign = effect > 0 ? '+' : effect < 0 ? '−' : '';
  return speech.words('PIC_EFFECT', { value: sign + shownNumber(Math.abs(effect), rootUnit, speech) });
}

/** The unit of a row: as the data say, else as the sheet does. */
export function unitOf(state: TreeState, figures: TreeFigures | null, row: number): string {
  const from = state.rows[row];
  if (from === undefined) return '';
  return figures?.nodes[idOf(from)]?.unit || textOf(from.unit);
}

/** A day without its year, where that is the running one. */
function shortDay(day: string, { today }: TreeState, language: Language): string {
  const text = formatDay(day, language);
  return day.slice(0, 4) === today.slice(0, 4) ? text.replace(/, \d+$|^\d+年/, '') : text;
}

/** The target that a KPI has from a day on that is not all of the week before; empty where there is none. */
function nextTarget(
  state: TreeState,
  known: NodeFigures | undefined,
  from: TreeRow | undefined,
  unit: string,
  speech: Speech,
): string {
  const [first] = [...state.targets]
    .reverse()
    .filter(({ node, to }) => from && node === idOf(from) && to >= state.today)
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  if (first === undefined) return '';
  const { words, language } = speech;
  const week = (value: number): string =>
    known?.accumulates
      ? words('CAS_A_WEEK', { value: shownNumber((value * 7) / daysOf(first), unit, speech) })
      : shownNumber(value, unit, speech);
  const ends = first.target === null ? [first.low, first.high] : [first.target];
  const value = ends.map((end) => (end === null ? '' : week(end))).join('–');
  return words('PIC_NEXT', { value, day: shortDay(first.from, state, language) });
}

/**
 * What the card of a KPI says.
 * @param row Its number.
 * @param root Number of the goal above it, in whose unit effects are.
 * @param figures Null until they have come: the card then has no figures.
 */
export function cardFacts(
  state: TreeState,
  figures: TreeFigures | null,
  row: number,
  root: number,
  speech: Speech,
): CardFacts {
  const from = state.rows[row];
  const known = from === undefined ? undefined : figures?.nodes[idOf(from)];
  const { words, language } = speech;
  const unit = unitOf(state, figures, row);
  const { sign, tone, word } = STATUS[known?.status ?? ''];
  const actual = typeof known?.actual === 'number' ? shownNumber(known.actual, unit, speech) : '';
  // The currency stands before the actual value.
  const bare = { ...speech, currency: '' };
  const plan = typeof known?.plan === 'number' ? shownNumber(known.plan, unit, bare) : '';
  const isWaiting = figures === null;
  const next = plan === '' && !isWaiting ? nextTarget(state, known, from, unit, bare) : '';
  const owner = listed(ownersIn(shownText(from?.owner ?? null), state.team).names, language);
  return {
    actual: isWaiting ? '' : actual || words('PIC_NO_DATA'),
    target: isWaiting
      ? ''
      : plan === ''
        ? next || words('PIC_NO_TARGET')
        : words('PIC_TARGET', { value: plan }),
    owner,
    attainment:
      typeof known?.attainment === 'number' ? formatNumber(known.attainment, 'percent', language) : '',
    sign,
    statusWord: words(word),
    tone,
    effect: effectText(known?.effect ?? null, unitOf(state, figures, root), speech),
  };
}
