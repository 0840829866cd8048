import type { Page } from 'playwright-core';
import type { Product } from './product.ts';

/** What is open beside or over the page. */
export const drawer = (page: Page) => page.locator('.ant-drawer-content:visible').last();
/** The form of the step that is selected in the editor of a workflow. */
export const stepForm = (page: Page) => page.locator('.flow-form');

/** Goes to a page of the panel, signed in already. */
export async function goTo(page: Page, { origin }: Product, path: string): Promise<void> {
  await page.goto(`${origin}${path}`);
  await page.locator('#main h1').waitFor();
}

/** Takes an option of a list to choose from, found by typing where the list can be searched. */
export async function choose(page: Page, label: string, option: string): Promise<void> {
  const box = page.getByRole('combobox', { name: label, exact: true });
  if (await box.isEditable()) await box.fill(option);
  else await page.locator('.ant-select', { has: box }).click();
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: option }).first().click();
}

/** Opens a level of the ladder, counted from 1. */
export async function openLevel(page: Page, level: number): Promise<void> {
  const rung = stepForm(page)
    .locator('.rung')
    .nth(level - 1);
  await rung.locator('.rung-title').click();
  await rung.locator('.rung-fields').waitFor();
}

/** "Look and publish" with the simulator opened there. */
export async function lookAt(page: Page): Promise<void> {
  await page.getByRole('button', { name: '查看并发布' }).click();
  await drawer(page).getByText('没有问题，可以发布').waitFor();
  await drawer(page).getByRole('button', { name: '在此推演' }).click();
  await drawer(page).locator('.sim-line > li').first().waitFor();
}

/** An example of the simulator: a complaint, or how people behave. */
export const preset = (page: Page, name: string): Promise<void> =>
  drawer(page).getByRole('button', { name, exact: true }).click();

/** What the simulator says of a moment, the first one at this time of day. */
export const moment = (page: Page, time: string) =>
  drawer(page)
    .locator('.sim-line > li', { has: page.getByRole('button', { name: time, exact: true }) })
    .first();

/** Publishes what stands on the page or in the drawer; returns the version it became. */
export async function publish(page: Page, note: string): Promise<void> {
  await page.getByPlaceholder(/改了什么/).fill(note);
  await page.getByRole('button', { name: '发布', exact: true }).click();
  await page
    .getByText(/已发布第 \d+ 版/)
    .first()
    .waitFor();
  await page.locator('.doc-bar').waitFor({ state: 'detached' });
}

/** Back to an old version, by the list of versions of the page that is open. */
export async function rollBack(page: Page, version: number): Promise<void> {
  await page.getByRole('button', { name: '历史版本' }).click();
  const row = drawer(page).locator('.versions > li', { hasText: new RegExp(`第 ${version} 版 ·`) });
  await row.getByRole('button', { name: '回退到此版本' }).click();
  await page.locator('.ant-popconfirm:visible').getByRole('button', { name: '回退到此版本' }).click();
  await page.getByText('已回退，并发布为新版本').waitFor();
  await page.locator('.doc-version', { hasText: `第 ${version + 2} 版` }).waitFor();
}

/** The staff a complaint's mails went to so far, in alphabetical order: those of one instant come in any. */
export async function staffTold(product: Product, { number }: { number: string }): Promise<string[]> {
  const about = (await product.mails()).filter(({ subject }) => subject.includes(number));
  const addresses = about.flatMap(({ to }) => to.map(({ address }) => address));
  return addresses.flatMap((address) => (/^(.+)@steward\.example$/.exec(address)?.[1] ?? []) as string[]).sort();
}
