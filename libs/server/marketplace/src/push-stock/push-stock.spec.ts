import type { AmazonSimulator } from '@oneshelf/simulators';
import { Module } from '@nestjs/common';
import type { TestingModule } from '@nestjs/testing';
import { newId } from '@oneshelf/platform';
import { createTestContext, createTestDatabase, race, runEvents, type TestDatabase } from '@oneshelf/platform/testing';
import { AT, giveBundle, giveLocation, giveStock, giveVariant, stockUseCases, tester } from '@oneshelf/server-inventory/testing';
import { BundleRecipes } from '@oneshelf/server-catalog/bundles';
import { RepairLevelUseCase, WatchStockUseCase } from '@oneshelf/server-inventory/watch';
import { AmazonClient } from '../amazon/amazon-client';
import { RateBucketRepository } from '../amazon/rate-bucket.repository';
import { MarketplaceModule } from '../marketplace.module';
import { AmazonChannels } from '../take-amazon-orders/amazon-channels';
import { ReceiveNotificationUseCase } from '../take-amazon-orders/receive-notification.use-case';
import { control, giveAmazonChannels, giveListing, heard, startAmazon } from '../testing';
import { ListingPushRepository } from './listing-push.repository';
import { PushStockHandler } from './push-stock.handler';
import { PushStockUseCase } from './push-stock.use-case';

@Module({ imports: [MarketplaceModule], providers: [PushStockHandler] })
class PushModule {}

let test: TestDatabase;
let simulator: AmazonSimulator;
let context: TestingModule;
let push: PushStockUseCase;
const locationId = newId();
const { sell } = stockUseCases();

beforeAll(async () => {
  test = await createTestDatabase();
  simulator = await startAmazon(test);
  await giveLocation(test, { id: locationId, code: 'S01', name: 'Soho', kind: 'store' });
  await giveAmazonChannels(test, [locationId]);
  context = await createTestContext(test, { imports: [PushModule] });
  push = context.get(PushStockUseCase, { strict: false });
});
beforeEach(async () => {
  await control(simulator, { rateLimitScale: 1000, failRate: 0, failWhen: 'both' });
});
afterAll(async () => {
  await context.close();
  await simulator.stop();
  await test.drop();
});

const stocked = async (sku: string, pieces: number) => {
  const variantId = newId();
  await giveListing(test, simulator, { sku, variantId });
  await giveStock(test, { variantId, locationId }, pieces * 1000);
  return variantId;
};
const sale = (variantId: string, pieces: number) =>
  test.transactions.write((tx) => sell.run(tx, { saleId: newId(), operationId: newId(), locationId, lines: [{ variantId, quantityMilli: pieces * 1000 }], actor: tester, deviceId: null, occurredAt: AT }));
const listingOf = (variantId: string) => test.database.selectFrom('listing').selectAll().where('variant_id', '=', variantId).executeTakeFirstOrThrow();
const sent = async (sku: string) => (await heard(simulator, sku))?.patches.map((patch) => patch.quantity);

