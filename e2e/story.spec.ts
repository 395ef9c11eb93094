import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import type { PriceSheet, StorefrontProduct, StorefrontProductPage } from '@oneshelf/contracts';
import { demo } from '../prisma/seed/demo/directory';
import { Outside } from './kit/api';
import { checkFile, openOffice, rowNumbers, signIn } from './kit/office';
import { origin } from './kit/places';
import { pounds } from './kit/amounts';
import { publishPrice } from './kit/prices';
import { ordersOf, Shelf } from './kit/shelf';
import { Till } from './kit/till';

const file = (name: string): string => path.join(import.meta.dirname, 'files', name);
const { sweater, lastOne } = demo.variants;
const { soho } = demo.stores;

/** From import to the books of the day, on one running product: each step stands on the one before. */
test.describe.serial('One unit, everywhere true', () => {
  let outside: Outside;
  let office: Page;
  let sohoTill: Till;
  let sweaters: Shelf;

  test.beforeAll(async ({ browser }) => {
    outside = await Outside.connect();
    office = await openOffice(browser);
    sweaters = new Shelf(outside, sweater);
  });
  test.afterAll(async () => {
    await outside.close();
    await office.context().close();
    await sohoTill?.context.close();
  });

  const webPrice = async (handle: string, sku: string): Promise<number | null | undefined> =>
    (await outside.storefront<StorefrontProduct>(`/products/${handle}`)).variants.find((variant) => variant.sku === sku)?.listMinor;

  const lanterns = async (): Promise<string[]> => (await outside.storefront<StorefrontProductPage>('/products?q=Fellside')).items.flatMap(({ variants }) => variants.map(({ sku }) => sku));

  test('A start: the office opens for the right password only', async () => {
    await signIn(office, 'not the password');
    await expect(office.getByRole('alert')).toBeVisible();
    await expect(office).toHaveURL(/\/sign-in/);
    await signIn(office);
    await expect(office.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible();
  });

  test('B import: a product file is checked, imported once, and a broken one is refused by rows', async () => {
    await checkFile(office, file('new-season.csv'));
    const counts = () => Promise.all(['Products', 'Variants'].map((row) => rowNumbers(office, 'Counts of products and variants', row)));
    expect(await counts()).toEqual([['2', '0', '0', '0'], ['3', '0', '0', '']]);
    await expect(office.getByText('3 prices go into the draft of the price book.')).toBeVisible();
    expect(await lanterns()).toEqual([]);
    await office.getByRole('button', { name: 'Import 2 products' }).click();
    await expect(office.getByText('The import is done.')).toBeVisible();
    expect(await lanterns()).toEqual(['NEW-99001', 'NEW-99002']);

    await checkFile(office, file('new-season.csv'));
    expect(await counts()).toEqual([['0', '0', '2', '0'], ['0', '0', '3', '']]);
    await expect(office.getByText('There is nothing to import: everything is unchanged or rejected.')).toBeVisible();

    await checkFile(office, file('broken.csv'));
    expect(await counts()).toEqual([['0', '0', '0', '3'], ['0', '0', '0', '']]);
    const findings = office.getByRole('table', { name: 'Errors and warnings by row and column' }).getByRole('row');
    await expect(findings.filter({ hasText: 'Variant Price' }).filter({ hasText: 'twelve pounds' }).getByRole('rowheader')).toHaveText('2');
    await expect(findings.filter({ hasText: 'The product has no title.' }).getByRole('rowheader')).toHaveText('3');
    await expect(findings.filter({ hasText: 'Variant Inventory Qty' }).getByRole('rowheader')).toHaveText('4');
    await expect(office.getByRole('button', { name: /^Import / })).toHaveCount(0);
  });

  test('C price: pasted prices are reviewed and published, and the shop quotes them within a second', async () => {
    expect(await webPrice('merino-crew-sweater', sweater.sku)).toBe(6500);
    await office.goto(`${origin()}/prices/GB`);
    await office.getByLabel('SKU or product').fill('SWE-1000');
    const grid = office.getByRole('grid');
    const row = (sku: string) => grid.getByRole('row').filter({ hasText: sku });
    await row('SWE-10002').getByRole('gridcell', { name: '65.00' }).first().click();
    await paste(office, '67.95\n68.95\n69.95\n');
    await expect(office.getByText('3 prices pasted.')).toBeAttached();
    await expect(row(sweater.sku).getByRole('gridcell', { name: '68.95' })).toBeVisible();
    // The import left three prices in the same draft.
    await office.getByRole('button', { name: 'Review 6 changes' }).click();
    await expect(office.getByRole('heading', { name: 'List UK: 6 changes' })).toBeVisible();
    expect(await webPrice('merino-crew-sweater', sweater.sku)).toBe(6500);
    await office.getByRole('button', { name: 'Publish 6 changes now' }).click();
    await expect(office.getByRole('heading', { name: '6 prices are live as release 2.' })).toBeVisible();
    await expect.poll(() => webPrice('merino-crew-sweater', sweater.sku), { timeout: 1000, intervals: [50] }).toBe(6895);
    expect(await webPrice('fellside-lantern', 'NEW-99001')).toBe(3450);
    const sheet = await outside.get<PriceSheet>('/api/markets/GB/price-sheet');
    expect(sheet.release).toBe(2);
    expect(sheet.rows.find(({ sku }) => sku === sweater.sku)?.live[0]).toBe(6895);
  });

  test('D sell: a till sells for cash, by card, and without a network', async ({ browser }) => {
    sohoTill = await Till.open(browser, soho);
    const { page } = sohoTill;
    await sohoTill.enrol();
    await sohoTill.signIn('Sam Lowe', '2222');
    await sohoTill.openShift('150');
    await sweaters.isEverywhere(91);

    await test.step('cash: two sweaters and the last cap, 10 % off all of it', async () => {
      await sohoTill.scan(sweater.barcode);
      await sohoTill.scan(sweater.barcode);
      await sohoTill.scan(lastOne.barcode);
      await expect(sohoTill.lines()).toHaveCount(2);
      await expect(sohoTill.line('Merino Crew Sweater')).toContainText(pounds(13790));
      await expect(sohoTill.promotion()).toContainText(`Autumn knit, 10% off−${pounds(1619)}`);
      await expect(sohoTill.toPay()).toHaveText(pounds(14571));
      expect(sohoTill.engineTotal([[sweater.id, 2], [lastOne.id, 1]])).toBe(14571);
      await sohoTill.line('Merino Crew Sweater').getByRole('button', { name: /why this price/ }).click();
      await expect(page.getByRole('dialog')).toContainText('Price book GB:2');
      await expect(page.getByRole('dialog')).toContainText('Autumn knit, 10% off');
      await page.getByRole('button', { name: 'Back to the sale' }).click();
      await sohoTill.pay();
      await sohoTill.takeCash('150');
      await expect(page.locator('.till-change')).toContainText(pounds(429));
      await expect(page.getByRole('region', { name: 'Receipt' })).toContainText(pounds(14571));
      await sohoTill.everythingSent();
      await sweaters.isEverywhere(89);
      await sohoTill.nextSale();
    });

    await test.step('card: the reader takes it, and the money is at Stripe', async () => {
      await sohoTill.scan(sweater.barcode);
      await expect(sohoTill.toPay()).toHaveText(pounds(6205));
      await page.keyboard.press('F10');
      await expect(page.locator('.till-change')).toContainText('No change', { timeout: 30_000 });
      await sohoTill.everythingSent();
      await sohoTill.nextSale();
      const { data } = await outside.stripe<{ data: { amount_received: number; status: string }[] }>('payment_intents');
      expect(data.map(({ amount_received: amount, status }) => [amount, status])).toEqual([[6205, 'succeeded']]);
      await sweaters.isEverywhere(88);
    });

    await test.step('no network: the sale is kept with the old prices, and counted once when it is back', async () => {
      await sohoTill.context.setOffline(true);
      await page.reload();
      await expect(sohoTill.pill()).toContainText('Offline since', { timeout: 30_000 });
      await publishPrice(outside, sweater.id, 7200);
      await expect.poll(() => webPrice('merino-crew-sweater', sweater.sku), { timeout: 1000, intervals: [50] }).toBe(7200);
      await sohoTill.scan(sweater.barcode);
      await expect(sohoTill.toPay()).toHaveText(pounds(6205));
      await sohoTill.pay();
      await page.getByRole('button', { name: 'Exact' }).click();
      await expect(sohoTill.pill()).toContainText('1 sale kept on this till');
      const receipt = await sohoTill.receiptNumber();
      await sohoTill.nextSale();
      expect((await ordersOf(outside, 'store-gb')).map(([, total]) => total)).toEqual([6205, 14571]);
      await sohoTill.context.setOffline(false);
      await sohoTill.everythingSent();
      expect(await ordersOf(outside, 'store-gb')).toEqual([[receipt, 6205], [expect.any(String), 6205], [expect.any(String), 14571]]);
      await sweaters.isEverywhere(87);
      await expect.poll(() => sohoTill.book?.version).toBe('GB:3');
      await sohoTill.scan(sweater.barcode);
      await expect(sohoTill.toPay()).toHaveText(pounds(6480));
      await page.getByRole('button', { name: 'Clear', exact: true }).click();
    });
  });

  test('E stock: the office says why a number is what it is', async () => {
    expect(await sweaters.at(soho.id)).toEqual({ onHand: 8, committed: 0, available: 8 });
    await office.goto(`${origin()}/stock/${sweater.id}`);
    await office.getByRole('button', { name: 'On hand Soho: 8. Show the movements behind it' }).click();
    const movements = office.getByRole('dialog').getByRole('row');
    await expect(movements).toHaveCount(5);
    await expect(movements.nth(1)).toContainText('Sale at a till');
    const changes = await office.getByRole('dialog').locator('tbody tr td:nth-last-child(2)').allInnerTexts();
    expect(changes).toEqual(['-1', '-1', '-2', '+12']);
  });
});

/** Pastes as from a spreadsheet: the browser's own event, with the cells as text. */
async function paste(page: Page, text: string): Promise<void> {
  await page.getByRole('grid').evaluate((grid, cells) => {
    const data = new DataTransfer();
    data.setData('text/plain', cells);
    grid.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);
}
