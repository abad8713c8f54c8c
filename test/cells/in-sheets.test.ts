/** The functions as they are typed into cells of the local host, in locales with commas and with semicolons. */
import { serialOfIsoDate } from '../../src/kpi/calendar.ts';
import { createDocument } from '../../src/local/document/store.ts';
import { createMachine, type Machine } from '../../src/local/machine.ts';
import { builtFiles } from '../start/built.ts';

const USER = { email: 'ana@example.com', locale: 'en' };
const serial = (day: string): number => serialOfIsoDate(day)!;

function workbook(locale: string, timeZone = 'Europe/Berlin'): Machine {
  const document = createDocument({ locale, timeZone, spreadsheetId: `cells-${locale}` });
  return createMachine({ files: builtFiles(), user: USER, now: new Date('2026-11-22T10:00:00Z'), document });
}

/** Types rows at A1, as a person would, and reads a range. */
function typed(machine: Machine, rows: readonly (readonly unknown[])[], range: string): unknown[][] {
  const { spreadsheetId } = machine.document();
  const { api } = machine;
  api.valuesUpdate(spreadsheetId, 'A1', { values: rows }, { valueInputOption: 'USER_ENTERED' });
  const answer = api.valuesGet(spreadsheetId, range, { valueRenderOption: 'UNFORMATTED_VALUE' });
  return (answer as { values?: unknown[][] }).values ?? [];
}

const LOCALES = [
  ['en_US', ', ', (value: number) => String(value), '11/22/2026'],
  ['de_DE', '; ', (value: number) => String(value).replace('.', ','), '22.11.2026'],
] as const;

describe.each(LOCALES)('in %s', (locale, separator, decimal, sunday) => {
  const call = (name: string, ...args: readonly string[]): string => `=${name}(${args.join(separator)})`;
  const result = (
    formula: string,
    cells: readonly (readonly unknown[])[] = [],
    range = 'F1:K12',
  ): unknown[][] => {
    const rows = cells.length > 0 ? cells : [[]];
    const full = rows.map((row, i) => [
      ...row,
      ...new Array(5 - row.length).fill(''),
      ...(i === 0 ? [formula] : []),
    ]);
    return typed(workbook(locale), full, range);
  };

  test('single cells', () => {
    expect(result(call('KPI_ATTAINMENT', '8', '10'))).toEqual([[0.8]]);
    expect(result(call('KPI_ATTAINMENT', '20', '10', '"down"'))).toEqual([[0]]);
    expect(result(call('KPI_BREAK_EVEN_ROAS', decimal(0.25)))).toEqual([[4]]);
    expect(result(call('KPI_STATUS', '95%'))).toEqual([['▲ Amber']]);
    expect(result(call('KPI_SAMPLE_SIZE', '5%', '6%'))).toEqual([[8158]]);
    expect(result(call('KPI_WEEK_START', '"2026-W47"'))).toEqual([[46342]]);
    expect(result(call('KPI_UTM_GET', '"https://a.example/?utm_source=x"', '"source"'))).toEqual([['x']]);
    expect(result('=KPI_ATTAINMENT(8; 10)')).toEqual([[0.8]]);
  });

  test('a column spills, with codes and empty rows in their places', () => {
    const cells = [
      [8, 10],
      [5, 0],
      ['', ''],
      [decimal(1.5), 3],
    ];
    expect(result(call('KPI_ATTAINMENT', 'A1:A4', 'B1:B4'), cells)).toEqual([
      [0.8],
      ['#NEEDS_BASELINE'],
      [],
      [0.5],
    ]);
    expect(result(call('KPI_ATTAINMENT', 'A1:A4', '10'), cells)).toEqual([[0.8], [0.5], [], [0.15]]);
    expect(result(call('KPI_AB_TEST', '250', '5000', '295', '5000'))[0]?.[1]).toBeCloseTo(1.98236, 5);
  });

  test('a fault’s sentence stands at the cell', () => {
    const machine = workbook(locale);
    expect(typed(machine, [[call('KPI_ATTAINMENT', '5', '0')]], 'A1')).toEqual([['#ERROR!']]);
    const [cell] = machine.calculator.calculate(machine.document()).get(0)?.[0] ?? [];
    expect(JSON.stringify(cell)).toContain(
      'A baseline is needed: the target is 0 or below, or a KPI that should share a target has no present value.',
    );
  });

  test('a tree', () => {
    const nodes = [
      ['p', '', 'product', '', ''],
      ['a', 'p', '', '', 1],
      ['b', 'p', '', '', 10],
      ['c', 'p', '', '', 2],
    ];
    expect(result(call('KPI_TREE', 'A1:D4', 'E1:E4'), nodes)).toEqual([[20], [1], [10], [2]]);
    expect(result(call('KPI_CASCADE', 'A1:D4', 'E1:E4', '160'), nodes)[3]?.[0]).toBeCloseTo(4, 9);
  });

  test('dates typed as dates', () => {
    expect(result(call('KPI_ISOWEEK', 'A1'), [[sunday]])).toEqual([['2026-W47']]);
    expect(
      result(call('KPI_EXPECTED', '3000', 'DATE(2026;11;1)'.replace(/;/g, separator), '"2026-11-30"', 'A1'), [
        [sunday],
      ]),
    ).toEqual([[2200]]);
  });
});

