import { useEffect, useRef } from 'preact/hooks';
import { formatDay } from '../language.ts';
import { Busy } from '../parts/busy.tsx';
import { Button } from '../parts/button.tsx';
import { Notice, TroubleNotice } from '../parts/notice.tsx';
import { call } from '../server.ts';
import { useShell } from '../shell.ts';
import { type Task, useTask } from '../task.ts';
import { AutomationJobs } from './automation-jobs.tsx';
import { AutomationSchedule, dayWord } from './automation-schedule.tsx';

/** Whose trigger does the work. */
function Owner() {
  const { state, words, language } = useShell();
  const { on, isMine, isGone, owner, since, seen } = state.automation;
  if (isGone) return <Notice tone="warn">{words('UI_AUTOMATION_GONE', { owner, seen })}</Notice>;
  if (!on || since === '') return null;
  const day = formatDay(language, since);
  return (
    <p class="hint">{words(isMine ? 'UI_AUTOMATION_MINE' : 'UI_AUTOMATION_THEIRS', { owner, since: day })}</p>
  );
}

/** What Google's own page has to allow before anything runs. */
function Authorise() {
  const { state, words } = useShell();
  const { authorise } = state.automation;
  // Google's own page; nothing else is ever opened from here.
  if (!authorise.startsWith('https://')) return null;
  return (
    <Notice tone="warn">
      <p>{words('UI_AUTHORISE')}</p>
      <p>
        <a href={authorise} target="_blank" rel="noreferrer">
          {words('UI_AUTHORISE_LINK')}
        </a>
      </p>
    </Notice>
  );
}

function Switch({ task, onRun }: { readonly task: Task; readonly onRun: (kind: 'on' | 'off') => void }) {
  const { state, words } = useShell();
  const { on, isMine, isGone } = state.automation;
  if (on && !isMine && !isGone) return null;
  const kind = on && isMine ? 'off' : 'on';
  const text = kind === 'off' ? 'UI_TURN_OFF' : isGone ? 'UI_TAKE_OVER' : 'UI_TURN_ON';
  return (
    <div class="actions">
      <Button busy={task.running} onPress={() => onRun(kind)}>
        {words(text)}
      </Button>
    </div>
  );
}

/** What the hourly trigger does, in whose name, when, and how it went. */
export function Automation() {
  const { state, words, refresh } = useShell();
  const task = useTask();
  const place = useRef<HTMLElement>(null);
  const { on, isGone, day, hour } = state.automation;
  const when = { day: dayWord(words, day), hour: `${hour}:00`, zone: state.timeZone };
  // Once: the menu may have opened the page for this.
  useEffect(() => {
    if (document.body.dataset.open === 'automation') place.current?.scrollIntoView();
  }, []);
  const last = useRef<() => Promise<unknown>>(async () => undefined);
  const run = (work: () => Promise<unknown>) => {
    last.current = work;
    task.run(async () => {
      await work();
      refresh();
    });
  };
  const turn = (kind: 'on' | 'off') =>
    run(() =>
      kind === 'off'
        ? call('turnOffAutomation', {})
        : call('turnOnAutomation', isGone ? { takeOver: true } : {}),
    );
  return (
    <section class="stack automation" ref={place}>
      <div class="between">
        <h2 id="automation" tabIndex={-1}>
          {words('UI_AUTOMATION_TITLE')}
        </h2>
        <span class={on ? 'badge on' : 'badge none'}>
          <span aria-hidden="true">{on ? '●' : '○'}</span>{' '}
          {words(on ? 'UI_AUTOMATION_IS_ON' : 'UI_AUTOMATION_IS_OFF')}
        </span>
      </div>
      <p>{words(on ? 'UI_AUTOMATION_ON_LEAD' : 'UI_AUTOMATION_OFF_LEAD', when)}</p>
      <Owner />
      <Authorise />
      <Switch task={task} onRun={turn} />
      <AutomationSchedule
        disabled={task.running}
        onChange={(change) => run(() => call('changeAutomation', change))}
      />
      <AutomationJobs
        disabled={task.running}
        onChange={(key, isOn) => run(() => call('changeAutomation', { jobs: { [key]: isOn } }))}
      />
      <Busy words={words} running={task.running} text={words('UI_WORKING')} />
      <TroubleNotice words={words} trouble={task.trouble} onRetry={() => run(last.current)} />
    </section>
  );
}
