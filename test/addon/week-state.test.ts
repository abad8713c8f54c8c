/** What the sidebar is told of the steps to a review, and of the files that a week still lacks. */
import { say } from '../../src/text/index.ts';
import { bench, call, importText, loadRows, serial } from '../start/bench.ts';
import { type Video, youtube } from '../start/export.ts';

const VIDEO: Video = { id: 'F3HVs95pagk', published: 'Jan 5, 2026', likes: 5, views: 100, hours: 1 };
const stateOf = (machine: ReturnType<typeof bench>) => call(machine, 'sidebarState', {});

test('a goal is set once the KPI at the top of the tree has a target', () => {
  const machine = bench();
  call(machine, 'applyModel', { model: 'gmv_growth' });
  const days = { from: serial('2026-07-01'), to: serial('2026-09-30') };
  expect(stateOf(machine).hasGoal).toBe(false);
  loadRows(machine, 'targets', [
    { node: 'gmv', ...days },
    { node: 'aov', ...days, target: 5 },
  ]);
  expect(stateOf(machine).hasGoal).toBe(false);
  loadRows(machine, 'targets', [{ node: 'gmv', ...days, target: 5000 }]);
  expect(stateOf(machine).hasGoal).toBe(true);
});

describe.each(['en', 'zh-CN'] as const)('the files that a week lacks (%s)', (language) => {
  const SENTENCE = { en: '2026-W31 still lacks the files of Art.', 'zh-CN': '2026-W31 还缺少 Art 的文件。' };
  const opened = () => {
    const machine = bench({ language });
    loadRows(machine, 'accounts', [{ platform: 'youtube', id: 'art', name: 'Art' }]);
    return machine;
  };
  const bringIn = (machine: ReturnType<typeof bench>, asOf: string) =>
    importText(machine, youtube([VIDEO]), { asOf, account: 'art' });

  test('nothing is waited for before a first file; then the account until its file reaches the end', () => {
    const machine = opened();
    expect(stateOf(machine).lacking).toEqual({});
    bringIn(machine, '2026-07-26');
    expect(stateOf(machine).lacking).toEqual({ '2026-W31': SENTENCE[language] });
    bringIn(machine, '2026-08-02');
    expect(stateOf(machine).lacking).toEqual({});
  });

  test('of a draft they are told as well; the menu names them before it closes', () => {
    const machine = opened();
    bringIn(machine, '2026-07-26');
    call(machine, 'writeReview', { week: '2026-W31' });
    call(machine, 'writeReview', { week: '2026-07' });
    expect(Object.keys(stateOf(machine).lacking)).toEqual(['2026-W31', '2026-07']);
    call(machine, 'closeReview', { week: '2026-07' });
    let asked = '';
    machine.attempt(
      () => machine.chooseMenu('menuCloseReview'),
      ({ text }) => {
        asked = text;
        return { button: 'CANCEL' };
      },
    );
    expect(asked).toBe(`${SENTENCE[language]} ${say(language, 'CLOSE_QUESTION', { period: '2026-W31' })}`);
  });
});
