import { batch, cells, host, read, write } from './host.ts';

describe('filling', () => {
  const fill = (values: unknown[][], request: object): unknown => {
    const at = host({ rows: 8, columns: 8 });
    write(at, 'C3', values, 'USER_ENTERED');
    batch(at, { autoFill: request });
    return read(at, 'A1:H8', { valueRenderOption: 'FORMULA' });
  };
  const down = (fillLength: number, columns = 1) => ({
    sourceAndDestination: { source: cells(2, 4, 2, 2 + columns), dimension: 'ROWS', fillLength },
  });

  test('goes on by the step of numbers, in either direction', () => {
    expect(fill([[2], [5]], down(2))).toEqual([[], [], ['', '', 2], ['', '', 5], ['', '', 8], ['', '', 11]]);
    expect(fill([[2], [5]], down(-2))).toEqual([
      ['', '', -4],
      ['', '', -1],
      ['', '', 2],
      ['', '', 5],
    ]);
  });

  test('counts numbers at the end of texts, repeats other texts, moves references', () => {
    expect(
      fill(
        [
          ['Week 8', 'a', '=A3'],
          ['Week 9', 'b', '=$A$3'],
        ],
        down(2, 3),
      ),
    ).toEqual([
      [],
      [],
      ['', '', 'Week 8', 'a', '=A3'],
      ['', '', 'Week 9', 'b', '=$A$3'],
      ['', '', 'Week 10', 'a', '=A5'],
      ['', '', 'Week 11', 'b', '=$A$3'],
    ]);
  });

  test('finds what is filled in a range; a lone number stands still, a lone date counts days', () => {
    expect(fill([[7]], { range: cells(2, 3, 2, 5) })).toEqual([[], [], ['', '', 7, 7, 7]]);
    expect(fill([[7]], { range: cells(2, 3, 2, 5), useAlternateSeries: true })).toEqual([
      [],
      [],
      ['', '', 7, 8, 9],
    ]);
    expect(fill([['2020-01-31']], { range: cells(2, 4, 2, 3) })).toEqual([
      [],
      [],
      ['', '', 43861],
      ['', '', 43862],
    ]);
  });

  test('beyond the grid is refused', () => {
    expect(() => fill([[1], [2]], down(5))).toThrow('fillLength[5] reaches beyond the grid (8 rows).');
  });
});
