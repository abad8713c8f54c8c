import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { OpenedTree } from '../../src/addon/tree-api.ts';
import { metricOf } from '../../src/kpi/metrics.ts';
import { Busy } from '../parts/busy.tsx';
import { Button } from '../parts/button.tsx';
import { Notice, TroubleNotice } from '../parts/notice.tsx';
import { checkRows, sheetUnit } from './checks.ts';
import { done, moved } from './deeds.ts';
import { DisputeView } from './dispute-view.tsx';
import { type Draft, unsavedIn } from './drafts.ts';
import { spotOfHover } from './drag.ts';
import { changed, type Editor, withCells, withDraft } from './editor.ts';
import { autoId, withId } from './moves.ts';
import { NodeForm } from './node-form.tsx';
import { Outline } from './outline.tsx';
import type { Deed } from './outline-keys.ts';
import { PictureLink } from './picture-link.tsx';
import { SaveBar } from './save-bar.tsx';
import { type Scene, SceneContext } from './scene.ts';
import { useShell } from './shell.ts';
import { structureOf, subtree } from './structure.ts';
import { handedDown, isTargetEmpty, nameOf, withHanded } from './targets.ts';
import { Tools } from './tools.tsx';
import { useFigures } from './use-figures.ts';
import type { TreeWork } from './use-tree.ts';
import { treeCount } from './words.ts';

/** A KPI with another metric: its unit and direction come from the catalogue, and its name where nobody gave it one. */
function withMetric(
  editor: Editor,
  draft: Draft,
  metric: string | null,
  names: ReadonlySet<string>,
  language: 'en' | 'zh-CN',
): Editor {
  const known = metricOf(metric ?? '');
  const before = metricOf(String(draft.row.metric ?? ''));
  const name = String(draft.row.name ?? '');
  const isUnnamed = name === '' || names.has(name) || name === before?.names[language];
  const cells = {
    metric,
    ...(known === undefined ? {} : { unit: sheetUnit(known.unit), direction: known.direction }),
    ...(known !== undefined && isUnnamed ? { name: known.names[language] } : {}),
  };
  const next = withCells(editor, draft.uid, cells);
  if (!draft.isAuto) return next;
  const parent = structureOf(next.drafts).parentOf.get(draft.uid) ?? null;
  const above = next.drafts.find(({ uid }) => uid === parent)?.row;
  const id = autoId(next.drafts, above, metric ?? '', draft.uid);
  return { ...next, drafts: withId(next.drafts, draft.uid, id, true) };
}

type EditorProps = { readonly work: TreeWork; readonly state: OpenedTree; readonly editor: Editor };

