/** What each address of the workbench answers. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { toSnapshot } from '../document/store.ts';
import { instantToSerial } from '../document/zone.ts';
import { toModelData } from '../engine/model-data.ts';
import { exportXlsx } from '../engine/xlsx.ts';
import { libraryFile, licenceText } from './assets.ts';
import { MAIL_POLICY, mailPage } from './automation/mail-html.ts';
import { shownFilters } from './edits/filters.ts';
import { answerFunctions } from './functions.ts';
import { HttpError, readBytes, readJson, send, sendJson } from './http.ts';
import type { EngineCommand, FunctionCall, RevisionMessage, WorkbookAnswer } from './messages.ts';
import { notesOf } from './notes.ts';
import { NotOpened, openFile } from './open/open-file.ts';
import { ADDON_POLICY, withGoogleScript } from './sandbox-html.ts';
import { ICON, noticeHtml, PAGE_POLICY, pageHtml } from './shell.ts';
import type { OpenWorkbook, Workbench } from './state.ts';

const HTML = 'text/html; charset=utf-8';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const SCRIPT = 'text/javascript; charset=utf-8';

/** Answers a request for a page, a script, the workbook or a file. */
export async function get(
  bench: Workbench,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
) {
  if (path === '/') {
    return send(response, pageHtml(bench.boot), HTML, 200, { 'content-security-policy': PAGE_POLICY });
  }
  if (path === '/page.js') return send(response, (await bench.files).page, SCRIPT);
  if (path === '/page.css') return send(response, (await bench.files).css, 'text/css; charset=utf-8');
  if (path === '/icon.svg') return send(response, ICON, 'image/svg+xml');
  if (path === '/notice')
    return send(response, noticeHtml(), HTML, 200, { 'content-security-policy': PAGE_POLICY });
  if (path === '/events') return bench.hub.add(request, response, bench.first());
  if (path.startsWith('/licences/')) return text(response, licenceText(path.slice(10)));
  if (path.startsWith('/library/')) return library(response, path.slice(9));
  if (path === '/workbook') return sendJson(response, workbook(bench));
  if (path === '/workbook.xlsx') return xlsx(bench, response);
  if (path === '/workbook.json') return saved(bench, response);
  if (path === '/automation') return sendJson(response, bench.open().automation.state());
  if (path.startsWith('/automation/execution/')) return execution(bench, response, Number(path.slice(22)));
  if (path.startsWith('/mail/')) return mail(bench, response, Number(path.slice(6)));
  if (path.startsWith('/addon/')) return addonPage(bench, response, path.slice(7));
  throw new HttpError(404, 'There is nothing at this address.');
}

/** Answers a request that changes something. The page learns up to which revision its grid has to come. */
export async function post(
  bench: Workbench,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
) {
  if (path === '/open') return sendJson(response, await openUpload(bench, request));
  const body = await readJson(request);
  const change = Object.hasOwn(CHANGES, path) ? CHANGES[path] : undefined;
  if (!change) throw new HttpError(404, 'There is nothing at this address.');
  const answer = (await change(bench.open(), body)) ?? {};
  sendJson(response, answer, 200, { 'x-workbench-head': bench.open().session.head });
}

type Change = (open: OpenWorkbook, body: Record<string, unknown>) => unknown;

/** By address. What has nothing to say answers an empty object. */
const CHANGES: Readonly<Record<string, Change>> = {
  '/revision': ({ session }, body) => ({ outcome: session.receive(body.message as RevisionMessage) }),
  '/command': ({ session }, body) => session.receiveCommand(body.command as EngineCommand),
  '/undo': ({ session, screen }) => {
    if (session.undo()) screen.reloadSidebar();
  },
  '/redo': ({ session, screen }) => {
    if (session.redo()) screen.reloadSidebar();
  },
  '/functions': ({ machine, session }, body) =>
    answerFunctions(machine.customFunctions, session.document(), body.calls as FunctionCall[]),
  '/menu': ({ screen }, body) => screen.chooseMenu(String(body.functionName)),
  '/select': ({ screen }, body) => screen.select(Number(body.sheetId), String(body.range)),
  '/run': ({ screen }, body) => screen.call(String(body.functionName), listOf(body.args)),
  '/note': ({ session }, { sheetId, row, column, note }) =>
    session.setNote(Number(sheetId), Number(row), Number(column), String(note ?? '')),
  '/automation/fire': ({ automation }, body) => automation.fire(String(body.id)),
  '/automation/move': ({ automation }, body) => automation.moveTo(Number(body.to)),
  '/automation/stop': ({ automation }) => automation.stop(),
  '/answer': ({ screen }, { id, button, text }) =>
    screen.scripts.answer(String(id), {
      button: String(button),
      ...(typeof text === 'string' ? { text } : {}),
    }),
  '/close-sidebar': ({ screen }) => screen.closeSidebar(),
};

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

