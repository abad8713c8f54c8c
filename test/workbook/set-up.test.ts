import { mapWorkbook, type WorkbookMap } from '../../src/workbook/map.ts';
import { planSetUp, type SetUpPlan } from '../../src/workbook/setup.ts';
import { SHEETS, sheetTemplate } from '../../src/workbook/sheets/index.ts';
import type { SheetsRequest } from '../../src/workbook/sheets-api.ts';
import { LANGUAGES, MODULES } from '../../src/workbook/template.ts';
import { response, type SheetSpec } from './support.ts';

type Payload<K extends string, R = SheetsRequest> = R extends Readonly<Record<K, infer P>> ? P : never;

/** What requests of a kind say. */
function of<K extends string>({ requests }: SetUpPlan, name: K): Payload<K>[] {
  const found = requests.filter((request) => name in request) as unknown as Record<K, Payload<K>>[];
  return found.map((request) => request[name]);
}

const CORE = SHEETS.filter(({ module }) => module === undefined);
const titlesOf = (plan: SetUpPlan) => of(plan, 'addSheet').map(({ properties }) => properties.title);

/** A workbook of the present version, in which some things are otherwise. */
function workbook(
  change: (specs: SheetSpec[]) => void = () => undefined,
  more: { version?: number; names?: string[] } = {},
): WorkbookMap {
  const specs: SheetSpec[] = CORE.map(({ key }) => ({ key }));
  change(specs);
  const answer = response(specs);
  for (const sheet of answer.sheets ?? []) {
    for (const entry of sheet.developerMetadata ?? []) {
      const [key = '', , id] = entry.metadataValue?.split(':') ?? [];
      const version = more.version ?? sheetTemplate(key).version;
      Object.assign(entry, { metadataValue: `${key}:${version}:${id}` });
    }
  }
  return mapWorkbook({ ...answer, namedRanges: (more.names ?? []).map((name) => ({ name })) });
}

const without = (key: string, column: string) => (specs: SheetSpec[]) => {
  const spec = specs.find((each) => each.key === key);
  if (spec !== undefined)
    spec.columns = sheetTemplate(key)
      .columns.map((each) => each.key)
      .filter((each) => each !== column);
};

describe('modules', () => {
  test('a new workbook has the core, and the modules that were chosen, in the order of the templates', () => {
    const core = planSetUp(mapWorkbook({}), { language: 'en' });
    expect(titlesOf(core)).toEqual(CORE.map(({ titles }) => titles.en));
    const all = planSetUp(mapWorkbook({}), { language: 'zh-CN', modules: MODULES });
    expect(titlesOf(all)).toEqual(SHEETS.map(({ titles }) => titles['zh-CN']));
    expect(all.sheets).toEqual(titlesOf(all));
    expect(SHEETS.flatMap(({ module }) => module ?? [])).toEqual(MODULES);
  });

  test('chosen later, only they are added, each behind the tab that comes before it', () => {
    const map = workbook();
    const plan = planSetUp(map, { language: 'en', modules: ['policies', 'brief', 'experiments'] });
    expect(titlesOf(plan)).toEqual(['Brief and budget', 'A/B tests', 'Platform rules']);
    const tabs = map.tabs.map(({ title }) => title);
    for (const { properties } of of(plan, 'addSheet')) {
      tabs.splice(properties.index ?? -1, 0, properties.title ?? '');
    }
    const chosen = SHEETS.filter(({ module }) => module !== 'benchmarks' && module !== 'assets');
    expect(tabs).toEqual(chosen.map(({ titles }) => titles.en));
  });

  test('a workbook that has everything gets no request', () => {
    expect(planSetUp(workbook(), { language: 'en', examples: true })).toEqual({
      requests: [],
      sheets: [],
      columns: [],
      headers: [],
      rowsAbove: [],
    });
  });

  test('tabs and ranges that have such a name already keep it', () => {
    const own = mapWorkbook({
      sheets: [{ properties: { sheetId: 0, title: 'Platform rules' } }],
      namedRanges: [{ name: 'kpi_nodes' }],
    });
    const plan = planSetUp(own, { language: 'en', modules: ['policies'] });
    expect(titlesOf(plan)).toContain('Platform rules 2');
    const names = of(plan, 'addNamedRange').map(({ namedRange }) => namedRange.name);
    expect(names).toEqual(['KPI_PLANS', 'KPI_ACTUALS', 'KPI_ACCOUNTS', 'KPI_TEAM']);
  });
});

