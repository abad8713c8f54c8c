import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { SidebarState } from '../src/addon/api.ts';
import type { Language, Say } from './language.ts';

export type TabKey = 'start' | 'tree' | 'data' | 'review' | 'more';

/** Screens of the section “More”. */
export type MoreKey = 'team' | 'accounts' | 'settings' | 'issues' | 'sheets' | 'help';

/** What every screen needs. */
export type Shell = {
  readonly state: SidebarState;
  readonly language: Language;
  readonly words: Say;
  /** Goal that was chosen on this page: `open` where its targets could not be handed down; without one no rows tell. */
  readonly goal: 'none' | 'open' | 'set';
  readonly noteGoal: (isPartial: boolean) => void;
  /** Reads the state again after something changed it. */
  readonly refresh: () => void;
  readonly choose: (language: Language) => void;
  /** Goes to a section; of “More” to one of its screens. */
  readonly open: (tab: TabKey, screen?: MoreKey) => void;
};

export const ShellContext = createContext<Shell | null>(null);

export function useShell(): Shell {
  const shell = useContext(ShellContext);
  if (shell === null) throw new Error('A screen was used outside the shell.');
  return shell;
}
