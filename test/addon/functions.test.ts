/** Custom functions of the built files: in cells, and in a context that has nothing but JavaScript. */
import vm from 'node:vm';
import { bench, call, loadRows, rowsOf, sheetTitled } from '../start/bench.ts';
import { builtFiles } from '../start/built.ts';

function bare(): (code: string) => unknown {
  const context = vm.createContext({});
  const files = builtFiles();
  for (const name of ['content-kpi.js', 'functions.js']) vm.runInContext(files[name] ?? '', context);
  return (code) => JSON.parse(JSON.stringify(vm.runInContext(code, context) ?? null));
}

describe('with nothing but JavaScript’s own globals', () => {
  const run = bare();

  test.each([
    ['KPI_ATTAINMENT(90, 100)', 0.9],
    ['KPI_ATTAINMENT(110, 100, "down")', 0.9],
    ['KPI_ATTAINMENT(125, 100, "down-ratio")', 0.8],
    ['KPI_ATTAINMENT(15, 20, "up", 10)', 0.5],
    ['KPI_ATTAINMENT("", 100)', ''],
    ['KPI_ATTAINMENT([[90], [""], [50]], [[100], [5], [100]])', [[0.9], [''], [0.5]]],
    ['KPI_ATTAINMENT([[90], [110]], 100)', [[0.9], [1.1]]],
    ['KPI_ROI(150, 100)', 0.5],
    ['KPI_ROI(1000, 300, 0.4)', 1 / 3],
    ['KPI_STATUS([[1], [0.95], [0.2], [""]])', [['● Green'], ['▲ Amber'], ['■ Red'], ['']]],
    ['KPI_STATUS(0.85, 0.8, 0.5, "yes|so-so|no")', 'yes'],
  ])('%s', (code, expected) => {
    const result = run(code);
    if (typeof expected === 'number') expect(result).toBeCloseTo(expected, 12);
    else expect(result).toEqual(expected);
  });

  test('a bad row of a range does not kill the column', () => {
    expect(run('KPI_ROI([[150], ["x"], [90]], [[100], [100], [0]])')).toEqual([
      [0.5],
      [expect.stringMatching(/^#/)],
      [''],
    ]);
  });

  test('loading defines the functions of the surface and nothing that Sheets would offer besides', () => {
    const names = run('Object.keys(globalThis)') as string[];
    expect(names).toEqual(
      expect.arrayContaining(['KPI_ATTAINMENT', 'KPI_ROI', 'KPI_STATUS', 'onOpen', 'onTick']),
    );
    const own = (run('Object.getOwnPropertyNames(globalThis)') as string[]).filter((name) =>
      /kpi/i.test(name),
    );
    expect(own.filter((name) => !/^KPI_[A-Z_]+$/.test(name))).toEqual(['ContentKpi_']);
  });
});

describe.each(['en', 'zh-CN'] as const)('in the cells of a workbook (%s)', (language) => {
  const titles = language === 'en' ? ['KPI tree', 'Content'] : ['KPI 树', '内容库'];
  const words = language === 'en' ? ['● Green', '▲ Amber', '■ Red'] : ['● 绿', '▲ 黄', '■ 红'];

  test('attainment, status and ROI stand beside their rows', () => {
    const machine = bench({ language });
    loadRows(machine, 'tree', [
      { id: 'a', actual: 90, target: 100, direction: 'up' },
      { id: 'b', actual: 90, target: 100, direction: 'down', green: 1.05 },
      { id: 'c', actual: 10, target: 100 },
      { id: 'd', actual: 10 },
    ]);
    expect(rowsOf(machine, 'tree', language).map(({ attainment, status }) => [attainment, status])).toEqual([
      [0.9, words[1]],
      [1.1, words[0]],
      [0.1, words[2]],
      [undefined, undefined],
    ]);
    loadRows(machine, 'content', [
      { id: 'x', gmv: 150, cost: 100 },
      { id: 'y', gmv: 5 },
    ]);
    expect(rowsOf(machine, 'content', language).map(({ roi }) => roi)).toEqual([0.5, undefined]);
    expect(call(machine, 'sidebarState', {}).sheets.map(({ title }) => title)).toEqual(
      expect.arrayContaining(titles),
    );
  });

  test('sorting rows by hand leaves the formulas over their columns', () => {
    const machine = bench({ language });
    loadRows(machine, 'content', [
      { id: 'x', gmv: 150, cost: 100 },
      { id: 'y', gmv: 300, cost: 100 },
    ]);
    const sheet = sheetTitled(machine, titles[1] ?? '');
    machine.api.batchUpdate(machine.document().spreadsheetId, {
      requests: [
        {
          sortRange: {
            range: {
              sheetId: sheet.sheetId,
              startRowIndex: 1,
              endRowIndex: 3,
              startColumnIndex: 0,
              endColumnIndex: sheet.columnCount,
            },
            sortSpecs: [{ dimensionIndex: 0, sortOrder: 'DESCENDING' }],
          },
        },
      ],
    });
    expect(rowsOf(machine, 'content', language).map(({ id, roi }) => [id, roi])).toEqual([
      ['y', 2],
      ['x', 0.5],
    ]);
  });
});

test('a cell asks a function directly, with a sentence for what cannot be', () => {
  const machine = bench();
  const { spreadsheetId } = machine.document();
  machine.api.valuesUpdate(
    spreadsheetId,
    'Sheet1!A1:A3',
    { values: [['=KPI_ATTAINMENT(90, 100)'], ['=KPI_ROI("x", 5)'], ['=KPI_ATTAINMENT(1, 2, "sideways")']] },
    { valueInputOption: 'USER_ENTERED' },
  );
  const values = machine.api.valuesGet(spreadsheetId, 'Sheet1!A1:A3').values as string[][];
  expect(values.flat()).toEqual(['0.9', '#ERROR!', '#ERROR!']);
});
