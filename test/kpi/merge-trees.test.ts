import fc from 'fast-check';
import {
  type Conflict,
  type Edited,
  type MergedTree,
  mergeTrees,
  type Side,
} from '../../src/kpi/merge-trees.ts';
import {
  EMPTY_ROW,
  idOf,
  plainCell,
  rowKeys,
  TREE_FIELDS,
  type TreeField,
  type TreeRow,
} from '../../src/kpi/tree-fields.ts';

const row = (id: string, parent: string | null, more: Partial<TreeRow> = {}): TreeRow => ({
  ...EMPTY_ROW,
  id,
  parent,
  name: id.toUpperCase(),
  ...more,
});

const BASE = [row('a', null), row('b', 'a'), row('c', 'a'), row('d', 'b')];
const edited = (rows: readonly TreeRow[], base: readonly TreeRow[] = BASE): Edited[] => {
  const keys = new Set(rowKeys(base));
  return rows.map((each) => ({ was: keys.has(idOf(each)) ? idOf(each) : '', row: each }));
};
const rowsOf = ({ rows }: MergedTree): TreeRow[] => rows.map((each) => each.row);
const shapeOf = (merged: MergedTree): string[] =>
  rowsOf(merged).map(({ id, parent }) => `${id}${parent === null ? '' : `<${parent}`}`);
const change = (rows: readonly TreeRow[], id: string, part: Partial<TreeRow>): TreeRow[] =>
  rows.map((each) => (each.id === id ? { ...each, ...part } : each));

describe('what one changed counts where the other left it', () => {
  test('cells of one row', () => {
    const merged = mergeTrees(
      BASE,
      edited(change(BASE, 'b', { owner: 'Ana' })),
      change(BASE, 'b', { weight: 2 }),
    );
    expect(merged.conflicts).toEqual([]);
    expect(rowsOf(merged)[1]).toEqual({ ...BASE[1], owner: 'Ana', weight: 2 });
  });

  test('rows added by both, and a row that one takes away', () => {
    const mine = [...BASE.slice(0, 2), row('m', 'b'), ...BASE.slice(2)];
    const theirs = [...BASE.filter(({ id }) => id !== 'd'), row('t', 'c')];
    expect(shapeOf(mergeTrees(BASE, edited(mine), theirs))).toEqual(['a', 'b<a', 'm<b', 'c<a', 't<c']);
  });

  test('a row that was moved up among its siblings, while they sorted the sheet', () => {
    const [a, b, c, d] = BASE as [TreeRow, TreeRow, TreeRow, TreeRow];
    expect(shapeOf(mergeTrees(BASE, edited([a, c, b, d]), BASE))).toEqual(['a', 'c<a', 'b<a', 'd<b']);
    expect(shapeOf(mergeTrees(BASE, edited(BASE), [d, c, b, a]))).toEqual(['d<b', 'c<a', 'b<a', 'a']);
  });

  test('an ID that was given anew is carried to rows that others put below it meanwhile', () => {
    const mine = BASE.map((each) => ({
      was: idOf(each),
      row: each.id === 'b' ? { ...each, id: 'x' } : each,
    }));
    const carried = mine.map(({ was, row: own }) => ({
      was,
      row: own.parent === 'b' ? { ...own, parent: 'x' } : own,
    }));
    const theirs = [...change(BASE, 'c', { guardrail: 'b' }), row('t', 'b')];
    for (const rows of [mine, carried]) {
      const merged = mergeTrees(BASE, rows, theirs);
      expect(shapeOf(merged)).toEqual(['a', 'x<a', 'c<a', 'd<x', 't<x']);
      expect(rowsOf(merged)[2]?.guardrail).toBe('x');
      expect([...merged.renamed]).toEqual([['b', 'x']]);
    }
  });

  test('two IDs may change places', () => {
    const swap: Record<string, string> = { b: 'c', c: 'b' };
    const mine = BASE.map((each) => ({
      was: idOf(each),
      row: { ...each, id: swap[idOf(each)] ?? idOf(each) },
    }));
    const refs = mine.map(({ was, row: own }) => ({
      was,
      row: { ...own, parent: swap[String(own.parent)] ?? own.parent },
    }));
    const merged = mergeTrees(BASE, refs, BASE);
    expect(shapeOf(merged)).toEqual(['a', 'c<a', 'b<a', 'd<c']);
    expect(rowsOf(merged)[1]?.name).toBe('B');
    expect(new Map(merged.renamed)).toEqual(
      new Map([
        ['b', 'c'],
        ['c', 'b'],
      ]),
    );
  });

  test('sending the same edit again changes nothing', () => {
    const mine = edited([
      ...change(BASE, 'b', { name: 'New' }).filter(({ id }) => id !== 'c'),
      row('n', 'a'),
    ]);
    const once = rowsOf(mergeTrees(BASE, mine, BASE));
    const again = mergeTrees(BASE, mine, once);
    expect([rowsOf(again), again.conflicts]).toEqual([once, []]);
  });
});

