import { Busy } from '../parts/busy.tsx';
import { Button } from '../parts/button.tsx';
import { TroubleNotice } from '../parts/notice.tsx';
import { call } from '../server.ts';
import { useShell } from '../shell.ts';
import { useTask } from '../task.ts';

/** Whether the Monday review writes itself, and the button that makes it so. */
export function Automation() {
  const { state, words, refresh } = useShell();
  const task = useTask();
  const { on, hour } = state.automation;
  const when = { hour: `${hour}:00`, zone: state.timeZone };
  const turnOn = () =>
    task.run(async () => {
      await call('turnOnAutomation', {});
      refresh();
    });
  return (
    <section class="stack">
      <div class="between">
        <h2>{words('UI_AUTOMATION_TITLE')}</h2>
        <span class={on ? 'badge on' : 'badge none'}>
          <span aria-hidden="true">{on ? '●' : '○'}</span>{' '}
          {words(on ? 'UI_AUTOMATION_IS_ON' : 'UI_AUTOMATION_IS_OFF')}
        </span>
      </div>
      <p>{words(on ? 'UI_AUTOMATION_ON_LEAD' : 'UI_AUTOMATION_OFF_LEAD', when)}</p>
      {on ? null : (
        <div class="actions">
          <Button busy={task.running} onPress={turnOn}>
            {words('UI_TURN_ON')}
          </Button>
        </div>
      )}
      <Busy words={words} running={task.running} text={words('UI_WORKING')} />
      <TroubleNotice words={words} trouble={task.trouble} onRetry={turnOn} />
    </section>
  );
}
