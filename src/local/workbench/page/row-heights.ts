/** Row heights as Sheets has them. */
import { engine } from './library.ts';

type HeightPlugin = {
  isInMultiRowMerge(position: { sheetId: string; row: number; col: number }): boolean;
  getters: { getMerge(position: object): object | undefined };
};

/**
 * Merged cells do not make their row higher in Sheets. The library leaves out those that are merged over rows only, so
 * that a sentence merged over ten columns makes room for its text in the first one's width.
 */
export function leaveMergesOutOfHeights(): void {
  const { coreViewsPluginRegistry, statefulUIPluginRegistry } = engine().registries;
  for (const plugin of [...coreViewsPluginRegistry.getAll(), ...statefulUIPluginRegistry.getAll()]) {
    const prototype = plugin.prototype as unknown as Partial<HeightPlugin>;
    if (!prototype.isInMultiRowMerge) continue;
    prototype.isInMultiRowMerge = function (this: HeightPlugin, position) {
      return this.getters.getMerge(position) !== undefined;
    };
  }
}
