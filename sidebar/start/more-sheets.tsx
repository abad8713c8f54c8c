import { useState } from 'preact/hooks';
import { Busy } from '../parts/busy.tsx';
import { Button } from '../parts/button.tsx';
import { Notice, TroubleNotice } from '../parts/notice.tsx';
import { call } from '../server.ts';
import { useShell } from '../shell.ts';
import { useTask } from '../task.ts';
import { ModuleChoices, useModules } from './module-choices.tsx';

/** Of a workbook that is set up: adds optional sheets, and what someone deleted or a later version brought. */
export function MoreSheets() {
  const { words, language, refresh } = useShell();
  const modules = useModules();
  const task = useTask();
  const [said, setSaid] = useState<string | null>(null);

  const run = () =>
    task.run(async () => {
      setSaid(null);
      const { sentence } = await call('setUp', { language, ...modules.chosen });
      setSaid(sentence);
      modules.clear();
      refresh();
    });
  const submit = (event: Event) => {
    event.preventDefault();
    if (!task.running) run();
  };

  return (
    <form class="stack" onSubmit={submit}>
      <h2>{words('UI_MORE_TITLE')}</h2>
      <p>{words('UI_MORE_LEAD')}</p>
      <ModuleChoices choice={modules} disabled={task.running} />
      <div class="actions">
        <Button type="submit" busy={task.running}>
          {words('UI_MORE')}
        </Button>
      </div>
      <Busy words={words} running={task.running} text={words('UI_MORE_WORKING')} />
      {said === null ? null : <Notice tone="good">{said}</Notice>}
      <TroubleNotice words={words} trouble={task.trouble} onRetry={run} />
    </form>
  );
}
