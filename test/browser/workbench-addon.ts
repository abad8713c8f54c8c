import { cellOf } from '../../src/local/document/cell.ts';
/** A small add-on and a document for the workbench's tests: one of everything that the page shows. */
import { createDocument } from '../../src/local/document/create.ts';
import type { CellState, DocumentState, ExtendedValue } from '../../src/local/document/model.ts';
import { createMachine, type Machine } from '../../src/local/machine.ts';

const MANIFEST = {
  timeZone: 'Asia/Shanghai',
  runtimeVersion: 'V8',
  dependencies: {
    enabledAdvancedServices: [{ userSymbol: 'Sheets', serviceId: 'sheets', version: 'v4' }],
  },
  oauthScopes: [
    'https://www.googleapis.com/auth/spreadsheets',
    'https://www.googleapis.com/auth/script.container.ui',
    'https://www.googleapis.com/auth/script.scriptapp',
    'https://www.googleapis.com/auth/script.send_mail',
  ],
};

const CODE = `
/** The menu. */
function onOpen() {
  SpreadsheetApp.getUi().createAddonMenu()
    .addItem('Open sidebar', 'openSidebar')
    .addSeparator()
    .addItem('Write review', 'writeReview')
    .addItem('Fail', 'failLoudly')
    .addItem('Say something', 'saySomething')
    .addItem('Ask in a dialog', 'openDialog')
    .addItem('Show a palette', 'openPalette')
    .addItem('Ask yes or no', 'askYesNo')
    .addItem('Ask for a name', 'askName')
    .addItem('Every hour', 'installTrigger')
    .addToUi();
}
function openSidebar() {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('sidebar').setTitle('Content KPI'));
}
function openDialog() {
  SpreadsheetApp.getUi().showModalDialog(HtmlService.createHtmlOutput('<p id="in-dialog">Inside</p>').setWidth(320).setHeight(120), 'A dialog');
}
function openPalette() {
  SpreadsheetApp.getUi().showModelessDialog(HtmlService.createHtmlOutput('<p id="in-palette">Beside</p>').setWidth(240).setHeight(100), 'A palette');
}
function askYesNo() {
  var ui = SpreadsheetApp.getUi();
  writeCell('before');
  SpreadsheetApp.getActiveSpreadsheet().toast('Asking', 'Script', 5);
  var first = ui.alert('Close the week?', 'It never changes again.', ui.ButtonSet.YES_NO);
  var second = first === ui.Button.YES ? ui.alert('Really?', ui.ButtonSet.OK_CANCEL) : ui.Button.CLOSE;
  writeCell(String(first) + ' ' + String(second));
}
function askName() {
  var ui = SpreadsheetApp.getUi();
  var answer = ui.prompt('Who are you?', 'Your name:', ui.ButtonSet.OK_CANCEL);
  writeCell(String(answer.getSelectedButton()) + ': ' + answer.getResponseText());
}
function installTrigger() {
  ScriptApp.newTrigger('onTick').timeBased().everyHours(1).create();
}
function onTick(e) {
  var id = PropertiesService.getUserProperties().getProperty('id');
  console.log('tick at hour ' + e.hour);
  if (e.hour === 5) throw new Error('The fifth hour is bad');
  MailApp.sendEmail({ to: 'ana@example.com', subject: 'Tick <' + e.hour + '>', body: 'Plain & simple',
    htmlBody: '<h1 style="color:#188038">Weekly digest</h1><script>parent.document.title = "broken"</script><p>GMV <b>120 %</b></p>' });
}
function installReview() {
  PropertiesService.getUserProperties().setProperty('id', SpreadsheetApp.getActiveSpreadsheet().getId());
  ScriptApp.newTrigger('onReview').timeBased().everyHours(1).create();
}
function onReview(e) { if (e.hour === 4) addReview(PropertiesService.getUserProperties().getProperty('id')); }
function saySomething() {
  SpreadsheetApp.getUi().alert('<b>Not bold</b>');
  SpreadsheetApp.getActiveSpreadsheet().toast('Said it', 'Done', 5);
}
function failLoudly() { throw new Error('This went wrong on purpose'); }
function writeReview() { addReview(SpreadsheetApp.getActiveSpreadsheet().getId()); }
function addReview(id) {
  Sheets.Spreadsheets.batchUpdate({ requests: [
    { addSheet: { properties: { sheetId: 47, title: '2026-W47', index: 1 } } },
    { updateCells: { start: { sheetId: 47, rowIndex: 0, columnIndex: 0 },
      rows: [{ values: [{ userEnteredValue: { stringValue: 'Weekly review' } }] }], fields: 'userEnteredValue' } },
  ] }, id);
}
function writeCell(text) {
  var id = SpreadsheetApp.getActiveSpreadsheet().getId();
  Sheets.Spreadsheets.batchUpdate({ requests: [
    { updateCells: { start: { sheetId: 0, rowIndex: 11, columnIndex: 0 },
      rows: [{ values: [{ userEnteredValue: { stringValue: text } }] }], fields: 'userEnteredValue' } },
  ] }, id);
  return 'written';
}
function greet(name) { return { greeting: 'Hello ' + name, at: [1, 2, null] }; }
function giveDate() { return { when: new Date(0) }; }
/**
 * Share of the target that was reached.
 * @param {number} actual What was reached.
 * @param {number} target What was aimed at.
 * @return {number} The share.
 * @customfunction
 */
function DEMO_SHARE(actual, target) {
  if (typeof actual === 'number') return actual / target;
  return actual.map(function (row, i) { return [row[0] / target[i][0]]; });
}
/**
 * Fails.
 * @customfunction
 */
function DEMO_FAIL() { throw new Error('No target'); }
`;

