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
    reason: told(language, 'EXPORT_UNKNOWN', { found: 'Beleg · Tag' }),
    mapping: { ...proposal.mapping, name: 'shop', columns: { ...proposal.mapping.columns } },
    headers: ROWS[0] as string[],
    samples: Object.fromEntries((ROWS[0] ?? []).map((header, i) => [header, [ROWS[1]?.[i] ?? '']])),
    columnsOf: Object.fromEntries(
      Object.entries(proposal.columnsOf).map(([goal, columns]) => [goal, { ...columns }]),
    ) as typeof proposal.columnsOf,
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
    // What fits stays, and the values show what each column holds.
    expect(await page.getByLabel('Amount', { exact: true }).inputValue()).toBe('amount');
    await page.getByText(words('UI_MAP_SAMPLES', { values: '59.80' })).waitFor();
    await page.getByLabel(words('UI_MAP_CURRENCY')).selectOption('EUR');
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
        currency: 'EUR',
        columns: { id: 'Beleg', date: 'Tag', amount: 'Amount' },
      });
    }
    await sidebar.close();
  });

  test('a recognised file is called something else, mapped, and taken back', async () => {
    const { reason: _, mapping, ...rest } = proposalIn(language);
    const over = 'other.orders';
    const otherwise = { ...rest, reason: '', mapping: { ...mapping, kind: null, over } };
    const known = { format: 'Orders', account: 'shop', rows: 1, needsAsOf: false, platform: 'other' };
    const sidebar = await open(language, theme, {
      recogniseFile: [
        { value: { ...known, otherwise } },
        { value: { ...known, format: 'shop', isOwn: true, otherwise } },
        { value: { ...known, otherwise } },
        { value: { ...known, format: 'shop', isOwn: true, otherwise } },
      ],
      importFile: [{ value: mixedOutcome(language) }],
    });
    const { page } = sidebar;
    await page
      .locator('input[type=file]')
      .setInputFiles([csv('shop.csv', ROWS.map((row) => row.join()).join('\n'))]);
    const other = page.getByRole('button', { name: words('UI_SOMETHING_ELSE') });
    await other.waitFor();
    await look(sidebar, `${language}-known`);
    await other.click();
    // While a person is saying what it is, it is not imported as what it is not.
    expect(await page.getByRole('button', { name: words('UI_IMPORT_ONE') }).count()).toBe(0);
    await page.getByRole('button', { name: words('UI_MAP_BACK') }).click();
    await page.getByLabel(words('UI_ACCOUNT'), { exact: true }).waitFor();
    await other.click();
    const read = page.getByRole('button', { name: words('UI_MAP_READ') });
    await page.getByLabel(words('UI_MAP_GOAL')).selectOption('content');
    await page.getByLabel('Beleg', { exact: true }).selectOption('id');
    // What the figures are is asked, not assumed.
    expect(await page.getByText(words('UI_MAP_LACKS', { fields: words('UI_MAP_KIND') })).count()).toBe(1);
    expect(await read.isDisabled()).toBe(true);
    await look(sidebar, `${language}-otherwise`);
    await page.getByLabel(words('UI_MAP_KIND')).selectOption('cumulative');
    await read.click();
    const back = page.getByRole('button', { name: words('UI_AS_RECOGNISED') });
    await back.waitFor();
    await look(sidebar, `${language}-own`);
    await back.click();
    await page.getByText(say(language, 'UI_RECOGNISED_ONE', { format: 'Orders' })).waitFor();
    await other.click();
    await page.getByLabel(words('UI_MAP_GOAL')).selectOption('orders');
    await page.getByLabel('Beleg', { exact: true }).selectOption('id');
    await page.getByLabel('Tag', { exact: true }).selectOption('date');
    await page.getByLabel('Amount', { exact: true }).selectOption('amount');
    await read.click();
    await back.waitFor();
    await page.getByRole('button', { name: words('UI_IMPORT_ONE') }).click();
    await page.getByText(words('UI_IMPORT_FINISHED')).waitFor();
    const sent = (await sidebar.calls()).flatMap(({ request }) =>
      'fileName' in request ? [[request.mapping?.goal, request.mapping?.kind, request.known]] : [],
    );
    expect(sent).toEqual([
      [undefined, undefined, undefined],
      ['content', 'cumulative', undefined],
      [undefined, undefined, true],
      ['orders', 'period', undefined],
      ['orders', 'period', undefined],
    ]);
    const last = (await sidebar.calls()).find(({ name }) => name === 'importFile')?.request;
    expect(last).toMatchObject({ mapping: { over: 'other.orders' } });
    await sidebar.close();
  });

  test('platform and period are asked where the file says neither', async () => {
    const platforms = ['instagram', 'facebook'].map((key) => ({
      key,
      name: PLATFORMS.find((each) => each.key === key)?.words[language] ?? '',
    }));
    const known = {
      format: 'Meta',
      rows: 4,
      needsAsOf: false,
      needsPeriod: { from: '2026-11-09', to: '2026-11-15' },
      platforms,
    };
    const sidebar = await open(language, theme, {
      recogniseFile: [
        { value: { ...known, platform: 'facebook', account: 'page' } },
        { value: { ...known, platform: 'instagram', account: 'art.ig' } },
      ],
      importFile: [{ value: mixedOutcome(language) }],
    });
    const { page } = sidebar;
    await page.locator('input[type=file]').setInputFiles([csv('Views.csv')]);
    const platform = page.getByLabel(words('UI_MAP_PLATFORM'), { exact: true });
    await platform.waitFor();
    expect(await platform.inputValue()).toBe('facebook');
    const from = page.getByLabel(words('UI_PERIOD_FROM'));
    const to = page.getByLabel(words('UI_PERIOD_TO'));
    expect([await from.inputValue(), await to.inputValue()]).toEqual(['2026-11-09', '2026-11-15']);
    await look(sidebar, `${language}-period`);
    await to.fill('2026-11-01');
    await page.getByText(words('UI_PERIOD_BACKWARDS')).waitFor();
    const button = page.getByRole('button', { name: words('UI_IMPORT_ONE') });
    expect(await button.count()).toBe(0);
    await from.fill('2026-11-02');
    await to.fill('2026-11-08');
    await platform.selectOption('instagram');
    // The account depends on the platform; the days that were typed stay.
    await page.waitForFunction(() =>
      [...document.querySelectorAll('input')].some(({ value }) => value === 'art.ig'),
    );
    expect([await from.inputValue(), await to.inputValue()]).toEqual(['2026-11-02', '2026-11-08']);
    await button.click();
    await page.getByText(words('UI_IMPORT_FINISHED')).waitFor();
    const last = (await sidebar.calls()).find(({ name }) => name === 'importFile')?.request;
    expect(last).toMatchObject({
      platform: 'instagram',
      account: 'art.ig',
      from: '2026-11-02',
      asOf: '2026-11-08',
    });
    await sidebar.close();
  });

  test('a reading that fails is tried again as a reading, not imported', async () => {
    const { reason: _, ...rest } = proposalIn(language);
    const known = { format: 'Orders', account: 'shop', rows: 1, needsAsOf: false };
    const otherwise = { ...rest, reason: '' };
    const sidebar = await open(language, theme, {
      recogniseFile: [
        { value: { ...known, isOwn: true, otherwise } },
        { sentence: 'Someone else is writing.' },
        { value: { ...known, otherwise } },
      ],
    });
    const { page } = sidebar;
    await page.locator('input[type=file]').setInputFiles([csv('shop.csv')]);
    await page.getByRole('button', { name: words('UI_AS_RECOGNISED') }).click();
    await page.getByText('Someone else is writing.').waitFor();
    expect(await page.getByRole('button', { name: words('UI_IMPORT_ONE') }).count()).toBe(0);
    await page.getByRole('button', { name: words('UI_RETRY') }).click();
    await page.getByRole('button', { name: words('UI_IMPORT_ONE') }).waitFor();
    expect((await sidebar.calls()).map(({ name }) => name)).not.toContain('importFile');
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
