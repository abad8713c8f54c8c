/** A host as it is when it starts: nothing stored, nobody's triggers, the clock at its time. */
import { createClock, seededRandom } from './clock.ts';
import { typicalMilliseconds } from './durations.ts';
import type { Host, HostSettings } from './host.ts';
import { loadProgram } from './program.ts';
import type { Documents, MachineEvent, Question, SheetsApi, UiDriver, User } from './types.ts';

export type RuntimeOptions = {
  /** Folder of the built add-on, or its files by name. */
  program: string | Record<string, string>;
  documents: Documents;
  spreadsheetId: string;
  user: User;
  now: Date;
  /** Repeats the random minutes and ids. */
  seed?: number;
  driver?: UiDriver;
  settings?: Partial<HostSettings>;
};

const SETTINGS: HostSettings = {
  addOn: true,
  activeDocumentInTriggers: false,
  callMilliseconds: typicalMilliseconds,
  realMilliseconds: 360000,
  mailRecipientsADay: 100,
  triggersADay: 20,
};

/** Clicks OK where that is all one can do; any other question needs a driver that knows the answer. */
function defaultDriver(question: Question): { button: string } {
  if (question.kind === 'alert' && question.buttons === 'OK') return { button: 'OK' };
  throw new Error(`Nobody answers the question "${question.title || question.text}" (${question.buttons}).`);
}

function randomStream(seed: number): { draws: number; random(): number; rewind(draws: number): void } {
  let next = seededRandom(seed);
  return {
    draws: 0,
    random() {
      this.draws += 1;
      return next();
    },
    rewind(draws) {
      next = seededRandom(seed);
      for (let i = 0; i < draws; i++) next();
      this.draws = draws;
    },
  };
}

/**
 * Makes a host that nothing has run on yet.
 *
 * @param api where calls of the Sheets API go
 * @param emit hears what happens
 * @throws SyntaxError for a script that Apps Script could not parse
 * @example createHost({ program: 'dist', documents: store, spreadsheetId, user, now: new Date() }, api, console.log)
 */
export function createHost(
  options: RuntimeOptions,
  api: SheetsApi,
  emit: (event: MachineEvent) => void,
): Host {
  let executionId = 0;
  return {
    program: loadProgram(options.program),
    clock: createClock(options.now.getTime()),
    documents: options.documents,
    api,
    spreadsheetId: options.spreadsheetId,
    users: new Map([[options.user.email, options.user]]),
    properties: { script: {}, user: {}, document: {} },
    cache: new Map(),
    locks: new Map(),
    triggers: [],
    triggersMade: [],
    outbox: [],
    ui: { menu: [], dialogs: [], toasts: [], alerts: [] },
    driver: options.driver ?? defaultDriver,
    selections: new Map(),
    executions: [],
    faults: undefined,
    settings: { ...SETTINGS, ...options.settings },
    ...randomStream(options.seed ?? 1),
    emit,
    nextExecutionId: () => ++executionId,
  };
}
