/** Text from outside through every way out: cells, mails, the text for a chat, the exported workbook. */
import { readFileTables } from '../../src/files/read-file.ts';
import { formulaOf } from '../../src/local/document/cell.ts';
import { exportXlsx } from '../../src/local/engine/xlsx.ts';
import type { Machine } from '../../src/local/machine.ts';
import { automated, onlyJobs, tickAt } from '../addon/automated.ts';
import { tellFigure } from '../figures.ts';
import { ANA, ask, call, importText, loadRows, serial, valuesOf } from '../start/bench.ts';
import { youtube } from '../start/export.ts';
import { FORMULAS, KEYS, MARKUP, SIGNS, TEXTS } from './texts.ts';

const WEEK = '2026-W31';
const id = (i: number): string => `-hostile${String(i).padStart(3, '0')}`;

/** Sheets into which the texts went. */
const filledSheets = new Set<string>(['content', 'accounts', 'imports']);
const load: typeof loadRows = (machine, sheet, rows) => {
  filledSheets.add(sheet);
  return loadRows(machine, sheet, rows);
};

/** Every sheet that people and files fill, each with each of the texts, and a review of them. */
function filled(): Machine {
  const machine = automated();
  const videos = (views: number) =>
    TEXTS.map((title, i) => ({
      id: id(i),
      title: title.replace(/[\r\0\ud800]/g, ' '),
      likes: 5,
      views: views + i,
      hours: 1,
    }));
  importText(machine, youtube(videos(100)), { asOf: '2026-07-26', account: FORMULAS[0] ?? '' });
  importText(machine, youtube(videos(300)), {
    asOf: '2026-08-02',
    account: FORMULAS[0] ?? '',
    fileName: '=1+1<img src=x onerror=alert(1)>.csv',
  });
  const day = serial('2026-07-30');
  load(
    machine,
    'team',
    TEXTS.map((name, i) => ({ name, email: `p${i}@example.com`, role: name })),
  );
  load(
    machine,
    'comments',
    TEXTS.map((text) => ({
      content: text,
      text,
      sentiment: 'negative',
      severity: 3,
      posted: day,
      owner: text,
      topic: text,
    })),
  );
  load(
    machine,
    'orders',
    TEXTS.map((text) => ({
      id: text,
      date: day,
      sku: text,
      units: 1,
      amount: 5,
      currency: 'USD',
      utm_source: text,
      utm_campaign: text,
      utm_content: text,
    })),
  );
  load(
    machine,
    'products',
    TEXTS.map((text) => ({ sku: text, name: text })),
  );
  load(
    machine,
    'costs',
    TEXTS.map((text) => ({ date: day, component: text, account: text, amount: 1 })),
  );
  load(
    machine,
    'actions',
    TEXTS.map((text, i) => ({
      id: text,
      week: WEEK,
      finding: text,
      action: text,
      owner: text,
      due: day - i,
    })),
  );
  load(
    machine,
    'tree',
    TEXTS.map((text) => ({
      id: text,
      parent: 'watch',
      name: text,
      kind: 'influence',
      metric: 'views',
      owner: text,
      note: text,
    })),
  );
  load(
    machine,
    'targets',
    TEXTS.map((node) => ({ node, from: serial('2026-07-27'), to: serial('2026-08-02'), target: 99_999 })),
  );
  return machine;
}

const machine = filled();
const computed = formulasOf(machine);
onlyJobs(machine, 'review', 'digest', 'alert');
const ran = tickAt(machine, '2026-08-03 09:10');

function formulasOf({ document }: Machine): string[] {
  return document().sheets.flatMap(({ title, cells }) =>
    cells.flatMap((row) =>
      (row ?? []).flatMap((cell) => {
        const formula = formulaOf(cell);
        return formula === undefined ? [] : [`${title}: ${formula}`];
      }),
    ),
  );
}

afterAll(() => {
  const cells = machine.document().sheets.flatMap((sheet) => sheet.cells.flat().filter(Boolean)).length;
  const seen = `${cells} cells, ${machine.outbox.length} mails, a text for a chat and an xlsx looked through`;
  tellFigure(
    'hostile',
    `${TEXTS.length} texts × ${filledSheets.size} sheets and a file's name and headers; ${seen}`,
  );
});

test('the automation ran to its end', () => {
  expect(ran.ok ? '' : ran.error.message).toBe('');
  expect(machine.outbox.length).toBeGreaterThan(TEXTS.length);
});

