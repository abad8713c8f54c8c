/**
 * The open document between the grids in the browser and the store: edits go in, changes by the add-on go out. The
 * store's document is the only truth; a grid that may differ from it is told to load it again.
 */
import { randomUUID } from 'node:crypto';
import type { SheetsApi } from '../apps-script/types.ts';
import { columnName } from '../document/a1.ts';
import type { DocumentState } from '../document/model.ts';
import type { DocumentStore } from '../document/store.ts';
import { applyOperations, EditRefused } from './edits/apply.ts';
import { type Operation, request } from './edits/operation.ts';
import { translate, UnsupportedEdit } from './edits/translate.ts';
import type { RuleRanges } from './edits/validation.ts';
import { History, type Step } from './history.ts';
import type { EngineCommand, HostMessage, Notice, RevisionMessage, RevisionOutcome } from './messages.ts';
import { notesOf } from './notes.ts';
import { afterEdit, patchBetween } from './patch/index.ts';
import { sameContent } from './same-content.ts';

type Source = { store: DocumentStore; api: SheetsApi; document(): DocumentState };

export class WorkbookSession {
  /** Last revision of the grids' shared log; a grid's next message must follow it. */
  head: string = randomUUID();
  private readonly source: Source;
  private readonly send: (message: HostMessage) => void;
  private readonly history = new History();
  private readonly rules: RuleRanges = new Map();
  private shown: DocumentState;
  /** While an edit of a grid is carried out, changes of the store are its own. */
  private editing = false;
  /** While something runs that may be taken back, what it changes is shown at its end. */
  private held = 0;
  private sentNotes: string;
  private readonly stopWatching: () => void;

  constructor(source: Source, send: (message: HostMessage) => void) {
    this.source = source;
    this.send = send;
    this.shown = this.document();
    this.sentNotes = JSON.stringify(notesOf(this.shown));
    this.stopWatching = source.store.onChange((document) => {
      const own = this.editing || this.held > 0;
      if (document.spreadsheetId === this.shown.spreadsheetId && !own) this.changedByHost();
    });
  }

  close(): void {
    this.stopWatching();
  }

  document(): DocumentState {
    return this.source.document();
  }

  state(): { canUndo: boolean; canRedo: boolean; title: string } {
    return {
      canUndo: this.history.canUndo(),
      canRedo: this.history.canRedo(),
      title: this.document().title,
    };
  }

  /** A revision of a grid. One that does not follow the head is left alone: the grid sends it again, adapted. */
  receive(message: RevisionMessage): RevisionOutcome {
    if (message.type !== 'REMOTE_REVISION') return 'refused';
    if (message.serverRevisionId !== this.head) return 'stale';
    const notice = this.edit(message.commands ?? []);
    if (notice) {
      this.reload();
      this.send({ type: 'notice', notice });
      return 'refused';
    }
    this.head = message.nextRevisionId;
    this.send({ type: 'revision', message });
    this.correct(message.commands ?? []);
    this.sendState();
    return 'applied';
  }

  /** An edit that the grids do not make themselves but wait for. */
  receiveCommand(command: EngineCommand): void {
    const notice = this.edit([command]);
    this.reload();
    if (notice) this.send({ type: 'notice', notice });
    this.sendState();
  }

  /**
   * Does something that changes the document, perhaps several times: the grids and undo see one change, or none where
   * it was taken back.
   */
  asOneChange<T>(work: () => T): T {
    this.held++;
    try {
      return work();
    } finally {
      this.held--;
      if (this.held === 0 && !sameContent(this.shown, this.document())) this.changedByHost();
    }
  }

  /** Sets or, with an empty text, takes away the note of a cell; the grid itself has none. */
  setNote(sheetId: number, row: number, column: number, note: string): void {
    const start = { sheetId, rowIndex: row, columnIndex: column };
    const rows = [{ values: [note ? { note } : {}] }];
    this.change([request('updateCells', { start, rows, fields: 'note' })]);
  }

  /** Puts another document in this one's place: undo brings the old one back. */
  replaceDocument(document: DocumentState): void {
    const before = this.document();
    const { spreadsheetId, revision } = before;
    this.editing = true;
    this.source.store.replace(spreadsheetId, { ...document, spreadsheetId, revision: revision + 1 });
    this.editing = false;
    this.shown = this.document();
    this.history.changed(before, 'file');
    this.reload();
    this.sendState();
  }

