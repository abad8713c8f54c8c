/** Undo and redo: document states of before and after. States share what did not change, so keeping them is cheap. */
import type { DocumentState } from '../document/model.ts';

const KEPT = 50;

export class History {
  private readonly past: DocumentState[] = [];
  private future: DocumentState[] = [];

  /** Notes a change that was made; `before` is what undo brings back. */
  changed(before: DocumentState): void {
    this.past.push(before);
    if (this.past.length > KEPT) this.past.shift();
    this.future = [];
  }

  canUndo(): boolean {
    return this.past.length > 0;
  }

  canRedo(): boolean {
    return this.future.length > 0;
  }

  /** The state to go back to, or undefined where there is none. */
  undo(current: DocumentState): DocumentState | undefined {
    const state = this.past.pop();
    if (state) this.future.push(current);
    return state;
  }

  redo(current: DocumentState): DocumentState | undefined {
    const state = this.future.pop();
    if (state) this.past.push(current);
    return state;
  }
}
