import { useEffect, useMemo, useState } from 'preact/hooks';
import type { OpenedTree } from '../../src/addon/tree-api.ts';
import { listed } from '../../src/text/row.ts';
import { Busy } from '../parts/busy.tsx';
import { Button } from '../parts/button.tsx';
import { Notice, TroubleNotice } from '../parts/notice.tsx';
import { Tabs } from '../parts/tabs.tsx';
import { usePatience } from '../task.ts';
import { DisputeView } from '../tree/dispute-view.tsx';
import { Canvas } from './canvas.tsx';
import { CascadeView } from './cascade/cascade-view.tsx';
import { EditPanel } from './edit-panel.tsx';
import { idOf } from './edits.ts';
import type { Speech } from './facts.ts';
import { pageLanguage, sayIn } from './language.ts';
import { collapsedFrom } from './nodes.ts';
import { type Saving, useSave } from './save.ts';
import { firstCollapsed, sceneOf } from './scene.ts';
import { useTakeOut } from './take-out.tsx';
import { useUndo } from './undo.tsx';
import { Unlike } from './unlike.tsx';
import { useTree } from './use-tree.ts';

type Tab = 'picture' | 'cascade';
type Tree = ReturnType<typeof useTree>;
const NONE: ReadonlySet<string> = new Set();

type OutcomeProps = Pick<ViewProps, 'tree' | 'state' | 'speech'> & { readonly saving: Saving };

/** What came of saving: conflicts to be settled, or that it is done. */
function Outcome({ saving, tree, state, speech }: OutcomeProps) {
  const { conflicts, sentence, settle, leave } = saving;
  if (conflicts !== null) {
    return (
      <DisputeView
        words={speech.words}
        state={state}
        conflicts={conflicts}
        onSettle={settle}
        onLeave={leave}
      />
    );
  }
  // What was taken back is saved no longer.
  return sentence === null || tree.undo === null ? null : <Notice tone="good">{sentence}</Notice>;
}

type ViewProps = {
  readonly tree: Tree;
  readonly state: OpenedTree;
  readonly speech: Speech;
  /** ID of the KPI that is edited. */
  readonly selected: string | null;
  /** Goes to the picture, to edit a KPI there. */
  readonly onSelect: (id: string | null) => void;
  /** Goes to the cascade, as the sheet has it. */
  readonly onCascade: () => void;
};

/** The picture with its panel, and what can be done with it. */
function PictureView({ tree, state, speech, selected, onSelect, onCascade }: ViewProps) {
  const { words, language } = speech;
  const { figures, version, readFigures } = tree;
  const [collapsed, setCollapsed] = useState(() => firstCollapsed(state));
  const scene = useMemo(() => sceneOf(state, figures, collapsed, speech), [state, figures, collapsed]);
  const saving = useSave(state, tree);
  const takeOut = useTakeOut(scene, collapsed, state, words);
  const toggle = (id: string) => {
    const next = new Set(collapsed);
    if (!next.delete(id)) next.add(id);
    setCollapsed(next);
  };
  const collapseAll = (isCollapsed: boolean) =>
    setCollapsed(isCollapsed ? collapsedFrom(scene.forest, 1) : NONE);
  const edit = (id: string | null) => {
    onSelect(id);
    saving.forget();
    if (id === null) document.querySelector<SVGGElement>('[role=treeitem][tabindex="0"]')?.focus();
  };
  const row = state.rows.findIndex((each) => idOf(each) === selected);
  const { lost } = scene.forest;
  const outcome = <Outcome {...{ saving, tree, state, speech }} />;
  return (
    <>
      <div class="bar">
        {takeOut.buttons}
        <div class="status-line">
          <Busy words={words} running={tree.reading.running} text={words('PIC_FIGURES')} />
        </div>
      </div>
      <div class="notices">
        {takeOut.outcome}
        <TroubleNotice
          words={words}
          trouble={tree.reading.trouble}
          title={words('PIC_NO_FIGURES')}
          onRetry={readFigures}
        />
        {lost.length === 0 ? null : (
          <Notice tone="warn">{words('PIC_LOST', { names: listed(lost, language) })}</Notice>
        )}
        {row < 0 ? outcome : null}
      </div>
      <div class="work">
        <Canvas
          scene={scene}
          speech={speech}
          collapsed={collapsed}
          selected={selected}
          onToggle={toggle}
          onCollapseAll={collapseAll}
          onEdit={edit}
        />
        {row < 0 ? null : (
          <EditPanel
            key={`${selected}/${version}/${figures === null}`}
            state={state}
            figures={figures}
            row={row}
            speech={speech}
            task={saving.task}
            isDisputed={saving.conflicts !== null}
            onSave={saving.save}
            onClose={() => edit(null)}
          >
            {outcome}
            <Unlike {...{ state, figures, row, speech, onCascade }} />
          </EditPanel>
        )}
      </div>
    </>
  );
}

