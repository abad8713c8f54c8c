import { type Language, say } from '../../sidebar/language.ts';
import { busyState, csv, mixedOutcome } from './examples.ts';
import { type Harness, type Sidebar, startHarness } from './harness.ts';
import type { Script } from './server.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

const KNOWN = { value: { format: 'YouTube Studio', account: 'UCart', rows: 1, needsAsOf: true } } as const;

async function openData(language: Language, script: Script): Promise<Sidebar> {
  const sidebar = await harness.open({ sidebarState: [{ value: busyState(language) }], ...script });
  await sidebar.page.getByRole('tab', { name: say(language, 'UI_TAB_DATA') }).click();
  return sidebar;
}
const drop = (sidebar: Sidebar, ...names: string[]) =>
  sidebar.page.locator('input[type=file]').setInputFiles(names.map((name) => csv(name)));
const importButton = (sidebar: Sidebar, language: Language = 'en') =>
  sidebar.page.getByRole('button', { name: language === 'en' ? /^Import \d/ : /^导入 \d/ });

describe.each(['en', 'zh-CN'] as const)('in %s', (language) => {
  test('a file is read, recognised and imported, and every row is accounted for', async () => {
    const outcome = mixedOutcome(language);
    const sidebar = await openData(language, { recogniseFile: [KNOWN], importFile: [{ value: outcome }] });
    const { page } = sidebar;
    await drop(sidebar, 'Table data.csv');
    await page.getByText(say(language, 'UI_RECOGNISED_ONE', { format: 'YouTube Studio' })).waitFor();
    expect(await page.getByLabel(say(language, 'UI_ACCOUNT'), { exact: true }).inputValue()).toBe('UCart');
    const asOf = page.getByLabel(say(language, 'UI_AS_OF'));
    expect(await asOf.inputValue()).toBe('2026-11-21');
    await asOf.fill('2026-11-20');
    await importButton(sidebar, language).click();
    await page.getByText(say(language, 'UI_IMPORT_FINISHED')).waitFor();

    const tables = [
      {
        name: 'Table data.csv',
        rows: [
          ['Content', 'Views'],
          ['abc', '1'],
        ],
      },
    ];
    const calls = await sidebar.calls();
    expect(calls.find(({ name }) => name === 'recogniseFile')?.request).toEqual({
      fileName: 'Table data.csv',
      tables,
    });
    expect(calls.find(({ name }) => name === 'importFile')?.request).toEqual({
      fileName: 'Table data.csv',
      tables,
      asOf: '2026-11-20',
      account: 'UCart',
    });
    expect(calls.filter(({ name }) => name === 'sidebarState')).toHaveLength(2);
    const counts = await page.locator('.counts dd').allTextContents();
    expect(counts).toEqual(['512', '480', '15', '15', '2', '2']);
    const rows = await page.locator('tbody tr').allInnerTexts();
    expect(rows).toEqual(outcome.rejected.map((row) => `${row.row}\t${row.column}\t${row.message}`));
    expect(await page.getByText(outcome.warnings[0]!).isVisible()).toBe(true);
    await page.getByText(say(language, 'UI_IGNORED', { count: 1 })).click();
    expect(await page.getByText('Dislikes').isVisible()).toBe(true);
    await sidebar.close();
  });

  test('of very many rejected rows the first are shown, and all are counted', async () => {
    const outcome = { ...mixedOutcome(language), read: 2855, rejectedCount: 2345 };
    const sidebar = await openData(language, { recogniseFile: [KNOWN], importFile: [{ value: outcome }] });
    const { page } = sidebar;
    await drop(sidebar, 'Table data.csv');
    await importButton(sidebar, language).click();
    await page.getByText(say(language, 'UI_IMPORT_FINISHED')).waitFor();
    expect(await page.locator('.counts dd').allTextContents()).toEqual([
      '2,855',
      '480',
      '15',
      '15',
      '2,345',
      '2',
    ]);
    expect(await page.getByText(say(language, 'UI_REJECTED_ROWS', { count: '2,345' })).count()).toBe(1);
    const sheet = language === 'en' ? 'Data issues' : '数据问题';
    const rest = say(language, 'UI_REJECTED_FIRST', { shown: 2, count: '2,345', sheet });
    expect(await page.getByText(rest).isVisible()).toBe(true);
    expect(await page.getByText(say(language, 'UI_NUMBERS_DIFFER')).count()).toBe(0);
    expect(await sidebar.overflow()).toBe(0);
    await sidebar.close();
  });

  test('a file that is no table gets the sentence of its fault, and no call is made', async () => {
    const sidebar = await openData(language, {});
    await sidebar.page.locator('input[type=file]').setInputFiles([csv('empty.csv', '')]);
    const text = await sidebar.page.getByRole('alert').innerText();
    expect(text).toContain(say(language, 'FILE_EMPTY'));
    expect((await sidebar.calls()).map(({ name }) => name)).toEqual(['sidebarState']);
    expect(await importButton(sidebar, language).count()).toBe(0);
    await sidebar.close();
  });
});

