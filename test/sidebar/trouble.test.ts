import { say } from '../../sidebar/language.ts';
import { type Harness, startHarness } from './harness.ts';
import { type Behaviour, stateOf } from './server.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

const SET = { value: stateOf() };
const SET_ZH = { value: stateOf({ language: 'zh-CN' }) };

type Case = readonly [name: string, behaviour: Behaviour<'sidebarState'>, english: string, hint: boolean];
const CASES: readonly Case[] = [
  [
    'the add-on’s own sentence',
    { sentence: 'The sheet “Settings” is missing.' },
    'The sheet “Settings” is missing.',
    false,
  ],
  ['an empty answer', 'empty', say('en', 'UI_EMPTY_ANSWER'), true],
  [
    'a missing authorisation',
    { failure: 'Authorization is required to perform that action.' },
    say('en', 'UI_NO_AUTHORISATION'),
    true,
  ],
  ['a blank error', { failure: '' }, say('en', 'UI_NO_AUTHORISATION'), true],
  [
    'a network error',
    { failure: 'NetworkError: Connection failure due to HTTP 0' },
    say('en', 'UI_NO_CONNECTION'),
    false,
  ],
  [
    'another failure',
    { failure: 'Exceeded maximum execution time' },
    'Google could not finish this: Exceeded maximum execution time',
    false,
  ],
];

test.each(CASES)('%s is shown, and trying again helps', async (_, behaviour, english, hint) => {
  const sidebar = await harness.open({ sidebarState: [behaviour, SET] });
  const alert = sidebar.page.getByRole('alert');
  expect(await alert.innerText()).toContain(english);
  expect((await alert.innerText()).includes(say('en', 'UI_ACCOUNTS_HINT'))).toBe(hint);
  await sidebar.page.getByRole('button', { name: 'Try again' }).click();
  await sidebar.page.getByRole('heading', { name: 'Your first review' }).waitFor();
  expect(await alert.count()).toBe(0);
  await sidebar.close();
});

test('before the spreadsheet is known, the browser’s language is used', async () => {
  const sidebar = await harness.open({ sidebarState: ['empty', SET_ZH] }, { locale: 'zh-TW' });
  expect(await sidebar.page.getByRole('alert').innerText()).toContain(say('zh-CN', 'UI_ACCOUNTS_HINT'));
  await sidebar.page.getByRole('button', { name: '重试' }).click();
  await sidebar.page.getByRole('heading', { name: '完成第一次复盘' }).waitFor();
  await sidebar.close();
});

test('a spinner comes after 0.3 s, comfort and a way out after 10 s, an end after 7 min', async () => {
  const sidebar = await harness.open({ sidebarState: ['hang', 'hang', SET] }, { frozen: true });
  const { page } = sidebar;
  await page.clock.runFor(250);
  expect(await page.locator('.spinner').count()).toBe(0);
  await page.clock.runFor(100);
  expect(await page.locator('.spinner').count()).toBe(1);
  expect(await page.getByText('Still working.').count()).toBe(0);
  await page.clock.runFor(10_000);
  expect(await page.getByText('Still working.').count()).toBe(1);
  expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(1);
  await page.clock.runFor(7 * 60_000);
  expect(await page.getByRole('alert').innerText()).toContain(say('en', 'UI_NO_ANSWER'));
  await sidebar.close();
});

test('an answer that comes after a second try does not count', async () => {
  const sidebar = await harness.open({ sidebarState: ['hang', SET] }, { frozen: true });
  const { page } = sidebar;
  await page.clock.runFor(11_000);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('heading', { name: 'Your first review' }).waitFor();
  await sidebar.release(); // the first call ends now, without an answer
  await page.clock.runFor(1_000);
  expect(await page.getByRole('alert').count()).toBe(0);
  await sidebar.close();
});

test('when only the look after a change fails, the screens stay and say that they may be old', async () => {
  const sidebar = await harness.open({
    sidebarState: [SET, 'empty', SET],
    turnOnAutomation: [{ value: { sentence: '' } }],
  });
  await sidebar.page.getByRole('tab', { name: 'Review' }).click();
  await sidebar.page.getByRole('button', { name: 'Turn on', exact: true }).click();
  await sidebar.page.getByText('What is shown here may be out of date.').waitFor();
  expect(await sidebar.page.getByRole('heading', { name: 'Weekly review' }).isVisible()).toBe(true);
  await sidebar.page.getByRole('button', { name: 'Try again' }).click();
  await sidebar.page.getByRole('alert').waitFor({ state: 'detached' });
  await sidebar.close();
});

test('outside Google Sheets the page says so', async () => {
  const sidebar = await harness.open({});
  await sidebar.page.evaluate('delete window.google');
  await sidebar.page.setContent(harness.html);
  expect(await sidebar.page.getByRole('alert').innerText()).toContain(say('en', 'UI_NOT_IN_SHEETS'));
  await sidebar.close();
});
