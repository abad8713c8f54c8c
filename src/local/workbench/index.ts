/** The local workbench: the spreadsheet and the add-on in a page on this computer. */
import { randomBytes, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Automation } from './automation/automation.ts';
import { bundlePage } from './bundle.ts';
import { EventHub } from './events.ts';
import { HttpError, isOwnHost, sendJson } from './http.ts';
import type { WorkbenchMachine } from './machine-port.ts';
import { get, post } from './routes.ts';
import { Screen } from './screen.ts';
import { ScriptRunner } from './scripts.ts';
import { WorkbookSession } from './session.ts';
import { Workbench } from './state.ts';
import { workbenchLanguage, workbenchWords } from './words.ts';

export type { WorkbenchMachine } from './machine-port.ts';

/** Long enough for a browser to fetch the page and its parts between two pieces of work. */
const TURN_MILLISECONDS = 30;

export type WorkbenchOptions = {
  /** 0 takes any free port. */
  port: number;
  /** Of the page around the spreadsheet: `en` or `zh-CN`. */
  language: string;
  /** Title of the page until the spreadsheet is there. */
  title?: string;
  /** As the add-on is called under Extensions. */
  addonName?: string;
  /** Folder with the page's sources; by default below the current folder, which is the project's. */
  pageFolder?: string;
};

export type RunningWorkbench = {
  readonly url: string;
  /**
   * Shows a step of the preparation; `done` puts a check mark to it. Work that never waits keeps the page from being
   * served: waiting for the promise gives it a turn.
   */
  progress(step: string, done?: boolean): Promise<void>;
  /** Opens the spreadsheet of a machine. */
  ready(machine: WorkbenchMachine, options?: { openSheet?: string; openSidebar?: boolean }): void;
  close(): Promise<void>;
};

/**
 * Serves the workbench on the loopback interface. The page is there at once and shows the preparation until `ready`.
 * @returns The address and how to go on; rejects where the port is taken.
 * @example const bench = await startWorkbench({ port: 0, language: 'en' }); bench.ready(machine)
 */
export async function startWorkbench(options: WorkbenchOptions): Promise<RunningWorkbench> {
  const language = workbenchLanguage(options.language);
  const boot = {
    instance: randomUUID(),
    token: randomBytes(24).toString('base64url'),
    language,
    title: options.title ?? 'Content KPI',
    addonName: options.addonName ?? 'Content KPI',
    words: workbenchWords(language),
  };
  const folder = options.pageFolder ?? join(process.cwd(), 'src/local/workbench/page');
  const files = bundlePage(folder);
  // A fault of the page's sources is told to who asks for the page; here it only must not end the process.
  files.catch(() => undefined);
  const bench = new Workbench(boot, new EventHub(), files);
  const server = createServer((request, response) => void answer(bench, server, request, response));
  await listen(server, options.port);
  return {
    url: `http://127.0.0.1:${portOf(server)}/`,
    progress: (step, done = false) => {
      bench.progress(step, done);
      return pause(TURN_MILLISECONDS);
    },
    ready: (machine, { openSheet, openSidebar = true } = {}) => {
      const send = bench.hub.send.bind(bench.hub);
      const session = new WorkbookSession(machine, send);
      const scripts = new ScriptRunner(machine, session, send);
      bench.setOpen({
        machine,
        session,
        screen: new Screen(machine, scripts, send, openSidebar),
        automation: new Automation({ machine, session, send }),
        ...(openSheet === undefined ? {} : { openSheet }),
      });
    },
    close: () => close(bench, server),
  };
}

const portOf = (server: Server) => (server.address() as AddressInfo).port;

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}

async function answer(bench: Workbench, server: Server, request: IncomingMessage, response: ServerResponse) {
  try {
    if (!isOwnHost(request, portOf(server))) throw new HttpError(403, 'This host has another name.');
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://127.0.0.1').pathname);
    if (request.method === 'GET') await get(bench, path, request, response);
    else if (request.method !== 'POST') throw new HttpError(405, 'Only GET and POST are answered.');
    else if (request.headers['x-workbench-token'] !== bench.boot.token) {
      throw new HttpError(403, 'The token of the page is missing.');
    } else await post(bench, path, request, response);
  } catch (error) {
    if (response.headersSent) return void response.end();
    const status = error instanceof HttpError ? error.status : 500;
    const message = error instanceof Error ? error.message : String(error);
    if (status === 500) console.error(error);
    sendJson(response, { error: message }, status);
  }
}

function close(bench: Workbench, server: Server): Promise<void> {
  bench.close();
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
