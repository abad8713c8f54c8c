/** What of a document another state of it has in another way. States share what did not change. */
import type { DocumentState } from '../document/model.ts';

/** Whether two states differ in nothing but their number. */
export function sameContent(a: DocumentState, b: DocumentState): boolean {
  return (Object.keys({ ...a, ...b }) as (keyof DocumentState)[]).every(
    (key) => key === 'revision' || a[key] === b[key],
  );
}

/** Titles of the sheets that came with a change, and of those that it left in another state, in their order. */
export function changedSheets(
  before: DocumentState,
  after: DocumentState,
): { created: string[]; changed: string[] } {
  const old = new Map(before.sheets.map((sheet) => [sheet.sheetId, sheet]));
  const titles = (wanted: (sheet: DocumentState['sheets'][number]) => boolean) =>
    after.sheets.filter(wanted).map(({ title }) => title);
  return {
    created: titles(({ sheetId }) => !old.has(sheetId)),
    changed: titles((sheet) => {
      const known = old.get(sheet.sheetId);
      return known !== undefined && known.cells !== sheet.cells;
    }),
  };
}
