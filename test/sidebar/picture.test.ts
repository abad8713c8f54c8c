import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { sayIn } from '../../sidebar/picture/language.ts';
import type { RequestOf } from '../../sidebar/server.ts';
import type { TreeConflict, TreeSaved } from '../../src/addon/tree-api.ts';
import { type Harness, type Sidebar, startHarness } from './harness.ts';
import { figures, goodServer, largeFigures, largeTree, saved, TARGET, treeState } from './picture-example.ts';
import type { Script } from './server.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness('picture');
});
afterAll(() => harness.close());

const WIDE = { width: 1180, height: 720 };
const cards = (page: Page) => page.getByRole('treeitem');
const card = (page: Page, name: string) =>
  page.getByRole('treeitem', { name: new RegExp(`(^|, )${name}, `) });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function open(language: 'en' | 'zh-CN' = 'en', script: Script = goodServer(language), more = {}) {
  const dialog = await harness.open(script, { locale: language, size: WIDE, ...more });
  return dialog;
}

async function shown(language: 'en' | 'zh-CN' = 'en', script?: Script, more = {}): Promise<Sidebar> {
  const dialog = await open(language, script ?? goodServer(language), more);
  await cards(dialog.page).first().waitFor();
  return dialog;
}

/** Where a card is on the screen, without the ring of focus. */
async function boxOf(page: Page, name: string) {
  const at = await card(page, name).evaluate((item) => [...document.querySelectorAll('.item')].indexOf(item));
  const box = await page.locator('.face').nth(at).locator('rect').first().boundingBox();
  if (box === null) throw new Error(`No card ${name}`);
  return box;
}

/** Width, height, and whether the first pixel is white. */
function readPng(bytes: Buffer): { width: number; height: number; isWhite: boolean; colours: number } {
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const data: Buffer[] = [];
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const length = bytes.readUInt32BE(at);
    if (bytes.subarray(at + 4, at + 8).toString('latin1') === 'IDAT')
      data.push(bytes.subarray(at + 8, at + 8 + length));
  }
  const pixels = inflateSync(Buffer.concat(data));
  return {
    width,
    height,
    isWhite: [1, 2, 3].every((at) => pixels[at] === 255),
    colours: new Set(pixels.subarray(0, 4_000_000)).size,
  };
}

