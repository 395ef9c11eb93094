import type { AmazonSimulator } from '@oneshelf/simulators';
import type { TestingModule } from '@nestjs/testing';
import { newId } from '@oneshelf/platform';
import { createTestContext, createTestDatabase, type TestDatabase } from '@oneshelf/platform/testing';
import { giveLocation } from '@oneshelf/server-inventory/testing';
import { sql } from 'kysely';
import { MarketplaceModule } from '../marketplace.module';
import { PushStockUseCase } from '../push-stock/push-stock.use-case';
import { control, giveAmazonChannels, heard, startAmazon } from '../testing';
import { FeedStockUseCase } from './feed-stock.use-case';
import { ListingFeedRepository } from './listing-feed.repository';

const BACKLOG = 1600;
let test: TestDatabase;
let simulator: AmazonSimulator;
let context: TestingModule;
let push: PushStockUseCase;
let stock: FeedStockUseCase;
const locationId = newId();
const variants = Array.from({ length: BACKLOG }, () => newId());

beforeAll(async () => {
  test = await createTestDatabase();
  simulator = await startAmazon(test);
  await giveLocation(test, { id: locationId, code: 'S01', name: 'Soho', kind: 'store' });
  await giveAmazonChannels(test, [locationId]);
  context = await createTestContext(test, { imports: [MarketplaceModule] });
  push = context.get(PushStockUseCase, { strict: false });
  stock = context.get(FeedStockUseCase, { strict: false });
  await sql`INSERT INTO stock_level (variant_id, location_id, sellable_milli) SELECT v, ${locationId}::uuid, 20000 FROM unnest(${variants}::uuid[]) AS v`.execute(test.database);
  await sql`INSERT INTO listing (id, channel_code, variant_id, external_sku) SELECT gen_random_uuid(), 'amazon', v, 'FEED-' || n FROM unnest(${variants}::uuid[]) WITH ORDINALITY AS v (v, n)`.execute(test.database);
  await fetch(`${simulator.url}/_control/listings`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(variants.slice(0, -1).map((_, index) => ({ sku: `FEED-${index + 1}`, quantity: 0 }))) });
});
beforeEach(async () => {
  await control(simulator, { rateLimitScale: 1000, failNext: 0, feedMs: 300 });
  await sql`UPDATE listing SET wanted_version = wanted_version + 1, wanted_units = 18, pushed_units = NULL`.execute(test.database);
});
afterAll(async () => {
  await context.close();
  await simulator.stop();
  await test.drop();
});

const inFeed = async () => Number((await test.database.selectFrom('listing').select(({ fn }) => fn.countAll<number>().as('count')).where('feed_id', 'is not', null).executeTakeFirstOrThrow()).count);
const waiting = async () => Number((await test.database.selectFrom('listing').select(({ fn }) => fn.countAll<number>().as('count')).whereRef('wanted_version', '>', 'pushed_version').executeTakeFirstOrThrow()).count);
const feeds = () => test.database.selectFrom('listing_feed').select(['status', 'message_count', 'refused_count', 'failure']).orderBy('started_at').execute();
const writes = async (sku: string) => (await heard(simulator, sku))?.patches as unknown as { operation: string; quantity: number }[];
const settle = async () => {
  for (let tries = 0; tries < 50 && (await waiting()) > 0; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    await push.sweep();
  }
};

