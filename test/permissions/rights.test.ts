/** People who may only look, and editors without rights to protected cells: a sentence from each job that writes. */
import type { Endpoints } from '../../src/addon/api.ts';
import type { Machine, User } from '../../src/local/machine.ts';
import { automated, BO, tickAt } from '../addon/automated.ts';
import { tellFigure } from '../figures.ts';
import { ANA, ask, batch, call, forgetAutomation } from '../start/bench.ts';
import { fileOf } from './scoped.ts';

const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const ROW = { tables: [{ sheet: 'team', rows: [{ name: 'Bo' }] }] };

const TARGET = {
  ...{ node: 'watch', from: '2026-08-03', to: '2026-09-30', baseline: 1, target: 12, low: null, high: null },
  ...{ locked: false, how: 'typed' },
};

/** Every endpoint that writes, with a request that changes something. */
const WRITES: readonly (readonly [keyof Endpoints, unknown])[] = [
  ['setUp', { language: 'en', modules: ['experiments'] }],
  ['uploadPiece', { upload: 'abcdefgh1', index: 0, count: 2, text: '[]' }],
  ['importFile', fileOf(900)],
  ['undoImport', {}],
  ['loadRows', ROW],
  ['applyModel', { model: 'live', replace: true }],
  ['writeReview', { week: '2026-W30' }],
  ['closeReview', { week: '2026-W31' }],
  ['changeAutomation', { hour: 7 }],
  ['turnOnAutomation', {}],
  ['saveTree', { base: [], rows: [], targets: [TARGET] }],
  ['saveRows', { sheet: 'team', base: [], rows: [{ was: null, row: { name: 'Bo' } }] }],
  ['addTreeImage', { week: '2026-W31', png: PNG, width: 10, height: 10 }],
];

function shared(role: User['role'], language: 'en' | 'zh-CN'): Machine {
  const machine = automated({ language });
  call(machine, 'writeReview', { week: '2026-W31' });
  machine.fireTrigger(machine.triggers[0]?.id ?? '');
  call(machine, 'turnOffAutomation', {});
  machine.users.set(BO.email, { ...BO, locale: language === 'en' ? 'en' : 'zh_CN', ...(role && { role }) });
  return machine;
}

const LOOK = {
  en: 'Your account may look at this spreadsheet, but not change it. Ask its owner to let you edit it.',
  'zh-CN': '你的账号只能查看本表格，不能修改。请联系表格所有者授予编辑权限。',
} as const;
const PROTECTED = {
  'zh-CN': '要修改的单元格受保护，你的账号无权编辑。请联系表格所有者在“数据 › 保护工作表和范围”中调整。',
} as const;

/** By the right that is lacking: jobs that said so. */
const without = new Map<string, Set<string>>();
const note = (right: string, job: string): unknown =>
  without.set(right, (without.get(right) ?? new Set()).add(job));
afterAll(() => {
  const taken = [...without.values()].reduce((sum, { size }) => sum + size, 0);
  tellFigure('permissions', `${without.size} rights taken away, from ${taken} jobs`, 'rights');
});

describe.each([
  ['viewer', 'en'],
  ['commenter', 'zh-CN'],
] as const)('a %s (%s)', (role, language) => {
  const machine = shared(role, language);
  const before = machine.document();

  test.each(WRITES)('%s', (name, request) => {
    expect(ask(machine, name, request, BO.email)).toEqual({ ok: false, sentence: LOOK[language] });
    // Documents are never changed in place.
    expect(machine.document() === before).toBe(true);
    expect(machine.triggers).toEqual([]);
    expect(machine.properties.user[BO.email] ?? {}).toEqual({});
    note(role, name);
  });

  test.each(['menuWriteReview', 'menuCloseReview', 'menuRemove'])('%s', (name) => {
    const run = machine.attempt(
      () => machine.chooseMenu(name, BO.email),
      ({ buttons }) => ({ button: buttons === 'YES_NO' ? 'NO' : 'OK' }),
    );
    expect(run).toMatchObject({ done: true, value: { ok: true } });
    expect(machine.ui.alerts.at(-1)?.text).toBe(LOOK[language]);
    // Documents are never changed in place.
    expect(machine.document() === before).toBe(true);
    note(role, name);
  });

  test('reads what there is', () => {
    expect(ask(machine, 'sidebarState', {}, BO.email)).toMatchObject({ ok: true });
    expect(ask(machine, 'readReview', {}, BO.email)).toMatchObject({ ok: true });
    expect(ask(machine, 'readTree', {}, BO.email)).toMatchObject({ ok: true });
  });
});

describe.each(['zh-CN'] as const)('an editor, all sheets being protected (%s)', (language) => {
  const machine = shared('editor', language);
  batch(
    machine,
    ...machine.document().sheets.map(({ sheetId }) => ({
      addProtectedRange: { protectedRange: { range: { sheetId }, editors: { users: [ANA.email] } } },
    })),
  );
  const before = machine.document();
  const onSheets = WRITES.filter(([name]) =>
    [
      'importFile',
      'undoImport',
      'loadRows',
      'applyModel',
      'saveTree',
      'closeReview',
      'changeAutomation',
    ].includes(name),
  );

  test.each(onSheets)('%s', (name, request) => {
    expect(ask(machine, name, request, BO.email)).toEqual({ ok: false, sentence: PROTECTED[language] });
    // Documents are never changed in place.
    expect(machine.document() === before).toBe(true);
    note('protected', name);
  });

  test('whom the protection names may', () => {
    machine.users.set(ANA.email, { ...ANA, role: 'editor' });
    expect(ask(machine, 'loadRows', ROW)).toMatchObject({ ok: true });
  });
});

test('a trigger of somebody who may only look now says so in Google’s list of runs, and changes nothing', () => {
  const machine = automated();
  forgetAutomation(machine);
  machine.users.set(ANA.email, { ...ANA, role: 'viewer' });
  const before = machine.document();
  const run = tickAt(machine, '2026-08-03 09:10');
  expect(run.ok ? '' : run.error.message).toBe(LOOK.en);
  // Documents are never changed in place.
  expect(machine.document() === before).toBe(true);
  note('viewer', 'tick');
});
