/** The grid: the library's component on a model that follows the host's document. */
import type { EngineCommand, RevisionMessage, WorkbookAnswer } from '../messages.ts';
import { ask } from './dialogs.ts';
import { element } from './dom.ts';
import { nameErrors } from './error-names.ts';
import { filterCommand, showFilters } from './filters.ts';
import { useFormulaHelp } from './formula-help.ts';
import { stage } from './frame.ts';
import { functionsSettled, functionsWanted, registerFunctions, setNow, useHostClock } from './functions.ts';
import { drawHiddenRows } from './hidden-rows.ts';
import { setHistory, useHostHistory } from './history-plugin.ts';
import { type EngineModel, engine } from './library.ts';
import { prepareMenus } from './menus.ts';
import { setNotes, useNotes } from './notes.ts';
import { pasteAsInSheets } from './paste.ts';
import { readPercentages } from './percent.ts';
import { goToSheet, type Place, placeOf, restorePlace, restoreScroll, scrollToFrozen } from './place.ts';
import { prepareRowHeights } from './row-heights.ts';
import { hostHead, loadWorkbook, post, postsRunning, words } from './server.ts';
import { toast } from './toasts.ts';
import { translated } from './translate.ts';
import { HostTransport } from './transport.ts';
import { refuseCommas } from './typed-formulas.ts';

/**
 * Local commands that the host carries out itself: the parts of the first would lose what follows rows and columns, the
 * second is the document's filter.
 */
const HOST_COMMANDS = new Set(['MOVE_COLUMNS_ROWS', 'UPDATE_FILTER']);

type Mounted = {
  model: EngineModel;
  transport: HostTransport;
  app: { destroy(): void };
  place: HTMLElement;
  /** What stands in the cell's editor; undefined while nobody types. */
  typed(): string | undefined;
};
/** The library's session; its type is private. */
type Session = {
  pendingMessages: RevisionMessage[];
  getRevisionId(): string;
  commandSquisher: { squish<T>(commands: T): T; unsquish<T>(commands: T): T };
};

let current: Mounted | undefined;
let templates = '';
let reloading: Promise<void> | undefined;
let reloadWanted = false;

/** The library's model of the workbook that is shown; undefined before the first. */
export const currentModel = (): EngineModel | undefined => current?.model;

/** What stands in the cell's editor; undefined while nobody types. */
export const typedText = (): string | undefined => current?.typed();

/** Whether something has not reached the host yet, or the grid is being loaded. */
export function isBusy(): boolean {
  if (!current || reloading || functionsWanted() || postsRunning() > 0) return true;
  const session = sessionOf(current.model);
  return session.pendingMessages.length > 0 || session.getRevisionId() !== hostHead();
}

const sessionOf = (model: EngineModel): Session => (model as unknown as { session: Session }).session;

/** Loads the library's templates and prepares it; once for the page's life. */
export async function prepareGrid(): Promise<void> {
  templates = await (await fetch('/library/@odoo/o-spreadsheet/dist/o_spreadsheet.xml')).text();
  useHostHistory();
  useHostClock();
  prepareRowHeights();
  useNotes();
  useFormulaHelp();
  refuseCommas();
  pasteAsInSheets();
  drawHiddenRows(engine());
  readPercentages();
  prepareMenus();
}

/** Shows the workbook as the host has it now; where the person was, they stay. */
export async function showWorkbook(place?: Place): Promise<WorkbookAnswer> {
  const answer = await loadWorkbook();
  registerFunctions(answer.functions, () => current?.model.dispatch('EVALUATE_CELLS'));
  setNow(answer.now);
  setNotes(answer.notes);
  setHistory(answer.canUndo, answer.canRedo);
  const old = current;
  const mounted = await mount(answer, place, old);
  current = mounted;
  if (old) unmount(old);
  mounted.place.classList.remove('wb-hidden');
  return answer;
}

async function mount(
  answer: WorkbookAnswer,
  place: Place | undefined,
  old: Mounted | undefined,
): Promise<Mounted> {
  const transport = new HostTransport();
  const model = createModel(answer, transport);
  await evaluateFunctions(model);
  if (place) restorePlace(model, place);
  const box = element('div', { class: 'wb-grid wb-hidden' });
  // The library looks for its parts in the whole document and takes the first.
  for (const tool of old?.place.querySelectorAll('.tool-container') ?? [])
    tool.classList.remove('tool-container');
  stage.prepend(box);
  const { owl, o_spreadsheet } = window;
  const app = new owl.App(o_spreadsheet.Spreadsheet as never, {
    props: { model, notifyUser, raiseError, askConfirmation },
    templates,
    env: { isSmall: false },
    translateFn: translated,
    warnIfNoStaticProps: false,
  });
  const component = (await app.mount(box)) as unknown as {
    env: { getStore(store: unknown): { editionMode: string; currentContent: string } };
  };
  followToolbar(box);
  // The grid learns its size in its first frame, and scrolls no further than that allows.
  await nextFrame();
  if (place) restoreScroll(model, place);
  await nextFrame();
  const { CellComposerStore } = o_spreadsheet.stores;
  const typed = () => {
    const { editionMode, currentContent } = component.env.getStore(CellComposerStore);
    return editionMode === 'inactive' ? undefined : currentContent;
  };
  return { model, transport, app, place: box, typed };
}

