import { isoDate } from '../kpi/calendar.ts';
import type { Cell, Issue, Place } from '../kpi/issue.ts';
import type { Address } from './address.ts';
import { numberOfCell, textOfCell } from './cells.ts';
import { type NumberSetting, SETTING_BOUNDS } from './setting-fields.ts';
import {
  AS_OF,
  ATTRIBUTIONS,
  type Attribution,
  JOBS,
  type JobKey,
  jobSetting,
  SETTINGS,
} from './sheets/settings.ts';
import { cells, type RowValues, type Table, type TableChange } from './table.ts';
import { LANGUAGES, type Language } from './template.ts';

export type Settings = {
  readonly language: Language;
  readonly currency: string;
  /** Hour of the review day, 0–23. */
  readonly reviewHour: number;
  /** 1 = Monday … 7 = Sunday. */
  readonly reviewDay: number;
  /** Which jobs of the hourly trigger are on. */
  readonly jobs: Readonly<Record<JobKey, boolean>>;
  /** Weeks after which the tab of a closed review is hidden. */
  readonly hideAfterWeeks: number;
  /** Names or addresses of who gets mail, as they were typed; empty for everyone. */
  readonly recipients: string;
  readonly closeAfterDays: number;
  /** Month 1–12. */
  readonly fiscalYearEnd: number;
  readonly green: number;
  readonly amber: number;
  readonly scoreCap: number;
  readonly coldStartItems: number;
  readonly slaHours: number;
  /** Days before its due date from which something is due soon. */
  readonly warnDays: number;
  readonly licenceDays: number;
  /** Days of cover below which stock is low. */
  readonly coverLow: number;
  /** Share of GMV of one platform or account from which the team depends on it. */
  readonly channelShare: number;
  /** How an order's GMV is shared among several pieces of content that led to it. */
  readonly attribution: Attribution;
};

type Entry = { readonly cell: Cell; readonly at: Place };

function entries(table: Table, address: Address): Map<string, Entry> {
  const keys = cells(table, 'key');
  const values = cells(table, 'value');
  const found = new Map<string, Entry>();
  for (let row = 0; row < table.rows; row++) {
    const key = textOfCell(keys[row]);
    if (key !== '') found.set(key, { cell: values[row] ?? null, at: address(table.key, 'value', row) });
  }
  return found;
}

function defaultOf(key: string): string | number {
  return SETTINGS.find((setting) => setting.key === key)?.value ?? '';
}

type Reader = {
  /** A number within the bounds of its setting, and not above another one. */
  number(key: NumberSetting, most?: number): number;
  /** A text that `read` accepts. */
  text<T extends string>(key: string, read: (value: string) => T | undefined): T;
};

/** Reads settings by key, and notes each that has to give way to its default. */
function reader(found: ReadonlyMap<string, Entry>, issues: Issue[]): Reader {
  const refuse = ({ at, cell }: Entry, fallback: string | number): void => {
    issues.push({ code: 'BAD_SETTING', at, found: textOfCell(cell), expected: String(fallback) });
  };
  return {
    number: (key, most = Number.POSITIVE_INFINITY) => {
      const [low, high] = SETTING_BOUNDS[key];
      const fallback = Math.min(Number(defaultOf(key)), most);
      const entry = found.get(key);
      if (entry === undefined || entry.cell === null) return fallback;
      const value = numberOfCell(entry.cell);
      if (typeof value === 'number' && value >= low && value <= Math.min(high, most)) return value;
      refuse(entry, fallback);
      return fallback;
    },
    text: <T extends string>(key: string, read: (value: string) => T | undefined): T => {
      const fallback = String(defaultOf(key)) as T;
      const entry = found.get(key);
      const value = textOfCell(entry?.cell);
      if (entry === undefined || value === '') return fallback;
      const accepted = read(value);
      if (accepted === undefined) refuse(entry, fallback);
      return accepted ?? fallback;
    },
  };
}

const YES: ReadonlySet<string> = new Set(['yes', 'y', 'true', 'on', '1', '是', '开']);
const NO: ReadonlySet<string> = new Set(['no', 'n', 'false', 'off', '0', '否', '关']);

