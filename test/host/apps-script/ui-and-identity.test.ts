import type { AlertAnswer } from '../../../host/apps-script/ui-recorder';
import { aScriptHost, EDITOR, OWNER, VIEWER } from './script-fixture';

const MENU = `
  function onOpen() {
    var ui = SpreadsheetApp.getUi();
    ui.createMenu('Guidang').addItem('Open', 'openSidebar').addSeparator()
      .addSubMenu(ui.createMenu('More').addItem('Doctor', 'runDoctor')).addToUi();
  }
  function openSidebar() { SpreadsheetApp.getActive().toast('Opening', 'Guidang', 3); }`;
const MENU_TREE = [{
  kind: 'menu', label: 'Guidang', items: [
    { kind: 'item', label: 'Open', functionName: 'openSidebar' }, { kind: 'separator' },
    { kind: 'menu', label: 'More', items: [{ kind: 'item', label: 'Doctor', functionName: 'runDoctor' }] },
  ],
}];

describe('opening the document', () => {
  test.each([[OWNER, MENU_TREE], [EDITOR, MENU_TREE], [VIEWER, []]])('%s sees the menu of their role', (user, menu) => {
    expect(aScriptHost(MENU).host.openDocument(user)).toMatchObject({ ok: true, menu });
  });

  test('a script without onOpen opens without a menu', () => {
    expect(aScriptHost().host.openDocument(OWNER)).toMatchObject({ ok: true, menu: [] });
  });

  test('an error in onOpen is told, and no menu is there', () => {
    expect(aScriptHost('function onOpen() { MailApp.getRemainingDailyQuota(); }').host.openDocument(OWNER)).toMatchObject({ ok: false, menu: [], error: { message: expect.stringContaining('MailApp.getRemainingDailyQuota') as string } });
  });

  test('installed onOpen triggers run too, as their creator', () => {
    const { host, evaluate } = aScriptHost('function opened(e) { console.log(Session.getEffectiveUser().getEmail() + e.source.getId()); PropertiesService.getScriptProperties().setProperty("opened", "yes"); }');
    evaluate("ScriptApp.newTrigger('opened').forSpreadsheet(SpreadsheetApp.getActive()).onOpen().create();");
    host.openDocument(EDITOR);

    expect(evaluate("return PropertiesService.getScriptProperties().getProperty('opened');")).toBe('yes');
  });
});

describe('menu, toast, alerts and selection', () => {
  test('a clicked item shows what it showed', () => {
    expect(aScriptHost(MENU).host.clickMenu(EDITOR, 'openSidebar')).toMatchObject({ ok: true, ui: { toasts: [{ message: 'Opening', title: 'Guidang', seconds: 3 }], sidebar: null } });
  });

  test.each([[VIEWER, 'You do not have permission to perform that action.'], ['stranger@example.com', 'You do not have permission to access the requested document.']])('%s cannot click', (user, message) => {
    expect(aScriptHost(MENU).host.clickMenu(user, 'openSidebar')).toMatchObject({ ok: false, error: { message } });
  });

  test.each<[string, string, AlertAnswer, unknown]>([
    ["ui.alert('Hi')", '', { button: 'OK' }, 'OK'],
    ["ui.alert('Sure?', ui.ButtonSet.YES_NO)", '', { button: 'NO' }, 'NO'],
    ["ui.alert('Title', 'Sure?', ui.ButtonSet.OK_CANCEL) === ui.Button.CANCEL", 'Title', { button: 'CANCEL' }, true],
    ["(function () { var r = ui.prompt('Name', 'Sure?', ui.ButtonSet.OK_CANCEL); return r.getResponseText() + r.getSelectedButton(); })()", 'Name', { button: 'OK', text: '张三' }, '张三OK'],
  ])('%s', (expression, title, answer, result) => {
    const { host } = aScriptHost('', { answerAlerts: () => answer });
    const outcome = host.rpc(OWNER, 'evaluateText', [`var ui = SpreadsheetApp.getUi(); var r = ${expression}; return typeof r === 'object' ? String(r) : r;`]);

    expect(outcome).toMatchObject({ ok: true, result, ui: { alerts: [{ title, answer }] } });
  });

  test('people agree unless told otherwise', () => {
    expect(aScriptHost().evaluate("var ui = SpreadsheetApp.getUi(); return [ui.alert('a'), ui.alert('b', ui.ButtonSet.YES_NO)].map(String);")).toEqual(['OK', 'YES']);
  });

  test('the script sees each person’s active cell and can jump elsewhere', () => {
    const { host, evaluate } = aScriptHost();
    host.select(OWNER, { sheetId: 42, row: 7, column: 28, rows: 2, columns: 3 });
    const look = 'var ss = SpreadsheetApp.getActive(); var r = ss.getActiveRange(); return [ss.getActiveSheet().getName(), r.getA1Notation(), r.getRow(), r.getNumRows(), ss.getActiveCell().getA1Notation(), r.getSheet().getSheetId()];';

    expect(evaluate(look)).toEqual(['Second', 'AB7:AD8', 7, 2, 'AB7', 42]);
    expect(evaluate(look, EDITOR)).toEqual(['First', 'A1', 1, 1, 'A1', 0]);
    evaluate('var ss = SpreadsheetApp.getActive(); ss.setActiveRange(ss.getSheetById(42).getRange(12, 2));', EDITOR);
    expect(host.selectionOf(EDITOR)).toEqual({ sheetId: 42, row: 12, column: 2, rows: 1, columns: 1 });
    expect(evaluate(look, EDITOR)).toEqual(['Second', 'B12', 12, 1, 'B12', 42]);
  });

  test('what is told of the workbook', () => {
    expect(aScriptHost().evaluate(`var ss = SpreadsheetApp.getActiveSpreadsheet();
      return [ss.getId(), ss.getName(), ss.getSpreadsheetLocale(), ss.getSpreadsheetTimeZone(), ss.getUrl(), ss.getSheets().map(function (s) { return s.getName(); }), ss.getSheetById(5), ss.getSheetByName('SECOND').getSheetId()];`))
      .toEqual(['workbook', '客户归档', 'zh_CN', 'Asia/Shanghai', 'https://docs.google.com/spreadsheets/d/workbook/edit', ['First', 'Second'], null, 42]);
  });
});

