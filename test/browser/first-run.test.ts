/**
 * The first run as a person has it: from an empty spreadsheet, through the add-on's menu and sidebar in the workbench, to
 * the first review. It counts what a person does, and prints it. Once more with trouble: every call fails, then comes back
 * empty, then never comes back; each time "Try again" is enough.
 */
import type { Browser } from 'playwright-core';
import { type RunningWorkbench, startWorkbench } from '../../src/local/workbench/index.ts';
import { sheetTemplate } from '../../src/workbook/sheets/index.ts';
import { bench as blank, rowsOf } from '../start/bench.ts';
import { youtube } from '../start/export.ts';
import { openBrowser } from './browser.ts';
import { Person, TROUBLES, type Trouble } from './person.ts';
import { openPage } from './workbench-page.ts';

const LANGUAGES = ['en', 'zh-CN'] as const;
type Language = (typeof LANGUAGES)[number];
const WEEK = '2026-W31';
// Far longer than any step takes, so that a busy machine fails nothing.
const PATIENCE = 90_000;

let browser: Browser;
const running: RunningWorkbench[] = [];
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await Promise.all(running.map((each) => each.close()));
});

async function begin(language: Language, troubles: readonly Trouble[] = []) {
  const machine = blank({ language, setUp: false });
  const workbench = await startWorkbench({ port: 0, language });
  running.push(workbench);
  workbench.ready(machine, { openSidebar: false });
  const hasClock = troubles.length > 0;
  const { page, complaints } = await openPage(browser, workbench.url, { locale: language, hasClock });
  page.setDefaultTimeout(PATIENCE);
  return { person: new Person({ page, machine, language, troubles }), machine, complaints };
}

const titles = ({ machine }: Person) => machine.document().sheets.map(({ title }) => title);

/** Language and currency are proposed; the sheets of one module are wanted as well. */
async function setUp(person: Person): Promise<void> {
  const { language } = person;
  await person.through(() => person.openSidebar());
  await person.field(person.say('UI_LANGUAGE')).waitFor();
  await person.shoot('start');
  await person.choose(person.field(person.say('UI_LANGUAGE')), language);
  await person.choose(person.field(person.say('UI_CURRENCY')), 'CNY');
  await person.click(person.field(language === 'en' ? 'A/B tests' : 'A/B 测试'));
  await person.press(person.button('UI_SET_UP'));
  await person.isAt(sheetTemplate('guide').titles[language]);
  await person.next('UI_STEP_TEAM').waitFor();
  await person.shoot('set-up');
}

async function fillInTeam(person: Person): Promise<void> {
  await person.through(() => person.click(person.next('UI_STEP_TEAM')));
  await person.click(person.button('UI_ADD_PERSON'));
  const [name, role] = person.language === 'en' ? ['Name', 'Role'] : ['姓名', '角色'];
  await person.type(person.field(name), 'Mei');
  await person.choose(person.field(role), 'owner');
  await person.shoot('team');
  await person.press(person.button('UI_SAVE'));
  await person.next('UI_STEP_DATA').waitFor();
  await person.shoot('team-saved');
}

/** A file that is no export is told as such, and is taken off the list. */
async function bringInWrong(person: Person): Promise<void> {
  await person.chooseFile('Holiday.jpg', '\u00ff\u00d8\u00ff\u00e0\u0000\u0010JFIF\u0000');
  await person.alert().waitFor();
  await person.shoot('wrong-file');
  await person.click(person.button('UI_REMOVE', { file: 'Holiday.jpg' }));
  await person.alert().waitFor({ state: 'detached' });
}

async function bringInData(person: Person, isWrongFirst: boolean): Promise<void> {
  await person.click(person.next('UI_STEP_DATA'));
  if (isWrongFirst) await bringInWrong(person);
  const video = { id: 'F3HVs95pagk', published: 'Jul 28, 2026', likes: 5, views: 1200, hours: 12 };
  await person.through(() => person.chooseFile('Table data.csv', youtube([video])));
  await person.type(person.field(person.say('UI_ACCOUNT')), 'art');
  await person.shoot('file');
  await person.press(person.button('UI_IMPORT_ONE'));
  await person.sees(person.say('UI_IMPORT_FINISHED'));
  await person.next('UI_STEP_GOAL').waitFor();
  await person.shoot('imported');
}

async function chooseGoal(person: Person): Promise<void> {
  await person.click(person.next('UI_STEP_GOAL'));
  await person.shoot('goal');
  // The import has proposed a tree already, which is kept in a tab of its own.
  await person.click(person.button('UI_GOAL_APPLY'));
  await person.press(person.button('UI_GOAL_REPLACE'));
  await person.next('UI_STEP_REVIEW').waitFor();
  await person.shoot('goal-written');
}

async function writeReview(person: Person): Promise<void> {
  await person.click(person.next('UI_STEP_REVIEW'));
  await person.shoot('review');
  await person.press(person.button('UI_WRITE'));
  await person.button('UI_UPDATE').waitFor();
  expect(titles(person)).toContain(WEEK);
  await person.isAt(WEEK);
  await person.shoot('review-written');
}

async function turnOn(person: Person): Promise<void> {
  await person.press(person.button('UI_TURN_ON'));
  await person.click(person.tab('UI_TAB_START'));
  await person.sidebar.getByRole('heading', { name: person.say('UI_GLANCE_TITLE') }).waitFor();
  await person.shoot('done');
}

describe.each(LANGUAGES)('%s', (language) => {
  test.each<[string, readonly Trouble[]]>([
    ['as it should go', []],
    ['with trouble at every call', TROUBLES],
  ])(
    'from an empty spreadsheet to the first review with own figures, %s',
    async (path, troubles) => {
      const { person, machine, complaints } = await begin(language, troubles);
      await setUp(person);
      await fillInTeam(person);
      await bringInData(person, troubles.length > 0);
      await chooseGoal(person);
      await writeReview(person);
      person.report(`own figures to the review, ${path}`);
      await turnOn(person);
      expect(complaints).toEqual([]);
      const people = rowsOf(machine, 'team', language).filter(({ name }) => name === 'Mei');
      expect(people).toMatchObject([{ name: 'Mei' }]);
      expect(rowsOf(machine, 'accounts', language)).toHaveLength(1);
      expect(rowsOf(machine, 'performance', language)).toHaveLength(1);
      expect(titles(person).filter((title) => title.startsWith('2026-W'))).toEqual([WEEK]);
    },
    600_000,
  );

  test('the same with sample data, as short as it gets; then a goal, which keeps the tree of the sample', async () => {
    const { person, complaints } = await begin(language);
    await person.openSidebar();
    await person.click(person.button('UI_SET_UP'));
    await person.next('UI_STEP_TEAM').waitFor();
    await person.click(person.button('UI_SAMPLE_LOAD'));
    await person.click(person.button('UI_TO_REVIEW'));
    await person.click(person.button('UI_WRITE'));
    await person.button('UI_UPDATE').waitFor();
    expect(titles(person)).toContain(WEEK);
    await person.isAt(WEEK);
    await person.shoot('sample-review');
    person.report('sample data to the review');

    const before = titles(person).length;
    await person.click(person.tab('UI_TAB_START'));
    await person.click(person.button('UI_GOAL_APPLY'));
    await person.click(person.button('UI_GOAL_REPLACE'));
    await person.sidebar.locator('.notice.good, .notice.warn').locator('visible=true').first().waitFor();
    await person.shoot('sample-goal');
    expect(titles(person)).toHaveLength(before + 1);
    expect(complaints).toEqual([]);
  }, 600_000);
});