describe.each(['en', 'zh-CN'] as const)('in %s', (language) => {
  const words = sayIn(language);

  test.each(['light', 'dark'] as const)(
    'draws each KPI with its figures, accessible, in the %s theme',
    async (theme) => {
      const dialog = await shown(language, undefined, { theme });
      const { page } = dialog;
      const first = cards(page).first();
      await page.waitForFunction(() =>
        document.querySelector('[role=treeitem]')?.getAttribute('aria-label')?.includes('1,032,720'),
      );
      expect(await cards(page).count()).toBe(8);
      const label = await first.getAttribute('aria-label');
      expect(label).toContain(words('PIC_TARGET', { value: '1,012,471' }));
      expect(label).toContain(`${words('PIC_GREEN')} 102.0%`);
      expect(label).toContain(words('PIC_EFFECT', { value: '+USD 12,400' }));
      expect(await page.locator('.face').first().locator('text').allTextContents()).toContain('● 102.0%');
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      expect(await dialog.overflow()).toBe(0);
      expect(await dialog.faults()).toEqual([]);
      await first.click();
      await page.getByRole('complementary').waitFor();
      expect(await dialog.faults()).toEqual([]);
      expect(dialog.errors).toEqual([]);
      await dialog.close();
    },
  );

  test('a KPI is edited and saved; the panel then shows what the workbook has', async () => {
    const after = treeState(language, { targets: [{ ...TARGET, target: 170_000 }] });
    const script = goodServer(language, { saveTree: [{ value: saved(after, 'Done so') }] });
    const dialog = await shown(language, script);
    const { page } = dialog;
    await cards(page).nth(1).click();
    const panel = page.getByRole('complementary');
    await panel.getByLabel(words('PIC_GOAL'), { exact: true }).fill('170,000');
    await panel.getByLabel(words('PIC_OWNER')).selectOption('Budi');
    await button(page, words('PIC_SAVE')).click();
    await panel.getByText('Done so').waitFor();
    const sent = (await dialog.calls()).find(({ name }) => name === 'saveTree')?.request as {
      rows: { was: string; row: { owner: string | null } }[];
      targets: unknown[];
    };
    expect(sent.rows.find(({ was }) => was === 'orders')?.row.owner).toBe('Budi');
    expect(sent.targets).toEqual([{ ...TARGET, target: 170_000 }]);
    expect(await panel.getByLabel(words('PIC_GOAL'), { exact: true }).inputValue()).toBe('170000');
    // Figures are read again for what was saved.
    expect((await dialog.calls()).filter(({ name }) => name === 'treeFigures')).toHaveLength(2);
    await dialog.close();
  });

  test('a target that the targets below it do not make is told, with a way to the cascade', async () => {
    const at = (node: string, target: number) => ({ ...TARGET, node, target });
    const below = [at('tiktok', 100_000), at('shopee', 60_000)];
    const before = treeState(language, { targets: [TARGET, ...below] });
    const { labels: _labels, choices: _choices, ...rest } = before;
    const after = { ...rest, targets: [...before.targets, at('orders', 170_000)] };
    const script = goodServer(language, {
      readTree: [{ value: before }],
      saveTree: [{ value: saved(after, 'Done so') }],
    });
    const dialog = await shown(language, script);
    const { page } = dialog;
    await cards(page).nth(1).click();
    const hint = page.getByText(words('PIC_UNLIKE', { value: '160,000' }));
    expect(await hint.count()).toBe(0);
    await page.getByRole('complementary').getByLabel(words('PIC_GOAL'), { exact: true }).fill('170000');
    await button(page, words('PIC_SAVE')).click();
    await page.getByText('Done so').waitFor();
    await hint.waitFor();
    expect(await dialog.faults()).toEqual([]);
    await button(page, words('PIC_TAB_CASCADE')).click();
    const tab = page.getByRole('tab', { name: words('PIC_TAB_CASCADE') });
    expect(await tab.getAttribute('aria-selected')).toBe('true');
    await dialog.close();
  });

  test('the next target is told with its first day, in place of none', async () => {
    const target = { ...TARGET, node: 'aov', from: '2026-12-01', target: 95 };
    const later = { ...target, from: '2027-01-01', to: '2027-03-31', target: 99 };
    const amount = { ...TARGET, node: 'shopee', from: '2026-11-23', to: '2026-12-06', target: 9000 };
    const band = { ...target, node: 'reply', target: null, low: 0.9, high: 0.95 };
    const state = treeState(language, { targets: [later, target, amount, band] });
    const dialog = await shown(language, goodServer(language, { readTree: [{ value: state }] }));
    const { page } = dialog;
    await page.getByText('1,032,720').first().waitFor();
    const said = (at: number) => cards(page).nth(at).getAttribute('aria-label');
    const [day, monday] = language === 'en' ? ['Dec 1', 'Nov 23'] : ['12月1日', '11月23日'];
    expect(await said(6)).toContain(words('PIC_NEXT', { value: '95.00', day }));
    const weekly = words('CAS_A_WEEK', { value: '4,500' });
    expect(await said(5)).toContain(words('PIC_NEXT', { value: weekly, day: monday }));
    expect(await said(7)).toContain(words('PIC_NEXT', { value: '90.0%–95.0%', day }));
    const texts = await page.locator('.face').nth(6).locator('text').allTextContents();
    expect(texts).toContain(words('PIC_NEXT', { value: '95.00', day }));
    expect(texts).not.toContain(words('PIC_NO_TARGET'));
    await dialog.close();
  });

  test('a role that owns a KPI is shown as the people who have it; who is not in the team is told', async () => {
    const [role, known] = language === 'en' ? ['Editor', 'Owner'] : ['编导', '负责人'];
    const before = treeState(language);
    const rows = before.rows.map((row, at) => ({
      ...row,
      owner: at === 0 ? role : at === 1 ? 'Zoe' : known,
    }));
    const script = goodServer(language, { readTree: [{ value: { ...before, rows } }] });
    const dialog = await shown(language, script);
    const { page } = dialog;
    expect(await cards(page).first().getAttribute('aria-label')).toContain('王小明');
    await cards(page).first().click();
    await page.getByText(words('OWNER_BY_ROLE', { role, names: '王小明' })).waitFor();
    await cards(page).nth(1).click();
    await page.getByText(words('OWNER_UNKNOWN', { names: 'Zoe' })).waitFor();
    await dialog.close();
    const alone = treeState(language, { team: [] });
    const empty = await shown(language, goodServer(language, { readTree: [{ value: alone }] }));
    await cards(empty.page).first().click();
    await empty.page.getByText(words('OWNER_NO_TEAM')).waitFor();
    await empty.close();
  });

  test('the last save is taken back from either view, or it is said why not', async () => {
    const before = treeState(language);
    const rows = before.rows.map((row) => (row.id === 'orders' ? { ...row, owner: 'Budi', note: 'x' } : row));
    const added = { ...TARGET, target: 170_000 };
    const after = { ...before, rows, targets: [added] };
    const script = goodServer(language, {
      saveTree: [
        { value: { saved: true, sentence: 'Done so', added: [added], state: after } },
        { sentence: 'Changed meanwhile' },
        { value: saved(before, 'Undone') },
      ],
    });
    const dialog = await shown(language, script);
    const { page } = dialog;
    const undo = button(page, words('PIC_UNDO'));
    expect(await undo.count()).toBe(0);
    await cards(page).nth(1).click();
    const panel = page.getByRole('complementary');
    await panel.getByLabel(words('PIC_GOAL'), { exact: true }).fill('170,000');
    await panel.getByLabel(words('PIC_OWNER')).selectOption('Budi');
    await button(page, words('PIC_SAVE')).click();
    await panel.getByText('Done so').waitFor();
    await page.getByRole('tab', { name: words('PIC_TAB_CASCADE') }).click();
    await undo.click();
    await page.getByRole('alert').getByText('Changed meanwhile').waitFor();
    expect(await dialog.faults()).toEqual([]);
    await undo.click();
    const told = page.getByText('Undone');
    await told.waitFor();
    expect(await undo.count()).toBe(0);
    // What was taken back is not said to be saved; the notice keeps its distance from the tabs.
    expect(await page.getByText('Done so').count()).toBe(0);
    const header = await page.locator('header').boundingBox();
    const notice = await page.locator('.notice', { has: told }).boundingBox();
    expect(notice!.y - header!.y - header!.height).toBeGreaterThanOrEqual(8);
    const [, , sent] = (await dialog.calls()).filter(({ name }) => name === 'saveTree');
    const { base, rows: back, targets, withdrawn } = sent!.request as RequestOf<'saveTree'>;
    expect([base, targets, withdrawn]).toEqual([rows, [], [added]]);
    // What another person did beside it stays.
    expect(back[1]).toEqual({ was: 'orders', row: { ...before.rows[1], note: 'x' } });
    await page.getByRole('tab', { name: words('PIC_TAB_PICTURE') }).click();
    expect(await told.count()).toBe(0);
    expect(await panel.getByLabel(words('PIC_OWNER')).inputValue()).toBe('');
    await dialog.close();
  });

  test('what another person changed meanwhile is shown beside one’s own, and one of the two is chosen', async () => {
    const conflict: TreeConflict = {
      was: 'orders',
      name: 'Orders',
      field: 'owner',
      mine: 'Budi',
      theirs: 'Mei Lin',
    };
    const before = treeState(language);
    const rows = before.rows.map((row) =>
      row.id === 'orders' ? { ...row, owner: 'Mei Lin', weight: 5 } : row,
    );
    const present = { ...before, rows };
    const refused: TreeSaved = { saved: false, conflicts: [conflict], present };
    const answers: TreeSaved[] = [refused, refused, saved(present, 'Done so')];
    const script = goodServer(language, { saveTree: answers.map((value) => ({ value })) });
    const dialog = await shown(language, script);
    const { page } = dialog;
    await cards(page).nth(1).click();
    await page.getByLabel(words('PIC_OWNER')).selectOption('Budi');
    await button(page, words('PIC_SAVE')).click();
    await page.getByText(words('UI_TREE_CONFLICTS')).waitFor();
    await page.getByLabel(words('UI_TREE_THEIRS', { value: 'Mei Lin' })).waitFor();
    expect(await dialog.faults()).toEqual([]);
    expect(await button(page, words('PIC_SAVE')).count()).toBe(0);
    // Back: what was typed is still there, and saving it asks again.
    await button(page, words('UI_TREE_BACK')).click();
    expect(await page.getByLabel(words('PIC_OWNER')).inputValue()).toBe('Budi');
    await button(page, words('PIC_SAVE')).click();
    await page.getByLabel(words('UI_TREE_MINE', { value: 'Budi' })).check();
    await button(page, words('UI_TREE_SAVE_CHOSEN')).click();
    await page.getByText('Done so').waitFor();
    const sent = (await dialog.calls()).filter(({ name }) => name === 'saveTree');
    const owners = sent.map(({ request }) => {
      const { base, rows } = request as RequestOf<'saveTree'>;
      return [base[1]?.owner, rows[1]?.row.owner, rows[1]?.row.weight];
    });
    const mine = [null, 'Budi', 1];
    expect(owners).toEqual([mine, mine, ['Mei Lin', 'Budi', 5]]);
    await dialog.close();
  });
});

