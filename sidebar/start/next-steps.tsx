import { formatCount, sayCount, type TextCode } from '../language.ts';
import { Notice } from '../parts/notice.tsx';
import { StateBadge } from '../review/state-badge.tsx';
import { type TabKey, useShell } from '../shell.ts';

type Step = { readonly text: TextCode; readonly done: boolean; readonly tab: TabKey };

/** What is done and what comes next, each step a link to its section; when all is done, where things stand. */
export function NextSteps() {
  const { state, words, open } = useShell();
  const steps: readonly Step[] = [
    { text: 'UI_STEP_SET_UP', done: true, tab: 'start' },
    { text: 'UI_STEP_DATA', done: state.accounts.length > 0, tab: 'data' },
    { text: 'UI_STEP_REVIEW', done: state.reviews.length > 0, tab: 'review' },
    { text: 'UI_STEP_AUTOMATION', done: state.automation.on, tab: 'review' },
  ];
  if (steps.every(({ done }) => done)) return <Glance />;
  return (
    <section class="stack">
      <h2>{words('UI_NEXT_TITLE')}</h2>
      <ol class="steps">
        {steps.map(({ text, done, tab }) => (
          <li key={text}>
            <span class={done ? 'mark done' : 'mark'} aria-hidden="true">
              {done ? '✓' : ''}
            </span>
            {done ? (
              <span>{words(text)}</span>
            ) : (
              <button type="button" class="link" onClick={() => open(tab)}>
                {words(text)}
              </button>
            )}
            <span class="unseen">{words(done ? 'UI_STEP_DONE' : 'UI_STEP_OPEN')}</span>
          </li>
        ))}
      </ol>
      <Issues />
    </section>
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

function Issues() {
  const { state, language } = useShell();
  if (state.issueCount === 0) return null;
  const sheet = state.sheets.find(({ key }) => key === 'issues')?.title ?? '';
  return (
    <Notice tone="warn">
      <p>{sayCount(language, state.issueCount, 'UI_ISSUES_ONE', 'UI_ISSUES', { sheet })}</p>
    </Notice>
  );
}
