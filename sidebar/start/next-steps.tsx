import { useEffect } from 'preact/hooks';
import { formatCount, sayCount, type TextCode } from '../language.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { StateBadge } from '../review/state-badge.tsx';
import { type MoreKey, type Shell, type TabKey, useShell } from '../shell.ts';
import { focusPart, GOAL_ID } from './model-form.tsx';

type Step = {
  readonly text: TextCode;
  readonly done: boolean;
  /** Begun, and waiting for something: other steps go on meanwhile. */
  readonly waits?: boolean;
  readonly tab: TabKey;
  readonly screen?: MoreKey;
  /** Part of the section. */
  readonly part?: string;
};

/** A goal that found no past weeks to be handed down from waits for data, and is then applied again. */
function goalStep({ state, goal }: Shell, hasData: boolean): Step {
  const done = state.hasGoal;
  if (done || goal === 'none') return { text: 'UI_STEP_GOAL', done, tab: 'start', part: GOAL_ID };
  if (!hasData) return { text: 'UI_STEP_GOAL_DATA', done, waits: true, tab: 'data' };
  return { text: 'UI_STEP_GOAL_WAITS', done, waits: true, tab: 'start', part: GOAL_ID };
}

/**
 * From an empty spreadsheet to a review that writes itself; growth is held against weeks, so data come before the goal.
 * A step is done when what it asks for is there: an empty review can be written without any of it.
 */
function stepsOf(shell: Shell): readonly Step[] {
  const { isSetUp, accounts, lastImport, people, reviews, automation } = shell.state;
  const hasReview = reviews.length > 0;
  const hasData = accounts.length > 0 || lastImport !== null;
  return [
    { text: 'UI_STEP_SET_UP', done: isSetUp, tab: 'start' },
    { text: 'UI_STEP_TEAM', done: people > 0, tab: 'more', screen: 'team' },
    { text: 'UI_STEP_DATA', done: hasData, tab: 'data' },
    goalStep(shell, hasData),
    { text: 'UI_STEP_REVIEW', done: hasReview, tab: 'review' },
    { text: 'UI_STEP_AUTOMATION', done: automation.on, tab: 'review', part: 'automation' },
  ];
}

function useSteps() {
  const shell = useShell();
  const steps = stepsOf(shell);
  const go = ({ tab, screen, part }: Step) => {
    shell.open(tab, screen);
    if (part !== undefined) focusPart(part);
  };
  return { steps, next: steps.find(({ done, waits }) => !done && !waits), go };
}

/** What is done and what comes next, each step a link to its section; when all is done, where things stand. */
export function NextSteps() {
  const { steps, go } = useSteps();
  // The button that set the sheets up stood lower down.
  useEffect(() => window.scrollTo(0, 0), []);
  if (steps.every(({ done }) => done)) return <Glance />;
  // What waits keeps nothing else from going on.
  const isGoing = steps.every(({ done, waits }) => done || waits);
  return (
    <>
      {isGoing ? <Glance /> : null}
      <StepList steps={steps} go={go} />
      {isGoing ? null : <Issues />}
    </>
  );
}

function StepList({ steps, go }: Omit<ReturnType<typeof useSteps>, 'next'>) {
  const { words } = useShell();
  return (
    <section class="stack">
      <h2>{words('UI_NEXT_TITLE')}</h2>
      <ol class="steps">
        {steps.map((step) => (
          <li key={step.text}>
            <span class={step.done ? 'mark done' : 'mark'} aria-hidden="true">
              {step.done ? '✓' : step.waits ? '…' : ''}
            </span>
            {step.done ? (
              <span>{words(step.text)}</span>
            ) : (
              <button type="button" class="link" onClick={() => go(step)}>
                {words(step.text)}
              </button>
            )}
            <span class="unseen">{words(step.done ? 'UI_STEP_DONE' : 'UI_STEP_OPEN')}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** In sight until the first review is there: nobody has to look for what comes next, nor is told for ever. */
export function NextHint({ at }: { readonly at: TabKey }) {
  const { state, words } = useShell();
  const { next, go } = useSteps();
  if (!state.isSetUp || state.reviews.length > 0 || next === undefined) return null;
  if (next.tab === at && at !== 'start') return null;
  return (
    <p class="next">
      <button type="button" class="link" onClick={() => go(next)}>
        {words('UI_NEXT', { step: words(next.text) })}
      </button>
    </p>
  );
}

function Glance() {
  const { state, words, language } = useShell();
  const review = state.reviews.find(({ period }) => period === state.lastWeek);
  return (
    <section class="stack">
      <h2>{words('UI_GLANCE_TITLE')}</h2>
      <dl class="facts">
        <dt>{words('UI_GLANCE_ACCOUNTS')}</dt>
        <dd>{formatCount(language, state.accounts.length)}</dd>
        <dt>{words('UI_GLANCE_LAST_REVIEW')}</dt>
        <dd>
          <StateBadge state={review?.state ?? 'none'} />
        </dd>
        <dt>{words('UI_GLANCE_AUTOMATION')}</dt>
        <dd>{words('UI_AUTOMATION_IS_ON')}</dd>
      </dl>
      <Issues />
    </section>
  );
}

/** Leads to the list of issues, where each leads to its cell. */
function Issues() {
  const { state, language, words, open } = useShell();
  if (state.issueCount === 0) return null;
  return (
    <Notice tone="warn">
      <p>{sayCount(language, state.issueCount, 'UI_ISSUES_ONE', 'UI_ISSUES')}</p>
      <div>
        <Button onPress={() => open('more', 'issues')}>{words('UI_TO_ISSUES')}</Button>
      </div>
    </Notice>
  );
}
