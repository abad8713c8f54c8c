import fc from 'fast-check';
import { ownersIn } from '../../src/kpi/owners.ts';

const TEAM = [
  { name: 'Bo', roles: ['Editor', '编导'] },
  { name: 'Mei', roles: ['Editor', '编导'] },
  { name: 'Lin, Ada', roles: ['Owner', '负责人'] },
  { name: 'Host', roles: ['Operator', '运营'] },
  { name: 'Ana', roles: ['Host', '主播'] },
];

test('people in place of roles, in either language and any letters', () => {
  expect(ownersIn('EDITOR', TEAM).names).toEqual(['Bo', 'Mei']);
  expect(ownersIn(' 负责人 ', TEAM)).toEqual({
    names: ['Lin, Ada'],
    byRole: [{ role: '负责人', names: ['Lin, Ada'] }],
    unknown: [],
  });
  expect(ownersIn('Zoe、编导', TEAM)).toEqual({
    names: ['Zoe', 'Bo', 'Mei'],
    byRole: [{ role: '编导', names: ['Bo', 'Mei'] }],
    unknown: ['Zoe'],
  });
});

test('a name counts before a role of the same word, and a name with a comma is one', () => {
  expect(ownersIn('host', TEAM)).toEqual({ names: ['host'], byRole: [], unknown: [] });
  expect(ownersIn('Lin, Ada', TEAM)).toEqual({ names: ['Lin, Ada'], byRole: [], unknown: [] });
  expect(ownersIn('', TEAM)).toEqual({ names: [], byRole: [], unknown: [] });
});

test('a team without anybody changes no owner', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('Ana', '编导', 'Owner'), { maxLength: 4 }), (names) => {
      expect(ownersIn(names.join(', '), []).names).toEqual([...new Set(names)]);
    }),
  );
});
