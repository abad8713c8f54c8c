/** A workbook that lives through weeks, with people and files as they come, on days when services fail. */
import { isoWeekLabel, weekOfLabel } from '../../src/kpi/calendar.ts';
import { instantToSerial, offsetMinutes, serialToInstant } from '../../src/local/document/zone.ts';
import type { Machine, RunResult, TriggerState } from '../../src/local/machine.ts';
import { type Random, randomOf } from '../../src/sample/random.ts';
import type { Language } from '../../src/workbook/template.ts';
import { ANA, batch, bench, call, loadRows } from '../start/bench.ts';
import { asOfOf, figureFaults, issueFaults, mailFaults, Records, tabFaults } from './checks.ts';
import { ACCOUNTS, type Account, fileRequest, itemsOf } from './files.ts';
import { Ledger } from './ledger.ts';
import { EDIT_KINDS, EDITS, type EditKind, type Team } from './people.ts';
import { stampsOf } from './tabs.ts';
import { type JobFunction, Troubles } from './troubles.ts';

export type LifeOptions = {
  readonly seed: number;
  readonly language: Language;
  readonly timeZone: string;
  readonly locale: string;
  /** Monday on which it begins; the first review is of the week before. */
  readonly first: number;
  /** Weeks without any tick, by their numbers, from 0. */
  readonly away: readonly number[];
  /** Weeks at whose beginning the other person takes over, after more than a day without a tick. */
  readonly takeOvers: readonly number[];
  /** Weeks in which the owner’s permission is gone until Wednesday. */
  readonly withheld: readonly number[];
  /** Weeks before whose review the trigger is gone, as one deleted at Google’s, and its owner makes another. */
  readonly lost: readonly number[];
  /** 1 is Monday. */
  readonly reviewDay: number;
  readonly reviewHour: number;
  /** Whether the clocks change there. */
  readonly changesClocks: boolean;
  /** Whether there is a sheet of experiments, so that every section has something to say. */
  readonly experiments: boolean;
};

const BO = { email: 'bo@example.com', locale: 'zh_CN' };
/** Brings files in and writes reviews; reads neither language of the add-on at home. */
const CY = { email: 'cy@example.com', locale: 'de' };
const ROWS = 60;
const HOUR = 1 / 24;
/** Weeks that are made up for at most. */
const MOST_MISSED = 8;

/** After so many weeks it begins again with who is away when. */
const ROUND = 26;
const SCOPE = 'https://www.googleapis.com/auth/spreadsheets';

export class Life {
  readonly machine: Machine;
  readonly ledger = new Ledger();
  readonly records = new Records();
  readonly troubles: Troubles;
  readonly edits = new Map<EditKind, number>(EDIT_KINDS.map((kind) => [kind, 0]));
  readonly ran = {
    weeks: 0,
    ticks: 0,
    imports: 0,
    reviews: 0,
    closings: 0,
    madeUp: 0,
    clockChanges: 0,
    interleaved: 0,
    lost: 0,
  };
  private readonly random: Random;
  private readonly team: Team;
  private readonly taken = new Map<string, readonly string[]>();
  /** Labels of the weeks that have to have a tab. */
  readonly wanted = new Set<string>();
  private readonly pending: { account: Account; asOf: number }[] = [];
  private faults: string[] = [];
  /** What was said before is not said again each week. */
  private readonly told = new Set<string>();
  private isWithheld = false;
  private triggerId = '';

  readonly options: LifeOptions;

  constructor(options: LifeOptions) {
    this.options = options;
    const { seed, language, timeZone, locale, first } = options;
    const now = new Date(serialToInstant(first - 0.5, timeZone)).toISOString();
    this.machine = bench({ language, timeZone, locale, now });
    this.random = randomOf(seed, 'life');
    this.troubles = new Troubles(randomOf(seed, 'troubles'));
    const { machine, ledger } = this;
    this.team = { machine, language, ledger, random: randomOf(seed, 'people'), touched: new Map(), week: 0 };
    this.setUp();
  }

