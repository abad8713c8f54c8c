/** Every scope of the manifest is needed: without it the job that needs it says so, and with it the job works. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Machine } from '../../src/local/machine.ts';
import { lastRun, tickAt } from '../addon/automated.ts';
import { tellFigure } from '../figures.ts';
import { ask, bench, call, importText } from '../start/bench.ts';
import { builtFiles } from '../start/built.ts';
import { youtube } from '../start/export.ts';
import { fileOf, manifest, scoped } from './scoped.ts';

const AUTH = 'https://www.googleapis.com/auth/';
const lacks = (scope: string): string =>
  `The add-on lacks a permission that this needs (${scope}). Open it again from the menu, allow it when Google asks, and try once more.`;

const sentence = (answer: { ok: boolean; sentence?: string }): string | undefined =>
  answer.ok ? undefined : answer.sentence;

function fromMenu(machine: Machine, name: string): string | undefined {
  const before = machine.ui.alerts.length;
  const run = machine.chooseMenu(name);
  if (!run.ok) throw new Error(run.error.message);
  return machine.ui.alerts.slice(before).at(-1)?.text;
}

function digest(machine: Machine): string | undefined {
  tickAt(machine, '2026-08-03 09:10');
  const last = lastRun(machine, 'digest') ?? 'nothing ran';
  return last.startsWith('ok: ') ? undefined : last.replace('failed: ', '');
}

/** By scope: jobs that need it, each giving the sentence that it ends with where it fails. */
const NEEDED: Readonly<Record<string, Readonly<Record<string, (machine: Machine) => string | undefined>>>> = {
  spreadsheets: {
    'the review of the menu': (machine) => fromMenu(machine, 'menuWriteReview'),
    'the review of the sidebar': (machine) => sentence(ask(machine, 'writeReview', {})),
    'an import': (machine) => sentence(ask(machine, 'importFile', fileOf(200))),
  },
  'script.container.ui': {
    'the sidebar': (machine) => fromMenu(machine, 'menuSidebar'),
    'the automation of the menu': (machine) => fromMenu(machine, 'menuAutomation'),
    'the picture of the tree': (machine) => fromMenu(machine, 'menuTreePicture'),
  },
  'script.scriptapp': {
    'turning the automation on': (machine) => sentence(ask(machine, 'turnOnAutomation', {})),
    'turning it off': (machine) => sentence(ask(machine, 'turnOffAutomation', {})),
  },
  'script.send_mail': { 'the digest': digest },
  'userinfo.email': {
    'an import': (machine) => sentence(ask(machine, 'importFile', fileOf(200))),
    'turning the automation on': (machine) => sentence(ask(machine, 'turnOnAutomation', {})),
  },
};
const jobs = Object.entries(NEEDED).flatMap(([scope, list]) =>
  Object.keys(list).map((job) => [scope, job] as const),
);
const run = (scope: string, job: string, machine: Machine): string | undefined =>
  NEEDED[scope]?.[job]?.(machine);

const without = new Map<string, Set<string>>();
afterAll(() => {
  const taken = [...without.values()].reduce((sum, { size }) => sum + size, 0);
  tellFigure('permissions', `${without.size} scopes taken away, from ${taken} jobs`, 'scopes');
});

test('the manifest has the scopes that jobs here need, and no other', () => {
  expect(manifest.oauthScopes).toEqual(Object.keys(NEEDED).map((scope) => AUTH + scope));
});

test.each(jobs)('without %s, %s ends with a sentence', (scope, job) => {
  expect(run(scope, job, scoped(AUTH + scope))).toBe(lacks(scope));
  without.set(scope, (without.get(scope) ?? new Set()).add(job));
});

test.each(jobs)('with all scopes (%s), %s works', (scope, job) => {
  expect(run(scope, job, scoped(undefined))).toBeUndefined();
});

test('the sentence is in the person’s language', () => {
  expect(run('script.container.ui', 'the sidebar', scoped(`${AUTH}script.container.ui`, 'zh-CN'))).toBe(
    '插件缺少此操作所需的权限（script.container.ui）。请从菜单重新打开插件，在 Google 询问时允许，然后重试。',
  );
});

test('README.md says of each scope what it is for and what stops without it', () => {
  const readme = readFileSync(join(__dirname, '../../README.md'), 'utf8');
  const rows = [...readme.matchAll(/^\| `([\w.]+)` \| ([^|]{15,}) \| ([^|]{15,}) \|$/gm)].map(
    ([, scope]) => scope,
  );
  expect(rows).toEqual(manifest.oauthScopes.map((scope) => scope.slice(AUTH.length)));
});

describe('no data leave the spreadsheet by default', () => {
  test('the add-on can neither reach the network nor other files', () => {
    const code = Object.entries(builtFiles()).filter(([name]) => name.endsWith('.js'));
    expect(code.length).toBeGreaterThan(1);
    for (const [, text] of code) {
      expect(text).not.toMatch(/UrlFetchApp|DriveApp|GmailApp|Jdbc|openBy(?:Id|Url)|makeCopy|XMLHttpRequest/);
    }
    expect(Object.keys(JSON.parse(builtFiles()['appsscript.json'] ?? '{}'))).not.toContain('webapp');
  });

  test('pages load nothing from elsewhere and send nothing there', () => {
    for (const [name, html] of Object.entries(builtFiles())) {
      if (!name.endsWith('.html')) continue;
      expect(html).not.toMatch(/<(?:script|img|iframe|link)[^>]*(?:src|href)\s*=\s*["']?https?:/i);
      // The reader of CSV could load a file from an address, were it told to.
      expect(html).not.toMatch(/\bfetch\(|sendBeacon|new WebSocket|download: ?(?:!0|true)/);
    }
  });

  test('no mail goes out before someone turned the automation on, whatever is done', () => {
    const machine = bench();
    importText(
      machine,
      youtube([{ id: 'F3HVs95pagk', published: 'Jan 5, 2026', likes: 5, views: 100, hours: 1 }]),
      {
        asOf: '2026-08-02',
        account: 'art',
      },
    );
    call(machine, 'writeReview', {});
    call(machine, 'closeReview', {});
    call(machine, 'reviewDigest', {});
    machine.moveClockTo(new Date('2026-08-20T00:00:00Z'));
    expect(machine.triggers).toEqual([]);
    expect(machine.outbox).toEqual([]);
  });
});
