import { expect, test, type Browser, type Page } from '@playwright/test';
import type { PriceBookList, PriceSheetTable } from '@oneshelf/contracts';
import { demo } from '@oneshelf/prisma/demo';
import { Outside } from './kit/api';
import { CountedEvents } from './kit/counted-events';
import { isAccessible, visit } from './kit/looks';
import { draftPrices } from './kit/prices';
import { origin } from './kit/places';

const SOON = { timeout: 60_000 };
const PRICES = 500;

test.describe.serial('Prices, reviewed like a change of code', () => {
  let outside: Outside;
  let list = '';

  test.beforeAll(async () => {
    outside = await Outside.connect();
    list = (await outside.get<PriceBookList>('/api/price-books')).items.find(({ code }) => code === 'gb-list')?.id ?? '';
    await outside.put('/api/markets/GB/approval-rule', { maxChanges: 1000, belowCost: true, belowFloor: true, marginFallBasisPoints: 200 });
    await outside.post(`/api/price-books/${list}/draft/discard`).catch(() => undefined);
  });
  test.afterAll(async () => outside.close());

  test('500 prices from a spreadsheet are live in 1 click, 1 key and 2 clicks', async ({ browser }) => {
    const page = await signedIn(browser, demo.staff.merchandiser.email);
    await visit(page, '/prices/GB', 'United Kingdom');
    const { live, columns } = await outside.get<PriceSheetTable>('/api/markets/GB/price-sheet');
    const column = columns.findIndex((one) => one.bookId === list && one.fromMilli === 0);
    const before = live[column] ?? [];
    const block = before.slice(0, PRICES).map((amountMinor) => (((amountMinor ?? 1000) + 100) / 100).toFixed(2));
    const counted = new CountedEvents(page);
    const first = ((before[0] ?? 0) / 100).toFixed(2);
    await counted.click(page.getByRole('grid').getByRole('row').nth(1).getByRole('gridcell', { name: first }).first());
    await counted.paste(block.join('\n'));
    await expect(page.getByText('Draft saved')).toBeVisible(SOON);
    await counted.click(page.getByRole('button', { name: /^Review \d+ changes$/ }));
    await expect(page.getByRole('table', { name: /^Replayed sales/ }).or(page.getByText('No sale of these weeks can be replayed.')).first()).toBeVisible(SOON);
    await isAccessible(page, 'review of 500 prices');
    await counted.click(page.getByRole('button', { name: /^Publish \d+ changes now$/ }));
    await expect(page.getByRole('heading', { name: /prices are live as release \d+/ })).toBeVisible(SOON);
    // At a time of one's choice it is a click more: "At a time".
    expect([counted.clicks, counted.keys]).toEqual([3, 1]);
    const after = await outside.get<PriceSheetTable>('/api/markets/GB/price-sheet');
    expect(after.live[column]?.[0]).toBe((before[0] ?? 0) + 100);
    await page.getByRole('link', { name: 'Shelf labels' }).click();
    await expect(page.getByRole('list', { name: 'Labels to print' }).getByRole('listitem').first()).toBeVisible(SOON);
    await isAccessible(page, 'shelf labels');
    await page.context().close();
  });

  test('a past version is live again in 4 clicks, as a new version', async ({ browser }) => {
    const page = await signedIn(browser, demo.staff.merchandiser.email);
    await visit(page, '/prices', 'Prices');
    const counted = new CountedEvents(page);
    await counted.click(page.getByRole('link', { name: 'Versions: List UK' }));
    await counted.click(page.getByRole('link', { name: 'Version 1', exact: true }));
    await expect(page.getByRole('heading', { name: 'What would change if it were live again' })).toBeVisible(SOON);
    await isAccessible(page, 'version');
    await counted.click(page.getByRole('button', { name: 'Make live again' }));
    await counted.click(page.getByRole('alertdialog').getByRole('button', { name: /^Change \d+ prices now$/ }));
    await expect(page.getByText(/prices are live again as version/)).toBeVisible(SOON);
    expect(counted.clicks).toBe(4);
    await page.context().close();
  });

  test('a price below cost waits for a second person, who finds it on Today', async ({ browser }) => {
    const { rows, live } = await outside.get<PriceSheetTable>('/api/markets/GB/price-sheet');
    const found = rows.variantIds.find((_, row) => (rows.costsMinor[row] ?? 0) > 500 && (live[0]?.[row] ?? null) !== null);
    const ines = await signedIn(browser, demo.staff.merchandiser.email);
    await draftPrices(outside, [[found ?? '', 100]]);
    await visit(ines, '/prices/GB/review', /^Prices, /);
    await expect(ines.getByText('A second person has to agree first.')).toBeVisible(SOON);
    await ines.getByLabel('Note for the approver').fill('Clearance of the last pieces');
    await ines.getByRole('button', { name: 'Ask for approval' }).click();
    await expect(ines.getByText(/^Waits for a second person/)).toBeVisible(SOON);
    await isAccessible(ines, 'review that waits');

    const hannah = await signedIn(browser, demo.staff.finance.email);
    await visit(hannah, '/', 'Today');
    await hannah.getByRole('table', { name: 'Prices waiting for approval' }).getByRole('link').first().click();
    await hannah.getByLabel('Your answer').fill('Until Sunday');
    await isAccessible(hannah, 'review to decide');
    await hannah.getByRole('button', { name: 'Approve' }).click();
    await expect(hannah.getByText(/^Hannah Vogt agreed/)).toBeVisible(SOON);

    await ines.reload();
    await expect(ines.getByText(/^Hannah Vogt agreed/)).toBeVisible(SOON);
    await ines.getByText(/^Sell \d+ products? below cost/).click();
    await ines.getByRole('radio', { name: 'At a time' }).click();
    await ines.getByRole('button', { name: /^Schedule 1 change$/ }).click();
    await ines.getByRole('link', { name: 'Calendar' }).click();
    await expect(ines.getByRole('table', { name: /^Calendar of/ })).toBeVisible(SOON);
    await isAccessible(ines, 'price calendar');
    await ines.getByRole('radio', { name: 'List' }).click();
    await isAccessible(ines, 'price calendar as a list');
    await ines.context().close();
    await hannah.context().close();
  });
});

async function signedIn(browser: Browser, email: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  await page.goto(`${origin()}/`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(demo.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible(SOON);
  return page;
}
