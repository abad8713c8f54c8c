import { parseArgs } from 'node:util';

/** What `npm start` was asked to do. */
export type StartOptions = {
  readonly once: boolean;
  /** An empty spreadsheet, for a person who wants to try the set-up. */
  readonly blank: boolean;
  readonly out: string;
  readonly imports: readonly string[];
  /** One for every file, or one for all; `undefined` takes the add-on's default, the day before today. */
  readonly asOf: readonly string[];
  readonly account: readonly string[];
  readonly language: 'en' | 'zh-CN';
  readonly week: string | undefined;
  readonly port: number;
  readonly seed: number;
  readonly help: boolean;
};

export const USAGE = `npm start -- [options]

  (no options)        open the workbench with sample data and this week's review
  --blank             open the workbench with an empty spreadsheet: nothing is set up, no sample data
  --once --out DIR    do the same without a page; leave workbook.xlsx, review.json, import.json and log.txt in DIR
  --import FILE       bring this export in instead of the sample data (may be given several times)
  --as-of YYYY-MM-DD  last full day that the file contains; give it once for all files or once a file
  --account NAME      account of the file; likewise
  --week YYYY-Www     the week to review, such as 2026-W47 (default: the last whole week)
  --lang en|zh-CN     language of the workbook
  --port N            port of the workbench (default: any free one)
  --seed N            another sample team`;

/** A wrong option, in a sentence for the person at the terminal. */
export class UsageError extends Error {}

function oneOrEach(values: readonly string[], files: number, name: string): void {
  if (values.length > 0 && files === 0) {
    throw new UsageError(`--${name} is about a file: give the file with --import, or leave --${name} out.`);
  }
  if (values.length > 1 && values.length !== files) {
    throw new UsageError(
      `--${name} was given ${values.length} times for ${files} files; give it once, or once a file.`,
    );
  }
}

function wholeNumber(text: string | undefined, fallback: number, name: string): number {
  if (text === undefined) return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0)
    throw new UsageError(`--${name} needs a whole number, not "${text}".`);
  return value;
}

/** Whether a text is a day of the calendar, such as 2026-11-22. */
export function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
  );
}

/**
 * Reads the command line.
 * @param args Arguments after the script's name.
 * @returns Options; throws a UsageError with a sentence for anything that cannot be meant.
 */
export function readOptions(args: readonly string[]): StartOptions {
  let values: ReturnType<typeof parse>['values'];
  try {
    values = parse(args).values;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
  const imports = values.import ?? [];
  const asOf = values['as-of'] ?? [];
  const account = values.account ?? [];
  oneOrEach(asOf, imports.length, 'as-of');
  oneOrEach(account, imports.length, 'account');
  for (const day of asOf) {
    if (!isDay(day)) throw new UsageError(`--as-of needs a day such as 2026-11-22, not "${day}".`);
  }
  if (account.some((name) => name.trim() === '')) {
    throw new UsageError('--account needs a name; leave it out for the account that the file belongs to.');
  }
  if (imports.includes('')) throw new UsageError('--import needs the path of a file.');
  if (values.week !== undefined && !/^\d{4}-W\d{2}$/.test(values.week)) {
    throw new UsageError(`--week needs a week such as 2026-W47, not "${values.week}".`);
  }
  if (values.blank && (values.once || imports.length > 0)) {
    throw new UsageError(
      '--blank opens an empty spreadsheet in the workbench: leave out --once and --import.',
    );
  }
  const language = values.lang ?? 'en';
  if (language !== 'en' && language !== 'zh-CN') {
    throw new UsageError(`--lang is en or zh-CN, not "${language}".`);
  }
  return {
    once: values.once ?? false,
    blank: values.blank ?? false,
    out: values.out ?? 'out',
    imports,
    asOf,
    account,
    language,
    week: values.week,
    port: wholeNumber(values.port, 0, 'port'),
    seed: wholeNumber(values.seed, 1, 'seed'),
    help: values.help ?? false,
  };
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    options: {
      once: { type: 'boolean' },
      blank: { type: 'boolean' },
      out: { type: 'string' },
      import: { type: 'string', multiple: true },
      'as-of': { type: 'string', multiple: true },
      account: { type: 'string', multiple: true },
      lang: { type: 'string' },
      week: { type: 'string' },
      port: { type: 'string' },
      seed: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
}
