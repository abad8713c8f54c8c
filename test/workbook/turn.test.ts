import { takeTurn, turnIn } from '../../src/workbook/turn.ts';

const mark = (metadataValue?: string, metadataId?: number) => ({
  ...{ metadataKey: 'kpi.turn', metadataValue, metadataId },
});
const turnOf = (...marks: object[]) => turnIn({ sheets: [{}, { developerMetadata: marks }] } as never);

test('a workbook that the add-on never changed is before its first turn', () => {
  expect(turnIn({})).toEqual({ turn: 0, who: '', old: [] });
  expect(turnOf({ metadataKey: 'other', metadataValue: '9:Ana' })).toEqual({ turn: 0, who: '', old: [] });
});

test('the latest turn counts, in any order; what cannot be read is before the first', () => {
  expect(turnOf(mark('2:Bo', 12), mark('3:Ana', 13), mark('1', 11))).toEqual({
    turn: 3,
    who: 'Ana',
    old: [],
  });
  expect(turnOf(mark(), mark('x', 5))).toEqual({ turn: 0, who: '', old: [] });
});

test('marks of twenty turns stay; taking the next turn removes older ones', () => {
  const turn = turnOf(...Array.from({ length: 22 }, (_, i) => mark(`${i + 1}:Ana`, 101 + i)));
  expect(turn.old).toEqual([101, 102]);
  const [taken, ...removed] = takeTurn(4, turn, 'Bo');
  expect(taken).toMatchObject({
    createDeveloperMetadata: { developerMetadata: { metadataId: 1_700_000_023, metadataValue: '23:Bo' } },
  });
  expect(removed).toHaveLength(2);
});
