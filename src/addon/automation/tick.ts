import type { Period } from '../../review/period.ts';
import { listed } from '../../text/row.ts';
import type { WorkbookMap } from '../../workbook/map.ts';
import type { Settings } from '../../workbook/settings.ts';
import type { SheetsRequest } from '../../workbook/sheets-api.ts';
import type { Tables } from '../../workbook/table.ts';
import type { Gateway } from '../gateway.ts';
import type { JobContext } from '../jobs/context.ts';
import { type BuiltPeriod, buildPeriod, commitPeriod, openReviews } from '../jobs/review.ts';
import type { Now } from '../now.ts';
import { keepRequests, type Memory } from './memory.ts';

/** After so long no further piece of work is begun: Google kills a run at six minutes, and the next tick goes on. */
const LAST_START_MS = 4 * 60_000;

/** One run of the hourly trigger, for its jobs: what was read is shared, and what was written is known. */
export type Tick = {
  readonly gateway: Gateway;
  readonly map: WorkbookMap;
  readonly tables: Tables;
  readonly settings: Settings;
  readonly now: Now;
  /** Changed by the jobs, and kept at the end or by `remember`. */
  readonly memory: Memory;
  /** Labels of the reviews whose tabs were written in this run. */
  readonly written: ReadonlySet<string>;
  /** Whether there is time to begin another piece of work. */
  hasTime(): boolean;
  /** All that reviews are made of, as it is now; read when it is first asked for. */
  reviews(): JobContext;
  /** A review as a draft; nothing is written. */
  build(period: Period): BuiltPeriod;
  /** Writes a review in a batch of its own. */
  commit(built: BuiltPeriod): void;
  /** Keeps the memory now, before something that must not happen twice; further requests go in the same batch. */
  remember(requests?: readonly SheetsRequest[]): void;
};

/**
 * Makes the tick of a run.
 * @param gateway Access to the document.
 * @param clock What the first small read gave.
 * @param memory What earlier runs left.
 * @param startedAt Milliseconds since 1970.
 */
export function openTick(gateway: Gateway, clock: JobContext, memory: Memory, startedAt: number): Tick {
  const written = new Set<string>();
  const built = new Map<string, BuiltPeriod>();
  let context: JobContext | undefined;
  let { automation } = clock.map;
  let isNew = false;
  const reviews = (): JobContext => {
    context ??= openReviews(gateway, clock.map);
    return context;
  };
  return {
    gateway,
    map: clock.map,
    tables: clock.tables,
    settings: clock.settings,
    now: clock.now,
    memory,
    written,
    hasTime: () => Date.now() - startedAt < LAST_START_MS,
    reviews,
    build: (period) => {
      const known = built.get(period.label) ?? buildPeriod(reviews(), period, 'draft');
      built.set(period.label, known);
      return known;
    },
    commit: (made) => {
      const { label } = made.review.period;
      context = commitPeriod(gateway, reviews(), made);
      // What was built before was built from other actions; the digest of this week says what its tab says.
      built.clear();
      built.set(label, made);
      written.add(label);
    },
    remember: (requests = []) => {
      // A memory that this run has made has an id that nobody knows yet.
      if (isNew) automation = gateway.readMap(true).automation;
      const kept = keepRequests({ automation, sheets: clock.map.sheets }, memory);
      if (kept.length + requests.length > 0) gateway.write([...requests, ...kept]);
      if (kept.length === 0) return;
      isNew = automation === undefined;
      if (automation !== undefined) automation = { ...automation, value: JSON.stringify(memory) };
    },
  };
}

/** A job of the hourly trigger. */
export type TickJob = {
  /** Whether there is anything to do; told from the small reads alone. */
  isDue(tick: Tick): boolean;
  /** Does it and says what was done, in the workbook's language; throws what kept it from being done. */
  run(tick: Tick): string;
};

/** Labels as a person reads them in a sentence. */
export function periodsText(periods: readonly Period[], { settings }: Tick): string {
  return listed(
    periods.map(({ label }) => label),
    settings.language,
  );
}
