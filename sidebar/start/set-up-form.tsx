import { useState } from 'preact/hooks';
import type { Language } from '../language.ts';
import { Busy } from '../parts/busy.tsx';
import { Button } from '../parts/button.tsx';
import { type Option, Select } from '../parts/field.tsx';
import { TroubleNotice } from '../parts/notice.tsx';
import { call } from '../server.ts';
import { useShell } from '../shell.ts';
import { useTask } from '../task.ts';
import { currencyOptions } from './currencies.ts';
import { ModuleChoices, useModules } from './module-choices.tsx';

// A language is named in itself: whoever needs it must be able to read it.
const LANGUAGE_OPTIONS: readonly (Option & { readonly value: Language })[] = [
  { value: 'en', text: 'English' },
  { value: 'zh-CN', text: '简体中文' },
];

/** Makes the sheets in the chosen language and currency. */
export function SetUpForm() {
  const { words, language, choose, refresh } = useShell();
  const [currency, setCurrency] = useState('USD');
  const modules = useModules();
  const task = useTask();

  const setUp = () =>
    task.run(async () => {
      await call('setUp', { language, currency, ...modules.chosen });
      refresh();
    });
  const submit = (event: Event) => {
    event.preventDefault();
    if (!task.running) setUp();
  };

  return (
    <form class="stack" onSubmit={submit}>
      <h2>{words('UI_SET_UP_TITLE')}</h2>
      <p>{words('UI_SET_UP_LEAD')}</p>
      <Select
        label={words('UI_LANGUAGE')}
        value={language}
        options={LANGUAGE_OPTIONS}
        disabled={task.running}
        onChange={(value) => choose(value === 'zh-CN' ? 'zh-CN' : 'en')}
      />
      <Select
        label={words('UI_CURRENCY')}
        hint={words('UI_CURRENCY_HINT')}
        value={currency}
        options={currencyOptions(language)}
        disabled={task.running}
        onChange={setCurrency}
      />
      <ModuleChoices choice={modules} hint={words('UI_MODULES_HINT')} disabled={task.running} />
      <div class="actions">
        <Button kind="primary" type="submit" busy={task.running}>
          {words('UI_SET_UP')}
        </Button>
      </div>
      <Busy words={words} running={task.running} text={words('UI_SETTING_UP')} />
      <TroubleNotice words={words} trouble={task.trouble} onRetry={setUp} />
    </form>
  );
}
