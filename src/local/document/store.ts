import type { DocumentState } from './model.ts';

export { createDocument, type NewDocument } from './create.ts';
export { fromSnapshot, toSnapshot } from './snapshot.ts';

export type DocumentListener = (document: DocumentState) => void;

/** The open documents of a host. States are replaced, never changed in place. */
export class DocumentStore {
  private readonly documents = new Map<string, DocumentState>();
  private readonly listeners = new Set<DocumentListener>();

  /** The current state, or undefined where there is no such document. */
  get(id: string): DocumentState | undefined {
    return this.documents.get(id);
  }

  /** Takes a new document in. Throws when its id is taken. */
  create(state: DocumentState): DocumentState {
    if (this.documents.has(state.spreadsheetId)) throw new Error(`document ${state.spreadsheetId} is there`);
    this.documents.set(state.spreadsheetId, state);
    this.tell(state);
    return state;
  }

  /** Puts a new state in place of the document's current one. Throws where there is no such document. */
  replace(id: string, state: DocumentState): void {
    if (!this.documents.has(id)) throw new Error(`no document ${id}`);
    this.documents.set(id, state);
    this.tell(state);
  }

  list(): DocumentState[] {
    return [...this.documents.values()];
  }

  /** Calls the listener after every change; returns the function that ends this. */
  onChange(listener: DocumentListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private tell(state: DocumentState): void {
    for (const listener of this.listeners) listener(state);
  }
}
