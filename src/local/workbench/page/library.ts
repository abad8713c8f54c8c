/** The grid's library as the page's script elements bring it: global names, loaded before the grid starts. */
import type * as Owl from '@odoo/owl';

export type Engine = typeof import('@odoo/o-spreadsheet');
export type EngineModel = InstanceType<Engine['Model']>;

declare global {
  interface Window {
    o_spreadsheet: Engine;
    owl: typeof Owl;
  }
}

/** Resolves when every script of the document has run. */
export const librariesLoaded = new Promise<void>((resolve) => {
  if (document.readyState === 'complete') resolve();
  else document.addEventListener('DOMContentLoaded', () => resolve(), { once: true });
});

/** The library, once `librariesLoaded` has resolved. */
export const engine = (): Engine => window.o_spreadsheet;
