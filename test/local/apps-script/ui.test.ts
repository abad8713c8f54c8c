import { ANA, addOn, BO } from './fixture.ts';

const f = (body: string) => `function f(a) { ${body} }`;

describe('the screen', () => {
  test('sidebar from a file: title and content; a new one replaces it', () => {
    const files = { 'sidebar.html': '<p>Hi</p>' };
    const code = `function f(t) {
      SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('sidebar').setTitle(t).addMetaTag('viewport', 'x'));
    }`;
    const { runtime, value } = addOn(code, { files });
    value('f', 'One');
    value('f', 'Two');
    expect(runtime.host.ui.sidebar).toEqual({ title: 'Two', html: '<p>Hi</p>' });
  });

  test('a dialog with its size, a toast', () => {
    const code = f(`
      SpreadsheetApp.getUi().showModalDialog(HtmlService.createHtmlOutput('x').setWidth(400).setHeight(300), 'Title');
      SpreadsheetApp.getActiveSpreadsheet().toast('Done', 'Import', 3);`);
    const { runtime, value } = addOn(code);
    value('f');
    expect(runtime.host.ui.dialogs).toEqual([
      { title: 'Title', html: 'x', width: 400, height: 300, modal: true },
    ]);
    expect(runtime.host.ui.toasts).toEqual([{ title: 'Import', text: 'Done', seconds: 3 }]);
  });

  test('a page that is no HtmlOutput, or a file that is not there, is refused', () => {
    expect(addOn(f('SpreadsheetApp.getUi().showSidebar("x")')).failure('f')).toBe(
      "Exception: The parameters (String) don't match the method signature for Ui.showSidebar.",
    );
    expect(addOn(f('HtmlService.createHtmlOutputFromFile("none")')).failure('f')).toBe(
      'Exception: No HTML file named none was found.',
    );
  });

  test('questions are answered by the driver; without an answer the host complains', () => {
    const code = f(`const ui = SpreadsheetApp.getUi();
      const yes = ui.alert('Sure?', 'It stays.', ui.ButtonSet.YES_NO) === ui.Button.YES;
      const name = ui.prompt('Name', ui.ButtonSet.OK_CANCEL);
      return [yes, name.getResponseText(), name.getSelectedButton() == ui.Button.OK]`);
    const { runtime, value } = addOn(code, {
      driver: (question) => (question.kind === 'alert' ? { button: 'YES' } : { button: 'OK', text: 'Bo' }),
    });
    expect(value('f')).toEqual([true, 'Bo', true]);
    expect(runtime.host.ui.alerts[0]).toMatchObject({ title: 'Sure?', text: 'It stays.', buttons: 'YES_NO' });
    expect(() => addOn(code).runtime.run('f')).toThrow('Nobody answers the question "Sure?" (YES_NO).');
  });

  test('menus: items, separator, submenu', () => {
    const code = `function onOpen() { const ui = SpreadsheetApp.getUi();
      ui.createAddonMenu().addItem('Open', 'open').addSeparator()
        .addSubMenu(ui.createMenu('More').addItem('Set up', 'setUp')).addToUi() }`;
    const { runtime } = addOn(code);
    expect(runtime.open()).toEqual([
      {
        type: 'menu',
        caption: '',
        entries: [
          { type: 'item', caption: 'Open', functionName: 'open' },
          { type: 'separator' },
          {
            type: 'menu',
            caption: 'More',
            entries: [{ type: 'item', caption: 'Set up', functionName: 'setUp' }],
          },
        ],
      },
    ]);
    expect(() => runtime.chooseMenu('other')).toThrow('The menu has no entry for other.');
  });

  test('what HtmlService offers beside', () => {
    const code =
      f(`const o = HtmlService.createHtmlOutput(Utilities.newBlob('<p>')).append('a').appendUntrusted('<b>')
        .setSandboxMode(HtmlService.SandboxMode.IFRAME).setXFrameOptionsMode(HtmlService.XFrameOptionsMode.ALLOWALL)
        .setFaviconUrl('https://x.y/i.png');
      return [o.getContent(), o.getFaviconUrl(), o.getBlob().getContentType(), o.asTemplate().evaluate().getContent(), o.clear().getContent()]`);
    expect(addOn(code).value('f')).toEqual([
      ...['<p>a&#60;b&#62;', 'https://x.y/i.png', 'text/html', '<p>a&#60;b&#62;', ''],
    ]);
    expect(addOn(f('HtmlService.createHtmlOutput({})')).failure('f')).toMatch(
      /don't match the method signature for HtmlService.createHtmlOutput\.$/,
    );
  });

  test.each([
    ['var a = `https://x.y`; go()', 'var a = `https:`; go()'],
    ['var a = `x /* y */ z`', 'var a = `x  z`'],
    ['var a = "`"; // `\nvar b = "http://x"', 'var a = "`"; // `\nvar b = "http://x"'],
    ['var a = /`/; var b = `p//q\nr`', 'var a = /`/; var b = `p\nr`'],
  ])('a page loses what looks like a comment in a template literal: %s', (script, served) => {
    const { runtime, value } = addOn(
      f('SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput(a))'),
    );
    value('f', `<p>https://x.y</p><script>${script}</script>`);
    expect(runtime.host.ui.sidebar?.html).toBe(`<p>https://x.y</p><script>${served}</script>`);
  });

  test('templates escape <?= ?>, and see what the script put on them', () => {
    const files = {
      'page.html': '<b><?= name ?></b><? for (var i = 0; i < 2; i++) { ?><?!= "<i>" + i ?><? } ?>',
    };
    const code = `function f() { const t = HtmlService.createTemplateFromFile('page'); t.name = '<&>'; return t.evaluate().getContent() }`;
    expect(addOn(code, { files }).value('f')).toBe('<b>&#60;&#38;&#62;</b><i>0<i>1');
  });

  test('each user has a selection of their own', () => {
    const code = `
      function go() { SpreadsheetApp.getActive().getSheetByName('Plan').activate(); SpreadsheetApp.getActive().getRange('B2:C3').activate() }
      function where() { const r = SpreadsheetApp.getActiveRange(); return [r.getSheet().getName(), r.getA1Notation(), r.getRow(), r.getNumColumns()] }`;
    const { runtime, value } = addOn(code);
    runtime.addUser(BO);
    value('go');
    expect(value('where')).toEqual(['Plan', 'B2:C3', 2, 2]);
    expect(runtime.run('where', [], { user: BO.email })).toMatchObject({ value: ['Sheet1', 'A1', 1, 1] });
  });

  test('to activate the sheet that is active leaves what is selected', () => {
    const code = `
      function select() { SpreadsheetApp.getActive().getSheetByName('Plan').getRange('B2:C3').activate() }
      function again() { const s = SpreadsheetApp.getActive(); s.getSheetByName('Plan').activate(); s.setActiveSheet(s.getActiveSheet()) }
      function other() { const s = SpreadsheetApp.getActive(); s.setActiveSheet(s.getSheetByName('Sheet1')) }`;
    const { runtime, value } = addOn(code);
    value('select');
    const moved: string[] = [];
    runtime.onEvent((event) => {
      if (event.type === 'selection') moved.push(`${event.sheetId} ${event.range}`);
    });
    value('again');
    expect(moved).toEqual([]);
    value('other');
    expect(moved).toEqual(['0 A1']);
  });

  test('the document: id, name, zone, locale, sheets; a range outside it is refused', () => {
    const code = `function f() { const s = SpreadsheetApp.getActiveSpreadsheet();
      return [s.getId(), s.getName(), s.getSpreadsheetTimeZone(), s.getSpreadsheetLocale(), s.getSheets().map(function (x) { return x.getSheetId() }),
        s.getSheetByName('none'), s.getSheetById(7).getName(), s.getUrl()] }
      function g(a1) { SpreadsheetApp.getActive().getSheetById(7).getRange(a1) }`;
    const { value, failure } = addOn(code);
    expect(value('f')).toEqual([
      ...['host-document', 'Team KPI', 'Asia/Shanghai', 'zh_CN', [0, 7], null, 'Plan'],
      'https://docs.google.com/spreadsheets/d/host-document/edit',
    ]);
    value('g', 'J50');
    expect(failure('g', 'K50')).toBe(
      'Exception: The coordinates of the range are outside the dimensions of the sheet.',
    );
  });

  test('who it is', () => {
    const code = f(
      'return [Session.getActiveUser().getEmail(), Session.getActiveUserLocale(), Session.getScriptTimeZone()]',
    );
    expect(addOn(code).value('f')).toEqual([ANA.email, 'en', 'Etc/UTC']);
  });
});