test('stopping lets the running file end and keeps the others', async () => {
  const sidebar = await openData('en', {
    recogniseFile: [KNOWN],
    importFile: ['hang', { value: mixedOutcome('en') }],
  });
  await drop(sidebar, 'a.csv', 'b.csv', 'c.csv');
  await sidebar.page.getByRole('button', { name: 'Import 3 files' }).click();
  await sidebar.page.getByText('File 1 of 3').waitFor();
  await sidebar.page.getByRole('button', { name: 'Stop after this file' }).click();
  await sidebar.release(); // the first file fails: an empty answer
  await sidebar.page.getByText('Stopped. 2 files were not imported; they are still in the list.').waitFor();
  await sidebar.page.getByRole('button', { name: 'Import 3 files' }).click();
  await sidebar.page.getByText('The import is finished.').waitFor();
  const imported = (await sidebar.calls()).filter(({ name }) => name === 'importFile');
  expect(imported.map(({ request }) => (request as { fileName: string }).fileName)).toEqual([
    'a.csv',
    'a.csv',
    'b.csv',
    'c.csv',
  ]);
  await sidebar.page.getByRole('button', { name: 'Clear finished files' }).click();
  expect(await sidebar.page.locator('.card').count()).toBe(0);
  await sidebar.close();
});

test('a file that fails keeps its fields, says why, and can be tried again; the others go on', async () => {
  const sidebar = await openData('en', {
    recogniseFile: [KNOWN],
    importFile: [{ sentence: 'Someone else is writing.' }, { value: mixedOutcome('en') }],
  });
  await drop(sidebar, 'a.csv', 'b.csv');
  await sidebar.page.getByRole('button', { name: 'Import 2 files' }).click();
  const card = sidebar.page.locator('.card').first();
  await sidebar.page.getByText('1 file could not be imported.').waitFor();
  expect(await card.getByRole('alert').innerText()).toContain('Someone else is writing.');
  expect(await card.getByLabel('Account').inputValue()).toBe('UCart');
  await card.getByRole('button', { name: 'Try again' }).click();
  await card.getByText('Imported in part: 2 of 512 rows were rejected').waitFor();
  expect(await sidebar.page.getByRole('alert').count()).toBe(0);
  await sidebar.close();
});

test('without the day that its figures end on, a file waits', async () => {
  const sidebar = await openData('en', { recogniseFile: [KNOWN] });
  await drop(sidebar, 'a.csv');
  await sidebar.page.getByLabel('Figures up to').fill('');
  await sidebar.page.getByText('Choose the last whole day in the file.').waitFor();
  expect(await importButton(sidebar).count()).toBe(0);
  await sidebar.close();
});

test('the dry run gets the first rows of a long file, the import gets all', async () => {
  const sidebar = await openData('en', {
    recogniseFile: [{ value: { format: 'YouTube Studio', account: '', rows: 499, needsAsOf: false } }],
    importFile: [{ value: mixedOutcome('en') }],
  });
  const lines = Array.from({ length: 700 }, (_, row) => `id${row},1`).join('\n');
  await sidebar.page
    .locator('input[type=file]')
    .setInputFiles([csv('long.csv', `Content,Views\n${lines}\n`)]);
  await sidebar.page.getByText('YouTube Studio, 700 rows').waitFor();
  await importButton(sidebar).click();
  await sidebar.page.getByText('The import is finished.').waitFor();
  const sizes = (await sidebar.calls()).flatMap(({ request }) =>
    'fileName' in request ? [[request.tables[0]?.rows.length, request.tables[0]?.sampled]] : [],
  );
  expect(sizes).toEqual([
    [500, true],
    [701, undefined],
  ]);
  await sidebar.close();
});