  private setUp(): void {
    const { machine, options } = this;
    const { first } = options;
    for (const user of [BO, CY]) machine.users.set(user.email, user);
    if (options.experiments) call(machine, 'setUp', { language: options.language, modules: ['experiments'] });
    trim(machine);
    const at = { platform: 'youtube', account: 'art' };
    loadRows(machine, 'team', [
      { name: 'Ana', email: ANA.email },
      { name: 'Bo', email: BO.email },
      { name: '博', email: CY.email },
    ]);
    loadRows(machine, 'targets', [{ node: 'watch', from: first, to: first + 700, target: 9000 }]);
    loadRows(machine, 'costs', [
      { ...at, date: first, component: 'ads', amount: 'much' },
      { ...at, date: first - 9, component: 'ads', amount: 30 },
      { ...at, date: 'soon', component: 'tools', amount: 20 },
    ]);
    if (options.experiments) {
      loadRows(machine, 'experiments', [
        {
          hypothesis: 'Faces sell',
          variable: 'cover',
          metric: 'ctr',
          kind: 'split',
          start: first - 20,
          end: first + 2000,
        },
      ]);
    }
    for (const account of ACCOUNTS) this.importing(account, first - 8);
    call(machine, 'turnOnAutomation', {});
    this.triggerId = machine.triggers[0]?.id ?? '';
    call(machine, 'changeAutomation', { day: options.reviewDay, hour: options.reviewHour });
  }

  /** Lives through one week; says what does not hold at its end. */
  live(): string[] {
    this.faults = [];
    const number = this.ran.weeks;
    const monday = this.options.first + 7 * number;
    this.team.week = number;
    const isAway = this.options.away.includes(number % ROUND);
    const events = [
      ...this.fileEvents(monday),
      ...this.peopleEvents(monday, isAway),
      ...(isAway ? [] : this.tickEvents(monday, number % ROUND)),
    ];
    for (const { at, run } of events.sort((a, b) => a.at - b.at)) {
      this.goTo(at);
      run();
    }
    this.ran.weeks += 1;
    this.check(monday);
    const { seed } = this.options;
    const fresh = this.faults.filter((fault) => !this.told.has(fault));
    for (const fault of fresh) this.told.add(fault);
    return fresh.map((fault) => `seed ${seed}, week ${number} (${isoWeekLabel(monday)}): ${fault}`);
  }

  private goTo(serial: number): void {
    const { clock } = this.machine;
    clock.set(Math.max(clock.now(), serialToInstant(serial, this.options.timeZone)));
  }

  private now(): number {
    return instantToSerial(this.machine.clock.now(), this.options.timeZone);
  }

  private fileEvents(monday: number): Event[] {
    const { random } = this;
    const events: Event[] = [];
    const bring = (account: Account, asOf: number, at: number): void => {
      events.push({ at, run: () => this.importing(account, asOf) });
    };
    const late = this.pending.splice(0);
    for (const account of ACCOUNTS) {
      const asOf = monday - 1;
      const fate = random.weighted(
        ['in time', 'late', 'next week', 'twice', 'never', 'early'],
        [10, 3, 2, 3, 1, 2],
      );
      if (fate === 'in time' || fate === 'twice') bring(account, asOf, monday + 0.2);
      if (fate === 'twice') bring(account, asOf, monday + 1.4);
      // While the review is a draft, which is then made again.
      if (fate === 'late') bring(account, asOf, this.reviewOf(monday) + 0.15 * random.next());
      if (fate === 'early') bring(account, monday + 4, monday + 5.5);
      if (fate === 'next week') this.pending.push({ account, asOf });
    }
    // After the younger file: the older one comes in the wrong order.
    for (const { account, asOf } of late) bring(account, asOf, monday + random.between(0.5, 4));
    return events;
  }

  /** When the review is due in the week that begins on a Monday. */
  private reviewOf(monday: number): number {
    const { reviewDay, reviewHour } = this.options;
    return monday + reviewDay - 1 + reviewHour * HOUR;
  }

