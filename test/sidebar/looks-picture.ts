/** The dialog with the picture of the KPI tree and its cascade, in pictures and checks. */
import type { Page } from 'playwright-core';
import type { Language } from '../../sidebar/language.ts';
import { sayIn, type TextCode } from '../../sidebar/picture/language.ts';
import type { TreeState } from '../../src/addon/tree-api.ts';
import type { Look } from './look.ts';
import { figures, goodServer, largeFigures, largeTree, TARGET, treeState } from './picture-example.ts';

const press = (page: Page, language: Language, code: TextCode) =>
  page.getByRole('button', { name: sayIn(language)(code), exact: true }).click();
const cards = (page: Page) => page.getByRole('treeitem');

/** Cards with their figures. */
async function shown(page: Page): Promise<void> {
  await cards(page).first().waitFor();
  await page.waitForFunction(() =>
    document.querySelector('[role=treeitem]')?.getAttribute('aria-label')?.match(/\d/),
  );
}

async function cascade(page: Page, language: Language): Promise<void> {
  await shown(page);
  await page.getByRole('tab', { name: sayIn(language)('PIC_TAB_CASCADE') }).click();
}

const server = (language: Language, parts: Partial<TreeState> = {}) =>
  goodServer(language, { readTree: [{ value: treeState(language, parts) }] });

const NEXT = { ...TARGET, node: 'aov', from: '2026-12-01', target: 95 };
const roles = (language: Language) =>
  treeState(language).rows.map((row, at) =>
    at === 0 ? { ...row, owner: language === 'en' ? 'Editor, Zoe' : '编导、小周' } : row,
  );

/** Beside the looks of the sidebar, in a window of the dialog's size. */
export const PICTURE_LOOKS: readonly Look[] = [
  { name: 'picture', script: (language) => server(language, { targets: [NEXT] }), go: shown },
  {
    name: 'picture-edit',
    script: (language) => server(language, { rows: roles(language) }),
    go: async (page) => {
      await shown(page);
      await cards(page).first().click();
      await page.getByRole('complementary').waitFor();
    },
  },
  {
    name: 'picture-large',
    script: (language) =>
      goodServer(language, {
        readTree: [{ value: largeTree(24, language) }],
        treeFigures: [{ value: largeFigures(24) }],
      }),
    go: shown,
  },
  {
    name: 'picture-saved',
    script: (language) => {
      const state = treeState(language);
      const sentence = language === 'en' ? 'Saved.' : '已保存。';
      return goodServer(language, { saveTree: [{ value: { saved: true, sentence, added: [], state } }] });
    },
    go: async (page, language) => {
      await shown(page);
      await cards(page).nth(1).click();
      await page.getByLabel(sayIn(language)('PIC_OWNER')).selectOption('Budi');
      await press(page, language, 'PIC_SAVE');
      await page.getByRole('button', { name: sayIn(language)('PIC_UNDO') }).waitFor();
    },
  },
  { name: 'cascade-first', script: server, go: cascade },
  {
    name: 'cascade',
    script: server,
    go: async (page, language) => {
      await cascade(page, language);
      await page.getByRole('textbox').first().fill('20');
      await page.getByRole('slider').first().waitFor();
    },
  },
  {
    name: 'cascade-no-weeks',
    script: (language) => ({ ...server(language), treeFigures: [{ value: { ...figures(), weeks: null } }] }),
    go: cascade,
  },
];
