import type { EndpointName, RequestOf, ValueOf } from '../../sidebar/server.ts';
import type { SidebarState } from '../../src/addon/api.ts';
import { SHEETS } from '../../src/workbook/sheets/index.ts';
import { JOBS } from '../../src/workbook/sheets/settings.ts';

/** What the fake server does with a call. */
export type Behaviour<K extends EndpointName> =
  | { readonly value: ValueOf<K> }
  | { readonly sentence: string; readonly isFinal?: true }
  /** The success handler gets null, as when Google drops an answer. */
  | 'empty'
  /** No handler is called. */
  | 'hang'
  | { readonly failure: string };

/** One behaviour a call, in order; the last one is for all later calls. */
export type Script = { readonly [K in EndpointName]?: readonly Behaviour<K>[] };

export type Sent<K extends EndpointName = EndpointName> = {
  readonly name: K;
  readonly request: RequestOf<K>;
};

type FakeWindow = Window & {
  fakeScript: Record<string, unknown[]>;
  fakeCalls: { name: string; json: string }[];
  fakeHeld: (() => void)[];
  google: unknown;
};

/**
 * Puts a `google.script.run` into the page; runs in the page, so it uses nothing from outside itself. Answers arrive
 * as JSON and later, as Google's do.
 */
export function installFakeServer(script: Script): void {
  const page = window as unknown as FakeWindow;
  page.fakeScript = script as Record<string, unknown[]>;
  page.fakeCalls = [];
  page.fakeHeld = [];
  type Handlers = { success: (answer: unknown) => void; failure: (error: Error) => void };
  const act = (name: string, request: unknown, handlers: Handlers) => {
    page.fakeCalls.push({ name, json: JSON.stringify(request) });
    const behaviours = page.fakeScript[name] ?? [];
    const behaviour = (behaviours.length > 1 ? behaviours.shift() : behaviours[0]) as unknown;
    if (behaviour === undefined) throw new TypeError(`google.script.run.${name} is not a function`);
    if (behaviour === 'hang') {
      page.fakeHeld.push(() => handlers.success(null));
      return;
    }
    const told = behaviour === 'empty' ? {} : (behaviour as Record<string, unknown>);
    Promise.resolve().then(() => {
      if (behaviour === 'empty') handlers.success(null);
      else if ('failure' in told) handlers.failure(new Error(String(told.failure)));
      else if ('sentence' in told) handlers.success({ ok: false, ...told });
      else handlers.success({ ok: true, value: JSON.parse(JSON.stringify(told.value)) });
    });
  };
  const runner = (handlers: Handlers): unknown =>
    new Proxy(
      {},
      {
        get: (_, name) => {
          if (name === 'withSuccessHandler')
            return (success: Handlers['success']) => runner({ ...handlers, success });
          if (name === 'withFailureHandler')
            return (failure: Handlers['failure']) => runner({ ...handlers, failure });
          return (request: unknown) => act(String(name), request, handlers);
        },
      },
    );
  page.google = { script: { run: runner({ success: () => {}, failure: () => {} }) } };
}

/** The optional sheets; those of the keys are there. */
export function modulesOf(...there: string[]): SidebarState['modules'] {
  return SHEETS.flatMap(({ key, module, titles, purpose }) =>
    module === undefined ? [] : [{ key: module, isThere: there.includes(key), titles, purpose }],
  );
}

/** The automation as it is before anybody turns it on; parts can be replaced. */
export function automationOf(parts: Partial<SidebarState['automation']> = {}): SidebarState['automation'] {
  return {
    on: false,
    isMine: false,
    isGone: false,
    owner: '',
    since: '',
    seen: '',
    authorise: '',
    day: 1,
    hour: 9,
    jobs: JOBS.map((key) => ({ key, on: true, last: null, next: '' })),
    ...parts,
  };
}

/** State of a spreadsheet that is set up; parts can be replaced. */
export function stateOf(parts: Partial<SidebarState> = {}): SidebarState {
  return {
    language: 'en',
    isSetUp: true,
    title: 'Team numbers',
    timeZone: 'Asia/Shanghai',
    today: '2026-11-22',
    lastWeek: '2026-W46',
    longPeriods: [
      { label: '2026-10', from: '2026-10-01', to: '2026-10-31' },
      { label: '2026-Q3', from: '2026-07-01', to: '2026-09-30' },
    ],
    sheets: [{ key: 'issues', title: 'Data issues', sheetId: 7 }],
    modules: modulesOf(),
    accounts: [],
    reviews: [],
    automation: automationOf(),
    issueCount: 0,
    people: 0,
    treeRows: 0,
    hasGoal: false,
    lacking: {},
    lastImport: null,
    goals: [
      {
        name: parts.language === 'zh-CN' ? '业绩增长' : 'Grow sales',
        model: 'gmv_growth',
        growth: 0.2,
        isLacking: false,
      },
      {
        name: parts.language === 'zh-CN' ? '直播带货' : 'Sell live',
        model: 'live',
        growth: null,
        isLacking: false,
      },
    ],
    proposed: '',
    unfed: [],
    ...parts,
  };
}
