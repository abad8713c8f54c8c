import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Wanted } from '../app.tsx';
import { formatCount, type TextCode } from '../language.ts';
import { type MoreKey, useShell } from '../shell.ts';
import { MoreSheets } from '../start/more-sheets.tsx';
import { HelpScreen } from './help-screen.tsx';
import { IssuesScreen } from './issues-screen.tsx';
import { ListScreen } from './list-screen.tsx';
import { SubScreen } from './sub-screen.tsx';

const ROWS: readonly (readonly [key: MoreKey, hint: TextCode])[] = [
  ['team', 'UI_MORE_TEAM'],
  ['accounts', 'UI_MORE_ACCOUNTS'],
  ['settings', 'UI_MORE_SETTINGS'],
  ['issues', 'UI_MORE_ISSUES'],
  ['sheets', 'UI_MORE_SHEETS'],
  ['help', 'UI_MORE_HELP'],
];

/** Sheets have the titles that they have in this workbook. */
function useTitle(): (key: MoreKey) => string {
  const { state, words } = useShell();
  return (key) => {
    if (key === 'help') return words('UI_HELP');
    if (key === 'sheets') return words('UI_MORE_TITLE');
    return state.sheets.find((each) => each.key === key)?.title ?? words(FALLBACK[key]);
  };
}

const FALLBACK = {
  team: 'UI_LIST_TEAM',
  accounts: 'UI_GLANCE_ACCOUNTS',
  settings: 'UI_LIST_SETTINGS',
  issues: 'UI_LIST_ISSUES',
} as const satisfies Partial<Record<MoreKey, TextCode>>;

function Menu({ last, onOpen }: { readonly last: MoreKey | null; readonly onOpen: (key: MoreKey) => void }) {
  const { state, language, words } = useShell();
  const titleOf = useTitle();
  const list = useRef<HTMLUListElement>(null);
  // Whoever comes back goes on where they were.
  useLayoutEffect(() => {
    if (last !== null) list.current?.querySelector<HTMLElement>(`[data-key="${last}"]`)?.focus();
  }, []);
  return (
    <section class="stack">
      <h2 class="unseen">{words('UI_TAB_MORE')}</h2>
      <ul class="topics" ref={list}>
        {ROWS.map(([key, hint]) => (
          <li key={key}>
            <button type="button" data-key={key} onClick={() => onOpen(key)}>
              <span class="topic-title">
                {titleOf(key)}
                {key === 'issues' && state.issueCount > 0 ? (
                  <span class="tally">{formatCount(language, state.issueCount)}</span>
                ) : null}
              </span>
              <span class="hint">{words(hint)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

type ScreenProps = { readonly screen: MoreKey; readonly onDirty: (isDirty: boolean) => void };

function Screen({ screen, onDirty }: ScreenProps) {
  const title = useTitle()(screen);
  switch (screen) {
    case 'help':
      return <HelpScreen />;
    case 'issues':
      return <IssuesScreen title={title} />;
    case 'sheets':
      return <MoreSheets />;
    default:
      return <ListScreen sheet={screen} title={title} onDirty={onDirty} />;
  }
}

/** What is needed now and then: people, accounts, settings, issues, sheets, help. */
export function MoreScreen({ wanted }: { readonly wanted: Wanted | null }) {
  const [screen, setScreen] = useState<MoreKey | null>(wanted?.screen ?? null);
  const [last, setLast] = useState<MoreKey | null>(null);
  const dirty = useRef(false);
  const show = (next: MoreKey | null) => {
    if (screen !== null) setLast(screen);
    dirty.current = false;
    setScreen(next);
  };
  useEffect(() => {
    // What somebody has not saved is not taken away by a link elsewhere.
    if (wanted !== null && wanted.screen !== screen && !dirty.current) show(wanted.screen);
  }, [wanted]);
  if (screen === null) return <Menu last={last} onOpen={show} />;
  return (
    <SubScreen key={screen} isDirty={() => dirty.current} onBack={() => show(null)}>
      <Screen
        screen={screen}
        onDirty={(isDirty) => {
          dirty.current = isDirty;
        }}
      />
    </SubScreen>
  );
}
