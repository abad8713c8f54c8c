/** The tab with the KPI tree, in pictures and checks. */
import type { Page } from 'playwright-core';
import { type Language, say } from '../../sidebar/language.ts';
import { treeSayIn } from '../../sidebar/tree/words.ts';
import type { TreeRow } from '../../src/addon/tree-api.ts';
import { busyState } from './examples.ts';
import type { Look } from './look.ts';
import type { Script } from './server.ts';
import { figuresOf, opened, treeRows } from './tree-examples.ts';

type Code = Parameters<ReturnType<typeof treeSayIn>>[0];
const wordsIn = (language: Language, code: Code): string =>
  treeSayIn(language, (own, values) => say(language, own, values))(code);

const tree = (language: Language, rows: readonly TreeRow[] = treeRows(language)): Script => {
  const present = opened(language, { rows });
  const [bo, aov] = language === 'en' ? ['Bo', 'AOV'] : ['小波', '客单价'];
  const conflicts = [
    { was: 'aov', name: aov, field: 'owner', mine: null, theirs: bo },
    { was: 'orders.a', name: 'TikTok Shop', field: null, mine: null, theirs: 'TikTok Shop' },
  ] as const;
  return {
    sidebarState: [{ value: busyState(language) }],
    readTree: [{ value: present }],
    treeFigures: [{ value: figuresOf(rows) }],
    saveTree: [{ value: { saved: false, conflicts, present } }],
  };
};

async function openTree(page: Page, language: Language): Promise<void> {
  await page.getByRole('tab', { name: say(language, 'UI_TAB_TREE') }).click();
  await page.locator('.tree-root h2, .tree-root [role=tree]').first().waitFor();
}

async function withFigures(page: Page, language: Language): Promise<void> {
  await openTree(page, language);
  await page.locator('.light.red').waitFor();
}

const press = (page: Page, language: Language, code: Code) =>
  page.getByRole('button', { name: wordsIn(language, code), exact: true }).click();
const choose = (page: Page, name: string) =>
  page.getByRole('treeitem', { name: new RegExp(`^${name} ?,`) }).click();

export const TREE: readonly Look[] = [
  { name: 'tree', script: tree, go: withFigures },
  {
    name: 'tree-menu',
    script: tree,
    go: async (page, language) => {
      await withFigures(page, language);
      await press(page, language, 'UI_TREE_ACTIONS');
    },
  },
  {
    name: 'tree-target',
    script: tree,
    go: async (page, language) => {
      await withFigures(page, language);
      await press(page, language, 'UI_TREE_TARGET_NEW');
      await page.getByLabel(`${wordsIn(language, 'UI_TREE_VALUE')} (USD)`).fill('150000');
      await page.getByText(wordsIn(language, 'UI_TREE_MORE_FIELDS')).click();
    },
  },
  {
    name: 'tree-conflicts',
    script: tree,
    go: async (page, language) => {
      await withFigures(page, language);
      await choose(page, 'TikTok Shop');
      await page.keyboard.press('Delete');
      await press(page, language, 'UI_TREE_SAVE');
      await page.getByText(wordsIn(language, 'UI_TREE_CONFLICTS')).waitFor();
    },
  },
  { name: 'tree-empty', script: (language) => tree(language, []), go: openTree },
  {
    name: 'tree-fails',
    script: (language) => ({ ...tree(language), treeScript: ['empty'] }),
    go: async (page, language) => {
      await page.getByRole('tab', { name: say(language, 'UI_TAB_TREE') }).click();
      await page.getByRole('alert').waitFor();
    },
  },
];
