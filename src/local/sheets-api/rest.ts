import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Json } from '../document/model.ts';
import type { Method, SheetsApi } from './api.ts';

const readBody = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
};

const refusal = (code: number, status: string, message: string) => ({
  status: code,
  body: { error: { code, message, status } },
});

/** What the parser says of a text that only breaks off too early. */
const ENDS_EARLY = /Unexpected end|Unterminated/;

const parseFault = (text: string): string | undefined => {
  try {
    JSON.parse(text);
    return undefined;
  } catch (fault) {
    return (fault as Error).message;
  }
};

/** The refusal of a body that is no JSON, with the place: up to 20 characters on either side and a caret below. */
const malformed = (text: string): string => {
  if (ENDS_EARLY.test(parseFault(text) ?? ''))
    return 'Invalid JSON payload received. Unexpected end of string. Expected a value.\n\n^';
  // Every beginning up to the fault only ends too early: the first that does not ends with the fault.
  let good = 0;
  let bad = text.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    const fault = parseFault(text.slice(0, middle));
    if (fault === undefined || ENDS_EARLY.test(fault)) good = middle;
    else bad = middle;
  }
  // A word is faulty from its first letter on.
  while (/[a-z]/i.test(text[good - 1] ?? '')) good -= 1;
  const from = Math.max(0, good - 20);
  const caret = `${' '.repeat(good - from)}^`;
  return `Invalid JSON payload received. Unexpected token.\n${text.slice(from, good + 20)}\n${caret}`;
};

const answer = (api: SheetsApi, request: IncomingMessage, text: string): { status: number; body: Json } => {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const method = request.method as Method;
  if (!['GET', 'POST', 'PUT'].includes(method))
    return refusal(404, 'NOT_FOUND', 'Requested entity was not found.');
  let body: Json | undefined;
  try {
    body = text.trim() === '' ? undefined : (JSON.parse(text) as Json);
  } catch {
    return refusal(400, 'INVALID_ARGUMENT', malformed(text));
  }
  return api.call(method, url.pathname, url.searchParams, body);
};

/** Serves an API's REST form on the loopback address; `port` 0 picks a free one. */
export const serveSheetsApi = (api: SheetsApi, port: number): Promise<{ server: Server; url: string }> => {
  const server = createServer((request, response) => {
    readBody(request)
      .then((text) => answer(api, request, text))
      .catch((fault: unknown) =>
        refusal(500, 'INTERNAL', fault instanceof Error ? fault.message : String(fault)),
      )
      .then(({ status, body }) => {
        response.writeHead(status, { 'content-type': 'application/json; charset=UTF-8' });
        // Errors are read by people; Google's are laid out like this.
        response.end(JSON.stringify(body, null, status < 400 ? 0 : 2));
      });
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      resolve({ server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
    });
  });
};
