/**
 * Every screen of the sidebar that is worth a look: the tests hold each to what all screens must be, in both languages and
 * themes, and `npm run pictures -- sidebar` makes contact sheets of them. A new screen is one more entry.
 */
import type { Page } from 'playwright-core';
import { type Language, say, type TextCode } from '../../sidebar/language.ts';
import { say as sayFile } from '../../src/text/index.ts';
import { busyState, csv, mixedOutcome } from './examples.ts';
import type { Look } from './look.ts';
import { accountsOf, helpOf, issuesOf, settingsOf, teamOf } from './looks-more.ts';
import { TREE } from './looks-tree.ts';
import { automationOf, type Script, stateOf } from './server.ts';

export const LANGUAGES = ['en', 'zh-CN'] as const;
export const THEMES = ['light', 'dark'] as const;

type Role = 'button' | 'tab' | 'heading';
const named = (page: Page, role: Role, language: Language, code: TextCode, values?: Record<string, string>) =>
  page.getByRole(role, { name: say(language, code, values), exact: true });
const press = (page: Page, language: Language, code: TextCode) =>
  named(page, 'button', language, code).click();
const section = (page: Page, language: Language, code: TextCode) =>
  named(page, 'tab', language, code).click();

const unset = (): Script => ({ sidebarState: [{ value: stateOf({ isSetUp: false }) }], setUp: ['empty'] });
const busy = (language: Language): Script => ({ sidebarState: [{ value: busyState(language) }] });

const files = (language: Language): Script => ({
  ...busy(language),
  recogniseFile: [
    { value: { format: 'YouTube Studio', account: 'UCart', rows: 512, needsAsOf: true } },
    { sentence: sayFile(language, 'FILE_EMPTY') },
  ],
  importFile: [{ value: mixedOutcome(language) }],
});

async function chooseFiles(page: Page, language: Language): Promise<void> {
  await section(page, language, 'UI_TAB_DATA');
  await page.locator('input[type=file]').setInputFiles([csv('Table data.csv'), csv('data.csv')]);
  await page.getByRole('alert').waitFor();
}

function gone(language: Language): Script {
  const text = sayFile(language, 'FILE_EMPTY');
  const run = { at: '2026-11-22 09:12', ok: true, text };
  const jobs = automationOf().jobs.map((job, i) => ({
    ...job,
    on: i !== 3,
    last: i > 2 ? null : { ...run, ok: i !== 1 },
    next: i === 3 ? '' : '2026-11-23 09:00',
  }));
  const owner = { owner: 'anna@example.com', since: '2026-11-16', seen: '2026-11-22 09:12' };
  const automation = automationOf({
    ...owner,
    on: true,
    isGone: true,
    authorise: 'https://example.com/',
    jobs,
  });
  return {
    sidebarState: [{ value: { ...busyState(language), automation } }],
    reviewDigest: [{ value: { text } }],
  };
}

const START: readonly Look[] = [
  {
    name: 'set-up',
    script: unset,
    go: (page, language) => named(page, 'button', language, 'UI_SET_UP').waitFor(),
  },
  {
    name: 'set-up-fails',
    script: unset,
    go: async (page, language) => {
      await press(page, language, 'UI_SET_UP');
      await page.getByRole('alert').waitFor();
    },
  },
  { name: 'not-yet', script: unset, go: (page, language) => section(page, language, 'UI_TAB_DATA') },
  {
    name: 'first-steps',
    script: (language) => ({ sidebarState: [{ value: stateOf({ language }) }] }),
    go: (page, language) => named(page, 'heading', language, 'UI_NEXT_TITLE').waitFor(),
  },
  {
    name: 'sample',
    script: (language) => ({ sidebarState: [{ value: stateOf({ language }) }], loadRows: ['hang'] }),
    go: async (page, language) => {
      await press(page, language, 'UI_SAMPLE_LOAD');
      await page.locator('.spinner').waitFor();
    },
  },
  {
    name: 'in-use',
    script: (language) => ({
      sidebarState: [
        { value: { ...busyState(language), automation: automationOf({ on: true, isMine: true }) } },
      ],
    }),
    go: (page, language) => named(page, 'heading', language, 'UI_GLANCE_TITLE').waitFor(),
  },
];

const DATA: readonly Look[] = [
  { name: 'data', script: busy, go: (page, language) => section(page, language, 'UI_TAB_DATA') },
  { name: 'files', script: files, go: chooseFiles },
  {
    name: 'outcome',
    script: files,
    go: async (page, language) => {
      await chooseFiles(page, language);
      await press(page, language, 'UI_IMPORT_ONE');
      await page.getByText(say(language, 'UI_IMPORT_FINISHED')).waitFor();
    },
  },
];

