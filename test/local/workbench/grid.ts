/** A grid without a browser: the library's model on a session of the workbench, as the page has it. */
import type { TransportService } from '@odoo/o-spreadsheet';
import { loadLibrary, quietly } from '../../../src/local/engine/library.ts';
import { toModelData } from '../../../src/local/engine/model-data.ts';
import type { Machine } from '../../../src/local/machine.ts';
import type { HostMessage, Notice, RevisionMessage } from '../../../src/local/workbench/messages.ts';
import { WorkbookSession } from '../../../src/local/workbench/session.ts';

type Model = InstanceType<ReturnType<typeof loadLibrary>['Model']>;

export type TestGrid = {
  model: Model;
  session: WorkbookSession;
  /** How often the page would have loaded everything again. */
  reloads: number;
  notices: Notice[];
  dispatch(type: string, payload?: object): void;
  /** What the grid holds of a sheet, cell by cell, and what a grid newly loaded from the document would hold. */
  compare(): { grid: unknown; document: unknown };
};

let ids = 1000;

export function testGrid(machine: Machine): TestGrid {
  const library = loadLibrary();
  const callbacks: ((message: RevisionMessage) => void)[] = [];
  const grid = { reloads: 0, notices: [] as Notice[] } as TestGrid;
  const hear = (message: HostMessage) => {
    if (message.type === 'revision')
      quietly(() => {
        for (const callback of callbacks) callback(message.message);
      });
    if (message.type === 'reload') grid.reloads++;
    if (message.type === 'notice') grid.notices.push(message.notice);
  };
  const session = new WorkbookSession(machine, hear);
  const transport: TransportService<RevisionMessage> = {
    sendMessage: async (message) => {
      session.receive(message);
    },
    onNewMessage: (_, callback) => void callbacks.push(callback),
    leave: () => undefined,
  };
  class Numbered extends library.helpers.UuidGenerator {
    override smallUuid(): string {
      return String(++ids);
    }
  }
  const client = { id: 'page', name: 'page' };
  const data = { ...toModelData(machine.document()), revisionId: session.head };
  const model = quietly(
    () => new library.Model(data, { transportService: transport as never, client }, [], new Numbered()),
  );
  const inner = (model as unknown as { session: { commandSquisher: unknown } }).session;
  inner.commandSquisher = { squish: (all: unknown) => all, unsquish: (all: unknown) => all };
  return Object.assign(grid, {
    model,
    session,
    dispatch: (type: string, payload: object = {}) => {
      const result = quietly(() => model.dispatch(type as never, payload as never));
      if (!result.isSuccessful) throw new Error(`${type}: ${result.reasons.join(', ')}`);
    },
    compare: () => {
      const fresh = quietly(() => new library.Model(toModelData(machine.document())));
      return quietly(() => ({ grid: contents(model), document: contents(fresh) }));
    },
  });
}

const SIZE = 15;

/** Everything that people see of a model, in a form that does not depend on the engine's ids. */
function contents(model: Model): unknown {
  const { getters } = model;
  return getters.getSheetIds().map((sheetId) => ({
    sheetId,
    name: getters.getSheetName(sheetId),
    visible: getters.isSheetVisible(sheetId),
    columns: getters.getNumberCols(sheetId),
    rows: getters.getNumberRows(sheetId),
    panes: getters.getPaneDivisions(sheetId),
    color: getters.getSheet(sheetId).color,
    gridLines: getters.getGridLinesVisibility(sheetId),
    conditionalFormats: getters.getConditionalFormats(sheetId).map(({ id: _, ...format }) => format),
    figures: getters.getFigures(sheetId).map(({ id, tag, col, row, offset, width, height }) => ({
      id,
      tag,
      place: [col, row, offset, width, height],
    })),
    charts: getters.getChartIds(sheetId).map((id) => getters.getChartDefinition(id)),
    heights: range(SIZE).map((row) => getters.getRowSize(sheetId, row)),
    merges: getters.getMerges(sheetId).map(({ top, left, bottom, right }) => [top, left, bottom, right]),
    widths: range(SIZE).map((col) => [getters.getColSize(sheetId, col), getters.isColHidden(sheetId, col)]),
    hiddenRows: range(SIZE).map((row) => getters.isRowHidden(sheetId, row)),
    cells: range(SIZE).map((row) => range(8).map((col) => cellContents(model, { sheetId, row, col }))),
  }));
}

function cellContents(model: Model, position: { sheetId: string; row: number; col: number }): unknown {
  const { getters } = model;
  const cell = getters.getCell(position);
  const border = getters.getCellBorder(position);
  const rule = getters.getValidationRuleForCell(position);
  return [
    cell ? contentOf(cell) : '',
    cell?.format ?? '',
    coveredByMerge(model, position) ? {} : styleOf(getters.getCellStyle(position)),
    border ?? null,
    rule ? [rule.criterion, rule.isBlocking] : null,
  ];
}

/** What lies under a merge has the style of the merge's first cell in the library, and nobody sees it. */
function coveredByMerge(
  { getters }: Model,
  position: { sheetId: string; row: number; col: number },
): boolean {
  const merge = getters.getMerge(position);
  return merge !== undefined && (merge.top !== position.row || merge.left !== position.col);
}

const contentOf = (cell: object) => (cell as { content: string }).content;

/** A flag that is off is the same as none. */
const styleOf = (style: object) =>
  Object.fromEntries(Object.entries(style).filter(([, value]) => value !== false));

const range = (count: number) => Array.from({ length: count }, (_, index) => index);
