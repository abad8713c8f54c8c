import { listed } from '../../src/text/row.ts';
import { sayCount } from '../language.ts';
import { Progress } from '../parts/busy.tsx';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { useShell } from '../shell.ts';
import { DropZone } from './drop-zone.tsx';
import { FileCard } from './file-card.tsx';
import { isImportable } from './queue.ts';
import { UndoLast } from './undo-last.tsx';
import { type Queue, type Run, useQueue } from './use-queue.ts';

/** Brings export files into the sheets. */
export function DataScreen() {
  const { state, words, language } = useShell();
  const files = useQueue();
  const lacking = state.lacking[state.lastWeek];
  return (
    <>
      <section class="stack">
        <h2>{words('UI_DATA_TITLE')}</h2>
        <p>{words('UI_DATA_LEAD')}</p>
        <DropZone onFiles={(dropped) => void files.add(dropped)} />
        {lacking === undefined ? null : <Notice tone="info">{lacking}</Notice>}
        {files.twice.length === 0 ? null : (
          <Notice tone="info">{words('UI_FILE_TWICE', { files: listed(files.twice, language) })}</Notice>
        )}
      </section>
      {files.queue.length === 0 ? null : <FileList files={files} />}
      {files.run.running ? null : <UndoLast files={files} />}
    </>
  );
}

function FileList({ files }: { readonly files: Queue }) {
  const { words, language } = useShell();
  const { queue, run } = files;
  const ready = queue.filter(isImportable).length;
  return (
    <section class="stack">
      <h2>{words('UI_FILES_TITLE')}</h2>
      <ul class="cards">
        {queue.map((entry) => (
          <FileCard key={entry.id} entry={entry} files={files} />
        ))}
      </ul>
      {run.running ? (
        <RunProgress run={run} isSending={queue.some(({ piece }) => piece !== null)} onStop={files.halt} />
      ) : null}
      {ready > 0 && !run.running ? (
        <div class="actions">
          <Button kind="primary" onPress={files.importReady}>
            {sayCount(language, ready, 'UI_IMPORT_ONE', 'UI_IMPORT')}
          </Button>
        </div>
      ) : null}
      <RunResult run={run} />
      {queue.some(({ stage }) => stage === 'done') && !run.running ? (
        <div class="clear">
          <Button kind="quiet" onPress={files.clear}>
            {words('UI_CLEAR_DONE')}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

const STOP_WORDS = {
  sending: ['UI_SEND_STOP', 'UI_SEND_STOPPING'],
  importing: ['UI_IMPORT_STOP', 'UI_IMPORT_STOPPING'],
} as const;

type ProgressProps = { readonly run: Run; readonly isSending: boolean; readonly onStop: () => void };

function RunProgress({ run, isSending, onStop }: ProgressProps) {
  const { words } = useShell();
  const { number, count, stopping } = run;
  return (
    <div class="stack">
      <Progress done={number - 1} total={count} label={words('UI_IMPORT_PROGRESS', { number, count })} />
      {count > 1 || isSending ? (
        <div class="actions">
          <Button onPress={onStop} disabled={stopping || (number === count && !isSending)}>
            {words(STOP_WORDS[isSending ? 'sending' : 'importing'][stopping ? 1 : 0])}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function RunResult({ run }: { readonly run: Run }) {
  const { words, language } = useShell();
  if (run.left === null) return null;
  if (run.left === 0 && run.failed === 0) return <Notice tone="info">{words('UI_IMPORT_FINISHED')}</Notice>;
  if (run.left === 0) {
    return (
      <Notice tone="warn">
        {sayCount(language, run.failed, 'UI_IMPORT_FAILED_ONE', 'UI_IMPORT_FAILED')}
      </Notice>
    );
  }
  return (
    <Notice tone="warn">{sayCount(language, run.left, 'UI_IMPORT_STOPPED_ONE', 'UI_IMPORT_STOPPED')}</Notice>
  );
}
