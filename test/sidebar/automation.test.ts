import { say } from '../../sidebar/language.ts';
import type { AutomationState } from '../../src/addon/api.ts';
import { busyState } from './examples.ts';
import { type Harness, type Sidebar, startHarness } from './harness.ts';
import { automationOf, type Script, stateOf } from './server.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

const THEIRS = { on: true, owner: 'anna@example.com', since: '2026-11-16', seen: '2026-11-22 09:12' };
const stateWith = (parts: Partial<AutomationState>) => stateOf({ automation: automationOf(parts) });

async function openReview(script: Script) {
  const sidebar = await harness.open(script);
  await sidebar.page.getByRole('tab', { name: 'Review' }).click();
  return sidebar;
}

async function requestsOf(sidebar: Awaited<ReturnType<typeof openReview>>) {
  return (await sidebar.calls())
    .filter(({ name }) => name !== 'sidebarState')
    .map(({ name, request }) => [name, request]);
}

test('one’s own is turned off', async () => {
  const mine = stateWith({ ...THEIRS, isMine: true });
  const sidebar = await openReview({
    sidebarState: [{ value: mine }, { value: stateOf() }],
    turnOffAutomation: [{ value: { sentence: '' } }],
  });
  const { page } = sidebar;
  await page.getByText('It runs in your name since Nov 16, 2026.').waitFor();
  await page.getByRole('button', { name: 'Turn off', exact: true }).click();
  await page.getByRole('button', { name: 'Turn on', exact: true }).waitFor();
  expect(await requestsOf(sidebar)).toEqual([['turnOffAutomation', {}]]);
  await sidebar.close();
});

test('somebody else’s is shown with name and day, and offers nothing to press', async () => {
  const sidebar = await openReview({ sidebarState: [{ value: stateWith(THEIRS) }] });
  const { page } = sidebar;
  await page.getByText('On, run by anna@example.com since Nov 16, 2026.').waitFor();
  for (const name of ['Turn on', 'Turn off', 'Take over']) {
    expect(await page.getByRole('button', { name, exact: true }).count()).toBe(0);
  }
  await sidebar.close();
});

test('one that has stopped is taken over', async () => {
  const sidebar = await openReview({
    sidebarState: [
      { value: stateWith({ ...THEIRS, isGone: true }) },
      { value: stateWith({ ...THEIRS, isMine: true }) },
    ],
    turnOnAutomation: [{ value: { sentence: '' } }],
  });
  const { page } = sidebar;
  await page
    .getByText(
      'The automation of anna@example.com has not run since 2026-11-22 09:12. Nothing happens by itself until someone takes it over.',
    )
    .waitFor();
  await page.getByRole('button', { name: 'Take over' }).click();
  await page.getByRole('button', { name: 'Turn off', exact: true }).waitFor();
  expect(await requestsOf(sidebar)).toEqual([['turnOnAutomation', { takeOver: true }]]);
  await sidebar.close();
});

test('what the server refuses is said', async () => {
  const sentence = 'The automation is on already: anna@example.com runs it since 2026-11-16.';
  const sidebar = await openReview({
    sidebarState: [{ value: stateOf() }],
    turnOnAutomation: [{ sentence }],
  });
  await sidebar.page.getByRole('button', { name: 'Turn on', exact: true }).click();
  expect(await sidebar.page.getByRole('alert').innerText()).toContain(sentence);
  await sidebar.close();
});

test('a permission that is lacking leads to Google, in a window of its own', async () => {
  const authorise = 'https://script.google.com/macros/d/x/auth';
  const sidebar = await openReview({ sidebarState: [{ value: stateWith({ ...THEIRS, authorise }) }] });
  const link = sidebar.page.getByRole('link', { name: 'Allow it at Google' });
  expect(await link.getAttribute('href')).toBe(authorise);
  expect(await link.getAttribute('target')).toBe('_blank');
  await sidebar.close();
});

test('day, hour and jobs are changed one by one, and shown as they are then', async () => {
  const changed = stateWith({ day: 3, hour: 14 });
  const sidebar = await openReview({
    sidebarState: [{ value: stateOf() }, { value: changed }],
    changeAutomation: [{ value: { sentence: '' } }],
  });
  const { page } = sidebar;
  await page.getByLabel('Review day').selectOption('3');
  await page.getByText('Turn it on, and every Wednesday from 14:00 (Asia/Shanghai)').waitFor();
  await page.getByLabel('From', { exact: true }).selectOption('7');
  await page.getByLabel('Digest by mail').click();
  expect(await requestsOf(sidebar)).toEqual([
    ['changeAutomation', { day: 3 }],
    ['changeAutomation', { hour: 7 }],
    ['changeAutomation', { jobs: { digest: false } }],
  ]);
  await sidebar.close();
});

