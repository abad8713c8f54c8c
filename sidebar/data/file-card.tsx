import { sayCount, type TextCode } from '../language.ts';
import { Busy, Progress } from '../parts/busy.tsx';
import { Button } from '../parts/button.tsx';
import { Sign, TroubleNotice } from '../parts/notice.tsx';
import { useShell } from '../shell.ts';
import { KnownFile } from './known-file.tsx';
import { MappingForm } from './mapping-form.tsx';
import { OutcomeView } from './outcome-view.tsx';
import { isSampled, type QueuedFile, type Stage } from './queue.ts';
import type { Queue } from './use-queue.ts';

const AT_WORK: Partial<Record<Stage, TextCode>> = {
  reading: 'UI_READING',
  recognising: 'UI_RECOGNISING',
  importing: 'UI_IMPORTING',
  sending: 'UI_SENDING',
};

type CardProps = { readonly entry: QueuedFile; readonly files: Queue };

/** One file: what it is, what is still to be said about it, and what became of it. */
export function FileCard({ entry, files }: CardProps) {
  const { words } = useShell();
  const { id, file, stage, sample } = entry;
  const work = AT_WORK[stage];
  const idle = !files.run.running && work === undefined;
  return (
    <li class="card stack">
      <div class="between">
        <h3 class="file-name">{file.name}</h3>
        {idle ? (
          <Button
            kind="quiet"
            label={words('UI_REMOVE', { file: file.name })}
            onPress={() => files.remove(id)}
          >
            <span aria-hidden="true">✕</span>
          </Button>
        ) : null}
      </div>
      <StageLine entry={entry} />
      {sample === null || stage === 'done' ? null : (
        <p class="hint">{words('UI_ENCODING_GUESSED', { sample })}</p>
      )}
      <Questions entry={entry} files={files} />
      <Busy
        words={words}
        running={work !== undefined && entry.piece === null}
        text={work === undefined ? '' : words(work)}
      />
      {entry.piece === null ? null : (
        <Progress
          done={entry.piece.number - 1}
          total={entry.piece.count}
          label={words('UI_SENDING', entry.piece)}
        />
      )}
      <FileTrouble entry={entry} files={files} />
      {entry.outcome === null ? null : <OutcomeView outcome={entry.outcome} />}
    </li>
  );
}

/** What is still to be said: how to read it, or whose it is and of which day. */
function Questions({ entry, files }: CardProps) {
  const { recognised, stage } = entry;
  const isAgain = stage === 'recognising' && recognised?.proposal === undefined;
  if (recognised === null || (stage !== 'ready' && stage !== 'failed' && !isAgain)) return null;
  const { proposal } = recognised;
  if (proposal === undefined) return <KnownFile entry={entry} files={files} recognised={recognised} />;
  return (
    <MappingForm
      proposal={proposal}
      onRead={(mapping) => files.read(entry, { mapping, known: false, platform: '' })}
    />
  );
}

function FileTrouble({ entry, files }: CardProps) {
  const { words } = useShell();
  // A file that this browser cannot read will not become readable by another try.
  const hopeless = entry.tables === null;
  const retry = hopeless || files.run.running ? {} : { onRetry: () => files.retry(entry) };
  return <TroubleNotice words={words} trouble={entry.trouble} title={words('UI_FAILED')} {...retry} />;
}

function StageLine({ entry }: { readonly entry: QueuedFile }) {
  const { words, language } = useShell();
  const { stage, recognised } = entry;
  if (stage === 'waiting') return <p class="hint">{words('UI_WAITING')}</p>;
  if (stage === 'done') {
    return (
      <p class="status">
        <Sign tone="good" />
        <span>{words('UI_IMPORTED')}</span>
      </p>
    );
  }
  if (recognised === null || recognised.proposal !== undefined) return null;
  const { format, rows } = recognised;
  const many = isSampled(entry) ? 'UI_RECOGNISED_LONG' : 'UI_RECOGNISED';
  return <p>{sayCount(language, rows, isSampled(entry) ? many : 'UI_RECOGNISED_ONE', many, { format })}</p>;
}
