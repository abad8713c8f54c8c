/** Small add-ons written as text, and a host without spreadsheet engine to run them on. */
import type { HostSettings } from '../../../src/local/apps-script/host.ts';
import { Runtime } from '../../../src/local/apps-script/runtime.ts';
import type { SheetsApi, UiDriver, User } from '../../../src/local/apps-script/types.ts';
import { createDocument, createSheet } from '../../../src/local/document/create.ts';
import type { DocumentState } from '../../../src/local/document/model.ts';

const AUTH = 'https://www.googleapis.com/auth/';
export const ALL_SCOPES = [
  `${AUTH}spreadsheets`,
  `${AUTH}script.container.ui`,
  `${AUTH}script.scriptapp`,
  `${AUTH}script.send_mail`,
  `${AUTH}userinfo.email`,
];
export const NOW = new Date('2026-11-22T10:20:00Z');
export const ANA: User = { email: 'ana@example.com', locale: 'en' };
export const BO: User = { email: 'bo@example.com', locale: 'zh-CN' };

export type ApiCall = {
  method: string;
  path: string;
  query: Record<string, string | string[]>;
  body: unknown;
};

export type Fixture = {
  runtime: Runtime;
  document: DocumentState;
  /** The document as scripts have left it. */
  now(): DocumentState;
  /** What reached the Sheets API. */
  requests: ApiCall[];
  /** Runs the function and gives its value; throws what it threw. */
  value(functionName: string, ...args: unknown[]): unknown;
  /** Runs the function, which has to fail, and gives name and message. */
  failure(functionName: string, ...args: unknown[]): string;
};

export type FixtureOptions = {
  files?: Record<string, string>;
  scopes?: string[];
  advanced?: boolean;
  user?: User;
  timeZone?: string;
  now?: Date;
  scriptTimeZone?: string;
  settings?: Partial<HostSettings>;
  driver?: UiDriver;
  api?: SheetsApi['call'];
};

export function makeDocument(timeZone = 'Asia/Shanghai'): DocumentState {
  const document = createDocument({
    title: 'Team KPI',
    timeZone,
    locale: 'zh_CN',
    spreadsheetId: 'host-document',
  });
  return { ...document, sheets: [createSheet(0, 'Sheet1'), createSheet(7, 'Plan', 50, 10)] };
}

export function manifest(options: FixtureOptions = {}): string {
  const services = [{ userSymbol: 'Sheets', serviceId: 'sheets', version: 'v4' }];
  return JSON.stringify({
    timeZone: options.scriptTimeZone ?? 'Etc/UTC',
    runtimeVersion: 'V8',
    oauthScopes: options.scopes ?? ALL_SCOPES,
    dependencies: options.advanced === false ? {} : { enabledAdvancedServices: services },
  });
}

function plain(query: URLSearchParams): ApiCall['query'] {
  const keys = [...new Set(query.keys())];
  return Object.fromEntries(
    keys.map((key) => {
      const all = query.getAll(key);
      return [key, all.length === 1 ? all[0]! : all];
    }),
  );
}

/** A host with the code as its only script file. */
export function addOn(code: string, options: FixtureOptions = {}): Fixture {
  const document = makeDocument(options.timeZone);
  let present = document;
  const requests: ApiCall[] = [];
  const answer: SheetsApi['call'] = options.api ?? (() => ({ status: 200, body: {} }));
  const runtime = new Runtime(
    {
      program: { 'appsscript.json': manifest(options), 'Code.js': code, ...options.files },
      documents: {
        get: (id) => (id === document.spreadsheetId ? present : undefined),
        replace: (_, state) => {
          present = state;
        },
      },
      spreadsheetId: document.spreadsheetId,
      user: options.user ?? ANA,
      now: options.now ?? NOW,
      // Calls take no time, so that a test says itself when time passes.
      settings: { callMilliseconds: 0, ...options.settings },
      ...(options.driver ? { driver: options.driver } : {}),
    },
    () => ({
      call: (method, path, query, body) => {
        requests.push({ method, path, query: plain(query), body });
        return answer(method, path, query, body);
      },
    }),
  );
  return {
    runtime,
    document,
    now: () => present,
    requests,
    value(functionName, ...args) {
      const result = runtime.run(functionName, args);
      if (!result.ok) throw new Error(`${result.error.name}: ${result.error.message}`);
      return result.value;
    },
    failure(functionName, ...args) {
      const result = runtime.run(functionName, args);
      if (result.ok) throw new Error(`${functionName} did not fail: ${JSON.stringify(result.value)}`);
      return `${result.error.name}: ${result.error.message}`;
    },
  };
}