/** The cascade, once the figures are there. */
function CascadeTab({ tree, state, speech, onSelect }: ViewProps) {
  const { words } = speech;
  const { figures, reading, readFigures } = tree;
  const saving = useSave(state, tree);
  return (
    <div class="scroll">
      <Busy words={words} running={reading.running && figures === null} text={words('PIC_FIGURES')} />
      <TroubleNotice words={words} trouble={reading.trouble} onRetry={readFigures} />
      {figures === null ? null : (
        <CascadeView
          {...{ state, figures, speech, task: saving.task }}
          onSave={saving.save}
          onSetGoal={onSelect}
        >
          <Outcome {...{ saving, tree, state, speech }} />
        </CascadeView>
      )}
    </div>
  );
}

function Views({ tree, state }: { readonly tree: Tree; readonly state: OpenedTree }) {
  const [tab, setTab] = useState<Tab>('picture');
  const [selected, setSelected] = useState<string | null>(null);
  const [cascades, setCascades] = useState(0);
  const language = pageLanguage();
  const speech = useMemo(
    () => ({ language, words: sayIn(language), currency: state.currency }),
    [language, state.currency],
  );
  const { words } = speech;
  const undo = useUndo(tree, words);
  const go = (next: Tab) => {
    setTab(next);
    undo.forget();
  };
  const select = (id: string | null) => {
    go('picture');
    setSelected(id);
  };
  const cascade = () => {
    go('cascade');
    setCascades(cascades + 1);
    document.getElementById('tab-cascade')?.focus();
  };
  const tabs = [
    { key: 'picture', text: words('PIC_TAB_PICTURE') },
    { key: 'cascade', text: words('PIC_TAB_CASCADE') },
  ] as const;
  const views = { picture: PictureView, cascade: CascadeTab };
  return (
    <>
      <header>
        <h1 class="unseen">{words('PIC_TITLE')}</h1>
        <Tabs label={words('PIC_VIEWS')} tabs={tabs} selected={tab} onSelect={go} />
        {undo.button}
      </header>
      {undo.outcome}
      <main>
        {tabs.map(({ key }) => {
          const View = views[key];
          return (
            <div
              key={key}
              class="view"
              role="tabpanel"
              id={`panel-${key}`}
              aria-labelledby={`tab-${key}`}
              hidden={key !== tab}
            >
              <View
                key={key === 'cascade' ? cascades : key}
                {...{ tree, state, speech, selected }}
                onSelect={select}
                onCascade={cascade}
              />
            </div>
          );
        })}
      </main>
    </>
  );
}

/** The whole page. */
export function App() {
  const tree = useTree();
  const { state, load, read } = tree;
  const language = pageLanguage();
  const words = sayIn(language);
  const patience = usePatience(load.running);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = words('PIC_TITLE');
  }, [language]);
  if (state !== null && state.rows.length > 0) return <Views tree={tree} state={state} />;
  return (
    <main class="screen">
      <h1 class="unseen">{words('PIC_TITLE')}</h1>
      <Busy words={words} running={load.running} text={words('UI_LOADING')} />
      {patience === 'long' ? (
        <div>
          <Button onPress={read}>{words('UI_RETRY')}</Button>
        </div>
      ) : null}
      <TroubleNotice words={words} trouble={load.trouble} onRetry={read} />
      {state === null ? null : <Notice tone="info">{words('PIC_EMPTY_TREE')}</Notice>}
    </main>
  );
}
