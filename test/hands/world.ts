/** A small workbook with something in every sheet, the jobs that run on it, and what must hold after each. */
import type { Answer } from '../../src/addon/api.ts';
import { readFileTables } from '../../src/files/read-file.ts';
import type { Cell } from '../../src/kpi/issue.ts';
import type { DocumentState } from '../../src/local/document/model.ts';
import type { Machine } from '../../src/local/machine.ts';
import { randomOf } from '../../src/sample/random.ts';
import { say, type TextCode } from '../../src/text/index.ts';
import type { Language } from '../../src/workbook/template.ts';
import { batch, bench, call, importText, loadRows, serial } from '../start/bench.ts';
import { youtube } from '../start/export.ts';
import { reviewColumns, reviewTabs, valueAt } from './book.ts';
import { EDITS, type Kind } from './edits.ts';
import { lostBetween } from './kept.ts';

export const WEEK = '2026-W31';
const ROWS = 40;

const file = (views: number, asOf: string) => {
  const ids = ['F3HVs95pagk', 'bZ0rDUuwhpU', 'mQ4wXk2Lr9s'];
  const text = youtube(
    ids.map((id, i) => ({
      id,
      published: 'Jan 5, 2026',
      likes: 5,
      views: views + i,
      hours: (views + i) / 100,
    })),
  );
  return { text, asOf };
};

const TEAM: Readonly<Record<string, Record<string, Cell>[]>> = {
  team: [
    { name: 'Ana', role: 'editor' },
    { name: 'Bo', role: 'operator' },
  ],
  targets: [
    { node: 'watch', from: serial('2026-07-01'), to: serial('2026-07-31'), target: 50 },
    { node: 'watch', from: serial('2026-08-01'), to: serial('2026-08-31'), target: 60.5 },
  ],
  orders: [
    { id: 'o1', date: serial('2026-07-28'), platform: 'youtube', account: 'art', amount: 120, units: 2 },
    {
      id: 'o2',
      date: serial('2026-07-29'),
      platform: 'youtube',
      account: 'art',
      amount: 80,
      currency: 'EUR',
    },
  ],
  costs: [{ date: serial('2026-07-28'), content: 'F3HVs95pagk', component: 'ads', amount: 30 }],
  rates: [{ date: serial('2026-07-01'), currency: 'EUR', rate: 1.1 }],
  products: [{ sku: 'a', name: 'Apron', margin: 0.4, stock: 12 }],
  comments: [
    {
      platform: 'youtube',
      account: 'art',
      text: 'late',
      sentiment: 'negative',
      posted: serial('2026-07-28'),
    },
  ],
  actions: [{ id: 'x-1', week: '2026-W30', finding: 'Few views', action: 'New hook', owner: 'Ana' }],
};

function trim(machine: Machine): void {
  batch(
    machine,
    ...machine.document().sheets.flatMap(({ sheetId, rowCount }) =>
      rowCount <= ROWS
        ? []
        : [
            {
              deleteDimension: {
                range: { sheetId, dimension: 'ROWS', startIndex: ROWS, endIndex: rowCount },
              },
            },
          ],
    ),
  );
}

function explain(machine: Machine): void {
  const [tab] = reviewTabs(machine.document());
  if (tab === undefined) throw new Error('There is no review');
  const columns = reviewColumns(machine.document(), tab.sheetId);
  const rowIndex = tab.cells.findIndex((_, row) =>
    valueAt(tab, row, columns.get('key') ?? 0)?.stringValue?.startsWith('kpi:'),
  );
  batch(machine, {
    updateCells: {
      start: { sheetId: tab.sheetId, rowIndex, columnIndex: columns.get('text') ?? 0 },
      rows: [{ values: [{ userEnteredValue: { stringValue: 'because ⟦0⟧' } }] }],
      fields: 'userEnteredValue',
    },
  });
}

export type World = {
  readonly machine: Machine;
  readonly language: Language;
  readonly start: DocumentState;
  /** Id of the hourly trigger. */
  readonly tick: string;
};

/** Set up, two files in, something in every sheet, a draft with an explanation, the Monday review on. */
export function makeWorld(language: Language): World {
  const machine = bench({ language });
  trim(machine);
  for (const { text, asOf } of [file(100, '2026-07-26'), file(170, '2026-08-02')]) {
    importText(machine, text, { asOf, account: 'art' });
  }
  for (const [sheet, rows] of Object.entries(TEAM)) loadRows(machine, sheet, rows);
  call(machine, 'writeReview', { week: WEEK });
  explain(machine);
  call(machine, 'turnOnAutomation', {});
  const [trigger] = machine.triggers;
  if (trigger === undefined) throw new Error('There is no trigger');
  return { machine, language, start: machine.document(), tick: trigger.id };
}

/** Takes the workbook back to a state, as version history does. */
export function goTo({ machine }: World, document: DocumentState): void {
  machine.store.replace(document.spreadsheetId, document);
}

type Outcome = { readonly ok: true } | { readonly ok: false; readonly sentence: string };

function asked(machine: Machine, name: string, request: object): Outcome {
  const reply = machine.callFromSidebar(name, [request]);
  if (!reply.ok) return { ok: false, sentence: `${name} threw: ${reply.error.message}` };
  const answer = reply.value as Answer<unknown>;
  return answer.ok ? { ok: true } : { ok: false, sentence: answer.sentence };
}

