/** What the page does by itself: pasting, rows and tabs, other people's changes, its panels and languages. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { seriousFindings } from './support/axe';
import { expectShown, openTab, pasteAt, select, typeInto } from './support/grid';
import { openContext, openPage, startBrowser, startWorkbench, type Workbench } from './support/workbench';

let workbench: Workbench;
let browser: Browser;
let context: BrowserContext;
let page: Page;
const faults: string[] = [];

beforeAll(async () => {
  [workbench, browser] = await Promise.all([startWorkbench(), startBrowser()]);
  await workbench.post('/host/clock', { now: '2030-01-07T02:00:00Z' });
  await workbench.post('/rpc', { user: 'owner@example.com', request: { method: 'workbook.setup', params: { preset: 'sales', language: 'en' } } });
  context = await openContext(browser, workbench);
  page = await openPage(context, workbench, { language: 'en' }, faults);
});

afterAll(async () => {
  await browser?.close();
  await workbench?.close();
});

test('a pasted block reaches the host as the text it was', async () => {
  await openTab(page, 'Customers');

  await pasteAt(page, 'B2', 'Li Lei\tIndividual\tVIP\t\t13900000001\nHan Mei\tEnterprise\tProspect\t=1+1 Ltd\t010-62345678\n');

  await expectShown(page, 'B2:F3', [['Li Lei', 'Individual', 'VIP', '', '13900000001'], ['Han Mei', 'Enterprise', 'Prospect', '=1+1 Ltd', '010-62345678']]);
});

test('Delete empties the selection', async () => {
  await select(page, 'F2:F3');
  await page.keyboard.press('Delete');

  await expectShown(page, 'E2:F3', [['', ''], ['=1+1 Ltd', '']]);
});

test('what somebody else types appears by itself', async () => {
  await workbench.post('/host/edit', { user: 'sales@example.com', sheet: 'Customers', range: 'B4', values: [['Wang Fang']] });

  await expectShown(page, 'B4', [['Wang Fang']]);
});

test('a value that is none of the choices is refused in words, and the cell stays as it was', async () => {
  await typeInto(page, 'D2', 'Gold');

  const problem = page.getByRole('dialog', { name: 'There was a problem' });
  await problem.getByRole('button', { name: 'OK' }).click();

  await expectShown(page, 'D2', [['VIP']]);
});

test('rows are inserted by the menu, and the grid follows', async () => {
  await select(page, 'B3');
  await choose('Rows and columns', 'Insert 1 row above');

  await expectShown(page, 'B2:B5', [['Li Lei'], [''], ['Han Mei'], ['Wang Fang']]);
});

test('sorting asks first, for it moves protected cells, and can be called off', async () => {
  await select(page, 'B2');
  await choose('Rows and columns', 'Sort by this column, A to Z');
  await page.getByRole('dialog', { name: 'Heads up!' }).getByRole('button', { name: 'Cancel' }).click();

  await expectShown(page, 'B2:B4', [['Li Lei'], [''], ['Han Mei']]);
});

test('a tab gets another name', async () => {
  await openTab(page, 'Sheet1');
  await choose('Tabs', 'Rename tab');
  await page.keyboard.type('Scratch');
  await page.keyboard.press('Enter');

  await openTab(page, 'Scratch');
});

test('the call log counts what scripts asked of Google', async () => {
  await page.getByRole('button', { name: 'Service calls' }).click();

  await page.locator('.drawer').getByRole('cell', { name: 'Sheets' }).first().waitFor();
  await page.locator('.drawer').getByText(/\d+ calls, \d+ cells, about [\d.]+ s on Google/).waitFor();
});

test('the clock moves to an exact time, never back', async () => {
  await page.getByRole('button', { name: 'Clock' }).click();
  const exact = page.getByLabel('Exact time');
  await exact.fill('2030-01-01T00:00');
  await page.getByRole('button', { name: 'Move to this time' }).click();
  await page.getByText('The clock only moves forward').waitFor();

  await exact.fill('2030-01-09T12:30');
  await page.getByRole('button', { name: 'Move to this time' }).click();

  await page.getByText('It is Jan 9, 2030, 12:30').waitFor();
});

test('top bar and panels have nothing serious to say to axe', async () => {
  expect(await seriousFindings(page, ['.top-bar', '.drawer'])).toEqual([]);
});

test('another language speaks in the page and in the script', async () => {
  await page.getByLabel('Language').selectOption('zh-CN');

  await page.getByRole('menuitem', { name: '归档' }).waitFor();
  await page.getByRole('button', { name: '服务调用' }).waitFor();
});

test('the page met no exception on the way', () => {
  expect(faults).toEqual([]);
});

async function choose(menu: string, item: string): Promise<void> {
  await page.getByRole('menuitem', { name: menu, exact: true }).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}
