import { useEffect, useState } from 'preact/hooks';
import { Busy } from '../parts/busy.tsx';
import { Button } from '../parts/button.tsx';
import { Notice, TroubleNotice } from '../parts/notice.tsx';
import { call } from '../server.ts';
import { useTask } from '../task.ts';
import type { Say } from './language.ts';
import type { useTree } from './use-tree.ts';

/** Takes the last save back, whichever view made it; what cannot be taken back is told, and then nothing is. */
export function useUndo({ undo, written }: ReturnType<typeof useTree>, words: Say) {
  const task = useTask();
  const [sentence, setSentence] = useState<string | null>(null);
  // A new save has its own outcome to tell.
  useEffect(() => {
    if (undo === null) return;
    setSentence(null);
    task.dismiss();
  }, [undo]);
  const run = () => {
    if (undo === null || task.running) return;
    task.run(async () => {
      const answer = await call('saveTree', undo);
      if (!answer.saved) return;
      setSentence(answer.sentence);
      written(answer.state, null);
    });
  };
  const button =
    undo === null ? null : (
      <Button kind="quiet" busy={task.running} onPress={run}>
        {words('PIC_UNDO')}
      </Button>
    );
  const outcome = (
    <div class="notices">
      <Busy words={words} running={task.running} text={words('PIC_SAVING')} />
      <TroubleNotice words={words} trouble={task.trouble} />
      {sentence === null ? null : <Notice tone="good">{sentence}</Notice>}
    </div>
  );
  return { button, outcome, forget: () => setSentence(null) };
}
