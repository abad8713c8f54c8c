import { isoDate, serialOfIsoDate } from '../kpi/calendar.ts';
import type { Cell } from '../kpi/issue.ts';
import { TREE_FIELDS, type TreeCell, type TreeField, type TreeRow } from '../kpi/tree-fields.ts';
import { dayOfCellText, numberOfCell, textOfCell } from './cells.ts';
import { choiceKey, choiceWord } from './choices.ts';
import { columnChoices } from './column-choices.ts';
import { sheetTemplate } from './sheets/index.ts';
import { cells, type RowValues, type Table } from './table.ts';
import type { Choice, Language } from './template.ts';

const NUMBERS: ReadonlySet<TreeField> = new Set(['coefficient', 'weight', 'green', 'amber']);

function treeCell(field: TreeField, cell: Cell): TreeCell {
  const text = textOfCell(cell);
  if (text === '') return null;
  if (NUMBERS.has(field)) return numberOfCell(cell) ?? text;
  return choiceKey(columnChoices('tree', field), cell) ?? text;
}

/** What makes a row a KPI; a heading or a remark that someone typed between KPIs is none. */
const OF_A_KPI: readonly TreeField[] = ['id', 'parent', 'operator', 'coefficient', 'kind', 'metric'];

/**
 * KPIs as an editor keeps them.
 * @param table The sheet `tree`.
 * @returns KPIs in their order, and where each stands among the data rows.
 */
export function readTreeRows(table: Table): { rows: TreeRow[]; places: number[] } {
  const rows: TreeRow[] = [];
  const places: number[] = [];
  for (let place = 0; place < table.rows; place++) {
    const entries = TREE_FIELDS.map((field) => [field, treeCell(field, cells(table, field)[place] ?? null)]);
    const row = Object.fromEntries(entries) as TreeRow;
    if (OF_A_KPI.every((field) => row[field] === null)) continue;
    rows.push(row);
    places.push(place);
  }
  return { rows, places };
}

/**
 * Cells of a KPI as they are written: words of the workbook's language for the keys of choices.
 * @param row The KPI.
 * @param language Language of the workbook.
 * @param before The KPI as it stands in the sheet; all its cells are written where it does not.
 * @returns Values by column; of a row that is there, those that differ alone.
 */
export function treeValues(row: TreeRow, language: Language, before?: TreeRow): RowValues {
  const changed = TREE_FIELDS.filter((field) => before === undefined || before[field] !== row[field]);
  return Object.fromEntries(
    changed.map((field) => {
      const cell = row[field];
      const choices = columnChoices('tree', field);
      return [
        field,
        typeof cell === 'string' && choices.length > 0 ? choiceWord(choices, cell, language) : cell,
      ];
    }),
  );
}

/** A row of the sheet `targets`; days are ISO. */
export type TargetRow = {
  readonly node: string;
  readonly from: string;
  readonly to: string;
  readonly baseline: number | null;
  readonly target: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly locked: boolean;
  readonly how: 'typed' | 'cascade';
};

const YES: ReadonlySet<string> = new Set(['true', 'yes', 'x', '✓', '是', '锁定']);

/** Targets that can be read, in the order of the sheet. See `readTargets`. */
export const readTargetRows = (table: Table): TargetRow[] => readTargets(table).rows;

/**
 * Targets that can be read.
 * @param table The sheet `targets`; rows without a KPI, or without a first and a last day, are left out.
 * @returns Targets in the order of the sheet, and where each stands among the data rows.
 */
export function readTargets(table: Table): { rows: TargetRow[]; places: number[] } {
  const at = (key: string, row: number): Cell => cells(table, key)[row] ?? null;
  const number = (key: string, row: number): number | null => numberOfCell(at(key, row)) ?? null;
  const found: TargetRow[] = [];
  const places: number[] = [];
  for (let row = 0; row < table.rows; row++) {
    const node = textOfCell(at('node', row));
    const [from, to] = [dayOfCellText(at('from', row)), dayOfCellText(at('to', row))];
    if (node === '' || typeof from !== 'number' || typeof to !== 'number') continue;
    places.push(row);
    found.push({
      node,
      from: isoDate(from),
      to: isoDate(to),
      baseline: number('baseline', row),
      target: number('target', row),
      low: number('low', row),
      high: number('high', row),
      locked: YES.has(textOfCell(at('locked', row)).toLowerCase()),
      how: choiceKey(columnChoices('targets', 'how'), at('how', row)) === 'cascade' ? 'cascade' : 'typed',
    });
  }
  return { rows: found, places };
}

/**
 * A target as it is written.
 * @param target The target.
 * @param language Language of the workbook.
 * @param more Unit as a word, name of who set it, and the day, serial.
 */
export function targetValues(
  target: TargetRow,
  language: Language,
  more: { readonly unit: string | null; readonly who: string; readonly day: number },
): RowValues {
  const { node, baseline, low, high, locked, how } = target;
  return {
    node,
    from: serialOfIsoDate(target.from),
    to: serialOfIsoDate(target.to),
    unit: more.unit,
    baseline,
    target: target.target,
    low,
    high,
    locked: locked ? true : null,
    how: choiceWord(columnChoices('targets', 'how'), how, language),
    who: more.who === '' ? null : more.who,
    when: more.day,
  };
}

/** Titles of the tree's columns in a language. */
export function treeLabels(language: Language): Record<TreeField, string> {
  const { columns } = sheetTemplate('tree');
  const titles = TREE_FIELDS.map((field) => [
    field,
    columns.find(({ key }) => key === field)?.header[language] ?? field,
  ]);
  return Object.fromEntries(titles) as Record<TreeField, string>;
}

/** Dropdown values of the tree's columns, as the sheet shows them. */
export function treeChoices(
  language: Language,
): Partial<Record<TreeField, { readonly key: string; readonly word: string }[]>> {
  const named = (choices: readonly Choice[]) =>
    choices.map(({ key, words }) => ({ key, word: words[language] }));
  const lists = TREE_FIELDS.map((field) => [field, columnChoices('tree', field)] as const);
  return Object.fromEntries(
    lists.filter(([, choices]) => choices.length > 0).map(([field, choices]) => [field, named(choices)]),
  );
}
