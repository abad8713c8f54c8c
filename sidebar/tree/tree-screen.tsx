import { useState } from 'preact/hooks';
import { Busy } from '../parts/busy.tsx';
import { Button } from '../parts/button.tsx';
import { TroubleNotice } from '../parts/notice.tsx';
import { ModelForm } from '../start/model-form.tsx';
import { added } from './deeds.ts';
import { useShell } from './shell.ts';
import { TreeEditor } from './tree-editor.tsx';
import { type TreeWork, useTree } from './use-tree.ts';

/** Two ways to begin. */
function EmptyTree({ work }: { readonly work: TreeWork }) {
  const { words } = useShell();
  const [model, setModel] = useState('');
  const begin = () =>
    work.edit((editor) =>
      added(editor, null, { name: words('UI_TREE_GOAL_NAME'), metric: 'gmv', unit: 'money' }),
    );
  return (
    <>
      <section class="stack">
        <h2>{words('UI_TREE_EMPTY')}</h2>
        <p>{words('UI_TREE_EMPTY_LEAD')}</p>
        <div>
          <Button kind="primary" onPress={begin}>
            {words('UI_TREE_SCRATCH')}
          </Button>
        </div>
      </section>
      <ModelForm model={model} onModel={setModel} />
    </>
  );
}

/** The tab with the KPI tree. Nothing is read before it is opened for the first time. */
export function TreeScreen({ isVisible }: { readonly isVisible: boolean }) {
  const { words } = useShell();
  const work = useTree(isVisible);
  const { state, editor, loading } = work;
  return (
    <>
      <Busy words={words} running={loading.running && state === null} text={words('UI_LOADING')} />
      <TroubleNotice words={words} trouble={loading.trouble} onRetry={work.load} />
      {state === null || editor === null ? null : editor.drafts.length + editor.base.length === 0 ? (
        <EmptyTree work={work} />
      ) : (
        <TreeEditor work={work} state={state} editor={editor} />
      )}
    </>
  );
}
