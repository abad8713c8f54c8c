/** "Remove what the add-on stored …" of the menu: everything of the add-on goes, what people typed stays unless told. */
import type { Machine, MachineSnapshot, Question } from '../../src/local/machine.ts';
import { METADATA_KEYS } from '../../src/workbook/stored.ts';
import { automated, BO, setClock, tickAt } from '../addon/automated.ts';
import { ANA, ask, batch, call, loadRows, stateOf, valuesOf } from '../start/bench.ts';

/** Chooses the menu item and answers its questions in order; a dialog that is not answered is closed. */
function remove(machine: Machine, answers: readonly string[], email = ANA.email): Question[] {
  const asked: Question[] = [];
  const run = machine.attempt(
    () => machine.chooseMenu('menuRemove', email),
    (question) => {
      asked.push(question);
      return { button: question.buttons === 'OK' ? 'OK' : (answers[asked.length - 1] ?? 'CLOSE') };
    },
  );
  if (!run.done || !run.value.ok) throw new Error('menuRemove threw');
  return asked;
}

const said = (machine: Machine): string | undefined =>
  machine.ui.toasts.findLast(({ text }) => text !== '')?.text;
const ours = (machine: Machine): string[] =>
  machine
    .document()
    .metadata.map(({ metadataKey }) => metadataKey)
    .filter((key) => key.startsWith('kpi.'));
const hiddenOf = (machine: Machine): string[] =>
  machine.document().sheets.flatMap(({ title }) => (title.startsWith('_Content KPI') ? [title] : []));
const cellsOf = (machine: Machine): string =>
  stateOf(
    machine
      .document()
      .sheets.filter(({ title }) => !title.startsWith('_Content KPI'))
      .map(({ title, cells }) => [title, cells]),
  );
const propertiesOf = (machine: Machine): unknown => machine.properties.user;

const prepared = new Map<string, MachineSnapshot>();

/** An automated workbook with a review, an undo sheet, half an upload, and a question about a permission. */
function full(language: 'en' | 'zh-CN' = 'en'): Machine {
  const machine = automated({ language });
  const known = prepared.get(language);
  if (known !== undefined) {
    machine.restore(known);
    return machine;
  }
  call(machine, 'writeReview', { week: '2026-W31' });
  call(machine, 'uploadPiece', { upload: 'abcdefgh1', index: 0, count: 2, text: '[]' });
  machine.properties.user[ANA.email] = {
    ...machine.properties.user[ANA.email],
    'asked:team': '2026-08-01',
    'trigger:other': 'another document',
  };
  prepared.set(language, machine.snapshot());
  return machine;
}

test('the keys that are removed are all that the add-on writes', () => {
  const machine = full();
  expect([...new Set(ours(machine))].sort()).toEqual(
    METADATA_KEYS.filter((key) => key !== 'kpi.mapping').sort(),
  );
});

test('trigger, properties, marks and hidden sheets go; every cell of every other sheet stays', () => {
  const machine = full();
  const cells = cellsOf(machine);
  const marks = ours(machine).length;
  expect(hiddenOf(machine)).toHaveLength(2);
  const asked = remove(machine, ['OK', 'NO']);
  expect(asked.map(({ buttons }) => buttons)).toEqual(['OK_CANCEL', 'YES_NO']);
  expect(ours(machine)).toEqual([]);
  expect(hiddenOf(machine)).toEqual([]);
  expect(machine.triggers).toEqual([]);
  expect(propertiesOf(machine)).toEqual({ [ANA.email]: { 'trigger:other': 'another document' } });
  expect(machine.properties.document).toEqual({});
  expect(cellsOf(machine)).toBe(cells);
  expect(said(machine)).toBe(
    `Removed: the trigger, ${marks} hidden marks, hidden sheets: 2. All sheets stay. “Set up this spreadsheet” takes them in again.`,
  );
});

test('again, it finds nothing and changes nothing', () => {
  const machine = full();
  remove(machine, ['OK', 'NO']);
  const before = stateOf(machine.document());
  expect(remove(machine, ['OK'])).toHaveLength(1);
  expect(said(machine)).toBe('The add-on has nothing stored here; nothing was changed.');
  expect(stateOf(machine.document())).toBe(before);
});

