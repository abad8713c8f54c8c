/** Notes of cells: the grid's library has none, so they are drawn over its cells and shown under the pointer. */
import type { Notes } from '../messages.ts';
import { focusGrid } from './addon-frame.ts';
import { fill } from './automation/format.ts';
import { element } from './dom.ts';
import { stage } from './frame.ts';
import { currentModel } from './grid.ts';
import { type Engine, type EngineModel, engine } from './library.ts';
import { post, words } from './server.ts';

type Position = { sheetId: string; row: number; col: number };
type Box = { x: number; y: number; width: number; height: number };
type Zone = { left: number; right: number; top: number; bottom: number };
type Context = {
  ctx: CanvasRenderingContext2D;
  viewports: {
    getAllSheetViewportsZonesAndRect(sheetId: string): { zone: Zone; rect: Box }[];
  };
};

/** By sheet, then by `row,column`. */
let notes = new Map<string, Map<string, string>>();

const keyOf = (row: number, column: number): string => `${row},${column}`;

/** Takes the notes of the workbook. */
export function setNotes(all: Notes): void {
  notes = new Map(
    Object.entries(all).map(([sheetId, list]) => [
      sheetId,
      new Map(list.map(([row, column, text]) => [keyOf(row, column), text])),
    ]),
  );
}

/** The note of a cell. */
export const noteAt = ({ sheetId, row, col }: Position): string | undefined =>
  notes.get(sheetId)?.get(keyOf(row, col));

/** Side of the triangle in the corner of a cell with a note, as Sheets has it. */
const CORNER = 7;
const COLOR = '#000000';

function drawCorners({ ctx, viewports }: Context, getters: EngineModel['getters']): void {
  const sheetId = getters.getActiveSheetId();
  const here = notes.get(sheetId);
  if (!here) return;
  ctx.fillStyle = COLOR;
  for (const { zone, rect } of viewports.getAllSheetViewportsZonesAndRect(sheetId)) {
    ctx.save();
    ctx.beginPath();
    ctx.rect(rect.x, rect.y, rect.width, rect.height);
    ctx.clip();
    for (const key of here.keys()) {
      const [row, col] = key.split(',').map(Number) as [number, number];
      if (row < zone.top || row > zone.bottom || col < zone.left || col > zone.right) continue;
      const cell = { left: col, right: col, top: row, bottom: row };
      const { x, y, width, height } = getters.getVisibleRect(getters.getMerge({ sheetId, row, col }) ?? cell);
      if (width <= 0 || height <= 0) continue;
      ctx.beginPath();
      ctx.moveTo(x + width - CORNER, y);
      ctx.lineTo(x + width, y);
      ctx.lineTo(x + width, y + CORNER);
      ctx.fill();
    }
    ctx.restore();
  }
}

type UIPlugin = InstanceType<Engine['UIPlugin']>;

/** Teaches the library to show notes. Before the first model is made. */
export function useNotes(): void {
  const { UIPlugin, registries } = engine();
  class NoteCorners extends (UIPlugin as unknown as new (config: unknown) => UIPlugin) {
    static getters = [];
    static layers = ['Highlights'];
    override drawLayer(context: unknown) {
      drawCorners(context as Context, this.getters as EngineModel['getters']);
    }
  }
  registries.featurePluginRegistry.add('note_corners', NoteCorners as never);
  const { Component, xml } = window.owl;
  class NotePopover extends Component {
    static override template = xml`<div class="wb-note-text" role="note" t-out="props.text"/>`;
    static override props = { text: String, onClosed: { type: Function, optional: true } };
    static size = { maxHeight: 320, maxWidth: 280 };
  }
  registries.cellPopoverRegistry.add('note', {
    onHover: (position: Position) => {
      const text = noteAt(position);
      if (text === undefined) return { isOpen: false };
      return { isOpen: true, props: { text }, Component: NotePopover, cellCorner: 'top-right' };
    },
  } as never);
  addToMenu();
}

/** The active cell; the first of a merged one. */
function activeCell(): Position | undefined {
  return currentModel()?.getters.getActivePosition();
}

function send({ sheetId, row, col }: Position, note: string): void {
  void post('/note', { sheetId: Number(sheetId), row, column: col, note });
}

/** Opens the active cell's note beside it: a click elsewhere keeps what is written, Escape does not. */
export function editNote(): void {
  const position = activeCell();
  const place = position && besideCell(position);
  if (!position || !place) return;
  const cell = engine().helpers.toXC(position.col, position.row);
  const before = noteAt(position) ?? '';
  const style = `left: ${place.left}px; top: ${place.top}px`;
  const text = element('textarea', {
    class: 'wb-note-edit',
    'aria-label': fill(words.noteOf, { cell }),
    style,
  });
  text.value = before;
  let open = true;
  const close = (keep: boolean) => {
    if (!open) return;
    open = false;
    const note = text.value.trim();
    text.remove();
    if (keep && note !== before) send(position, note);
  };
  text.addEventListener('blur', () => close(true));
  text.addEventListener('keydown', (event) => {
    // The grid reads keys of the whole page.
    event.stopPropagation();
    if (event.key !== 'Escape' && !(event.key === 'Enter' && (event.ctrlKey || event.metaKey))) return;
    close(event.key === 'Enter');
    focusGrid();
  });
  stage.append(text);
  // The menu gives the keyboard back to the grid when it closes.
  requestAnimationFrame(() => text.focus());
}

const NOTE_WIDTH = 220;
const NOTE_HEIGHT = 110;

/** Where a note stands in the stage: right of its cell, or left of it where there is no room. */
function besideCell({ sheetId, row, col }: Position): { left: number; top: number } | undefined {
  const getters = currentModel()?.getters;
  const grid = stage.querySelector('.wb-grid:not(.wb-hidden) .o-grid');
  if (!getters || !grid) return undefined;
  const one = { left: col, right: col, top: row, bottom: row };
  const rect = getters.getVisibleRect(getters.getMerge({ sheetId, row, col }) ?? one);
  const box = grid.getBoundingClientRect();
  const outer = stage.getBoundingClientRect();
  const right = box.left - outer.left + rect.x + rect.width + 4;
  const left = right + NOTE_WIDTH > box.right - outer.left ? right - rect.width - NOTE_WIDTH - 8 : right;
  const top = box.top - outer.top + rect.y;
  return { left: Math.max(0, left), top: Math.max(0, Math.min(top, outer.height - NOTE_HEIGHT - 40)) };
}

function addToMenu(): void {
  const { cellMenuRegistry, topbarMenuRegistry } = engine().registries;
  const here = () => {
    const position = activeCell();
    return position !== undefined && noteAt(position) !== undefined;
  };
  const edit = {
    name: () => (here() ? words.editNote : words.insertNote),
    execute: editNote,
    isReadonlyAllowed: false,
  };
  const remove = {
    name: words.deleteNote,
    isVisible: here,
    execute: () => send(activeCell()!, ''),
  };
  cellMenuRegistry.add('edit_note', { ...edit, sequence: 150 } as never);
  cellMenuRegistry.add('delete_note', { ...remove, sequence: 151, separator: true } as never);
  topbarMenuRegistry.addChild('edit_note', ['insert'], { ...edit, sequence: 65 } as never);
}
