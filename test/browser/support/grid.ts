/** The grid as a person uses it: it is drawn on a canvas, so cells are reached by name box, keyboard and clipboard. */
import type { Page } from 'playwright-core';
import { parseClipboardText } from '../../../host/page/grid/clipboard-text';

/** The grid may be drawn anew between two keys, when somebody changes tabs or formats. */
const ATTEMPTS = 5;

/** Shows a tab by a click on its name. */
export async function openTab(page: Page, title: string): Promise<void> {
  const tab = page.locator('[data-u-comp=slide-tab-item]').filter({ hasText: title });
  await tab.click();
  await page.locator('[data-u-comp=slide-tab-item][aria-selected=true]').filter({ hasText: title }).waitFor();
}

/** Selects a range such as `B2` or `A1:C9` of the tab that is shown, and waits until the grid has done so. */
export async function select(page: Page, range: string): Promise<void> {
  const tab = await page.locator('[data-u-comp=slide-tab-item][aria-selected=true]').innerText();
  const there = `${tab.trim()}!${range}`;
  // Going where one is already would leave the keyboard with the name box.
  if (await page.locator('.grid').getAttribute('data-selection') === there) await goTo(page, `${tab.trim()}!A${range.startsWith('A9') ? 8 : 9}`);
  await goTo(page, there);
}

async function goTo(page: Page, place: string): Promise<void> {
  const box = page.locator('[data-u-comp=defined-name] input');
  const arrived = page.locator(`.grid[data-selection="${place}"]`);
  for (let attempt = 1; attempt < ATTEMPTS; attempt += 1) {
    await box.fill(place.slice(place.lastIndexOf('!') + 1));
    await box.press('Enter');
    if (await arrived.waitFor({ timeout: 1_000 }).then(() => true, () => false)) return;
  }
  await arrived.waitFor({ timeout: 1_000 });
}

export async function typeInto(page: Page, cell: string, text: string): Promise<void> {
  await select(page, cell);
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** Pastes what another spreadsheet would have put on the clipboard. */
export async function pasteAt(page: Page, cell: string, text: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await select(page, cell);
  await page.keyboard.press('Control+V');
}

interface CopyWindow {
  copied?: string | null;
}

/** What the grid shows in a range, by copying it. Taken where the page hands it over: the clipboard itself now and then reads back empty. */
export async function shownIn(page: Page, range: string): Promise<readonly (readonly string[])[]> {
  await page.evaluate(() => {
    const told = window as CopyWindow;
    const isWatched = told.copied !== undefined;
    told.copied = null;
    if (isWatched) return;
    const write = navigator.clipboard.write.bind(navigator.clipboard);
    navigator.clipboard.write = async (items) => {
      const plain = items.find(({ types }) => types.includes('text/plain'));
      told.copied = plain === undefined ? '' : await (await plain.getType('text/plain')).text();
      await write(items);
    };
  });
  await select(page, range);
  await page.keyboard.press('Control+C');
  const copied = await page.waitForFunction(() => {
    const text = (window as CopyWindow).copied ?? null;
    return text === null ? null : { text };
  });
  return parseClipboardText((await copied.jsonValue())?.text ?? '');
}

/** Asks again until the grid shows it, and fails with what it shows instead. */
export async function expectShown(page: Page, range: string, rows: readonly (readonly string[])[], limitMs = 5_000): Promise<void> {
  const deadline = Date.now() + limitMs;
  let shown = await shownIn(page, range);
  while (JSON.stringify(shown) !== JSON.stringify(rows) && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    shown = await shownIn(page, range);
  }
  expect(shown).toEqual(rows);
}
