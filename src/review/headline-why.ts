import { formatChange, formatNumber } from '../text/format.ts';
import { say } from '../text/index.ts';
import type { Sentence, TreeLine } from './model.ts';
import type { WhySection } from './model-sections.ts';
import { type Context, ownerText, sentence, signed } from './sentence.ts';
import { wholeValue } from './whole-figure.ts';

/** A change below this is not worth a sentence. */
const SALIENT_CHANGE = 0.05;
/** What works against the change is named from such a part of the strongest effect on. */
const SALIENT_OPPOSITE = 0.1;
/** An account's loss is named from such a part of the goal on. */
const SALIENT_LOSS = 0.01;

type Driver = TreeLine & { readonly effect: number };

/** Drivers at the bottom of the tree, the strongest first. */
function driversOf(lines: readonly TreeLine[]): Driver[] {
  const known = lines.flatMap((line): Driver[] =>
    line.effect === null ? [] : [{ ...line, effect: line.effect }],
  );
  const parents = new Set(known.map(({ parent }) => parent));
  return known
    .filter(({ depth, id, effect }) => depth > 0 && effect !== 0 && !parents.has(id))
    .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect));
}

/** The strongest driver against the change, where it is of some size. */
function againstText(
  drivers: readonly Driver[],
  main: Driver,
  isGood: boolean,
  root: TreeLine,
  context: Context,
): string {
  const other = drivers.find(({ effect }) => effect * main.effect < 0);
  if (other === undefined || Math.abs(other.effect) < SALIENT_OPPOSITE * Math.abs(main.effect)) return '';
  return say(context.voice, isGood ? 'HEAD_HELD_BACK' : 'HEAD_SOFTENED', {
    name: other.name,
    owner: ownerText(other, context.voice),
    effect: signed(other.effect, root, context),
  });
}

/** The account that took most from a goal that is to rise; one account alone is the goal itself. */
function losingText({ accounts, goal }: WhySection, root: TreeLine, context: Context): string {
  const [worst] = [...accounts.lines].sort((a, b) => a.effect - b.effect);
  if (goal === null || worst === undefined || accounts.lines.length < 2) return '';
  if (worst.effect >= 0 || -worst.effect < SALIENT_LOSS * Math.abs(goal.before)) return '';
  const effect = signed(worst.effect, root, context);
  const owner = ownerText(worst, context.voice);
  return say(context.voice, 'HEAD_LOSING_ACCOUNT', { account: worst.name, owner, effect });
}

/** Without effects: the KPI that moved most itself. */
function whatMoved(lines: readonly TreeLine[], { voice, language }: Context): Sentence {
  const [moved] = lines
    .flatMap(({ depth, wow, ...line }) => (depth > 0 && wow !== null ? [{ ...line, wow }] : []))
    .sort((a, b) => Math.abs(b.wow) - Math.abs(a.wow));
  if (moved === undefined) {
    const isWhole = lines.slice(0, 1).every(({ actual }) => wholeValue(actual) !== null);
    return sentence(voice, isWhole ? 'HEAD_WHY_NONE' : 'HEAD_WHY_INCOMPLETE');
  }
  if (Math.abs(moved.wow) < SALIENT_CHANGE) {
    return sentence(voice, 'HEAD_WHY_STILL', { limit: formatNumber(SALIENT_CHANGE, 'percent', language) });
  }
  return sentence(voice, 'HEAD_MOVED', {
    name: moved.name,
    owner: ownerText(moved, voice),
    change: formatChange(moved.wow),
  });
}

/**
 * What moved the goal most, what worked against it, and which account lost most; without an earlier week or effects,
 * the KPI that moved most itself.
 * @param lines Section 2.
 * @param why Section 3, for the accounts.
 * @param direction 1 for a goal that is to rise, −1 for one that is to fall.
 * @param context Who speaks, and how figures are written.
 */
export function whyItHappened(
  lines: readonly TreeLine[],
  why: WhySection,
  direction: 1 | -1,
  context: Context,
): Sentence {
  const [root] = lines;
  const change = root?.effect ?? 0;
  const drivers = driversOf(lines);
  const main = drivers.find(({ effect }) => effect * change > 0);
  if (root === undefined || main === undefined) return whatMoved(lines, context);
  return sentence(context.voice, 'HEAD_EFFECT', {
    name: main.name,
    owner: ownerText(main, context.voice),
    effect: signed(main.effect, root, context),
    change: signed(change, root, context),
    against: againstText(drivers, main, change * direction > 0, root, context),
    account: direction > 0 ? losingText(why, root, context) : '',
  });
}
