import { say } from '../../sidebar/language.ts';
import { say as sayOfAddon } from '../../src/text/index.ts';
import { busyState } from './examples.ts';
import { type Harness, startHarness } from './harness.ts';
import { automationOf, type Script, stateOf } from './server.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

async function openReview(script: Script, tab: string) {
  const sidebar = await harness.open(script);
  await sidebar.page.getByRole('tab', { name: tab }).click();
  return sidebar;
}

describe.each(['en', 'zh-CN'] as const)('in %s', (language) => {
  const tab = say(language, 'UI_TAB_REVIEW');
  const sentence = sayOfAddon(language, 'REVIEW_WRITTEN', { period: '2026-W46' });

  test('the review of last week is written', async () => {
    const before = stateOf({ language });
    const after = stateOf({
      language,
      reviews: [{ period: '2026-W46', state: 'draft', sheetId: 1, title: '2026-W46' }],
    });
    const sidebar = await openReview(
      {
        sidebarState: [{ value: before }, { value: after }],
        writeReview: [{ value: { period: '2026-W46', state: 'draft', sentence } }],
      },
      tab,
    );
    const { page } = sidebar;
    expect(await page.locator('.badge').first().innerText()).toContain(say(language, 'UI_REVIEW_NONE'));
    await page.getByRole('button', { name: say(language, 'UI_WRITE') }).click();
    await page.getByText(sentence).waitFor();
    expect((await sidebar.calls()).find(({ name }) => name === 'writeReview')?.request).toEqual({
      week: '2026-W46',
    });
    await page.getByRole('button', { name: say(language, 'UI_UPDATE') }).waitFor();
    await sidebar.close();
  });

  test('the tab of a review is brought to the front under the title that it has now', async () => {
    const renamed = { period: '2026-W46', state: 'closed' as const, sheetId: 1, title: 'Week of the lamp' };
    const sidebar = await openReview(
      {
        sidebarState: [{ value: { ...busyState(language), reviews: [renamed] } }],
        showCell: [{ value: {} }],
      },
      tab,
    );
    const { page } = sidebar;
    await page.getByRole('button', { name: say(language, 'UI_SHOW_TAB') }).click();
    await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
    expect(
      (await sidebar.calls()).filter(({ name }) => name === 'showCell').map(({ request }) => request),
    ).toEqual([{ sheet: 'Week of the lamp' }]);
    await sidebar.close();
  });

  test('a draft is closed after a question, and is then a record', async () => {
    const lacking = sayOfAddon(language, 'PERIOD_LACKS', { period: '2026-W46', accounts: 'Art' });
    const before = { ...busyState(language), lacking: { '2026-W46': lacking } };
    const after = {
      ...before,
      reviews: [{ period: '2026-W46', state: 'closed' as const, sheetId: 1, title: '2026-W46' }],
    };
    const closed = sayOfAddon(language, 'REVIEW_CLOSED', { period: '2026-W46' });
    const sidebar = await openReview(
      {
        sidebarState: [{ value: before }, { value: after }],
        closeReview: [{ value: { period: '2026-W46', sentence: closed } }],
      },
      tab,
    );
    const { page } = sidebar;
    const close = page.getByRole('button', { name: say(language, 'UI_CLOSE'), exact: true });
    // The keys that follow a click must find the question, however late the next picture is drawn.
    const focused = await close.evaluate(async (button: HTMLElement) => {
      button.focus();
      button.click();
      for (let i = 0; i < 5; i++) await null;
      return document.activeElement?.getAttribute('role');
    });
    expect(focused).toBe('alertdialog');
    expect(await page.getByRole('alertdialog').innerText()).toContain(lacking);
    await page.keyboard.press('Escape');
    await page.getByRole('alertdialog').waitFor({ state: 'detached' });
    expect(await close.evaluate((button) => document.activeElement === button)).toBe(true);
    expect((await sidebar.calls()).map(({ name }) => name)).toEqual(['sidebarState']);

    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText(closed).waitFor();
    await page.getByText(say(language, 'UI_CLOSED_HINT')).waitFor();
    expect(await page.getByRole('button', { name: say(language, 'UI_UPDATE') }).count()).toBe(0);
    await sidebar.close();
  });

  test('the automation is turned on', async () => {
    const off = stateOf({ language });
    const sidebar = await openReview(
      {
        sidebarState: [
          { value: off },
          { value: { ...off, automation: automationOf({ on: true, isMine: true }) } },
        ],
        turnOnAutomation: [{ value: { sentence: '' } }],
      },
      tab,
    );
    const when = { day: say(language, 'DAY_1'), hour: '9:00', zone: 'Asia/Shanghai' };
    await sidebar.page.getByRole('button', { name: say(language, 'UI_TURN_ON'), exact: true }).click();
    await sidebar.page.getByText(say(language, 'UI_AUTOMATION_ON_LEAD', when)).waitFor();
    expect(await sidebar.page.getByText(say(language, 'UI_AUTOMATION_OFF_LEAD', when)).count()).toBe(0);
    await sidebar.close();
  });
});

test('a review of the list puts its week into the form', async () => {
  const sidebar = await openReview({ sidebarState: [{ value: busyState('en') }] }, 'Review');
  await sidebar.page.getByRole('button', { name: '2026-W45' }).click();
  expect(await sidebar.page.getByLabel('Week, month or quarter', { exact: true }).inputValue()).toBe(
    '2026-W45',
  );
  await sidebar.page.getByText('This review is closed and will not change any more.').waitFor();
  await sidebar.close();
});

test('what went wrong with one week is not shown with another', async () => {
  const sidebar = await openReview(
    { sidebarState: [{ value: stateOf() }], writeReview: [{ sentence: 'The sheet “KPI tree” is missing.' }] },
    'Review',
  );
  await sidebar.page.getByRole('button', { name: 'Write review' }).click();
  await sidebar.page.getByText('The sheet “KPI tree” is missing.').waitFor();
  await sidebar.page.getByLabel('Week, month or quarter', { exact: true }).selectOption('2026-W45');
  expect(await sidebar.page.getByRole('alert').count()).toBe(0);
  await sidebar.close();
});
