import * as z from 'zod/mini';
import type { WorkbookMap } from '../../workbook/map.ts';
import { keepAutomation } from '../../workbook/marks.ts';
import { JOBS } from '../../workbook/sheets/settings.ts';
import type { SheetsRequest } from '../../workbook/sheets-api.ts';

const run = () => z.object({ at: z.number(), ok: z.boolean(), text: z.string() });

/** Times are serial days with time, in the spreadsheet's zone; days are ISO days. */
const memory = () =>
  z.object({
    /** The spreadsheet: a copy of it has the record, too, and no trigger. */
    document: z.string(),
    /** Whose trigger does the work; `seen` is when it last wrote that it runs, once a day at least. */
    trigger: z.nullable(z.object({ id: z.string(), owner: z.string(), since: z.string(), seen: z.number() })),
    /** The last run of each job. */
    runs: z.partialRecord(z.enum(JOBS), run()),
    /**
     * Who got the digest of which week, in small letters; `done` once nobody is left; `asked`, where the digest is to
     * follow: the day on which its files were asked for, or last waited for.
     */
    digest: z.object({
      week: z.string(),
      to: z.array(z.string()),
      done: z.boolean(),
      asked: z.optional(z.string()),
    }),
    /** The day on which each address was last told of late answers. */
    alerts: z.record(z.string(), z.string()),
    /** When the next comment passes its limit, as far as is known. */
    nextLate: z.nullable(z.number()),
    /**
     * The latest week up to which reviews were written: a later one without a tab was missed, whatever came after it.
     * A memory of an earlier version has none.
     */
    reviewed: z.optional(z.string()),
    /** The latest week whose tab was hidden: one that somebody shows again stays. */
    hidden: z.string(),
    /** The day on which the owner was last told of a fault. */
    told: z.string(),
  });

export type Memory = z.infer<ReturnType<typeof memory>>;
export type Run = z.infer<ReturnType<typeof run>>;

function nothing(document: string): Memory {
  return {
    document,
    trigger: null,
    runs: {},
    digest: { week: '', to: [], done: false },
    alerts: {},
    nextLate: null,
    hidden: '',
    told: '',
  };
}

/**
 * What the hourly trigger remembers of this workbook.
 * @param map Where everything is.
 * @param document Id of the spreadsheet.
 * @returns What was kept; an empty memory where there is none, or none of this spreadsheet's.
 */
export function memoryOf({ automation }: Pick<WorkbookMap, 'automation'>, document: string): Memory {
  if (automation === undefined) return nothing(document);
  try {
    const parsed = z.safeParse(memory(), JSON.parse(automation.value));
    return parsed.success && parsed.data.document === document ? parsed.data : nothing(document);
  } catch {
    return nothing(document);
  }
}

/**
 * The requests that keep a memory in the workbook.
 * @param map Where everything is; nothing is kept where there is no sheet of settings.
 * @param kept What to remember.
 */
export function keepRequests(
  { automation, sheets }: Pick<WorkbookMap, 'automation' | 'sheets'>,
  kept: Memory,
): SheetsRequest[] {
  const sheetId = sheets.get('settings')?.sheetId;
  const value = JSON.stringify(kept);
  if (sheetId === undefined || automation?.value === value) return [];
  return [keepAutomation(sheetId, value, automation?.metadataId)];
}

/** A trigger that has not been seen for so many days does not run any more. */
const GONE_AFTER_DAYS = 1;

/**
 * Whether the trigger that is on record has stopped, such as when its owner left.
 * @param kept What is remembered.
 * @param now The present moment there, serial day with time.
 */
export function isGone({ trigger }: Memory, now: number): boolean {
  return trigger !== null && now - trigger.seen > GONE_AFTER_DAYS;
}
