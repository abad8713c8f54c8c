import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Picture } from './contact-sheet.ts';

const DOTS_AN_INCH = '110';
const PATIENCE = 300_000;

function works(command: string, args: readonly string[]): boolean {
  const run = spawnSync(command, args, { stdio: 'ignore', timeout: PATIENCE });
  return run.error === undefined;
}

/** A program that is missing is no failure: whoever has it sees more. */
function missingProgram(): string | undefined {
  if (!works('soffice', ['--version'])) return 'LibreOffice (soffice)';
  return works('pdftoppm', ['-v']) ? undefined : 'pdftoppm (poppler-utils)';
}

function run(command: string, args: readonly string[]): void {
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8', timeout: PATIENCE });
  if (status !== 0) throw new Error(`${command} failed: ${stderr}`);
}

/**
 * The pages of a file as LibreOffice prints them.
 * @param file An xlsx file.
 * @param prefix How the pictures' names begin.
 * @returns One picture a page; none, and a sentence on the terminal, where LibreOffice or pdftoppm is not installed.
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
    run('pdftoppm', ['-png', '-r', DOTS_AN_INCH, pdf, join(folder, 'page')]);
    return readdirSync(folder)
      .filter((name) => name.endsWith('.png'))
      .sort()
      .map((name) => {
        const number = name.replace(/\D/g, '');
        return {
          name: `${prefix}-${number}`,
          title: `Page ${number}`,
          image: readFileSync(join(folder, name)),
        };
      });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
