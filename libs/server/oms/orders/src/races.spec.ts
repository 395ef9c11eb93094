// What orders do to stock, with a competitor after each statement: who wants the same unit, or does the same again.
import { newId, system } from '@oneshelf/platform';
import { createRivals, createTestDatabase, type TestDatabase } from '@oneshelf/platform/testing';
import { HoldStockUseCase } from '@oneshelf/server-inventory';
import { unexplainedLevels } from '@oneshelf/server-inventory/testing';
import { startStripe } from '@oneshelf/server-payments/testing';
import type { StripeSimulator } from '@oneshelf/simulators';
import type { TestingModule } from '@nestjs/testing';
import { CancelOrderUseCase } from './cancel-order/cancel-order.use-case';
import { HoldBasketUseCase } from './hold-basket/hold-basket.use-case';
import { OrdersJobsModule } from './orders-jobs.module';
import { PlaceOrderUseCase } from './place-order/place-order.use-case';
import { checkout, seedChain, stock, type TestChain } from './testing';

// A duel has as many rounds as its victim has statements.
jest.setTimeout(120_000);

let test: TestDatabase;
let stripe: StripeSimulator;
let chain: TestChain;
let rivals: Awaited<ReturnType<typeof createRivals>>;

beforeAll(async () => {
  test = await createTestDatabase();
  stripe = await startStripe(test);
  chain = await seedChain(test);
  rivals = await createRivals(test, { imports: [OrdersJobsModule] });
});
afterEach(async () => expect(await unexplainedLevels(test)).toEqual([]));
afterAll(async () => {
  await rivals.close();
  await stripe.stop();
  await test.drop();
});

interface Numbers { sellable: number; held: number; committed: number }
const numbers = async (): Promise<Numbers> => {
  const row = await test.database.selectFrom('stock_level').select(['sellable_milli', 'held_milli', 'committed_milli']).where('variant_id', '=', chain.bootsId).where('location_id', '=', chain.leedsId).executeTakeFirst();
  return { sellable: row?.sellable_milli ?? 0, held: row?.held_milli ?? 0, committed: row?.committed_milli ?? 0 };
};
/** One boot more, which is the last one. */
const lastBoot = async (): Promise<Numbers> => {
  await stock(test, chain.leedsId, { [chain.bootsId]: 1 });
  return numbers();
};
const place = (on: TestingModule, change: object = {}) => on.get(PlaceOrderUseCase, { strict: false }).run(checkout(chain, { lines: [{ variantId: chain.bootsId, quantityMilli: 1000 }], expectedTotalMinor: 3_600, ...change }));
const hold = (on: TestingModule) => on.get(HoldBasketUseCase, { strict: false }).run({ channelCode: 'web-gb', idempotencyKey: newId(), address: `192.0.2.${Math.floor(performance.now()) % 250}`, now: new Date(), lines: [{ variantId: chain.bootsId, quantityMilli: 1000 }], fulfilment: { kind: 'pickup', locationId: chain.leedsId } });
const cancel = (on: TestingModule, orderId: string) => on.get(CancelOrderUseCase, { strict: false }).run({ orderId, reason: 'changed mind', actor: system('tester') });
const placedId = async () => {
  const before = await lastBoot();
  const answer = await place(rivals.rival);
  if (!answer.ok) throw new Error(answer.refusal.kind);
  return { orderId: answer.value.orderId, before };
};
const oks = (answers: object): number => Object.values(answers).filter((one: { ok?: boolean }) => one.ok === true).length;
const reference = (answer: Awaited<ReturnType<typeof hold>>) => (answer.ok ? { holdId: answer.value.holdId ?? '', token: answer.value.token ?? '' } : { holdId: '', token: '' });

describe('race: the last unit', () => {
  it('is ordered twice: one order stands', () => rivals.interruption.duel({
    scene: lastBoot, victim: () => place(rivals.victim), competitor: () => place(rivals.rival),
    then: async (before, answers) => {
      expect(oks(answers)).toBe(1);
      expect(await numbers()).toEqual({ sellable: 0, held: before.held, committed: before.committed + 1000 });
    },
  }));

  it('is kept for a checkout while it is ordered: one has it', () => rivals.interruption.duel({
    scene: lastBoot, victim: () => hold(rivals.victim), competitor: () => place(rivals.rival),
    then: async (before, { victim, competitor }) => {
      const keptMilli = (victim as { value: { lines: { keptMilli: number }[] } }).value.lines[0]?.keptMilli;
      expect(keptMilli === 1000).toBe(!(competitor as { ok: boolean }).ok);
      expect(await numbers()).toMatchObject({ sellable: 0, committed: before.committed + (keptMilli === 1000 ? 0 : 1000) });
    },
  }));

  it('is kept for a checkout that has run out: its order has it, or the order of another', () => rivals.interruption.duel({
    scene: async () => {
      await lastBoot();
      const kept = reference(await hold(rivals.rival));
      const before = await numbers();
      await test.database.updateTable('stock_hold').set({ expires_at: new Date(Date.now() - 1000) }).where('id', '=', kept.holdId).execute();
      return { kept, before };
    },
    victim: ({ kept }) => place(rivals.victim, { hold: kept }),
    competitor: async () => { await rivals.rival.get(HoldStockUseCase, { strict: false }).sweep(); return place(rivals.rival); },
    then: async ({ before }, answers) => {
      expect(oks(answers)).toBe(1);
      expect(await numbers()).toMatchObject({ sellable: 0, committed: before.committed + 1000 });
    },
  }));
});

describe('race: an order', () => {
  it('that two people cancel lets its unit go once', () => rivals.interruption.duel({
    scene: placedId, victim: ({ orderId }) => cancel(rivals.victim, orderId), competitor: ({ orderId }) => cancel(rivals.rival, orderId),
    then: async ({ before }, answers) => {
      expect(oks(answers)).toBeGreaterThanOrEqual(1);
      expect(await numbers()).toMatchObject({ sellable: before.sellable, committed: before.committed });
    },
  }));

  it('that is cancelled while another waits for its unit: the unit is kept for one of them or free', () => rivals.interruption.duel({
    scene: async () => {
      const given = await placedId();
      // What earlier rounds gave back is sold, so that this unit is the only one.
      while ((await numbers()).sellable > 0) await place(rivals.rival);
      return { ...given, now: await numbers() };
    },
    victim: ({ orderId }) => cancel(rivals.victim, orderId), competitor: () => place(rivals.rival),
    then: async ({ now }, { competitor }) => expect(await numbers()).toMatchObject((competitor as { ok: boolean }).ok ? { sellable: 0, committed: now.committed } : { sellable: 1000, committed: now.committed - 1000 }),
  }));
});
