import { useRef, useState } from 'preact/hooks';
import { formatCount } from '../language.ts';
import { Busy, Progress } from '../parts/busy.tsx';
import { Button } from '../parts/button.tsx';
import { Notice, TroubleNotice } from '../parts/notice.tsx';
import { type Piece, samplePieces } from '../sample/load.ts';
import { rowsOf } from '../sample/pieces.ts';
import { call } from '../server.ts';
import { useShell } from '../shell.ts';
import { useTask } from '../task.ts';

type Load = {
  readonly pieces: readonly Piece[];
  readonly next: number;
  readonly added: number;
};

const sumRows = (pieces: readonly Piece[]) => pieces.reduce((sum, piece) => sum + rowsOf(piece), 0);

/** Lets the page draw what was set before a second of computing. */
const nextFrame = () => new Promise<void>((resolve) => setTimeout(resolve, 20));

/** The loading of the sample rows, piece by piece; it can stop between pieces and go on from there. */
function useSampleLoad() {
  const { state, refresh } = useShell();
  const task = useTask();
  const stop = useRef(false);
  const [stopping, setStopping] = useState(false);
  const [load, setLoad] = useState<Load | null>(null);

  const send = async (from: Load) => {
    let at = from;
    setLoad(at);
    for (const piece of from.pieces.slice(from.next)) {
      if (stop.current) break;
      const { added } = await call('loadRows', piece);
      at = { ...at, next: at.next + 1, added: at.added + added };
      setLoad(at);
    }
    refresh();
  };
  const start = () => {
    stop.current = false;
    setStopping(false);
    task.run(async () => {
      await nextFrame();
      const unfinished = load !== null && load.next < load.pieces.length;
      await send(unfinished ? load : { pieces: await samplePieces(state), next: 0, added: 0 });
    });
  };
  const halt = () => {
    stop.current = true;
    setStopping(true);
  };
  return { task, load, stopping, start, halt };
}

function LoadProgress({
  load,
  stopping,
  onStop,
}: {
  load: Load | null;
  stopping: boolean;
  onStop: () => void;
}) {
  const { words, language } = useShell();
  if (load === null) return <Busy words={words} running={true} text={words('UI_SAMPLE_MAKING')} />;
  const done = sumRows(load.pieces.slice(0, load.next));
  const total = sumRows(load.pieces);
  const counts = { done: formatCount(language, done), total: formatCount(language, total) };
  return (
    <>
      <Progress done={done} total={total} label={words('UI_SAMPLE_SENDING', counts)} />
      <Busy words={words} running={true} text={words(stopping ? 'UI_SAMPLE_STOPPING' : 'UI_WORKING')} />
      <div class="actions">
        <Button onPress={onStop} disabled={stopping}>
          {words('UI_SAMPLE_STOP')}
        </Button>
      </div>
    </>
  );
}

function LoadResult({ load, onRest }: { readonly load: Load; readonly onRest: () => void }) {
  const { words, language, open } = useShell();
  const total = sumRows(load.pieces);
  if (load.next < load.pieces.length) {
    const done = sumRows(load.pieces.slice(0, load.next));
    const counts = { done: formatCount(language, done), total: formatCount(language, total) };
    return (
      <Notice tone="warn">
        <p>{words('UI_SAMPLE_STOPPED', counts)}</p>
        <div>
          <Button onPress={onRest}>{words('UI_SAMPLE_REST')}</Button>
        </div>
      </Notice>
    );
  }
  if (load.added === 0) return <Notice tone="info">{words('UI_SAMPLE_NOTHING')}</Notice>;
  return (
    <Notice tone="good">
      <p>{words('UI_SAMPLE_DONE', { count: formatCount(language, load.added) })}</p>
      <div>
        <Button kind="primary" onPress={() => open('review')}>
          {words('UI_TO_REVIEW')}
        </Button>
      </div>
    </Notice>
  );
}

/** Fills the sheets with an invented team. */
export function SampleData() {
  const { state, words } = useShell();
  const { task, load, stopping, start, halt } = useSampleLoad();
  const mixes = state.accounts.length > 0 && load === null;
  const fresh = load === null && !task.running;
  return (
    <section class="stack">
      <h2>{words('UI_SAMPLE_TITLE')}</h2>
      <p>{words('UI_SAMPLE_LEAD')}</p>
      {mixes ? <p class="hint">{words('UI_SAMPLE_MIXES')}</p> : null}
      {fresh && task.trouble === null ? (
        <div class="actions">
          <Button onPress={start}>{words(mixes ? 'UI_SAMPLE_LOAD_ANYWAY' : 'UI_SAMPLE_LOAD')}</Button>
        </div>
      ) : null}
      {task.running ? <LoadProgress load={load} stopping={stopping} onStop={halt} /> : null}
      <TroubleNotice words={words} trouble={task.trouble} onRetry={start} />
      {load === null || task.running || task.trouble !== null ? null : (
        <LoadResult load={load} onRest={start} />
      )}
    </section>
  );
}
