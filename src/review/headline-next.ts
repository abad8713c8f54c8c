import { foldName } from '../kpi/names.ts';
import { say } from '../text/index.ts';
import { listed } from '../text/row.ts';
import { accountLabel } from './account-label.ts';
import { isClosed, oldestFirst } from './action-age.ts';
import { kpiIdOf } from './action-kpis.ts';
import type { AccountCoverage, ActionLine, Sentence, TreeLine } from './model.ts';
import type { GuardLine } from './model-sections.ts';
import { type Context, ownerText, sentence } from './sentence.ts';

/** So many KPIs without an action are named. */
const NAMED = 3;

/** Actions that wait for somebody, and how many of them too long. */
function openOf(actions: readonly ActionLine[]): { open: number; overdue: number } {
  const open = actions.filter(({ status }) => !isClosed(status));
  return { open: open.length, overdue: open.filter((action) => action.overdue).length };
}

/** Accounts whose files would fill the week; empty where none would. */
function awaitedText(coverage: readonly AccountCoverage[], { voice, language }: Context): string {
  const awaited = coverage.filter((account) => account.isAwaited);
  return listed(
    awaited.map((each) => accountLabel(voice, each)),
    language,
  );
}

/** What an action is called: what is to be done, else what was found, else its KPI. */
function titleOf({ action, finding, node }: ActionLine, lines: readonly TreeLine[]): string {
  const text = action || finding || (lines.find(({ id }) => id === node)?.name ?? node);
  return text.replace(/\s+/g, ' ');
}

/** What is overdue comes first, then files that would fill the week, then open actions. */
export function whatNext(
  awaiting: string | undefined,
  coverage: readonly AccountCoverage[],
  actions: readonly ActionLine[],
  lines: readonly TreeLine[],
  context: Context,
): Sentence {
  const { voice } = context;
  const { open, overdue } = openOf(actions);
  const [oldest] = actions.filter((each) => each.overdue).sort(oldestFirst);
  if (oldest !== undefined) {
    const owner = ownerText(oldest, voice);
    return sentence(voice, 'HEAD_ACTIONS', { open, overdue, action: titleOf(oldest, lines), owner });
  }
  const accounts = awaitedText(coverage, context);
  if (accounts !== '') return sentence(voice, 'HEAD_FILES', { accounts });
  if (coverage.length > 0 && awaiting !== undefined) {
    return sentence(voice, 'HEAD_ORDERS', { name: awaiting });
  }
  if (coverage.length > 0 && coverage.every((account) => account.days === 0)) {
    return sentence(voice, 'HEAD_EXPORT_AGAIN');
  }
  if (open > 0) return sentence(voice, 'HEAD_ACTIONS_OK', { open });
  return sentence(voice, 'HEAD_NEXT_NONE');
}

/** A record asks for nothing, since nothing done now reaches it: it says what was open when it was closed. */
export function whatWasOpen(
  coverage: readonly AccountCoverage[],
  actions: readonly ActionLine[],
  context: Context,
): Sentence[] {
  const { voice } = context;
  const { open, overdue } = openOf(actions);
  const accounts = awaitedText(coverage, context);
  return [
    ...(accounts === '' ? [] : [sentence(voice, 'HEAD_CLOSED_FILES', { accounts })]),
    open === 0
      ? sentence(voice, 'HEAD_CLOSED_NONE')
      : sentence(voice, overdue > 0 ? 'HEAD_CLOSED_ACTIONS' : 'HEAD_CLOSED_ACTIONS_OK', { open, overdue }),
  ];
}

/** What must not wait, whatever is next. */
export function redGuards(guards: readonly GuardLine[], isClosed: boolean, { voice }: Context): Sentence[] {
  const count = guards.filter(({ status }) => status === 'red').length;
  return count === 0 ? [] : [sentence(voice, isClosed ? 'HEAD_CLOSED_GUARDS' : 'HEAD_GUARDS', { count })];
}

/** The KPIs above a line, up to the goal. */
function above(line: TreeLine, lines: readonly TreeLine[]): Set<TreeLine> {
  const found = new Set<TreeLine>();
  let parent = lines.find(({ id }) => id === line.parent);
  // A tree that goes round has lines, too.
  while (parent !== undefined && parent !== line && !found.has(parent)) {
    found.add(parent);
    const { parent: next } = parent;
    parent = lines.find(({ id }) => id === next);
  }
  return found;
}

/**
 * Red KPIs for which nobody has agreed on an action, the furthest from its plan first: of a branch the lowest one that is
 * red, since what is done there is done for those above.
 * @param lines Section 2.
 * @param actions Actions of earlier weeks and of this one.
 */
export function redWithoutAction(
  lines: readonly TreeLine[],
  actions: readonly ActionLine[],
  context: Context,
): Sentence[] {
  const { voice, language } = context;
  const red = lines.filter(({ status }) => status === 'red');
  const actedOn = new Set(
    actions.filter(({ status }) => !isClosed(status)).map(({ node }) => foldName(kpiIdOf(node, [lines]))),
  );
  const passed = new Set(red.flatMap((line) => [...above(line, lines)]));
  const untouched = red
    .filter((line) => !passed.has(line) && !actedOn.has(foldName(line.id)))
    .sort((a, b) => (a.attainment ?? 0) - (b.attainment ?? 0));
  if (untouched.length === 0) return [];
  const names = listed(
    untouched.slice(0, NAMED).map((line) => line.name + ownerText(line, voice)),
    language,
  );
  const more = untouched.length - NAMED;
  const rest = more > 0 ? say(voice, 'HEAD_AND_MORE', { count: more }) : '';
  return [sentence(voice, 'HEAD_WITHOUT_ACTION', { names: names + rest })];
}
