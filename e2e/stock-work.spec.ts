import { expect, test } from '@playwright/test';
import type { CountAnswer, StockDetailAnswer, StockMovementsAnswer, StockSheetAnswer, TransferAnswer } from '@oneshelf/contracts';
import { demo } from '@oneshelf/prisma/demo';
import { Outside } from './kit/api';
import { isAccessible, picture } from './kit/looks';
import { enterOffice } from './kit/office';
import { origin } from './kit/places';
import { Till } from './kit/till';

const { warehouse, stores: { cardiff } } = demo;
const [manager, associate] = demo.allStaff.filter(({ storeCode }) => storeCode === cardiff.code);

interface Product { variantId: string; sku: string; here: number }

/** Transfers and counts at the till of a store that no other story uses. */
test.describe.serial('Work on stock', () => {
  let outside: Outside;
  let till: Till;
  let products: Product[];

  test.beforeAll(async ({ browser }) => {
    if (!manager || !associate) throw new Error('The demo has no two people in Cardiff.');
    outside = await Outside.connect();
    const sheet = await outside.get<StockSheetAnswer>(`/api/stock/sheet?only=some&limit=5000&locationIds=${cardiff.id},${warehouse.id}`);
    const [here, behind] = [cardiff.id, warehouse.id].map((id) => sheet.levels[sheet.locationIds.indexOf(id)] ?? []);
    products = sheet.variantIds.flatMap((variantId, row) => ((here?.[row] ?? 0) >= 4000 && (behind?.[row] ?? 0) >= 10_000 ? [{ variantId, sku: sheet.skus[row] ?? '', here: (here?.[row] ?? 0) / 1000 }] : [])).slice(0, 3);
    till = await Till.open(browser, cardiff);
    await till.enrol();
    await till.signIn(associate.name, associate.pin ?? '');
    await till.goTo('Stock');
  });
  test.afterAll(async () => {
    await outside.close();
    await till.context.close();
  });

  const onHand = async (variantId: string): Promise<number> => ((await outside.get<StockDetailAnswer>(`/api/stock/${variantId}`)).locations.find(({ locationId }) => locationId === cardiff.id)?.onHandMilli ?? 0) / 1000;
  const part = (name: string) => till.page.getByRole('navigation', { name: 'Work on stock' }).getByRole('button', { name, exact: true }).click();

  test('[C-26] a transfer arrives with a piece missing: its road is even, and the office is told', async ({ browser }) => {
    const [product] = products as [Product];
    const asked = await outside.post<TransferAnswer>('/api/stock/transfers', { fromLocationId: warehouse.id, toLocationId: cardiff.id, approve: true, lines: [{ variantId: product.variantId, quantityMilli: 3000 }] });
    await outside.post(`/api/stock/transfers/${asked.id}/ship`);
    await part('Transfers');
    await till.page.getByRole('button', { name: new RegExp(asked.number) }).click();
    await till.scan(product.sku);
    await till.scan(product.sku);
    await picture(till.page, 'receive-transfer');
    await till.page.getByRole('button', { name: 'Receive 2 pieces' }).click();
    await till.page.getByRole('dialog').getByRole('button', { name: /They will not come/ }).click();
    await expect(till.page.getByText(`Received: ${asked.number}.`)).toBeVisible();
    expect(await onHand(product.variantId)).toBe(product.here + 2);
    expect(await outside.get<TransferAnswer>(`/api/stock/transfers/${asked.id}`)).toMatchObject({ status: 'received', inTransitMilli: 0, missingMilli: 1000 });
    const office = await enterOffice(browser);
    await expect(office.getByRole('link', { name: asked.number })).toBeVisible();
    await office.goto(`${origin()}/stock/transfers/${asked.id}`);
    await office.getByRole('button', { name: 'Looked at' }).click();
    await expect(office.getByText(/has looked at the difference/)).toBeVisible();
    await isAccessible(office, 'a transfer with a difference');
    await picture(office, 'stock-transfer');
    await office.context().close();
  });

  test('[C-28] a blind count goes on without a network, is counted again by somebody else, and the number explains itself', async () => {
    const [, boot, sock] = products as [Product, Product, Product];
    const count = await outside.post<CountAnswer>('/api/stock/counts', { locationId: cardiff.id, title: 'Story', codes: [boot.sku, sock.sku], mode: 'live', recountUnitsMilli: 2000 });
    await part('Count');
    await expect(till.page.getByRole('heading', { name: 'Story' })).toBeVisible({ timeout: 20_000 });
    await till.context.setOffline(true);
    for (let piece = 0; piece < sock.here; piece += 1) await till.scan(sock.sku);
    await till.scan(boot.sku);
    await till.context.setOffline(false);
    await expect.poll(async () => (await outside.get<CountAnswer>(`/api/stock/counts/${count.id}`)).countedCount, { timeout: 60_000 }).toBe(2);
    expect((await outside.get<CountAnswer>(`/api/stock/counts/${count.id}`)).lines.map((line) => line.expectedMilli)).toEqual([null, null]);
    await outside.post(`/api/stock/counts/${count.id}/close`, { notScanned: 'leave' });
    await expect(till.page.getByText('Count these again: somebody else than the first time.')).toBeVisible({ timeout: 30_000 });
    await till.scan(boot.sku);
    await expect(till.page.getByText(/you counted this the first time/).first()).toBeVisible();
    await picture(till.page, 'count');
    await till.page.getByRole('button', { name: new RegExp(associate?.name ?? '') }).click();
    await till.page.getByRole('button', { name: 'Lock the till' }).click();
    await till.signIn(manager?.name ?? '', manager?.pin ?? '');
    for (let piece = 0; piece < boot.here - 1; piece += 1) await till.scan(boot.sku);
    await expect.poll(async () => (await outside.get<CountAnswer>(`/api/stock/counts/${count.id}`)).lines.find(({ sku }) => sku === boot.sku)?.countedMilli, { timeout: 60_000 }).toBe((boot.here - 1) * 1000);
    await outside.post(`/api/stock/counts/${count.id}/close`, { notScanned: 'leave' });
    expect(await outside.post<CountAnswer>(`/api/stock/counts/${count.id}/post`, {})).toMatchObject({ status: 'posted', countedLines: 2, rightLines: 1, varianceMilli: -1000 });
    const why = await outside.get<StockMovementsAnswer>(`/api/stock/${boot.variantId}/movements?locationId=${cardiff.id}`);
    expect(why.items[0]).toMatchObject({ causeKind: 'count', changeMilli: -1000, runningMilli: (boot.here - 1) * 1000, reason: count.number });
  });
});
