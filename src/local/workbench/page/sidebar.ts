/** The add-on's sidebar: 300 px at the right, one at a time. */
import type { ShownHtml } from '../messages.ts';
import { type AddonFrame, addonFrame } from './addon-frame.ts';
import { closeButton } from './dialogs.ts';
import { element } from './dom.ts';
import { sidebarPlace } from './frame.ts';
import { post, words } from './server.ts';
import { closeSidePanels } from './side-panels.ts';

let shown: { id: string; frame: AddonFrame } | undefined;

/** Shows the sidebar, or none. The same page again is left as it is. */
export function showSidebar(sidebar: ShownHtml | null): void {
  if (sidebar?.id === shown?.id) return;
  shown?.frame.end();
  shown = undefined;
  sidebarPlace.replaceChildren();
  sidebarPlace.hidden = !sidebar;
  document.body.classList.toggle('wb-with-sidebar', sidebar !== null);
  if (!sidebar) return;
  closeSidePanels();
  const close = () => void post('/close-sidebar');
  const frame = addonFrame(sidebar.id, sidebar.title || words.sidebar, {
    close,
    // A sidebar has a fixed size in Sheets: these calls do nothing there either.
    setHeight: () => undefined,
    setWidth: () => undefined,
  });
  sidebarPlace.append(
    element('header', { class: 'wb-panel-header' }, element('h2', {}, sidebar.title), closeButton(close)),
    frame.element,
  );
  shown = { id: sidebar.id, frame };
}
