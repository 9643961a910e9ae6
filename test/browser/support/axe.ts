import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const SOURCE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface AxeWindow {
  readonly axe: { run(where: object): Promise<{ readonly violations: readonly { readonly id: string; readonly impact: string; readonly nodes: readonly { readonly html: string }[] }[] }> };
}

/** Serious and critical findings of axe-core in these parts of the page, as short texts. */
export async function seriousFindings(page: Page, selectors: readonly string[]): Promise<readonly string[]> {
  await page.evaluate(SOURCE);
  return page.evaluate(async (include) => {
    const { violations } = await (window as unknown as AxeWindow).axe.run({ include: include.map((selector) => [selector]) });
    return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  }, selectors);
}
