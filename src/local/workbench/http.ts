/** Small helpers for the loopback server: who may ask, what was asked, and answers. */
import type { IncomingMessage, ServerResponse } from 'node:http';

/** The largest body that a page may send: a paste of many cells fits, a runaway does not. */
const MAX_BODY = 64 * 1024 * 1024;

/** A refusal with the HTTP status it goes out with. */
export class HttpError extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/**
 * Whether the request names this server by a loopback name. Another name means that a foreign site's DNS was made to
 * point here, so that the site's scripts would read the answers.
 */
export function isOwnHost(request: IncomingMessage, port: number): boolean {
  return request.headers.host === `127.0.0.1:${port}` || request.headers.host === `localhost:${port}`;
}

/**
 * The bytes in the body of a request.
 *
 * @throws HttpError 413 above 64 MiB
 */
export async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > MAX_BODY) throw new HttpError(413, 'The request is too large.');
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

/**
 * The JSON object in the body of a request; an empty body is an empty object.
 *
 * @throws HttpError 413 above 64 MiB, 400 for anything but an object
 */
export async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  const bytes = await readBytes(request);
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8') || '{}');
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
      return value as Record<string, unknown>;
    }
  } catch {
    // Answered below like any other body that is not an object.
  }
  throw new HttpError(400, 'The body is not a JSON object.');
}

/** Answers with JSON. */
export function sendJson(
  response: ServerResponse,
  body: unknown,
  status = 200,
  headers: Record<string, string> = {},
): void {
  send(response, JSON.stringify(body), 'application/json; charset=utf-8', status, headers);
}

/** Answers with a text or bytes, which nobody may keep or embed. */
export function send(
  response: ServerResponse,
  body: string | Uint8Array,
  contentType: string,
  status = 200,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, {
    'content-type': contentType,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    ...headers,
  });
  response.end(body);
}
