/** What a test file of the engine calls at its top level, collected as a list instead of run: all that those files use of Jest. */
import { format } from 'node:util';
import { expect } from 'expect';

/** A test of a file. */
export type Test = {
  /** Unlike every other's in all files, the same in every process. */
  readonly id: string;
  readonly run: () => unknown;
};

type Body = (...row: readonly unknown[]) => unknown;
type Named = ((name: string, body: Body) => void) & {
  each: (rows: readonly unknown[]) => (name: string, body: Body) => void;
};

const valuesOf = (row: unknown): readonly unknown[] => (Array.isArray(row) ? row : [row]);

/** A function of Jest's with its `each`, by what one call of it does. */
function named(call: (name: string, body: () => unknown) => void): Named {
  const each: Named['each'] = (rows) => (name, body) => {
    for (const row of rows) call(format(name, ...valuesOf(row)), () => body(...valuesOf(row)));
  };
  return Object.assign((name: string, body: Body) => call(name, body), { each });
}

/**
 * @param file The test file, as its tests' ids begin.
 * @returns The globals that the file takes, and the tests that it named, in order.
 */
export function collector(file: string): {
  readonly globals: Record<string, unknown>;
  readonly tests: Test[];
} {
  const tests: Test[] = [];
  const within: string[] = [];
  const test = named((name, run) => {
    const id = [file, ...within, name].join(' › ');
    tests.push({ id: tests.some((other) => other.id === id) ? `${id} ${tests.length}` : id, run });
  });
  const describe = named((name, body) => {
    within.push(name);
    body();
    within.pop();
  });
  return { globals: { describe, test, expect }, tests };
}

/** What a test fails with, also one that fails only after a wait; undefined where it passes. */
export async function failureOf({ run }: Test): Promise<string | undefined> {
  try {
    await run();
    return undefined;
  } catch (error) {
    return String(error);
  }
}