function createModel(answer: WorkbookAnswer, transport: HostTransport): EngineModel {
  const { Model, helpers } = engine();
  class NumericIds extends helpers.UuidGenerator {
    /** The document's ids are numbers, as in the Sheets API. */
    override smallUuid(): string {
      return String(1 + Math.floor(Math.random() * 2147483646));
    }
  }
  const client = { id: new helpers.UuidGenerator().uuidv4(), name: 'workbench' };
  const model = new Model(answer.data, { transportService: transport, client }, [], new NumericIds());
  nameErrors(model);
  // The host reads commands one by one.
  sessionOf(model).commandSquisher = { squish: (commands) => commands, unsquish: (commands) => commands };
  showFilters(model, answer.filters);
  const dispatch = model.dispatch as (type: string, payload?: object) => never;
  model.dispatch = ((type: string, payload?: object) => {
    if (!HOST_COMMANDS.has(type)) return dispatch(type, payload);
    const command = { ...payload, type };
    void post('/command', { command: type === 'UPDATE_FILTER' ? filterCommand(model, command) : command });
    return engine().DispatchResult.Success;
  }) as typeof model.dispatch;
  model.on('unexpected-revision-id', model, () => void reloadWorkbook());
  return model;
}

function unmount(old: Mounted): void {
  old.model.off('unexpected-revision-id', old.model);
  old.app.destroy();
  old.place.remove();
}

/** A revision from the host. What the host changes does not scroll the sheet that is open. */
export function receiveRevision(message: RevisionMessage): void {
  if (!current) return;
  const place = placeOf(current.model);
  current.transport.deliver(message);
  const { scrollX, scrollY } = current.model.getters.getActiveSheetScrollInfo();
  const moved = scrollX !== place.scrollX || scrollY !== place.scrollY;
  if (message.clientId === 'host' && moved) restoreScroll(current.model, place);
}

/**
 * Loads the workbook again, when nobody is typing in a cell. What was typed meanwhile and the host has not taken is
 * done once more on the new workbook.
 */
export function reloadWorkbook(): Promise<void> {
  reloadWanted = true;
  reloading ??= reloadWhenIdle().finally(() => {
    reloading = undefined;
  });
  return reloading;
}

/** Resolves when the grid shows what it was last told to load. */
export async function reloadDone(): Promise<void> {
  await reloading;
}

async function reloadWhenIdle(): Promise<void> {
  while (reloadWanted && current) {
    const old = current;
    while (isInUse(old)) await new Promise((resolve) => setTimeout(resolve, 50));
    reloadWanted = false;
    await old.transport.settled();
    const unsent = pendingCommands(old);
    await showWorkbook(placeOf(old.model));
    for (const { type, ...payload } of unsent) current?.model.dispatch(type as never, payload as never);
  }
}

/** A new load would close the cell's editor and the menu that a person has open. */
const isInUse = ({ typed, place }: Mounted): boolean =>
  typed() !== undefined || place.querySelector('.o-menu') !== null;

function pendingCommands({ model, transport }: Mounted): EngineCommand[] {
  return sessionOf(model)
    .pendingMessages.filter((message) => !transport.refused.has(message.nextRevisionId))
    .flatMap((message) => message.commands ?? []);
}

/** Goes to a sheet by its title; false where there is none. */
export function openSheet(title: string): boolean {
  const model = current?.model;
  const sheetId = model?.getters.getSheetIdByName(title);
  return model !== undefined && sheetId !== undefined && goToSheet(model, sheetId);
}

/** Selects what the add-on activated. */
export function selectRange(sheetId: string, range: string): void {
  const model = current?.model;
  if (!model || !goToSheet(model, sheetId)) return;
  const zone = engine().helpers.toZone(range);
  model.selection.selectZone({ cell: { col: zone.left, row: zone.top }, zone });
  scrollToFrozen(model);
}

/** Until no formula shows "Loading": an answer may be the argument of another call. */
async function evaluateFunctions(model: EngineModel): Promise<void> {
  while (functionsWanted()) {
    await functionsSettled();
    model.dispatch('EVALUATE_CELLS');
  }
}

/** The sidebar begins where the toolbar and the formula bar end, however high they are. */
function followToolbar(box: HTMLElement): void {
  const toolbar = box.querySelector<HTMLElement>('.o-spreadsheet-topbar-wrapper');
  if (!toolbar) return;
  new ResizeObserver(() => {
    if (toolbar.isConnected) {
      document.body.style.setProperty('--wb-toolbar-height', `${toolbar.offsetHeight}px`);
    }
  }).observe(toolbar);
}

const nextFrame = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));

function notifyUser({ text, type, sticky }: { text: string; type: string; sticky: boolean }): void {
  toast({ text, level: type === 'danger' ? 'error' : 'info', seconds: sticky ? -1 : 5 });
}

function raiseError(text: string, callback?: () => void): void {
  ask('', text, [{ label: words.ok, primary: true, ...(callback ? { action: callback } : {}) }]);
}

function askConfirmation(text: string, confirm: () => void, cancel?: () => void): void {
  ask('', text, [
    { label: words.ok, primary: true, action: confirm },
    { label: words.cancel, ...(cancel ? { action: cancel } : {}) },
  ]);
}
