import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { SidebarState } from '../src/addon/api.ts';
import { DataScreen } from './data/data-screen.tsx';
import { browserLanguage, type Language, type Say, sayIn } from './language.ts';
import { MoreScreen } from './more/more-screen.tsx';
import { Busy } from './parts/busy.tsx';
import { Button } from './parts/button.tsx';
import { TroubleNotice } from './parts/notice.tsx';
import { Tabs } from './parts/tabs.tsx';
import { ReviewScreen } from './review/review-screen.tsx';
import { call } from './server.ts';
import { type MoreKey, type Shell, ShellContext, type TabKey } from './shell.ts';
import { NextHint } from './start/next-steps.tsx';
import { StartScreen } from './start/start-screen.tsx';
import { type Task, usePatience, useTask } from './task.ts';
import { TreeHost } from './tree/tree-host.tsx';

/** Before the first state is there: a spinner, and a way out when it takes long. */
function Opening({
  words,
  task,
  onRetry,
}: {
  readonly words: Say;
  readonly task: Task;
  readonly onRetry: () => void;
}) {
  const patience = usePatience(task.running);
  return (
    <main class="screen">
      <Busy words={words} running={task.running} text={words('UI_LOADING')} />
      {patience === 'long' ? (
        <div>
          <Button onPress={onRetry}>{words('UI_RETRY')}</Button>
        </div>
      ) : null}
      <TroubleNotice words={words} trouble={task.trouble} onRetry={onRetry} />
    </main>
  );
}

function Panel({ tab, selected, children }: { tab: TabKey; selected: TabKey; children: ComponentChildren }) {
  // A hidden panel stays alive: files in its list and running imports outlast a look at another tab.
  return (
    <div
      class="screen"
      role="tabpanel"
      id={`panel-${tab}`}
      aria-labelledby={`tab-${tab}`}
      hidden={tab !== selected}
    >
      {children}
    </div>
  );
}

/** Shown in the sections that need the sheets, while there are none. */
function NotYet({ words, onStart }: { readonly words: Say; readonly onStart: () => void }) {
  return (
    <section class="stack">
      <h2>{words('UI_NOT_YET')}</h2>
      <p>{words('UI_NOT_YET_LEAD')}</p>
      <div>
        <Button kind="primary" onPress={onStart}>
          {words('UI_TO_START')}
        </Button>
      </div>
    </section>
  );
}

/** A screen of “More” that was asked for; another object each time, so that it can be asked for again. */
export type Wanted = { readonly screen: MoreKey };

type ScreensProps = { readonly shell: Shell; readonly tab: TabKey; readonly wanted: Wanted | null };

function Screens({ shell, tab, wanted }: ScreensProps) {
  const { words, state, open } = shell;
  const notYet = <NotYet words={words} onStart={() => open('start')} />;
  const tabs = [
    { key: 'start', text: words('UI_TAB_START') },
    { key: 'tree', text: words('UI_TAB_TREE') },
    { key: 'data', text: words('UI_TAB_DATA') },
    { key: 'review', text: words('UI_TAB_REVIEW') },
    { key: 'more', text: words('UI_TAB_MORE') },
  ] as const;
  return (
    <ShellContext.Provider value={shell}>
      <header>
        <h1 class="unseen">{words('UI_PRODUCT')}</h1>
        <Tabs label={words('UI_TABS')} tabs={tabs} selected={tab} onSelect={open} />
        <NextHint at={tab} />
      </header>
      <main>
        <Panel tab="start" selected={tab}>
          <StartScreen />
        </Panel>
        <Panel tab="tree" selected={tab}>
          {state.isSetUp ? <TreeHost isVisible={tab === 'tree'} /> : notYet}
        </Panel>
        <Panel tab="data" selected={tab}>
          {state.isSetUp ? <DataScreen /> : notYet}
        </Panel>
        <Panel tab="review" selected={tab}>
          {state.isSetUp ? <ReviewScreen /> : notYet}
        </Panel>
        <Panel tab="more" selected={tab}>
          {state.isSetUp ? <MoreScreen wanted={wanted} /> : notYet}
        </Panel>
      </main>
    </ShellContext.Provider>
  );
}

/** The menu may open the page for one of its parts. */
function firstTab(): TabKey {
  return document.body.dataset.open === 'automation' ? 'review' : 'start';
}

/** The whole sidebar. */
export function App() {
  const [state, setState] = useState<SidebarState | null>(null);
  const [chosen, setChosen] = useState<Language>(browserLanguage);
  const [tab, setTab] = useState<TabKey>(firstTab);
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const [goal, setGoal] = useState<Shell['goal']>('none');
  const load = useTask();
  const language = state?.isSetUp ? state.language : chosen;
  const words = sayIn(language);

  const open = (to: TabKey, screen?: MoreKey) => {
    setTab(to);
    // Sections are of different length: each begins at its top.
    window.scrollTo(0, 0);
    if (screen !== undefined) setWanted({ screen });
  };
  const refresh = () => load.run(async () => setState(await call('sidebarState', {})));
  // Once, when the page opens.
  useEffect(refresh, []);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = words('UI_PRODUCT');
  }, [language]);

  if (state === null) return <Opening words={words} task={load} onRetry={refresh} />;
  return (
    <>
      <Screens
        shell={{
          ...{ state, language, words, refresh, choose: setChosen, open },
          ...{ goal, noteGoal: (isPartial: boolean) => setGoal(isPartial ? 'open' : 'set') },
        }}
        tab={tab}
        wanted={wanted}
      />
      {load.trouble === null ? null : (
        <aside class="screen" aria-label={words('UI_REFRESH_FAILED')}>
          <p>{words('UI_REFRESH_FAILED')}</p>
          <TroubleNotice words={words} trouble={load.trouble} onRetry={refresh} />
        </aside>
      )}
    </>
  );
}
