import { useState } from 'preact/hooks';
import { useGo } from '../go.ts';
import { Busy } from '../parts/busy.tsx';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { Notice, TroubleNotice } from '../parts/notice.tsx';
import { call } from '../server.ts';
import { useShell } from '../shell.ts';
import { useTask } from '../task.ts';

/** Where Google's frame keeps a page from the clipboard, what is selected can still be copied. */
function isCopiedBySelection(text: string): boolean {
  const focused = document.activeElement;
  const area = document.createElement('textarea');
  area.value = text;
  document.body.append(area);
  area.select();
  const isDone = document.execCommand('copy');
  area.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return isDone;
}

/** A browser may refuse both ways: the person then copies by hand. */
async function isCopied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return isCopiedBySelection(text);
  }
}

/**
 * What can be done with a review that is there: bring its tab to the front, and copy its digest as text, for a chat such
 * as Feishu, WeCom, DingTalk or Slack.
 */
export function ReviewTools({ week, title }: { readonly week: string; readonly title: string }) {
  const { words } = useShell();
  const task = useTask();
  const { go, task: showing } = useGo();
  const [done, setDone] = useState(false);
  const [text, setText] = useState('');
  const copy = () => {
    setDone(false);
    setText('');
    task.run(async () => {
      const digest = await call('reviewDigest', { week });
      if (await isCopied(digest.text)) setDone(true);
      else setText(digest.text);
    });
  };
  return (
    <div class="stack">
      <div class="actions">
        <Button busy={showing.running} onPress={() => go(title)}>
          {words('UI_SHOW_TAB')}
        </Button>
        <Button busy={task.running} onPress={copy}>
          {words('UI_DIGEST_COPY')}
        </Button>
      </div>
      <Busy words={words} running={task.running} text={words('UI_WORKING')} />
      <TroubleNotice words={words} trouble={showing.trouble} onRetry={() => go(title)} />
      <TroubleNotice words={words} trouble={task.trouble} onRetry={copy} />
      {done ? <Notice tone="good">{words('UI_DIGEST_COPIED')}</Notice> : null}
      {text === '' ? null : (
        <Field label={words('UI_DIGEST_TEXT')} hint={words('UI_DIGEST_BY_HAND')}>
          {(ids) => (
            <textarea
              {...ids}
              ref={(area: HTMLTextAreaElement | null) => area?.select()}
              readOnly
              rows={10}
              value={text}
              onFocus={(event) => event.currentTarget.select()}
            />
          )}
        </Field>
      )}
    </div>
  );
}
