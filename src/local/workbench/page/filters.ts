/** The filter of a sheet is the document's: the menu makes and removes it, what it hides the host decides. */
import type { EngineCommand, FilterValue, ShownFilter } from '../messages.ts';
import { currentModel } from './grid.ts';
import { type EngineModel, engine } from './library.ts';
import { post, words } from './server.ts';

type Zone = { top: number; bottom: number; left: number; right: number };
type Position = { sheetId: string; col: number; row: number };
type Getters = EngineModel['getters'] & {
  getFilters(sheetId: string): { id: string }[];
  getFilter(position: Position): { rangeWithHeaders: { zone: Zone } } | undefined;
  getContiguousZone(sheetId: string, zone: Zone): Zone;
};

const gettersOf = (model: EngineModel): Getters => model.getters as unknown as Getters;

const hasFilter = (model: EngineModel | undefined): boolean =>
  model !== undefined && gettersOf(model).getFilters(model.getters.getActiveSheetId()).length > 0;

/** Data › Create a filter, and Remove filter where there is one. Before the grid is shown. */
export function addFilterMenu(): void {
  engine().registries.topbarMenuRegistry.addChild('filter', ['data'], {
    name: () => (hasFilter(currentModel()) ? words.removeFilter : words.createFilter),
    sequence: 40,
    separator: true,
    icon: 'o-spreadsheet-Icon.FILTER_ICON_ACTIVE',
    execute: toggleFilter,
  } as never);
}

/** A single cell stands for the cells around it that hold something. */
function toggleFilter(): void {
  const model = currentModel();
  if (!model) return;
  const getters = gettersOf(model);
  const sheetId = getters.getActiveSheetId();
  const selected = getters.getSelectedZone();
  const single = getters.isSingleCellOrMerge(sheetId, selected);
  const zone = single ? getters.getContiguousZone(sheetId, selected) : selected;
  const command = hasFilter(model)
    ? { type: 'CLEAR_FILTER', sheetId }
    : { type: 'SET_FILTER', sheetId, zone };
  void post('/command', { command });
}

/** Texts that the library takes for the same value. */
const folded = (text: string): string => text.trim().toLowerCase();

/** A change of a filter for the host, which goes by every text as it is shown: the library names one of those alike. */
export function filterCommand(model: EngineModel, command: EngineCommand): EngineCommand {
  const value = command.value as FilterValue;
  if (value.filterType !== 'values') return command;
  const position = command as unknown as Position;
  const { zone } = gettersOf(model).getFilter(position)?.rangeWithHeaders ?? {};
  const hidden = new Set(value.hiddenValues.map(folded));
  const texts = new Set<string>();
  for (let row = (zone?.top ?? 0) + 1; row <= (zone?.bottom ?? -1); row++) {
    const text = model.getters.getEvaluatedCell({ ...position, row }).formattedValue;
    if (hidden.has(folded(text))) texts.add(text);
  }
  return { ...command, value: { filterType: 'values', hiddenValues: [...texts] } };
}

/** Shows on a new model what the document's filters let through. */
export function showFilters(model: EngineModel, filters: readonly ShownFilter[]): void {
  for (const filter of filters) model.dispatch('UPDATE_FILTER' as never, filter as never);
}
