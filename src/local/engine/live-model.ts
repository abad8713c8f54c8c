/**
 * The engine's model of a document, kept from one state to the next. To build one takes the engine a second for a few
 * thousand rows; after an edit it is told the cells that changed, and works out what depends on them.
 */
import type { Model } from '@odoo/o-spreadsheet';
import { cellOf } from '../document/cell.ts';
import type { DocumentState, SheetState } from '../document/model.ts';
import { engineCell } from './cell-content.ts';
import type { Inputs } from './inputs.ts';
import { loadLibrary } from './library.ts';
import { engineSheetId, toModelData } from './model-data.ts';
import { sameCell, sameGrid, sameParts } from './same-inputs.ts';

/** With more changes than this a new model is quicker than the old one's news. */
const MOST_CHANGES = 500;
/** The engine remembers every change to undo it; a model is given up before that weighs. */
const MOST_EDITS = 200;

type Change = { sheetId: string; row: number; col: number; content: string; format: string };

const COMMAND = 'HOST_CHANGES';
let isRegistered = false;

/** The engine evaluates after each command: one command of our own stands for many cells. */
function registerCommand(): void {
  if (isRegistered) return;
  isRegistered = true;
  const { UIPlugin, registries } = loadLibrary();
  class HostChanges extends UIPlugin {
    override handle(command: { type: string; changes?: readonly Change[] }): void {
      if (command.type !== COMMAND) return;
      for (const change of command.changes ?? []) this.dispatch('UPDATE_CELL', change);
    }
  }
  registries.featurePluginRegistry.add(COMMAND, HostChanges as never);
}

/** One document's model, and the inputs that it has taken. */
export class LiveModel {
  private held: { model: Model; inputs: Inputs; edits: number } | undefined;

  /**
   * The model of a state.
   * @param document The state.
   * @param inputs What its formulas depend on.
   * @returns The model before, told what is new, or another one.
   */
  of(document: DocumentState, inputs: Inputs): Model {
    const changes =
      this.held && this.held.edits < MOST_EDITS && changesOf(this.held.inputs, inputs, document);
    if (this.held && changes) {
      this.held.inputs = inputs;
      this.held.edits += 1;
      const dispatch = this.held.model.dispatch as (type: string, payload: object) => void;
      if (changes.length) dispatch(COMMAND, { changes });
      if (!isBlocked(this.held.model, inputs)) return this.held.model;
    }
    return this.anew(document, inputs);
  }

  private anew(document: DocumentState, inputs: Inputs): Model {
    registerCommand();
    const { Model } = loadLibrary();
    const { sheetIds, columns } = inputs;
    const model = new Model(toModelData(document, { purpose: 'calculate', sheetIds, columns }), {
      mode: 'normal',
    });
    this.held = { model, inputs, edits: 0 };
    return model;
  }
}

/** Whether a cell is in the way of a result. Told of changes, the engine may name another of several such cells. */
function isBlocked({ getters }: Model, { formulas }: Inputs): boolean {
  return formulas.some(({ sheet, formulas: cells }) => {
    const sheetId = engineSheetId(sheet.sheetId);
    return cells.some(({ row, column: col }) => getters.isArrayFormulaSpillBlocked({ sheetId, row, col }));
  });
}

/** Cells that differ; undefined where another model is needed: by formulas, sizes, names, time, or their number. */
function changesOf(one: Inputs, other: Inputs, { locale }: DocumentState): Change[] | undefined {
  if (other.isVolatile || !sameParts(one, other) || !sameFormulas(one, other)) return undefined;
  const changes: Change[] = [];
  for (const [index, before] of one.sheets.entries()) {
    const after = other.sheets[index]!;
    const columns = other.columns.get(after.sheetId);
    if (before === after) continue;
    if (!columns || !sameGrid(before, after)) return undefined;
    if (!sameColumns(columns, one.columns.get(before.sheetId))) return undefined;
    if (!addChanges(before, after, columns, locale, changes)) return undefined;
  }
  return changes;
}

function sameColumns(one: ReadonlySet<number>, other: ReadonlySet<number> | undefined): boolean {
  return one.size === other?.size && [...one].every((column) => other.has(column));
}

function sameFormulas(one: Inputs, other: Inputs): boolean {
  return (
    one.formulas.length === other.formulas.length &&
    one.formulas.every(({ sheet, formulas }, index) => {
      const after = other.formulas[index]!;
      if (after.formulas === formulas) return true;
      return (
        after.sheet.sheetId === sheet.sheetId &&
        after.formulas.length === formulas.length &&
        formulas.every((cell, i) => {
          const { row, column, formula } = after.formulas[i]!;
          return cell.row === row && cell.column === column && cell.formula === formula;
        })
      );
    })
  );
}

/** False where there are too many. */
function addChanges(
  before: SheetState,
  after: SheetState,
  columns: ReadonlySet<number>,
  locale: string,
  changes: Change[],
): boolean {
  const sheetId = engineSheetId(after.sheetId);
  for (let row = 0; row < Math.max(before.cells.length, after.cells.length); row++) {
    const [a, b] = [before.cells[row], after.cells[row]];
    if (a === b) continue;
    for (const col of columns) {
      if (sameCell(a?.[col], b?.[col])) continue;
      if (changes.length === MOST_CHANGES) return false;
      const cell = cellOf(b?.[col]);
      const { content = '', format = '' } = cell?.value ? engineCell(cell, locale) : {};
      changes.push({ sheetId, row, col, content, format });
    }
  }
  return true;
}
