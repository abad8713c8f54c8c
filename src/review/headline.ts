import { isNumber } from '../kpi/fault.ts';
import { score } from '../kpi/score.ts';
import { formatChange, formatNumber } from '../text/format.ts';
import { type Language, say, type TextCode, type Voice } from '../text/index.ts';
import type { Settings } from '../workbook/settings.ts';
import type { FileKind } from './file-kinds.ts';
import type { AccountCoverage, ActionLine, Review, Sentence, TreeLine } from './model.ts';
import type { KpiTree } from './nodes.ts';

type Values = Readonly<Record<string, string | number>>;

/** A sentence with its code and values kept, so that data and text never part. */
export function sentence(voice: Voice, code: TextCode, values: Values = {}): Sentence {
  return { code, values, text: say(voice, code, values) };
}

const KIND_WORDS: Readonly<Record<FileKind, TextCode>> = {
  content: 'FILES_CONTENT',
  live: 'FILES_LIVE',
  days: 'FILES_DAYS',
};

/** A change below this is not worth a sentence. */
const SALIENT_CHANGE = 0.05;

type Context = { readonly voice: Voice; readonly language: Language; readonly currency: string };

function shown(value: number, line: TreeLine, { language, currency }: Context): string {
  return formatNumber(value, line.unit, language, currency);
}

function changeText(line: TreeLine, voice: Voice): string {
  return line.wow === null ? '' : say(voice, 'HEAD_CHANGE', { change: formatChange(line.wow) });
}

function ownerText(line: TreeLine, voice: Voice): string {
  return line.owner === '' ? '' : say(voice, 'HEAD_OWNER', { owner: line.owner });
}

function whatHappened(
  root: TreeLine | undefined,
  coverage: readonly AccountCoverage[],
  context: Context,
): Sentence {
  const { voice, language } = context;
  if (root === undefined) return sentence(voice, 'HEAD_NO_TREE');
  const { value, days, of } = root.actual;
  const name = root.name;
  if (value === null && coverage.some((account) => account.days > 0)) {
    return sentence(voice, days === 0 ? 'HEAD_WAITING' : 'HEAD_NO_DATA', { name });
  }
  if (value === null && root.weeks.some((week) => week !== null))
    return sentence(voice, 'HEAD_NO_DATA', { name });
  if (value === null && root.lifetime !== null) {
    return sentence(voice, 'HEAD_LIFETIME', { name, value: shown(root.lifetime, root, context) });
  }
  if (value === null) return sentence(voice, 'HEAD_NO_DATA', { name });
  const actual = shown(value, root, context);
  if (days < of) return sentence(voice, 'HEAD_PARTIAL', { name, actual, days, of });
  const change = changeText(root, voice);
  if (root.plan === null || root.attainment === null) {
    return sentence(voice, 'HEAD_ACTUAL', { name, actual, change });
  }
  const plan = shown(root.plan, root, context);
  return sentence(voice, 'HEAD_PLAN', {
    name,
    actual,
    attainment: formatNumber(root.attainment, 'percent', language),
    plan,
    change,
  });
}

/** The driver at the bottom of the tree that did most for or against the goal's change. */
function mainDriver(lines: readonly TreeLine[]): TreeLine | undefined {
  const parents = new Set(lines.filter((line) => line.effect !== null).map((line) => line.parent));
  const change = lines[0]?.effect ?? 0;
  return lines
    .filter((line) => line.depth > 0 && (line.effect ?? 0) * change > 0 && !parents.has(line.id))
    .sort((a, b) => Math.abs(b.effect ?? 0) - Math.abs(a.effect ?? 0))[0];
}

/** What moved the goal most; without an earlier week or effects, the KPI that moved most itself. */
function whyItHappened(lines: readonly TreeLine[], context: Context): Sentence {
  const { voice } = context;
  const root = lines[0];
  const driver = mainDriver(lines);
  if (root !== undefined && driver !== undefined && Math.abs(root.wow ?? 0) > 0) {
    return sentence(voice, 'HEAD_EFFECT', {
      name: driver.name,
      owner: ownerText(driver, voice),
      effect: signed(driver.effect ?? 0, root, context),
      change: signed(root.effect ?? 0, root, context),
    });
  }
  const moved = lines
    .filter((line) => line.depth > 0 && Math.abs(line.wow ?? 0) >= SALIENT_CHANGE)
    .sort((a, b) => Math.abs(b.wow ?? 0) - Math.abs(a.wow ?? 0))[0];
  if (moved === undefined) return sentence(voice, 'HEAD_WHY_NONE');
  return sentence(voice, 'HEAD_MOVED', {
    name: moved.name,
    owner: ownerText(moved, voice),
    change: formatChange(moved.wow ?? 0),
  });
}

