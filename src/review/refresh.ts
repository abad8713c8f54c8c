import type { Cell } from '../kpi/issue.ts';
import { textOfCell } from '../workbook/cells.ts';
import { numberFormatAt, unitFormat } from '../workbook/formats.ts';
import type { WorkbookMap } from '../workbook/map.ts';
import type { SheetsRequest } from '../workbook/sheets-api.ts';
import { cells, type RowValues, type Table, type TableChange, type Tables } from '../workbook/table.ts';
import type { Language } from '../workbook/template.ts';
import { namesUnit, unitWord } from '../workbook/units.ts';
import { dailySales } from './daily-sales.ts';
import { platformOf } from './facts.ts';
import { accountKey, contentKey } from './keys.ts';
import type { Ledger } from './ledger.ts';
import type { ActionLine, TreeLine } from './model.ts';
import type { KpiTree } from './nodes.ts';
import type { Returns } from './returns.ts';

/** An action with its row. */
export type ActionEffect = Pick<ActionLine, 'status' | 'measured'> & { readonly index: number };

/** Money is written with cents: less than half a cent is no change. */
function isSame(old: Cell | undefined, value: number | null): boolean {
  if (value === null) return old === null || old === undefined;
  return typeof old === 'number' && Math.abs(old - value) <= 1e-9 * Math.max(1, Math.abs(value));
}

function updates(
  table: Table,
  rowValues: (index: number) => Record<string, number | null>,
): TableChange['updates'] {
  const found: { index: number; values: RowValues }[] = [];
  for (let index = 0; index < table.rows; index++) {
    const values = Object.entries(rowValues(index)).filter(
      ([key, value]) => !isSame(cells(table, key)[index], value),
    );
    if (values.length > 0) found.push({ index, values: Object.fromEntries(values) });
  }
  return found;
}

/** Target and actual of the reviewed week in the sheet `tree`, on which its formulas work. */
export function treeRefresh(table: Table, lines: readonly TreeLine[]): TableChange {
  const byId = new Map(lines.map((line) => [line.id, line]));
  return {
    sheet: 'tree',
    appends: [],
    updates: updates(table, (index) => {
      const line = byId.get(textOfCell(cells(table, 'id')[index]));
      return line === undefined
        ? {}
        : { baseline: line.baseline, target: line.plan, actual: line.actual.value };
    }),
  };
}

/** GMV, cost and payback day of each piece of content, on which its ROI columns work. */
export function contentRefresh(tables: Tables, returns: Returns): TableChange {
  const table = tables.content as Table;
  return {
    sheet: 'content',
    appends: [],
    updates: updates(table, (index) => {
      const platform = platformOf(cells(table, 'platform')[index]);
      const account = accountKey(platform, textOfCell(cells(table, 'account')[index]));
      const id = textOfCell(cells(table, 'id')[index]);
      if (id === '') return {};
      const money = returns.contents.get(contentKey(account, id));
      return {
        gmv: money?.gmv ?? null,
        cost: money?.cost ?? null,
        paid_back: money?.paidBack ?? null,
      };
    }),
  };
}

/** Money to date of each account, on which its ROI columns work. */
export function accountsRefresh(table: Table, returns: Returns): TableChange {
  return {
    sheet: 'accounts',
    appends: [],
    updates: updates(table, (index) => {
      const id = textOfCell(cells(table, 'id')[index]);
      if (id === '') return {};
      const key = accountKey(platformOf(cells(table, 'platform')[index]), id);
      const money = returns.accounts.get(key);
      return {
        gmv: money?.gmv ?? null,
        cost: money?.cost ?? null,
        since: money?.since ?? null,
        paid_back: money?.paidBack ?? null,
      };
    }),
  };
}

/** Daily sales of each product, on which its days of cover work. */
export function productsRefresh(table: Table, ledger: Ledger, today: number): TableChange {
  const salesOf = dailySales(ledger.orders, today);
  return {
    sheet: 'products',
    appends: [],
    updates: updates(table, (index): Record<string, number | null> => {
      const sku = textOfCell(cells(table, 'sku')[index]);
      return sku === '' ? {} : { daily_sales: salesOf(sku) };
    }),
  };
}

/** Measured effect of each action that is under way or done: what its KPI did since. */
export function effectsRefresh(table: Table, actions: readonly ActionEffect[]): TableChange {
  const byRow = new Map(actions.map((action) => [action.index, action]));
  return {
    sheet: 'actions',
    appends: [],
    updates: updates(table, (index): Record<string, number | null> => {
      const action = byRow.get(index);
      return action === undefined || action.status === 'dropped' ? {} : { measured: action.measured };
    }),
  };
}

/**
 * The unit of each row's KPI in a sheet with figures of several KPIs; what is there for an unknown KPI stays.
 * @param sheet Key of a sheet with the columns `node` and `unit`.
 * @param table The sheet.
 * @param kpis The KPI tree.
 * @param language Of the words.
 */
export function unitsRefresh(sheet: string, table: Table, kpis: KpiTree, language: Language): TableChange {
  const unitOf = new Map(kpis.nodes.flatMap((node) => (node === undefined ? [] : [[node.id, node.unit]])));
  const found = cells(table, 'node').flatMap((cell, index) => {
    const unit = unitOf.get(textOfCell(cell)) ?? '';
    if (unit === '' || namesUnit(cells(table, 'unit')[index], unit)) return [];
    return [{ index, values: { unit: unitWord(unit, language) } }];
  });
  return { sheet, appends: [], updates: found };
}

/**
 * Number formats for plan and actual in the sheet `tree`, where each row has a unit of its own.
 * @param map Where everything is.
 * @param table The sheet.
 * @param lines Section 2 of the review.
 */
export function treeFormats(map: WorkbookMap, table: Table, lines: readonly TreeLine[]): SheetsRequest[] {
  const place = map.sheets.get('tree');
  if (place === undefined) return [];
  const rowOf = new Map(cells(table, 'id').map((id, index) => [textOfCell(id), index + 1]));
  const columns = ['baseline', 'target', 'actual'].flatMap((key) => place.columns.get(key) ?? []);
  return lines.flatMap((line) => {
    const row = rowOf.get(line.id);
    if (row === undefined) return [];
    const numberFormat = unitFormat(line.unit, line.actual.value ?? line.plan);
    return columns.map((column) => numberFormatAt(place.sheetId, row, column, numberFormat));
  });
}
