/** The whole line as a person walks it: from an empty workbook to the owner's mail. */
import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';
import { expectShown, openTab, select, typeInto } from './support/grid';
import { fillForm, openSidebar } from './support/sidebar';
import { openContext, openPage, startBrowser, startWorkbench, type Workbench } from './support/workbench';

interface Mail {
  readonly to: string;
  readonly subject: string;
}

let workbench: Workbench;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let sidebar: FrameLocator;
const faults: string[] = [];

beforeAll(async () => {
  [workbench, browser] = await Promise.all([startWorkbench(), startBrowser()]);
  await workbench.post('/host/clock', { now: '2030-01-07T02:00:00Z' });
  context = await openContext(browser, workbench);
  page = await openPage(context, workbench, { language: 'zh-CN' }, faults);
});

afterAll(async () => {
  await browser?.close();
  await workbench?.close();
});

test('the owner sets up an empty workbook from the menu', async () => {
  sidebar = await openSidebar(page);

  await sidebar.locator('#preset').selectOption('sales');
  await sidebar.getByRole('button', { name: '开始建立' }).click();
  await sidebar.getByRole('button', { name: '新建客户' }).waitFor();

  await openTab(page, '客户');
  await expectShown(page, 'A1:F1', [['编号', '客户名称', '客户性质', '客户等级', '公司名称', '联系电话']]);
});

test('the form refuses a bad phone and writes nothing', async () => {
  await sidebar.getByRole('button', { name: '新建客户' }).click();
  await fillForm(sidebar, { name: '欧阳娜娜', tier: 'vip', phone: '12345' });

  await sidebar.getByRole('button', { name: '保存' }).click();

  await sidebar.locator('.field.invalid', { hasText: '联系电话' }).getByText('电话号码不正确').waitFor();
  expect(await unformatted('客户!A2:Q2')).toEqual([]);
});

test('a customer saved in the form stands in the grid, typed and formatted, without a reload', async () => {
  await fillForm(sidebar, { phone: '13812345678', email: 'nana@example.com', companyName: '=1+1', lastReviewedOn: '2030-01-07' });
  await sidebar.getByRole('button', { name: '保存' }).click();
  await sidebar.getByRole('heading', { name: '欧阳娜娜' }).waitFor();

  await expectShown(page, 'B2:G2', [['欧阳娜娜', '个人', 'VIP客户', '=1+1', '+8613812345678', 'nana@example.com']]);
  await expectShown(page, 'K2:P2', [['owner@example.com', '', '', '', '2030-01-07', '2030-02-07']]);
  const [row] = await unformatted('客户!A2:P2');
  expect(row).toEqual([
    expect.stringMatching(/^C-[0-9A-HJKMNP-TV-Z]{10}$/), '欧阳娜娜', '个人', 'VIP客户', '=1+1', '+8613812345678', 'nana@example.com', '', '', '',
    'owner@example.com', '', '', '', serial('2030-01-07'), serial('2030-02-07'),
  ]);
});

test('an order saved from her card stands in its tab', async () => {
  await sidebar.getByRole('button', { name: '新建交易' }).click();
  await fillForm(sidebar, { occurredOn: '2030-01-05', product: '年度服务', amount: '12999.5', orderNumber: '00042', orderStatus: 'paid' });
  await sidebar.getByRole('button', { name: '保存' }).click();
  await sidebar.getByText('已保存').waitFor();

  await openTab(page, '交易记录');
  const [[customerId] = []] = await unformatted('客户!A2');
  await expectShown(page, 'B1:I1', [['客户编号', '交易日期', '交易类型', '产品或服务', '交易金额', '币种', '订单号', '订单状态']]);
  await expectShown(page, 'B2:I2', [[String(customerId), '2030-01-05', '购买', '年度服务', '12,999.50', 'CNY', '00042', '已支付']]);
  expect(await unformatted('交易记录!B2:I2')).toEqual([[customerId, serial('2030-01-05'), '购买', '年度服务', 12999.5, 'CNY', '00042', '已支付']]);
});

test('pinyin initials find her', async () => {
  sidebar = await openSidebar(page);
  await sidebar.getByRole('textbox', { name: '搜索客户' }).fill('oynn');

  await sidebar.getByRole('button', { name: '欧阳娜娜' }).click();

  await sidebar.getByRole('heading', { name: '欧阳娜娜' }).waitFor();
  await sidebar.getByText('年度服务').waitFor();
});

