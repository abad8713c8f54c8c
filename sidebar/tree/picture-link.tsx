import { useEffect, useRef } from 'preact/hooks';
import { Busy } from '../parts/busy.tsx';
import { Button } from '../parts/button.tsx';
import { TroubleNotice } from '../parts/notice.tsx';
import { call } from '../server.ts';
import { useTask } from '../task.ts';
import { useShell } from './shell.ts';

type LinkProps = {
  readonly hasUnsaved: boolean;
  /** The tree may have been changed in the picture. */
  readonly onReturn: () => void;
};

/** Opens the dialog with the picture of the tree, which shows what the sheet has. */
export function PictureLink({ hasUnsaved, onReturn }: LinkProps) {
  const { words } = useShell();
  const task = useTask();
  const wasOpened = useRef(false);
  // Google says nothing of a dialog that is closed; the sidebar has the focus again once somebody goes on in it.
  useEffect(() => {
    const back = () => {
      if (!wasOpened.current) return;
      wasOpened.current = false;
      onReturn();
    };
    window.addEventListener('focus', back);
    return () => window.removeEventListener('focus', back);
  });
  const open = () =>
    task.run(async () => {
      await call('openTreePicture', {});
      wasOpened.current = true;
    });
  return (
    <div class="picture-link">
      <Button busy={task.running} onPress={open}>
        {words('UI_TREE_PICTURE')}
      </Button>
      {hasUnsaved ? <p class="hint">{words('UI_TREE_PICTURE_SAVED')}</p> : null}
      <Busy words={words} running={task.running} text={words('UI_WORKING')} />
      <TroubleNotice words={words} trouble={task.trouble} onRetry={open} />
    </div>
  );
}
