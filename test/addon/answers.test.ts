/** In whose language the add-on answers, and what it says of faults that nobody foresaw. */
import type { Machine } from '../../src/local/machine.ts';
import { ANA, ask, bench, call, rowsOf } from '../start/bench.ts';

const BO = { email: 'bo@example.com', locale: 'zh_CN' };

function withBo(setUp = true): Machine {
  const machine = bench({ setUp });
  machine.users.set(BO.email, BO);
  return machine;
}

describe('the language of an answer', () => {
  test.each([
    ['writeReview', {}, 'The review 2026-W31 is in its tab.'],
    ['loadRows', { tables: [{ sheet: 'team', rows: [{ name: 'Cy' }] }] }, '1 rows were added.'],
    ['turnOnAutomation', {}, 'On: every Monday from 9:00 (Asia/Shanghai) the review is written by itself.'],
  ] as const)('%s: the workbook’s, whoever asks', (name, request, sentence) => {
    expect(call(withBo(), name, request, BO.email)).toMatchObject({ sentence });
  });

  test.each([
    ['closeReview', {}, 'There is no draft review to close.'],
    ['writeReview', { week: '2026-W54' }, 'Week labels look like 2026-W47; found “2026-W54”.'],
    [
      'loadRows',
      { tables: [{ sheet: 'nothing', rows: [] }] },
      'The request could not be understood: nothing.',
    ],
    ['importFile', { fileName: 5 }, /^The request could not be understood: fileName /],
  ] as const)('%s: a refusal, too', (name, request, sentence) => {
    expect(ask(withBo(), name, request, BO.email)).toEqual({
      ok: false,
      sentence: typeof sentence === 'string' ? sentence : expect.stringMatching(sentence),
    });
  });

  test('before the workbook is set up, the person’s', () => {
    const machine = withBo(false);
    for (const [email, start] of [
      [BO.email, '本表格还没有'],
      [ANA.email, 'This spreadsheet has no'],
    ] as const) {
      expect(ask(machine, 'writeReview', {}, email)).toEqual({
        ok: false,
        sentence: expect.stringMatching(`^${start}`),
      });
    }
  });

  test('menus answer in the workbook’s', () => {
    const machine = bench({ language: 'zh-CN' });
    machine.users.set(ANA.email, ANA);
    machine.chooseMenu('menuWriteReview', ANA.email);
    expect(machine.ui.toasts.at(-1)?.text).toBe('2026-W31 复盘已写入对应标签页。');
  });

  test('an importer whom Google does not name is unknown in the workbook’s', () => {
    const machine = withBo();
    machine.users.set('', { email: '', locale: 'zh_CN' });
    const rows = [
      ['Content', 'Video title', 'Video publish time', 'Views'],
      ['F3HVs95pagk', 'A', 'Jan 5, 2026', '7'],
    ];
    call(
      machine,
      'importFile',
      { fileName: 'a.csv', tables: [{ name: 'a', rows }], account: 'a', asOf: '2026-08-01' },
      '',
    );
    expect(rowsOf(machine, 'imports')[0]?.who).toBe('unknown');
  });
});

describe('a fault that nobody foresaw', () => {
  const failing = (machine: Machine, method: string, name: string): void =>
    machine.setFaults((call) =>
      call.method.endsWith(method) ? { kind: 'fail', message: 'x is undefined', name } : undefined,
    );

  test('is no answer of Google’s; that nothing was changed is said where it is true', () => {
    const machine = bench();
    failing(machine, 'batchUpdate', 'TypeError');
    expect(ask(machine, 'writeReview', {})).toEqual({
      ok: false,
      sentence: 'Something went wrong in the add-on: x is undefined. Nothing was changed.',
    });
    // Once the marks are gone, what is remembered of this person goes.
    failing(machine, 'getProperties', 'TypeError');
    const asked: string[] = [];
    machine.attempt(
      () => machine.chooseMenu('menuRemove'),
      ({ text, buttons }) => {
        asked.push(text);
        return { button: buttons === 'YES_NO' ? 'NO' : 'OK' };
      },
    );
    expect(asked.at(-1)).toBe('Something went wrong in the add-on: x is undefined.');
  });

  test.each(['GoogleJsonResponseException', 'Exception'])('%s is an answer of Google’s', (name) => {
    const machine = bench();
    failing(machine, 'batchUpdate', name);
    expect(ask(machine, 'writeReview', {})).toEqual({
      ok: false,
      sentence: 'Google answered: x is undefined',
    });
  });
});
