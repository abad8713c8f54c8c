import type { Issue } from '../kpi/issue.ts';

/** A fault that a person must read; thrown inside the add-on, turned into a sentence at its border. */
export class Refusal extends Error {
  readonly issue: Issue;
  constructor(issue: Issue) {
    super(issue.code);
    this.issue = issue;
  }
}
