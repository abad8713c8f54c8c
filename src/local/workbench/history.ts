/** Undo and redo: document states of before and after. States share what did not change, so keeping them is cheap. */
import type { DocumentState } from '../document/model.ts';

const KEPT = 50;

/** A state to go to; `other` where it is another workbook than the one that was open. */
export type Step = { state: DocumentState; other: boolean };

export class History {
  private readonly past: Step[] = [];
  private future: Step[] = [];

  /** Notes a change that was made; `before` is what undo brings back, `other` whether it is another workbook. */
  changed(before: DocumentState, other = false): void {
    this.past.push({ state: before, other });
    if (this.past.length > KEPT) this.past.shift();
    this.future = [];
  }

  canUndo(): boolean {
    return this.past.length > 0;
  }

  canRedo(): boolean {
    return this.future.length > 0;
  }

  /** Where to go back to, or undefined where there is none. */
  undo(current: DocumentState): Step | undefined {
    return go(this.past, this.future, current);
  }

  redo(current: DocumentState): Step | undefined {
    return go(this.future, this.past, current);
  }
}

function go(from: Step[], to: Step[], current: DocumentState): Step | undefined {
  const step = from.pop();
  if (step) to.push({ state: current, other: step.other });
  return step;
}