describe('what an execution may do', () => {
  test.each([
    ["MailApp.sendEmail('a@b.c', 's', 'b')", 'MailApp.sendEmail', 'script.send_mail'],
    ["UrlFetchApp.fetch('http://127.0.0.1:1/')", 'UrlFetchApp.fetch', 'script.external_request'],
    ["Sheets.Spreadsheets.get('w')", 'sheets.spreadsheets.get', 'spreadsheets'],
    ["ScriptApp.newTrigger('x')", 'ScriptApp.newTrigger', 'script.scriptapp'],
    ["SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput(''))", 'Ui.showSidebar', 'script.container.ui'],
  ])('a simple trigger may not: %s', (expression, label, scope) => {
    const { host } = aScriptHost(`function onOpen() { ${expression}; } function onMenu() { ${expression}; }`, { manifest: { oauthScopes: ['https://www.googleapis.com/auth/userinfo.email'] } });
    const message = `You do not have permission to call ${label}. Required permissions: https://www.googleapis.com/auth/${scope}`;

    expect(host.openDocument(OWNER).error).toMatchObject({ message });
    expect(host.clickMenu(OWNER, 'onMenu').error).toMatchObject({ message }); // nor anybody whose manifest lacks the scope
  });

  const LIMITED = "var ss = SpreadsheetApp.getActive().getId(); var p = PropertiesService.getScriptProperties().getKeys(); SpreadsheetApp.getUi().createMenu('x').addToUi();";

  test.each([['bound', true], ['add-on', true], ['add-on-not-in-use', false]] as const)('onOpen of a script that is %s reaches document and properties: %s', (deployment, ok) => {
    expect(aScriptHost(`function onOpen() { ${LIMITED} }`, { deployment }).host.openDocument(OWNER).ok).toBe(ok);
  });

  test('an add-on not in use can still put up its menu', () => {
    expect(aScriptHost("function onOpen(e) { SpreadsheetApp.getUi().createAddonMenu().addItem(String(e.authMode), 'x').addToUi(); }", { deployment: 'add-on-not-in-use' }).host.openDocument(OWNER).menu)
      .toEqual([{ kind: 'menu', label: 'Add-ons', items: [{ kind: 'item', label: 'NONE', functionName: 'x' }] }]);
  });

  test('a trigger has no UI', () => {
    expect(aScriptHost('function job() { SpreadsheetApp.getUi(); }').host.fire(OWNER, 'job').error).toMatchObject({ message: 'Cannot call SpreadsheetApp.getUi() from this context.' });
  });

  test('the thirty-first run at once is refused', () => {
    const { host, door } = aScriptHost('function nest() { return Utilities.getUuid().length; }');
    const errors: unknown[] = [];
    let depth = 0;
    door.onBeforeCall(() => {
      depth += 1;
      const { error } = host.rpc(OWNER, 'nest', []);
      if (error !== undefined) errors.push(error.message);
    });
    host.rpc(OWNER, 'nest', []);

    expect([depth, errors]).toEqual([30, ['There are too many scripts running simultaneously for this Google user account.']]);
  });
});

