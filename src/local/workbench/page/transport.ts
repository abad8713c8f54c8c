/** The library's collaborative transport, over the host's events and POSTs. */
import type { TransportService } from '@odoo/o-spreadsheet';
import type { RevisionMessage, RevisionOutcome } from '../messages.ts';
import { post } from './server.ts';

type Callback = (message: RevisionMessage) => void;

export class HostTransport implements TransportService<RevisionMessage> {
  /** Revisions that the host will not have. */
  readonly refused = new Set<string>();
  private readonly callbacks = new Map<string, Callback>();
  private sending: Promise<void> = Promise.resolve();

  sendMessage = async (message: RevisionMessage): Promise<void> => {
    // Where others stand is of no use with one person at the workbench.
    if (message.type !== 'REMOTE_REVISION') return;
    const sent = post<{ outcome: RevisionOutcome }>('/revision', { message }).then(
      ({ outcome }) => {
        if (outcome === 'refused') this.refused.add(message.nextRevisionId);
      },
      (error) => console.warn(error),
    );
    this.sending = sent;
    await sent;
  };

  /** Resolves when the host has answered what was sent. */
  settled(): Promise<void> {
    return this.sending;
  }

  onNewMessage = (id: string, callback: Callback): void => {
    this.callbacks.set(id, callback);
  };

  leave = (id: string): void => {
    this.callbacks.delete(id);
  };

  /** A revision from the host: this page's own, accepted, or someone else's. */
  deliver(message: RevisionMessage): void {
    for (const callback of this.callbacks.values()) callback(message);
  }
}