  /** True where another workbook is open now. */
  undo(): boolean {
    return this.goTo(this.history.undo(this.document()));
  }

  redo(): boolean {
    return this.goTo(this.history.redo(this.document()));
  }

  private edit(commands: readonly EngineCommand[]): Notice | undefined {
    return this.carryOut(() => {
      for (const command of commands) {
        const operations = translate(command, this.document(), this.rules);
        applyOperations(this.source.api, () => this.document(), operations);
      }
    });
  }

  /** Carries out what the page asks for beside the grid. */
  private change(operations: readonly Operation[]): void {
    const notice = this.carryOut(() => applyOperations(this.source.api, () => this.document(), operations));
    if (notice) this.send({ type: 'notice', notice });
    this.sendState();
  }

  /** A failure puts the document back and is told. */
  private carryOut(work: () => void): Notice | undefined {
    const before = this.document();
    this.editing = true;
    try {
      work();
    } catch (error) {
      this.source.store.replace(before.spreadsheetId, { ...before, revision: this.document().revision + 1 });
      if (error instanceof UnsupportedEdit) return { level: 'error', word: 'unsupported' };
      // A fault of the host must not leave the page waiting for its edit: it is told like a refusal.
      if (!(error instanceof EditRefused)) console.error(error);
      return {
        level: 'error',
        word: 'refused',
        text: error instanceof Error ? error.message : String(error),
      };
    } finally {
      this.editing = false;
      this.shown = this.document();
    }
    if (this.document() !== before) this.history.changed(before, 'person');
    return undefined;
  }

  /** Google may read what was typed in another way than the grid did: the grid gets the document's cells. */
  private correct(commands: readonly EngineCommand[]): void {
    const patch = afterEdit(this.document(), commands);
    if (patch.length) this.sendRevision(patch);
  }

  private goTo(step: Step | undefined): boolean {
    if (!step) return false;
    const { state, maker } = step;
    this.editing = true;
    this.source.store.replace(state.spreadsheetId, { ...state, revision: this.document().revision + 1 });
    this.editing = false;
    const place = placeOf(this.show());
    this.sendState();
    // What a person did is shown to them, as in Sheets; for what the add-on did, anywhere, the view stays.
    if (place && maker === 'person') this.send({ type: 'selection', ...place });
    return maker === 'file';
  }

  private changedByHost(): void {
    this.history.changed(this.shown, 'add-on');
    this.show();
    this.sendState();
  }

  /** Brings the grids from what they show to the document; gives the commands that do, none where they load anew. */
  private show(): readonly EngineCommand[] {
    const before = this.shown;
    this.shown = this.document();
    const patch = this.gridHasOwnObjects() ? undefined : patchBetween(before, this.shown);
    if (!patch) this.reload();
    else if (patch.length) this.sendRevision(patch);
    return patch ?? [];
  }

  /** Rules that a grid made have ids that only the grid knows, until it loads anew. */
  private gridHasOwnObjects(): boolean {
    return this.rules.size > 0;
  }

  private sendRevision(commands: EngineCommand[]): void {
    const nextRevisionId = randomUUID();
    const message: RevisionMessage = {
      type: 'REMOTE_REVISION',
      version: 1,
      clientId: 'host',
      serverRevisionId: this.head,
      nextRevisionId,
      commands,
    };
    this.head = nextRevisionId;
    this.send({ type: 'revision', message });
  }

  private reload(): void {
    this.rules.clear();
    this.head = randomUUID();
    this.send({ type: 'reload', head: this.head });
  }

  private sendState(): void {
    this.send({ type: 'history', ...this.state() });
    const notes = notesOf(this.document());
    const text = JSON.stringify(notes);
    if (text === this.sentNotes) return;
    this.sentNotes = text;
    this.send({ type: 'notes', notes });
  }
}

/** The first cell that commands change: undo goes there. */
function placeOf(commands: readonly EngineCommand[]): { sheetId: string; range: string } | undefined {
  const change = commands.find(({ type }) => type === 'UPDATE_CELL');
  if (!change) return undefined;
  const { sheetId, row, col } = change as unknown as { sheetId: string; row: number; col: number };
  return { sheetId, range: `${columnName(col)}${row + 1}` };
}
