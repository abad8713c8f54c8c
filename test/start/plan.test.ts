import { readOptions } from '../../src/local/options.ts';
import { planOf } from '../../src/local/prepare.ts';

const at = (text: string) => new Date(text);
const plan = (now: string, ...args: string[]) => planOf(readOptions(['--lang', 'zh-CN', ...args]), at(now));

test.each([
  ['2026-11-26T10:45:00+08:00', '2026-11-26T07:45:00+08:00'],
  ['2026-11-26T01:10:00+08:00', '2026-11-26T00:00:00+08:00'],
  ['2026-11-26T23:59:00+08:00', '2026-11-26T20:59:00+08:00'],
])('at %s the preparation begins at %s of the same day and ends now', (now, start) => {
  expect(plan(now)).toMatchObject({ week: '2026-W47', start: at(start), end: at(now) });
});

test('files come in at the present moment, which the import log has', () => {
  const now = at('2026-11-26T10:45:00+08:00');
  const own = planOf(readOptions(['--lang', 'zh-CN', '--import', 'a.csv']), now);
  expect(own).toMatchObject({ week: '2026-W47', start: now, end: now });
});

test('a week that is named is reviewed on its Monday', () => {
  expect(plan('2026-11-26T10:45:00+08:00', '--week', '2026-W31')).toMatchObject({
    start: at('2026-08-03T08:00:00+08:00'),
    end: at('2026-08-03T11:00:00+08:00'),
  });
});
