import type { NodeFigures, TreeFigures, TreeState } from '../../src/addon/tree-api.ts';
import { formatNumber } from '../../src/text/format.ts';
import { idOf } from './edits.ts';
import type { Language, Say, TextCode } from './language.ts';
import { textOf } from './nodes.ts';

export type Tone = 'good' | 'warn' | 'bad' | 'quiet';

/** What a card says of a KPI, in words and figures with their units. */
export type CardFacts = {
  readonly actual: string;
  readonly target: string;
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
  return {
    actual: isWaiting ? '' : actual || words('PIC_NO_DATA'),
    target: isWaiting ? '' : plan === '' ? words('PIC_NO_TARGET') : words('PIC_TARGET', { value: plan }),
    attainment:
      typeof known?.attainment === 'number' ? formatNumber(known.attainment, 'percent', language) : '',
    sign,
    statusWord: words(word),
    tone,
    effect: effectText(known?.effect ?? null, unitOf(state, figures, root), speech),
  };
}