describe('pushing stock to Amazon', () => {
  it('a change arrives with the buffer taken off and the rest of the element kept', async () => {
    const variantId = await stocked('PUSH-1', 10);
    await runEvents(context, test.database);
    await sale(variantId, 3);
    await runEvents(context, test.database);
    expect(await sent('PUSH-1')).toEqual([9, 6]);
    expect(await listingOf(variantId)).toMatchObject({ acknowledged_units: 6, pushed_units: 6, failure: null, leased_until: null });
    const attributes = (await context.get(AmazonClient, { strict: false }).getListing('PUSH-1')).attributes;
    expect(attributes?.['fulfillment_availability']).toEqual([{ fulfillment_channel_code: 'DEFAULT', lead_time_to_ship_max_days: 2, quantity: 6 }]);
  });

  it('INV-154 what is weighed at the counter is shown nowhere else, however much of it there is', async () => {
    const wheel = await giveVariant(test, { sku: 'PUSH-WHEEL', title: 'Farmhouse cheese' });
    await test.database.updateTable('variant').set({ is_catch_weight: true, weight_grams: 1200 }).where('id', '=', wheel).execute();
    await giveListing(test, simulator, { sku: 'PUSH-WHEEL', variantId: wheel });
    await giveStock(test, { variantId: wheel, locationId }, 10_000);
    await runEvents(context, test.database);
    expect((await sent('PUSH-WHEEL'))?.at(-1)).toBe(0);
  });

  it('many changes become one push, and a number that Amazon has already is not sent again', async () => {
    const variantId = await stocked('PUSH-2', 20);
    for (let times = 0; times < 5; times += 1) await sale(variantId, 1);
    await runEvents(context, test.database);
    expect(await sent('PUSH-2')).toEqual([13]);
    await push.run([variantId]);
    expect(await sent('PUSH-2')).toEqual([13]);
    const row = await listingOf(variantId);
    expect(row.pushed_version).toBe(row.wanted_version);
  });

  it('[L-18] a component that is sold is pushed with every bundle that it is in', async () => {
    const [mug, pot] = await Promise.all(['PUSH-MUG', 'PUSH-POT'].map((sku) => giveVariant(test, { sku, title: sku }))) as [string, string];
    const bundle = await giveBundle(test, { sku: 'PUSH-SET', components: [{ variantId: mug, quantityMilli: 2000 }, { variantId: pot, quantityMilli: 1000 }] });
    await giveListing(test, simulator, { sku: 'PUSH-SET', variantId: bundle });
    context.get(BundleRecipes, { strict: false }).forget();
    await giveStock(test, { variantId: mug, locationId }, 40_000);
    await giveStock(test, { variantId: pot, locationId }, 30_000);
    await runEvents(context, test.database);
    const before = (await sent('PUSH-SET'))?.at(-1);
    await sale(mug, 20);
    await runEvents(context, test.database);
    expect([before, (await sent('PUSH-SET'))?.at(-1)]).toEqual([18, 9]);
  });

  it('a sale in the middle of a push is pushed after it, never before: the last number wins', async () => {
    const variantId = await stocked('PUSH-3', 20);
    const client = context.get(AmazonClient, { strict: false });
    const competitor = async () => {
      await sale(variantId, 10);
      await push.run([variantId]); // finds the listing held and leaves its wish
    };
    await race({ target: client, method: 'patchQuantity', competitor }, () => push.run([variantId]));
    expect(await sent('PUSH-3')).toEqual([18, 9]);
    expect(await listingOf(variantId)).toMatchObject({ acknowledged_units: 9 });
  });

  it('each answer says how long its number had been waiting, since the first change of it', async () => {
    const variantId = await stocked('PUSH-30', 20);
    const [first, later] = [new Date(Date.now() - 90_000), new Date(Date.now() - 30_000)];
    await control(simulator, { failRate: 1 });
    await expect(push.run([variantId], { urgent: true, since: first })).rejects.toThrow('Amazon');
    await control(simulator, { failRate: 0 });
    await test.database.updateTable('listing').set({ leased_until: null }).execute();
    const client = context.get(AmazonClient, { strict: false });
    const competitor = async () => {
      await sale(variantId, 10);
      await push.run([variantId]); // comes while the first one is under way, so it waits since that one was claimed
    };
    await race({ target: client, method: 'patchQuantity', competitor }, () => push.run([variantId], { urgent: true, since: later }));
    const answers = await test.database.selectFrom('listing_push').select(['units', 'failure', 'urgent', 'wished_at', 'answered_at']).where('variant_id', '=', variantId).orderBy('answered_at').execute();
    expect(answers.map(({ units, failure, urgent }) => [units, failure, urgent])).toEqual([[18, null, true], [9, null, true]]);
    expect(answers[0]?.wished_at).toEqual(first);
    expect(answers[1]?.wished_at.getTime()).toBeGreaterThan(later.getTime());
    expect(answers[1]?.wished_at.getTime()).toBeLessThanOrEqual(answers[1]?.answered_at.getTime() ?? 0);
    expect((await listingOf(variantId)).wished_at).toBeNull();
  });

  it('a late acknowledgement changes nothing, and the number of now is sent once more', async () => {
    const variantId = await stocked('PUSH-4', 10);
    const listings = context.get(ListingPushRepository, { strict: false });
    await push.run([variantId]);
    const { id, pushed_version: version } = await listingOf(variantId);
    expect(await listings.acknowledge(id, { version: version - 1, units: 99, sent: true })).toBe(false);
    expect(await listings.acknowledge(id, { version, units: 99, sent: true })).toBe(false);
    expect(await listingOf(variantId)).toMatchObject({ acknowledged_units: 9, pushed_version: version });
    await listings.sendAgain(id);
    await push.sweep();
    expect(await sent('PUSH-4')).toEqual([9, 9]);
  });

  it('the listing with the fewest pieces goes first', async () => {
    const [many, few] = [await stocked('PUSH-5A', 50), await stocked('PUSH-5B', 2)];
    const order: string[] = [];
    const client = context.get(AmazonClient, { strict: false });
    const original = client.patchQuantity.bind(client);
    Object.assign(client, { patchQuantity: (...call: Parameters<typeof original>) => { order.push(call[0]); return original(...call); } });
    await push.run([many, few]);
    Object.assign(client, { patchQuantity: original });
    expect(order).toEqual(['PUSH-5B', 'PUSH-5A']);
  });

  it('an outage leaves the wish and says why; the next sweep pushes it', async () => {
    const variantId = await stocked('PUSH-6', 10);
    await control(simulator, { failRate: 1 });
    await expect(push.run([variantId])).rejects.toThrow('Amazon');
    const waiting = await listingOf(variantId);
    expect(waiting.failure).toContain('Amazon refused PATCH');
    expect(waiting.wanted_version).toBeGreaterThan(waiting.pushed_version);
    await control(simulator, { failRate: 0 });
    await test.database.updateTable('listing').set({ leased_until: null }).execute();
    await push.sweep();
    expect(await listingOf(variantId)).toMatchObject({ acknowledged_units: 9, failure: null });
  });

  it('a push whose answer got lost is not taken for undone: the number goes out again when stock comes back', async () => {
    const variantId = await stocked('PUSH-9', 10);
    await push.run([variantId]);
    await sale(variantId, 4);
    await control(simulator, { failNext: 1, failWhen: 'after' });
    await expect(push.run([variantId])).rejects.toThrow('Amazon');
    expect(await listingOf(variantId)).toMatchObject({ acknowledged_units: 9, pushed_units: null });
    await giveStock(test, { variantId, locationId }, 4000);
    await test.database.updateTable('listing').set({ leased_until: null }).execute();
    await push.run([variantId]);
    expect(await sent('PUSH-9')).toEqual([9, 5, 9]);
  });

  it('a number of Amazon above ours is corrected, one below it is a sale that its order tells of', async () => {
    const variantId = await stocked('PUSH-10', 10);
    await push.run([variantId]);
    const receive = new ReceiveNotificationUseCase(test.transactions, context.get(AmazonChannels, { strict: false }), context.get(ListingPushRepository, { strict: false }));
    const notify = (Quantity: number, NotificationId: string = newId()) =>
      receive.run({ NotificationType: 'LISTINGS_ITEM_MFN_QUANTITY_CHANGE', Payload: { Sku: 'PUSH-10', Quantity }, NotificationMetadata: { NotificationId } });
    await notify(9);
    await push.sweep();
    expect(await sent('PUSH-10')).toEqual([9]); // it confirms ours
    const id = newId();
    await notify(12, id);
    await notify(12, id);
    await push.sweep();
    expect(await sent('PUSH-10')).toEqual([9, 9]);
    await notify(8);
    await push.sweep();
    expect(await sent('PUSH-10')).toEqual([9, 9]);
    // What stands there is not known any more, so the next change is sent even when it comes to our last number.
    await push.run([variantId]);
    expect(await sent('PUSH-10')).toEqual([9, 9, 9]);
  });

  it('a listing that Amazon does not know is noted and holds up no other', async () => {
    const [unknown, good] = [newId(), await stocked('PUSH-7', 10)];
    await giveListing(test, simulator, { sku: 'PUSH-NONE', variantId: unknown, unknownThere: true });
    await push.run([unknown, good]);
    expect((await listingOf(unknown)).failure).toContain("SKU 'PUSH-NONE' not found");
    expect(await sent('PUSH-7')).toEqual([9]);
  });

  it('over the rate it waits and gets through', async () => {
    await control(simulator, { rateLimitScale: 4 });
    await test.database.updateTable('marketplace_bucket').set({ tokens: 1000 }).execute(); // we believe to have more than Amazon gives
    const variants = await Promise.all(Array.from({ length: 12 }, (_, index) => stocked(`PUSH-8-${index}`, 10)));
    await push.run(variants);
    for (const variantId of variants) expect(await listingOf(variantId)).toMatchObject({ acknowledged_units: 9, failure: null });
  });
});

