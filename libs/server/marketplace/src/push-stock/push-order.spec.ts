import type { AmazonSimulator } from '@oneshelf/simulators';
import { Module } from '@nestjs/common';
import type { TestingModule } from '@nestjs/testing';
import { newId, Queues, Relay, Workers } from '@oneshelf/platform';
import { createTestContext, createTestDatabase, type TestDatabase } from '@oneshelf/platform/testing';
import { AT, giveLocation, giveStock, stockUseCases, tester } from '@oneshelf/server-inventory/testing';
import { sql } from 'kysely';
import { AmazonClient } from '../amazon/amazon-client';
import { MarketplaceModule } from '../marketplace.module';
import { giveAmazonChannels, giveListing, startAmazon } from '../testing';
import { PushStockHandler } from './push-stock.handler';

const OPENING = 300;
const EVENTS = 30;
const SOLD = 'SOLD';

@Module({ imports: [MarketplaceModule], providers: [PushStockHandler] })
class PushModule {}

/** With REDIS_URL the queue runs on Redis, else on PostgreSQL: the order of the pushes is the same. */
describe(`what is pushed first, by the queue on ${process.env['REDIS_URL'] ? 'Redis' : 'PostgreSQL'}`, () => {
  let test: TestDatabase;
  let simulator: AmazonSimulator;
  let context: TestingModule;
  const locationId = newId();
  const { sell, adjust } = stockUseCases();
  const pushed: string[] = [];

  beforeAll(async () => {
    const redis = process.env['REDIS_URL'];
    test = await createTestDatabase(redis ? { REDIS_URL: redis } : {});
    simulator = await startAmazon(test);
    await giveLocation(test, { id: locationId, code: 'S01', name: 'Soho', kind: 'store' });
    await giveAmazonChannels(test, [locationId]);
    context = await createTestContext(test, { imports: [PushModule] });
    for (const queue of context.get(Queues).all()) await queue.obliterate({ force: true });
    const client = context.get(AmazonClient, { strict: false });
    const patchQuantity = client.patchQuantity.bind(client);
    Object.assign(client, { patchQuantity: (...call: Parameters<typeof patchQuantity>) => { pushed.push(call[0]); return patchQuantity(...call); } });
  });
  afterAll(async () => {
    await context.close();
    await simulator.stop();
    await test.drop();
  });

  const listed = async (sku: string) => {
    const variantId = newId();
    await giveListing(test, simulator, { sku, variantId });
    return variantId;
  };
  /** 300 listings, each with fewer pieces than the one that is sold, come in as a product file's opening stock. */
  const takeOpeningStock = async () => {
    const variants = await Promise.all(Array.from({ length: OPENING }, (_, index) => listed(`OPENING-${index}`)));
    for (let event = 0; event < EVENTS; event += 1) {
      const lines = variants.filter((_, index) => index % EVENTS === event).map((variantId, index) => ({ variantId, deltaMilli: (index + 1) * 1000 }));
      await test.transactions.run((tx) => adjust.run(tx, { adjustmentId: newId(), locationId, lines, reason: 'product import', actor: tester, occurredAt: AT, causeKind: 'opening' }));
    }
  };

  it('a sale is pushed among the next few, whatever else waits', async () => {
    const sold = await listed(SOLD);
    await giveStock(test, { variantId: sold, locationId }, 90_000);
    await sql`UPDATE listing SET pushed_units = 81, wanted_units = 81 WHERE variant_id = ${sold}`.execute(test.database);
    await sql`UPDATE outbox_event SET relayed_at = now()`.execute(test.database);
    await takeOpeningStock();
    const [relay, workers] = [context.get(Relay), context.get(Workers)];
    await workers.start();
    await relay.start();
    await until(() => pushed.length >= 8);

    const before = pushed.length;
    await test.transactions.write((tx) => sell.run(tx, { saleId: newId(), operationId: newId(), locationId, lines: [{ variantId: sold, quantityMilli: 10_000 }], actor: tester, deviceId: null, occurredAt: AT }));
    await until(() => pushed.includes(SOLD) || pushed.length > before + 40);
    const waiting = await test.database.selectFrom('listing').select((eb) => eb.fn.countAll<number>().as('count')).whereRef('wanted_version', '>', 'pushed_version').executeTakeFirstOrThrow();
    await sql`UPDATE listing SET pushed_version = wanted_version`.execute(test.database);
    await relay.stop();
    await workers.stop();

    expect(pushed.slice(before, before + 10)).toContain(SOLD);
    expect(Number(waiting.count)).toBeGreaterThan(200);
  });
});

async function until(done: () => boolean): Promise<void> {
  const end = Date.now() + 25_000;
  while (!done()) {
    if (Date.now() > end) throw new Error('it did not happen within 25 s');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