test('each job says how it went and when it comes next', async () => {
  const [review, ...others] = automationOf().jobs;
  const jobs = [
    {
      ...review,
      last: { at: '2026-11-16 09:12', ok: true, text: 'Written: 2026-W46.' },
      next: '2026-11-23 09:00',
    },
    { ...others[0], last: { at: '2026-11-22 09:12', ok: false, text: '<b>No</b>' } },
    ...others.slice(1),
  ] as AutomationState['jobs'];
  const sidebar = await openReview({ sidebarState: [{ value: stateWith({ jobs }) }] });
  const { page } = sidebar;
  await page.getByText('Last run 2026-11-16 09:12: Written: 2026-W46. Next: 2026-11-23 09:00.').waitFor();
  await page.getByText('✕ Failed 2026-11-22 09:12: <b>No</b>').waitFor();
  expect(await page.getByText('Has not run yet.').count()).toBe(6);
  await sidebar.close();
});

test('the menu opens the page at the automation', async () => {
  const sidebar = await harness.open({ sidebarState: [{ value: busyState('en') }] });
  const { page } = sidebar;
  await page.setContent(harness.html.replace('<body>', '<body data-open="automation">'));
  const heading = page.getByRole('heading', { name: 'Automation' });
  await heading.waitFor();
  expect(await page.locator('[role=tab][aria-selected=true]').innerText()).toBe('Review');
  const top = await heading.evaluate((element) => element.getBoundingClientRect().top);
  expect(top).toBeGreaterThan(44);
  expect(top).toBeLessThan(120);
  await sidebar.close();
});

describe('the review as text', () => {
  const text = 'Weekly review 2026-W46\n\n• =1+1 <b>';
  const script: Script = {
    sidebarState: [{ value: { ...busyState('en'), lastWeek: '2026-W46' } }],
    reviewDigest: [{ value: { text } }],
  };

  test('goes to the clipboard', async () => {
    const sidebar = await openReview(script);
    const { page } = sidebar;
    await page.evaluate(() => {
      const writeText = (copied: string) => {
        document.documentElement.dataset.copied = copied;
        return Promise.resolve();
      };
      Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
    });
    await page.getByRole('button', { name: 'Copy as text' }).click();
    await page.getByText('Copied. Paste it into your team’s chat.').waitFor();
    expect(await page.evaluate(() => document.documentElement.dataset.copied)).toBe(text);
    expect(await requestsOf(sidebar)).toEqual([['reviewDigest', { week: '2026-W46' }]]);
    await sidebar.close();
  });

  /** The clipboard is kept from the page; what is selected can be copied or not. */
  const denied = (page: Sidebar['page'], canCopy: boolean) =>
    page.evaluate((isDone) => {
      const writeText = () => Promise.reject(new Error('denied'));
      Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
      document.execCommand = () => {
        const area = document.activeElement as HTMLTextAreaElement;
        document.documentElement.dataset.copied = area.value.slice(area.selectionStart, area.selectionEnd);
        return isDone;
      };
    }, canCopy);

  test('is copied as a selection where Google’s frame keeps the clipboard from pages', async () => {
    const sidebar = await openReview(script);
    const { page } = sidebar;
    await denied(page, true);
    await page.getByRole('button', { name: 'Copy as text' }).click();
    await page.getByText('Copied. Paste it into your team’s chat.').waitFor();
    expect(await page.evaluate(() => document.documentElement.dataset.copied)).toBe(text);
    expect(await page.locator(':focus').innerText()).toBe('Copy as text');
    await sidebar.close();
  });

  test('stands there selected where the browser refuses both', async () => {
    const sidebar = await openReview(script);
    const { page } = sidebar;
    await denied(page, false);
    await page.getByRole('button', { name: 'Copy as text' }).click();
    const field = page.getByLabel('The review as text');
    expect(await field.inputValue()).toBe(text);
    const selected = await field.evaluate((area) => {
      const { selectionStart, selectionEnd } = area as HTMLTextAreaElement;
      return [selectionStart, selectionEnd];
    });
    expect(selected).toEqual([0, text.length]);
    await sidebar.close();
  });

  test('is not offered for a week without a review', async () => {
    const sidebar = await openReview({ sidebarState: [{ value: stateOf() }] });
    expect(await sidebar.page.getByRole('button', { name: say('en', 'UI_DIGEST_COPY') }).count()).toBe(0);
    await sidebar.close();
  });
});
