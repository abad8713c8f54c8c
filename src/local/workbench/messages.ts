/** What passes between the host and the page of the workbench. Both sides import these types. */
import type { MenuEntry } from '../apps-script/types.ts';
import type { WorkbenchLanguage, WorkbenchWords } from './words.ts';

export type Step = { text: string; done: boolean };

/** A page of the add-on (`HtmlOutput`) that the browser loads by its id. */
export type ShownHtml = { id: string; title: string; width?: number; height?: number };

/** A change of the engine's collaborative session, in the library's own form. */
export type RevisionMessage = {
  type: string;
  version: number;
  serverRevisionId: string;
  nextRevisionId: string;
  clientId?: string;
  commands?: EngineCommand[];
};

/** `stale` asks for the revision once more, after what came before it. */
export type RevisionOutcome = 'applied' | 'stale' | 'refused';

export type EngineCommand = { type: string } & Record<string, unknown>;

/** Text in the language of the page, by the words' key. */
export type Notice = { level: 'info' | 'error'; word?: keyof WorkbenchWords; text?: string };

export type HostMessage =
  /** Which run of the host this is: a page of an earlier run loads itself again. */
  | { type: 'hello'; instance: string }
  | { type: 'preparing'; steps: Step[] }
  | { type: 'ready' }
  | { type: 'revision'; message: RevisionMessage }
  | { type: 'reload'; head: string }
  | { type: 'history'; canUndo: boolean; canRedo: boolean; title: string }
  | { type: 'menu'; menu: MenuEntry[] }
  | { type: 'sidebar'; sidebar: ShownHtml | null }
  | { type: 'dialog'; dialog: ShownHtml & { modal: boolean } }
  | { type: 'toast'; title: string; text: string; seconds: number }
  | { type: 'question'; id: string; kind: 'alert' | 'prompt'; title: string; text: string; buttons: string }
  | { type: 'answered'; id: string }
  | { type: 'selection'; sheetId: string; range: string }
  | { type: 'clock'; now: number }
  /** How far the clock has come, 0 to 1, and how many triggers it has fired. */
  | { type: 'clock moving'; share: number; fired: number }
  /** What the panel "Automation" shows has changed. */
  | { type: 'automation' }
  | { type: 'notes'; notes: Notes }
  | { type: 'notice'; notice: Notice };

/** Notes of cells by the sheet's id: row, column (from 0) and text. */
export type Notes = Record<string, [row: number, column: number, text: string][]>;

/** What a column of a filter lets through, in the library's own form. */
export type FilterValue =
  | { filterType: 'values'; hiddenValues: string[] }
  | { filterType: 'criterion'; type: string; values: string[]; dateValue?: string };

/** A column of a filter that hides something; the row is that of the filter's header. */
export type ShownFilter = { sheetId: string; row: number; col: number; value: FilterValue };

/** What the page finds in its own document when it starts. */
export type Boot = {
  instance: string;
  token: string;
  language: WorkbenchLanguage;
  title: string;
  /** Name of the add-on's entry under Extensions. */
  addonName: string;
  words: WorkbenchWords;
};

/** A custom function and how the formula bar explains it. */
export type FunctionInfo = {
  name: string;
  description: string;
  parameters: readonly { name: string; text: string }[];
};

/** The workbook as the page loads it. */
export type WorkbookAnswer = {
  data: unknown;
  head: string;
  title: string;
  functions: readonly FunctionInfo[];
  menu: MenuEntry[];
  sidebar: ShownHtml | null;
  canUndo: boolean;
  canRedo: boolean;
  openSheet?: string;
  notes: Notes;
  filters: readonly ShownFilter[];
  /** Serial number of the host's "now" in the spreadsheet's zone. */
  now: number;
};

/** A cell as it is handed to a custom function. */
export type FunctionCell = string | number | boolean | { serial: number };
export type FunctionArgument = FunctionCell | FunctionCell[][];
export type FunctionCall = { name: string; args: FunctionArgument[] };

/** A cell of an answer as the engine takes it. */
export type EngineValue = { value: string | number | boolean; format?: string; message?: string };
export type FunctionAnswer = EngineValue | EngineValue[][];

/** How a call from a page of the add-on ended. */
export type CallAnswer = { ok: true; value: unknown } | { ok: false; name: string; message: string };
