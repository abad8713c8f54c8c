import type { SidebarState } from '../../src/addon/api.ts';
import { call, type RequestOf } from '../server.ts';

export type Piece = RequestOf<'loadRows'>;

export type SampleWindow = {
  /** The sample rows for a workbook, in requests of limited size. */
  contentKpiSample?: (state: SidebarState) => readonly Piece[];
};

/**
 * The sample rows; their generator is a file of the add-on, fetched the first time.
 * @param state Language, last week and optional sheets of the workbook.
 */
export async function samplePieces(state: SidebarState): Promise<readonly Piece[]> {
  const page = window as unknown as SampleWindow;
  if (page.contentKpiSample === undefined) {
    const { html } = await call('sampleScript', {});
    const script = document.createElement('script');
    script.textContent = html.replace(/^\s*<script>/, '').replace(/<\/script>\s*$/, '');
    document.head.append(script);
  }
  return page.contentKpiSample?.(state) ?? [];
}
