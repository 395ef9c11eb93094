// What the house does with an order's goods, with a competitor after each statement.
import { newId, type StaffActor } from '@oneshelf/platform';
import { createRivals, createTestDatabase, runEvents, type TestDatabase } from '@oneshelf/platform/testing';
import type { TestingModule } from '@nestjs/testing';
import { AT, levelOf, stockUseCases, tester, unexplainedLevels } from '@oneshelf/server-inventory/testing';
import { CancelOrderUseCase, OrdersJobsModule, PlaceOrderUseCase } from '@oneshelf/server-orders';
import { checkout, delivery, seedChain, stock, type TestChain } from '@oneshelf/server-orders/testing';
import { startStripe } from '@oneshelf/server-payments/testing';
import type { StripeSimulator } from '@oneshelf/simulators';
import { FulfilmentJobsModule } from './fulfilment-jobs.module';
import { ReportShortUseCase } from './report-short/report-short.use-case';
import { RouteOrderUseCase } from './route-order/route-order.use-case';
import { ShipPartUseCase } from './ship/ship-part.use-case';

let test: TestDatabase;
let stripe: StripeSimulator;
let chain: TestChain;
let rivals: Awaited<ReturnType<typeof createRivals>>;
const staff: StaffActor = { kind: 'staff', id: newId(), name: 'Ines', email: 'ines@example.com', locale: 'en', grants: [{ role: 'operations', locationId: null }] };

beforeAll(async () => {
  test = await createTestDatabase();
  stripe = await startStripe(test);
  chain = await seedChain(test);
  rivals = await createRivals(test, { imports: [OrdersJobsModule, FulfilmentJobsModule] });
});
afterEach(async () => expect(await unexplainedLevels(test)).toEqual([]));
afterAll(async () => {
  await rivals.close();
  await stripe.stop();
  await test.drop();
});

const level = (locationId: string) => levelOf(test, { variantId: chain.bootsId, locationId });
/** All that is there and promised: what is never more or less than it was but by what left. */
const total = async () => {
  const rows = await test.database.selectFrom('stock_level').select(['sellable_milli', 'committed_milli', 'quality_control_milli']).where('variant_id', '=', chain.bootsId).execute();
  return rows.reduce((sum, row) => ({ sellable: sum.sellable + row.sellable_milli, committed: sum.committed + row.committed_milli, checked: sum.checked + row.quality_control_milli }), { sellable: 0, committed: 0, checked: 0 });
};
const placed = async (): Promise<string> => {
  await test.database.deleteFrom('routing_exclusion').execute();
  await stock(test, chain.leedsId, { [chain.bootsId]: 2 });
  const answer = await rivals.rival.get(PlaceOrderUseCase, { strict: false }).run(checkout(chain, { fulfilment: delivery }));
  if (!answer.ok) throw new Error(answer.refusal.kind);
  return answer.value.orderId;
};
const routed = async () => {
  const orderId = await placed();
  await runEvents(rivals.rival, test.database);
  const part = await test.database.selectFrom('fulfilment_order').select(['id', 'location_id']).where('order_id', '=', orderId).executeTakeFirstOrThrow();
  const line = await test.database.selectFrom('fulfilment_order_line').select('id').where('fulfilment_order_id', '=', part.id).executeTakeFirstOrThrow();
  return { orderId, partId: part.id, locationId: part.location_id, lineId: line.id, before: await total() };
};
type Routed = Awaited<ReturnType<typeof routed>>;
const ship = (on: TestingModule, { partId }: Routed) => on.get(ShipPartUseCase, { strict: false }).run({ id: partId, locationId: null, actor: staff, mayAt: () => true, carrier: 'Royal Mail', trackingNumber: 'RM1' });
const short = (on: TestingModule, { partId, lineId, locationId }: Routed) => on.get(ReportShortUseCase, { strict: false }).run({ id: partId, locationId, actor: staff, lines: [{ lineId, shortMilli: 1000, reason: 'not_found' }] });
const cancel = (on: TestingModule, { orderId }: Routed) => on.get(CancelOrderUseCase, { strict: false }).run({ orderId, reason: 'changed mind', actor: staff });
const isOk = (answer: unknown) => (answer as { ok?: boolean }).ok === true;

