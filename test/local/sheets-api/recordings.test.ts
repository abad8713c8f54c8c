import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DocumentStore } from '../../../src/local/document/store.ts';
import { createCalculator } from '../../../src/local/engine/calculator.ts';
import { createSheetsApi } from '../../../src/local/sheets-api/api.ts';
import { serveSheetsApi } from '../../../src/local/sheets-api/rest.ts';

const REPLAY = join(__dirname, '..', '..', '..', '..', 'shared', 'sheets-api-recordings', 'replay.mjs');

const run = (file: string, args: readonly string[]): Promise<string> =>
  new Promise((resolve) => {
    execFile(process.execPath, [file, ...args], { maxBuffer: 1 << 26 }, (_, stdout) => resolve(stdout));
  });

/** The recording's spreadsheet id within an answer is not the one that a server gives; everything else must be. */
const withoutIds = (line: string): string => line.replace(/"spreadsheetId":"[^"]*"/g, '"spreadsheetId":0');

/** The calls of a verbose replay that were answered otherwise than recorded. */
const misses = (output: string): string[] =>
  [...output.matchAll(/^ {4}want (.*)\n {4}got {2}(.*)$/gm)].flatMap(([, want = '', got = '']) =>
    withoutIds(want) === withoutIds(got) ? [] : [`want ${want}\ngot  ${got}`],
  );

test('answers recorded calls as Google did', async () => {
  if (!existsSync(REPLAY)) {
    console.info('The recordings of Google’s answers are not beside this checkout: not compared.');
    return;
  }
  const api = createSheetsApi({ store: new DocumentStore(), calculator: createCalculator() });
  const { server, url } = await serveSheetsApi(api, 0);
  try {
    const output = await run(REPLAY, [url, '--verbose']);
    expect(misses(output)).toEqual([]);
    // The other 12 of 721 name a spreadsheet's id within `updates`, where the comparison does not look past it.
    expect(Number(/^(\d+) passed/m.exec(output)?.[1])).toBeGreaterThanOrEqual(709);
  } finally {
    server.close();
  }
});
