import { say } from '../../sidebar/language.ts';
import { type Harness, type Sidebar, startHarness } from './harness.ts';
import { modulesOf, type Script, stateOf } from './server.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

const UNSET = { value: stateOf({ isSetUp: false }) };
const DONE = { value: { added: 10, sentence: '' } };
const firstHeading = (sidebar: Sidebar) => sidebar.page.getByRole('heading', { level: 2 }).first();

describe.each(['en', 'zh-CN'] as const)('in %s', (language) => {
  test('set-up, then the first steps, by keyboard alone', async () => {
    const script: Script = {
      sidebarState: [UNSET, { value: stateOf({ language }) }],
      setUp: [DONE],
    };
    const sidebar = await harness.open(script, { locale: language });
    const { page } = sidebar;
    await page.getByRole('heading', { name: say(language, 'UI_SET_UP_TITLE') }).waitFor();
    // Tab bar, language, currency, five optional sheets, example rows, button: one stop each.
    const boxes = new Array<'checkbox'>(6).fill('checkbox');
    for (const role of ['tab', 'combobox', 'combobox', ...boxes, 'button']) {
      await page.keyboard.press('Tab');
      expect(
        await page
          .locator(`:focus`)
          .and(page.getByRole(role as 'tab'))
          .count(),
      ).toBe(1);
      expect(await page.locator(':focus').evaluate((at) => getComputedStyle(at).outlineStyle)).toBe('solid');
    }
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: say(language, 'UI_NEXT_TITLE') }).waitFor();
    const request = (await sidebar.calls()).find(({ name }) => name === 'setUp')?.request;
    expect(request).toEqual({ language, currency: 'USD', modules: [], examples: false });
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    await sidebar.close();
  });

  test('before set-up the other sections lead back to the start', async () => {
    const sidebar = await harness.open({ sidebarState: [UNSET] }, { locale: language });
    const { page } = sidebar;
    await page.getByRole('tab', { name: say(language, 'UI_TAB_REVIEW') }).click();
    await page.getByRole('button', { name: say(language, 'UI_TO_START') }).click();
    await page.getByRole('button', { name: say(language, 'UI_SET_UP') }).waitFor();
    await sidebar.close();
  });

  test('the sample rows are loaded to the last and named', async () => {
    const sidebar = await harness.open({
      sidebarState: [{ value: stateOf({ language }) }],
      loadRows: [{ value: { added: 1234, sentence: '' } }],
    });
    const { page } = sidebar;
    await page.getByRole('button', { name: say(language, 'UI_SAMPLE_LOAD') }).click();
    const calls = async () => (await sidebar.calls()).filter(({ name }) => name === 'loadRows').length;
    await page.getByRole('button', { name: say(language, 'UI_TO_REVIEW') }).waitFor();
    const count = new Intl.NumberFormat(language).format(1234 * (await calls()));
    expect(await page.getByText(say(language, 'UI_SAMPLE_DONE', { count })).count()).toBe(1);
    await page.getByRole('button', { name: say(language, 'UI_TO_REVIEW') }).click();
    await page.getByRole('heading', { name: say(language, 'UI_REVIEW_TITLE') }).waitFor();
    await sidebar.close();
  });
});

test('the chosen language is that of the sidebar at once, and of the sheets', async () => {
  const sidebar = await harness.open({ sidebarState: [UNSET], setUp: ['hang'] });
  await firstHeading(sidebar).waitFor();
  await sidebar.page.getByLabel('Language of the sheets').selectOption('zh-CN');
  await sidebar.page.getByLabel('报表币种').selectOption('IDR');
  await sidebar.page.getByRole('button', { name: '设置本表格' }).click();
  expect((await sidebar.calls()).at(-1)?.request).toEqual({
    language: 'zh-CN',
    currency: 'IDR',
    modules: [],
    examples: false,
  });
  await sidebar.close();
});

test('a set-up that is going on is not started twice', async () => {
  const sidebar = await harness.open({ sidebarState: [UNSET], setUp: ['hang'] });
  const button = sidebar.page.getByRole('button', { name: 'Set up this spreadsheet' });
  await button.click();
  await button.click({ force: true });
  expect((await sidebar.calls()).filter(({ name }) => name === 'setUp')).toHaveLength(1);
  expect(await button.getAttribute('aria-disabled')).toBe('true');
  await sidebar.close();
});