  private peopleEvents(monday: number, isAway: boolean): Event[] {
    const { random } = this;
    const review = this.reviewOf(monday);
    const edits = Array.from({ length: random.whole(4, 8) }, (): Event => {
      // Most of them in the meeting and after it, while the review is a draft.
      const at = random.chance(0.6) ? review + random.between(0, 0.5) : monday + random.between(0.3, 6);
      return { at, run: () => this.edit() };
    });
    const jobs: Event[] = [];
    const menu = (at: number, job: 'menuWriteReview' | 'menuCloseReview'): void => {
      jobs.push({ at, run: () => this.byMenu(job) });
    };
    if (random.chance(isAway ? 0.15 : 0.6)) menu(monday + random.between(0.3, 5), 'menuWriteReview');
    // On the day of the review: on the next one it may have closed by itself.
    if (random.chance(0.6)) menu(review + random.between(0.1, 0.5), 'menuCloseReview');
    return [...edits, ...jobs];
  }

  private tickEvents(monday: number, round: number): Event[] {
    const { random, options } = this;
    const events: Event[] = [];
    const tick = (at: number, isFailing = true): void => {
      events.push({ at, run: () => this.tick(isFailing) });
    };
    if (options.takeOvers.includes(round)) events.push({ at: monday + 0.05, run: () => this.takeOver() });
    if (options.lost.includes(round)) events.push({ at: monday + 0.06, run: () => this.loseTrigger() });
    const review = this.reviewOf(monday) + 0.2 * HOUR;
    const failing = random.whole(1, 3);
    for (let n = 0; n < failing; n++) tick(review + n * HOUR);
    const isShared = options.takeOvers.includes(round - 1);
    if (random.chance(0.4) || isShared) events.push({ at: review, run: () => this.bothTick() });
    tick(review + failing * HOUR, false);
    for (let day = 0; day < 6; day++) {
      if (random.chance(0.3)) tick(monday + day + (options.reviewHour + 0.4) * HOUR + random.between(0, 0.2));
    }
    for (const hour of [21, 22]) tick(monday + 6 + hour * HOUR, hour === 21);
    events.push(...this.nightEvents(monday), ...this.withheldEvents(monday, round));
    return events;
  }

  /** In the night of a clock change the trigger fires at every hour that passes, those that come twice too. */
  private nightEvents(monday: number): Event[] {
    const { timeZone } = this.options;
    const offset = (day: number): number => offsetMinutes(serialToInstant(day, timeZone), timeZone);
    if (offset(monday + 5.5) === offset(monday + 7.5)) return [];
    const run = (): void => {
      this.ran.clockChanges += 1;
      for (let hour = 0; hour < 6; hour++) {
        this.machine.clock.advance(3_600_000);
        this.tick(hour % 2 === 0);
      }
    };
    return [{ at: monday + 5.96, run }];
  }

  private withheldEvents(monday: number, round: number): Event[] {
    if (!this.options.withheld.includes(round)) return [];
    const set = (isWithheld: boolean) => (): void => {
      this.isWithheld = isWithheld;
      const user = this.owner() === ANA.email ? ANA : BO;
      this.machine.users.set(user.email, isWithheld ? { ...user, withheld: [SCOPE] } : user);
    };
    return [
      { at: monday + 0.01, run: set(true) },
      { at: monday + 2, run: set(false) },
    ];
  }

  /** Whose trigger does the work. */
  private owner(): string {
    return this.machine.triggers.find(({ id }) => id === this.triggerId)?.user ?? ANA.email;
  }

  /** The other person takes over, since the trigger has not run for more than a day. */
  private takeOver(): void {
    const next = this.owner() === ANA.email ? BO.email : ANA.email;
    this.machine.clock.advance(26 * 3_600_000);
    const answer = this.machine.callFromSidebar('turnOnAutomation', [{ takeOver: true }], next);
    if (!answer.ok) this.faults.push(`Nobody could take over: ${answer.error.message}`);
    this.triggerId = this.machine.triggers.find(({ user }) => user === next)?.id ?? '';
  }

