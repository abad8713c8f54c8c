import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { SidebarState } from '../src/addon/api.ts';
import type { Language, Say } from './language.ts';

export type TabKey = 'start' | 'tree' | 'data' | 'review';

/** What every screen needs. */
export type Shell = {
  readonly state: SidebarState;
  readonly language: Language;
  readonly words: Say;
  /** Reads the state again after something changed it. */
  readonly refresh: () => void;
  readonly choose: (language: Language) => void;
  readonly open: (tab: TabKey) => void;
};

export const ShellContext = createContext<Shell | null>(null);

export function useShell(): Shell {
  const shell = useContext(ShellContext);
  if (shell === null) throw new Error('A screen was used outside the shell.');
  return shell;
}