test('loading stops between parts and goes on with the part that is next', async () => {
  const sidebar = await harness.open({
    sidebarState: [{ value: stateOf() }],
    loadRows: ['hang', { failure: 'Service invoked too many times' }, { value: { added: 5, sentence: '' } }],
  });
  const { page } = sidebar;
  await page.getByRole('button', { name: 'Load sample data' }).click();
  await page.getByText(/^0 of [\d,]+ rows loaded$/).waitFor();
  await page.getByRole('button', { name: 'Stop loading' }).click();
  await sidebar.release(); // an empty answer: whether the rows arrived is unknown, so this part is sent again
  await page.getByRole('alert').getByRole('button', { name: 'Try again' }).click();
  await page.getByText('Google could not finish this: Service invoked too many times').waitFor();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText(/rows were added/).waitFor();
  const sent = (await sidebar.calls()).filter(({ name }) => name === 'loadRows');
  expect(sent[1]).toEqual(sent[0]);
  expect(sent[2]).toEqual(sent[0]);
  await sidebar.close();
});

test('beside own accounts the sample asks for a second thought', async () => {
  const accounts = [{ platform: 'youtube', id: 'UC1', name: 'Own' }];
  const sidebar = await harness.open({ sidebarState: [{ value: stateOf({ accounts }) }] });
  await sidebar.page.getByRole('button', { name: 'Add sample data anyway' }).waitFor();
  expect(await sidebar.page.getByText('This spreadsheet has accounts already.').count()).toBe(1);
  await sidebar.close();
});

describe.each(['en', 'zh-CN'] as const)('optional sheets, in %s', (language) => {
  const titleOf = (key: string) => modulesOf().find((each) => each.key === key)?.titles[language] ?? '';
  const sentence = language === 'en' ? 'Sheets added: A/B tests.' : '已新增工作表：A/B 测试。';

  test('are chosen at set-up, with example rows', async () => {
    const sidebar = await harness.open({ sidebarState: [UNSET], setUp: ['hang'] }, { locale: language });
    const { page } = sidebar;
    await page.getByRole('checkbox', { name: titleOf('brief') }).check();
    await page.getByRole('checkbox', { name: titleOf('assets') }).check();
    await page.getByRole('checkbox', { name: titleOf('brief') }).uncheck();
    await page.getByRole('checkbox', { name: say(language, 'UI_EXAMPLES') }).check();
    await page.getByRole('button', { name: say(language, 'UI_SET_UP') }).click();
    const request = (await sidebar.calls()).at(-1)?.request;
    expect(request).toEqual({ language, currency: 'USD', modules: ['assets'], examples: true });
    await sidebar.close();
  });

  test('are added later; those that are there are not offered, and what was done is said', async () => {
    const before = { value: stateOf({ language, modules: modulesOf('brief') }) };
    const after = { value: stateOf({ language, modules: modulesOf('brief', 'experiments') }) };
    const sidebar = await harness.open(
      { sidebarState: [before, after], setUp: [{ value: { added: 1, sentence } }] },
      { locale: language },
    );
    const { page } = sidebar;
    await page.getByRole('tab', { name: say(language, 'UI_TAB_MORE') }).click();
    await page.locator('.topics [data-key=sheets]').click();
    await page.getByRole('checkbox', { name: titleOf('experiments') }).check();
    expect(await page.getByRole('checkbox', { name: titleOf('brief') }).count()).toBe(0);
    await page.getByRole('button', { name: say(language, 'UI_MORE') }).click();
    await page.getByText(sentence).waitFor();
    await page.getByRole('checkbox', { name: titleOf('experiments') }).waitFor({ state: 'detached' });
    const request = (await sidebar.calls()).find(({ name }) => name === 'setUp')?.request;
    expect(request).toEqual({ language, modules: ['experiments'], examples: false });
    await sidebar.close();
  });
});

test('sample rows of optional sheets are sent only where these sheets are', async () => {
  const sheetsSent = async (...there: string[]) => {
    const sidebar = await harness.open({
      sidebarState: [{ value: stateOf({ modules: modulesOf(...there) }) }],
      loadRows: [{ value: { added: 1, sentence: '' } }],
    });
    await sidebar.page.getByRole('button', { name: 'Load sample data' }).click();
    await sidebar.page.getByRole('button', { name: 'Go to the review' }).waitFor();
    const sent = (await sidebar.calls()).flatMap(({ name, request }) =>
      name === 'loadRows' ? (request as { tables: { sheet: string }[] }).tables : [],
    );
    await sidebar.close();
    return new Set(sent.map(({ sheet }) => sheet));
  };
  expect(await sheetsSent('assets')).toContain('assets');
  expect(await sheetsSent()).not.toContain('assets');
});
