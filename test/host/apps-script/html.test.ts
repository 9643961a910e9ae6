import { mangleLikeGoogle } from '../../../host/apps-script/html-mangling';
import { aScriptHost, OWNER } from './script-fixture';

test.each<[string, string, string]>([
  ['a line comment in a script', '<script>a(); // gone\nb();</script>', '<script>a(); \nb();</script>'],
  ['two slashes in a string break it', '<script>x = "https://a.b/c"; y = 1;\nz();</script>', '<script>x = "https:\nz();</script>'],
  ['escaped slashes survive', '<script>x = "https:\\/\\/a.b";</script>', '<script>x = "https:\\/\\/a.b";</script>'],
  ['slashes in markup stay', '<a href="https://a.b">x</a>', '<a href="https://a.b">x</a>'],
  ['the address of an outside script stays', '<script src="https://a.b/c.js"></script>', '<script src="https://a.b/c.js"></script>'],
  ['HTML comments go', 'a<!-- b\n -->c', 'ac'],
  ['HTML comments in a script go', '<script>a<!-- b -->c</script>', '<script>ac</script>'],
  ['meta, title and icon are ignored', '<head><meta charset="utf-8"><title>T</title><link rel="icon" href="x"><link rel="stylesheet" href="y"></head>', '<head><link rel="stylesheet" href="y"></head>'],
  ['Chinese in markup stays', '<p>客户</p>', '<p>客户</p>'],
  ['Chinese in a script is mis-decoded', '<script>s="客";</script>', '<script>s="å®¢";</script>'],
  ['escaped Chinese in a script survives', '<script>s="\\u5ba2";</script>', '<script>s="\\u5ba2";</script>'],
  ['an unclosed script is mangled to the end', '<script>a//b', '<script>a'],
  ['several scripts', '<SCRIPT>a//b\n</SCRIPT>x//y<script type="module">c//d</script>', '<SCRIPT>a\n</SCRIPT>x//y<script type="module">c</script>'],
])('%s', (_what, html, served) => {
  expect(mangleLikeGoogle(html)).toBe(served);
});

describe('pages', () => {
  const files = { 'side.html': '<title>no</title><b>side</b><script>go() // now\n</script>' };
  const source = `
    function showSide() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('side').setTitle('Guidang').setWidth(999)); }
    function showDialogs() {
      var page = HtmlService.createHtmlOutput('<p>').append('<i>').appendUntrusted('<script>').setWidth(600).setHeight(400).addMetaTag('viewport', 'width=1');
      SpreadsheetApp.getUi().showModalDialog(page, 'Import');
      SpreadsheetApp.getUi().showModelessDialog(page.clear().setContent('later'), 'Other');
    }`;

  test('a sidebar is served mangled, with the title the script set', () => {
    expect(aScriptHost(source, { files }).host.clickMenu(OWNER, 'showSide').ui.sidebar).toEqual({ title: 'Guidang', html: '<b>side</b><script>go() \n</script>', width: 999, height: null, metaTags: [] });
  });

  test('dialogs keep their size and kind, and what they held when shown', () => {
    expect(aScriptHost(source).host.clickMenu(OWNER, 'showDialogs').ui.dialogs).toEqual([
      { title: 'Import', html: '<p><i>&#60;script&#62;', width: 600, height: 400, modal: true, metaTags: [{ name: 'viewport', content: 'width=1' }] },
      { title: 'Other', html: 'later', width: 600, height: 400, modal: false, metaTags: [{ name: 'viewport', content: 'width=1' }] },
    ]);
  });

  test.each([
    ["HtmlService.createHtmlOutputFromFile('absent')", 'No HTML file named absent was found.'],
    ["HtmlService.createHtmlOutputFromFile('../outside')", 'No HTML file named ../outside was found.'],
    ["HtmlService.createHtmlOutput('').addMetaTag('description', 'x')", 'The meta tag you specified is not allowed in this context.'],
    ['HtmlService.createHtmlOutput(7)', "The parameters (number) don't match the method signature for HtmlService.createHtmlOutput."],
    ["SpreadsheetApp.getUi().showSidebar('<p>')", "The parameters (String) don't match the method signature for Ui.showSidebar."],
  ])('%s is refused', (expression, message) => {
    expect(() => aScriptHost().evaluate(`return ${expression};`)).toThrow(message);
  });
});