describe('conflicts', () => {
  const sides = (merged: MergedTree) =>
    merged.conflicts.map(({ was, field, mine, theirs }) => [was, field, mine, theirs]);

  test('one cell, two values', () => {
    const mine = edited(change(BASE, 'b', { owner: 'Ana' }));
    const theirs = change(BASE, 'b', { owner: 'Bo' });
    expect(sides(mergeTrees(BASE, mine, theirs))).toEqual([['b', 'owner', 'Ana', 'Bo']]);
    const chosen = mergeTrees(BASE, mine, theirs, { choose: () => 'mine' });
    expect([chosen.conflicts, rowsOf(chosen)[1]?.owner]).toEqual([[], 'Ana']);
  });

  test('one takes a row away that the other changed', () => {
    const without = BASE.filter(({ id }) => id !== 'd');
    const changed = change(BASE, 'd', { owner: 'Bo' });
    expect(sides(mergeTrees(BASE, edited(without), changed))).toEqual([['d', null, null, 'D']]);
    expect(sides(mergeTrees(BASE, edited(changed), without))).toEqual([['d', null, 'D', null]]);
    const kept = mergeTrees(BASE, edited(changed), without, { choose: () => 'mine' });
    expect(shapeOf(kept)).toEqual(['a', 'b<a', 'c<a', 'd<b']);
  });

  test('a row with a new target counts as changed', () => {
    const without = BASE.filter(({ id }) => id !== 'd');
    const merged = mergeTrees(BASE, edited(BASE), without, { touched: new Set(['d']) });
    expect(sides(merged)).toEqual([['d', null, 'D', null]]);
  });

  test('one takes a row away, the other puts one below it', () => {
    const without = BASE.filter(({ id }) => id !== 'b' && id !== 'd');
    const below = [...BASE, row('t', 'd')];
    expect(sides(mergeTrees(BASE, edited(without), below))).toEqual([['t', null, null, 'T']]);
    const kept = mergeTrees(BASE, edited(without), below, { choose: () => 'theirs' });
    expect([...shapeOf(kept)].sort()).toEqual(['a', 'b<a', 'c<a', 'd<b', 't<d']);
    const gone = mergeTrees(BASE, edited(without), below, { choose: () => 'mine' });
    expect(shapeOf(gone)).toEqual(['a', 'c<a']);
  });

  test('one takes a row away, the other moves one below it', () => {
    const without = BASE.filter(({ id }) => id !== 'd');
    const moved = change(BASE, 'c', { parent: 'd' });
    expect(sides(mergeTrees(BASE, edited(moved), without))).toEqual([['c', 'parent', 'd', 'a']]);
    const mine = mergeTrees(BASE, edited(moved), without, { choose: () => 'mine' });
    expect([...shapeOf(mine)].sort()).toEqual(['a', 'b<a', 'c<d', 'd<b']);
    const theirs = mergeTrees(BASE, edited(moved), without, { choose: () => 'theirs' });
    expect(shapeOf(theirs)).toEqual(['a', 'b<a', 'c<a']);
  });

  test('two moves that together make a circle', () => {
    const merged = mergeTrees(
      BASE,
      edited(change(BASE, 'b', { parent: 'c' })),
      change(BASE, 'c', { parent: 'b' }),
    );
    expect(sides(merged)).toEqual([
      ['b', 'parent', 'c', 'a'],
      ['c', 'parent', 'a', 'b'],
    ]);
  });

  test('one ID given by both, one goal from each', () => {
    const mine = BASE.map((each) => ({
      was: idOf(each),
      row: each.id === 'c' ? { ...each, id: 'n' } : each,
    }));
    expect(sides(mergeTrees(BASE, mine, [...BASE, row('n', 'a')]))).toEqual([['c', 'id', 'n', 'c']]);
    expect(sides(mergeTrees([], edited([row('x', null)], []), [row('y', null)]))).toEqual([
      ['y', null, null, 'Y'],
      ['x', null, 'X', null],
    ]);
  });

  test('rows that both added under one ID are one row', () => {
    const merged = mergeTrees(BASE, edited([...BASE, row('n', 'a')]), [
      ...BASE,
      row('n', 'a', { owner: 'Bo' }),
    ]);
    expect([merged.conflicts, rowsOf(merged)[4]?.owner]).toEqual([[], 'Bo']);
    const other = mergeTrees(BASE, edited([...BASE, row('n', 'a', { owner: 'Ana' })]), [
      ...BASE,
      row('n', 'b', { owner: 'Bo' }),
    ]);
    expect(sides(other)).toEqual([
      ['n', 'parent', 'a', 'b'],
      ['n', 'owner', 'Ana', 'Bo'],
    ]);
  });
});

