// What the house does with an order's goods, with a competitor after each statement.
import { newId, type StaffActor } from '@oneshelf/platform';
import { createRivals, createTestDatabase, runEvents, type TestDatabase } from '@oneshelf/platform/testing';
import type { TestingModule } from '@nestjs/testing';
import { AT, levelOf, stockUseCases, tester, unexplainedLevels } from '@oneshelf/server-inventory/testing';
import { CancelOrderUseCase, OrdersJobsModule } from '@oneshelf/server-orders';
import { delivery, giveOrder, seedChain, stock, type TestChain } from '@oneshelf/server-orders/testing';
import { startStripe } from '@oneshelf/server-payments/testing';
import type { StripeSimulator } from '@oneshelf/simulators';
import { sql } from 'kysely';
import { FulfilmentJobsModule } from './fulfilment-jobs.module';
import { ReportShortUseCase } from './report-short/report-short.use-case';
import { RouteOrderUseCase } from './route-order/route-order.use-case';
import { ShipPartUseCase } from './ship/ship-part.use-case';

// A duel has as many rounds as its victim has statements.
jest.setTimeout(120_000);

let test: TestDatabase;
let stripe: StripeSimulator;
let chain: TestChain;
let rivals: Awaited<ReturnType<typeof createRivals>>;
const staff: StaffActor = { kind: 'staff', id: newId(), name: 'Ines', email: 'ines@example.com', locale: 'en', grants: [{ role: 'operations', locationId: null }] };

beforeAll(async () => {
  test = await createTestDatabase();
  stripe = await startStripe(test);
  chain = await seedChain(test);
  products.push(...(await giveProducts(400)));
  rivals = await createRivals(test, { imports: [OrdersJobsModule, FulfilmentJobsModule] });
});
afterEach(async () => expect(await unexplainedLevels(test)).toEqual([]));
afterAll(async () => {
  await rivals.close();
  await stripe.stop();
  await test.drop();
});

