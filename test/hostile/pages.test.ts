/** Text from outside in the sidebar and in the picture of the tree, in a real browser: it is shown, and is nothing else. */
import type { ImportOutcome } from '../../src/addon/api.ts';
import { busyState, csv, mixedOutcome } from '../sidebar/examples.ts';
import { type Harness, type Sidebar, startHarness } from '../sidebar/harness.ts';
import { goodServer, figures as pictureFigures, treeState } from '../sidebar/picture-example.ts';
import { automationOf, stateOf } from '../sidebar/server.ts';
import { figuresOf, kpi, opened } from '../sidebar/tree-examples.ts';
import { FORMULAS, KEYS, MARKUP, TEXTS } from './texts.ts';

const SHOWN = [...FORMULAS.filter((text) => !/[\t\r]/.test(text)), ...MARKUP, ...KEYS];
/** JSON brings no half of a letter to a page. */
const SENT = TEXTS.filter((text) => !text.includes('\ud800'));
const [FIRST = ''] = MARKUP;

let sidebar: Harness;
let picture: Harness;
beforeAll(async () => {
  [sidebar, picture] = await Promise.all([startHarness(), startHarness('picture')]);
});
afterAll(() => Promise.all([sidebar.close(), picture.close()]));

/** What a text must never become, and what it must still say. */
async function check(open: Sidebar, texts: readonly string[]): Promise<void> {
  const { page } = open;
  expect(open.errors).toEqual([]);
  expect(await page.evaluate(() => 'pwned' in window)).toBe(false);
  // The page has no such element of its own but its one script, and those that it fetches.
  const strange =
    'img,iframe,object,embed,svg [onload],[onerror],[onclick],[srcdoc],a[href^="javascript:" i],body script:not(body > script)';
  expect(await page.locator(strange).count()).toBe(0);
  const text = await page.locator('body').evaluate((element) => {
    const body = element as HTMLElement;
    const boxes = [...body.querySelectorAll<HTMLInputElement>('input,textarea,select')];
    const names = [...body.querySelectorAll('[aria-label],title')];
    const parts = [
      ...boxes.map(({ value }) => value),
      ...names.map((each) => each.ariaLabel ?? each.textContent),
    ];
    return [body.innerText, body.textContent, ...parts].join('\n');
  });
  expect(texts.filter((each) => !text.includes(each.trim()))).toEqual([]);
  expect(await page.locator('main').first().innerText()).not.toMatch(
    /\[object |function \w*\(|NaN|undefined/,
  );
}

const outcome = (): ImportOutcome => ({
  ...mixedOutcome('en', FIRST),
  ...{
    account: FIRST,
    formatName: MARKUP[1] ?? '',
    rejectedCount: SENT.length,
    warnings: SENT,
    ignoredColumns: SENT,
  },
  rejected: SENT.map((text, i) => ({ row: i + 2, column: text, code: text, message: text })),
});

async function tab(open: Sidebar, name: string): Promise<void> {
  await open.page.getByRole('tab', { name }).click();
}

test('files: names, accounts, warnings, rejected rows, columns', async () => {
  const state = {
    ...busyState('en'),
    lastImport: { file: FIRST, rows: 5 },
    accounts: SENT.map((name) => ({ platform: name, id: name, name })),
  };
  const open = await sidebar.open({
    sidebarState: [{ value: state }],
    recogniseFile: [{ value: { format: FIRST, account: FIRST, rows: 9, needsAsOf: false, warnings: SENT } }],
    importFile: [{ value: outcome() }],
  });
  await tab(open, 'Data');
  await open.page.locator('input[type=file]').setInputFiles([csv(`${MARKUP[0]}.csv`)]);
  await open.page
    .getByRole('button', { name: /^Import/ })
    .first()
    .click();
  await open.page.locator('tbody tr').first().waitFor();
  await check(open, SHOWN);
  await open.close();
});

test.each([
  ['a sentence', { sentence: SENT.join(' | ') }],
  ['a failure', { failure: SENT.join(' | ') }],
])('%s of the add-on that is made of them', async (_, behaviour) => {
  const open = await sidebar.open({ sidebarState: [behaviour] });
  await open.page.getByText('onerror').first().waitFor();
  await check(open, MARKUP);
  await open.close();
});

test('reviews, the automation, and the digest for a chat', async () => {
  const [job] = automationOf().jobs;
  const jobs = SENT.map((text) => ({
    ...job!,
    last: { at: '2026-11-22 09:00', ok: false, text },
    next: text,
  }));
  const automation = automationOf({
    on: true,
    owner: FIRST,
    since: FIRST,
    seen: FIRST,
    authorise: 'javascript:window.pwned=1',
    jobs: jobs.slice(0, 1),
  });
  const reviews = [{ period: '2026-W46', state: 'draft' as const, sheetId: 1, title: FIRST }];
  const open = await sidebar.open({
    sidebarState: [{ value: stateOf({ automation, reviews, title: FIRST }) }],
    reviewDigest: [{ value: { text: SENT.join('\n') } }],
  });
  await tab(open, 'Review');
  await open.page.getByRole('button', { name: /Copy/ }).click();
  await open.page.locator('textarea, .notice.good').first().waitFor();
  await check(open, [FIRST]);
  expect(
    await open.page
      .locator('a')
      .evaluateAll((all) => all.map((each) => (each as HTMLAnchorElement).protocol)),
  ).not.toContain('javascript:');
  await open.close();
});

const rows = () => [
  kpi('root', null, { operator: 'sum', name: 'Root', unit: 'count' }),
  ...SENT.map((text) =>
    kpi(text, 'root', { name: text, owner: text, watchers: text, note: text, unit: text, account: text }),
  ),
];

test('the editor of the tree: names, owners, units, notes', async () => {
  const open = await sidebar.open({
    sidebarState: [{ value: stateOf({ treeRows: SENT.length }) }],
    readTree: [
      { value: opened('en', { rows: rows(), team: SENT.map((name) => ({ name, role: name, roles: [] })) }) },
    ],
    treeFigures: [{ value: figuresOf([]) }],
  });
  await tab(open, 'KPI tree');
  await open.page.getByRole('treeitem').nth(SENT.length).waitFor();
  for (const at of [1, 10, SENT.length - 1]) await open.page.getByRole('treeitem').nth(at).click();
  await check(open, SHOWN);
  await open.close();
});

test('the picture of the tree', async () => {
  const state = treeState('en', { rows: rows(), targets: [] });
  const open = await picture.open(
    goodServer('en', {
      readTree: [{ value: state }],
      treeFigures: [{ value: { ...pictureFigures(), nodes: {} } }],
    }),
    {
      size: { width: 1180, height: 720 },
    },
  );
  // Ids that are the same without the blanks around them are named as twins, and not drawn.
  await open.page.getByText(/is there twice: =1\+1/).waitFor();
  await open.page.getByRole('treeitem').nth(20).waitFor();
  await open.page.getByRole('treeitem').nth(3).dispatchEvent('click');
  await check(open, ['javascript:window.pwned=1', ...KEYS]);
  await open.close();
});