function text(response: ServerResponse, body: string | undefined) {
  if (body === undefined) throw new HttpError(404, 'There is nothing at this address.');
  return send(response, body, 'text/plain; charset=utf-8');
}

/** The libraries' files do not change while the host runs, so the browser may keep them for the visit. */
function library(response: ServerResponse, path: string) {
  const file = libraryFile(path);
  if (!file) throw new HttpError(404, 'There is nothing at this address.');
  return send(response, file.body, file.contentType, 200, { 'cache-control': 'private, max-age=3600' });
}

function workbook(bench: Workbench): WorkbookAnswer {
  const { session, screen, machine, openSheet } = bench.open();
  const document = session.document();
  return {
    data: { ...toModelData(document), revisionId: session.head },
    head: session.head,
    ...session.state(),
    functions: machine.customFunctions.list,
    menu: machine.menu(),
    sidebar: screen.shownSidebar(),
    notes: notesOf(document),
    filters: shownFilters(document),
    now: instantToSerial(machine.clock.now(), document.timeZone),
    ...(openSheet === undefined ? {} : { openSheet }),
  };
}

/** A file for the browser to keep, named after the spreadsheet. */
function file(
  response: ServerResponse,
  title: string,
  ending: string,
  type: string,
  body: Uint8Array | string,
) {
  const name = `${title.replace(/[\\/:*?"<>|]/g, ' ').trim() || 'workbook'}.${ending}`;
  send(response, body, type, 200, {
    'content-disposition': `attachment; filename="workbook.${ending}"; filename*=UTF-8''${encodeURIComponent(name)}`,
  });
}

async function xlsx(bench: Workbench, response: ServerResponse) {
  const { session, machine } = bench.open();
  const document = session.document();
  const bytes = await exportXlsx(document, machine.calculator);
  file(response, document.title, 'xlsx', XLSX, bytes);
}

function saved(bench: Workbench, response: ServerResponse) {
  const document = bench.open().session.document();
  file(response, document.title, 'json', 'application/json; charset=utf-8', toSnapshot(document));
}

/** Opens a file that the page sends as it is; its name is a header. */
async function openUpload(bench: Workbench, request: IncomingMessage) {
  const { session, screen } = bench.open();
  const bytes = await readBytes(request);
  const name = decodeURIComponent(String(request.headers['x-file-name'] ?? ''));
  try {
    const { document, partly } = openFile(bytes, name, session.document());
    session.replaceDocument(document);
    screen.reloadSidebar();
    return { ok: true, partly };
  } catch (error) {
    if (!(error instanceof NotOpened)) throw error;
    return { ok: false };
  }
}

function execution(bench: Workbench, response: ServerResponse, id: number) {
  const details = bench.open().automation.details(id);
  if (!details) throw new HttpError(404, 'There is nothing at this address.');
  return sendJson(response, details);
}

function mail(bench: Workbench, response: ServerResponse, number: number) {
  const sent = bench.open().automation.sent(number);
  if (!sent) throw new HttpError(404, 'There is nothing at this address.');
  const headers = { 'content-security-policy': MAIL_POLICY };
  return send(response, mailPage(sent.htmlBody, sent.body), HTML, 200, headers);
}

async function addonPage(bench: Workbench, response: ServerResponse, id: string) {
  const html = bench.open().screen.page(id);
  if (html === undefined) throw new HttpError(404, 'There is nothing at this address.');
  const { sandbox } = await bench.files;
  send(response, withGoogleScript(html, sandbox), HTML, 200, { 'content-security-policy': ADDON_POLICY });
}
