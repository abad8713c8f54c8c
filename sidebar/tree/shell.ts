import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Shell } from '../shell.ts';
import type { TreeSay } from './words.ts';

/** What every part of the tab needs: the sidebar's shell, with the words of the tree. */
export type TreeShell = Omit<Shell, 'words'> & { readonly words: TreeSay };

export const TreeShellContext = createContext<TreeShell | null>(null);

export function useShell(): TreeShell {
  const shell = useContext(TreeShellContext);
  if (shell === null) throw new Error('A part of the tree was used outside its tab.');
  return shell;
}
