import { formatChange, formatNumber } from '../../text/format.ts';
import { say, type TextCode } from '../../text/index.ts';
import { inARow } from '../../text/row.ts';
import type { Material } from '../material.ts';
import type { Review } from '../model.ts';
import type { Finding } from '../model-sections.ts';
import { ownerText } from '../sentence.ts';
import { CATALOGUE, type FindingKind } from './catalogue.ts';

/** What rules look at: the sections of the review, and what they were made from. */
export type Found = {
  readonly material: Material;
  readonly review: Omit<Review, 'findings' | 'notes' | 'headline'>;
};

/** One rule: call-outs of one or more kinds, the clearest first. */
export type Rule = (found: Found) => readonly Finding[];

type Parts = {
  /** What it is about: with the kind it tells one call-out from another. */
  readonly subject: string;
  readonly owner?: string;
  readonly evidence: string;
  /** Fillings of the sentence, formatted already. */
  readonly values: Readonly<Record<string, string | number>>;
};

/**
 * A call-out with its sentence.
 * @param found For the language.
 * @param kind Of the catalogue.
 * @param parts Subject, owner, evidence and fillings.
 */
export function finding({ material }: Found, kind: FindingKind, parts: Parts): Finding {
  const { subject, owner = '', evidence, values } = parts;
  const { voice, settings } = material;
  const told = (who: string): string => say(voice, `FIND_${kind}`, { ...values, owner: who });
  const text = told(ownerText({ owner }, voice));
  // Where the sentence itself has no place for who is to act, they stand behind it.
  const who = owner !== '' && text === told('') ? [say(voice, 'FIND_OWNER', { owner })] : [];
  return {
    code: kind,
    values,
    text: inARow([text, ...who], settings.language),
    key: `${kind}|${subject}`,
    tone: CATALOGUE[kind].tone,
    owner,
    evidence,
  };
}

/** Writes figures as sentences of a review show them. */
export type Words = {
  readonly number: (value: number, unit: string) => string;
  readonly signed: (value: number, unit: string) => string;
  readonly change: (fraction: number) => string;
};

/**
 * What weeks a value is of, where it may be of two.
 * @param weeks 1 or 2.
 * @param isSummed Amounts and counts are then means of a week.
 */
export function spanWords({ material }: Found, weeks: number, isSummed: boolean): string {
  const two: TextCode = isSummed ? 'SPAN_TWO_MEAN' : 'SPAN_TWO';
  return say(material.voice, weeks === 1 ? 'SPAN_ONE' : two);
}

export function wordsOf({ material }: Found): Words {
  const { language, currency } = material.settings;
  const number = (value: number, unit: string): string => formatNumber(value, unit, language, currency);
  return {
    number,
    signed: (value, unit) => (value < 0 ? '−' : '+') + number(Math.abs(value), unit),
    change: formatChange,
  };
}
