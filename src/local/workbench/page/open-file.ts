/** Opens a workbook file in place of the spreadsheet that is open. */
import { fill } from './automation/format.ts';
import { ask } from './dialogs.ts';
import { element } from './dom.ts';
import { post, words } from './server.ts';
import { toast } from './toasts.ts';

/** Asks for a file, and whether it may take the place of what is open. */
export function chooseFile(): void {
  const field = element('input', { type: 'file', accept: '.xlsx,.json' });
  field.addEventListener('change', () => {
    const file = field.files?.[0];
    if (!file) return;
    ask(fill(words.openTitle, { name: file.name }), words.openText, [
      { label: words.open, primary: true, action: () => void open(file) },
      { label: words.cancel },
    ]);
  });
  field.click();
}

async function open(file: File): Promise<void> {
  const done = toast({ text: words.opening, seconds: -1 });
  try {
    const answer = await post<{ ok: boolean; partly?: boolean }>('/open', file);
    const values = { name: file.name };
    if (!answer.ok) toast({ text: fill(words.notOpened, values), level: 'error', seconds: 15 });
    else
      toast({ title: fill(words.opened, values), text: answer.partly ? words.openedPartly : '', seconds: 8 });
  } catch (error) {
    toast({ text: error instanceof Error ? error.message : String(error), level: 'error', seconds: 15 });
  } finally {
    done();
  }
}