describe('a backlog', () => {
  it('goes as one feed; who is in most danger is patched, and what changes meanwhile is patched after the feed’s end', async () => {
    await sql`UPDATE listing SET cover_hours = 5 WHERE variant_id = ${variants[7]}::uuid`.execute(test.database);
    await push.sweep();
    expect(await feeds()).toEqual([{ status: 'sent', message_count: BACKLOG - 50, refused_count: 0, failure: null }]);
    expect([await inFeed(), await waiting()]).toEqual([BACKLOG - 50, BACKLOG - 50]);
    expect((await writes('FEED-8')).map(({ operation, quantity }) => [operation, quantity])).toEqual([['patch', 18]]);

    const { external_sku: sku, variant_id: variantId } = await test.database.selectFrom('listing').select(['external_sku', 'variant_id']).where('feed_message', '=', 1).executeTakeFirstOrThrow();
    await test.database.updateTable('stock_level').set({ sellable_milli: 10_000 }).where('variant_id', '=', variantId).execute();
    await push.run([variantId]);
    expect((await writes(sku)).filter(({ operation }) => operation === 'patch')).toEqual([]);
    await settle();

    expect((await writes(sku)).map(({ operation, quantity }) => [operation, quantity])).toEqual([['feed', 18], ['patch', 9]]);
    expect(await feeds()).toEqual([{ status: 'done', message_count: BACKLOG - 50, refused_count: 1, failure: null }]);
    expect(await test.database.selectFrom('listing').select(['failure', 'feed_id', 'acknowledged_units']).where('external_sku', '=', `FEED-${BACKLOG}`).executeTakeFirst()).toEqual({ failure: `SKU 'FEED-${BACKLOG}' not found.`, feed_id: null, acknowledged_units: null });
    expect([...simulator.state.calls].filter(([, { throttled }]) => throttled > 0)).toEqual([]);
    expect(simulator.state.calls.get('createFeed')).toEqual({ made: 1, throttled: 0 });
  }, 60_000);

  it('INV-60 tells nothing of a product whose stock nothing explains', async () => {
    const [variantId, sku] = [variants[20] ?? '', 'FEED-21'];
    const before = (await writes(sku)).length;
    await test.database.insertInto('stock_breach').values({ id: newId(), variant_id: variantId, location_id: locationId, rule: 'level_is_fold', bucket: 'sellable', shown_milli: 20_000, explained_milli: 5000 }).execute();
    await push.sweep();
    expect((await feeds()).at(-1)?.message_count).toBe(BACKLOG - 51);
    await settle();
    expect((await writes(sku)).length).toBe(before);
    expect((await test.database.selectFrom('listing').select('failure').where('variant_id', '=', variantId).executeTakeFirstOrThrow()).failure).toContain('not what its movements make it');
    await test.database.deleteFrom('stock_breach').execute();
  });

  it('goes as patches when no feed is to be had, and does not ask again for a while', async () => {
    await control(simulator, { failNext: 1, failWhen: 'before' });
    await stock.sendBacklog('amazon');
    expect((await feeds()).at(-1)).toMatchObject({ status: 'failed' });
    expect([await inFeed(), await waiting()]).toEqual([0, BACKLOG]);
    expect(await context.get(ListingFeedRepository, { strict: false }).isWorthOne('amazon', -1)).toBe(false);
  }, 60_000);

  it('is found again when its worker died before it heard that the feed was made', async () => {
    await sql`DELETE FROM listing_feed WHERE status = 'failed'`.execute(test.database);
    const done = async () => (await feeds()).filter(({ status }) => status === 'done').length;
    const before = await done();
    const { amazon } = stock as unknown as { amazon: { createFeed: (id: string) => Promise<string> } };
    const create = amazon.createFeed.bind(amazon);
    Object.assign(amazon, { createFeed: async (id: string) => { await create(id); throw new Error('the line went dead'); } });
    await stock.sendBacklog('amazon');
    Object.assign(amazon, { createFeed: create });
    expect((await feeds()).at(-1)).toMatchObject({ status: 'gathering' });
    await stock.follow('amazon');
    expect(await inFeed()).toBe(BACKLOG - 50);
    await sql`UPDATE listing_feed SET started_at = started_at - interval '4 minutes' WHERE status = 'gathering'`.execute(test.database);
    for (let tries = 0; tries < 50 && (await inFeed()) > 0; tries += 1) {
      await stock.follow('amazon');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(await done()).toBe(before + 1);
    expect([await inFeed(), await waiting()]).toEqual([0, 50]);
  }, 60_000);
});
