import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { Review } from '../review/model.ts';
import { exportXlsx } from './engine/xlsx.ts';
import { type FileReport, isNothingRead, isNotRead } from './feed.ts';
import type { Machine } from './machine.ts';
import { isDay, readOptions, type StartOptions, USAGE, UsageError } from './options.ts';
import {
  blankMachine,
  callAddon,
  dayIn,
  newMachine,
  type Plan,
  planOf,
  prepare,
  type Step,
  TITLES,
  ZONES,
} from './prepare.ts';
import { startText } from './start-words.ts';
import { addDays } from './weeks.ts';
import { type RunningWorkbench, startWorkbench } from './workbench/index.ts';

/** Exit codes: all went well; something failed; a file could not be read or is no export that is known. */
const OK = 0;
const FAILED = 1;
const BAD_FILE = 2;

function logOf(machine: Machine, lines: readonly string[]): string {
  const executions = machine.executions.map((record) => {
    const calls = record.calls.map((call) => call.method).join(', ');
    return `${record.functionName} (${record.kind}): ${record.calls.length} service calls: ${calls}`;
  });
  return [...lines, '', 'Executions of the add-on', ...executions, ''].join('\n');
}

async function leaveFiles(
  machine: Machine,
  options: StartOptions,
  plan: Plan,
  reports: readonly FileReport[],
  lines: readonly string[],
): Promise<void> {
  const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
  if (!isNothingRead(reports)) {
    const review = callAddon<Review>(machine, 'readReview', { week: plan.week });
    writeFileSync(join(options.out, 'review.json'), json(review));
  }
  writeFileSync(join(options.out, 'import.json'), json(reports));
  writeFileSync(join(options.out, 'workbook.xlsx'), await exportXlsx(machine.document(), machine.calculator));
  writeFileSync(join(options.out, 'log.txt'), logOf(machine, lines));
}

async function once(options: StartOptions, plan: Plan): Promise<number> {
  const lines: string[] = [];
  const tell = (line: string): void => {
    lines.push(line);
    console.log(line);
  };
  const step: Step = (text, done = false) => {
    tell(done ? startText(options.language, 'done', { name: text }) : text);
  };
  mkdirSync(options.out, { recursive: true });
  const machine = newMachine(options, plan);
  const reports = await prepare(machine, options, plan, step, tell);
  await leaveFiles(machine, options, plan, reports, lines);
  const review = isNothingRead(reports) ? '' : 'review.json, ';
  console.log(`${options.out}: workbook.xlsx, ${review}import.json, log.txt`);
  // A file of which no row could be taken is no better than one that could not be read.
  const bad = reports.filter(isNotRead);
  for (const report of bad) {
    console.error(`${report.file}: ${report.error ?? report.rejected[0]?.message}`);
  }
  return bad.length > 0 ? BAD_FILE : OK;
}

async function withPage(
  options: StartOptions,
  plan: Plan,
  build: () => Promise<void>,
  opened: (bench: RunningWorkbench) => void,
): Promise<number> {
  const { language } = options;
  const bench = await startWorkbench({ port: options.port, language, title: TITLES[language] });
  console.log(startText(language, 'workbench', { url: bench.url }));
  const step: Step = (text, done = false) => {
    console.log(done ? startText(language, 'done', { name: text }) : text);
    return bench.progress(text, done);
  };
  const building = startText(language, 'building');
  await step(building);
  await build();
  await step(building, true);
  const machine = options.blank ? blankMachine(options, plan) : newMachine(options, plan);
  const reports = options.blank ? [] : await prepare(machine, options, plan, step);
  for (const report of reports)
    if (report.error !== undefined) console.error(`${report.file}: ${report.error}`);
  machine.chooseMenu('menuSidebar');
  bench.ready(machine, {
    openSidebar: true,
    ...(options.blank || isNothingRead(reports) ? {} : { openSheet: plan.week }),
  });
  console.log(startText(language, 'ready', { url: bench.url }));
  opened(bench);
  return OK;
}

/** Files of totals say nothing of their last day: a person at a terminal is asked, anyone else gets the default. */
async function withAsOf(options: StartOptions, plan: Plan): Promise<StartOptions> {
  if (options.imports.length === 0 || options.asOf.length > 0) return options;
  const usual = addDays(dayIn(plan.start, ZONES[options.language]), -1).toISOString().slice(0, 10);
  if (!process.stdin.isTTY || process.env.CI !== undefined) {
    console.log(startText(options.language, 'usualDay', { day: usual }));
    return options;
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    for (;;) {
      const answer = await terminal.question(startText(options.language, 'askDay', { day: usual }));
      if (answer.trim() === '') return { ...options, asOf: [usual] };
      if (isDay(answer.trim())) return { ...options, asOf: [answer.trim()] };
      console.log(startText(options.language, 'badDay'));
    }
  } finally {
    terminal.close();
  }
}

/** A taken port is the one failure of a server that a person meets. */
function sentenceOf(error: unknown, language: StartOptions['language']): string {
  const { code, message } = error as { code?: string; message?: string };
  if (code === 'EADDRINUSE') return startText(language, 'portTaken');
  return message ?? String(error);
}

/**
 * `npm start`: the built add-on on the local host, with a page or, by --once, with files.
 * @param args Command line.
 * @param build Builds `dist`.
 * @param opened Told of the page once the spreadsheet is open in it; it goes on until it is closed.
 * @returns Exit code: 0, 1 for a failure, 2 for a file that cannot be read.
 */
export async function startLocal(
  args: readonly string[],
  build: () => Promise<void>,
  opened: (bench: RunningWorkbench) => void = () => undefined,
): Promise<number> {
  let language: StartOptions['language'] = 'en';
  try {
    const given = readOptions(args);
    language = given.language;
    if (given.help) {
      console.log(USAGE);
      return OK;
    }
    const plan = planOf(given, new Date());
    const options = await withAsOf(given, plan);
    if (!options.once) return await withPage(options, plan, build, opened);
    await build();
    return await once(options, plan);
  } catch (error) {
    if (!(error instanceof UsageError)) {
      console.error(sentenceOf(error, language));
      return FAILED;
    }
    console.error(`${USAGE}\n\n${error.message}`);
    return FAILED;
  }
}
