/** The grid's commands as calls of the Sheets API, so that ids and developer metadata follow as they do in Google. */
import type { DocumentState } from '../../document/model.ts';
import type { EngineCommand } from '../messages.ts';
import { cellOperations } from './cells.ts';
import { filterOperations } from './filters.ts';
import type { Operation } from './operation.ts';
import { sheetOperations } from './sheets.ts';
import { structureOperations } from './structure.ts';
import type { RuleRanges } from './validation.ts';

/** A command that the local workbench has no translation for. */
export class UnsupportedEdit extends Error {
  readonly command: string;
  constructor(command: string) {
    super(`The local workbench does not support ${command}.`);
    this.command = command;
  }
}

/** The engine's internal bookkeeping, which the document has no part for or gets from another command. */
const SILENT = new Set(['UPDATE_CELL_POSITION']);

/**
 * What a command changes in the document.
 * @param document The document as it is before the command.
 * @param rules Validation rules that grids made; kept up to date here.
 * @throws UnsupportedEdit where there is no translation
 */
export function translate(command: EngineCommand, document: DocumentState, rules: RuleRanges): Operation[] {
  if (SILENT.has(command.type)) return [];
  const found =
    cellOperations(command, document, rules) ??
    structureOperations(command, document) ??
    filterOperations(command, document) ??
    sheetOperations(command, document);
  if (!found) throw new UnsupportedEdit(command.type);
  return found;
}