const SIDEBAR = `<!DOCTYPE html>
<html><head><meta charset="utf-8"><style>body { font: 14px sans-serif; margin: 12px; } button { display: block; margin: 6px 0; }</style></head>
<body>
<h3>KPI tree</h3>
<button id="greet">Greet</button><button id="fail">Fail</button><button id="date">Date</button>
<button id="sendDate">Send date</button><button id="many">Many</button><button id="write">Write</button><button id="close">Close</button>
<pre id="out"></pre>
<script>
  var out = document.getElementById('out');
  function show(text) { out.textContent = text; }
  function on(id, action) { document.getElementById(id).addEventListener('click', action); }
  var run = google.script.run.withFailureHandler(function (e, user) { show('failed: ' + e.message + ' ' + user); }).withUserObject('me');
  on('greet', function () { run.withSuccessHandler(function (v, user) { show(JSON.stringify(v) + ' ' + user); }).greet('Ana'); });
  on('fail', function () { run.failLoudly(); });
  on('date', function () { run.withSuccessHandler(function (v) { show('got ' + JSON.stringify(v)); }).giveDate(); });
  on('sendDate', function () { try { run.greet(new Date()); } catch (e) { show('thrown: ' + e.message); } });
  on('many', function () {
    var left = 25, all = [];
    for (var i = 0; i < 25; i++) run.withSuccessHandler(function (v, n) { all.push(n); if (--left === 0) show('all ' + all.length); }).withUserObject(i).greet('x');
  });
  on('write', function () { run.withSuccessHandler(show).writeCell('from the sidebar'); });
  on('close', function () { google.script.host.close(); });
</script></body></html>`;

type Plain = string | number | boolean | undefined;

function value(plain: Plain): ExtendedValue | undefined {
  if (plain === undefined) return undefined;
  if (typeof plain === 'number') return { numberValue: plain };
  if (typeof plain === 'boolean') return { boolValue: plain };
  return plain.startsWith('=') ? { formulaValue: plain } : { stringValue: plain };
}

const cellsOf = (rows: readonly (readonly Plain[])[]): (CellState | undefined)[][] =>
  rows.map((row) =>
    row.map((plain) => {
      const found = value(plain);
      return found ? { value: found } : undefined;
    }),
  );

/** Two visible sheets and a hidden one; a table with custom functions, a dropdown, checkboxes, a frozen header row. */
export function demoDocument(): DocumentState {
  const document = createDocument({ title: 'KPI of the team', locale: 'en_US', timeZone: 'Asia/Shanghai' });
  const sheet = document.sheets[0]!;
  sheet.title = 'KPI tree';
  sheet.frozenRowCount = 1;
  sheet.tabColor = { red: 0.1, green: 0.5, blue: 0.9 };
  sheet.cells = cellsOf([
    ['KPI', 'Actual', 'Target', 'Attainment', 'Done'],
    ['GMV', 120, 100, '=DEMO_SHARE(B2,C2)', true],
    ['CTR', 3, 4, '=DEMO_SHARE(B3,C3)', false],
    ['Both', '=SUM(B2:B3)', undefined, '=DEMO_SHARE(B2:B3,C2:C3)'],
    [undefined],
    ['<img src=x onerror=alert(1)>', undefined, undefined, '=DEMO_FAIL()'],
  ]);
  const bold = {
    textFormat: { bold: true },
    backgroundColorStyle: { rgbColor: { red: 0.9, green: 0.95, blue: 1 } },
  };
  for (const cell of sheet.cells[0]!) Object.assign(cell!, { format: bold });
  for (const row of [1, 2]) {
    Object.assign(sheet.cells[row]![3]!, { format: { numberFormat: { type: 'PERCENT', pattern: '0%' } } });
    Object.assign(sheet.cells[row]![4]!, { validation: { condition: { type: 'BOOLEAN' } } });
  }
  const sentence = 'A sentence over five columns has room there and needs one line alone, as in Sheets.';
  const wrapped = { value: { stringValue: sentence }, format: { wrapStrategy: 'WRAP' } };
  while (sheet.cells.length < 13) sheet.cells.push([]);
  sheet.cells[13] = [undefined, undefined, wrapped];
  sheet.merges = [{ startRow: 13, endRow: 14, startColumn: 2, endColumn: 7 }];
  sheet.columns = [{ pixelSize: 160 }];
  document.metadata = [
    {
      metadataId: 1,
      metadataKey: 'kpi.column',
      metadataValue: 'tree.actual',
      visibility: 'DOCUMENT',
      location: { type: 'COLUMN', sheetId: 0, index: 1 },
    },
  ];
  const blank = { rowCount: 100, columnCount: 10, rows: [], columns: [], merges: [], conditionalFormats: [] };
  const rest = { bandedRanges: [], protectedRanges: [], charts: [], rowGroups: [], columnGroups: [] };
  const first = cellOf(sheet.cells[1]![0]);
  sheet.cells[1]![0] = { ...first, note: 'Gross merchandise value:\nall orders of the week <b>' };
  document.sheets.push(
    { sheetId: 2, title: '内容库', ...blank, ...rest, cells: cellsOf([['标题'], ['第一条']]) },
    { sheetId: 3, title: 'Hidden', hidden: true, ...blank, ...rest, cells: [] },
  );
  return document;
}

export function demoMachine(): Machine {
  const machine = createMachine({
    files: { 'appsscript.json': JSON.stringify(MANIFEST), 'Code.js': CODE, 'sidebar.html': SIDEBAR },
    document: demoDocument(),
    user: { email: 'ana@example.com', locale: 'en' },
    now: new Date('2026-11-23T01:00:00Z'),
  });
  machine.open();
  return machine;
}
