import { readFileTables } from '../../src/files/read-file.ts';
import type { TextTable } from '../../src/files/table.ts';
import { issueSentence, type Language, say } from '../language.ts';
import { CallError, call, type ValueOf } from '../server.ts';
import { type Reading, recogniseRequest } from './queue.ts';

const SAMPLE_CELLS = 6;
const SAMPLE_LENGTH = 80;

/** Words that show whether the character set was guessed rightly: cells with more than plain ASCII. */
function telling(tables: readonly TextTable[]): string {
  const cells: string[] = [];
  for (const row of tables[0]?.rows ?? []) {
    for (const cell of row) {
      if (/[^\x20-\x7e\s]/.test(cell)) cells.push(cell);
      if (cells.length === SAMPLE_CELLS) return cells.join(' · ').slice(0, SAMPLE_LENGTH);
    }
  }
  return cells.join(' · ').slice(0, SAMPLE_LENGTH);
}

async function readBytes(file: File, language: Language): Promise<ReturnType<typeof readFileTables>> {
  try {
    return readFileTables(new Uint8Array(await file.arrayBuffer()), file.name);
  } catch (error) {
    // A file that was moved or changed since it was dropped.
    const message = error instanceof Error ? error.message : String(error);
    throw new CallError({ kind: 'said', sentence: say(language, 'UI_FILE_UNREADABLE', { message }) });
  }
}

/**
 * Reads a dropped file in the browser.
 * @param file What was dropped.
 * @param language Language of the sentence when it cannot be read; thrown as a CallError.
 */
export async function readEntry(
  file: File,
  language: Language,
): Promise<{ tables: readonly TextTable[]; sample: string | null }> {
  const read = await readBytes(file, language);
  if ('issue' in read) throw new CallError({ kind: 'said', sentence: issueSentence(language, read.issue) });
  const sample = read.encodingSure === false ? telling(read.tables) : '';
  return { tables: read.tables, sample: sample === '' ? null : sample };
}

/** Asks the add-on what a file is; nothing is changed by that. */
export function recogniseEntry(
  file: File,
  tables: readonly TextTable[],
  reading: Reading,
): Promise<ValueOf<'recogniseFile'>> {
  return call('recogniseFile', recogniseRequest(file, tables, reading));
}