/** As the belt, at its price; each round of a duel has one of its own, since a place that missed a product is left out for a while. */
const products: string[] = [];
const giveProducts = async (count: number): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    WITH product AS (INSERT INTO product (id, handle, title, option_names) SELECT gen_random_uuid(), 'belt-' || n, 'Belt', '{}' FROM generate_series(1, ${count}::int) n RETURNING id),
    fresh AS (INSERT INTO variant (id, product_id, sku, option_values) SELECT gen_random_uuid(), id, 'BELT-' || id, '{}' FROM product RETURNING id),
    priced AS (INSERT INTO price (book_id, variant_id, from_release, amount_minor) SELECT price_book.id, fresh.id, 1, 1000 FROM fresh, price_book WHERE code = 'GB')
    SELECT id FROM fresh`.execute(test.database);
  return rows.map((row) => row.id);
};
/** All that is there and promised: what is never more or less than it was but by what left. */
const total = async (variantId: string) => {
  const rows = await test.database.selectFrom('stock_level').select(['sellable_milli', 'committed_milli', 'quality_control_milli']).where('variant_id', '=', variantId).execute();
  return rows.reduce((sum, row) => ({ sellable: sum.sellable + row.sellable_milli, committed: sum.committed + row.committed_milli, checked: sum.checked + row.quality_control_milli }), { sellable: 0, committed: 0, checked: 0 });
};
const placed = async () => {
  const variantId = products.pop() ?? '';
  await stock(test, chain.leedsId, { [variantId]: 2 });
  const orderId = await giveOrder(rivals.rival, chain, { fulfilment: delivery, lines: [{ variantId, quantityMilli: 2000 }], expectedTotalMinor: 2_000 });
  return { variantId, orderId, before: await total(variantId) };
};
const routed = async (sohoUnits = 0) => {
  const order = await placed();
  await runEvents(rivals.rival, test.database);
  const part = await test.database.selectFrom('fulfilment_order').select(['id', 'location_id']).where('order_id', '=', order.orderId).executeTakeFirstOrThrow();
  const line = await test.database.selectFrom('fulfilment_order_line').select('id').where('fulfilment_order_id', '=', part.id).executeTakeFirstOrThrow();
  if (sohoUnits > 0) await stock(test, chain.sohoId, { [order.variantId]: sohoUnits });
  return { ...order, partId: part.id, locationId: part.location_id, lineId: line.id, before: await total(order.variantId) };
};
type Routed = Awaited<ReturnType<typeof routed>>;
const ship = (on: TestingModule, { partId }: Routed) => on.get(ShipPartUseCase, { strict: false }).run({ id: partId, locationId: null, actor: staff, mayAt: () => true, carrier: 'Royal Mail', trackingNumber: 'RM1' });
const short = (on: TestingModule, { partId, lineId, locationId }: Routed) => on.get(ReportShortUseCase, { strict: false }).run({ id: partId, locationId, actor: staff, lines: [{ lineId, shortMilli: 1000, reason: 'not_found' }] });
const cancel = (on: TestingModule, { orderId }: Routed) => on.get(CancelOrderUseCase, { strict: false }).run({ orderId, reason: 'changed mind', actor: staff });
const sell = (variantId: string, locationId: string) => test.transactions.write((tx) => stockUseCases().sell.run(tx, { saleId: newId(), operationId: newId(), deviceId: null, locationId, lines: [{ variantId, quantityMilli: 1000 }], actor: tester, occurredAt: AT }));
const isOk = (answer: unknown) => (answer as { ok?: boolean }).ok === true;

describe('race: a part of an order', () => {
  it('that two people hand over leaves once', () => rivals.interruption.duel({
    scene: () => routed(), victim: (given) => ship(rivals.victim, given), competitor: (given) => ship(rivals.rival, given),
    then: async ({ variantId, before }, answers) => {
      expect(Object.values(answers).filter(isOk).length).toBeGreaterThanOrEqual(1);
      expect(await total(variantId)).toEqual({ ...before, committed: before.committed - 2000 });
    },
  }));

  it('that is cancelled while it is handed over leaves or is let go, never both', () => rivals.interruption.duel({
    scene: () => routed(), victim: (given) => ship(rivals.victim, given), competitor: (given) => cancel(rivals.rival, given),
    then: async ({ variantId, before }, { victim, competitor }) => {
      expect([victim, competitor].filter(isOk)).toHaveLength(1);
      expect(await total(variantId)).toEqual(isOk(victim) ? { ...before, committed: before.committed - 2000 } : { ...before, committed: before.committed - 2000, sellable: before.sellable + 2000 });
    },
  }));

  it('of which two people miss a unit at once: each says so once, and nothing is promised twice', () => rivals.interruption.duel({
    scene: () => routed(), victim: (given) => short(rivals.victim, given), competitor: (given) => short(rivals.rival, given),
    then: async ({ variantId, before }, { victim, competitor }) => {
      const said = [victim, competitor].filter(isOk).length;
      const now = await total(variantId);
      expect(now.checked).toBe(before.checked + said * 1000);
      expect(now.sellable + now.committed + now.checked).toBe(before.sellable + before.committed + before.checked);
    },
  }));

  it('of which a unit is missed goes on from a place where the last one is just sold: it is cancelled, or the sale names the override', () => rivals.interruption.duel({
    scene: () => routed(1),
    victim: (given) => short(rivals.victim, given),
    competitor: ({ variantId }) => sell(variantId, chain.sohoId),
    then: async ({ variantId, before }, { victim }) => {
      expect(isOk(victim)).toBe(true);
      const now = await total(variantId);
      expect([now.checked, now.sellable + now.committed + now.checked]).toEqual([before.checked + 1000, before.sellable + before.committed + before.checked - 1000]);
    },
  }));
});

describe('race: the way of an order', () => {
  it('that two workers choose is chosen once, and its units are kept at one place', () => rivals.interruption.duel({
    scene: placed,
    victim: ({ orderId }) => rivals.interruption.transactions.write((tx) => rivals.victim.get(RouteOrderUseCase, { strict: false }).run(tx, orderId)),
    competitor: ({ orderId }) => test.transactions.write((tx) => rivals.rival.get(RouteOrderUseCase, { strict: false }).run(tx, orderId)),
    then: async ({ variantId, orderId, before }) => {
      expect(await total(variantId)).toEqual(before);
      const lines = await test.database.selectFrom('fulfilment_order_line').innerJoin('fulfilment_order as part', 'part.id', 'fulfilment_order_id').select(({ fn }) => fn.sum<number>('quantity_milli').as('quantity')).where('part.order_id', '=', orderId).executeTakeFirstOrThrow();
      expect(Number(lines.quantity)).toBe(2000);
    },
  }));

  it('goes to another place while a counter there sells its last: its units stay kept where they were', () => rivals.interruption.duel({
    scene: async () => {
      const order = await placed();
      // Reserved in Leeds; since then goods lie where it would rather be sent from.
      await stock(test, chain.warehouseId, { [order.variantId]: 2 });
      return { ...order, before: await total(order.variantId) };
    },
    victim: ({ orderId }) => rivals.interruption.transactions.write((tx) => rivals.victim.get(RouteOrderUseCase, { strict: false }).run(tx, orderId)),
    competitor: ({ variantId }) => sell(variantId, chain.warehouseId),
    then: async ({ variantId, before }) => {
      const now = await total(variantId);
      expect([now.committed, now.sellable]).toEqual([before.committed, before.sellable - 1000]);
      expect((await levelOf(test, { variantId, locationId: chain.warehouseId }))?.committed ?? 0).toBeGreaterThanOrEqual(0);
    },
  }));
});