test('zoom by buttons, wheel and keys; the wheel alone and a drag move', async () => {
  const dialog = await shown();
  const { page } = dialog;
  const before = await boxOf(page, 'GMV');
  await button(page, 'Zoom in').click();
  expect((await boxOf(page, 'GMV')).width).toBeCloseTo(before.width * 1.25, 0);
  await button(page, 'Fit').click();
  expect((await boxOf(page, 'GMV')).width).toBeCloseTo(before.width, 0);
  await card(page, 'GMV').focus();
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  await page.keyboard.press('-');
  expect(await page.locator('.percent').textContent()).toBe('125%');
  await page.keyboard.press('0');
  await page.mouse.move(before.x + 10, before.y + 10);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -100);
  await page.keyboard.up('Control');
  const closer = await boxOf(page, 'GMV');
  expect(closer.width).toBeGreaterThan(before.width * 1.2);
  // What is under the pointer stays there.
  const stays = before.x - 10 * (closer.width / before.width - 1);
  expect(Math.abs(closer.x - stays)).toBeLessThan(1);
  await page.mouse.wheel(30, 40);
  const moved = await boxOf(page, 'GMV');
  expect([closer.x - moved.x, closer.y - moved.y].map(Math.round)).toEqual([30, 40]);
  await page.mouse.move(600, 680);
  await page.mouse.down();
  await page.mouse.move(650, 640, { steps: 4 });
  await page.mouse.up();
  const dragged = await boxOf(page, 'GMV');
  expect([dragged.x - moved.x, dragged.y - moved.y].map(Math.round)).toEqual([50, -40]);
  expect(await page.getByRole('complementary').count()).toBe(0);
  await dialog.close();
});

