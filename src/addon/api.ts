import type * as z from 'zod/mini';
import type { DraftMapping, MappingField, Proposal } from '../imports/mapping.ts';
import type { Review } from '../review/model.ts';
import type { JobKey } from '../workbook/sheets/settings.ts';
import type { Language, Module, Words } from '../workbook/template.ts';
import type { Help, IssueList, ListSaved, ListState } from './more-api.ts';
import type { insertRequest, listRequest, saveListRequest, showRequest } from './more-requests.ts';
import type {
  automationRequest,
  importRequest,
  modelRequest,
  nothingRequest,
  rowsRequest,
  setUpRequest,
  treeImageRequest,
  turnOnRequest,
  uploadRequest,
  weekRequest,
} from './requests.ts';
import type { OpenedTree, TreeFigures, TreeSaved } from './tree-api.ts';
import type { treeFiguresRequest, treeRequest } from './tree-requests.ts';

/**
 * Every endpoint answers with this. A sentence can be shown as it is; it is in the language of the workbook's settings,
 * and in the person's own before the workbook is set up or where its settings cannot be read. `isFinal`: the file itself is
 * the reason, so that another try brings the same.
 */
export type Answer<T> = { ok: true; value: T } | { ok: false; sentence: string; isFinal?: true };

/** It was done, but something that was wanted is lacking, which the sentence names: no plain success. */
export type Partly = { isPartial?: boolean };

export type SidebarState = {
  language: Language;
  isSetUp: boolean;
  title: string;
  timeZone: string;
  /** Today in the spreadsheet's zone, `2026-11-22`. */
  today: string;
  /** The last whole week, `2026-W46`. */
  lastWeek: string;
  /** The latest months and quarters that are over, newest first of each, with their ISO days. */
  longPeriods: readonly { label: string; from: string; to: string }[];
  sheets: { key: string; title: string; sheetId: number }[];
  /** Optional sheets, in tab order. */
  modules: { key: Module; isThere: boolean; titles: Words; purpose: Words }[];
  accounts: { platform: string; id: string; name: string }[];
  /** Tabs of reviews, with the title that a tab has now. */
  reviews: { period: string; state: 'draft' | 'closed'; sheetId: number; title: string }[];
  /** Sentences on accounts whose files are missing yet, by period: of the last week and the drafts, those that lack any. */
  lacking: Record<string, string>;
  automation: AutomationState;
  issueCount: number;
  /** In the team, without example rows. */
  people: number;
  /** KPIs in the tree. */
  treeRows: number;
  /** Whether the KPI at the top of the tree has a target, past ones included. */
  hasGoal: boolean;
  /** The import that can be undone; null where there is none. */
  lastImport: { file: string; rows: number } | null;
  /**
   * What a team may want, the model of a KPI tree that leads there, the growth that it proposes, and whether what was
   * imported gives it too few figures.
   */
  goals: { name: string; model: string; growth: number | null; isLacking: boolean }[];
  /** Key of the model that suits what was imported; empty where nobody can tell. */
  proposed: string;
  /** Sentences on KPIs of the tree for which nothing was imported, and on the files that would feed them. */
  unfed: string[];
};

/** Moments are texts such as `2026-11-22 09:12`, in the spreadsheet's zone; empty where there is none. */
export type AutomationState = {
  /** Somebody's hourly trigger does the work. */
  on: boolean;
  isMine: boolean;
  /** It is somebody else's, and has not run for a day. */
  isGone: boolean;
  /** Address of whose it is. */
  owner: string;
  /** ISO day. */
  since: string;
  /** When it last wrote down that it runs, which it does at least once a day. */
  seen: string;
  /** Where this person can allow what the add-on lacks; empty where nothing is lacking. */
  authorise: string;
  /** 1 = Monday. */
  day: number;
  hour: number;
  jobs: AutomationJob[];
};

export type AutomationJob = {
  key: JobKey;
  on: boolean;
  last: { at: string; ok: boolean; text: string } | null;
  next: string;
};

export type RejectedRow = { row: number; column: string; code: string; message: string };

/** What became of one file; read = taken + updated + unchanged + rejectedCount. */
export type ImportOutcome = {
  file: string;
  /** `platform.table`, as the import log has it. */
  format: string;
  /** The export in its platform's own words. */
  formatName: string;
  account: string;
  /** `2026-08-01` */
  asOf: string;
  read: number;
  taken: number;
  updated: number;
  unchanged: number;
  /** The first of them; a sheet lists the others. */
  rejected: RejectedRow[];
  rejectedCount: number;
  skipped: number;
  ignoredColumns: string[];
  /** Sentences. */
  warnings: string[];
  /** Rows in the sheets are other than before. */
  changed?: boolean;
};

