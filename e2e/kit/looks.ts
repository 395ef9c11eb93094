import AxeBuilder from '@axe-core/playwright';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { origin } from './places';

const themes = ['dim', 'contrast', 'light'] as const;
const ofColour = ['color-contrast', 'link-in-text-block'];

/** No serious or critical finding of axe, by the rules of WCAG 2.2 AA, and nothing that sticks out at the side. */
export async function isAccessible(page: Page, screen: string, rules?: string[]): Promise<void> {
  // A page that changes its language is between two titles for a moment.
  await expect(page).toHaveTitle(/\S/);
  const axe = new AxeBuilder({ page });
  const { violations } = await (rules === undefined ? axe.withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']) : axe.withRules(rules)).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  const told = serious.map(({ id, nodes }) => `${screen}: ${id} at ${nodes.slice(0, 3).map(({ target }) => target.join(' ')).join(', ')}`);
  expect.soft(told).toEqual([]);
  expect.soft(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), `${screen} is not wider than its window`).toBeLessThanOrEqual(0);
  // To look at all of them: LOOKS=folder keeps a picture of every state that is visited.
  if (process.env.LOOKS !== undefined) await page.screenshot({ path: path.join(process.env.LOOKS, `${screen.replace(/[^\w-]+/g, '-')}.png`), animations: 'disabled' });
}

/** The same, and its colours in each of the till's themes; it is left in the light one. */
export async function isAccessibleInEveryTheme(page: Page, screen: string): Promise<void> {
  for (const theme of themes) {
    await page.evaluate((name) => { document.documentElement.dataset.theme = name; }, theme);
    await isAccessible(page, `${screen} ${theme}`, theme === 'light' ? undefined : ofColour);
  }
}

/** Keeps a picture for the documents, when asked: UPDATE_PICTURES=1. */
export async function picture(page: Page, name: string): Promise<void> {
  if (process.env.UPDATE_PICTURES !== '1') return;
  await page.mouse.move(0, 0);
  await page.screenshot({ path: path.join(import.meta.dirname, '../../docs/screens', `${name}.png`), animations: 'disabled' });
}

export async function visit(page: Page, address: string, shown: string | RegExp): Promise<void> {
  await page.goto(`${origin()}${address}`);
  await expect(page.getByRole('heading', { name: shown, level: 1 })).toBeVisible();
  // What a screen waits for has come when no skeleton is left.
  await expect(page.locator('.os-skeleton')).toHaveCount(0);
  await isAccessible(page, `${await page.evaluate(() => document.documentElement.lang)} ${address}`);
}