test('a tree that would be small as a whole opens at its goal, and expanding all keeps it readable', async () => {
  const script = goodServer('en', {
    readTree: [{ value: largeTree(17) }],
    treeFigures: [{ value: largeFigures(17) }],
  });
  const dialog = await shown('en', script);
  const { page } = dialog;
  const percent = async () => Number.parseInt((await page.locator('.percent').textContent()) ?? '', 10);
  expect(await percent()).toBeGreaterThanOrEqual(75);
  await cards(page).first().focus();
  await page.keyboard.press('Space');
  await button(page, 'Expand all').click();
  expect(await cards(page).count()).toBe(17);
  expect(await percent()).toBeGreaterThanOrEqual(75);
  const [canvas, goal] = [
    await page.locator('.canvas').boundingBox(),
    await cards(page).first().boundingBox(),
  ];
  const middle = (box: typeof canvas) => (box?.y ?? 0) + (box?.height ?? 0) / 2;
  expect(Math.abs(middle(goal) - middle(canvas))).toBeLessThan(3);
  await button(page, 'Fit').click();
  expect(await percent()).toBeLessThan(75);
  await dialog.close();
});

test('a branch that is unfolded is seen whole, where there is room for it', async () => {
  const script = goodServer('en', {
    readTree: [{ value: largeTree(21) }],
    treeFigures: [{ value: largeFigures(21) }],
  });
  const dialog = await shown('en', script);
  const { page } = dialog;
  expect(await cards(page).count()).toBe(5);
  const canvas = (await page.locator('.canvas').boundingBox())!;
  const first = (await page.locator('.toggle').nth(1).boundingBox())!;
  // The first branch, near the upper edge.
  await page.mouse.move(600, canvas.y + canvas.height - 20);
  await page.mouse.wheel(0, first.y - canvas.y - 60);
  await page.locator('.toggle').nth(1).click();
  expect(await cards(page).count()).toBe(9);
  const boxes = await Promise.all([2, 5].map((at) => cards(page).nth(at).boundingBox()));
  expect(boxes[0]!.y).toBeGreaterThanOrEqual(canvas.y);
  expect(boxes[1]!.y + boxes[1]!.height).toBeLessThanOrEqual(canvas.y + canvas.height);
  await dialog.close();
});