describe('rows to begin with', () => {
  const rowsIn = (plan: SetUpPlan, column: string) =>
    of(plan, 'updateCells').flatMap(({ rows = [] }) =>
      rows.filter(({ values }) =>
        values.some(({ userEnteredValue }) => userEnteredValue?.stringValue?.includes(column)),
      ),
    ).length;

  test.each(LANGUAGES)(
    'examples come only when they are asked for, and say that they are (%s)',
    (language) => {
      const word = language === 'en' ? 'Example' : '示例';
      const options = { language, modules: MODULES };
      // The guide alone names the sidebar's button for sample data.
      const guide = sheetTemplate('guide').starterRows ?? [];
      const named = guide.filter((row) => JSON.stringify(row).includes(word)).length;
      expect(rowsIn(planSetUp(mapWorkbook({}), options), word)).toBe(language === 'en' ? 0 : named);
      const plan = planSetUp(mapWorkbook({}), { ...options, examples: true });
      const count = SHEETS.reduce((sum, { examples = [] }) => sum + examples.length, 0);
      expect(count).toBeGreaterThan(10);
      expect(JSON.stringify(plan.requests)).not.toContain('"stringValue":"tiktok_shop"');
      expect(rowsIn(plan, word)).toBe(count + (language === 'en' ? 0 : named));
      // Sheets whose rows count in reviews have none.
      for (const key of [
        'tree',
        'targets',
        'performance',
        'orders',
        'costs',
        'rates',
        'actions',
        'imports',
      ]) {
        expect(sheetTemplate(key).examples).toBeUndefined();
      }
    },
  );

  test('rows name columns and choices of their sheet, in both languages', () => {
    for (const { columns, starterRows = [], examples = [] } of SHEETS) {
      for (const row of [...starterRows, ...examples]) {
        for (const [key, value] of Object.entries(row)) {
          const column = columns.find((each) => each.key === key);
          expect(column).toBeDefined();
          if (typeof value === 'string' && column?.choices !== undefined) {
            expect(column.choices.map((each) => each.key)).toContain(value);
          }
          if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
        }
      }
    }
  });

  test('the brief asks for what a quote needs, and a provider at least twelve questions', () => {
    const rows = sheetTemplate('brief').starterRows ?? [];
    const parts = sheetTemplate('brief').columns.find(({ key }) => key === 'part')?.choices ?? [];
    for (const { key } of parts) expect(rows.some(({ part }) => part === key)).toBe(true);
    expect(rows.filter(({ part }) => part === 'questions').length).toBeGreaterThanOrEqual(12);
    const forms = sheetTemplate('content').columns.find(({ key }) => key === 'format')?.choices ?? [];
    expect(rows.filter(({ part }) => part === 'volume').map(({ form }) => form)).toEqual(
      forms.map(({ key }) => key),
    );
  });
});

