/** Undo and redo: document states of before and after. States share what did not change, so keeping them is cheap. */
import type { DocumentState } from '../document/model.ts';

const KEPT = 50;

/** Who made a change: a person in the grid, the add-on beside it, or a person who opened another workbook. */
export type Maker = 'person' | 'add-on' | 'file';

/** A state to go to, and who made the change between it and the present one. */
export type Step = { state: DocumentState; maker: Maker };

export class History {
  private readonly past: Step[] = [];
  private future: Step[] = [];

  /** Notes a change that was made; `before` is what undo brings back. */
  changed(before: DocumentState, maker: Maker): void {
    this.past.push({ state: before, maker });
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
  if (step) to.push({ state: current, maker: step.maker });
  return step;
}
