import { useState } from 'preact/hooks';
import type { TreeState } from '../../src/addon/tree-api.ts';
import { Busy } from '../parts/busy.tsx';
import { Button } from '../parts/button.tsx';
import { Notice, TroubleNotice } from '../parts/notice.tsx';
import { call } from '../server.ts';
import { useTask } from '../task.ts';
import { canvasOf, download, paperOf, scaleFor, sheetImage } from './export.tsx';
import type { Say } from './language.ts';
import type { Scene } from './scene.ts';

type TakeOut = {
  readonly sentence: string;
  readonly isSmall?: boolean;
  /** The add-on did less than was wanted, as its sentence says. */
  readonly isPartial?: boolean;
};

/** Takes the picture out of the page, as it is drawn now: into a file, or into the review. */
export function useTakeOut(scene: Scene, collapsed: ReadonlySet<string>, state: TreeState, words: Say) {
  const task = useTask();
  const [done, setDone] = useState<TakeOut | null>(null);
  const [last, setLast] = useState<'file' | 'review'>('file');
  const week = state.lastWeek;
  const paper = () => {
    const name = scene.forest.nodes[scene.order[0] ?? -1]?.name ?? words('PIC_TITLE');
    return paperOf(scene, collapsed, words('PIC_HEADING', { name, week }));
  };
  const start = (kind: 'file' | 'review', work: () => Promise<TakeOut>) => {
    if (task.running) return;
    setDone(null);
    setLast(kind);
    task.run(async () => setDone(await work()));
  };
  const toFile = () =>
    start('file', async () => {
      const drawn = paper();
      const name = `kpi-tree-${week}.png`;
      await download(await canvasOf(drawn, scaleFor(drawn)), name);
      return { sentence: words('PIC_SAVED_PNG', { name }) };
    });
  const toReview = () =>
    start('review', async () => {
      const { isLegible, ...image } = await sheetImage(paper());
      const { sentence, isPartial = false } = await call('addTreeImage', { week, ...image });
      return { sentence, isPartial, isSmall: !isPartial && !isLegible };
    });
  const buttons = (
    <>
      <Button busy={task.running} onPress={toReview}>
        {words('PIC_TO_REVIEW')}
      </Button>
      <Button busy={task.running} onPress={toFile}>
        {words('PIC_SAVE_PNG')}
      </Button>
    </>
  );
  const outcome = (
    <>
      <Busy words={words} running={task.running} text={words('PIC_DRAWING')} />
      <TroubleNotice words={words} trouble={task.trouble} onRetry={last === 'file' ? toFile : toReview} />
      {done === null ? null : (
        <Notice tone={done.isSmall || done.isPartial ? 'warn' : 'good'}>
          <p>{done.sentence}</p>
          {done.isSmall ? <p>{words('PIC_SMALL')}</p> : null}
        </Notice>
      )}
    </>
  );
  return { buttons, outcome };
}