describe('repair', () => {
  test('a column that is gone comes back at the right end, with header, format, rule, mark and room', () => {
    const plan = planSetUp(workbook(without('costs', 'amount')), { language: 'en' });
    expect(plan.columns).toEqual([{ sheet: 'Costs', headers: ['Amount'] }]);
    expect(of(plan, 'appendDimension')).toMatchObject([{ dimension: 'COLUMNS', length: 1 }]);
    expect(of(plan, 'updateCells')).toEqual([
      expect.objectContaining({
        start: expect.objectContaining({ rowIndex: 0, columnIndex: 10 }),
        rows: [{ values: [{ userEnteredValue: { stringValue: 'Amount' } }] }],
      }),
    ]);
    expect(of(plan, 'setDataValidation')).toMatchObject([
      { rule: { condition: { type: 'NUMBER_GREATER_THAN_EQ' }, strict: false } },
    ]);
    expect(of(plan, 'createDeveloperMetadata')).toMatchObject([
      { developerMetadata: { metadataValue: 'costs.amount' } },
    ]);
    expect([of(plan, 'addBanding'), of(plan, 'updateDeveloperMetadata')]).toEqual([[], []]);
  });

  test('formulas and dropdowns that lost it are made anew; no other header is', () => {
    const actual = planSetUp(workbook(without('tree', 'actual')), { language: 'en' });
    const formulas = of(actual, 'updateCells').flatMap(({ rows = [], start }) =>
      rows[0]?.values[0]?.userEnteredValue?.formulaValue === undefined
        ? []
        : [[start?.columnIndex, rows[0].values[0].userEnteredValue.formulaValue]],
    );
    const letter = (key: string) => sheetTemplate('tree').columns.findIndex((column) => column.key === key);
    expect(formulas).toEqual([
      [
        letter('attainment') - 1,
        expect.stringMatching(/^=VSTACK\("Attainment";CHOOSEROWS\(KPI_ATTAINMENT\(\$AA\$1:\$AA;/),
      ],
    ]);
    const name = planSetUp(workbook(without('team', 'name')), { language: 'en' });
    const owners = SHEETS.flatMap(({ columns, module }) =>
      module === undefined
        ? columns.filter(({ rule }) => rule !== undefined && 'oneOf' in rule && rule.oneOf[0] === 'team')
        : [],
    );
    const rules = of(name, 'setDataValidation').filter(({ rule }) => rule.condition.type === 'ONE_OF_RANGE');
    expect(rules).toHaveLength(owners.length);
    for (const { rule } of rules)
      expect(rule.condition.values).toEqual([{ userEnteredValue: "='Team'!$D$2:$D" }]);
  });

  test('a workbook of the first version gets the looks that it lacks, the formulas of today, and the new stamp', () => {
    const plan = planSetUp(workbook(undefined, { version: 1 }), { language: 'en' });
    const older = CORE.filter(({ version }) => version > 1);
    expect(older.length).toBeGreaterThan(0);
    expect(of(plan, 'updateDeveloperMetadata').map((each) => each.developerMetadata.metadataValue)).toEqual(
      older.map(({ key, version }) => expect.stringMatching(new RegExp(`^${key}:${version}:\\d+$`))),
    );
    expect(of(plan, 'addBanding')).toHaveLength(older.filter(({ page }) => !page).length);
    expect(of(plan, 'setBasicFilter')).toHaveLength(older.filter(({ page }) => !page).length);
    expect(of(plan, 'addProtectedRange').every(({ protectedRange }) => protectedRange.warningOnly)).toBe(
      true,
    );
    expect([of(plan, 'repeatCell'), of(plan, 'setDataValidation')]).toEqual([[], []]);
    const computed = older.flatMap(({ columns }) => columns.filter(({ formula }) => formula !== undefined));
    const written = of(plan, 'updateCells').map(({ rows = [], fields }) => {
      expect(fields).toBe('userEnteredValue');
      return rows[0]?.values[0]?.userEnteredValue?.formulaValue;
    });
    expect(written).toEqual(computed.map(({ header }) => expect.stringContaining(`=VSTACK("${header.en}"`)));
  });

  test('what people have of the kind stays', () => {
    const answer = response([{ key: 'imports' }]);
    const [imports] = answer.sheets ?? [];
    const range = { sheetId: 1, startRowIndex: 3, endRowIndex: 9 };
    Object.assign(imports ?? {}, {
      basicFilter: { range },
      bandedRanges: [{ bandedRangeId: 4, range }],
      protectedRanges: [{ protectedRangeId: 5 }],
    });
    const plan = planSetUp(mapWorkbook(answer), { language: 'en' });
    const touches = plan.requests.filter((request) => JSON.stringify(request).includes('"sheetId":1,'));
    expect(touches).toEqual([]);
    expect(of(plan, 'updateDeveloperMetadata')).toHaveLength(1);
  });
});