test('collapse and expand: by the mark, by Space, all at once', async () => {
  const dialog = await shown();
  const { page } = dialog;
  await button(page, 'Zoom in').click();
  const before = await boxOf(page, 'Orders');
  await page.locator('.toggle').nth(1).click();
  expect(await cards(page).count()).toBe(4);
  // The card whose mark was pressed stays under the pointer.
  const after = await boxOf(page, 'Orders');
  expect([after.x - before.x, after.y - before.y].map(Math.round)).toEqual([0, 0]);
  expect(await card(page, 'Orders').getAttribute('aria-expanded')).toBe('false');
  expect(await page.locator('.toggle').nth(1).locator('text').textContent()).toBe('4');
  await page.getByRole('button', { name: '4 below Orders', expanded: false }).waitFor();
  await page.getByRole('button', { name: '7 below GMV', expanded: true }).waitFor();
  await card(page, 'Orders').focus();
  await page.keyboard.press('Space');
  expect(await cards(page).count()).toBe(8);
  await button(page, 'Expand all')
    .count()
    .then((count) => expect(count).toBe(0));
  await button(page, 'Collapse all').click();
  expect(await cards(page).count()).toBe(4);
  await button(page, 'Expand all').click();
  expect(await cards(page).count()).toBe(8);
  // All of it is in sight.
  const canvas = await page.locator('.canvas').boundingBox();
  const boxes = await Promise.all((await cards(page).all()).map((each) => each.boundingBox()));
  const edge = (canvas?.x ?? 0) + (canvas?.width ?? 0);
  expect(boxes.filter((box) => box === null || box.x < 0 || box.x + box.width > edge)).toEqual([]);
  await dialog.close();
});

test('arrow keys walk the tree, Enter edits, Escape comes back to the card', async () => {
  const dialog = await shown();
  const { page } = dialog;
  const at = async () => (await page.locator(':focus').getAttribute('aria-label'))?.split(', ').slice(0, 2);
  await card(page, 'GMV').focus();
  await page.keyboard.press('ArrowRight');
  expect(await at()).toEqual(['Orders', '12,000']);
  await page.keyboard.press('ArrowDown');
  expect(await at()).toEqual(['×', 'Order value']);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  expect(await at()).toEqual(['Views', '400,000']);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Home');
  expect(await at()).toEqual(['GMV', 'USD 1,032,720']);
  const ring = await page.locator(':focus').evaluate((edge) => getComputedStyle(edge).strokeWidth);
  expect(ring).toBe('3px');
  await page.keyboard.press('Enter');
  await page.getByRole('complementary').waitFor();
  await page.keyboard.press('Escape');
  expect(await page.getByRole('complementary').count()).toBe(0);
  expect(await at()).toEqual(['GMV', 'USD 1,032,720']);
  // One tab stop for all cards.
  expect(await page.locator('[role=treeitem][tabindex="0"]').count()).toBe(1);
  await dialog.close();
});

test('what cannot be saved is said at its field, and nothing is sent', async () => {
  const dialog = await shown();
  const { page } = dialog;
  await card(page, 'Orders').click();
  const save = button(page, 'Save');
  expect(await save.getAttribute('aria-disabled')).toBe('true');
  await page.getByLabel('Target', { exact: true }).fill('many');
  await page.getByLabel('Amber from %').fill('120');
  await save.click();
  await page.getByText('Please type a number.').waitFor();
  await page.getByText('Cannot be above green.').waitFor();
  expect((await dialog.calls()).some(({ name }) => name === 'saveTree')).toBe(false);
  expect(await dialog.faults()).toEqual([]);
  await dialog.close();
});