  /** Google deletes a trigger and tells nobody; its owner sees in the sidebar that the automation is off. */
  private loseTrigger(): void {
    const owner = this.owner();
    const triggers = this.machine.triggers as TriggerState[];
    triggers.splice(
      triggers.findIndex(({ id }) => id === this.triggerId),
      1,
    );
    const state = call(this.machine, 'sidebarState', {}, owner);
    if (state.automation.on) this.faults.push('A trigger that is gone counts as on');
    call(this.machine, 'turnOnAutomation', {}, owner);
    this.triggerId = triggers.find(({ user }) => user === owner)?.id ?? '';
    this.ran.lost += 1;
  }

  private watch<T>(work: () => T): T {
    const { machine, options } = this;
    const before = new Set(stampsOf(machine.document()).map(({ label }) => label));
    const result = work();
    const document = machine.document();
    const stamps = stampsOf(document);
    const fresh = stamps.filter(({ label }) => !before.has(label));
    const places = fresh.map(({ sheetId }) =>
      document.sheets.findIndex((sheet) => sheet.sheetId === sheetId),
    );
    // Each new tab is put before the others.
    if (places.some((place, n) => n > 0 && place > (places[n - 1] ?? 0))) {
      this.faults.push(`Written out of order: ${fresh.map(({ label }) => label).join(', ')}`);
    }
    const due = isoWeekLabel(this.dueWeeks(this.now()).at(-1) ?? 0);
    this.ran.madeUp += fresh.filter(({ label }) => label < due).length;
    const drafts = new Set(stamps.filter(({ state }) => state === 'draft').map(({ label }) => label));
    this.faults.push(...tabFaults(document, options.language, (label) => drafts.has(label)));
    return result;
  }

  /** Runs a job with a failing call; says whether one failed. */
  private trouble<T>(job: JobFunction, work: () => T): { result: T; made: string | undefined } {
    return this.watch(() => this.troubles.during(this.machine, job, work));
  }

  private calm<T>(job: JobFunction, work: () => T): T {
    return this.watch(() => this.troubles.without(this.machine, job, work));
  }

  private tick(isFailing: boolean): void {
    const fire = (): RunResult => this.machine.fireTrigger(this.triggerId);
    this.ran.ticks += 1;
    if (isFailing) {
      const { result, made } = this.trouble('onTick', fire);
      if (made === undefined) this.afterTick(result);
    } else this.afterTick(this.calm('onTick', fire));
  }

  private afterTick(result: RunResult): void {
    if (!result.ok) this.faults.push(`A tick says: ${result.error.message}`);
    if (this.isWithheld) return;
    const startedAt = instantToSerial(result.execution.startedAt, this.options.timeZone);
    const due = this.dueWeeks(startedAt);
    for (const monday of due.slice(-MOST_MISSED)) this.wanted.add(isoWeekLabel(monday));
    const today = Math.floor(startedAt + A_SECOND);
    const asOf = asOfOf(this.machine.document());
    if (!asOf.startsWith(isoDay(today)))
      this.faults.push(`The setting as_of says ${asOf} on ${isoDay(today)}`);
  }

  /** Mondays of the weeks whose reviews are due at a moment. */
  private dueWeeks(now: number): number[] {
    const { reviewDay, reviewHour, first } = this.options;
    const weeks: number[] = [];
    const after = 7 + reviewDay - 1 + reviewHour * HOUR;
    for (let monday = first - 7; monday + after <= now + A_SECOND; monday += 7) weeks.push(monday);
    return weeks;
  }

  private bothTick(): void {
    const triggers = this.machine.triggers.map(({ id }) => ({ triggerId: id }));
    if (triggers.length < 2 || this.isWithheld) return;
    this.ran.interleaved += 1;
    this.ran.ticks += triggers.length;
    const { results } = this.watch(() => this.machine.interleave(triggers, this.random.whole(1, 1e6)));
    for (const result of results)
      if (!result.ok) this.faults.push(`Of two ticks one says: ${result.error.message}`);
  }