describe('what settling a conflict brings about is settled too', () => {
  const chain = [row('a', null), row('e', 'a'), row('b', 'e'), row('c', 'a')];
  const theirsFor = (wanted: string) => (conflict: Conflict) =>
    conflict.was === wanted ? ('theirs' as const) : ('mine' as const);

  test('the parent that opens a circle is one that was taken away: it comes back', () => {
    const mine = change(chain, 'b', { parent: 'c' }).filter(({ id }) => id !== 'e');
    const theirs = change(chain, 'c', { parent: 'b' });
    const merged = mergeTrees(chain, edited(mine, chain), theirs, { choose: () => 'theirs' });
    expect(merged.conflicts).toEqual([]);
    expect([...shapeOf(merged)].sort()).toEqual(['a', 'b<e', 'c<b', 'e<a']);
    const other = mergeTrees(chain, edited(mine, chain), theirs, { choose: () => 'mine' });
    expect(shapeOf(other)).toEqual(['a', 'b<c', 'c<a']);
  });

  test('both parents of a row were taken away, each by one of the two', () => {
    const base = [row('a', null), row('d', 'a'), row('e', 'a'), row('c', 'e')];
    const mine = change(base, 'c', { parent: 'd' }).filter(({ id }) => id !== 'e');
    const theirs = base.filter(({ id }) => id !== 'd');
    const shape = (side: Side) =>
      [...shapeOf(mergeTrees(base, edited(mine, base), theirs, { choose: () => side }))].sort();
    expect(shape('mine')).toEqual(['a', 'c<d', 'd<a']);
    expect(shape('theirs')).toEqual(['a', 'c<e', 'e<a']);
  });

  test('a row that goes takes along what was put below it, wherever that stands', () => {
    const without = BASE.filter(({ id }) => id !== 'd');
    const below = [row('u', 't'), ...BASE, row('t', 'd')];
    const gone = mergeTrees(BASE, edited(without), below, { choose: () => 'mine' });
    expect([shapeOf(gone), gone.conflicts]).toEqual([['a', 'b<a', 'c<a'], []]);
    const kept = mergeTrees(BASE, edited(without), below, { choose: () => 'theirs' });
    expect([...shapeOf(kept)].sort()).toEqual(['a', 'b<a', 'c<a', 'd<b', 't<d', 'u<t']);
  });

  test('a circle of three is asked about where it was closed, and not where nobody changed anything', () => {
    const base = [row('a', null), row('b', 'a'), row('c', 'd'), row('d', 'a')];
    const merged = mergeTrees(
      base,
      edited(change(base, 'b', { parent: 'c' }), base),
      change(base, 'd', { parent: 'b' }),
    );
    expect(merged.conflicts.map(({ was, field }) => `${was} ${field}`)).toEqual(['b parent', 'd parent']);
    const settled = mergeTrees(
      base,
      edited(change(base, 'b', { parent: 'c' }), base),
      change(base, 'd', { parent: 'b' }),
      { choose: theirsFor('b') },
    );
    // "Theirs" of b and "mine" of d: both go back to where they were.
    expect(shapeOf(settled)).toEqual(['a', 'b<a', 'c<d', 'd<a']);
  });

  test('one goal from each: the one that a person chose is left', () => {
    const [mine, theirs] = [[row('x', null)], [row('y', null)]];
    const choose = (side: Side) => shapeOf(mergeTrees([], edited(mine, []), theirs, { choose: () => side }));
    expect([choose('mine'), choose('theirs')]).toEqual([['x'], ['y']]);
  });

  test('a goal that each put above the former one', () => {
    const above = (id: string) => [...change(BASE, 'a', { parent: id }), row(id, null)];
    const merged = mergeTrees(BASE, edited(above('x')), above('y'), { choose: () => 'mine' });
    expect([...shapeOf(merged)].sort()).toEqual(['a<x', 'b<a', 'c<a', 'd<b', 'x']);
  });

  test('one ID given by both: the one that a person gave it to has it', () => {
    const mine = BASE.map((each) => ({
      was: idOf(each),
      row: each.id === 'c' ? { ...each, id: 'n' } : each,
    }));
    const merged = mergeTrees(BASE, mine, [...BASE, row('n', 'a')], { choose: () => 'theirs' });
    expect([...shapeOf(merged)].sort()).toEqual(['a', 'b<a', 'c<a', 'd<b', 'n<a']);
  });
});

