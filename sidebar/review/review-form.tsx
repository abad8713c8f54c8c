import { useState } from 'preact/hooks';
import { Busy } from '../parts/busy.tsx';
import { Button } from '../parts/button.tsx';
import { Confirm } from '../parts/confirm.tsx';
import { Select } from '../parts/field.tsx';
import { Notice, TroubleNotice } from '../parts/notice.tsx';
import { call } from '../server.ts';
import { useShell } from '../shell.ts';
import { useTask } from '../task.ts';
import { ReviewTools } from './review-tools.tsx';
import { type ReviewState, StateBadge } from './state-badge.tsx';
import { longChoices, weekChoices, weekSpan } from './weeks.ts';

type FormProps = { readonly week: string; readonly onWeek: (week: string) => void };
type Job = 'write' | 'close';

/** What the buttons start: one job at a time, its sentence kept until the next. */
function useReviewJob(week: string) {
  const { refresh } = useShell();
  const task = useTask();
  const [job, setJob] = useState<Job>('write');
  const [sentence, setSentence] = useState<string | null>(null);
  const [isPartial, setPartial] = useState(false);
  const start = (next: Job) => {
    setJob(next);
    setSentence(null);
    task.run(async () => {
      const answer = await call(next === 'write' ? 'writeReview' : 'closeReview', { week });
      setSentence(answer.sentence);
      setPartial(answer.isPartial === true);
      refresh();
    });
  };
  const forget = () => {
    setSentence(null);
    task.dismiss();
  };
  return { task, job, sentence, isPartial, start, forget };
}

function useWeekOptions() {
  const { state, language, words } = useShell();
  return [...weekChoices(state), ...longChoices(state)].map((label) => {
    const span = weekSpan(language, label, state.longPeriods);
    return { value: label, text: span === null ? label : words('UI_WEEK_OPTION', { label, ...span }) };
  });
}

type ActionsProps = {
  readonly review: ReviewState;
  readonly busy: boolean;
  readonly asking: boolean;
  readonly onWrite: () => void;
  readonly onClose: () => void;
};

/** What can be done with the review of a week; nothing once it is closed. */
function ReviewActions({ review, busy, asking, onWrite, onClose }: ActionsProps) {
  const { words } = useShell();
  if (review === 'closed') return <p class="hint">{words('UI_CLOSED_HINT')}</p>;
  return (
    <div class="actions">
      <Button kind="primary" busy={busy} onPress={onWrite}>
        {words(review === 'draft' ? 'UI_UPDATE' : 'UI_WRITE')}
      </Button>
      {review === 'draft' ? (
        <Button disabled={busy || asking} onPress={onClose}>
          {words('UI_CLOSE')}
        </Button>
      ) : null}
    </div>
  );
}

/** Closing cannot be undone: it is asked once more, with the files that are missing yet. */
function CloseQuestion({ week, onYes, onNo }: { week: string; onYes: () => void; onNo: () => void }) {
  const { state, words } = useShell();
  return (
    <Confirm
      words={words}
      question={words('UI_CLOSE_QUESTION', { period: week })}
      lead={`${state.lacking[week] ?? ''} ${words('UI_CLOSE_LEAD')}`.trim()}
      yes={words('UI_CLOSE_CONFIRM')}
      onYes={onYes}
      onNo={onNo}
    />
  );
}

/** Choose a week, write its review, see its tab, close it. */
export function ReviewForm({ week, onWeek }: FormProps) {
  const { state, words } = useShell();
  const [asking, setAsking] = useState(false);
  const { task, job, sentence, isPartial, start, forget } = useReviewJob(week);
  const tab = state.reviews.find(({ period }) => period === week);
  const review: ReviewState = tab?.state ?? 'none';
  const choose = (next: string) => {
    setAsking(false);
    forget();
    onWeek(next);
  };
  const ask = () => {
    forget();
    setAsking(true);
  };
  const close = () => {
    setAsking(false);
    start('close');
  };

  return (
    <section class="stack">
      <h2>{words('UI_REVIEW_TITLE')}</h2>
      <Select
        label={words('UI_WEEK')}
        value={week}
        options={useWeekOptions()}
        disabled={task.running}
        onChange={choose}
      />
      <p>
        <StateBadge state={review} />
      </p>
      <ReviewActions
        review={review}
        busy={task.running}
        asking={asking}
        onWrite={() => start('write')}
        onClose={ask}
      />
      {asking ? <CloseQuestion week={week} onYes={close} onNo={() => setAsking(false)} /> : null}
      <Busy
        words={words}
        running={task.running}
        text={job === 'write' ? words('UI_WRITING', { period: week }) : words('UI_WORKING')}
      />
      <TroubleNotice words={words} trouble={task.trouble} onRetry={() => start(job)} />
      {sentence === null ? null : <Notice tone={isPartial ? 'warn' : 'good'}>{sentence}</Notice>}
      {tab === undefined ? null : <ReviewTools key={week} week={week} title={tab.title} />}
    </section>
  );
}