test.each([
  'Etc/GMT+12',
  'America/New_York',
  'America/Sao_Paulo',
  'UTC',
  'Europe/London',
  'Asia/Shanghai',
  'Pacific/Auckland',
  'Pacific/Kiritimati',
])('date cells of two years fall into their weeks in %s', (timeZone) => {
  const machine = workbook('en_US', timeZone);
  const first = serial('2025-12-22');
  const days = Array.from({ length: 54 }, (_, i) => first + 7 * i);
  const rows = days.map((day, i) => [
    `=DATE(2025, 12, ${22 + 7 * i})`,
    day % 2,
    ...(i === 0 ? ['=KPI_ISOWEEK(A1:A54)'] : []),
  ]);
  const labels = typed(machine, rows, 'C1:C54').map(([label]) => label);
  const weeks = [...Array.from({ length: 53 }, (_, i) => `2026-W${String(i + 1).padStart(2, '0')}`)];
  expect(labels).toEqual(['2025-W52', ...weeks]);
});

test('a daily measure of two weeks through date cells', () => {
  const machine = workbook('de_DE', 'Pacific/Auckland');
  const rows = Array.from({ length: 14 }, (_, i) => [
    `=DATE(2026; 9; ${20 + i})`,
    i < 7 ? 1 : 2,
    ...(i === 0 ? ['=KPI_TRAILING_WEEKS(A1:A14; B1:B14; A14; 2)'] : []),
  ]);
  expect(typed(machine, rows, 'C1:E2').map((row) => row.slice(0, 2))).toEqual([
    [serial('2026-09-26'), 7],
    [serial('2026-10-03'), 14],
  ]);
});

describe('the signs between arguments', () => {
  const cells = (formula: string): unknown[][] => [
    ['', '', ''],
    ['', 8, 10, formula],
  ];
  const keeps = (machine: Machine): unknown => {
    const { spreadsheetId } = machine.document();
    const answer = machine.api.valuesGet(spreadsheetId, 'D2', { valueRenderOption: 'FORMULA' });
    return (answer.values as unknown[][])[0]?.[0];
  };

  test.each(['en_US', 'zh_CN', 'th_TH'])('%s takes both and keeps the comma', (locale) => {
    for (const formula of ['=KPI_ATTAINMENT(B2,C2)', '=KPI_ATTAINMENT(B2;C2)']) {
      const machine = workbook(locale);
      expect(typed(machine, cells(formula), 'D2')).toEqual([[0.8]]);
      expect(keeps(machine)).toBe('=KPI_ATTAINMENT(B2,C2)');
    }
  });

  test.each(['de_DE', 'vi_VN', 'id_ID'])('%s takes the semicolon alone', (locale) => {
    const machine = workbook(locale);
    expect(typed(machine, cells('=KPI_ATTAINMENT(B2;C2)'), 'D2')).toEqual([[0.8]]);
    expect(keeps(machine)).toBe('=KPI_ATTAINMENT(B2;C2)');
    expect(typed(machine, cells('=KPI_ATTAINMENT(B2,C2)'), 'D2')).toEqual([['#ERROR!']]);
    expect(typed(machine, cells('=KPI_ATTAINMENT(0,8;1,0)'), 'D2')).toEqual([[0.8]]);
    typed(machine, cells('=KPI_ATTAINMENT(B2,C2)'), 'D2');
    expect(machine.calculator.calculate(machine.document()).get(0)?.[1]?.[3]).toEqual({
      errorValue: { type: 'ERROR', message: 'Formula parse error.' },
    });
  });
});