describe('race: a part of an order', () => {
  it('that two people hand over leaves once', () => rivals.interruption.duel({
    scene: routed, victim: (given) => ship(rivals.victim, given), competitor: (given) => ship(rivals.rival, given),
    then: async ({ before }, answers) => {
      expect(Object.values(answers).filter(isOk).length).toBeGreaterThanOrEqual(1);
      expect(await total()).toEqual({ ...before, committed: before.committed - 2000 });
    },
  }));

  it('that is cancelled while it is handed over leaves or is let go, never both', () => rivals.interruption.duel({
    scene: routed, victim: (given) => ship(rivals.victim, given), competitor: (given) => cancel(rivals.rival, given),
    then: async ({ before }, { victim, competitor }) => {
      expect([victim, competitor].filter(isOk)).toHaveLength(1);
      expect(await total()).toEqual(isOk(victim) ? { ...before, committed: before.committed - 2000 } : { ...before, committed: before.committed - 2000, sellable: before.sellable + 2000 });
    },
  }));

  it('of which two people miss a unit at once: each says so once, and nothing is promised twice', () => rivals.interruption.duel({
    scene: routed, victim: (given) => short(rivals.victim, given), competitor: (given) => short(rivals.rival, given),
    then: async ({ before }, { victim, competitor }) => {
      const said = [victim, competitor].filter(isOk).length;
      const now = await total();
      expect(now.checked).toBe(before.checked + said * 1000);
      expect(now.sellable + now.committed + now.checked).toBe(before.sellable + before.committed + before.checked);
    },
  }));

  it('of which a unit is missed goes on from a place where the last one is just sold: it is cancelled, or the sale names the override', () => rivals.interruption.duel({
    scene: async () => {
      await stock(test, chain.sohoId, { [chain.bootsId]: 1 });
      return routed();
    },
    victim: (given) => short(rivals.victim, given),
    competitor: () => test.transactions.write((tx) => stockUseCases().sell.run(tx, { saleId: newId(), operationId: newId(), deviceId: null, locationId: chain.sohoId, lines: [{ variantId: chain.bootsId, quantityMilli: 1000 }], actor: tester, occurredAt: AT })),
    then: async ({ before }, { victim }) => {
      expect(isOk(victim)).toBe(true);
      const now = await total();
      expect([now.checked, now.sellable + now.committed + now.checked]).toEqual([before.checked + 1000, before.sellable + before.committed + before.checked - 1000]);
    },
  }));
});

describe('race: the way of an order', () => {
  it('that two workers choose is chosen once, and its units are kept at one place', () => rivals.interruption.duel({
    scene: async () => ({ orderId: await placed(), before: await total() }),
    victim: ({ orderId }) => rivals.interruption.transactions.write((tx) => rivals.victim.get(RouteOrderUseCase, { strict: false }).run(tx, orderId)),
    competitor: ({ orderId }) => test.transactions.write((tx) => rivals.rival.get(RouteOrderUseCase, { strict: false }).run(tx, orderId)),
    then: async ({ orderId, before }) => {
      expect(await total()).toEqual(before);
      const lines = await test.database.selectFrom('fulfilment_order_line').innerJoin('fulfilment_order as part', 'part.id', 'fulfilment_order_id').select(({ fn }) => fn.sum<number>('quantity_milli').as('quantity')).where('part.order_id', '=', orderId).executeTakeFirstOrThrow();
      expect(Number(lines.quantity)).toBe(2000);
    },
  }));

  it('goes to another place while a counter there sells its last: its units stay kept where they were', () => rivals.interruption.duel({
    scene: async () => {
      const orderId = await placed();
      // Reserved in Leeds; since then goods lie where it would be sent from rather.
      await stock(test, chain.warehouseId, { [chain.bootsId]: 2 });
      return { orderId, before: await total() };
    },
    victim: ({ orderId }) => rivals.interruption.transactions.write((tx) => rivals.victim.get(RouteOrderUseCase, { strict: false }).run(tx, orderId)),
    competitor: () => test.transactions.write((tx) => stockUseCases().sell.run(tx, { saleId: newId(), operationId: newId(), deviceId: null, locationId: chain.warehouseId, lines: [{ variantId: chain.bootsId, quantityMilli: 1000 }], actor: tester, occurredAt: AT })),
    then: async ({ before }) => {
      const now = await total();
      expect([now.committed, now.sellable]).toEqual([before.committed, before.sellable - 1000]);
      expect((await level(chain.warehouseId))?.committed ?? 0).toBeGreaterThanOrEqual(0);
    },
  }));
});
