/** A file that no format knows, and the way back from an import, as a person meets them. */
import { mkdirSync } from 'node:fs';
import { type Language, say } from '../../sidebar/language.ts';
import { mappingFields, proposeMapping } from '../../src/imports/mapping.ts';
import { say as told } from '../../src/text/index.ts';
import { PLATFORMS } from '../../src/workbook/sheets/choices.ts';
import { busyState, csv, mixedOutcome } from './examples.ts';
import { type Harness, type Sidebar, startHarness } from './harness.ts';
import type { Script } from './server.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

const ROWS = [
  ['Beleg', 'Tag', 'SKU', 'Units', 'Amount'],
  ['B-1', '2026-11-02', 'VM-1', '2', '59.80'],
];
function proposalIn(language: Language) {
  const proposal = proposeMapping({ name: 'shop.csv', rows: ROWS });
  if (proposal === null) throw new Error('no proposal');
  return {
    reason: say(language, 'EXPORT_UNKNOWN', { found: 'Beleg · Tag' }),
    mapping: { ...proposal.mapping, name: 'shop', columns: { ...proposal.mapping.columns } },
    headers: ROWS[0] as string[],
    fields: mappingFields(language),
    platforms: PLATFORMS.map(({ key, words }) => ({ key, name: words[language] })),
  };
}

async function open(language: Language, theme: 'light' | 'dark', script: Script): Promise<Sidebar> {
  const sidebar = await harness.open(
    { sidebarState: [{ value: busyState(language) }], ...script },
    { theme, locale: language },
  );
  await sidebar.page.getByRole('tab', { name: say(language, 'UI_TAB_DATA') }).click();
  return sidebar;
}

/** What every screen must be; SIDEBAR_SHOTS=folder keeps its picture. */
async function look(sidebar: Sidebar, name: string): Promise<void> {
  const folder = process.env.SIDEBAR_SHOTS;
  if (folder !== undefined) {
    mkdirSync(folder, { recursive: true });
    await sidebar.page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
  }
  expect(await sidebar.faults()).toEqual([]);
  expect(await sidebar.overflow()).toBe(0);
  expect(sidebar.errors).toEqual([]);
}

describe.each([
  ['en', 'light'],
  ['zh-CN', 'dark'],
] as const)('in %s, %s', (language, theme) => {
  const words = (code: Parameters<typeof say>[1], values = {}) => say(language, code, values);

  test('columns are chosen for a file that is not known, and it is read as chosen', async () => {
    const none = { format: '', account: '', rows: 0, needsAsOf: false };
    const sidebar = await open(language, theme, {
      recogniseFile: [
        { value: { ...none, proposal: proposalIn(language) } },
        { value: { format: 'shop', account: 'shop', rows: 1, needsAsOf: false } },
      ],
      importFile: [{ value: mixedOutcome(language) }],
    });
    const { page } = sidebar;
    await page
      .locator('input[type=file]')
      .setInputFiles([csv('shop.csv', ROWS.map((row) => row.join()).join('\n'))]);
    const read = page.getByRole('button', { name: words('UI_MAP_READ') });
    await read.waitFor();
    await page.getByLabel(words('UI_MAP_GOAL')).selectOption('orders');
    expect(await read.isDisabled()).toBe(true);
    await look(sidebar, `${language}-map-1`);
    await page.getByLabel('Beleg', { exact: true }).selectOption('id');
    await page.getByLabel('Tag', { exact: true }).selectOption('date');
    await page.getByLabel('Amount', { exact: true }).selectOption('amount');
    await look(sidebar, `${language}-map-2`);
    await read.click();
    await page.getByRole('button', { name: words('UI_IMPORT_ONE') }).click();
    await page.getByText(words('UI_IMPORT_FINISHED')).waitFor();
    const sent = (await sidebar.calls()).flatMap(({ request }) =>
      'fileName' in request ? [request.mapping] : [],
    );
    expect(sent[0]).toBeUndefined();
    expect(sent.slice(1)).toHaveLength(2);
    for (const mapping of sent.slice(1)) {
      expect(mapping).toMatchObject({
        name: 'shop',
        goal: 'orders',
        columns: { id: 'Beleg', date: 'Tag', amount: 'Amount' },
      });
    }
    await sidebar.close();
  });

  test('the last import is undone after a question', async () => {
    const sentence = told(language, 'UNDO_DONE', { file: 'Table data.csv', removed: 480, restored: 15 });
    const sidebar = await open(language, theme, {
      sidebarState: [{ value: busyState(language) }, { value: { ...busyState(language), lastImport: null } }],
      undoImport: [{ value: { sentence } }],
    });
    const { page } = sidebar;
    await page.getByRole('button', { name: words('UI_UNDO') }).click();
    await look(sidebar, `${language}-undo`);
    expect((await sidebar.calls()).some(({ name }) => name === 'undoImport')).toBe(false);
    await page.getByRole('button', { name: words('UI_UNDO_CONFIRM') }).click();
    await page.getByText(sentence).waitFor();
    expect(await page.getByRole('button', { name: words('UI_UNDO') }).count()).toBe(0);
    await sidebar.close();
  });
});
