import type * as entry from './main.ts';

type Entry = typeof entry;
type AnyFunction = (...args: never[]) => unknown;

/** One [name, type, text] a parameter: a parameter too many or too few is a type error. */
type Parameters_<P extends readonly unknown[]> = {
  readonly [I in keyof P]: readonly [name: string, type: string, text: string];
};

type Row<F extends AnyFunction> = {
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
  menuSetUp: { caller: 'google', text: 'Menu: makes the sheets that are missing.', parameters: [] },
  menuSidebar: { caller: 'google', text: 'Menu: opens the sidebar.', parameters: [] },
  menuWriteReview: {
    caller: 'google',
    text: 'Menu: writes the review of the last whole week.',
    parameters: [],
  },
  menuCloseReview: { caller: 'google', text: 'Menu: closes the latest draft review.', parameters: [] },
  menuAutomation: { caller: 'google', text: 'Menu: turns the Monday review on.', parameters: [] },
  sidebarState: { caller: 'sidebar', text: 'What the sidebar shows first.', parameters: [REQUEST] },
  setUp: { caller: 'sidebar', text: 'Makes the sheets that are missing.', parameters: [REQUEST] },
  recogniseFile: { caller: 'sidebar', text: 'Says what a file is; changes nothing.', parameters: [REQUEST] },
  importFile: { caller: 'sidebar', text: 'Brings one file in, as one atomic change.', parameters: [REQUEST] },
  loadRows: {
    caller: 'sidebar',
    text: 'Adds rows to template sheets, for sample data.',
    parameters: [REQUEST],
  },
  writeReview: { caller: 'sidebar', text: 'Writes the review of a week.', parameters: [REQUEST] },
  readReview: {
    caller: 'sidebar',
    text: 'The review of a week as data; changes nothing.',
    parameters: [REQUEST],
  },
  closeReview: { caller: 'sidebar', text: 'Closes the review of a week.', parameters: [REQUEST] },
  turnOnAutomation: { caller: 'sidebar', text: 'Installs the hourly trigger.', parameters: [REQUEST] },
  KPI_ATTAINMENT: {
    caller: 'cell',
    text: 'Attainment of a target: 1 (100 %) means reached, for KPIs where more or where less is better.',
    parameters: [
      ['actual', 'number', 'Measured value, a cell or a range.'],
      ['target', 'number', 'Target in the same unit, above 0.'],
      [
        'direction',
        'string',
        'Optional. "up" (more is better), "down" (2 − actual ÷ target) or "down-ratio" (target ÷ actual).',
      ],
      [
        'baseline',
        'number',
        'Optional. Start value: the result is then the share of the way from it to the target.',
      ],
    ],
    returns: 'A fraction, or a column of fractions.',
    example: '=KPI_ATTAINMENT(B2:B; C2:C)',
  },
  KPI_STATUS: {
    caller: 'cell',
    text: 'Traffic light for an attainment.',
    parameters: [
      ['attainment', 'number', 'Attainment as a fraction, a cell or a range.'],
      ['green', 'number', 'Optional. Green from this attainment on; 1 unless given.'],
      ['amber', 'number', 'Optional. Amber from this attainment on; 0.9 unless given.'],
      ['labels', 'string', 'Optional. Three labels, as "green|amber|red" or as three cells.'],
    ],
    returns: 'A label, or a column of labels.',
    example: '=KPI_STATUS(D2:D)',
  },
  KPI_ROI: {
    caller: 'cell',
    text: 'Return on investment: (revenue × margin − cost) ÷ cost.',
    parameters: [
      ['revenue', 'number', 'Revenue, a cell or a range.'],
      ['cost', 'number', 'Cost in the same currency, above 0.'],
      ['margin', 'number', 'Optional. Gross margin as a fraction; 1 unless given.'],
    ],
    returns: 'A fraction, or a column of fractions.',
    example: '=KPI_ROI(E2:E; F2:F; 40%)',
  },
};
