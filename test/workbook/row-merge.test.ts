/** Laws of bringing a person's edit of a short list together with what others did to the list meanwhile. */
import fc from 'fast-check';
import { type EditedRow, type ListRow, mergeRows, type RowMerge } from '../../src/workbook/row-merge.ts';

const FIELDS = ['id', 'name', 'role'];
const IDENTITIES = [['id']];
const merge = (base: ListRow[], edited: EditedRow[], present: ListRow[]) =>
  mergeRows(base, edited, present, FIELDS, IDENTITIES);

/** What the sheet holds once the changes of a merge are written. */
function applied(present: readonly ListRow[], { updates, removals, appends }: RowMerge): ListRow[] {
  const rows = present.map((row, index) => ({
    ...row,
    ...updates.find((each) => each.index === index)?.values,
  }));
  return [...rows.filter((_, index) => !removals.includes(index)), ...appends];
}

const cell = fc.constantFrom<string | null>('a', 'b', 'c', null);
/** Rows that their ids tell apart. */
const rows = (prefix: string, maxLength: number) =>
  fc
    .array(fc.record({ name: cell, role: cell }), { maxLength })
    .map((list): ListRow[] => list.map((row, index) => ({ id: `${prefix}${index}`, ...row })));

type Act = 'keep' | 'remove' | { field: 'name' | 'role'; to: string | null };
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.constant<Act>('keep'),
  fc.constant<Act>('remove'),
  fc.record({ field: fc.constantFrom<'name' | 'role'>('name', 'role'), to: cell }),
);

function done(base: readonly ListRow[], acts: readonly Act[], added: readonly ListRow[]): EditedRow[] {
  const kept = base.flatMap((row, was): EditedRow[] => {
    const each = acts[was] ?? 'keep';
    if (each === 'remove') return [];
    return [{ was, row: each === 'keep' ? row : { ...row, [each.field]: each.to } }];
  });
  return [...kept, ...added.map((row) => ({ was: null, row }))];
}

const acts = fc.array(act, { minLength: 6, maxLength: 6 });
const world = fc
  .record({
    base: rows('k', 6),
    mine: acts,
    theirs: acts,
    myNew: rows('m', 2),
    theirNew: rows('t', 2),
    seed: fc.nat(),
  })
  .map(({ base, mine, theirs, myNew, theirNew, seed }) => {
    const present = done(base, theirs, theirNew).map(({ row }) => row);
    // Others sort their sheet as they like.
    const shift = present.length === 0 ? 0 : seed % present.length;
    return {
      base,
      edited: done(base, mine, myNew),
      present: [...present.slice(shift), ...present.slice(0, shift)],
    };
  });

const byId = (list: readonly ListRow[], id: unknown) => list.find((row) => row.id === id);

test('who changed nothing changes nothing', () => {
  fc.assert(
    fc.property(world, ({ base, present }) => {
      const unchanged = done(base, [], []);
      const { updates, removals, appends, conflicts, draft } = merge(base, unchanged, present);
      expect([updates, removals, appends, conflicts]).toEqual([[], [], [], []]);
      expect(draft.map(({ row }) => row)).toEqual(present);
    }),
  );
});

test('alone, everything that was edited is written', () => {
  fc.assert(
    fc.property(world, ({ base, edited }) => {
      const merged = merge(base, edited, base);
      expect(merged.conflicts).toEqual([]);
      expect(applied(base, merged)).toEqual(edited.map(({ row }) => row));
    }),
  );
});

test('nothing that another person changed is overwritten or taken away', () => {
  fc.assert(
    fc.property(world, ({ base, edited, present }) => {
      const { updates, removals } = merge(base, edited, present);
      for (const { index, values } of updates) {
        const now = present[index] as ListRow;
        for (const field of Object.keys(values)) expect(now[field]).toBe(byId(base, now.id)?.[field]);
      }
      for (const index of removals) expect(byId(base, present[index]?.id)).toEqual(present[index]);
    }),
  );
});

test('every edit is written, there already, or told as a conflict', () => {
  fc.assert(
    fc.property(world, ({ base, edited, present }) => {
      const merged = merge(base, edited, present);
      const after = applied(present, merged);
      base.forEach((before, was) => {
        const mine = edited.find((each) => each.was === was)?.row;
        const there = byId(after, before.id);
        const told = merged.conflicts.filter((each) =>
          each.kind === 'gone' ? each.row.id === before.id : present[each.at]?.id === before.id,
        );
        if (mine === undefined) {
          expect(there === undefined || told.length === 1).toBe(true);
          return;
        }
        for (const field of ['name', 'role']) {
          if (mine[field] === before[field]) continue;
          const isTold = told.some(
            (each) => each.kind === 'gone' || (each.kind === 'cell' && each.field === field),
          );
          expect(there?.[field] === mine[field] || isTold).toBe(true);
        }
      });
    }),
  );
});

test('the draft is what stands in the sheet once it is written', () => {
  fc.assert(
    fc.property(world, ({ base, edited, present }) => {
      const merged = merge(base, edited, present);
      expect(merged.draft.map(({ row }) => row)).toEqual(applied(present, merged));
    }),
  );
});

test('a save whose answer got lost may be sent again: the second changes nothing', () => {
  fc.assert(
    fc.property(world, ({ base, edited, present }) => {
      const first = merge(base, edited, present);
      fc.pre(first.conflicts.length === 0);
      const { updates, removals, appends, conflicts } = merge(base, edited, applied(present, first));
      expect([updates, removals, appends, conflicts]).toEqual([[], [], [], []]);
    }),
  );
});

const person = (name: string, role: string | null = null, id: string | null = null): ListRow => ({
  id,
  name,
  role,
});
const toHost = (row: ListRow): EditedRow[] => [{ was: 0, row: { ...row, role: 'host' } }];

test('a row is known again by its id, wherever it went and whatever it is called now', () => {
  const before = person('Mei', 'editor', '7');
  const merged = merge([before], toHost(before), [person('Bo'), person('May', 'editor', '7')]);
  expect(merged).toMatchObject({
    updates: [{ index: 1, values: { role: 'host' } }],
    conflicts: [],
    appends: [],
  });
});

test('somebody else in the same place is another row', () => {
  const before = person('Mei', 'editor');
  expect(merge([before], toHost(before), [person('Ann', 'editor')])).toMatchObject({
    updates: [],
    conflicts: [{ kind: 'gone', row: person('Mei', 'host') }],
  });
});

test('a list without identities is the same row, whatever became of it', () => {
  const [before, now] = [
    { green: 1, amber: 0.9 },
    { green: 2, amber: 0.5 },
  ];
  const edited = [{ was: 0, row: { green: 3, amber: 0.9 } }];
  expect(mergeRows([before], edited, [now], ['green', 'amber'], [])).toMatchObject({
    updates: [],
    conflicts: [{ kind: 'cell', at: 0, field: 'green', mine: 3, theirs: 2 }],
  });
});

test('a row that was renamed and has no id is not taken for a new one when it is saved again', () => {
  const before = person('Mei', 'editor');
  const edited = [{ was: 0, row: person('May', 'editor') }];
  expect(merge([before], edited, [person('May', 'editor')])).toMatchObject({
    updates: [],
    appends: [],
    conflicts: [],
  });
});
