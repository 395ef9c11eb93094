import type { CDPSession, Page } from 'playwright-core';
import { demo } from '@oneshelf/prisma/demo';
import { watchPage } from './page-watch';

const { soho } = demo.stores;
const { sohoAssociate } = demo.staff;

/** Brings a fresh till to its sell screen with an open shift, as a person does. */
export async function openTill(page: Page, origin: string): Promise<void> {
  await page.addInitScript(watchPage);
  await page.goto(`${origin}/pos/`);
  await page.getByLabel('Enrolment code').fill(soho.registers[0]?.enrolmentCode ?? '');
  await page.getByRole('button', { name: 'Enrol this till' }).click();
  await page.getByRole('button', { name: sohoAssociate.name, exact: true }).click();
  for (const digit of sohoAssociate.pin ?? '') await page.getByRole('button', { name: digit, exact: true }).click();
  await page.getByRole('navigation', { name: 'Places' }).waitFor();
  await page.keyboard.type('100', { delay: 60 });
  await page.getByRole('button', { name: /^Open with/ }).click();
  await page.locator('.till-sums [data-total]').first().waitFor();
  await page.evaluate(async () => { await navigator.serviceWorker.ready; });
}

/** Reloads and answers how long it took until the sell screen stood, in ms from the start of the navigation. */
export async function reload(page: Page): Promise<number> {
  await page.reload({ waitUntil: 'commit' });
  const handle = await page.waitForFunction(() => (window.benchWatch?.usableAt && Number.isFinite(window.benchWatch.usableAt) ? window.benchWatch.usableAt : false));
  return Number(await handle.jsonValue());
}

/** The characters of a scanner and its Enter, sent without waiting in between. Answers end of scan → painted, in ms. */
export async function scan(page: Page, devtools: CDPSession, code: string): Promise<number> {
  const known = await page.evaluate(() => window.benchWatch.painted.length);
  await Promise.all([...code, 'Enter'].flatMap((key) => {
    const text = key === 'Enter' ? '\r' : key;
    return [devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text, unmodifiedText: text }), devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', key })];
  }));
  const handle = await page.waitForFunction((before) => window.benchWatch.painted[before] ?? false, known, { timeout: 5000 });
  return Number(await handle.jsonValue());
}

/** Takes exact cash and answers touch → sale on the disk, in ms. Leaves an empty basket. */
export async function takeCash(page: Page): Promise<number> {
  await page.getByRole('button', { name: /^Pay / }).click();
  const known = await page.evaluate(() => window.benchWatch.committed.length);
  await page.getByRole('button', { name: 'Exact' }).click();
  const handle = await page.waitForFunction((before) => window.benchWatch.committed[before] ?? false, known, { timeout: 5000 });
  await page.getByRole('button', { name: 'Next sale' }).click();
  return Number(await handle.jsonValue());
}

/** A page that does nothing but write the scanned code into a list. */
export async function openBarePage(page: Page): Promise<void> {
  await page.addInitScript(watchPage);
  // A page of the same kind: a data address of its own, so that the init script runs.
  await page.goto('data:text/html,<!doctype html><ol class="till-lines"></ol>');
  await page.evaluate(() => {
    let code = '';
    window.addEventListener('keydown', ({ key }) => {
      if (key.length === 1) code += key;
      if (key !== 'Enter') return;
      document.querySelector('ol')?.append(Object.assign(document.createElement('li'), { textContent: code }));
      code = '';
    });
  });
}
