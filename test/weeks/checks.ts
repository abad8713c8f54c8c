/** What has to hold after each week, whatever people did and whatever failed. */
import { isoDate } from '../../src/kpi/calendar.ts';
import type { DocumentState } from '../../src/local/document/model.ts';
import type { Mail } from '../../src/local/machine.ts';
import { reviewSheetId } from '../../src/review/render/index.ts';
import type { Language } from '../../src/workbook/template.ts';
import { tabsOf, usedRows, valueAt } from '../hands/book.ts';
import { stateOf } from '../start/bench.ts';
import { viewsOf } from './files.ts';
import { sectionsOf, stampsOf, tabOf } from './tabs.ts';

/** Experiments and weak variables are left out where there is nothing of them: no experiment, no item to ask about. */
const ALWAYS = [1, 2, 3, 4, 5, 7, 8, 10, 11, 12];
const COLUMNS_OF_TAB = 17;

function doubled(texts: readonly string[]): string[] {
  return [...new Set(texts.filter((text, index) => texts.indexOf(text) !== index))];
}

/** Each stamp is of a whole tab, each tab has one stamp, and no week has two. */
export function tabFaults(
  document: DocumentState,
  language: Language,
  isWhole: (label: string) => boolean,
): string[] {
  const stamps = stampsOf(document);
  const faults = doubled(stamps.map(({ label }) => label)).map((label) => `${label} has two stamps`);
  const ids = new Set(stamps.map(({ sheetId }) => sheetId));
  for (const { sheetId, title } of document.sheets) {
    const isReviews = sheetId > 2_000_000 && sheetId < 2_100_000;
    if (isReviews && !ids.has(sheetId)) faults.push(`The tab ${title} has no stamp`);
  }
  for (const { label, sheetId } of stamps) {
    if (sheetId !== reviewSheetId(label)) faults.push(`${label} is in the tab ${sheetId}`);
    const tab = tabOf(document, sheetId);
    if (tab === undefined) faults.push(`${label} has a stamp and no tab`);
    else if (isWhole(label)) {
      const sections = sectionsOf(tab, label, language);
      const wanted = Array.from({ length: 12 }, (_, n) => n + 1).filter(
        (n) => ALWAYS.includes(n) || sections.includes(n),
      );
      if (sections.join() !== wanted.join()) faults.push(`${label} has the sections ${sections.join()}`);
      if (tab.columns.size !== COLUMNS_OF_TAB) faults.push(`${label} has ${tab.columns.size} columns`);
    }
  }
  return faults;
}

/** Records as they were when they were first seen closed. */
export class Records {
  private readonly states = new Map<string, { cells: unknown; print: string }>();

  get count(): number {
    return this.states.size;
  }

  /** Records that are not what they were; those that are new are kept. */
  faults(document: DocumentState): string[] {
    const faults: string[] = [];
    const found = new Set<string>();
    for (const { label, state, sheetId } of stampsOf(document)) {
      if (state !== 'closed') continue;
      found.add(label);
      const cells = document.sheets.find((each) => each.sheetId === sheetId)?.cells;
      const former = this.states.get(label);
      // What is the same list is the same: states of a document are never changed in place.
      if (former !== undefined && former.cells === cells) continue;
      const print = stateOf(cells);
      if ((former?.print ?? print) !== print) faults.push(`The record of ${label} has changed`);
      this.states.set(label, { cells, print });
    }
    for (const label of this.states.keys())
      if (!found.has(label)) faults.push(`${label} is no record any more`);
    return faults;
  }
}

/** Nobody gets the digest of a week twice, nor is asked for its files twice. */
export function mailFaults(outbox: readonly Mail[]): string[] {
  const digests = outbox.flatMap(({ to, subject }) => {
    const label = /\d{4}-W\d{2}/.exec(subject)?.[0];
    if (label === undefined) return [];
    const isAsked = /waiting for files|等待文件/.test(subject);
    return [`${to} ${isAsked ? 'was asked for the files' : 'got the digest'} of ${label}`];
  });
  return doubled(digests).map((text) => `${text} twice`);
}

type Row = (column: string) => string;

function rowsOf(document: DocumentState, key: string): Row[] {
  const tab = tabsOf(document).find(({ template }) => template.key === key);
  if (tab === undefined) return [];
  return Array.from({ length: Math.max(0, usedRows(tab.sheet) - 1) }, (_, n) => (column: string): string => {
    const value = valueAt(tab.sheet, n + 1, tab.columns.get(column) ?? -1);
    return String(value?.stringValue ?? value?.numberValue ?? '');
  });
}

/** The same finding stands in the list once: of a file by what its row says, of a sheet by its cell. */
export function issueFaults(document: DocumentState): string[] {
  const keys = rowsOf(document, 'issues').map((at) => {
    const where = at('import') === '' ? [at('sheet'), at('cell')] : [at('raw')];
    return [at('code'), at('found') || at('expected'), ...where].join(' | ');
  });
  return doubled(keys).map((key) => `The finding “${key}” is listed twice`);
}

/** Each item has one row for each day that a file was of, with what the file said; and all files that were taken in. */
export function figureFaults(
  document: DocumentState,
  taken: ReadonlyMap<string, readonly string[]>,
): string[] {
  const faults: string[] = [];
  const keys: string[] = [];
  for (const at of rowsOf(document, 'performance')) {
    const [id, to] = [at('content'), Number(at('to'))];
    keys.push(`${at('account')} ${to} ${id}`);
    if (Number(at('views')) !== viewsOf(id, to))
      faults.push(`${id} has ${at('views')} views on ${isoDate(to)}`);
  }
  const there = new Set(keys);
  for (const [file, items] of taken) {
    for (const id of items)
      if (!there.has(`${file} ${id}`)) faults.push(`${id} of the file ${file} is missing`);
  }
  return [...faults, ...doubled(keys).map((key) => `${key} is there twice`)];
}

/** What the setting says of the present moment. */
export function asOfOf(document: DocumentState): string {
  return rowsOf(document, 'settings').find((at) => at('key') === 'as_of')?.('value') ?? '';
}