test('IDs that one gave anew or took away are no conflict', () => {
  const renamed = (to: (id: string) => string | null) =>
    BASE.map((each) => ({ was: idOf(each), row: { ...each, id: to(idOf(each)) } }));
  expect(
    mergeTrees(
      BASE,
      renamed((id) => (id === 'd' ? 'x' : id)),
      BASE,
    ).conflicts,
  ).toEqual([]);
  expect(
    mergeTrees(
      BASE,
      renamed((id) => (id === 'c' || id === 'd' ? null : id)),
      BASE,
    ).conflicts,
  ).toEqual([]);
});

test('what is wrong in one edit alone is no conflict of two', () => {
  const twice = [...edited(BASE), ...[1, 2].map(() => ({ was: '', row: row('n', 'a') }))];
  const merged = mergeTrees(BASE, twice, BASE);
  expect([shapeOf(merged), merged.conflicts]).toEqual([['a', 'b<a', 'c<a', 'd<b', 'n<a', 'n<a'], []]);
  const circle = [...edited(BASE), { was: '', row: row('m', 'n') }, { was: '', row: row('n', 'm') }];
  expect(mergeTrees(BASE, circle, BASE).conflicts).toEqual([]);
  const orphan = [...edited(BASE), { was: '', row: row('n', 'nowhere') }];
  expect(mergeTrees(BASE, orphan, BASE).conflicts).toEqual([]);
  const goals = [...edited(BASE), { was: '', row: row('n', null) }];
  expect(mergeTrees(BASE, goals, BASE).conflicts).toEqual([]);
});

test('keys of rows are their IDs, with numbers where those are missing or come twice', () => {
  const keys = (...ids: (string | number | null)[]) => rowKeys(ids.map((id) => ({ ...EMPTY_ROW, id })));
  expect(keys('gmv', 'gmv', null)).toEqual(['gmv', 'gmv#2', '#1']);
  expect(keys('a', 'a', 'a', ' a ', 'b')).toEqual(['a', 'a#2', 'a#3', 'a#4', 'b']);
  expect(keys(null, '', ' ')).toEqual(['#1', '#2', '#3']);
  expect(keys('a#2', 'a', 'a')).toEqual(['a#2', 'a', 'a#3']);
  expect([keys(7, '7'), keys()]).toEqual([['7', '7#2'], []]);
});

