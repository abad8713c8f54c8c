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

const answer = (api: SheetsApi, request: IncomingMessage, text: string): { status: number; body: Json } => {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const method = request.method as Method;
  if (!['GET', 'POST', 'PUT'].includes(method))
    return refusal(404, 'NOT_FOUND', 'Requested entity was not found.');
  let body: Json | undefined;
  try {
    body = text.trim() === '' ? undefined : (JSON.parse(text) as Json);
  } catch {
    return refusal(
      400,
      'INVALID_ARGUMENT',
      `Invalid JSON payload received. Unexpected token.\n${text.slice(0, 60)}`,
    );
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
        response.end(JSON.stringify(body));
      });
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      resolve({ server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
    });
  });
};
