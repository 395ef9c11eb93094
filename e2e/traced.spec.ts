import { expect, test, type Browser, type Page } from '@playwright/test';
import type { LotListAnswer, LotTrace, PurchaseOrderDetail, SerialLifeAnswer, SupplierListPage, TransferAnswer } from '@oneshelf/contracts';
import { demo } from '@oneshelf/prisma/demo';
import { Outside } from './kit/api';
import { pounds } from './kit/amounts';
import { isAccessible, picture, visit } from './kit/looks';
import { enterOffice } from './kit/office';
import { Till } from './kit/till';

const { stove, wax } = demo.traced;
const { warehouse, stores: { bristol } } = demo;
const manager = demo.allStaff.find((person) => person.storeCode === bristol.code && person.role === 'store_manager');
const DAY_MS = 86_400_000;
const FLOAT_MINOR = 10_000;
const [SOLD, KEPT] = ['EW900001', 'EW900002'];
const LOT = 'K7701';

/** What the label of a maker says: the product, and the piece or the lot. */
const labelOf = (variant: { barcode: string }, more: string): string => `010${variant.barcode}${more}`;
const dayIn = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
const coded = (day: string): string => day.slice(2).replaceAll('-', '');

/** Pieces with a serial number and tins of a lot come, are sold, and come back: each is known by its number all the way. */
test.describe.serial('Units that are told apart', () => {
  let outside: Outside;
  let till: Till;
  let page: Page;

  test.beforeAll(async ({ browser }) => {
    outside = await Outside.connect();
    till = await Till.open(browser, bristol);
    page = till.page;
    await till.enrol();
    await till.signIn(manager?.name ?? '', manager?.pin ?? '');
    await till.openShift(FLOAT_MINOR);
  });
  test.afterAll(async () => {
    await outside.close();
    await till.context.close();
  });

  const sent = async (variant: typeof stove, pieces: number): Promise<PurchaseOrderDetail> => {
    const { items } = await outside.get<SupplierListPage>('/api/suppliers?q=HARBOUR');
    const id = crypto.randomUUID();
    const line = { variantId: variant.id, quantityMilli: pieces * 1000, unitCostMinor: variant.costGbpMinor, packMilli: 1000, supplierCode: variant.sku, expectedOn: null };
    const { version } = await outside.put<PurchaseOrderDetail>(`/api/purchase-orders/${id}`, { version: 0, supplierId: items[0]?.id, locationId: bristol.id, expectedOn: null, note: '', rateMillionths: 1_000_000, lines: [line] });
    await outside.post(`/api/purchase-orders/${id}/send`, { version });
    return outside.get<PurchaseOrderDetail>(`/api/purchase-orders/${id}`);
  };
  const receive = async (order: PurchaseOrderDetail): Promise<void> => {
    await page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: 'Receive' }).click();
    await page.getByRole('button', { name: new RegExp(order.number) }).click();
    await expect(page.getByRole('complementary', { name: `Count order ${order.number}` })).toBeVisible();
  };
  const book = async (pieces: number): Promise<void> => {
    await page.getByRole('button', { name: `Finish: ${pieces} counted` }).click();
    await isAccessible(page, 'till receive finish traced');
    await page.getByRole('dialog').getByRole('button', { name: 'Book', exact: true }).click();
    await expect(page.getByText(`${pieces} booked. They can be sold now.`)).toBeVisible();
  };
  /** Pays what is in the basket with a pound too much, and answers the receipt's number. */
  const payCash = async (variantId: string): Promise<string> => {
    const total = till.engineTotal([[variantId, 1]]);
    await expect(till.toPay()).toHaveText(pounds(total));
    await till.pay();
    await till.takeCash(total + 100, 100);
    return till.receiptNumber();
  };
  const refund = async (): Promise<void> => {
    await page.getByRole('button', { name: /^Refund £/ }).click();
    await expect(page.getByRole('heading', { name: /^Return .+ is booked$/ })).toBeVisible();
  };
  const look = async (browser: Browser, looks: (office: Page) => Promise<void>): Promise<void> => {
    const office = await enterOffice(browser);
    await looks(office);
    await office.context().close();
  };

  test('[C-05] stoves are received at the till by their serials, scanned and typed', async () => {
    const order = await sent(stove, 2);
    await receive(order);
    await till.scan(labelOf(stove, `21${SOLD}`));
    await expect(page.getByText('1 of 2 counted')).toBeVisible();
    await till.scan(stove.barcode);
    const dialog = page.getByRole('dialog', { name: `Serial numbers of ${stove.productTitle}` });
    await isAccessible(page, 'till receive serials');
    await dialog.getByLabel('Scan or type the serial number').fill(SOLD);
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(dialog.getByText(`${SOLD} is here already. Nothing was added.`, { exact: false })).toBeVisible();
    await picture(page, 'receive-serials');
    await dialog.getByLabel('Scan or type the serial number').fill(KEPT.toLowerCase());
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(dialog).toBeHidden();
    await book(2);
    expect(await outside.get<PurchaseOrderDetail>(`/api/purchase-orders/${order.id}`)).toMatchObject({ status: 'received' });
    expect(await outside.get<SerialLifeAnswer>(`/api/stock/serials/${stove.id}/${SOLD}`)).toMatchObject({ state: 'shelf', locationId: bristol.id });
  });

  test('[C-05] one is sold: the till asks for its serial, and the receipt shows it', async () => {
    await till.goTo('Sell');
    await till.scan(stove.barcode);
    const dialog = page.getByRole('dialog', { name: `Serial numbers of ${stove.productTitle}` });
    await expect(dialog).toBeVisible();
    await isAccessible(page, 'till sell serials');
    await till.scan(labelOf(stove, `21${SOLD}`));
    await expect(dialog).toBeHidden();
    await expect(till.line(stove.productTitle)).toContainText(`Serial ${SOLD}`);
    await payCash(stove.id);
    await expect(page.getByText(`Serial number ${SOLD}`).first()).toBeVisible();
    await isAccessible(page, 'till receipt serial');
    await till.nextSale();
    await till.everythingSent();
  });

  test('[C-05] its sale is found by the serial, it comes back, and its life is told', async ({ browser }) => {
    await till.goTo('Returns');
    await page.getByLabel('Receipt or order number').fill(SOLD);
    await page.getByRole('button', { name: 'Find the sale' }).click();
    await expect(page.getByRole('heading', { name: /^Return from / })).toBeVisible();
    await till.scan(labelOf(stove, `21${SOLD}`));
    await expect(page.getByRole('checkbox', { name: SOLD })).toBeChecked();
    await isAccessible(page, 'till return serial');
    await refund();
    await look(browser, async (office) => {
      await visit(office, `/stock/serials?q=${SOLD.slice(0, 4)}`, 'Serial numbers');
      await expect(office.getByRole('table', { name: 'Serial numbers' }).getByRole('row').filter({ hasText: SOLD })).toContainText(`On the shelf in ${bristol.name}`);
      await visit(office, `/stock/serials/${stove.id}/${SOLD}`, SOLD);
      const life = office.getByRole('table', { name: 'What became of it' }).getByRole('row');
      await expect(life.nth(1)).toContainText('Return');
      await expect(life.nth(2)).toContainText('Sale');
      await expect(life.nth(3)).toContainText('Receipt');
      await picture(office, 'stock-serial');
    });
    const { events } = await outside.get<SerialLifeAnswer>(`/api/stock/serials/${stove.id}/${SOLD}`);
    expect(events.map(({ fromBucket, toBucket }) => [fromBucket, toBucket])).toEqual([['customer', 'sellable'], ['sellable', 'customer'], ['supplier', 'sellable']]);
  });

  test('[C-26] pieces go over the road by their serials: one does not come, and one that was not sent is refused', async () => {
    const asked = await outside.post<TransferAnswer>('/api/stock/transfers', { fromLocationId: bristol.id, toLocationId: warehouse.id, approve: true, lines: [{ variantId: stove.id, quantityMilli: 2000 }] });
    await till.goTo('Stock');
    await page.getByRole('navigation', { name: 'Work on stock' }).getByRole('button', { name: 'Transfers', exact: true }).click();
    await page.getByRole('button', { name: new RegExp(asked.number) }).click();
    await till.scan(labelOf(stove, `21${SOLD}`));
    await till.scan(stove.barcode);
    const dialog = page.getByRole('dialog', { name: `Serial numbers of ${stove.productTitle}` });
    await expect(dialog.getByText('1 of 2 scanned')).toBeVisible();
    await isAccessible(page, 'till transfer pieces');
    await till.scan(KEPT);
    await expect(dialog).toBeHidden();
    await page.getByRole('button', { name: 'Send 2 pieces' }).click();
    await expect(page.getByText(`${asked.number} is on its way.`)).toBeVisible();
    const { lines: [line] } = await outside.get<TransferAnswer>(`/api/stock/transfers/${asked.id}`);
    expect(line).toMatchObject({ serialsOnRoad: [SOLD, KEPT] });
    await expect(outside.post(`/api/stock/transfers/${asked.id}/receipts`, { lines: [{ lineId: line?.id, receivedMilli: 1000, serials: ['XX1'] }] })).rejects.toThrow('serial_not_sent');
    await outside.post(`/api/stock/transfers/${asked.id}/receipts`, { lines: [{ lineId: line?.id, receivedMilli: 1000, serials: [SOLD] }] });
    expect(await outside.get<SerialLifeAnswer>(`/api/stock/serials/${stove.id}/${SOLD}`)).toMatchObject({ state: 'shelf', locationId: warehouse.id });
    expect(await outside.get<SerialLifeAnswer>(`/api/stock/serials/${stove.id}/${KEPT}`)).toMatchObject({ state: 'transit' });
  });

  test('[C-05] tins are received with the lot and the day of their code', async () => {
    const order = await sent(wax, 3);
    await receive(order);
    for (let tin = 0; tin < 3; tin += 1) await till.scan(labelOf(wax, `17${coded(dayIn(40))}10${LOT}`));
    await expect(page.getByText(new RegExp(`lots ${LOT} × 3`))).toBeVisible();
    await isAccessible(page, 'till receive lot');
    await picture(page, 'receive-lots');
    await book(3);
    const { items } = await outside.get<LotListAnswer>(`/api/stock/lots?state=all&search=${LOT}&locationId=${bristol.id}`);
    expect(items).toMatchObject([{ code: LOT, expiresOn: dayIn(40), shelfMilli: 3000 }]);
  });

  test('[C-05] an expired tin is refused with words, the first to expire is sold, and what comes back goes to its lot', async ({ browser }) => {
    await till.goTo('Sell');
    await till.scan(labelOf(wax, `17${coded(dayIn(-3))}10OLD1`));
    await expect(page.getByText(/Boot Wax, lot OLD1: expired on .+\. Take another one\./)).toBeVisible();
    await isAccessible(page, 'till expired lot');
    await expect(till.lines()).toHaveCount(0);
    await till.scan(wax.barcode);
    const receipt = await payCash(wax.id);
    await till.nextSale();
    await till.everythingSent();
    await till.goTo('Returns');
    await till.scan(receipt);
    await expect(page.getByRole('heading', { name: /^Return from / })).toBeVisible();
    await till.scan(wax.barcode);
    await refund();
    const { items } = await outside.get<LotListAnswer>(`/api/stock/lots?state=all&search=${LOT}&locationId=${bristol.id}`);
    const trace = await outside.get<LotTrace>(`/api/stock/lots/${items[0]?.lotId}`);
    expect(trace.moves.map(({ from, to, quantityMilli }) => [from, to, quantityMilli])).toEqual([['customer', 'sellable', 1000], ['sellable', 'customer', 1000], ['supplier', 'sellable', 3000]]);
    await look(browser, async (office) => {
      await visit(office, `/stock/lots?state=all&q=${LOT}`, 'Lots');
      await expect(office.getByRole('table', { name: 'Lots' }).getByRole('row').filter({ hasText: LOT })).toContainText(bristol.name);
      await visit(office, `/stock/lots/${items[0]?.lotId}`, `Lot ${LOT}`);
      await expect(office.getByRole('table', { name: 'Where it went' }).getByRole('row')).toHaveCount(4);
      await picture(office, 'stock-lot');
    });
  });
});
