import { serialOfIsoDate } from '../../src/kpi/calendar.ts';
import { readTargets, readTreeRows, type TargetRow, targetValues } from '../../src/workbook/tree-rows.ts';

test('a cell that is no number, or none of the choices, stays as it was typed', () => {
  const columns = { id: ['a'], weight: ['half'], kind: ['sum?'], coefficient: [2], name: ['Views'] };
  const { rows } = readTreeRows({ key: 'tree', title: 'Tree', rows: 1, columns });
  expect(rows).toMatchObject([{ id: 'a', weight: 'half', kind: 'sum?', coefficient: 2, parent: null }]);
});

test('a heading between KPIs is none, and places count it', () => {
  const columns = { id: ['a', null, 'b'], name: ['Views', 'Later', 'Orders'] };
  expect(readTreeRows({ key: 'tree', title: 'Tree', rows: 3, columns }).places).toEqual([0, 2]);
});

test('targets without a KPI, a first or a last day are left out', () => {
  const [from, to] = [serialOfIsoDate('2026-07-01'), serialOfIsoDate('2026-07-31')] as number[];
  const columns = {
    ...{
      node: ['a', null, 'b', 'c', 'd'],
      from: [from, from, 'soon', from, from],
      target: [9, 1, 1, 1, 'x'],
    },
    ...{ to: [to, to, to, null, to], locked: ['是', null, null, null, 'no'] },
  } as Record<string, (string | number | null)[]>;
  const { rows, places } = readTargets({ key: 'targets', title: 'Targets', rows: 5, columns });
  expect(places).toEqual([0, 4]);
  expect(rows.map(({ node, target, locked }) => [node, target, locked])).toEqual([
    ['a', 9, true],
    ['d', null, false],
  ]);
});

test('a target is written with its lock, and with who set it where that is known', () => {
  const target: TargetRow = {
    ...{ node: 'a', from: '2026-07-01', to: '2026-07-31', baseline: null, target: 9, low: null, high: null },
    ...{ locked: true, how: 'typed' },
  };
  const written = (more: object, who: string) =>
    targetValues({ ...target, ...more }, 'en', { unit: null, who, day: 46000 });
  expect(written({}, 'Ana')).toMatchObject({ locked: true, who: 'Ana', when: 46000 });
  expect(written({ locked: false }, '')).toMatchObject({ locked: null, who: null });
});
