import type { Finding } from '../model-sections.ts';
import { CATALOGUE, FINDING_KINDS, type FindingKind } from './catalogue.ts';
import { coldStartFindings, flopFindings, viralFindings, weakFindings } from './content.ts';
import type { Found, Rule } from './finding.ts';
import { guardFindings } from './guards.ts';
import { behindFindings, quarterFindings, reachFindings } from './plan.ts';
import { conversionFindings, nodeFindings, runFindings } from './shifts.ts';
import { driverFindings, mixFindings, offsetFindings, recordFindings, unexplainedFindings } from './why.ts';
import {
  actionFindings,
  effectFindings,
  experimentFindings,
  lossFindings,
  publishingFindings,
  refundFindings,
  untracedFindings,
} from './work.ts';

const RULES: readonly Rule[] = [
  guardFindings,
  conversionFindings,
  nodeFindings,
  runFindings,
  quarterFindings,
  behindFindings,
  reachFindings,
  driverFindings,
  offsetFindings,
  mixFindings,
  unexplainedFindings,
  recordFindings,
  viralFindings,
  flopFindings,
  weakFindings,
  coldStartFindings,
  publishingFindings,
  actionFindings,
  effectFindings,
  experimentFindings,
  lossFindings,
  untracedFindings,
  refundFindings,
];

/** More than a page can bear is in the sections anyway. */
const SHOWN = 12;

const kindOf = ({ code }: Finding): FindingKind => code as FindingKind;

/**
 * The call-outs of a review, the most urgent first: what the data say that is out of the ordinary, each with at least
 * as much data and as large a change as its rule asks, and not again what was said a short while ago.
 * @param found Sections of the review, and what they were made from.
 * @param said Call-outs of the weeks before by their keys: how many weeks ago each was made last.
 */
export function findingsOf(found: Found, said: ReadonlyMap<string, number> = new Map()): Finding[] {
  const all = RULES.flatMap((rule) => rule(found));
  const isNew = (finding: Finding): boolean =>
    (said.get(finding.key) ?? Infinity) > CATALOGUE[kindOf(finding)].coolOff;
  const rank = (finding: Finding): number => FINDING_KINDS.indexOf(kindOf(finding));
  return all
    .filter(isNew)
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, SHOWN);
}