describe('out of the page', () => {
  test('as a PNG: twice as large, on white, whole, whatever the theme', async () => {
    const dialog = await shown('zh-CN', undefined, { theme: 'dark' });
    const { page } = dialog;
    await page.getByText('1,032,720').first().waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      button(page, sayIn('zh-CN')('PIC_SAVE_PNG')).click(),
    ]);
    expect(file.suggestedFilename()).toBe('kpi-tree-2026-W46.png');
    const { width, height, isWhite, colours } = readPng(readFileSync(await file.path()));
    // Four columns of cards, 300 apart; the tallest family has three of them.
    expect(width).toBe(2 * (3 * 300 + 236 + 16 + 48));
    expect(height).toBeGreaterThan(2 * (3 * 112));
    expect(isWhite).toBe(true);
    expect(colours).toBeGreaterThan(20);
    await page.getByText('kpi-tree-2026-W46.png').waitFor();
    await dialog.close();
  });

  test('into the review: no more pixels than Google takes, and what is collapsed stays so', async () => {
    const dialog = await shown();
    const { page } = dialog;
    await button(page, 'Put into this week’s review').click();
    await page.getByText('The picture is there.').waitFor();
    await button(page, 'Collapse all').click();
    await button(page, 'Put into this week’s review').click();
    await page.waitForFunction(
      () =>
        (window as unknown as { fakeCalls: { name: string }[] }).fakeCalls.filter(
          ({ name }) => name === 'addTreeImage',
        ).length === 2,
    );
    const sent = (await dialog.calls()).filter(({ name }) => name === 'addTreeImage');
    const [whole, collapsed] = sent.map(
      ({ request }) => request as { week: string; png: string; width: number; height: number },
    );
    for (const image of [whole, collapsed]) {
      const { width, height } = readPng(Buffer.from(image?.png ?? '', 'base64'));
      expect(width * height).toBeLessThanOrEqual(1_000_000);
      expect(width / height).toBeCloseTo((image?.width ?? 0) / (image?.height ?? 1), 1);
    }
    expect(whole?.week).toBe('2026-W46');
    expect(collapsed?.width).toBeLessThan(whole?.width ?? 0);
    await dialog.close();
  });

  test('a review that is closed, and one that is not there', async () => {
    const closed = 'The review is closed.';
    const script = goodServer('en', {
      addTreeImage: [
        { value: { period: '2026-W46', sentence: closed, isPartial: true } },
        { sentence: 'There is none.' },
      ],
    });
    const dialog = await shown('en', script);
    const { page } = dialog;
    await button(page, 'Put into this week’s review').click();
    await page.locator('.notice.warn').getByText(closed).waitFor();
    await button(page, 'Put into this week’s review').click();
    await page.getByRole('alert').getByText('There is none.').waitFor();
    await button(page, 'Try again').click();
    await page.getByRole('alert').getByText('There is none.').waitFor();
    await dialog.close();
  });
});

