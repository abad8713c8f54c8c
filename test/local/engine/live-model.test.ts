import fc from 'fast-check';
import { createCalculator } from '../../../src/local/engine/calculator.ts';
import { document, type Entry, functions, sheet } from './build.ts';

const ROWS = 6;
const CUSTOM = { KPI_DOUBLE: (rows: unknown) => (rows as unknown[][]).map(([cell]) => [Number(cell) * 2]) };
const NO_MERGES: [] = [];
const NO_NAMES: [] = [];

/** Formulas that spill, are in each other's way, read another sheet, look up and count. */
const FORMULAS: Entry[][] = [
  ['=KPI_DOUBLE(A2:A6)', '=SUM(A2:A6)', '=SORT(A2:A6)', '=COUNTA(A2:B6)'],
  [null, '=VLOOKUP(3,Facts!A1:B6,2,FALSE)', null, '=IF(ISBLANK(B3),"none",B3)'],
  [null, '=Facts!A1+C2', null, '=SUM(C2:C6)'],
  [null, '=FILTER(A2:A6,A2:A6>1)', null, null],
  [null, null, null, null],
  [null, null, null, null],
];

type Cells = Entry[][];
const entry = fc.oneof(
  fc.constantFrom<Entry>(null, 'text', '007', "'=1+1", true, { value: { numberValue: 2 }, note: 'n' }),
  fc.integer({ min: -3, max: 5 }),
);
const edit = fc.record({
  sheet: fc.constantFrom(0, 1),
  row: fc.nat({ max: ROWS - 1 }),
  column: fc.nat({ max: 5 }),
  entry,
});

const stateOf = (sheets: readonly Cells[], revision: number) =>
  document(
    [
      sheet(1, 'Own', sheets[0]!, { merges: NO_MERGES }),
      sheet(2, 'Facts', sheets[1]!, { merges: NO_MERGES }),
    ],
    { revision, namedRanges: NO_NAMES },
  );

it('tells the same after any edits as a calculation from nothing', () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 15 }), (edits) => {
      const kept = createCalculator({ customFunctions: functions(CUSTOM) });
      const own = FORMULAS.map((row, i): Entry[] => [i === 0 ? 'head' : i, i % 2 ? 'x' : null, ...row]);
      const facts = Array.from({ length: ROWS }, (_, i): Entry[] => [i, i * 10, null]);
      const sheets: Cells[] = [own, facts];
      kept.calculate(stateOf(sheets, 1));
      for (const [index, { sheet: at, row, column, entry: value }] of edits.entries()) {
        // Typing over a formula makes another model; here the old one is to be told.
        if (at === 0 && FORMULAS[row]![column - 2]) continue;
        sheets[at]![row]![column] = value;
        const state = stateOf(sheets, index + 2);
        const values = kept.calculate(state);
        // A calculation from nothing is what takes the time: not after every edit.
        if (index % 3 !== 2 && index < edits.length - 1) continue;
        const fresh = createCalculator({ customFunctions: functions(CUSTOM) });
        expect([...values]).toEqual([...fresh.calculate(state)]);
        expect([...(kept.formats?.(state) ?? [])]).toEqual([...(fresh.formats?.(state) ?? [])]);
      }
    }),
    { numRuns: Number(process.env.ENGINE_RUNS ?? 80), seed: 20261126 },
  );
});
