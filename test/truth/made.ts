/** The sample's workbook, as `npm start -- --once` leaves it, without a process. */
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocal } from '../../src/local/start.ts';
import { builtFolder } from '../start/built.ts';
import type { Language } from './sheets.ts';
import { type SheetRows, sheetsOf } from './xlsx-cells.ts';

/**
 * Makes the workbook of a week and reads its cells.
 * @param language Language of the workbook.
 * @param week Week that the sample's data end with, and that is reviewed.
 */
export async function madeWorkbook(
  language: Language,
  week: string,
): Promise<ReadonlyMap<string, SheetRows>> {
  const home = process.cwd();
  const folder = mkdtempSync(join(tmpdir(), 'truth-'));
  symlinkSync(builtFolder(), join(folder, 'dist'));
  process.chdir(folder);
  const quiet = jest.spyOn(console, 'log').mockImplementation(() => undefined);
  try {
    const code = await startLocal(
      ['--once', '--out', 'out', '--lang', language, '--week', week],
      async () => undefined,
    );
    if (code !== 0) throw new Error(`The workbook was not made: ${code}`);
    return sheetsOf(new Uint8Array(readFileSync('out/workbook.xlsx')));
  } finally {
    quiet.mockRestore();
    process.chdir(home);
    rmSync(folder, { recursive: true });
  }
}
