import axe from 'axe-core';
import type { Page } from 'playwright-core';

type Finding = Pick<axe.Result, 'id' | 'impact'> & { nodes: { html: string; any: { message: string }[] }[] };

/** What axe finds serious or critical on the page as it is shown, one line each with the first element. */
export async function seriousFindings(page: Page): Promise<string[]> {
  // A list that waits for its next rows is dimmed, and about to go.
  await page.locator('.stale').first().waitFor({ state: 'detached' });
  // By the debugger, so that pages without script (and with a policy against it) are looked at too.
  await page.evaluate(axe.source);
  const violations = (await page.evaluate(
    "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)",
  )) as Finding[];
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)} (${nodes[0]?.any[0]?.message}) x${nodes.length}`);
}

/** How many pixels of the page lie beyond its right edge. */
export const sidewaysPixels = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