test('a set-up afterwards takes the sheets in again, with their figures', () => {
  const machine = full();
  const performance = valuesOf(machine, 'Performance');
  remove(machine, ['OK', 'NO']);
  call(machine, 'setUp', { language: 'en' });
  expect(valuesOf(machine, 'Performance')).toEqual(performance);
  expect(call(machine, 'sidebarState', {}).automation.on).toBe(false);
});

test.each([
  ['cancelled', ['CANCEL']],
  ['closed', ['CLOSE']],
])('nothing goes where the first question is %s', (_, answers) => {
  const machine = full();
  const [document, properties] = [stateOf(machine.document()), stateOf(propertiesOf(machine))];
  expect(remove(machine, answers)).toHaveLength(1);
  expect(stateOf(machine.document())).toBe(document);
  expect(stateOf(propertiesOf(machine))).toBe(properties);
  expect(machine.triggers).toHaveLength(1);
});

test('sheets and reviews go only after a yes, people’s own tabs never; a blank tab takes the last one’s place', () => {
  const closed = full();
  const count = closed.document().sheets.length;
  remove(closed, ['OK', 'CLOSE']);
  expect(closed.document().sheets).toHaveLength(count - 2);
  const own = full();
  batch(own, { addSheet: { properties: { title: 'Our own' } } });
  loadRows(own, 'team', [{ name: 'Ana' }]);
  remove(own, ['OK', 'YES']);
  expect(own.document().sheets.map(({ title }) => title)).toContain('Our own');
  expect(own.document().sheets.some(({ title }) => /^(?:Team|Performance|2026-W31)$/.test(title))).toBe(
    false,
  );
  expect(own.document().namedRanges).toEqual([]);
  expect(said(own)).toMatch(/^Removed: .* and \d+ sheets and reviews\. The version history/);
  const all = full();
  const others = all.document().sheets.filter(({ title }) => title === 'Sheet1');
  batch(all, ...others.map(({ sheetId }) => ({ deleteSheet: { sheetId } })));
  remove(all, ['OK', 'YES']);
  expect(all.document().sheets).toHaveLength(1);
  expect(valuesOf(all, all.document().sheets[0]?.title ?? '')).toEqual([]);
});

test('where somebody else’s trigger works, nothing is removed, and it is said whose', () => {
  const machine = full('zh-CN');
  const before = stateOf(machine.document());
  machine.users.set(BO.email, { ...BO, locale: 'zh_CN' });
  const asked = remove(machine, [], BO.email);
  expect(asked.map(({ text }) => text)).toEqual([
    '没有清除任何内容：自动化以 ana@example.com 的名义运行，其触发器只能由本人移除。请联系对方关闭自动化，或由对方执行此操作。',
  ]);
  expect(stateOf(machine.document())).toBe(before);
});

test('a trigger that was out of reach does not bring the marks back', () => {
  const machine = full();
  setClock(machine, '2026-08-06 09:10');
  machine.users.set(BO.email, BO);
  // Ana's has not been seen for days: Bo may.
  remove(machine, ['OK', 'NO'], BO.email);
  expect(machine.triggers).toHaveLength(1);
  const before = stateOf(machine.document());
  expect(tickAt(machine, '2026-08-10 09:10').ok).toBe(true);
  expect(stateOf(machine.document())).toBe(before);
});

test('a run that dies after its batch is finished by the next', () => {
  const machine = full();
  machine.setFaults(({ method }) =>
    method === 'ScriptApp.deleteTrigger' ? { kind: 'fail', message: 'x' } : undefined,
  );
  const asked = remove(machine, ['OK', 'NO', 'OK']);
  expect(asked.at(-1)?.text).toMatch(/^Google answered: x/);
  machine.setFaults(undefined);
  remove(machine, ['OK']);
  expect(machine.triggers).toEqual([]);
  expect(said(machine)).toMatch(/^Removed: the trigger, 0 hidden marks/);
  expect(ask(machine, 'sidebarState', {})).toMatchObject({ ok: true });
});