test('a big file goes in pieces of one upload, and what a person said of it goes with the import', async () => {
  const platforms = ['facebook', 'instagram'].map((key) => ({ key, name: key }));
  const known = { format: 'Meta', account: 'page', rows: 499, needsAsOf: false, platforms };
  const sidebar = await openData('en', {
    recogniseFile: [
      { value: { ...known, platform: 'facebook' } },
      { value: { ...known, platform: 'instagram' } },
    ],
    uploadPiece: [{ value: {} }],
    importFile: [{ value: mixedOutcome('en') }],
  });
  const long = 'x'.repeat(1600);
  const lines = Array.from({ length: 1000 }, (_, row) => `${long}${row},1`).join('\n');
  await sidebar.page.locator('input[type=file]').setInputFiles([csv('big.csv', `Content,Views\n${lines}\n`)]);
  await sidebar.page.getByLabel('Platform', { exact: true }).selectOption('instagram');
  await importButton(sidebar).click();
  await sidebar.page.getByText('The import is finished.').waitFor();
  const calls = await sidebar.calls();
  const sent = calls.flatMap(({ request }) => ('upload' in request ? [request.upload] : []));
  expect(sent).toHaveLength(2);
  expect(new Set(sent).size).toBe(1);
  expect(sent[0]).toMatch(/^[a-z0-9]{16}$/);
  expect(calls.find(({ name }) => name === 'importFile')?.request).toEqual({
    fileName: 'big.csv',
    tables: [],
    account: 'page',
    platform: 'instagram',
    uploaded: sent[0],
  });
  await sidebar.close();
});

test('text from files is shown as text', async () => {
  const evil = '<img src=x onerror="window.hacked=1">';
  const outcome = { ...mixedOutcome('en', evil), ignoredColumns: [evil], warnings: [evil], account: evil };
  const sidebar = await openData('en', { recogniseFile: [KNOWN], importFile: [{ value: outcome }] });
  await drop(sidebar, `${evil}.csv`);
  await importButton(sidebar).click();
  await sidebar.page.getByText('The import is finished.').waitFor();
  expect(await sidebar.page.locator('h3').first().textContent()).toBe(`${evil}.csv`);
  expect(await sidebar.page.locator('img, td b').count()).toBe(0);
  expect(await sidebar.page.evaluate('window.hacked')).toBeUndefined();
  expect(await sidebar.overflow()).toBe(0);
  await sidebar.close();
});

test('files can be dropped on the page', async () => {
  const sidebar = await openData('en', { recogniseFile: [KNOWN] });
  const transfer = await sidebar.page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(['Content,Views\nabc,1\n'], 'dropped.csv'));
    return data;
  });
  await sidebar.page.dispatchEvent('.drop', 'drop', { dataTransfer: transfer });
  await sidebar.page.getByRole('heading', { name: 'dropped.csv' }).waitFor();
  await sidebar.close();
});

test('the files that last week lacks are named, until an import brings them', async () => {
  const lacking = '2026-W46 still lacks the files of Art.';
  const sidebar = await harness.open({
    sidebarState: [
      { value: { ...busyState('en'), lacking: { '2026-W46': lacking } } },
      { value: busyState('en') },
    ],
    recogniseFile: [KNOWN],
    importFile: [{ value: mixedOutcome('en') }],
  });
  const { page } = sidebar;
  await page.getByRole('tab', { name: 'Data' }).click();
  await page.getByText(lacking).waitFor();
  await page.locator('input[type=file]').setInputFiles(csv('Table data.csv'));
  await page.getByRole('button', { name: 'Import 1 file' }).click();
  await page.getByText(lacking).waitFor({ state: 'detached' });
  await sidebar.close();
});
