import { call } from '../server.ts';
import type { Shell } from '../shell.ts';

export type TreeView = { readonly shell: Shell; readonly isVisible: boolean };

export type TreeWindow = {
  /** Shows the editor in a part of the page, or shows it anew with another view. */
  contentKpiTree?: (root: HTMLElement, view: TreeView) => void;
};

/** The editor of the tree, which is a file of the add-on, fetched the first time. */
export async function loadTree(): Promise<NonNullable<TreeWindow['contentKpiTree']>> {
  const page = window as unknown as TreeWindow;
  if (page.contentKpiTree === undefined) {
    const { html } = await call('treeScript', {});
    const script = document.createElement('script');
    script.textContent = html.replace(/^\s*<script>/, '').replace(/<\/script>\s*$/, '');
    document.head.append(script);
  }
  if (page.contentKpiTree === undefined) throw new Error('The script of the KPI tree is empty.');
  return page.contentKpiTree;
}
