/** Insert › rows and columns: a merged cell counts as one. */
import { type EngineModel, engine } from './library.ts';

type Env = { model: EngineModel };
type Entry = { id?: string; name?: unknown; execute?: (env: Env) => unknown; children?: unknown[] };
type Registry = { content: Record<string, Entry> };

/**
 * A title that is merged over sixteen columns would offer to insert sixteen. The entries see the first row and column of
 * a merged cell instead. Before the grid is shown.
 */
export function insertBesideMerges(): void {
  const { topbarMenuRegistry, cellMenuRegistry } = engine().registries;
  const top = (topbarMenuRegistry as unknown as Registry).content.insert;
  const entries = [...childrenOf(top), ...Object.values((cellMenuRegistry as unknown as Registry).content)];
  for (const entry of entries.filter(({ id }) => /^(insert_|add_)(row|column)/.test(id ?? ''))) {
    for (const each of [entry, ...childrenOf(entry)]) adapt(each);
  }
}

const childrenOf = (entry: Entry | undefined): Entry[] =>
  (entry?.children ?? []).filter((child): child is Entry => typeof child === 'object');

function adapt(entry: Entry): void {
  const { name, execute } = entry;
  if (typeof name === 'function') entry.name = (env: Env) => name(asOne(env));
  if (execute) entry.execute = (env) => execute(asOne(env));
}

/** The environment with the first cell of the merged one in place of the selection. */
function asOne(env: Env): Env {
  const { getters } = env.model;
  const [zone, ...more] = getters.getSelectedZones();
  const merged = more.length === 0 && getters.isSingleCellOrMerge(getters.getActiveSheetId(), zone!);
  if (!merged) return env;
  const { left, top } = zone!;
  const one = { left, right: left, top, bottom: top };
  const seen = Object.create(getters, {
    getSelectedZones: { value: () => [one] },
    getSelectedZone: { value: () => one },
    getActiveCols: { value: () => new Set() },
    getActiveRows: { value: () => new Set() },
  });
  const model = Object.create(env.model, { getters: { value: seen } });
  return Object.create(env, { model: { value: model } });
}
