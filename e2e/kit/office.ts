import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, type Browser, type Page } from '@playwright/test';
import { demo } from '@oneshelf/prisma/demo';
import { origin } from './places';

/** The administrator's session of this run; the folder is emptied as a run begins. */
const SESSION = path.join(import.meta.dirname, '../../test-results/office-session.json');

/** The back-office in a browser of its own. */
export async function openOffice(browser: Browser, session?: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...(session === undefined ? {} : { storageState: session }) });
  const page = await context.newPage();
  await page.goto(`${origin()}/`);
  return page;
}

export async function signIn(page: Page, password: string = demo.password): Promise<void> {
  await page.getByLabel('E-mail').fill(demo.staff.admin.email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** An office where the administrator is in. The stories sign in once: the product counts tries, and a quick machine would make too many. */
export async function enterOffice(browser: Browser): Promise<Page> {
  const isKnown = existsSync(SESSION);
  const page = await openOffice(browser, isKnown ? SESSION : undefined);
  if (!isKnown) await signIn(page);
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  if (!isKnown) await page.context().storageState({ path: SESSION });
  return page;
}

/** Uploads a product file of a known format; its check begins by itself. */
export async function checkFile(page: Page, file: string): Promise<void> {
  await page.goto(`${origin()}/imports`);
  // Enabled once the page is alive and knows the markets.
  await expect(page.getByRole('button', { name: 'Choose a file' })).toBeEnabled();
  await page.locator('input[type=file]').setInputFiles(file);
  await expect(page.getByRole('heading', { name: 'What the import does' })).toBeVisible();
}

/** The numbers of a row of a table, left to right. */
export async function rowNumbers(page: Page, table: string, row: string): Promise<string[]> {
  return page.getByRole('table', { name: table }).getByRole('row').filter({ hasText: row }).getByRole('cell').allInnerTexts();
}