describe('who the script is told is there', () => {
  const WHO = 'function who() { return [Session.getEffectiveUser().getEmail(), Session.getActiveUser().getEmail()]; } function onEdit() { console.log(JSON.stringify(who())); } function job() { console.log(JSON.stringify(who())); }';
  const cell = { sheetId: 0, row: 1, column: 1, rows: 1, columns: 1 };

  test('menu, sidebar and RPC run as the person at the keyboard', () => {
    const { host } = aScriptHost(WHO);

    expect([host.rpc(EDITOR, 'who', []).result, host.clickMenu(EDITOR, 'who').result]).toEqual([[EDITOR, EDITOR], [EDITOR, EDITOR]]);
  });

  test('nobody in a simple trigger, nobody without the scope', () => {
    expect(aScriptHost(WHO).host.fire(EDITOR, 'onEdit').logs[0]!.text).toBe('["",""]');
    expect(aScriptHost(WHO, { manifest: { oauthScopes: [] } }).host.rpc(EDITOR, 'who', []).result).toEqual(['', '']);
  });

  test.each([
    ['two consumers', [], ''],
    ['one Workspace domain', [{ email: OWNER, kind: 'workspace' }, { email: EDITOR, kind: 'workspace' }] as const, EDITOR],
  ])('an installed trigger runs as its creator, with the editing person known in %s: %s', (_which, accounts, active) => {
    const { host, evaluate } = aScriptHost(WHO, { accounts });
    evaluate("ScriptApp.newTrigger('job').forSpreadsheet('workbook').onEdit().create();");
    const outcomes = host.gridEdited({ user: EDITOR, changeType: 'EDIT', place: cell });

    expect(outcomes.map(({ logs }) => logs[0]!.text)).toEqual(['["",""]', JSON.stringify([OWNER, active])]);
  });

  test('language, zone and the temporary key', () => {
    const { host, door, evaluate } = aScriptHost('', { accounts: [{ email: OWNER, locale: 'zh-CN' }] });
    const key = (user: string) => evaluate('return Session.getTemporaryActiveUserKey();', user);
    const [mine, theirs] = [key(OWNER), key(EDITOR)];

    expect(evaluate('return [Session.getActiveUserLocale(), Session.getScriptTimeZone()];')).toEqual(['zh-CN', 'Asia/Shanghai']);
    expect(mine).not.toBe(theirs);
    expect(key(OWNER)).toBe(mine);
    host.advanceTo(door.clock.now() + 31 * 86_400_000);
    expect(key(OWNER)).not.toBe(mine);
  });

  test('the spreadsheet’s zone is its own, not the script’s', () => {
    const { evaluate } = aScriptHost('', { manifest: { timeZone: 'America/New_York' } });

    expect(evaluate("return [SpreadsheetApp.getActive().getSpreadsheetTimeZone(), Session.getScriptTimeZone(), Utilities.formatDate(new Date(0), Session.getScriptTimeZone(), 'HH')];")).toEqual(['Asia/Shanghai', 'America/New_York', '19']);
  });

  test('the script’s authorisation can be asked for', () => {
    expect(aScriptHost().evaluate("var info = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL); ScriptApp.requireScopes(ScriptApp.AuthMode.FULL, ['https://www.googleapis.com/auth/spreadsheets']); return [String(info.getAuthorizationStatus()), info.getAuthorizedScopes().length, info.getAuthorizationUrl(), ScriptApp.getScriptId().length > 20];")).toEqual(['NOT_REQUIRED', 6, null, true]);
    expect(() => aScriptHost().evaluate("ScriptApp.requireScopes(ScriptApp.AuthMode.FULL, ['https://www.googleapis.com/auth/drive']);")).toThrow('Authorization is required to perform that action.');
  });
});
