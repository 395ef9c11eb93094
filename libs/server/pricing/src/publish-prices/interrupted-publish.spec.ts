import type { Type } from '@nestjs/common';
import type { TestingModule } from '@nestjs/testing';
import { PublishPricesRequest } from '@oneshelf/contracts';
import { POOL } from '@oneshelf/platform';
import { createTestContext, createTestDatabase, race, type TestDatabase } from '@oneshelf/platform/testing';
import { VariantPricingFacts } from '@oneshelf/server-catalog';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import type pg from 'pg';
import { DerivePrices } from '../derive-prices/derive-prices.use-case';
import { EditDraftUseCase } from '../edit-draft/edit-draft.use-case';
import { LoadPriceBook } from '../load-price-book/load-price-book.use-case';
import { PriceBookRepository } from '../price-book.repository';
import { PricingHttpModule } from '../pricing-http.module';
import { ReleaseRepository } from '../release.repository';
import { ComingPriceRepository } from '../schedule-prices/coming-price.repository';
import { DeriveComingPrices } from '../schedule-prices/derive-coming-prices';
import { everythingOf, forgetAll, giveBook, giveMarket, giveVariant, merchandiser } from '../testing';
import { VersionRepository } from '../version.repository';
import { PublishPricesUseCase } from './publish-prices.use-case';

let test: TestDatabase;
let context: TestingModule;
let list = '';
let variants: string[] = [];
const PRODUCTS = 40;

const get = <Value>(type: Type<Value>): Value => context.get(type, { strict: false });

beforeAll(async () => {
  test = await createTestDatabase();
  await giveMarket(test);
  context = await createTestContext(test, { imports: [PricingHttpModule] });
});
beforeEach(async () => {
  await forgetAll(test);
  list = await giveBook(test, { code: 'gb-list' });
  variants = [];
  for (let number = 0; number < PRODUCTS; number += 1) variants.push(await giveVariant(test, { sku: `SKU-${number}` }));
  await publish(1000);
});
afterAll(async () => {
  await context.close();
  await test.drop();
});

async function draft(amountMinor: number): Promise<PublishPricesRequest> {
  const saved = await get(EditDraftUseCase).save(merchandiser, list, { changes: variants.map((variantId) => ({ variantId, fromMilli: 0, amountMinor })) });
  if (!saved.ok) throw new Error(saved.refusal.kind);
  return PublishPricesRequest.parse({ drafts: [{ versionId: saved.value.versionId, revision: saved.value.revision }] });
}
const run = (request: PublishPricesRequest) => get(PublishPricesUseCase).run({ marketCode: 'GB', request, actor: merchandiser, now: new Date() });
async function publish(amountMinor: number): Promise<void> {
  expect(await run(await draft(amountMinor))).toMatchObject({ ok: true });
}

/** The prices that a process reads which has read nothing yet, each amount once, and how many there are. */
async function read(): Promise<{ release: number; amounts: number[]; count: number }> {
  const loader = new LoadPriceBook(get(ReleaseRepository), get(PriceBookRepository), new VariantPricingFacts(test.database), get(OrganisationDirectory));
  const { version, books } = await loader.run('GB');
  const prices = Object.values(books[0]?.prices ?? {});
  return { release: Number(/:(\d+)\./.exec(version)?.[1]), amounts: [...new Set(prices.map(Number))], count: prices.length };
}
const publishing = `datname = current_database() AND pid <> pg_backend_pid() AND xact_start IS NOT NULL`;
/** As an operator, a failover or a lost machine ends it. */
const killPublish = (): Promise<unknown> => test.pool.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${publishing}`);

/** Waits until the publish stands in the middle of a statement. */
async function untilInStatement(): Promise<void> {
  for (;;) {
    const { rows } = await test.pool.query(`SELECT pid FROM pg_stat_activity WHERE ${publishing} AND wait_event = 'PgSleep'`);
    if (rows.length > 0) return;
    await new Promise((resolve) => { setTimeout(resolve, 10); });
  }
}

describe('a publish that is killed', () => {
  const places: [string, () => { target: object; method: string }][] = [
    ['after the lock', () => ({ target: get(VersionRepository), method: 'writeNote' })],
    ['before its release has a number', () => ({ target: get(ReleaseRepository), method: 'next' })],
    ['before its prices are written', () => ({ target: get(VersionRepository), method: 'makeLive' })],
    ['before prices are derived', () => ({ target: get(DerivePrices), method: 'run' })],
    ['before what was to come ends', () => ({ target: get(ComingPriceRepository), method: 'end' })],
    ['at its end', () => ({ target: get(DeriveComingPrices), method: 'run' })],
  ];

  it.each(places)('%s leaves the old version live and whole, and can be done again', async (_name, place) => {
    const request = await draft(900);
    const before = await everythingOf(test);
    await expect(race({ ...place(), competitor: killPublish } as Parameters<typeof race>[0], () => run(request))).rejects.toThrow();
    expect([await everythingOf(test), await read()]).toEqual([before, { release: 1, amounts: [1000], count: PRODUCTS }]);
    expect(await run(request)).toMatchObject({ ok: true, value: { release: 2 } });
    expect(await read()).toEqual({ release: 2, amounts: [900], count: PRODUCTS });
  });

  it.each([['the database ends it', killPublish], ['its process is gone', dropConnections]])('between the statements that end and begin prices, when %s, leaves the old version live and whole', async (_name, kill) => {
    await test.pool.query(`
      CREATE FUNCTION wait_a_while() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(20); RETURN NULL; END $$;
      CREATE TRIGGER slow_publish AFTER UPDATE ON price FOR EACH STATEMENT EXECUTE FUNCTION wait_a_while();`);
    const request = await draft(900);
    const before = await everythingOf(test);
    const failed = expect(run(request)).rejects.toThrow();
    await untilInStatement();
    expect(await read()).toEqual({ release: 1, amounts: [1000], count: PRODUCTS });
    await kill();
    await failed;
    // What a dead process was in the middle of goes on in the database until its statement ends; it can never commit.
    await killPublish();
    await test.pool.query('DROP TRIGGER slow_publish ON price; DROP FUNCTION wait_a_while');
    expect([await everythingOf(test), await read()]).toEqual([before, { release: 1, amounts: [1000], count: PRODUCTS }]);
    expect(await run(request)).toMatchObject({ ok: true, value: { release: 2 } });
  });
});

/** What the kernel does with the connections of a process that is killed. */
function dropConnections(): void {
  const pool = context.get<pg.Pool>(POOL, { strict: false }) as pg.Pool & { _clients: { connection: { stream: { destroy: () => void } } }[] };
  for (const { connection } of pool._clients) connection.stream.destroy();
}

it('is never seen by half: each reader meanwhile has one whole version', async () => {
  let isDone = false;
  const seen = new Set<number>();
  const reader = async (): Promise<void> => {
    while (!isDone) {
      const { release, amounts, count } = await read();
      // Release n sells everything at 1000 + n.
      expect([amounts, count]).toEqual([[release === 1 ? 1000 : 1000 + release], PRODUCTS]);
      seen.add(release);
    }
  };
  const readers = [reader(), reader(), reader()];
  for (let release = 2; release <= 12; release += 1) await publish(1000 + release);
  isDone = true;
  await Promise.all(readers);
  expect(seen.size).toBeGreaterThan(3);
});