/** Outline, form and save bar. */
export function TreeEditor({ work, state, editor }: EditorProps) {
  const { words, language } = useShell();
  const [deleted, setDeleted] = useState(0);
  const [box, form] = [useRef<HTMLDivElement>(null), useRef<HTMLDivElement>(null)];
  const { drafts, base, selected, closed } = editor;
  const figures = useFigures(drafts, base, state.targets);
  const structure = useMemo(() => structureOf(drafts), [drafts]);
  const checked = useMemo(
    () =>
      checkRows(
        drafts.map(({ row }) => row),
        state,
      ),
    [drafts, state],
  );
  const unsaved = useMemo(() => unsavedIn(drafts, base), [drafts, base]);
  const handed = useMemo(
    () => handedDown(checked.tree, drafts, figures, state),
    [checked.tree, drafts, figures.nodes, state],
  );
  const finish = (now: Editor): Editor => ({ ...now, drafts: withHanded(now.drafts, handed) });
  const draft = selected === null ? undefined : structure.byUid.get(selected);

  const focusName = () => {
    // After the form of a new KPI is there.
    setTimeout(() => {
      const field = form.current?.querySelector<HTMLInputElement>('[data-field=name]');
      field?.focus();
      field?.select();
    });
  };
  const act = (deed: Deed) => {
    setDeleted(deed.kind === 'delete' && selected !== null ? subtree(structure, selected).length : 0);
    work.edit((now) => done(now, deed, words('UI_TREE_NEW_NAME')));
    if (deed.kind === 'edit' || deed.kind === 'child' || deed.kind === 'sibling') focusName();
  };
  // Also from the fields of the form, whose own undoing knows nothing of the tree.
  const keys = (event: KeyboardEvent) => {
    const isCommand = event.ctrlKey || event.metaKey;
    if (!isCommand || event.altKey || event.defaultPrevented) return;
    const key = event.key.toLowerCase();
    if (key !== 'z' && key !== 'y') return;
    event.preventDefault();
    act({ kind: key === 'y' || event.shiftKey ? 'redo' : 'undo' });
  };
  useEffect(() => {
    const own = box.current;
    own?.addEventListener('keydown', keys);
    return () => own?.removeEventListener('keydown', keys);
  });
  const rowAt = draft === undefined ? -1 : drafts.indexOf(draft);
  const scene: Scene | null =
    draft === undefined
      ? null
      : {
          ...{ state, structure, draft, week: figures.week, isReading: figures.task.running },
          faults: checked.faults.get(rowAt) ?? [],
          figures: figures.nodes.get(draft.uid),
          known: figures,
          handed: handed.get(draft.uid),
          setCells: (cells) => work.edit((now) => withCells(now, draft.uid, cells)),
          setMetric: (metric) =>
            work.edit((now) => {
              const names = new Set([words('UI_TREE_NEW_NAME')]);
              return withMetric(now, draft, metric, names, language);
            }),
          setId: (id) =>
            work.edit((now) => changed(now, withId(now.drafts, draft.uid, id.trim(), false), draft.uid)),
          setParent: (uid) => work.edit((now) => moved(now, draft.uid, { parent: uid, before: null })),
          setTarget: (target, mark) =>
            work.edit((now) => withDraft(now, draft.uid, (each) => ({ ...each, target }), mark)),
        };
  const [firstRow, firstFaults] =
    [...checked.faults].find(([, list]) => list.some((each) => each.isStructural)) ?? [];
  const fault = firstFaults?.find((each) => each.isStructural);
  const unready = fault === undefined ? drafts.find(isTargetEmpty) : drafts[firstRow as number];
  const obstacle =
    unready === undefined
      ? null
      : {
          text:
            fault === undefined
              ? words('UI_TREE_TARGET_EMPTY', { name: nameOf(unready.row) })
              : words(fault.code, fault.values),
          show: () => act({ kind: 'select', uid: unready.uid }),
        };

  if (work.dispute !== null) {
    return (
      <DisputeView
        words={words}
        state={state}
        conflicts={work.dispute.conflicts}
        onSettle={(choose) => work.settle(choose, finish)}
        onLeave={work.leaveDispute}
      />
    );
  }
  return (
    <div class="tree stack" ref={box}>
      <h2 class="unseen">{words('UI_TAB_TREE')}</h2>
      <Tools
        structure={structure}
        selected={selected}
        canUndo={editor.past.length > 0}
        canRedo={editor.future.length > 0}
        onDeed={act}
        onReload={work.load}
      />
      <Outline
        drafts={drafts}
        structure={structure}
        closed={closed}
        selected={selected}
        figures={figures.nodes}
        faults={checked.faults}
        unsaved={unsaved.uids}
        onDeed={act}
        onDrop={(uid, hover) => work.edit((now) => moved(now, uid, spotOfHover(structure, hover)))}
      />
      <PictureLink hasUnsaved={unsaved.count > 0} onReturn={work.refresh} />
      {deleted === 0 ? null : (
        <Notice tone="info">
          <p>{treeCount(language, deleted, 'UI_TREE_DELETED_ONE', 'UI_TREE_DELETED')}</p>
          <div>
            <Button onPress={() => act({ kind: 'undo' })}>{words('UI_TREE_UNDO')}</Button>
          </div>
        </Notice>
      )}
      <Busy words={words} running={figures.task.running} text={words('UI_TREE_FIGURES_READ')} />
      <TroubleNotice
        words={words}
        trouble={figures.task.trouble}
        title={words('UI_TREE_FIGURES_FAILED')}
        onRetry={figures.read}
      />
      <div ref={form}>
        {scene === null ? null : (
          <SceneContext.Provider value={scene}>
            <NodeForm key={scene.draft.uid} />
          </SceneContext.Provider>
        )}
      </div>
      <SaveBar
        count={unsaved.count}
        saving={work.saving}
        sentence={work.sentence}
        obstacle={obstacle}
        onSave={() => work.save(finish)}
        onDiscard={work.load}
      />
    </div>
  );
}
