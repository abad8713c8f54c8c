import { apply, change, counts, plan, readReal, realFiles } from './support.ts';

// Real exports are other people's data and stay outside the repository; without them the fixtures of the other tests
// stand in for every one of their traps.
const files = realFiles();

const EXPECTED: Readonly<Record<string, { read: number; views: number; watchHours: number }>> = {
  'art-channel.csv': { read: 71, views: 46333, watchHours: 226.6398 },
  'comedy-channel.csv': { read: 498, views: 34680203, watchHours: 154492.6102 },
  'esports-channel.csv': { read: 154, views: 92015, watchHours: 7994.2611 },
};

test(files.length > 0 ? 'real exports are there' : 'no real exports here: nothing more to test', () => {
  expect(files.filter((name) => name in EXPECTED)).toHaveLength(files.length > 0 ? 3 : 0);
});

const sum = (rows: readonly Readonly<Record<string, unknown>>[], key: string): number =>
  rows.reduce((total, row) => total + Number(row[key] ?? 0), 0);

for (const name of files) {
  const expected = EXPECTED[name];
  if (expected === undefined) continue;
  describe(name, () => {
    const first = plan(readReal(name), { fileName: name });

    test('is taken whole, to the digit', () => {
      const { read, views, watchHours } = expected;
      expect(counts(first)).toEqual({ read, taken: read, updated: 0, unchanged: 0, rejected: 0, skipped: 1 });
      const facts = change(first, 'performance').appends;
      expect(sum(facts, 'views')).toBe(views);
      expect(sum(facts, 'watch_hours')).toBeCloseTo(watchHours, 6);
      expect(first.result.warnings).toEqual([]);
      expect(facts.every((row) => /^[A-Za-z0-9_-]{11}$/.test(String(row.content)))).toBe(true);
    });

    test('names the account by its file', () => {
      expect(first.result.account).toBe(name.replace('.csv', ''));
    });

    test('changes nothing the second time', () => {
      const again = plan(readReal(name), { fileName: name, tables: apply({}, first.changes) });
      expect(again.changes).toEqual([]);
      expect(again.result.changed).toBe(false);
      expect(counts(again)).toEqual({ ...counts(first), taken: 0, unchanged: expected.read });
    });
  });
}
