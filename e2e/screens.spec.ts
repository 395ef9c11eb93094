import path from 'node:path';
import { expect, test, type Browser, type Page } from '@playwright/test';
import type { OrderListPage, PriceBookList, ProductDetail, ProductList } from '@oneshelf/contracts';
import { demo } from '@oneshelf/prisma/demo';
import { Outside } from './kit/api';
import { enrolmentCode } from './kit/enrolment';
import { isAccessible, picture, visit } from './kit/looks';
import { checkFile, openOffice, signIn } from './kit/office';
import { draftPrices, sheetRows } from './kit/prices';
import { origin } from './kit/places';
import { Shop } from './kit/shop';
import { Till } from './kit/till';

const { sweater, shortPick: backpack } = demo.variants;
const { manchester } = demo.stores;
const sizes = { land: { width: 1280, height: 800 }, port: { width: 800, height: 1280 } };

test.describe.serial('Screens', () => {
  let outside: Outside;

  test.beforeAll(async () => { outside = await Outside.connect(); });
  test.afterAll(async () => outside.close());

  test('shop: from the shelf to the order', async ({ browser }) => {
    const shop = await Shop.open(browser);
    const { page } = shop;
    await visit(page, '/shop', 'Shop');
    await picture(page, 'shop');
    await visit(page, '/shop/basket', 'Basket');
    await shop.addToBasket('rove-20-backpack', ['Petrol']);
    await isAccessible(page, 'shop product');
    await shop.addToBasket('merino-crew-sweater', ['Navy', 'M']);
    await visit(page, '/shop/basket', 'Basket');
    await shop.checkOut({ store: manchester.name, name: 'Wren Alder', email: 'wren.alder@example.com' });
    await isAccessible(page, 'shop checkout');
    await picture(page, 'shop-checkout');
    await shop.choose('Visa that is declined');
    await shop.payButton().click();
    await expect(page.getByText('Nothing was charged and your basket is kept.')).toBeVisible();
    await isAccessible(page, 'shop declined');
    await shop.choose('Is accepted at once');
    await shop.payButton().click();
    await expect(page.getByRole('heading', { name: /^Order / })).toBeVisible();
    await isAccessible(page, 'shop order');
    await page.context().close();
  });

  for (const [shape, size] of Object.entries(sizes)) {
    test(`till, ${size.width} × ${size.height}`, async ({ browser }) => {
      const till = await openTill(browser, { shape, size });
      const { page } = till;
      const suffix = shape === 'land' ? '' : '-port';
      for (const code of [sweater.barcode, sweater.barcode, backpack.barcode]) await till.scan(code);
      await expect(till.lines()).toHaveCount(2);
      await isAccessible(page, `till sell ${shape}`);
      await picture(page, `sell${suffix}`);
      await till.scan('4006381333931');
      await expect(page.getByText('No product has barcode 4006381333931.')).toBeVisible();
      await isAccessible(page, `till scan miss ${shape}`);
      await till.line('Merino Crew Sweater').getByRole('button', { name: /why this price/ }).click();
      await isAccessible(page, `till line ${shape}`);
      await page.getByRole('button', { name: 'Back to the sale' }).click();
      await till.pay();
      await expect(page.getByRole('button', { name: 'Exact' })).toBeVisible();
      await isAccessible(page, `till pay ${shape}`);
      await picture(page, `pay${suffix}`);
      await page.getByRole('button', { name: 'Exact' }).click();
      const receipt = await till.receiptNumber();
      await isAccessible(page, `till done ${shape}`);
      await till.everythingSent();
      await till.nextSale();
      for (const place of ['Orders', 'Stock', 'Shift'] as const) {
        await till.goTo(place);
        await expect(page.getByRole('button', { name: place, exact: true })).toHaveAttribute('aria-current', 'page');
        await expect(page.locator('main h1')).toBeVisible();
        await isAccessible(page, `till ${place} ${shape}`);
      }
      await till.goTo('Returns');
      await isAccessible(page, `till returns ${shape}`);
      await till.scan(receipt);
      await expect(page.getByRole('heading', { name: `Return from ${receipt}` })).toBeVisible();
      await till.scan(sweater.barcode);
      await page.getByRole('radio', { name: 'Too small' }).click();
      await isAccessible(page, `till return ${shape}`);
      await picture(page, `return${suffix}`);
      await till.pill().click();
      await expect(page.getByRole('heading', { name: 'Sent and kept' })).toBeVisible();
      await isAccessible(page, `till sync ${shape}`);
      await pickup(till, shape);
      await till.context.close();
    });
  }

  test('office: every screen', async ({ browser }) => {
    test.setTimeout(900_000);
    const page = await openOffice(browser);
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    await isAccessible(page, 'sign-in');
    await signIn(page);
    await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible();
    const lists: [string, string | RegExp][] = [
      ['/', 'Today'], ['/orders', 'Orders'], ['/returns', 'Returns'], ['/products', 'Products'], ['/prices', 'Prices'], ['/stock', 'Stock'], ['/promotions', 'Promotions'], ['/taxes', 'Tax'],
      ['/reports/day', 'Day report'], ['/imports', 'Imports'], ['/tills', 'Tills'], ['/customers', 'Customers'], ['/messages', 'Messages'], ['/stuck-work', 'Stuck work'], ['/history', 'History'],
      ['/stock/sheet', 'Stock sheet'], ['/stock/transfers', 'Transfers'], ['/stock/counts', 'Counts'], ['/stock/to-sort', 'Goods to sort'], ['/stock/corrections', 'Corrections'], ['/stock/promises', 'Promises'],
      ['/stock/lots?state=all', 'Lots'], ['/stock/serials', 'Serial numbers'], ['/stock/bins', 'Bins and aisles'],
      ['/stock/pools', 'Pools and buffers'], ['/stock/valuation', 'Stock value'], ['/stock/watch', 'Watch'], ['/stock/isv', 'Does every channel show what is there?'], ['/purchasing', 'Purchasing'], ['/purchasing/suppliers', 'Suppliers'],
      ['/settings', 'Settings'], ['/settings/markets/GB', /./], ['/settings/channels/web-gb', /./],
    ];
    const pictured = ['/promotions', '/taxes', '/stock/sheet', '/stock/watch', '/stock/valuation', '/stock/lots', '/stock/serials', '/stock/bins', '/stock/counts', '/purchasing'];
    for (const [address, heading] of lists) {
      await visit(page, address, heading);
      const { pathname } = new URL(address, origin());
      if (pictured.includes(pathname)) await picture(page, pathname.slice(1).replace('/', '-'));
    }

    const [order] = (await outside.get<OrderListPage>('/api/orders?channel=web-gb')).items;
    await visit(page, `/orders/${order?.id}`, new RegExp(order?.number ?? ''));
    await picture(page, 'order');
    await visit(page, `/stock/${sweater.id}`, /Merino Crew Sweater/);
    await picture(page, 'stock');
    await page.getByRole('button', { name: /^On hand All locations/ }).click();
    await expect(page.getByRole('dialog').getByRole('table').first()).toBeVisible();
    await isAccessible(page, 'why a number of stock is what it is');
    await howGoodsAreKept(page);
    const { products } = await outside.get<ProductList>('/api/products');
    await visit(page, `/products/${products[0]?.id}`, products[0]?.title ?? '');

    await checkFile(page, path.join(import.meta.dirname, 'files/broken.csv'));
    await isAccessible(page, 'import refused');
    await checkFile(page, path.join(import.meta.dirname, 'files/new-season.csv'));
    await isAccessible(page, 'import');
    await picture(page, 'import');

    const { rows } = await sheetRows(outside);
    const [first, ...others] = rows.filter(({ title }) => title.startsWith('Donegal Fleck Sweater'));
    // One below its cost, the others a little dearer.
    await draftPrices(outside, [[first?.variantId ?? '', 2900], ...others.slice(0, 6).map(({ variantId, live }): [string, number] => [variantId, (live[0] ?? 0) + 295])]);
    await visit(page, '/prices/GB', 'United Kingdom');
    await page.getByLabel('SKU or product').fill('sweater');
    await expect(page.getByRole('row').nth(1)).toContainText('29.00');
    await isAccessible(page, 'price sheet');
    await picture(page, 'prices-sheet');
    await visit(page, '/prices/GB/review', /^Prices, /);
    await picture(page, 'review');
    const books = await outside.get<PriceBookList>('/api/price-books');
    await visit(page, `/prices/GB/versions/${books.items.find(({ code }) => code === 'gb-list')?.id}`, /^Versions of/);
    await visit(page, '/prices/GB/new-book', 'New price book');
    await visit(page, `/prices/GB/books/${books.items.find(({ settings }) => settings.derivedFrom !== null)?.id}`, /^Settings of/);
    await picture(page, 'price-book');
    await visit(page, '/prices/GB/parity', /parity/i);
    await expect(page.getByRole('table').first()).toBeVisible();
    await picture(page, 'parity');
    await visit(page, '/prices/GB/calendar', /calendar/i);
    await picture(page, 'price-calendar');
    await page.goto(`${origin()}/no-such-page`);
    await expect(page.getByText('There is no page at this address')).toBeVisible();
    await isAccessible(page, 'not found');
    await page.context().close();
  });

  /** A bundle, a kit, goods with lots, and what the dialogs of each say. */
  async function howGoodsAreKept(page: Page): Promise<void> {
    const idOf = async (title: string): Promise<{ productId: string; variantId: string }> => {
      const { products } = await outside.get<ProductList>(`/api/products?q=${encodeURIComponent(title)}`);
      const product = await outside.get<ProductDetail>(`/api/products/${products[0]?.id}`);
      return { productId: product.id, variantId: product.variants[0]?.id ?? '' };
    };
    const inDialog = async (button: string | RegExp, screen: string): Promise<void> => {
      await page.getByRole('button', { name: button }).first().click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await isAccessible(page, screen);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    };
    const wax = await idOf('Boot Wax');
    await visit(page, `/stock/${(await idOf('Camp Breakfast Set')).variantId}`, 'Camp Breakfast Set');
    await inDialog('Edit components', 'components of a bundle');
    await visit(page, `/stock/${(await idOf('Trail Coffee Kit')).variantId}`, 'Trail Coffee Kit');
    await inDialog('Pack or unpack', 'pack a kit');
    await visit(page, `/products/${wax.productId}`, 'Boot Wax');
    await inDialog('Piece, Lot', 'how a product is kept');
    await visit(page, `/stock/${wax.variantId}`, 'Boot Wax');
    await page.getByRole('table', { name: 'Lots' }).getByRole('link').first().click();
    await expect(page.getByRole('heading', { name: /^Lot W/, level: 1 })).toBeVisible();
    await isAccessible(page, 'lot');
    await visit(page, '/stock/lots?state=all', 'Lots');
    await inDialog('How long lots must keep', 'how long lots must keep');
    await visit(page, '/stock/bins', 'Bins and aisles');
    await inDialog('Take from a file', 'bins from a file');
  }

  /** A till of Manchester in the shape of the test, with a shift. */
  async function openTill(browser: Browser, { shape, size }: { shape: string; size: { width: number; height: number } }): Promise<Till> {
    const till = await Till.open(browser, manchester, size);
    await expect(till.page.getByLabel('Enrolment code')).toBeVisible();
    await isAccessible(till.page, `till enrol ${shape}`);
    await till.enrol(await enrolmentCode(outside, { store: manchester.name, number: shape === 'land' ? 1 : 2 }));
    await isAccessible(till.page, `till lock ${shape}`);
    await till.signIn('Josie Hart', '2201');
    await isAccessible(till.page, `till open shift ${shape}`);
    await till.openShift(10000);
    return till;
  }

  /** To pick in the first shape; ready in the second, whose till finds what the first one picked. */
  async function pickup(till: Till, shape: string): Promise<void> {
    const { page } = till;
    await till.goTo('Pickups');
    const pane = page.getByRole('complementary');
    await expect(pane).toContainText('Wren Alder');
    await isAccessible(page, `till pickup ${shape}`);
    if (shape === 'land') {
      await till.scan(sweater.barcode);
      await expect(pane.getByRole('button', { name: '1 of 2 picked' })).toBeVisible();
      await picture(page, 'pickup');
      await pane.getByRole('button', { name: 'Can’t find item' }).click();
      await isAccessible(page, 'till short pick');
      await page.keyboard.press('Escape');
      await till.scan(backpack.barcode);
      await pane.getByLabel('Shelf').fill('B-04');
      await pane.getByRole('button', { name: 'Mark ready' }).click();
      await expect(pane).toContainText('Shelf B-04');
      return;
    }
    await expect(pane).toContainText('Shelf B-04');
    await till.scan(sweater.barcode);
    await picture(page, 'pickup-port');
  }
});