/** What a file is; or, where no format knows it, a proposal of how to read it. */
export type Recognised = {
  format: string;
  account: string;
  rows: number;
  needsAsOf: boolean;
  /** First and last day of its figures, as far as the file says them; ISO. */
  days?: { from: string; to: string };
  currency?: string;
  /** Sums of its main figures. */
  totals?: { name: string; value: number }[];
  /** Sentences about what a person should look at before the import. */
  warnings?: string[];
  /** Where the days of the figures have to be asked for: the last whole week, to begin with. */
  needsPeriod?: { from: string; to: string };
  /** Key of the platform. */
  platform?: string;
  /** Platforms to choose from where the file does not fix it. */
  platforms?: { key: string; name: string }[];
  /** Whether it is read as a person said once, although it is known otherwise. */
  isOwn?: true;
  /** How it is read, for a person who says that it is something else. */
  otherwise?: MappingProposal;
  proposal?: MappingProposal;
};

export type MappingProposal = {
  /** Why the file is not known; empty for one that is. */
  reason: string;
  /** The first values under each header. */
  samples?: Record<string, string[]>;
  /** What the columns would be, by what a row may be. */
  columnsOf?: Proposal['columnsOf'];
  /** The header that shows what kind the figures are. */
  kindFrom?: string;
  mapping: DraftMapping;
  headers: string[];
  fields: MappingField[];
  platforms: { key: string; name: string }[];
};

type Of<T extends () => z.ZodMiniType> = z.infer<ReturnType<T>>;

/** The endpoints as the sidebar calls them by `google.script.run`. */
export type Endpoints = {
  sidebarState(request: Of<typeof nothingRequest>): Answer<SidebarState>;
  setUp(request: Of<typeof setUpRequest>): Answer<{ added: number; sentence: string }>;
  /** Says what a file is without changing anything. */
  recogniseFile(request: Of<typeof importRequest>): Answer<Recognised>;
  /** Keeps a piece of a file that is too big for one call, as JSON of its tables. */
  uploadPiece(request: Of<typeof uploadRequest>): Answer<Record<string, never>>;
  importFile(request: Of<typeof importRequest>): Answer<ImportOutcome>;
  /** The script that makes sample data, as the page it is kept in. */
  sampleScript(request: Of<typeof nothingRequest>): Answer<{ html: string }>;
  /** Undoes the last import. */
  undoImport(request: Of<typeof nothingRequest>): Answer<{ sentence: string }>;
  loadRows(request: Of<typeof rowsRequest>): Answer<{ added: number; sentence: string }>;
  /** Writes the KPI tree of a model, and targets where a goal is given. */
  applyModel(
    request: Of<typeof modelRequest>,
  ): Answer<{ kpis: number; targets: number; kept: string; sentence: string } & Partly>;
  writeReview(
    request: Of<typeof weekRequest>,
  ): Answer<{ period: string; state: 'draft' | 'closed'; sentence: string } & Partly>;
  readReview(request: Of<typeof weekRequest>): Answer<Review>;
  closeReview(request: Of<typeof weekRequest>): Answer<{ period: string; sentence: string } & Partly>;
  turnOnAutomation(request: Of<typeof turnOnRequest>): Answer<{ sentence: string }>;
  turnOffAutomation(request: Of<typeof nothingRequest>): Answer<{ sentence: string }>;
  /** Changes rows of the sheet of settings. */
  changeAutomation(request: Of<typeof automationRequest>): Answer<{ sentence: string }>;
  /** The script of the tree's editor, as the page it is kept in. */
  treeScript(request: Of<typeof nothingRequest>): Answer<{ html: string }>;
  /** The KPI tree for the editor. */
  readTree(request: Of<typeof nothingRequest>): Answer<OpenedTree>;
  /** Figures of the KPIs as the editor has them. */
  treeFigures(request: Of<typeof treeFiguresRequest>): Answer<TreeFigures>;
  saveTree(request: Of<typeof treeRequest>): Answer<TreeSaved>;
  /** The digest of a review for the whole team, as text. */
  reviewDigest(request: Of<typeof weekRequest>): Answer<{ text: string }>;
  /** Shows the dialog with the picture of the KPI tree. */
  openTreePicture(request: Of<typeof nothingRequest>): Answer<Record<string, never>>;
  /** Puts a picture of the KPI tree below a review. */
  addTreeImage(request: Of<typeof treeImageRequest>): Answer<{ period: string; sentence: string } & Partly>;
  /** A short sheet (team, accounts, settings) as the editor takes it. */
  readRows(request: Of<typeof listRequest>): Answer<ListState>;
  saveRows(request: Of<typeof saveListRequest>): Answer<ListSaved>;
  readIssues(request: Of<typeof nothingRequest>): Answer<IssueList>;
  /** Brings a tab of the add-on to the front, and a cell of it. */
  showCell(request: Of<typeof showRequest>): Answer<Record<string, never>>;
  help(request: Of<typeof nothingRequest>): Answer<Help>;
  /** Writes the example of a function into the selected cell. */
  insertExample(request: Of<typeof insertRequest>): Answer<{ sentence: string }>;
};
