import { mapWorkbook } from '../../src/workbook/map.ts';
import { planSetUp } from '../../src/workbook/setup.ts';
import { sheetTemplate } from '../../src/workbook/sheets/index.ts';
import type { CellData } from '../../src/workbook/sheets-api.ts';
import { LANGUAGES, type Language, type StarterRow } from '../../src/workbook/template.ts';

const ROWS = sheetTemplate('guide').starterRows ?? [];
const KEYS = sheetTemplate('guide').columns.map(({ key }) => key);

const said = (row: StarterRow | undefined, key: string, language: Language): string => {
  const value = row?.[key];
  return typeof value === 'object' && 'en' in value ? value[language] : '';
};

const rowNamed = (name: string) => ROWS.find((row) => said(row, 'step', 'en') === name);

/** The cells of the guide that a set-up writes, row by row, with what later requests of the batch change. */
function written(language: Language) {
  const { requests } = planSetUp(mapWorkbook({}), { language });
  const titles = new Map(
    requests.flatMap((request) => {
      const properties = 'addSheet' in request ? request.addSheet.properties : {};
      return [[properties.sheetId, properties.title] as const];
    }),
  );
  const guide = [...titles].find(([, title]) => title === sheetTemplate('guide').titles[language])?.[0];
  const updates = requests.flatMap((request) =>
    'updateCells' in request && request.updateCells.start?.sheetId === guide ? [request.updateCells] : [],
  );
  const at = (row: number, key: string): CellData => {
    const column = KEYS.indexOf(key);
    return Object.assign(
      {},
      ...updates.map(({ rows = [], start }) => {
        return rows[row - (start?.rowIndex ?? 0)]?.values[column - (start?.columnIndex ?? 0)] ?? {};
      }),
    ) as CellData;
  };
  return { titles, at };
}

const PLATFORMS: readonly (readonly [name: string, sheet: string])[] = [
  ['YouTube Studio', 'performance'],
  ['TikTok Shop: videos', 'performance'],
  ['TikTok LIVE', 'performance'],
  ['TikTok Shop: products', 'products'],
  ['TikTok GMV Max and ads', 'costs'],
  ['TikTok affiliate orders', 'orders'],
  ['TikTok Studio', 'performance'],
  ['Instagram, Facebook', 'performance'],
  ['Shopee: products', 'products'],
  ['Shopee: ads', 'costs'],
  ['Shopee Live', 'performance'],
  ['Lazada', 'products'],
  ['Amazon', 'products'],
  ['Shopify orders', 'orders'],
  ['Orders of other shops', 'orders'],
];

test.each(PLATFORMS)('%s has a click path, dates, a role and the sheet that it fills', (name, sheet) => {
  const row = rowNamed(name);
  expect(row?.where).toEqual({ sheet });
  for (const language of LANGUAGES) {
    if (name !== 'Orders of other shops') expect(said(row, 'what', language)).toContain(' › ');
    for (const key of ['what', 'range', 'who']) expect(said(row, key, language)).not.toBe('');
  }
});

test('how files come in is said once', () => {
  const saying = (word: string, language: Language) =>
    ROWS.filter((row) => said(row, 'what', language).includes(word)).map((row) => said(row, 'step', 'en'));
  expect(saying('Drop the files on the sidebar', 'en')).toEqual(['How files come in']);
  expect(saying('拖到侧边栏', 'zh-CN')).toEqual(['How files come in']);
});

test('every role has its Monday', () => {
  const from = ROWS.findIndex((row) => said(row, 'step', 'en') === 'Monday, role by role');
  const roles = ROWS.slice(from + 1).map((row) => said(row, 'step', 'en'));
  expect(roles.slice(0, 7)).toEqual([
    'Analyst',
    'Owner',
    'Planner',
    'Editor',
    'Operator',
    'Service',
    'Everyone',
  ]);
});

test.each(LANGUAGES)('links show the title of a sheet and lead to it by its id (%s)', (language) => {
  const { titles, at } = written(language);
  let count = 0;
  ROWS.forEach((row, index) => {
    const { where } = row;
    if (typeof where !== 'object' || !('sheet' in where)) return;
    const cell = at(index + 1, 'where');
    const uri = cell.userEnteredFormat?.textFormat?.link?.uri ?? '';
    expect(uri).toMatch(/^#gid=\d+$/);
    expect(titles.get(Number(uri.slice(5)))).toBe(sheetTemplate(where.sheet).titles[language]);
    expect(cell.userEnteredFormat?.textFormat?.underline).toBe(true);
    count++;
  });
  expect(count).toBeGreaterThan(20);
});

test('a link shows the title that its sheet has in this workbook, and headings stand out', () => {
  const own = mapWorkbook({ sheets: [{ properties: { sheetId: 5, title: 'Costs' } }] });
  const { requests } = planSetUp(own, { language: 'en' });
  expect(JSON.stringify(requests)).toContain('{"stringValue":"Costs 2"}');
  const headings = ROWS.filter((row) => Object.keys(row).length === 1).length;
  const sizes = requests.filter(
    (request) =>
      'repeatCell' in request && request.repeatCell.cell.userEnteredFormat?.textFormat?.fontSize === 12,
  );
  expect(headings).toBe(4);
  expect(sizes).toHaveLength(headings);
});
