/** What ran, as the page "Executions" of Apps Script lists it, with every service call. */
import type { ExecutionDetails, ShownExecution, ShownMail } from '../../automation/messages.ts';
import { element } from '../dom.ts';
import { words } from '../server.ts';
import { fill, inSeconds, second } from './format.ts';
import { KeyedList } from './keyed.ts';
import { mailEntry } from './mails.ts';

const KINDS: Record<ShownExecution['kind'], string> = {
  open: words.kindOpen,
  menu: words.kindMenu,
  sidebar: words.kindSidebar,
  trigger: words.kindTrigger,
  custom: words.kindCustom,
  editor: words.kindEditor,
};
const OUTCOMES: Record<ShownExecution['outcome'], string> = {
  running: words.runningNow,
  completed: words.completed,
  failed: words.failed,
  'timed out': words.timedOut,
  killed: words.killed,
};

let mails: readonly ShownMail[] = [];

function entryOf(execution: ShownExecution): HTMLElement {
  const { functionName, kind, startedAt, duration, outcome, error, calls } = execution;
  const took = fill(words.seconds, { seconds: inSeconds(duration) });
  const counts = [`${words.duration}: ${took}`, fill(words.callsCount, { count: calls })];
  if (execution.mails.length) counts.push(fill(words.mailsCount, { count: execution.mails.length }));
  const good = outcome === 'completed' || outcome === 'running';
  const entry = element(
    'details',
    { class: 'wb-entry' },
    element(
      'summary',
      {},
      element('span', { class: 'wb-entry-name' }, element('code', {}, functionName)),
      element('span', { class: good ? 'wb-good' : 'wb-bad' }, OUTCOMES[outcome]),
      element('span', {}, KINDS[kind]),
      element('time', { class: 'wb-quiet' }, second(startedAt)),
      element('span', { class: 'wb-quiet wb-counts' }, counts.join(' · ')),
      ...(error ? [element('span', { class: 'wb-entry-error' }, error)] : []),
    ),
  );
  entry.addEventListener('toggle', () => {
    if (entry.open && entry.children.length === 1) void open(entry, execution);
  });
  return entry;
}

async function open(entry: HTMLElement, { id, mails: numbers }: ShownExecution): Promise<void> {
  const body = element('div', { class: 'wb-entry-body' });
  entry.append(body);
  const response = await fetch(`/automation/execution/${id}`);
  if (!response.ok) {
    entry.lastElementChild?.remove();
    return;
  }
  const { calls, logs, error } = (await response.json()) as ExecutionDetails;
  body.append(
    ...(error ? [element('h4', {}, words.error), element('pre', { tabindex: '0' }, error)] : []),
    element('h4', {}, words.serviceCalls),
    calls.length ? callList(calls) : element('p', { class: 'wb-quiet' }, words.noCalls),
    ...(logs.length
      ? [
          element('h4', {}, words.log),
          element('pre', { tabindex: '0' }, logs.map(({ level, text }) => `${level}  ${text}`).join('\n')),
        ]
      : []),
    ...mails.filter(({ number }) => numbers.includes(number)).map(mailEntry),
  );
}

function callList(calls: ExecutionDetails['calls']): HTMLElement {
  return element(
    'ol',
    { class: 'wb-calls' },
    ...calls.map(({ method, loading, error }) =>
      element(
        'li',
        {},
        element('code', {}, method),
        ...(loading ? [element('span', { class: 'wb-quiet' }, ` (${words.whileLoading})`)] : []),
        ...(error ? [element('span', { class: 'wb-entry-error' }, ` ${error}`)] : []),
      ),
    ),
  );
}

const entries = element('div', { class: 'wb-entries' });
const none = element('p', { class: 'wb-quiet' }, words.noExecutions);

/** One execution, or several in a row of one trigger that changed nothing. */
type Row = { executions: readonly ShownExecution[] };

/** The oldest of a row names it: later ones come to the same row. */
const list = new KeyedList<Row>(
  entries,
  ({ executions }) => executions.at(-1)!.id,
  ({ executions }) => (executions.length > 1 ? idleEntry(executions) : entryOf(executions[0]!)),
);

const isIdle = ({ kind, outcome, changed, mails: sent }: ShownExecution): boolean =>
  kind === 'trigger' && outcome === 'completed' && !changed && sent.length === 0;

/** Executions, newest first, as rows. */
function rowsOf(executions: readonly ShownExecution[]): Row[] {
  const rows: { executions: ShownExecution[] }[] = [];
  for (const execution of executions) {
    const newer = rows.at(-1)?.executions;
    const same = newer && isIdle(newer[0]!) && newer[0]!.functionName === execution.functionName;
    if (same && isIdle(execution)) newer.push(execution);
    else rows.push({ executions: [execution] });
  }
  return rows;
}

function idleEntry(executions: readonly ShownExecution[]): HTMLElement {
  const span = { from: second(executions.at(-1)!.startedAt), to: second(executions[0]!.startedAt) };
  const entry = element(
    'details',
    { class: 'wb-entry wb-idle' },
    element(
      'summary',
      {},
      element('span', { class: 'wb-entry-name' }, element('code', {}, executions[0]!.functionName)),
      element('span', { class: 'wb-quiet' }, fill(words.idleRuns, { count: executions.length })),
      element('time', { class: 'wb-quiet' }, fill(words.idleSpan, span)),
    ),
  );
  entry.addEventListener('toggle', () => {
    if (!entry.open || entry.children.length > 1) return;
    entry.append(element('div', { class: 'wb-idle-runs' }, ...executions.map(entryOf)));
  });
  return entry;
}

/** The list of executions. */
export const executionList = element('div', {}, none, entries);

/** Shows what ran, newest first, with the mails that came of it. */
export function showExecutions(executions: readonly ShownExecution[], sent: readonly ShownMail[]): void {
  mails = sent;
  none.hidden = executions.length > 0;
  list.show(rowsOf(executions));
}
