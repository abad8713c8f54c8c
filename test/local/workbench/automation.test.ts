import { createDocument } from '../../../src/local/document/create.ts';
import type { DocumentState } from '../../../src/local/document/model.ts';
import { Automation } from '../../../src/local/workbench/automation/automation.ts';
import { mailPage } from '../../../src/local/workbench/automation/mail-html.ts';
import { nextReviewTime, reviewHour } from '../../../src/local/workbench/automation/review-hour.ts';
import type { HostMessage } from '../../../src/local/workbench/messages.ts';
import { WorkbookSession } from '../../../src/local/workbench/session.ts';
import { demoMachine } from '../../browser/workbench-addon.ts';

let machine: ReturnType<typeof demoMachine>;
let automation: Automation;
let told: HostMessage[];

beforeEach(() => {
  machine = demoMachine();
  machine.chooseMenu('installTrigger');
  told = [];
  const send = (message: HostMessage) => told.push(message);
  const session = new WorkbookSession(machine, send);
  automation = new Automation({ machine, session, send });
});
afterEach(() => automation.close());

const HOUR = 3_600_000;
/** What clocks in Shanghai show, as if it were UTC. */
const wall = (text: string) => Date.parse(`${text}Z`);

test('the state names clock, zone, triggers with their next run, and what ran', () => {
  const state = automation.state();
  expect(state).toMatchObject({ timeZone: 'Asia/Shanghai', mails: [] });
  // The calls that installed the trigger have taken some of the minute.
  expect(state.now - wall('2026-11-23T09:00:00')).toBeGreaterThan(0);
  expect(state.now - wall('2026-11-23T09:00:00')).toBeLessThan(60_000);
  expect(state.triggers).toEqual([
    {
      id: expect.any(String),
      handler: 'onTick',
      owner: 'ana@example.com',
      event: 'CLOCK',
      timeZone: 'Asia/Shanghai',
      schedule: { type: 'hours', every: 1, minute: expect.any(Number) },
      nextAt: expect.any(Number),
    },
  ]);
  expect(state.executions.map(({ functionName }) => functionName)).toEqual(['installTrigger', 'onOpen']);
});

test('moving the clock fires each trigger in its turn; failures are counted and told in their words', async () => {
  const from = automation.state().now;
  const answer = await automation.moveTo(from + 7 * HOUR);
  expect(answer).toEqual({
    fired: 7,
    failed: 1,
    idle: 0,
    created: [],
    changed: [],
    now: from + 7 * HOUR,
    stopped: false,
  });
  const { executions, mails } = automation.state();
  const ticks = executions.filter(({ functionName }) => functionName === 'onTick');
  expect(ticks).toHaveLength(7);
  expect(ticks.filter(({ error }) => error === 'The fifth hour is bad')).toHaveLength(1);
  expect(mails).toHaveLength(6);
  expect(ticks[0]).toMatchObject({ kind: 'trigger', outcome: 'completed', calls: 3, mails: [5] });
  expect(ticks[0]!.duration).toBeGreaterThan(0);
  expect(told.filter(({ type }) => type === 'clock moving')).toHaveLength(7);
});

test('the end says what was written and how many runs changed nothing', async () => {
  const reviewing = demoMachine();
  reviewing.run('installReview');
  const session = new WorkbookSession(reviewing, () => undefined);
  const panel = new Automation({ machine: reviewing, session, send: () => undefined });
  const answer = await panel.moveTo(panel.state().now + 6 * HOUR);
  expect(answer).toMatchObject({ created: ['2026-W47'], changed: [], fired: 6, idle: 5, failed: 0 });
  const runs = panel.state().executions.filter(({ functionName }) => functionName === 'onReview');
  expect(runs.filter(({ changed }) => changed)).toHaveLength(1);
  panel.close();
});

