import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { STRICT_RULES, withoutRule } from './strict-rules/index.ts';

const root = join(__dirname, '../..');

describe('the list of strict rules', () => {
  test('what enforces each is in the source exactly once', () => {
    const wrong = STRICT_RULES.flatMap(({ rule, file, search }) => {
      const times = readFileSync(join(root, file), 'utf8').split(search).length - 1;
      return times === 1 ? [] : [`${rule}: ${times} times in ${file}: ${search}`];
    });
    expect(wrong).toEqual([]);
  });

  test('switching one off changes the source, and its test is there', () => {
    const wrong = STRICT_RULES.filter(
      (rule) => withoutRule(rule) === rule.search || !existsSync(join(root, rule.test)),
    );
    expect(wrong).toEqual([]);
  });

  test('each has a name of its own', () => {
    expect(new Set(STRICT_RULES.map(({ rule }) => rule)).size).toBe(STRICT_RULES.length);
  });
});