const REVIEW: readonly Look[] = [
  { name: 'review', script: busy, go: (page, language) => section(page, language, 'UI_TAB_REVIEW') },
  {
    name: 'close',
    script: busy,
    go: async (page, language) => {
      await section(page, language, 'UI_TAB_REVIEW');
      await press(page, language, 'UI_CLOSE');
    },
  },
  {
    name: 'automation',
    script: gone,
    go: async (page, language) => {
      await section(page, language, 'UI_TAB_REVIEW');
      // A browser that refuses to copy: the text is shown.
      await page.evaluate(() => {
        document.execCommand = () => false;
      });
      await press(page, language, 'UI_DIGEST_COPY');
      await page.getByRole('textbox').waitFor();
    },
  },
];

const more = (language: Language): Script => {
  const [team, base] = [teamOf(language), teamOf(language).rows[0] ?? {}];
  return {
    ...busy(language),
    readRows: [{ value: team }],
    saveRows: [
      {
        value: {
          saved: false,
          conflicts: [
            { kind: 'cell', at: 0, field: 'role', mine: 'writer', theirs: 'host' },
            { kind: 'changed', at: 1 },
            { kind: 'gone', row: base },
          ],
          draft: team.rows.map((row, was) => ({ was, row })),
          state: team,
        },
      },
    ],
    readIssues: [{ value: issuesOf(language) }],
    help: [{ value: helpOf(language) }],
    insertExample: [{ sentence: sayFile(language, 'INSERT_NOWHERE') }],
  };
};

/** Opens a row of the section's list. */
async function moreScreen(page: Page, language: Language, key: string): Promise<void> {
  await section(page, language, 'UI_TAB_MORE');
  await page.locator(`.topics [data-key=${key}]`).click();
}

const MORE: readonly Look[] = [
  { name: 'more', script: more, go: (page, language) => section(page, language, 'UI_TAB_MORE') },
  {
    name: 'team',
    script: more,
    go: async (page, language) => {
      await moreScreen(page, language, 'team');
      await page.locator('.list-line').first().waitFor();
    },
  },
  {
    name: 'team-edited',
    script: more,
    go: async (page, language) => {
      await moreScreen(page, language, 'team');
      await page.locator('.line-head').nth(1).click();
      await press(page, language, 'UI_LIST_REMOVE');
      await page.locator('.line-head').nth(2).click();
      await page.locator('.list-line input').first().fill('Bo');
      await press(page, language, 'UI_ADD_PERSON');
      await page.locator('.list-line input').nth(1).fill('?');
      await press(page, language, 'UI_SAVE');
      await page.locator('[aria-invalid]').first().waitFor();
    },
  },
  {
    name: 'team-conflicts',
    script: more,
    go: async (page, language) => {
      await moreScreen(page, language, 'team');
      await page.locator('.line-head').first().click();
      await page.locator('.list-line select').first().selectOption('writer');
      await press(page, language, 'UI_SAVE');
      await page.getByText(say(language, 'UI_CONFLICTS')).waitFor();
    },
  },
  {
    name: 'accounts',
    script: (language) => ({ ...more(language), readRows: [{ value: accountsOf(language) }] }),
    go: async (page, language) => {
      await moreScreen(page, language, 'accounts');
      await page.locator('.line-head').first().click();
    },
  },
  {
    name: 'settings',
    script: (language) => ({ ...more(language), readRows: [{ value: settingsOf(language) }] }),
    go: async (page, language) => {
      await moreScreen(page, language, 'settings');
      await page.locator('#panel-more .field input').nth(1).fill('x');
    },
  },
  {
    name: 'issues',
    script: more,
    go: async (page, language) => {
      await moreScreen(page, language, 'issues');
      await page.locator('.issues').first().waitFor();
    },
  },
  {
    name: 'no-issues',
    script: (language) => ({ ...more(language), readIssues: [{ value: { count: 0, groups: [] } }] }),
    go: async (page, language) => {
      await moreScreen(page, language, 'issues');
      await page.locator('.notice.good').waitFor();
    },
  },
  {
    name: 'sheets',
    script: more,
    go: async (page, language) => {
      await moreScreen(page, language, 'sheets');
      await named(page, 'button', language, 'UI_MORE').waitFor();
    },
  },
  {
    name: 'help',
    script: more,
    go: async (page, language) => {
      await moreScreen(page, language, 'help');
      await page.locator('summary').first().click();
      await press(page, language, 'UI_INSERT');
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'fails',
    script: (language) => ({ ...more(language), readRows: ['empty'] }),
    go: async (page, language) => {
      await moreScreen(page, language, 'team');
      await page.getByRole('alert').waitFor();
    },
  },
];

/** In the order of the sidebar. */
export const LOOKS: readonly Look[] = [...START, ...TREE, ...DATA, ...REVIEW, ...MORE];