test('it can be stopped on the way', async () => {
  const from = automation.state().now;
  const moving = automation.moveTo(from + 48 * HOUR);
  automation.stop();
  const answer = await moving;
  expect(answer.stopped).toBe(true);
  expect(answer.fired).toBeLessThan(3);
  expect(automation.state().now).toBeLessThan(from + 4 * HOUR);
});

test('a second move meanwhile is refused', async () => {
  const from = automation.state().now;
  const moving = automation.moveTo(from + 3 * HOUR);
  await expect(automation.moveTo(from + HOUR)).rejects.toThrow('The clock is being moved already.');
  await moving;
});

test('one trigger runs now, and its schedule stays', () => {
  const [trigger] = automation.state().triggers;
  expect(automation.fire(trigger!.id)).toMatchObject({ fired: 1, failed: 0 });
  expect(automation.state().triggers[0]!.nextAt).toBe(trigger!.nextAt);
  expect(() => automation.fire('gone')).toThrow('There is no such trigger.');
});

test('an execution opens to its service calls and its log', async () => {
  await automation.moveTo(automation.state().now + HOUR);
  const { id } = automation.state().executions[0]!;
  const details = automation.details(id)!;
  expect(details.calls.map(({ method }) => method)).toEqual([
    'PropertiesService.getUserProperties',
    'Properties.getProperty',
    'MailApp.sendEmail',
  ]);
  expect(details.logs[0]!.text).toMatch(/^tick at hour \d+$/);
  expect(automation.details(-1)).toBeUndefined();
});

test('a text mail is shown as text', () => {
  expect(mailPage('', '<b> & c')).toContain('&#60;b&#62; &#38; c');
  expect(mailPage('<b>bold</b>', 'plain')).toMatch(/<b>bold<\/b>$/);
});

const settings = (value: object, key = 'review_hour'): DocumentState => {
  const document = createDocument();
  document.sheets[0]!.cells = [[], [{ value: { stringValue: key } }, undefined, { value }]];
  const at = (metadataId: number, metadataValue: string, index: number) => ({
    metadataId,
    metadataKey: 'kpi.column',
    metadataValue,
    visibility: 'DOCUMENT' as const,
    location: { type: 'COLUMN' as const, sheetId: 0, index },
  });
  document.metadata = [at(1, 'settings.key', 0), at(2, 'settings.value', 2)];
  return document;
};

test.each([
  [{ numberValue: 14 }, 14],
  [{ stringValue: '7' }, 7],
  [{ numberValue: 24 }, 9],
  [{ stringValue: 'noon' }, 9],
])('the review hour %j of the settings is %i', (value, hour) => {
  expect(reviewHour(settings(value))).toBe(hour);
});

test('without such a setting it is the add-on’s own', () => {
  expect(reviewHour(createDocument())).toBe(9);
  expect(reviewHour(settings({ numberValue: 14 }, 'other'))).toBe(9);
});

test.each([
  // Monday before the hour, in it, and after it; Sunday; the Monday after summer time ended.
  ['2026-11-23T08:00', 'Asia/Shanghai', '2026-11-23T09:59'],
  ['2026-11-23T09:58', 'Asia/Shanghai', '2026-11-23T09:59'],
  ['2026-11-23T09:59', 'Asia/Shanghai', '2026-11-30T09:59'],
  ['2026-11-29T23:00', 'Asia/Shanghai', '2026-11-30T09:59'],
])('from %s in %s the next review is over at %s', (now, zone, then) => {
  const shanghai = (text: string) => wall(`${text}:00`) - 8 * HOUR;
  expect(nextReviewTime(shanghai(now), zone, 9)).toBe(shanghai(then));
});

test('a change of the clocks on the way does not move the hour', () => {
  const saturday = Date.parse('2026-10-31T12:00:00-07:00');
  expect(nextReviewTime(saturday, 'America/Los_Angeles', 9)).toBe(Date.parse('2026-11-02T09:59:00-08:00'));
});
