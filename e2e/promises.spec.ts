import { expect, test } from '@playwright/test';
import type { GoodsReceived, MailDetail, MailList, OrderDetail, OrderListPage, PlacedOrder, PurchaseOrderDetail, StockMovementsAnswer, StockPromisesAnswer, StorefrontQuote, SupplierListPage } from '@oneshelf/contracts';
import { demo } from '@oneshelf/prisma/demo';
import { Outside } from './kit/api';
import { isAccessible, picture, visit } from './kit/looks';
import { enterOffice, openOffice } from './kit/office';
import { origin } from './kit/places';
import { SOON } from './kit/shelf';
import { Shop } from './kit/shop';

const { preorder: book } = demo.variants;
const { warehouse, staff } = demo;
const EMAIL = 'wren.alder@example.com';
const LIMIT = 3;
const year = new Date().getUTCFullYear() + 1;
const day = `${year}-02-01`;
const inWords = `1 February ${year}`;
const address = { line1: '2 Kirkgate', city: 'Leeds', postcode: 'LS1 4AP', country: 'GB', latitude: 53.79, longitude: -1.54 };

/** A book is sold before it is out, comes, and goes to those who waited, in the order in which they asked. */
test.describe.serial('Promises', () => {
  let outside: Outside;
  let first: OrderDetail;
  let second: PlacedOrder;

  test.beforeAll(async () => { outside = await Outside.connect(); });
  test.afterAll(async () => outside.close());

  const promises = () => outside.get<StockPromisesAnswer>(`/api/stock/${book.id}/promises`);
  const orderOf = (id: string) => outside.get<OrderDetail>(`/api/orders/${id}`);
  const partsOf = async (id: string): Promise<number[]> => (await orderOf(id)).parts.map(({ lines }) => lines.reduce((sum, { quantityMilli }) => sum + quantityMilli / 1000, 0));
  const ask = async (units: number) => {
    const basket = { lines: [{ variantId: book.id, quantityMilli: units * 1000 }], fulfilment: { kind: 'delivery', address } };
    const { totalMinor } = await outside.quote<StorefrontQuote>(basket);
    return outside.tryOrder({ ...basket, customer: { name: 'Priya Nair', email: 'priya.nair@example.com' }, expectedTotalMinor: totalMinor, paymentMethodId: 'pm_card_visa' });
  };

  test('[C-24] a merchandiser says how many may be preordered, and for when', async ({ browser }) => {
    const page = await openOffice(browser);
    await page.getByLabel('E-mail').fill(staff.merchandiser.email);
    await page.getByLabel('Password').fill(demo.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
    await visit(page, '/stock/promises', 'Promises');
    const row = page.getByRole('table', { name: 'Sold before it is there' }).getByRole('row').filter({ hasText: book.sku });
    await expect(row).toContainText('0 of 40');
    await row.getByRole('button', { name: 'Change' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Most units promised at once').fill(String(LIMIT));
    await dialog.getByLabel('From when on').fill(day);
    await isAccessible(page, 'policy of a preorder');
    await picture(page, 'stock-promises');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(row).toContainText(`0 of ${LIMIT}`);
    expect((await promises()).policies).toMatchObject([{ kind: 'preorder', limitMilli: LIMIT * 1000, promisedMilli: 0, availableOn: day }]);
    await page.context().close();
  });

  test('[C-24] a shopper sees the day on the product, at the checkout, on the order’s page and in the mail', async ({ browser }) => {
    const shop = await Shop.open(browser);
    const { page } = shop;
    await page.goto(`${origin()}/shop/products/a-year-on-the-fell`);
    await expect(page.getByText(`Out on ${inWords}: order it now, it is sent then.`)).toBeVisible();
    await isAccessible(page, 'product that is preordered');
    await page.getByRole('button', { name: 'Preorder' }).click();
    await expect(page.getByText('It is in your basket.')).toBeVisible();
    await page.goto(`${origin()}/shop/checkout`);
    await expect(page.getByText(/can only be sent/)).toBeVisible();
    await page.getByRole('radio', { name: 'Delivery' }).click();
    await expect(page.getByText(`Out on ${inWords}`)).toBeVisible();
    for (const [label, value] of [['Street and number', address.line1], ['Postcode', address.postcode], ['Town', address.city], ['Name', 'Wren Alder'], ['E-mail', EMAIL]] as const) await page.getByLabel(label, { exact: true }).fill(value);
    await shop.choose('Is accepted at once');
    await isAccessible(page, 'checkout of a preorder');
    await picture(page, 'shop-preorder');
    await shop.payButton().click();
    await expect(page.getByText('What is not here yet is sent as soon as it comes.')).toBeVisible();
    await expect(page.getByText(`1 still to come. Out on ${inWords}, sent then.`)).toBeVisible();
    await isAccessible(page, 'order that waits');
    const { items } = await outside.get<OrderListPage>('/api/orders?channel=web-gb');
    first = await orderOf(items[0]?.id ?? '');
    expect(first.customer.email).toBe(EMAIL);
    const mail = async (): Promise<string> => {
      const { items: mails } = await outside.get<MailList>('/api/messages');
      const placed = mails.find(({ subject }) => subject.includes(first.number));
      return placed ? (await outside.get<MailDetail>(`/api/messages/${placed.id}`)).text : '';
    };
    await expect.poll(mail, SOON).toContain(`1 of it: out on ${inWords}, sent then`);
    await page.context().close();
  });

  test('[C-24] the limit holds: what is left of it is sold, and not one more', async () => {
    const left = await ask(2);
    expect(left.status()).toBe(201);
    second = (await left.json()) as PlacedOrder;
    const more = await ask(1);
    expect([more.status(), ((await more.json()) as { code: string }).code]).toEqual([409, 'insufficient_stock']);
    expect((await promises()).policies).toMatchObject([{ promisedMilli: LIMIT * 1000 }]);
    expect((await promises()).promises.map(({ orderId, quantityMilli, expectedOn }) => [orderId, quantityMilli, expectedOn])).toEqual([[first.id, 1000, day], [second.orderId, 2000, day]]);
  });

  test('[C-24] what comes goes to those who waited, in their order, and on to who sends it', async () => {
    const { items } = await outside.get<SupplierListPage>('/api/suppliers?q=HARBOUR');
    const id = crypto.randomUUID();
    const line = { variantId: book.id, quantityMilli: 2000, unitCostMinor: 640, packMilli: 1000, supplierCode: 'HA-BOK', expectedOn: null };
    await outside.put(`/api/purchase-orders/${id}`, { version: 0, supplierId: items[0]?.id, locationId: warehouse.id, expectedOn: null, note: '', rateMillionths: 1_000_000, lines: [line] });
    const drafted = await outside.get<PurchaseOrderDetail>(`/api/purchase-orders/${id}`);
    await outside.post(`/api/purchase-orders/${id}/send`, { version: drafted.version });
    const sent = await outside.get<PurchaseOrderDetail>(`/api/purchase-orders/${id}`);
    const received = await outside.post<GoodsReceived>(`/api/purchase-orders/${id}/receipts`, {
      receiptId: crypto.randomUUID(), version: sent.version, isFinal: true, note: '', unexpected: [], lines: [{ lineId: sent.lines[0]?.id, goodMilli: 2000, checkedMilli: 0, damagedMilli: 0 }],
    });
    expect(received).toMatchObject({ applied: true, order: { status: 'received' } });
    await expect.poll(async () => [await partsOf(first.id), await partsOf(second.orderId)], SOON).toEqual([[1], [1]]);
    expect((await promises()).promises).toMatchObject([{ orderId: second.orderId, quantityMilli: 1000 }]);
    expect((await promises()).policies).toMatchObject([{ promisedMilli: 1000 }]);
  });

  test('[C-24] it is sent, the card is charged then, and the number on the shelf explains itself', async ({ browser }) => {
    expect(await orderOf(first.id)).toMatchObject({ displayStatus: 'placed', paidMinor: 0, onHoldMinor: first.totalMinor });
    const page = await enterOffice(browser);
    await visit(page, `/orders/${first.id}`, new RegExp(first.number));
    await page.getByRole('button', { name: `Ship from ${warehouse.name}` }).click();
    await page.getByRole('dialog').getByLabel('Carrier').fill('DPD');
    await page.getByRole('dialog').getByLabel('Tracking number').fill('DPD-1');
    await page.getByRole('dialog').getByRole('button', { name: /^Ship / }).click();
    await expect.poll(async () => { const { displayStatus, paidMinor } = await orderOf(first.id); return [displayStatus, paidMinor]; }, SOON).toEqual(['fulfilled', first.totalMinor]);
    await visit(page, `/stock/${book.id}`, new RegExp('A Year on the Fell'));
    await page.getByRole('button', { name: new RegExp(`On hand ${warehouse.name}: 1`) }).click();
    const why = page.getByRole('dialog').getByRole('table', { name: 'What made the number' });
    await expect(why).toContainText('Receipt');
    await expect(why.getByRole('row').last()).toContainText('1');
    await picture(page, 'stock-explained');
    const { items } = await outside.get<StockMovementsAnswer>(`/api/stock/${book.id}/movements?locationId=${warehouse.id}`);
    expect(items.map(({ causeKind, changeMilli }) => [causeKind, changeMilli])).toEqual([['fulfilment', -1000], ['receipt', 2000]]);
    await page.context().close();
  });
});
