import { foldName, isSame } from '../kpi/names.ts';

/** A KPI as people know it. */
export type NamedKpi = { readonly id: string; readonly name: string };

/**
 * How a KPI stands in the table of actions: by its name, or by its id where the name could be another's.
 * @param id Its id; one that no KPI has any more stays as it is.
 * @param kpis All KPIs of the tab.
 */
export function kpiWord(id: string, kpis: readonly NamedKpi[]): string {
  const name = kpis.find((each) => each.id === id)?.name ?? '';
  const isTaken = kpis.some((each) => each.id !== id && (isSame(each.name, name) || isSame(each.id, name)));
  return foldName(name) === '' || isTaken ? id : name;
}

/**
 * The id of the KPI that a text names.
 * @param text An id or a name, as it was typed or chosen.
 * @param lists KPIs of the tab, then those of the sheet, which may have been renamed since.
 * @returns The text itself where it names none, or more than one.
 */
export function kpiIdOf(text: string, lists: readonly (readonly NamedKpi[])[]): string {
  if (text === '' || lists.flat().some(({ id }) => id === text)) return text;
  for (const list of lists) {
    const [found, ...more] = list.filter(({ name }) => isSame(name, text));
    if (found !== undefined) return more.length === 0 ? found.id : text;
  }
  return text;
}