function yesOrNo(value: string): 'yes' | 'no' | undefined {
  const word = value.normalize('NFKC').trim().toLowerCase();
  if (YES.has(word)) return 'yes';
  return NO.has(word) ? 'no' : undefined;
}

function jobsIn(isOn: (key: string) => boolean): Settings['jobs'] {
  return Object.fromEntries(JOBS.map((job) => [job, isOn(jobSetting(job))])) as Record<JobKey, boolean>;
}

/**
 * The settings of a workbook.
 * @param table The sheet `settings`.
 * @param address Names the cells of issues, from `addressIn`.
 * @param usual Language where the sheet does not say it; English unless told.
 * @returns Settings, the default where a row is missing or cannot be read, and an issue BAD_SETTING for each of the
 *   latter.
 */
export function readSettings(
  table: Table,
  address: Address,
  usual?: Language,
): { settings: Settings; issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const found = entries(table, address);
  const { number, text } = reader(found, issues);
  const languageOf = (value: string): Language | undefined =>
    LANGUAGES.find((each) => each.toLowerCase() === value.toLowerCase());
  const language = text('language', languageOf);
  const isSaid = languageOf(textOfCell(found.get('language')?.cell)) !== undefined;
  const green = number('green');
  const settings: Settings = {
    language: isSaid ? language : (usual ?? language),
    currency: text('currency', (value) => /^[A-Z]{3}$/.exec(value.toUpperCase())?.[0]),
    reviewHour: Math.floor(number('review_hour')),
    reviewDay: Math.floor(number('review_day')),
    jobs: jobsIn((key) => text(key, yesOrNo) === 'yes'),
    hideAfterWeeks: Math.floor(number('hide_after_weeks')),
    recipients: text('recipients', (value) => value),
    closeAfterDays: number('close_after_days'),
    fiscalYearEnd: Math.floor(number('fiscal_year_end')),
    green,
    amber: number('amber', green),
    scoreCap: number('score_cap'),
    coldStartItems: number('cold_start_items'),
    slaHours: number('sla_hours'),
    warnDays: number('warn_days'),
    licenceDays: number('licence_days'),
    coverLow: number('cover_low'),
    channelShare: number('channel_share'),
    attribution: text('attribution', (value) => ATTRIBUTIONS.find((each) => each === value.toLowerCase())),
  };
  return { settings, issues };
}

/**
 * The rows of settings that a workbook lacks, as one of an earlier version does.
 * @param table The sheet `settings`.
 * @param language Language of names and meanings, and of the workbook, where it is the language that is lacking.
 * @returns Rows with their defaults; none where no setting is known by its key, since then the keys got lost.
 */
export function lackingSettings(table: Table, language: Language): RowValues[] {
  const known = new Set(cells(table, 'key').map(textOfCell));
  const lacking = SETTINGS.filter(({ key }) => !known.has(key));
  if (lacking.length === SETTINGS.length) return [];
  return lacking.map(({ key, value, name, meaning }) => ({
    name: name[language],
    value: key === 'language' ? language : value,
    meaning: meaning[language],
    key,
  }));
}

/**
 * The present moment as the setting `as_of` has it: a text, which every locale reads alike.
 * @param now Serial day with time, in the spreadsheet's zone.
 * @example momentText(46348.5) //=> '2026-11-22 12:00'
 */
export function momentText(now: number): string {
  const minutes = Math.floor((now - Math.floor(now)) * 1440 + 1e-6);
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${isoDate(now)} ${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

/** The setting `as_of` as it stands. */
export function asOfIn(table: Table | undefined): string {
  const row = table === undefined ? -1 : cells(table, 'key').indexOf(AS_OF);
  return table === undefined || row < 0 ? '' : textOfCell(cells(table, 'value')[row]);
}

/**
 * What tells formulas the present moment; every job that writes brings it along.
 * @param table The sheet `settings`.
 * @param now Serial day with time.
 * @returns No update where the workbook lacks the setting, which set-up adds.
 */
export function asOfChange(table: Table | undefined, now: number): TableChange {
  const index = table === undefined ? -1 : cells(table, 'key').map(textOfCell).indexOf(AS_OF);
  return {
    sheet: 'settings',
    appends: [],
    updates: index < 0 ? [] : [{ index, values: { value: momentText(now) } }],
  };
}
