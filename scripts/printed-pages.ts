import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Picture } from './contact-sheet.ts';

const DOTS_AN_INCH = '110';
const PATIENCE = 300_000;
const MOST_OF_SHEET = 2;

function works(command: string, args: readonly string[]): boolean {
  const run = spawnSync(command, args, { stdio: 'ignore', timeout: PATIENCE });
  return run.error === undefined;
}

/** A program that is missing is no failure: whoever has it sees more. */
function missingProgram(): string | undefined {
  if (!works('soffice', ['--version'])) return 'LibreOffice (soffice)';
  return works('pdftoppm', ['-v']) ? undefined : 'poppler (pdftoppm, pdftotext)';
}

function run(command: string, args: readonly string[]): void {
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8', timeout: PATIENCE });
  if (status !== 0) throw new Error(`${command} failed: ${stderr}`);
}

/** The footer of a page: the sheet's title on the left, page and pages on the right. */
const FOOTER = /^\s*(\S.*?)\s+(\d+) \/ \d+\s*$/;

/** Numbers of the pages that are looked at, with the title of their sheet. */
function chosenPages(pdf: string): { page: number; title: string }[] {
  const { stdout } = spawnSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8', maxBuffer: 1e8 });
  const seen = new Map<string, number>();
  return stdout.split('\f').flatMap((text, index) => {
    const lines = text.trimEnd().split('\n');
    const title = FOOTER.exec(lines[lines.length - 1] ?? '')?.[1];
    if (title === undefined) return [];
    const count = (seen.get(title) ?? 0) + 1;
    seen.set(title, count);
    return count > MOST_OF_SHEET ? [] : [{ page: index + 1, title }];
  });
}

/**
 * The first pages of each sheet of a file as LibreOffice prints them.
 * @param file An xlsx file with sheet titles in the footer.
 * @param prefix How the pictures' names begin.
 * @returns One picture a page; none, and a sentence on the terminal, where LibreOffice or poppler is not installed.
 */
export function printedPages(file: string, prefix: string): Picture[] {
  const missing = missingProgram();
  if (missing !== undefined) {
    console.log(`${missing} is not installed: no pictures of printed pages.`);
    return [];
  }
  const folder = mkdtempSync(join(tmpdir(), 'printed-'));
  try {
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, file]);
    const pdf = join(folder, basename(file).replace(/\.xlsx$/, '.pdf'));
    return chosenPages(pdf).map(({ page, title }) => {
      const name = `${prefix}-${String(page).padStart(3, '0')}`;
      const only = ['-f', String(page), '-l', String(page), '-singlefile'];
      run('pdftoppm', ['-png', '-r', DOTS_AN_INCH, ...only, pdf, join(folder, name)]);
      return { name, title: `${title}, page ${page}`, image: readFileSync(join(folder, `${name}.png`)) };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