describe('cells', () => {
  test('no cell of any sheet became a formula but those of the add-on', () => {
    const formulas = [...computed, ...formulasOf(machine)];
    expect(formulas.length).toBeGreaterThan(4);
    for (const formula of formulas) {
      expect(formula).toMatch(/^[\w &]+: =VSTACK\(/);
      expect(formula).not.toMatch(/IMPORTDATA|cmd|1\+1|-2\+3|A1:A9/);
    }
  });

  test('every text stands in the sheet as it came', () => {
    const shown = (title: string): Set<unknown> => new Set(valuesOf(machine, title).flat());
    for (const title of ['Comments', 'Orders', 'KPI tree', 'Team', 'Actions', 'Costs']) {
      const there = shown(title);
      expect(TEXTS.filter((text) => !there.has(text))).toEqual([]);
    }
    const content = shown('Content');
    for (const text of [...FORMULAS, ...MARKUP, ...KEYS].filter((each) => !/[\r\t']/.test(each)))
      expect(content).toContain(text);
    expect(shown('Import log')).toContain('=1+1<img src=x onerror=alert(1)>.csv');
  });

  test('no link of a cell or of its text leads to what someone else wrote', () => {
    const links = JSON.stringify(machine.document()).match(/"(?:uri|hyperlink)":"[^"]*"/g) ?? [];
    expect(links.filter((link) => !/"(?:#|https:\/\/docs\.google\.com\/)/.test(link))).toEqual([]);
  });
});

describe('mails', () => {
  const mails = machine.outbox;

  test('a subject and a name are one line, and everyone gets a mail of their own', () => {
    for (const { to, cc, bcc, replyTo, subject, name } of mails) {
      expect(`${to}${cc}${bcc}${replyTo}`).toMatch(/^[\w.]+@example\.com$/);
      expect(`${subject}${name}`).not.toMatch(/[\r\n\0\u202a-\u202e]/);
    }
  });

  test('nothing from outside is an element, an attribute or an address', () => {
    for (const { htmlBody } of mails) {
      const tags = htmlBody.match(/<[^>]*>/g) ?? [];
      expect(tags.length).toBeGreaterThan(5);
      const strange = tags.filter(
        (tag) =>
          !/^<\/?(?:div|h2|h3|p|table|tr|th|td|a)(?: (?:style|href|cell\w+|border)="[^"<>]*")*>$/.test(tag),
      );
      expect(strange).toEqual([]);
      expect(htmlBody).not.toMatch(/<[^>]*(?:on\w+=|javascript:|src=)/i);
    }
    expect(mails.some(({ htmlBody }) => htmlBody.includes('&lt;img src=x onerror='))).toBe(true);
  });

  test('no line of a text begins like a formula', () => {
    const texts = [...mails.map(({ body }) => body), call(machine, 'reviewDigest', { week: WEEK }).text];
    for (const text of texts) {
      const lines = text.split('\n').filter((line) => /^\s*[=+\-@＝\t\r]/.test(line));
      expect(lines).toEqual([]);
      expect(text).not.toMatch(/[\0\r\u202a-\u202e]/);
    }
    expect(texts.join()).toContain('Bcc: everyone@example.com');
  });

  test('an address with a line break is none', () => {
    loadRows(machine, 'settings', [{ key: 'recipients', value: `a@example.com\r\nBcc: b@example.com` }]);
    const before = machine.outbox.length;
    tickAt(machine, '2026-08-10 09:10');
    for (const { to } of machine.outbox.slice(before)) expect(to).toMatch(/^[^\s,;]+$/);
  });
});

test('the exported workbook has the texts as texts', async () => {
  const bytes = await exportXlsx(machine.document(), machine.calculator);
  const read = readFileTables(bytes, 'a.xlsx');
  if ('issue' in read) throw new Error(read.issue.code);
  const comments = read.tables.find(({ name }) => name === 'Comments')?.rows.flat() ?? [];
  const readable = TEXTS.filter((text) => !/[\0\r\ud800]/.test(text));
  expect(readable.filter((text) => !comments.includes(text))).toEqual([]);
});

test('a file with such names and headers is refused with a sentence that has them as text', () => {
  for (const text of [...FORMULAS, ...MARKUP, ...SIGNS, ...KEYS]) {
    const reply = ask(machine, 'importFile', {
      fileName: `${text}.csv`,
      tables: [{ name: text, rows: [[text, text]] }],
    });
    expect(reply).toEqual({ ok: false, isFinal: true, sentence: expect.stringMatching(/^[A-Z].*/s) });
  }
  expect(ANA.email).toContain('@');
});
