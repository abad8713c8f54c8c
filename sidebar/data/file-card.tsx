import type { ComponentChildren } from 'preact';
import { formatCount, formatDay, type Language, sayCount, type TextCode } from '../language.ts';
import { Busy, Progress } from '../parts/busy.tsx';
import { Button } from '../parts/button.tsx';
import { Notice, Sign, type Tone, TroubleNotice } from '../parts/notice.tsx';
import { useShell } from '../shell.ts';
import { KnownFile } from './known-file.tsx';
import { MappingForm } from './mapping-form.tsx';
import { OutcomeView } from './outcome-view.tsx';
import { isSampled, needsLook, type QueuedFile, rowsOf, type Stage } from './queue.ts';
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
  const { id, file, stage } = entry;
  const work = AT_WORK[stage];
  const idle = !files.run.running && work === undefined;
  if (idle && files.queue.length > FULL_CARDS && !needsLook(entry)) {
    return (
      <li class="card">
        <details>
          <summary>
            <span class="file-name">{file.name}</span> <StageLine entry={entry} />
          </summary>
          <div class="stack">
            <CardBody entry={entry} files={files} />
            <div class="clear">
              <Button kind="quiet" onPress={() => files.remove(id)}>
                {words('UI_REMOVE', { file: file.name })}
              </Button>
            </div>
          </div>
        </details>
      </li>
    );
  }
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
      <CardBody entry={entry} files={files} />
    </li>
  );
}

/** More files than these are lines, opened by a press. */
const FULL_CARDS = 4;

function CardBody({ entry, files }: CardProps) {
  const { words, language } = useShell();
  const { stage, sample } = entry;
  const work = AT_WORK[stage];
  return (
    <>
      <Glance entry={entry} />
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
          label={words('UI_SENDING', sendingOf(entry.piece, language))}
        />
      )}
      <FileTrouble entry={entry} files={files} />
      {entry.outcome === null ? null : <OutcomeView outcome={entry.outcome} />}
    </>
  );
}

function sendingOf({ number, count, rows }: NonNullable<QueuedFile['piece']>, language: Language) {
  const done = formatCount(language, Math.floor((rows * (number - 1)) / count));
  return { number, count, rows: formatCount(language, rows), done };
}

/** What a person can check before the import: days, currency, sums, and words that are not known. */
function Glance({ entry }: { readonly entry: QueuedFile }) {
  const { words, language } = useShell();
  const { recognised, stage } = entry;
  if (recognised === null || recognised.proposal !== undefined || stage === 'done') return null;
  const { days, currency = '', totals = [], warnings = [] } = recognised;
  const day = (iso: string) => formatDay(language, iso);
  // Of a long file the first rows alone were looked at.
  const whole = !isSampled(entry);
  const parts = [
    ...(days === undefined || !whole ? [] : [words('UI_DAYS', { from: day(days.from), to: day(days.to) })]),
    ...(currency === '' ? [] : [currency]),
    ...(whole ? totals : []).map(({ name, value }) =>
      words('UI_TOTAL', { name, value: formatCount(language, Math.round(value)) }),
    ),
  ];
  return (
    <>
      {parts.length === 0 ? null : <p class="hint">{parts.join(' · ')}</p>}
      {warnings.length === 0 ? null : (
        <Notice tone="warn">
          {warnings.map((warning) => (
            <p key={warning}>{warning}</p>
          ))}
        </Notice>
      )}
    </>
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
  const isFinal = entry.trouble?.kind === 'said' && entry.trouble.isFinal === true;
  const hopeless = entry.tables === null || isFinal;
  const retry = hopeless || files.run.running ? {} : { onRetry: () => files.retry(entry) };
  return <TroubleNotice words={words} trouble={entry.trouble} title={words('UI_FAILED')} {...retry} />;
}

function StageLine({ entry }: { readonly entry: QueuedFile }) {
  const { words, language } = useShell();
  const { stage, recognised, outcome } = entry;
  if (stage === 'waiting') return <p class="hint">{words('UI_WAITING')}</p>;
  if (stage === 'done') {
    const [tone, code] = resultOf(entry);
    const read = formatCount(language, outcome?.read ?? 0);
    const rejected = formatCount(language, outcome?.rejectedCount ?? 0);
    return <Status tone={tone}>{words(code, { read, rejected })}</Status>;
  }
  if (recognised === null || recognised.proposal !== undefined) return null;
  const { format } = recognised;
  return (
    <p class="stage">{sayCount(language, rowsOf(entry), 'UI_RECOGNISED_ONE', 'UI_RECOGNISED', { format })}</p>
  );
}

function Status({ tone, children }: { readonly tone: Tone; readonly children: ComponentChildren }) {
  return (
    <p class="status stage">
      <Sign tone={tone} />
      <span>{children}</span>
    </p>
  );
}

/** How a finished file went: a good sign only where every row was taken. */
function resultOf({ outcome, undone }: QueuedFile): readonly [Tone, TextCode] {
  if (undone) return ['info', 'UI_UNDONE'];
  const { read = 0, rejectedCount = 0, changed } = outcome ?? {};
  if (rejectedCount > 0 && rejectedCount === read) return ['bad', 'UI_IMPORTED_NONE'];
  if (rejectedCount > 0) return ['warn', 'UI_IMPORTED_PARTLY'];
  return changed === false && read > 0 ? ['info', 'UI_IMPORTED_SAME'] : ['good', 'UI_IMPORTED'];
}