describe('the token bucket that all workers share', () => {
  it('gives the burst at once, then one token after the other, and a token back', async () => {
    const bucket = context.get(RateBucketRepository, { strict: false });
    const waits = await Promise.all(Array.from({ length: 14 }, () => bucket.book('confirmShipment')));
    waits.sort((left, right) => left - right);
    expect(waits.slice(0, 10)).toEqual(Array(10).fill(0));
    // 2 calls a second: the 4th in the queue waits about 2 s
    expect(waits[13]).toBeGreaterThan(1500);
    expect(waits[13]).toBeLessThanOrEqual(2000);
    await bucket.drained('confirmShipment', 10_000);
    expect(await bucket.book('confirmShipment')).toBeGreaterThan(9000);
  });

  it('INV-60 tells nothing of a product whose level nothing explains, and the right number once it is put right', async () => {
    const variantId = await stocked('PUSH-WATCH', 10);
    await runEvents(context, test.database);
    const before = (await sent('PUSH-WATCH'))?.length;
    await test.database.updateTable('stock_level').set({ sellable_milli: 50_000 }).where('variant_id', '=', variantId).execute();
    await context.get(WatchStockUseCase, { strict: false }).run();
    await sale(variantId, 1);
    await runEvents(context, test.database);
    expect((await sent('PUSH-WATCH'))?.length).toBe(before);
    expect((await listingOf(variantId)).failure).toContain('not what its movements make it');

    await context.get(RepairLevelUseCase, { strict: false }).run(tester, { variantId, locationId });
    await runEvents(context, test.database);
    expect((await sent('PUSH-WATCH'))?.at(-1)).toBe(8);
    expect((await listingOf(variantId)).failure).toBeNull();
  });
});