function signed(value: number, line: TreeLine, context: Context): string {
  return (value < 0 ? '−' : '+') + shown(Math.abs(value), line, context);
}

/** The KPI that is furthest behind its plan, if any is. */
function theException(lines: readonly TreeLine[], { voice, language }: Context): Sentence[] {
  const behind = lines
    .filter((line) => line.depth > 0 && (line.status === 'red' || line.status === 'amber'))
    .sort((a, b) => (a.attainment ?? 1) - (b.attainment ?? 1))[0];
  if (behind === undefined) return [];
  const values = {
    name: behind.name,
    owner: ownerText(behind, voice),
    attainment: formatNumber(behind.attainment ?? 0, 'percent', language),
  };
  return [sentence(voice, 'HEAD_WORST', values)];
}

/**
 * An account as sentences name it, with the kind of its files where it has several.
 * @param voice Who speaks.
 * @param coverage The account and the kind.
 * @example accountLabel('en', { account: 'Shop SG', kind: 'live', … }) //=> 'Shop SG · LIVE'
 */
export function accountLabel(voice: Voice, { account, kind }: AccountCoverage): string {
  return kind === undefined ? account : `${account} · ${say(voice, KIND_WORDS[kind])}`;
}

/** What is overdue comes first, then files that would fill the week, then open actions. */
function whatNext(
  coverage: readonly AccountCoverage[],
  actions: readonly ActionLine[],
  { voice, language }: Context,
): Sentence {
  const open = actions.filter((action) => action.status === 'open' || action.status === 'doing');
  const overdue = open.filter((action) => action.overdue).length;
  if (overdue > 0) return sentence(voice, 'HEAD_ACTIONS', { open: open.length, overdue });
  const awaited = coverage.filter((account) => account.isAwaited);
  if (awaited.length > 0) {
    const accounts = awaited
      .map((each) => accountLabel(voice, each))
      .join(language === 'zh-CN' ? '、' : ', ');
    return sentence(voice, 'HEAD_FILES', { accounts });
  }
  if (coverage.length > 0 && coverage.every((account) => account.days === 0)) {
    return sentence(voice, 'HEAD_EXPORT_AGAIN');
  }
  if (open.length > 0) return sentence(voice, 'HEAD_ACTIONS_OK', { open: open.length });
  return sentence(voice, 'HEAD_NEXT_NONE');
}

/** Weighted score over the KPIs that have a plan and a figure, each capped; null where none has. */
function scoreOf(lines: readonly TreeLine[], kpis: KpiTree, settings: Settings): number | null {
  const weights = new Map(kpis.nodes.flatMap((node) => (node === undefined ? [] : [[node.id, node.weight]])));
  const measured = lines.filter((line) => line.attainment !== null);
  if (measured.length === 0) return null;
  const value = score(
    measured.map((line) => line.attainment),
    measured.map((line) => weights.get(line.id) ?? 1),
    settings.scoreCap,
  );
  return isNumber(value) ? value : null;
}

/**
 * Section 1: the score, and what happened, why, the worst exception, and what next, a sentence each.
 * @param lines Section 2.
 * @param kpis The tree, for weights.
 * @param coverage Days of each account.
 * @param actions Open actions of earlier weeks and of this one.
 * @param settings Language, currency and cap.
 * @param voice Who speaks.
 * @param warning What the figures lack; where they lack something there is no score, which would pass for good news.
 */
export function headline(
  lines: readonly TreeLine[],
  kpis: KpiTree,
  coverage: readonly AccountCoverage[],
  actions: readonly ActionLine[],
  settings: Settings,
  voice: Voice,
  warning?: Sentence,
): Review['headline'] {
  const context = { voice, language: settings.language, currency: settings.currency };
  return {
    score: warning === undefined ? scoreOf(lines, kpis, settings) : null,
    ...(warning === undefined ? {} : { warning }),
    sentences: [
      whatHappened(lines[0], coverage, context),
      whyItHappened(lines, context),
      ...theException(lines, context),
      whatNext(coverage, actions, context),
    ],
  };
}
