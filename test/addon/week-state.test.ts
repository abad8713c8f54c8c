/** What the sidebar is told of the steps to a review, and of the files that a week still lacks. */
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
