import { createUiRecorder, agree } from '../../../host/apps-script/ui-recorder';
import { menuItems, shownOf } from '../../../host/workbench/shown';
import { createShownPages } from '../../../host/workbench/shown-pages';

const PAGE = { title: '归档', html: '<p>x</p>', width: null, height: null, metaTags: [] };

test('everything that a run put on the screen is shown, pages by address and places counted from 0', () => {
  const ui = createUiRecorder(agree);
  ui.toast({ message: 'saved', title: '', seconds: null });
  ui.toast({ message: 'wait', title: 'Busy', seconds: -1 });
  ui.alert({ title: 'Sure?', message: 'really', buttons: 'OK', prompt: false });
  ui.sidebar(PAGE);
  ui.dialog({ ...PAGE, width: 300, modal: true });
  ui.select({ sheetId: 7, row: 3, column: 1, rows: 1, columns: 1 });

  expect(shownOf(ui.effects(), (html) => `at ${html}`)).toEqual([
    { kind: 'sidebar', title: '归档', url: 'at <p>x</p>' },
    { kind: 'dialog', title: '归档', url: 'at <p>x</p>', width: 300, height: 450 },
    { kind: 'select', sheetId: 7, row: 2, column: 0 },
    { kind: 'alert', title: 'Sure?', message: 'really' },
    { kind: 'toast', message: 'saved' },
    { kind: 'toast', title: 'Busy', message: 'wait', seconds: -1 },
  ]);
});

test('a menu names the function behind each item', () => {
  expect(menuItems([{ kind: 'menu', label: 'Guidang', items: [{ kind: 'item', label: 'Open', functionName: 'showSidebar' }, { kind: 'separator' }] }]))
    .toEqual([{ kind: 'menu', label: 'Guidang', items: [{ kind: 'item', label: 'Open', function: 'showSidebar' }, { kind: 'separator' }] }]);
});

test("a person's older pages are forgotten, other people's are not", () => {
  let key = 0;
  const pages = createShownPages(() => String(key += 1));
  const other = pages.add({ user: 'viewer@example.com', html: 'other' });
  const keys = Array.from({ length: 25 }, (_, index) => pages.add({ user: 'owner@example.com', html: `${index}` }));

  expect(pages.find(other)?.html).toBe('other');
  expect(keys.filter((own) => pages.find(own) !== null)).toEqual(keys.slice(5));
  expect(pages.find('unknown')).toBeNull();
});
