import { cellSurface } from './cells/surface.ts';
import type * as entry from './main.ts';

export type Entry = typeof entry;
type AnyFunction = (...args: never[]) => unknown;

/** One [name, type, text] a parameter: a parameter too many or too few is a type error. */
type Parameters_<P extends readonly unknown[]> = {
  readonly [I in keyof P]: readonly [name: string, type: string, text: string];
};

export type Row<F extends AnyFunction> = {
  /** Who calls it: Google (menu, trigger), the sidebar, or a cell. */
  readonly caller: 'google' | 'sidebar' | 'cell';
  readonly text: string;
  readonly parameters: Parameters_<Required<Parameters<F>>>;
  readonly returns?: string;
  readonly example?: string;
};

const EVENT = ['event', 'object', 'Event of Google.'] as const;
const REQUEST = ['request', 'object', 'See src/addon/requests.ts.'] as const;

/**
 * Every function that Google, a cell or the sidebar may call. `dist/functions.js` is generated from it, and an
 * export of main.ts without a row here (or a row without an export) does not compile.
 */
export const surface: { readonly [K in keyof Entry]: Row<Entry[K]> } = {
  onInstall: { caller: 'google', text: 'Runs once when the add-on is installed.', parameters: [EVENT] },
  onOpen: { caller: 'google', text: 'Adds the menu. Calls no other service.', parameters: [EVENT] },
  onTick: {
    caller: 'google',
    text: 'The one hourly trigger: works off the jobs that are due.',
    parameters: [EVENT],
  },
  menuSetUp: {
    caller: 'google',
    text: 'Menu: makes the sheets and columns that are missing.',
    parameters: [],
  },
  menuSidebar: { caller: 'google', text: 'Menu: opens the sidebar.', parameters: [] },
  menuTreePicture: { caller: 'google', text: 'Menu: shows the picture of the KPI tree.', parameters: [] },
  menuWriteReview: {
    caller: 'google',
    text: 'Menu: writes the review of the last whole week.',
    parameters: [],
  },
  menuCloseReview: { caller: 'google', text: 'Menu: closes the latest draft review.', parameters: [] },
  menuAutomation: { caller: 'google', text: 'Menu: opens the sidebar at the automation.', parameters: [] },
  sidebarState: { caller: 'sidebar', text: 'What the sidebar shows first.', parameters: [REQUEST] },
  setUp: { caller: 'sidebar', text: 'Makes the sheets and columns that are missing.', parameters: [REQUEST] },
  recogniseFile: { caller: 'sidebar', text: 'Says what a file is; changes nothing.', parameters: [REQUEST] },
  uploadPiece: { caller: 'sidebar', text: 'Keeps a piece of a big file.', parameters: [REQUEST] },
  importFile: { caller: 'sidebar', text: 'Brings one file in, as one atomic change.', parameters: [REQUEST] },
  loadRows: {
    caller: 'sidebar',
    text: 'Adds rows to template sheets, for sample data.',
    parameters: [REQUEST],
  },
  applyModel: {
    caller: 'sidebar',
    text: 'Writes the KPI tree of a model, and targets where a goal is given.',
    parameters: [REQUEST],
  },
  writeReview: { caller: 'sidebar', text: 'Writes the review of a week.', parameters: [REQUEST] },
  readReview: {
    caller: 'sidebar',
    text: 'The review of a week as data; changes nothing.',
    parameters: [REQUEST],
  },
  sampleScript: { caller: 'sidebar', text: 'The script that makes sample data.', parameters: [REQUEST] },
  undoImport: { caller: 'sidebar', text: 'Undoes the last import.', parameters: [REQUEST] },
  closeReview: { caller: 'sidebar', text: 'Closes the review of a week.', parameters: [REQUEST] },
  turnOnAutomation: { caller: 'sidebar', text: 'Installs the hourly trigger.', parameters: [REQUEST] },
  turnOffAutomation: { caller: 'sidebar', text: 'Takes the hourly trigger away.', parameters: [REQUEST] },
  changeAutomation: {
    caller: 'sidebar',
    text: 'Changes day, hour and jobs of the automation.',
    parameters: [REQUEST],
  },
  reviewDigest: {
    caller: 'sidebar',
    text: 'The digest of a review as text; changes nothing.',
    parameters: [REQUEST],
  },
  readRows: {
    caller: 'sidebar',
    text: 'A short sheet for the editor; changes nothing.',
    parameters: [REQUEST],
  },
  saveRows: {
    caller: 'sidebar',
    text: 'Saves a short sheet beside the changes of others.',
    parameters: [REQUEST],
  },
  readIssues: {
    caller: 'sidebar',
    text: 'The data issues by sheet; changes nothing.',
    parameters: [REQUEST],
  },
  showCell: { caller: 'sidebar', text: 'Brings a tab and a cell to the front.', parameters: [REQUEST] },
  help: {
    caller: 'sidebar',
    text: 'Functions and sheets to look up; changes nothing.',
    parameters: [REQUEST],
  },
  insertExample: {
    caller: 'sidebar',
    text: 'Writes the example of a function into the selected cell.',
    parameters: [REQUEST],
  },
  readTree: {
    caller: 'sidebar',
    text: 'The KPI tree for its editor; changes nothing.',
    parameters: [REQUEST],
  },
  treeFigures: {
    caller: 'sidebar',
    text: 'Figures of KPIs as the editor has them; changes nothing.',
    parameters: [REQUEST],
  },
  treeScript: { caller: 'sidebar', text: 'The script of the editor of the KPI tree.', parameters: [REQUEST] },
  saveTree: {
    caller: 'sidebar',
    text: 'Saves the KPI tree together with what others changed meanwhile.',
    parameters: [REQUEST],
  },
  openTreePicture: {
    caller: 'sidebar',
    text: 'Shows the dialog with the picture of the KPI tree.',
    parameters: [REQUEST],
  },
  addTreeImage: {
    caller: 'sidebar',
    text: 'Puts a picture of the KPI tree into the tab of a review.',
    parameters: [REQUEST],
  },
  ...cellSurface,
};
