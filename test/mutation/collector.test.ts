import { collector, failureOf, type Test } from './collector.ts';

type Globals = { test: (name: string, body: () => unknown) => void };

function collected(body: () => unknown): Test {
  const { globals, tests } = collector('a.test.ts');
  (globals as Globals).test('one', body);
  return tests[0] as Test;
}

test('a test that fails after a wait has failed', async () => {
  const late = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, 1));
    throw new Error('late');
  };
  expect(await failureOf(collected(late))).toBe('Error: late');
});

test('one that fails at once has failed, and one that ends has passed', async () => {
  const early = (): never => {
    throw new Error('early');
  };
  expect(await failureOf(collected(early))).toBe('Error: early');
  expect(await failureOf(collected(() => Promise.resolve(5)))).toBeUndefined();
  expect(await failureOf(collected(() => undefined))).toBeUndefined();
});
