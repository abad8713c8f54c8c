/** Server-sent events: what the host tells every open page. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HostMessage } from './messages.ts';

/** Keeps idle connections open through proxies and shows a page that the host is still there. */
const BEAT_MILLISECONDS = 15_000;

export class EventHub {
  private readonly pages = new Set<ServerResponse>();
  private readonly beat = setInterval(() => this.write(':\n\n'), BEAT_MILLISECONDS);

  /** Adds a page; `first` is sent to it alone. */
  add(request: IncomingMessage, response: ServerResponse, first: readonly HostMessage[]): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write('retry: 1000\n\n');
    for (const message of first) response.write(encode(message));
    this.pages.add(response);
    request.on('close', () => this.pages.delete(response));
  }

  send(message: HostMessage): void {
    this.write(encode(message));
  }

  close(): void {
    clearInterval(this.beat);
    for (const page of this.pages) page.end();
    this.pages.clear();
  }

  private write(text: string): void {
    for (const page of this.pages) page.write(text);
  }
}

const encode = (message: HostMessage): string => `data: ${JSON.stringify(message)}\n\n`;
