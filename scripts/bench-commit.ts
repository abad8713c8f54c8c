/** Long files on the local host, as the sidebar sends them: how long a run takes, and which calls it makes of what size. */
import type { TextTable } from '../src/files/table.ts';
import { createDocument } from '../src/local/document/store.ts';
import { createMachine, type Machine } from '../src/local/machine.ts';

const PIECE = 1_500_000;

export type Commit = {
  readonly milliseconds: number;
  /** Calls of the Sheets service by kind. */
  readonly calls: Readonly<Record<string, number>>;
};

let uploads = 0;

/** Each upload has a name of its own, as the sidebar draws one. */
function uploadName(): string {
  uploads += 1;
  return `bench${String(uploads).padStart(3, '0')}`;
}

function ask(machine: Machine, name: string, request: object): Record<string, unknown> {
  const reply = machine.callFromSidebar(name, [request]);
  const answer = reply.ok ? (reply.value as { ok: boolean; value?: Record<string, unknown> }) : { ok: false };
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(reply).slice(0, 500)}`);
  return (answer as { value: Record<string, unknown> }).value;
}

/** A new workbook that has been set up, on the built add-on. */
export function newWorkbook(files: Record<string, string>): Machine {
  const document = createDocument({ timeZone: 'Asia/Shanghai', spreadsheetId: 'bench' });
  const user = { email: 'ana@example.com', locale: 'en' };
  const machine = createMachine({ files, user, now: new Date('2026-11-24T10:00:00Z'), document });
  machine.open();
  ask(machine, 'setUp', { language: 'en' });
  return machine;
}

/**
 * Uploads a file in pieces and imports it.
 * @param machine A workbook.
 * @param file The file.
 * @param expected How many rows must come out as new and as updated.
 */
export function commit(
  machine: Machine,
  file: TextTable,
  expected: { readonly taken: number; readonly updated: number },
): Commit {
  const text = JSON.stringify([file]);
  const upload = uploadName();
  const count = Math.ceil(text.length / PIECE);
  for (let index = 0; index < count; index++) {
    ask(machine, 'uploadPiece', {
      upload,
      index,
      count,
      text: text.slice(index * PIECE, (index + 1) * PIECE),
    });
  }
  const start = performance.now();
  const request = { fileName: file.name, tables: [], uploaded: upload, asOf: '2026-11-23', account: 'art' };
  const { taken, updated } = ask(machine, 'importFile', request);
  const milliseconds = performance.now() - start;
  if (taken !== expected.taken || updated !== expected.updated) {
    throw new Error(`${file.name}: ${taken} rows are new and ${updated} updated`);
  }
  const calls: Record<string, number> = {};
  const run = machine.executions.findLast(({ functionName }) => functionName === 'importFile');
  for (const { method } of run?.calls ?? []) {
    if (!method.startsWith('Sheets.')) continue;
    const kind = method.replace(/^Sheets\.Spreadsheets\./, '');
    calls[kind] = (calls[kind] ?? 0) + 1;
  }
  return { milliseconds, calls };
}
