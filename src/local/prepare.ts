import { join } from 'node:path';
import type { Answer, SidebarState } from '../addon/api.ts';
import { createDocument } from './document/store.ts';
import { instantOf, shownAsUtc, wallTime } from './document/zone.ts';
import { type FileReport, importFiles, isNothingRead, loadSample } from './feed.ts';
import { createMachine, type Machine } from './machine.ts';
import { type StartOptions, UsageError } from './options.ts';
import { startText } from './start-words.ts';
import { addDays, lastWholeWeek, mondayOf, sundaySerial } from './weeks.ts';

export const ZONES = { en: 'America/Los_Angeles', 'zh-CN': 'Asia/Shanghai' } as const;
const LOCALES = { en: 'en_US', 'zh-CN': 'zh_CN' } as const;
export const TITLES = { en: 'Content KPI', 'zh-CN': '内容 KPI' } as const;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Id of the sheet in a new spreadsheet. */
const FIRST_SHEET = 0;

/** The instant at which a zone's clocks show an hour of a day, given as midnight UTC. */
function instantAt(day: Date, hour: number, zone: string): Date {
  return new Date(instantOf({ ...wallTime(day.getTime(), 'UTC'), hour }, zone));
}

/** The day that calendars of a zone show at an instant, as midnight UTC. */
export function dayIn(instant: Date, zone: string): Date {
  return new Date(Math.floor(shownAsUtc(instant.getTime(), zone) / DAY) * DAY);
}

export type Plan = {
  readonly week: string;
  readonly monday: Date;
  /** Where the clock stands while data comes in. */
  readonly start: Date;
  /** Where it is moved to, so that the trigger fires on the way, and stands from then on. */
  readonly end: Date;
};

/**
 * The week to review, and the clock. With a week given the clock stands on the Monday after it, before the hour of the
 * review; else it stands at the present moment while files come in, and for sample data it begins some hours ago, on the
 * same day, and ends now, so that nothing has run in the future.
 * @param options What was asked for.
 * @param now The present moment.
 * @returns The plan; throws a UsageError for a week that the year does not have.
 */
export function planOf(options: StartOptions, now: Date): Plan {
  const zone = ZONES[options.language];
  const today = dayIn(now, zone);
  const week = options.week ?? lastWholeWeek(today);
  const monday = mondayOf(week);
  if (monday === undefined) throw new UsageError(`--week: the year has no week "${week}".`);
  if (options.week !== undefined) {
    const day = addDays(monday, 7);
    return { week, monday, start: instantAt(day, 8, zone), end: instantAt(day, 11, zone) };
  }
  // What the import log and the data issues say of a person's own files must be true: they come in now.
  if (options.imports.length > 0) return { week, monday, start: now, end: now };
  const midnight = instantAt(today, 0, zone).getTime();
  return { week, monday, start: new Date(Math.max(now.getTime() - 3 * HOUR, midnight)), end: now };
}

/**
 * The host with an empty spreadsheet in the language asked for and the built add-on in `dist`, at the start of the
 * plan.
 */
export function newMachine(options: StartOptions, plan: Plan): Machine {
  const { language } = options;
  return createMachine({
    distFolder: 'dist',
    user: { email: 'you@example.com', locale: language === 'zh-CN' ? 'zh_CN' : 'en' },
    now: plan.start,
    seed: 1,
    document: createDocument({
      title: TITLES[language],
      locale: LOCALES[language],
      timeZone: ZONES[language],
    }),
    outboxFolder: join(options.out, 'mail'),
  });
}

/** The same at the end of the plan: an empty spreadsheet, just opened, in which nothing has been done. */
export function blankMachine(options: StartOptions, plan: Plan): Machine {
  const machine = newMachine(options, { ...plan, start: plan.end });
  machine.open();
  return machine;
}

/** Calls an endpoint of the built add-on as its sidebar does; throws its sentence. */
export function callAddon<T>(machine: Machine, name: string, request: object): T {
  const reply = machine.callFromSidebar(name, [request]);
  if (!reply.ok) throw new Error(reply.error.message);
  const answer = reply.value as Answer<T> | null;
  if (answer === null) throw new Error(`${name} answered nothing.`);
  if (!answer.ok) throw new Error(answer.sentence);
  return answer.value;
}

/** Deletes the empty sheet that a new spreadsheet begins with, as a person would once the others are there. */
function deleteFirstSheet(machine: Machine): void {
  const { spreadsheetId } = machine.document();
  machine.api.batchUpdate(spreadsheetId, { requests: [{ deleteSheet: { sheetId: FIRST_SHEET } }] });
}

function hasTab(machine: Machine, title: string): boolean {
  return machine.document().sheets.some((sheet) => sheet.title === title);
}

/** Tells a person how far it is; what waits for it lets a page be served meanwhile. */
export type Step = (text: string, done?: boolean) => Promise<void> | void;

/**
 * Everything up to the review: sheets, data, automation, and the clock moved on until the trigger has fired.
 * @param machine The host, just made.
 * @param options What was asked for.
 * @param plan Week and clock.
 * @param step Told of each step and its end.
 * @param tell Told what came of each file, in lines for the terminal.
 * @returns A report for every imported file; throws the add-on's sentence where a step fails. Where no file could be
 *   read there is no review: an empty one would look as if all were well.
 */
export async function prepare(
  machine: Machine,
  options: StartOptions,
  plan: Plan,
  step: Step,
  tell: (line: string) => void = console.log,
): Promise<FileReport[]> {
  const { language } = options;
  const during = async <T>(name: string, work: () => T): Promise<T> => {
    await step(name);
    const result = work();
    await step(name, true);
    return result;
  };
  machine.open();
  await during(startText(language, 'settingUp'), () => {
    const { modules } = callAddon<SidebarState>(machine, 'sidebarState', {});
    callAddon(machine, 'setUp', { language, modules: modules.map(({ key }) => key) });
    deleteFirstSheet(machine);
  });
  const reports = await importFiles(machine, options, step, tell);
  if (isNothingRead(reports)) {
    machine.moveClockTo(plan.end);
    tell(startText(language, 'nothingRead', { count: reports.length }));
    return reports;
  }
  if (options.imports.length === 0) {
    await during(startText(language, 'sample'), () =>
      loadSample(machine, options, sundaySerial(plan.monday)),
    );
  }
  await during(startText(language, 'writing', { week: plan.week }), () => {
    callAddon(machine, 'turnOnAutomation', {});
    for (const run of machine.moveClockTo(plan.end)) if (!run.ok) throw new Error(run.error.message);
    // Before the hour of the review no tick writes it: it is asked for as the sidebar does.
    if (!hasTab(machine, plan.week)) callAddon(machine, 'writeReview', { week: plan.week });
  });
  return reports;
}