test('cells without what makes no difference', () => {
  expect([' a b ', 'x', '', '  ', 0, -1, null].map(plainCell)).toEqual(['a b', 'x', null, null, 0, -1, null]);
  expect([idOf(row(' gmv ', null)), idOf(EMPTY_ROW), idOf({ ...EMPTY_ROW, id: 7 })]).toEqual([
    'gmv',
    '',
    '7',
  ]);
});

const FREE = TREE_FIELDS.filter((field) => !['id', 'parent', 'guardrail'].includes(field));
const cell = fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 3 }), fc.constantFrom('x', 'y', '=A1'));
const baseTree = fc
  .array(fc.record({ up: fc.nat(), cells: fc.dictionary(fc.constantFrom(...FREE), cell) }), {
    minLength: 1,
    maxLength: 8,
  })
  .map((drafts) =>
    drafts.map(({ up, cells }, i): TreeRow => ({ ...row(`k${i}`, i === 0 ? null : `k${up % i}`), ...cells })),
  );
type Edit = { row: number; field: TreeField; to: string | number | null };
const edits = fc.array(fc.record({ row: fc.nat(), field: fc.constantFrom(...FREE), to: cell }), {
  maxLength: 12,
});
const apply = (rows: readonly TreeRow[], list: readonly Edit[]): TreeRow[] =>
  list.reduce<TreeRow[]>(
    (done, { row: at, field, to }) => {
      const i = at % rows.length;
      return done.map((each, j) => (j === i ? { ...each, [field]: to } : each));
    },
    [...rows],
  );

describe('laws', () => {
  test('where the sheet is as it was read, the outcome is exactly the editor’s rows, in their order', () => {
    const shuffled = baseTree.chain((base) =>
      fc.tuple(
        fc.constant(base),
        edits.map((list) => apply(base, list)),
        fc.shuffledSubarray(
          base.map((_, i) => i),
          { minLength: 0 },
        ),
        fc.nat(2),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([base, changed, order, added]) => {
        const kept = order.map((i) => ({ ...changed[i], parent: null }) as TreeRow);
        const mine = [...kept, ...Array.from({ length: added }, (_, i) => row(`n${i}`, null))];
        const merged = mergeTrees(base, edited(mine, base), base);
        expect([merged.conflicts, rowsOf(merged)]).toEqual([[], mine]);
      }),
    );
  });

  test('edits of different cells are both applied; a conflict is where, and only where, one cell got two values', () => {
    fc.assert(
      fc.property(baseTree, edits, edits, (base, own, other) => {
        const [mine, theirs] = [apply(base, own), apply(base, other)];
        const merged = mergeTrees(base, edited(mine, base), theirs);
        const expected: string[] = [];
        base.forEach((before, i) => {
          for (const field of TREE_FIELDS) {
            const [a, b, c] = [mine[i]?.[field], theirs[i]?.[field], before[field]];
            if (a !== b && a !== c && b !== c) expected.push(`${before.id} ${field}`);
            else expect(rowsOf(merged)[i]?.[field]).toBe(a === c ? b : a);
          }
        });
        expect(merged.conflicts.map(({ was, field }) => `${was} ${field}`)).toEqual(expected);
      }),
    );
  });

  test('whoever is mine and whoever is theirs, the cells are the same', () => {
    fc.assert(
      fc.property(baseTree, edits, edits, (base, own, other) => {
        const [mine, theirs] = [apply(base, own), apply(base, other)];
        const there = mergeTrees(base, edited(mine, base), theirs, { choose: () => 'mine' });
        const back = mergeTrees(base, edited(theirs, base), mine, { choose: () => 'theirs' });
        expect(rowsOf(there)).toEqual(rowsOf(back));
      }),
    );
  });
});
