/**
 * The editor of the KPI tree as a script of its own: it is half of what the sidebar would weigh, and many open the
 * sidebar for something else. The sidebar fetches it when its tab is opened for the first time.
 */
import { render } from 'preact';
import { IdPrefix } from '../parts/ids.ts';
import { ShellContext } from '../shell.ts';
import type { TreeView, TreeWindow } from './load.ts';
import { TreeShellContext } from './shell.ts';
import { TreeScreen } from './tree-screen.tsx';
import { treeSayIn } from './words.ts';

function Root({ shell, isVisible }: TreeView) {
  return (
    <IdPrefix.Provider value="tree-">
      <ShellContext.Provider value={shell}>
        <TreeShellContext.Provider value={{ ...shell, words: treeSayIn(shell.language, shell.words) }}>
          <TreeScreen isVisible={isVisible} />
        </TreeShellContext.Provider>
      </ShellContext.Provider>
    </IdPrefix.Provider>
  );
}

(globalThis as unknown as TreeWindow).contentKpiTree = (root, view) => render(<Root {...view} />, root);