describe('a server in trouble', () => {
  test('the tree is shown before its figures, and without them where they fail', async () => {
    const script = goodServer('en', { treeFigures: [{ failure: 'Too much' }, { value: figures() }] });
    const dialog = await shown('en', script);
    const { page } = dialog;
    await page.getByText('The tree is shown without figures.').waitFor();
    await button(page, 'Try again').click();
    await page.getByText('12,000').waitFor();
    await dialog.close();
  });

  test('nothing, a failure, silence: each is said, with a way on', async () => {
    for (const [behaviour, text] of [
      ['empty', 'empty answer'],
      [{ failure: 'Exploded' }, 'Exploded'],
      [{ sentence: 'There is no sheet.' }, 'There is no sheet.'],
    ] as const) {
      const script = goodServer('en', { readTree: [behaviour, { value: treeState('en') }] });
      const dialog = await open('en', script);
      const { page } = dialog;
      await page.getByRole('alert').getByText(text).waitFor();
      expect(await dialog.faults()).toEqual([]);
      await button(page, 'Try again').click();
      await cards(page).first().waitFor();
      await dialog.close();
    }
  });

  test('one that hangs: a spinner, then comfort and a way to try again', async () => {
    const dialog = await open('en', goodServer('en', { readTree: ['hang', { value: treeState('en') }] }), {
      frozen: true,
    });
    const { page } = dialog;
    await page.clock.runFor(400);
    await page.locator('.spinner').waitFor();
    await page.clock.runFor(10_000);
    await button(page, 'Try again').click();
    await page.clock.runFor(1000);
    await cards(page).first().waitFor();
    await dialog.close();
  });

  test('saving that fails keeps what was typed', async () => {
    const script = goodServer('en', {
      saveTree: [{ sentence: 'Busy.' }, { value: saved(treeState('en'), 'Done so') }],
    });
    const dialog = await shown('en', script);
    const { page } = dialog;
    await card(page, 'Orders').click();
    await page.getByLabel('Name').fill('All orders');
    await button(page, 'Save').click();
    await page.getByRole('alert').getByText('Busy.').waitFor();
    expect(await page.getByLabel('Name').inputValue()).toBe('All orders');
    await button(page, 'Try again').click();
    await page.getByText('Done so').waitFor();
    await dialog.close();
  });

  test('a workbook without a tree says what to do first', async () => {
    const dialog = await open(
      'zh-CN',
      goodServer('zh-CN', { readTree: [{ value: treeState('zh-CN', { rows: [] }) }] }),
    );
    await dialog.page.getByText(sayIn('zh-CN')('PIC_EMPTY_TREE')).waitFor();
    expect(await dialog.faults()).toEqual([]);
    await dialog.close();
  });

  test('text of the sheet is text', async () => {
    const rows = treeState('en').rows.map((row) => ({ ...row, name: '<img src=x onerror=alert(1)>' }));
    const dialog = await shown('en', goodServer('en', { readTree: [{ value: treeState('en', { rows }) }] }));
    expect(await dialog.page.locator('img').count()).toBe(0);
    await cards(dialog.page).first().click();
    expect(await dialog.page.locator('img').count()).toBe(0);
    const [file] = await Promise.all([
      dialog.page.waitForEvent('download'),
      button(dialog.page, 'Save as PNG').click(),
    ]);
    expect(readPng(readFileSync(await file.path())).width).toBeGreaterThan(1000);
    await dialog.close();
  });
});

test('two hundred KPIs: what is shown first can be read, all of it draws and moves at once', async () => {
  const script = goodServer('en', {
    readTree: [{ value: largeTree(200) }],
    treeFigures: [{ value: largeFigures(200) }],
  });
  const dialog = await shown('en', script);
  const { page } = dialog;
  const first = await cards(page).count();
  expect(first).toBeLessThan(30);
  expect((await cards(page).first().boundingBox())?.width).toBeGreaterThan(140);
  await button(page, 'Expand all').click();
  expect(await cards(page).count()).toBe(200);
  await button(page, 'Fit').click();
  await page.mouse.move(500, 400);
  // To move is to change one place, whatever the tree holds: nothing is drawn anew.
  const made = await page.evaluateHandle(() => {
    const counts = { nodes: 0 };
    new MutationObserver((changes) => {
      for (const { addedNodes, removedNodes } of changes)
        counts.nodes += addedNodes.length + removedNodes.length;
    }).observe(document.body, { subtree: true, childList: true });
    return counts;
  });
  const before = await cards(page).first().boundingBox();
  for (let n = 0; n < 20; n++) await page.mouse.wheel(10, 10);
  expect((await cards(page).first().boundingBox())?.x).not.toBe(before?.x);
  expect(await made.evaluate(({ nodes }) => nodes)).toBe(0);
  await button(page, 'Put into this week’s review').click();
  await page.getByText('Collapse some KPIs').waitFor();
  await dialog.close();
});

test('in a small window nothing is cut off or scrolls sideways', async () => {
  for (const language of ['en', 'zh-CN'] as const) {
    const dialog = await shown(language, undefined, { size: { width: 900, height: 600 } });
    const { page } = dialog;
    expect(await dialog.overflow()).toBe(0);
    await cards(page).nth(1).click();
    await page.getByRole('complementary').waitFor();
    expect(await dialog.overflow()).toBe(0);
    const save = await button(page, sayIn(language)('PIC_SAVE')).boundingBox();
    expect((save?.y ?? 0) + (save?.height ?? 0)).toBeLessThanOrEqual(600);
    // The card that is edited is not behind the panel.
    await page.waitForTimeout(100);
    const box = await cards(page).nth(1).boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(580);
    await page.getByRole('tab').nth(1).click();
    expect(await dialog.overflow()).toBe(0);
    expect(
      await page.evaluate(() => {
        const table = document.querySelector('.table');
        return (table?.scrollWidth ?? 0) - (table?.clientWidth ?? 0);
      }),
    ).toBe(0);
    await dialog.close();
  }
});
