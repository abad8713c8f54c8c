import type { Issue } from '../kpi/issue.ts';

/** A fault that a person must read; thrown inside the add-on, turned into a sentence at its border. */
export class Refusal extends Error {
  readonly issue: Issue;
  constructor(issue: Issue) {
    super(issue.code);
    this.issue = issue;
  }
}

/** Another run has changed the workbook since this one read it: nothing was written, and it may begin anew. */
export class Conflict extends Refusal {
  constructor() {
    super({ code: 'BUSY' });
  }
}

/** Two runs that overtake this one are chance; more are a workbook at work. */
const MOST_TRIES = 3;

/**
 * Does work again, from its reading on, where another run was faster.
 * @param work What to do; it reads all that it needs, and is told which try it is, from 0. Throws a Conflict where every
 *   try was overtaken.
 */
export function again<T>(work: (attempt: number) => T): T {
  for (let attempt = 0; ; attempt++) {
    try {
      return work(attempt);
    } catch (error) {
      if (!(error instanceof Conflict) || attempt + 1 === MOST_TRIES) throw error;
    }
  }
}