test('the grid refuses a bad phone in words and keeps the good one', async () => {
  await openTab(page, '客户');
  await typeInto(page, 'F2', '138-bad');

  await expectMessage('电话号码不正确');

  await expectShown(page, 'F2', [['+8613812345678']]);
  expect(await unformatted('客户!F2')).toEqual([['+8613812345678']]);
});

test('a cell that only scripts should write asks the owner first', async () => {
  const before = await unformatted('客户!A2');
  await typeInto(page, 'A2', 'C-mine');

  const question = page.getByRole('dialog', { name: '提醒！' });
  await question.getByRole('button', { name: '取消' }).click();

  expect(await unformatted('客户!A2')).toEqual(before);
});

test('settings refuse an editor who is not a manager', async () => {
  const sales = await openPage(context, workbench, { language: 'zh-CN', user: 'sales@example.com' }, faults);
  await openTab(sales, '设置');
  const before = await unformatted('设置!B2');

  await typeInto(sales, 'B2', 'en');
  await sales.getByRole('dialog', { name: '出现问题' }).getByRole('button', { name: '确定' }).click();

  expect(await unformatted('设置!B2')).toEqual(before);
  await sales.close();
});

test('a viewer reads, sees neither menu nor sidebar, and writes nothing', async () => {
  const viewer = await openPage(context, workbench, { language: 'zh-CN', user: 'viewer@example.com' }, faults);
  await openTab(viewer, '客户');

  await expectShown(viewer, 'B2', [['欧阳娜娜']]);
  await select(viewer, 'B2');
  await viewer.keyboard.type('x');
  await viewer.getByRole('status').getByText('查看者不能修改单元格').first().waitFor();

  expect(await viewer.getByRole('menuitem').count()).toBe(0);
  expect(await unformatted('客户!B2')).toEqual([['欧阳娜娜']]);
  await viewer.close();
});

test('a month later one digest is in the inbox, and it names her', async () => {
  await page.getByRole('button', { name: '时钟' }).click();
  await page.getByRole('button', { name: '一个月以后' }).click();
  await page.getByText('时钟已拨到').waitFor();

  await page.locator('.drawer').getByRole('button', { name: '关闭' }).click();
  await page.getByRole('button', { name: '收件箱' }).click();
  const mails = await workbench.get<readonly Mail[]>('/host/outbox');
  expect(mails.map(({ to }) => to)).toEqual(['owner@example.com']);
  await page.locator('.mail').click();
  await page.frameLocator('.mail-html').getByText('欧阳娜娜').first().waitFor();
});

test('the sidebar tells that the daily run was there and that no mail waits', async () => {
  await page.locator('.drawer').getByRole('button', { name: '关闭' }).click();
  const fresh = await openSidebar(page);
  await fresh.getByRole('button', { name: '工作簿状态' }).click();
  await fresh.getByText('没有需要留意的事').waitFor();
  const shown = await fresh.locator('dl > div').evaluateAll((rows) => rows.map((row) => [row.querySelector('dt')?.textContent, row.querySelector('dd')?.textContent]));

  expect(shown).toEqual([['上次每日任务', expect.stringMatching(/^20\d\d年/)], ['待发邮件', '0'], ['结果不明的邮件', '0'], ['已用单元格', expect.stringMatching(/^\d\.\d %$/)]]);
});

test('the page met no exception on the way', () => {
  expect(faults).toEqual([]);
});

async function expectMessage(text: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: '出现问题' });
  await dialog.getByText(text).waitFor();
  await dialog.getByRole('button', { name: '确定' }).click();
}

/** Stored values: numbers for dates and amounts, text for everything else. Rows without any are left out. */
async function unformatted(range: string): Promise<readonly (readonly unknown[])[]> {
  const path = `v4/spreadsheets/${workbench.spreadsheetId}/values/${encodeURIComponent(range)}?valueRenderOption=UNFORMATTED_VALUE&dateTimeRenderOption=SERIAL_NUMBER`;
  const response = await fetch(new URL(path, workbench.url), { headers: { authorization: 'Bearer owner@example.com' } });
  const { values = [] } = await response.json() as { values?: readonly (readonly unknown[])[] };
  return values;
}

function serial(date: string): number {
  return (Date.parse(`${date}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
}
