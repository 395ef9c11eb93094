import { expect, test } from '@playwright/test';
import type { PurchaseOrderDetail, StockValuationAnswer, SupplierListPage } from '@oneshelf/contracts';
import { demo } from '@oneshelf/prisma/demo';
import { Outside } from './kit/api';
import { enrolmentCode } from './kit/enrolment';
import { isAccessible, picture, visit } from './kit/looks';
import { enterOffice } from './kit/office';
import { origin } from './kit/places';
import { SOON, Shelf } from './kit/shelf';
import { Till } from './kit/till';

const { boots } = demo.variants;
const { york } = demo.stores;
const ORDERED = 5;
const COST_MINOR = 4321;

/** Goods are ordered in the office, counted at a till, and each number says why it is what it is. */
test.describe.serial('Goods in', () => {
  let outside: Outside;
  let order: PurchaseOrderDetail;
  let worthBefore: number;

  test.beforeAll(async () => { outside = await Outside.connect(); });
  test.afterAll(async () => outside.close());

  const worth = async (): Promise<number> => (await outside.get<StockValuationAnswer>(`/api/stock/valuation?location=${york.id}`)).totals[0]?.valueMinor ?? 0;

  test('a purchase order is made, and its supplier’s rules stand in words', async ({ browser }) => {
    await expect.poll(async () => (await outside.get<StockValuationAnswer>(`/api/stock/valuation?location=${york.id}`)).waitingLevels, SOON).toBe(0);
    worthBefore = await worth();
    const { items } = await outside.get<SupplierListPage>('/api/suppliers?q=HARBOUR');
    const id = crypto.randomUUID();
    await outside.put<PurchaseOrderDetail>(`/api/purchase-orders/${id}`, {
      version: 0, supplierId: items[0]?.id, locationId: york.id, expectedOn: null, note: '', rateMillionths: 1_000_000,
      lines: [{ variantId: boots.id, quantityMilli: ORDERED * 1000, unitCostMinor: COST_MINOR, packMilli: 1000, supplierCode: 'HA-BOO', expectedOn: null }],
    });
    const page = await enterOffice(browser);
    await visit(page, '/purchasing?view=draft', 'Purchasing');
    await visit(page, '/purchasing/suppliers', 'Suppliers');
    await visit(page, `/purchasing/${id}`, /PO-GB-\d{6} · Harbour Outfitters/);
    await page.getByRole('button', { name: 'Send order' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Send order' }).click();
    await expect(page.getByRole('button', { name: 'Receive goods' })).toBeVisible();
    order = await outside.get<PurchaseOrderDetail>(`/api/purchase-orders/${id}`);
    expect(order).toMatchObject({ status: 'sent', openMilli: ORDERED * 1000 });
    await page.context().close();
  });

  test('a till counts it by scanning: one is damaged, one is missing, and a strange thing is set aside', async ({ browser }) => {
    const till = await Till.open(browser, york);
    await till.enrol(await enrolmentCode(outside, { store: york.name, number: 1 }));
    const manager = demo.allStaff.find((person) => person.storeCode === york.code && person.role === 'store_manager');
    await till.signIn(manager?.name ?? '', manager?.pin ?? '');
    const { page } = till;
    await page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: 'Receive' }).click();
    await page.getByRole('button', { name: new RegExp(order.number) }).click();
    for (let piece = 0; piece < ORDERED - 2; piece += 1) await till.scan(boots.barcode);
    await page.getByRole('radio', { name: 'Damaged' }).or(page.getByRole('button', { name: 'Damaged', exact: true })).first().click();
    await till.scan(boots.barcode);
    await expect(page.getByText(`${ORDERED - 1} of ${ORDERED} counted`)).toBeVisible();
    await till.scan('4006381333931');
    await expect(page.getByText('4006381333931 is not on this order.')).toBeVisible();
    await page.getByRole('button', { name: 'Set aside for the office' }).click();
    await isAccessible(page, 'till receive');
    await picture(page, 'receive');
    await page.getByRole('button', { name: `Finish: ${ORDERED - 1} counted` }).click();
    await page.getByText('will not come').click();
    await isAccessible(page, 'till receive finish');
    await page.getByRole('dialog').getByRole('button', { name: 'Book', exact: true }).click();
    await expect(page.getByText(/4 booked, 1 of them not for sale/)).toBeVisible();
    await page.context().close();
  });

  test('the order, the stock page and the valuation say what came, why, and what it is worth', async ({ browser }) => {
    order = await outside.get<PurchaseOrderDetail>(`/api/purchase-orders/${order.id}`);
    expect(order).toMatchObject({ status: 'closed_short', lines: [{ receivedMilli: 4000, damagedMilli: 1000, closedMilli: 1000 }], receipts: [{ source: 'till', valueMinor: 4 * COST_MINOR }] });
    expect(await new Shelf(outside, boots).at(york.id)).toMatchObject({ onHand: 4, available: 3 });
    await expect.poll(worth, SOON).toBe(worthBefore + 4 * COST_MINOR);
    const page = await enterOffice(browser);
    await visit(page, `/purchasing/${order.id}`, new RegExp(order.number));
    await expect(page.getByText('not ordered: 4006381333931 × 1')).toBeVisible();
    await picture(page, 'purchase-order');
    await visit(page, `/stock/valuation?location=${york.id}`, 'Stock value');
    await page.goto(`${origin()}/stock/${boots.id}`);
    await page.getByRole('button', { name: new RegExp(`On hand ${york.name}: 4`) }).click();
    await expect(page.getByRole('dialog').getByRole('table', { name: 'What made the number' })).toContainText('Receipt');
    await page.context().close();
  });
});
