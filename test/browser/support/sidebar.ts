import type { FrameLocator, Page } from 'playwright-core';

/** Opens the sidebar from the script's menu, by keyboard alone. */
export async function openSidebar(page: Page): Promise<FrameLocator> {
  await page.locator('.menu-top > button').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  return page.frameLocator('.sidebar iframe');
}

/** Fills inputs by field key; choices by the option's key. */
export async function fillForm(sidebar: FrameLocator, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [key, value] of Object.entries(values)) {
    const input = sidebar.locator(`#field-${key}`);
    const tag = await input.evaluate((node) => node.tagName);
    await (tag === 'SELECT' ? input.selectOption(value) : input.fill(value));
  }
}
