import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A bundle small enough to read, with what a workbench needs of one: a door, a menu, a sidebar, a daily job that mails. */
const CODE = `
function handleRequest(json) {
  var request = JSON.parse(json), id = SpreadsheetApp.getActive().getId();
  switch (request.method) {
    case 'echo': return JSON.stringify({ ok: true, data: request.params });
    case 'whoami': return JSON.stringify({ ok: true, data: Session.getEffectiveUser().getEmail() });
    case 'uuid': return JSON.stringify({ ok: true, data: Utilities.getUuid() });
    case 'append':
      Sheets.Spreadsheets.Values.append({ values: [[request.params]] }, id, 'A1', { valueInputOption: 'RAW' });
      return JSON.stringify({ ok: true, data: null });
    case 'remember': PropertiesService.getDocumentProperties().setProperty('word', request.params); return JSON.stringify({ ok: true, data: null });
    case 'recall': return JSON.stringify({ ok: true, data: PropertiesService.getDocumentProperties().getProperty('word') });
    case 'schedule': ScriptApp.newTrigger('runDailyJobs').timeBased().everyDays(1).atHour(6).create(); return JSON.stringify({ ok: true, data: null });
    case 'watch': ScriptApp.newTrigger('noteEdit').forSpreadsheet(id).onEdit().create(); return JSON.stringify({ ok: true, data: null });
    case 'jump': SpreadsheetApp.getActive().toast('there it is'); return JSON.stringify({ ok: true, data: null });
    case 'chatter': return 'not JSON';
    default: throw new Error('no method ' + request.method);
  }
}
function runDailyJobs() { MailApp.sendEmail({ to: 'owner@example.com', subject: 'Digest', body: 'three are due', htmlBody: '<p>three are due</p>' }); }
function noteEdit(event) { PropertiesService.getDocumentProperties().setProperty('word', event.range.getA1Notation() + ': ' + event.oldValue + ' -> ' + event.value); }
function onOpen() { SpreadsheetApp.getUi().createMenu('Guidang').addItem('Open', 'showSidebar').addSeparator().addItem('Fail', 'failLoudly').addToUi(); }
function showSidebar() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('sidebar').setTitle('Archive')); }
function failLoudly() { throw new Error('no luck'); }
function secret_() { return 'hidden'; }
`;

const SCOPES = ['spreadsheets', 'script.container.ui', 'script.scriptapp', 'script.send_mail', 'userinfo.email'];

/** Writes the bundle into a new folder, with a page beside it; `remove` takes everything away. */
export function smallScript(): { readonly folder: string; readonly distFolder: string; readonly pageFolder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'guidang-bundle-'));
  const [distFolder, pageFolder] = [join(folder, 'dist'), join(folder, 'page')];
  mkdirSync(distFolder);
  mkdirSync(pageFolder);
  writeFileSync(join(distFolder, 'Code.js'), CODE);
  writeFileSync(join(distFolder, 'sidebar.html'), '<!doctype html><html><head></head><body><p>archive</p></body></html>');
  writeFileSync(join(distFolder, 'appsscript.json'), JSON.stringify({
    timeZone: 'Asia/Shanghai', runtimeVersion: 'V8',
    oauthScopes: SCOPES.map((scope) => `https://www.googleapis.com/auth/${scope}`),
    dependencies: { enabledAdvancedServices: [{ userSymbol: 'Sheets', serviceId: 'sheets', version: 'v4' }] },
  }));
  writeFileSync(join(pageFolder, 'index.html'), '<title>workbench</title>');
  return { folder, distFolder, pageFolder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
