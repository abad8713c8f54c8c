/** The menus above the grid: what the workbench can do, and the add-on's own menu under Extensions. */
import type { MenuEntry } from '../../apps-script/types.ts';
import { prepareBottomBar } from './bottom-bar.ts';
import { addFilterMenu } from './filters.ts';
import { currentModel } from './grid.ts';
import { insertBesideMerges } from './insert-menu.ts';
import { type Engine, engine } from './library.ts';
import { addMergeMenu } from './merge-menu.ts';
import { chooseFile } from './open-file.ts';
import { goToSheet } from './place.ts';
import { boot, words } from './server.ts';
import { openNewDropdown, prepareRuleEditor, replaceAction } from './side-panels.ts';

type ActionSpec = Parameters<Engine['helpers']['createAction']>[0];
type Spec = { id?: string; children?: unknown[] };
type MenuRegistry = { content: Record<string, Spec>; remove(key: string): void };

/** Entries of the library that have no counterpart in the host's document, by menu. */
const REMOVED: Record<string, readonly string[]> = {
  file: ['settings', 'print'],
  edit: ['edit_table'],
  view: ['toggle_pin_panel', 'view_irregularity_map'],
  insert: ['insert_cell', 'insert_chart', 'insert_carousel', 'insert_pivot', 'insert_image', 'insert_table'],
  format: ['format_cf'],
  data: [
    'named_range',
    'add_remove_data_filter',
    'pivot_data_sources',
    'reinsert_dynamic_pivot',
    'reinsert_static_pivot',
  ],
};
const REMOVED_IN_CONTEXT = [
  'insert_cell',
  'delete_cell',
  'edit_table',
  'delete_table',
  'conditional_formatting',
  'pivot_headers_group',
  'pivot_group_remaining',
  'pivot_headers_ungroup',
  'collapse_pivot',
  'pivot_sorting',
  'pivot_fix_formulas',
  'pivot_properties',
];

let addonMenu: readonly MenuEntry[] = [];
let choose: (functionName: string) => void = () => undefined;

/** Puts the add-on's entries under Extensions. */
export function setAddonMenu(menu: readonly MenuEntry[]): void {
  addonMenu = menu;
}

/** Says what a choice in the add-on's menu does; it gets the name of the entry's function. */
export function onMenuChosen(action: (functionName: string) => void): void {
  choose = action;
}

type ToolBar = {
  toolbarMenuRegistry: { content: Record<string, { sequence: number }[]> };
  toolsCategories: string[];
  setup(): void;
};

/** The place of the text rotation in the toolbar's group. */
const ROTATION = 4;

/** Takes tools for tables, filters and rotation out of the toolbar, whose registry is the component's own. */
function trimToolbar(): void {
  const bar = engine().components.TopBar.prototype as unknown as ToolBar;
  const setup = bar.setup;
  bar.setup = function (this: ToolBar) {
    const { content } = this.toolbarMenuRegistry;
    content.alignment = content.alignment!.filter(({ sequence }) => sequence !== ROTATION);
    this.toolsCategories = this.toolsCategories.filter((category) => category !== 'misc');
    setup.call(this);
  };
}

/** View › Hidden sheets: a list of them, as Sheets has it; a choice shows the sheet and goes there. */
function addHiddenSheets(): void {
  const hidden = () => {
    const getters = currentModel()?.getters;
    return getters?.getSheetIds().filter((id) => !getters.isSheetVisible(id)) ?? [];
  };
  engine().registries.topbarMenuRegistry.addChild('hidden_sheets', ['view'], {
    name: words.hiddenSheets,
    sequence: 60,
    isEnabled: () => hidden().length > 0,
    children: [
      () =>
        hidden().map((sheetId, sequence) => ({
          id: `hidden_${sheetId}`,
          name: currentModel()!.getters.getSheetName(sheetId),
          sequence,
          execute: () => {
            currentModel()?.dispatch('SHOW_SHEET', { sheetId });
            goToSheet(currentModel()!, sheetId);
          },
        })),
    ],
  } as never);
}

/** Takes out what does not work here and puts in what belongs here. Before the grid is shown. */
export function prepareMenus(): void {
  trimToolbar();
  prepareBottomBar();
  insertBesideMerges();
  addHiddenSheets();
  addFilterMenu();
  addMergeMenu();
  prepareRuleEditor();
  replaceAction('insert', 'insert_dropdown', openNewDropdown);
  const { topbarMenuRegistry, cellMenuRegistry, colMenuRegistry, rowMenuRegistry } = engine().registries;
  for (const [menu, ids] of Object.entries(REMOVED)) {
    const spec = (topbarMenuRegistry as unknown as MenuRegistry).content[menu];
    if (!spec) continue;
    spec.children = (spec.children ?? []).filter(
      (child) => typeof child === 'function' || !ids.includes((child as Spec).id ?? ''),
    );
  }
  for (const registry of [cellMenuRegistry, colMenuRegistry, rowMenuRegistry] as unknown as MenuRegistry[]) {
    for (const id of REMOVED_IN_CONTEXT) if (id in registry.content) registry.remove(id);
  }
  topbarMenuRegistry.addChild('open', ['file'], { name: words.openFile, sequence: 5, execute: chooseFile });
  topbarMenuRegistry.addChild('save_all', ['file'], {
    name: words.saveAll,
    sequence: 11,
    execute: () => {
      window.location.assign('/workbook.json');
    },
  });
  topbarMenuRegistry.addChild('download', ['file'], {
    name: words.download,
    sequence: 10,
    icon: 'o-spreadsheet-Icon.EXPORT_XLSX',
    execute: () => {
      window.location.assign('/workbook.xlsx');
    },
  });
  topbarMenuRegistry.add('extensions', {
    name: words.extensions,
    sequence: 70,
    children: [
      () =>
        addonMenu.length
          ? addonMenu.map(spec)
          : [{ name: words.noMenu, isEnabled: () => false, execute: () => undefined }],
    ],
  });
}

function spec(entry: MenuEntry, index: number, entries: readonly MenuEntry[]): ActionSpec {
  const separator = entries[index + 1]?.type === 'separator';
  if (entry.type === 'item') {
    return {
      id: `addon_${index}_${entry.functionName}`,
      name: entry.caption,
      sequence: index,
      separator,
      execute: () => choose(entry.functionName),
    };
  }
  if (entry.type === 'menu') {
    return {
      id: `addon_${index}`,
      // An add-on's menu has the add-on's name.
      name: entry.caption || boot.addonName,
      sequence: index,
      separator,
      children: entry.entries.map(spec),
    };
  }
  return {
    id: `addon_${index}`,
    name: '',
    sequence: index,
    isVisible: () => false,
    execute: () => undefined,
  };
}
