import { expect, test, type Page } from '@playwright/test';
import type { OrderDetail, StorefrontQuote } from '@oneshelf/contracts';
import { demo } from '@oneshelf/prisma/demo';
import { pounds } from './kit/amounts';
import { Outside } from './kit/api';
import { enrolmentCode } from './kit/enrolment';
import { isAccessible } from './kit/looks';
import { enterOffice } from './kit/office';
import { origin } from './kit/places';
import { Shop } from './kit/shop';
import { Till } from './kit/till';

const { soho } = demo.stores;

/** The name of the country in the list that opens from its field. */
async function chooseCountry(page: Page, country: string): Promise<void> {
  await page.getByRole('button', { name: /Country/ }).click();
  await page.getByRole('option', { name: country, exact: true }).click();
}

test.describe.serial('An order to another country', () => {
  let shop: Shop;
  let outside: Outside;
  let orderId = '';

  test.beforeAll(async ({ browser }) => {
    outside = await Outside.connect();
    shop = await Shop.open(browser);
  });
  test.afterAll(async () => {
    await outside.close();
    await shop.page.context().close();
  });

  test('is shown with the tax of where it goes, and what it costs to send', async () => {
    const { page } = shop;
    await page.goto(`${origin()}/shop/products/merino-crew-sweater?market=DE`);
    for (const option of ['Navy', 'M']) await page.getByRole('radio', { name: option, exact: true }).click();
    await page.getByRole('button', { name: 'Add to basket' }).click();
    await expect(page.getByText('It is in your basket.')).toBeVisible();
    await page.goto(`${origin()}/shop/basket?market=DE`);
    await expect(page.getByText('incl. 19% VAT, Germany')).toBeVisible();
    await expect(page.getByText(/^Delivery from €4.95, free from €80.00/)).toBeVisible();
    await isAccessible(page, 'shop basket DE');
    await page.goto(`${origin()}/shop/checkout?market=DE`);
    await page.getByRole('radio', { name: 'Delivery' }).click();
    await chooseCountry(page, 'Austria');
    await expect(page.getByText('incl. 20% VAT, Austria')).toBeVisible();
    await expect(page.getByText('Delivery: European Union, 3 to 6 days')).toBeVisible();
    for (const [label, value] of [['Street and number', 'Ringstraße 1'], ['Postcode', '10115'], ['Town', 'Wien'], ['Name', 'Wren Alder'], ['E-mail', 'wren.alder@example.com']] as const) await page.getByLabel(label, { exact: true }).fill(value);
    await shop.choose('Is accepted at once');
    await shop.payButton().click();
    await expect(page.getByText('Enter a postcode of the country.')).toBeVisible();
    await page.getByLabel('Postcode').fill('1010');
    await isAccessible(page, 'shop checkout to Austria');
    await chooseCountry(page, 'Switzerland');
    await expect(page.getByText('No tax: it leaves the country. Duties may come on top.')).toBeVisible();
    await isAccessible(page, 'shop checkout to Switzerland');
    await chooseCountry(page, 'Austria');
    await expect(page.getByText('incl. 20% VAT, Austria')).toBeVisible();
    await shop.payButton().click();
    await expect(page).toHaveURL(/\/shop\/orders\/[0-9a-f-]{36}\?token=/);
    orderId = /orders\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
    await expect(page.getByText('Receipt, and why it costs this')).toBeVisible();
    await isAccessible(page, 'shop order to Austria');
    const order = await outside.get<OrderDetail>(`/api/orders/${orderId}`);
    expect(order.quote?.taxes).toMatchObject([{ country: 'AT', rateBasisPoints: 2000, grossMinor: order.totalMinor }]);
    expect(order.quote?.shipping).toMatchObject([{ methodId: 'union', totalMinor: 990 }]);
  });

  test('has a receipt that says in plain words why it cost that, to whoever holds the link', async ({ browser }) => {
    const path = await shop.page.getByRole('link', { name: 'Receipt, and why it costs this' }).getAttribute('href');
    const stranger = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
    await stranger.goto(`${origin()}${path}`);
    await expect(stranger.getByRole('heading', { name: 'Why this total' })).toBeVisible();
    await expect(stranger.getByText(/^USt\. 20%, Austria: /)).toBeVisible();
    await expect(stranger.getByText(/Wren|Alder|Ringstraße/)).toHaveCount(0);
    await isAccessible(stranger, 'receipt en');
    await stranger.getByRole('button', { name: /Deutsch|German/ }).click();
    await expect(stranger.getByRole('heading', { name: 'Warum diese Summe' })).toBeVisible();
    await expect(stranger.getByText(/^USt\. 20%, Österreich: /)).toBeVisible();
    await isAccessible(stranger, 'receipt de');
    await stranger.goto(`${origin()}/r/${'x'.repeat(24)}`);
    await expect(stranger.getByText('Hinter diesem Link ist kein Beleg')).toBeVisible();
    await stranger.context().close();
  });

  test('tells the office why its total is what it is', async ({ browser }) => {
    const office = await enterOffice(browser);
    await office.goto(`${origin()}/orders/${orderId}`);
    await office.getByRole('button', { name: 'Why this total' }).click();
    await expect(office.getByRole('dialog').getByText(/^USt\. 20%, Austria: /)).toBeVisible();
    await isAccessible(office, 'office why this total');
    await office.context().close();
  });

  test('is quoted the same through the API, and a country that is not served is refused with those that are', async () => {
    const lines = [{ variantId: demo.variants.sweater.id, quantityMilli: 1000 }];
    const quote = await outside.quote<StorefrontQuote>({ lines, fulfilment: { kind: 'delivery', address: { country: 'IE' } } });
    expect(quote).toMatchObject({ untaxedBecause: 'export', taxMinor: 0, shipping: { methodId: 'abroad', totalMinor: 1495 } });
    await expect(outside.quote({ lines, fulfilment: { kind: 'delivery', address: { country: 'JP' } } })).rejects.toThrow(/not_delivered_there.*GB/s);
  });

  test('a till prints the code of the receipt, and finds the sale by it', async ({ browser }) => {
    const till = await Till.open(browser, soho);
    await till.enrol(await enrolmentCode(outside, { store: soho.name, number: 2 }));
    await till.signIn('Sam Lowe', '2222');
    await till.openShift(10_000);
    await till.scan(demo.variants.sweater.barcode);
    const totalMinor = till.engineTotal([[demo.variants.sweater.id, 1]]);
    await expect(till.toPay()).toHaveText(pounds(totalMinor));
    await till.pay();
    await till.takeCash(10_000, 10_000 - totalMinor);
    const code = till.page.getByRole('img', { name: /\/r\/[\w-]{24}$/ });
    await expect(code).toBeVisible();
    await isAccessible(till.page, 'till receipt');
    const link = (await code.getAttribute('aria-label')) ?? '';
    await till.nextSale();
    await till.everythingSent();
    const phone = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
    await phone.goto(link);
    await expect(phone.getByRole('heading', { name: 'Why this total' })).toBeVisible();
    await expect(phone.getByText('Sam Lowe')).toHaveCount(0);
    await isAccessible(phone, 'receipt of a till');
    await till.goTo('Returns');
    await till.scan(link);
    await expect(till.page.getByRole('heading', { name: /SOHO-2/ })).toBeVisible();
    await isAccessible(till.page, 'till return by code');
    for (const page of [phone, till.page]) await page.context().close();
  });
});