/** Another file each time, so that there is something to write. */
function fileRequest({ machine }: World): object {
  const { text } = file(200 + (machine.document().revision % 1000), '');
  const read = readFileTables(new TextEncoder().encode(text), 'Table data.csv');
  if ('issue' in read) throw new Error(read.issue.code);
  return { fileName: 'Table data.csv', tables: read.tables, asOf: '2026-08-02', account: 'art' };
}

export const JOBS = {
  sidebarState: ({ machine }: World) => asked(machine, 'sidebarState', {}),
  recogniseFile: (world: World) => asked(world.machine, 'recogniseFile', fileRequest(world)),
  importFile: (world: World) => asked(world.machine, 'importFile', fileRequest(world)),
  writeReview: ({ machine }: World) => asked(machine, 'writeReview', { week: WEEK }),
  tick: ({ machine, tick }: World): Outcome => {
    const run = machine.fireTrigger(tick);
    return run.ok ? { ok: true } : { ok: false, sentence: run.error.message };
  },
  applyModel: ({ machine }: World) =>
    asked(machine, 'applyModel', {
      model: 'reach',
      replace: true,
      growth: 0.1,
      from: '2026-08-01',
      to: '2026-08-31',
    }),
  setUp: ({ machine, language }: World) => asked(machine, 'setUp', { language }),
  closeReview: ({ machine }: World) => asked(machine, 'closeReview', { week: WEEK }),
} as const;

export type Job = keyof typeof JOBS;
export const JOB_NAMES = Object.keys(JOBS) as Job[];

/** The faults of a workbook, each with what its sentence has to name. */
const FAULTS = [
  'COLUMN_MISSING',
  'COLUMN_DOUBLED',
  'SHEET_MISSING',
  'CELLS_MERGED',
  'HEADER_MOVED',
  'HEADER_LOST',
  'REVIEW_COLUMN_MISSING',
  'REVIEW_MARK_LOST',
  'REVIEW_NONE_OPEN',
  'NOT_SET_UP',
] as const satisfies readonly TextCode[];

export type Refused = { readonly code: (typeof FAULTS)[number]; readonly values: Record<string, string> };

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The fault that a sentence of the workbook's language tells; undefined for any other text. */
export function faultIn(language: Language, sentence: string): Refused | undefined {
  for (const code of FAULTS) {
    const names: string[] = [];
    const pattern = escaped(say(language, code, {})).replace(/\\\{(\w+)\\\}/g, (_, name: string) => {
      names.push(name);
      return '(.+?)';
    });
    const match = new RegExp(`^${pattern}$`, 's').exec(sentence);
    if (match === null) continue;
    return { code, values: Object.fromEntries(names.map((name, i) => [name, match[i + 1] ?? ''])) };
  }
  return undefined;
}

/** Whether the automation's memory has the sentence as what became of a job. */
function isNoted({ metadata }: DocumentState, sentence: string): boolean {
  const memory = metadata.find(({ metadataKey }) => metadataKey === 'kpi.automation')?.metadataValue ?? '{}';
  const { runs = {} } = JSON.parse(memory) as { runs?: Record<string, { ok: boolean; text: string }> };
  return Object.values(runs).some(({ ok, text }) => !ok && text !== '' && sentence.startsWith(text));
}

export type Ran = { readonly refused: Refused | undefined; readonly faults: readonly string[] };

/**
 * Runs a job and looks at what must hold: it works, or it says in one sentence of the workbook's language which sheet
 * and column or cell is wrong and has changed nothing; and nothing that people typed is gone.
 */
export function runJob(world: World, job: Job): Ran {
  const { machine, language } = world;
  const before = machine.document();
  const outcome = JOBS[job](world);
  const after = machine.document();
  const faults: string[] = [];
  const refused = outcome.ok ? undefined : faultIn(language, outcome.sentence);
  if (!outcome.ok) {
    if (refused === undefined) faults.push(`${job} says: ${outcome.sentence}`);
    // The tick's jobs are many: the others do their work, and the one that could not is written down.
    if (after !== before && !(job === 'tick' && isNoted(after, outcome.sentence)))
      faults.push(`${job} refused, but changed the workbook: ${outcome.sentence}`);
    const known = [...before.sheets.map(({ title }) => title)];
    const sheet = refused?.values.sheet;
    const isThere = sheet === undefined || known.includes(sheet);
    if (!isThere && refused?.code !== 'SHEET_MISSING')
      faults.push(`${job} names no sheet: ${outcome.sentence}`);
  }
  if (after !== before) {
    const lost = lostBetween(before, after);
    if (lost.length > 0) faults.push(`${job} lost ${JSON.stringify(lost.slice(0, 5))}`);
  }
  return { refused, faults };
}

export type Applied = 'done' | 'not possible';

/** Does what a person would; what Sheets itself refuses is none of ours. */
export function applyEdit(world: World, kind: Kind, seed: number, marker: () => string): Applied {
  const { machine, language } = world;
  const random = randomOf(seed, kind);
  for (let trial = 0; trial < 5; trial += 1) {
    const requests = EDITS[kind]({ document: machine.document(), random, marker, language });
    if (requests === undefined || requests.length === 0) continue;
    try {
      batch(machine, ...requests);
      return 'done';
    } catch {
      // Such as a move across the edge of frozen columns: the person tries another place.
    }
  }
  return 'not possible';
}

export function markers(): () => string {
  let number = 0;
  return () => {
    number += 1;
    return `⟦${number}⟧`;
  };
}
