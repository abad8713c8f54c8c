/** A person who does what the sentences advise until every job works. */
import type { SheetState } from '../../src/local/document/model.ts';
import { batch } from '../start/bench.ts';
import { tabsOf, valueAt } from './book.ts';
import { type Job, type Refused, runJob, type World } from './world.ts';

function titled({ machine }: World, title: string): SheetState {
  const sheet = machine.document().sheets.find((each) => each.title === title);
  if (sheet === undefined) throw new Error(`There is no sheet “${title}”`);
  return sheet;
}

/** Of two columns, the one without the mark goes; of two marked ones, the emptier. */
function dropTwin(world: World, sheet: SheetState, header: string): void {
  const document = world.machine.document();
  const tab = tabsOf(document).find((each) => each.sheet.sheetId === sheet.sheetId);
  const column = tab?.template.columns.find((each) => Object.values(each.header).includes(header));
  const value = `${tab?.template.key}.${column?.key}`;
  const marked = document.metadata.flatMap(({ metadataValue, location }) =>
    location.type === 'COLUMN' && location.sheetId === sheet.sheetId && metadataValue === value
      ? [location.index]
      : [],
  );
  const headed = Array.from({ length: sheet.columnCount }, (_, c) => c).filter((c) => {
    const text = valueAt(sheet, 0, c)?.stringValue?.trim().toLowerCase();
    return Object.values(column?.header ?? {}).some((each) => each.toLowerCase() === text);
  });
  const filled = (c: number): number =>
    sheet.cells.filter((_, r) => valueAt(sheet, r, c) !== undefined).length;
  const [victim] = (marked.length > 1 ? marked : headed).sort((a, b) => filled(a) - filled(b));
  if (victim === undefined) throw new Error(`No twin of ${header}`);
  const range = { sheetId: sheet.sheetId, dimension: 'COLUMNS', startIndex: victim, endIndex: victim + 1 };
  batch(
    world.machine,
    {
      updateSheetProperties: {
        properties: { sheetId: sheet.sheetId, gridProperties: { frozenColumnCount: 0 } },
        fields: 'gridProperties.frozenColumnCount',
      },
    },
    { deleteDimension: { range } },
  );
}

/** The row that the sentence names goes to the top. */
function raiseHeaders(world: World, sheet: SheetState, row: number): void {
  const { sheetId } = sheet;
  const range = { sheetId, dimension: 'ROWS', startIndex: row - 1, endIndex: row };
  const gridProperties = { frozenRowCount: 0 };
  batch(
    world.machine,
    { unmergeCells: { range: { sheetId } } },
    {
      updateSheetProperties: {
        properties: { sheetId, gridProperties },
        fields: 'gridProperties.frozenRowCount',
      },
    },
    { moveDimension: { source: range, destinationIndex: 0 } },
  );
}

/** What is missing comes back with set-up, which is the first job of the next round. */
function follow(world: World, { code, values }: Refused): void {
  const { machine } = world;
  const sheet = values.sheet ?? '';
  if (code === 'COLUMN_DOUBLED') dropTwin(world, titled(world, sheet), values.column ?? '');
  if (code === 'HEADER_MOVED') raiseHeaders(world, titled(world, sheet), Number(values.row));
  if (code === 'CELLS_MERGED') {
    batch(machine, { unmergeCells: { range: { sheetId: titled(world, sheet).sheetId } } });
  }
  if (code === 'REVIEW_COLUMN_MISSING' || code === 'REVIEW_MARK_LOST') {
    batch(machine, { deleteSheet: { sheetId: titled(world, sheet).sheetId } });
  }
}

const MUST_WORK: readonly Job[] = [
  'setUp',
  'recogniseFile',
  'importFile',
  'applyModel',
  'writeReview',
  'tick',
  'sidebarState',
];

/**
 * Runs every job until all work, doing in between what the refusals advise and setting up again.
 * @returns Faults of any run, and one where after many rounds a job still refuses.
 */
export function recover(world: World): { jobs: number; faults: string[] } {
  const faults: string[] = [];
  let jobs = 0;
  const run = (job: Job): Refused | undefined => {
    const { refused, faults: found } = runJob(world, job);
    jobs += 1;
    faults.push(...found);
    return refused;
  };
  const history: string[] = [];
  for (let round = 0; round < 30; round += 1) {
    let refused: Refused | undefined;
    for (const job of MUST_WORK) {
      refused = run(job);
      if (faults.length > 0) return { jobs, faults };
      if (refused === undefined) continue;
      history.push(`${job}: ${refused.code} ${JSON.stringify(refused.values)}`);
      break;
    }
    if (refused === undefined) return { jobs, faults };
    follow(world, refused);
  }
  return { jobs, faults: [`after 30 rounds: ${history.slice(-4).join('; ')}`] };
}
