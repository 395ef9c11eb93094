import path from 'node:path';
import { expect, test, type Browser, type Page } from '@playwright/test';
import type { CardPaymentStatus, OrderListPage, PriceBookList, ProductList, StartCardPayment } from '@oneshelf/contracts';
import { demo } from '@oneshelf/prisma/demo';
import { rareStates } from './kit/answers';
import { Outside } from './kit/api';
import { enrolmentCode } from './kit/enrolment';
import { isAccessible, isAccessibleInEveryTheme, visit } from './kit/looks';
import { checkFile, openOffice, signIn } from './kit/office';
import { origin } from './kit/places';
import { Till } from './kit/till';

const { sweater, shortPick: backpack } = demo.variants;
const { edinburgh, berlin } = demo.stores;

/** What a walk through the screens does not meet: the states that are rare, the other language, and the other themes. */
test.describe.serial('States', () => {
  let outside: Outside;

  test.beforeAll(async () => { outside = await Outside.connect(); });
  test.afterAll(async () => outside.close());

  test('till: rare states in every theme', async ({ browser }) => {
    test.setTimeout(900_000);
    const till = await openTill(browser);
    const { page } = till;
    const look = (state: string): Promise<void> => isAccessibleInEveryTheme(page, `till ${state}`);

    await till.scan(sweater.barcode);
    await expect(till.lines()).toHaveCount(1);
    await page.keyboard.press('F7');
    await expect(page.getByRole('button', { name: 'Scan to begin' })).toBeVisible();
    await till.scan(backpack.barcode);
    await look('sell');
    await page.keyboard.press('F3');
    await expect(page.getByRole('dialog', { name: 'Held sales' })).toContainText('Isla Rennie');
    await look('held sales');
    await page.keyboard.press('Escape');
    await till.scan('4006381333931');
    await expect(page.getByText('No product has barcode 4006381333931.')).toBeVisible();
    await look('scan miss');

    await till.pay();
    await expect(page.getByRole('button', { name: 'Exact' })).toBeVisible();
    await look('pay');
    await page.keyboard.press('Escape');
    await cardThat(page, async (show) => {
      await page.keyboard.press('F10');
      await expect(page.getByRole('heading', { name: 'Present the card' })).toBeVisible();
      await look('card at reader');
      show({ status: 'failed', failure: 'insufficient_funds' });
      await expect(page.getByText('The card has not enough money.')).toBeVisible();
      await look('card declined');
    });
    await page.getByRole('button', { name: 'Pay another way' }).click();
    await page.getByRole('button', { name: 'Exact' }).click();
    const receipt = await till.receiptNumber();
    await look('sale done');
    await till.everythingSent();
    await till.nextSale();

    await till.goTo('Returns');
    await till.scan('NO-SUCH-1-2026-000001');
    await expect(page.getByText('There is no such sale or order.')).toBeVisible();
    await look('return not found');
    await till.scan(receipt);
    await till.scan(backpack.barcode);
    await expect(page.getByRole('checkbox', { name: /Rove 20/ })).toBeChecked();
    await look('return');
    await page.getByRole('button', { name: /^Refund / }).click();
    await expect(page.getByText(/^Return .* is booked$/)).toBeVisible();
    await look('return done');

    await till.goTo('Shift');
    await look('shift');
    for (const act of ['Put cash in', 'Take cash out']) {
      await page.getByRole('button', { name: act }).click();
      await expect(page.getByRole('dialog', { name: act })).toBeVisible();
      await page.keyboard.type('20', { delay: 60 });
      await look(act);
      await page.keyboard.press('Escape');
    }
    await page.getByRole('button', { name: 'Isla Rennie, settings and lock' }).click();
    await expect(page.getByRole('dialog', { name: 'Isla Rennie' })).toBeVisible();
    await look('settings');
    await page.keyboard.press('Escape');
    await till.goTo('Pickups');
    await expect(page.getByRole('heading', { name: 'Pickups' })).toBeVisible();
    await look('no pickups');
    await revokedWithAKeptSale(till, look);
    await till.context.close();
  });

  test('till: every screen in German', async ({ browser }) => {
    const page = (await openBerlin(browser)).page;
    await page.getByRole('button', { name: 'Jana Köster' }).click();
    await page.keyboard.type('2801', { delay: 60 });
    await page.keyboard.type('100', { delay: 60 });
    await page.getByRole('button', { name: /^Mit 100,00/ }).click();
    await expect(page.getByRole('heading', { name: 'Verkauf' })).toBeAttached();
    await isAccessible(page, 'kasse Verkauf');
    for (const place of ['Abholung', 'Retouren', 'Belege', 'Bestand', 'Schicht']) {
      await page.getByRole('navigation').getByRole('button', { name: new RegExp(`^${place}`) }).click();
      await expect(page.locator('main h1')).toBeVisible();
      await isAccessible(page, `kasse ${place}`);
    }
    await page.context().close();
  });

  test('office: every screen in German', async ({ browser }) => {
    test.setTimeout(900_000);
    const page = await openOffice(browser);
    await signIn(page);
    await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible();
    await page.context().addCookies([{ name: 'locale', value: 'de', url: origin() }]);
    const lists: [string, string | RegExp][] = [
      ['/', 'Heute'], ['/orders', 'Bestellungen'], ['/returns', 'Retouren'], ['/products', 'Produkte'], ['/prices', 'Preise'], ['/stock', 'Bestand'], ['/promotions', 'Aktionen'], ['/taxes', 'Steuern'],
      ['/reports/day', 'Tagesbericht'], ['/imports', 'Importe'], ['/tills', 'Kassen'], ['/customers', 'Kunden'], ['/messages', 'Nachrichten'], ['/stuck-work', 'Hängende Arbeit'], ['/history', 'Verlauf'],
      ['/stock/lots?state=all', 'Chargen'], ['/stock/serials', 'Seriennummern'], ['/stock/bins', /./], ['/stock/promises', /./], ['/stock/isv', /./],
    ];
    for (const [address, heading] of lists) await visit(page, address, heading);
    const [order] = (await outside.get<OrderListPage>('/api/orders?channel=web-gb')).items;
    if (order !== undefined) await visit(page, `/orders/${order.id}`, new RegExp(order.number));
    await visit(page, `/stock/${sweater.id}`, /Merino Crew Sweater/);
    const { products } = await outside.get<ProductList>('/api/products');
    await visit(page, `/products/${products[0]?.id}`, products[0]?.title ?? '');
    await visit(page, '/prices/DE', /./);
    await visit(page, '/prices/DE/review', /./);
    const books = await outside.get<PriceBookList>('/api/price-books');
    await visit(page, `/prices/GB/versions/${books.items[0]?.id}`, /^Versionen/);
    for (const [address, heading] of [['/shop?market=DE', 'Shop'], ['/shop/basket', 'Warenkorb'], ['/shop/checkout', 'Kasse']] as const) await visit(page, address, heading);
    await page.goto(`${origin()}/shop/products/merino-crew-sweater?market=DE`);
    await expect(page.getByRole('button', { name: 'In den Warenkorb' })).toBeVisible();
    await isAccessible(page, 'de shop product');
    await page.context().close();
  });

  test('office: rare states', async ({ browser }) => {
    test.setTimeout(900_000);
    const page = await openOffice(browser);
    await signIn(page);
    await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible();
    for (const { name, address, api, answer, shows } of rareStates) {
      await page.route(`**${api}`, (route) => (route.request().method() === 'GET' ? route.fulfill({ json: answer }) : route.fallback()));
      await page.goto(`${origin()}${address}`);
      await expect(page.getByText(shows).first()).toBeVisible();
      await isAccessible(page, name);
      await page.unroute(`**${api}`);
    }
    await checkFile(page, path.join(import.meta.dirname, 'files/mixed.csv'));
    await page.getByRole('button', { name: /^Import 1 product/ }).click();
    await expect(page.getByRole('link', { name: 'Download the rejected rows' })).toBeVisible();
    await isAccessible(page, 'import with rejected rows');
    await page.context().close();
  });

  async function openTill(browser: Browser): Promise<Till> {
    const till = await Till.open(browser, edinburgh);
    await expect(till.page.getByLabel('Enrolment code')).toBeVisible();
    await isAccessibleInEveryTheme(till.page, 'till enrol');
    await till.enrol(await enrolmentCode(outside, { store: edinburgh.name, number: 1 }));
    await till.page.getByRole('button', { name: 'Isla Rennie' }).click();
    await till.page.keyboard.type('9999', { delay: 60 });
    await expect(till.page.getByText('This PIN is not right. Try again.')).toBeVisible();
    await isAccessibleInEveryTheme(till.page, 'till wrong PIN');
    await till.signIn('Isla Rennie', '2401');
    await isAccessibleInEveryTheme(till.page, 'till open shift');
    await till.openShift(10000);
    return till;
  }

  async function openBerlin(browser: Browser): Promise<Till> {
    const till = await Till.open(browser, berlin);
    await till.page.getByRole('textbox').fill(await enrolmentCode(outside, { store: berlin.name, number: 2 }));
    await till.page.getByRole('button').last().click();
    await expect(till.page.getByRole('heading', { name: 'Wer ist an der Kasse?' })).toBeVisible();
    await isAccessible(till.page, 'kasse PIN');
    return till;
  }

  /** A reader that waits until the test says what became of the card. */
  async function cardThat(page: Page, use: (show: (news: Partial<CardPaymentStatus>) => void) => Promise<void>): Promise<void> {
    let news: Partial<CardPaymentStatus> = {};
    let started: StartCardPayment | null = null;
    await page.route('**/api/pos/card-payments**', (route) => {
      started = (route.request().postDataJSON() as StartCardPayment | null) ?? started;
      return route.fulfill({ json: { status: 'pending', cardLabel: null, failure: null, ...started, ...news } });
    });
    await use((next) => { news = next; });
    await page.unroute('**/api/pos/card-payments**');
  }

  /** Sells without a network, is ended by the office meanwhile, says why, and sends all of it once it is enrolled again. */
  async function revokedWithAKeptSale(till: Till, look: (state: string) => Promise<void>): Promise<void> {
    const { page } = till;
    await till.goTo('Sell');
    await till.context.setOffline(true);
    await till.scan(sweater.barcode);
    await till.pay();
    await page.getByRole('button', { name: 'Exact' }).click();
    await till.nextSale();
    await expect(till.pill()).toContainText('1 sale kept on this till');
    await look('offline with a kept sale');
    await till.pill().click();
    await expect(page.getByRole('heading', { name: 'Sent and kept' })).toBeVisible();
    await look('what is kept');
    const registerId = edinburgh.registers[0]?.id;
    await outside.post(`/api/registers/${registerId}/revoke`);
    await till.context.setOffline(false);
    await expect(page.getByRole('heading', { name: 'Enrol this till again' })).toBeVisible();
    await expect(page.getByText(/1 entry of .* is kept here/)).toBeVisible();
    await look('revoked');
    await page.getByLabel('Enrolment code').fill(await enrolmentCode(outside, { store: edinburgh.name, number: 2 }));
    await page.getByRole('button', { name: 'Enrol this till' }).click();
    await expect(page.getByText('This code is for another register.')).toBeVisible();
    await page.getByLabel('Enrolment code').fill(await enrolmentCode(outside, { store: edinburgh.name, number: 1 }));
    await page.getByRole('button', { name: 'Enrol this till' }).click();
    await till.everythingSent();
  }
});
