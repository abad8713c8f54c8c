import type { JsonObject } from '../../../src/local/document/model.ts';
import { createCalculator } from '../../../src/local/engine/calculator.ts';
import { batch, cells, type Host, host, read, sheetOf, write } from './host.ts';

const GOAL = {
  addNamedRange: { namedRange: { namedRangeId: 'g', name: 'Goal', range: cells(0, 1, 0, 1) } },
};

/** A1 is 5 and called Goal; formulas use the name, a function of the same name and a text. */
const named = (): Host => {
  const at = host({ rows: 10, columns: 5, calculator: createCalculator() });
  batch(at, { addSheet: { properties: { sheetId: 9, title: 'Other' } } }, GOAL);
  write(at, 'A1', [[5]]);
  write(at, 'B1:D1', [['=Goal*2', '="Goal"&goal', '=IF(TRUE;GOAL;1)']], 'USER_ENTERED');
  return at;
};
const formulas = (at: Host) => read(at, 'B1:D1', { valueRenderOption: 'FORMULA' });

describe('a named range in formulas', () => {
  test('its new name stands in them', () => {
    const at = named();
    batch(at, { updateNamedRange: { namedRange: { namedRangeId: 'g', name: 'Aim' }, fields: 'name' } });
    expect(formulas(at)).toEqual([['=Aim*2', '="Goal"&Aim', '=IF(TRUE,Aim,1)']]);
    expect(read(at, 'B1:D1')).toEqual([['10', 'Goal5', '5']]);
  });

  test('deleted, it is #REF! in them, and stays so when the name is given again', () => {
    const at = named();
    batch(at, { deleteNamedRange: { namedRangeId: 'g' } });
    expect(formulas(at)).toEqual([['=#REF!*2', '="Goal"&#REF!', '=IF(TRUE,#REF!,1)']]);
    expect(read(at, 'B1:D1')).toEqual([['#REF!', '#REF!', '#REF!']]);
    batch(at, GOAL);
    expect(read(at, 'B1:D1')).toEqual([['#REF!', '#REF!', '#REF!']]);
  });

  test('one that never was is #NAME? until it is there', () => {
    const at = named();
    write(at, 'E1', [['=Nobody+1']], 'USER_ENTERED');
    expect(read(at, 'E1')).toEqual([['#NAME?']]);
    batch(at, { addNamedRange: { namedRange: { name: 'Nobody', range: cells(0, 1, 0, 1) } } });
    expect(read(at, 'E1')).toEqual([['6']]);
  });

  test.each([
    [
      'its rows',
      { deleteDimension: { range: { sheetId: 9, dimension: 'ROWS', startIndex: 0, endIndex: 1 } } },
    ],
    ['its sheet', { deleteSheet: { sheetId: 9 } }],
  ])('gone with %s, it is #REF! in them', (_, request) => {
    const at = named();
    const range = { ...cells(0, 1, 0, 1), sheetId: 9 };
    batch(at, { addNamedRange: { namedRange: { name: 'Far', range } } });
    write(at, 'E1', [['=Far+1']], 'USER_ENTERED');
    batch(at, request);
    expect(read(at, 'E1', { valueRenderOption: 'FORMULA' })).toEqual([['=#REF!+1']]);
    expect(read(at, 'E1')).toEqual([['#REF!']]);
  });

  test('conditions follow, a sheet and a function of that name do not', () => {
    const at = named();
    write(at, 'E1', [['=Goal!A1+GOAL()']], 'USER_ENTERED');
    const condition = { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: '=A1>goal' }] };
    const rule = { ranges: [cells(0, 2, 0, 1)], booleanRule: { condition, format: {} } };
    batch(at, { addConditionalFormatRule: { rule, index: 0 } }, { deleteNamedRange: { namedRangeId: 'g' } });
    expect(read(at, 'E1', { valueRenderOption: 'FORMULA' })).toEqual([['=Goal!A1+GOAL()']]);
    const kept = sheetOf(at, 'sheets.conditionalFormats').conditionalFormats as JsonObject[];
    expect(JSON.stringify(kept)).toContain('=A1>#REF!');
  });
});