  /** One of the three, who has every permission. */
  private somebody(): string {
    const all = [ANA.email, BO.email, CY.email];
    return this.random.pick(this.isWithheld ? all.filter((email) => email !== this.owner()) : all);
  }

  private importing(account: Account, asOf: number): void {
    const { machine, random } = this;
    const email = this.somebody();
    const request = fileRequest(account, asOf);
    const run = () => machine.callFromSidebar('importFile', [request], email);
    for (let n = random.whole(0, 2); n > 0; n--) {
      this.ran.imports += 1;
      this.trouble('importFile', run);
      machine.clock.advance(600_000);
    }
    this.ran.imports += 1;
    const reply = this.calm('importFile', run);
    const answer = reply.ok ? (reply.value as { ok: boolean; sentence?: string }) : undefined;
    if (answer?.ok !== true) this.faults.push(`An import says: ${answer?.sentence ?? JSON.stringify(reply)}`);
    this.taken.set(`${account} ${asOf}`, itemsOf(account, asOf));
  }

  private byMenu(job: 'menuWriteReview' | 'menuCloseReview'): void {
    const { machine, random } = this;
    const email = this.somebody();
    machine.open(email);
    const run = () =>
      machine.attempt(
        () => machine.chooseMenu(job, email),
        ({ buttons }) => {
          told.push(buttons);
          return { button: 'OK' };
        },
      );
    const told: string[] = [];
    const kind = job === 'menuWriteReview' ? 'reviews' : 'closings';
    // As often as anything is left that has never failed.
    for (let n = this.troubles.hasLeft(job) ? 6 : random.whole(0, 1); n > 0; n--) {
      this.ran[kind] += 1;
      this.trouble(job, run);
      machine.clock.advance(600_000);
    }
    told.splice(0);
    this.ran[kind] += 1;
    const run1 = this.calm(job, run);
    const isDone = run1.done && run1.value.ok;
    if (!isDone || told.includes('OK')) this.faults.push(`${job} does not work: ${JSON.stringify(run1)}`);
    for (const toast of machine.ui.toasts.slice(-1))
      if (toast.text === '') this.faults.push(`${job} says nothing`);
  }

  private edit(): void {
    const { random } = this.team;
    // What was done least has its turn first.
    const kinds = random
      .shuffled(EDIT_KINDS)
      .sort((a, b) => (this.edits.get(a) ?? 0) - (this.edits.get(b) ?? 0));
    for (const kind of random.chance(0.5) ? kinds : random.shuffled(kinds)) {
      if (!EDITS[kind](this.team)) continue;
      this.edits.set(kind, (this.edits.get(kind) ?? 0) + 1);
      return;
    }
  }

  private check(monday: number): void {
    const document = this.machine.document();
    const { language, first } = this.options;
    this.faults.push(...tabFaults(document, language, () => true));
    const labels = stampsOf(document).map(({ label }) => label);
    for (const label of this.wanted) if (!labels.includes(label)) this.faults.push(`${label} has no tab`);
    for (const label of labels) {
      const start = weekOfLabel(label);
      if (start === null || start < first - 7 || start >= monday + 7)
        this.faults.push(`${label} is not over`);
    }
    this.faults.push(
      ...this.ledger.lost(document),
      ...this.records.faults(document),
      ...mailFaults(this.machine.outbox),
      ...issueFaults(document),
      ...figureFaults(document, this.taken),
    );
  }
}

type Event = { readonly at: number; readonly run: () => void };

/** Serial times are exact to a part of a second. */
const A_SECOND = 1 / 86_400;

const isoDay = (serial: number): string =>
  new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10);

/** Formulas reach down to the last row: with few rows a week takes a fraction of the time. */
function trim(machine: Machine): void {
  const requests = machine.document().sheets.flatMap(({ sheetId, rowCount }) => {
    const range = { sheetId, dimension: 'ROWS', startIndex: ROWS, endIndex: rowCount };
    return rowCount <= ROWS ? [] : [{ deleteDimension: { range } }];
  });
  batch(machine, ...requests);
}
