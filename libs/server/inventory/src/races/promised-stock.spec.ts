// What takes, keeps and gives back units, each with a competitor after every one of its statements.
import { newId } from '@oneshelf/platform';
import { sql } from 'kysely';
import { FulfilStockUseCase } from '../fulfil-stock/fulfil-stock.use-case';
import { GrantToRegisterUseCase } from '../grant-to-register/grant-to-register.use-case';
import { SweepGrantsUseCase } from '../grant-to-register/sweep-grants.use-case';
import { HoldStockUseCase } from '../hold-stock/hold-stock.use-case';
import { MoveReservationUseCase } from '../move-reservation/move-reservation.use-case';
import { KeepPromisesUseCase } from '../promise-stock/keep-promises.use-case';
import { PromiseStockUseCase } from '../promise-stock/promise-stock.use-case';
import { PromiseRepository } from '../promise-stock/promise.repository';
import { ReleaseStockUseCase } from '../release-stock/release-stock.use-case';
import { ReserveStockUseCase } from '../reserve-stock/reserve-stock.use-case';
import { ReturnStockUseCase } from '../return-stock/return-stock.use-case';
import { SellAtCounterUseCase } from '../sell-at-counter/sell-at-counter.use-case';
import { giveBundle, giveStock, levelOf, tester } from '../testing';
import { giveLot, lotsAt } from '../testing-lots';
import { Arena, type Side } from './arena';

// A duel has as many rounds as its victim has statements.
jest.setTimeout(120_000);

let arena: Arena;
beforeAll(async () => { arena = await Arena.open(); });
afterAll(() => arena.close());

const now = () => new Date().toISOString();
const oks = (answers: { victim: unknown; competitor: unknown }): number => Object.values(answers).filter((one) => (one as { ok?: boolean } | undefined)?.ok === true).length;
const level = (variantId: string, locationId = arena.here) => levelOf(arena.test, { variantId, locationId });
const lots = (variantId: string) => lotsAt(arena.test, { variantId, locationId: arena.here });

interface Ordered { orderId: string; orderLineId: string; variantId: string }
const orderOf = (variantId: string): Ordered => ({ orderId: newId(), orderLineId: newId(), variantId });
const reserve = (side: Side, order: Ordered, units = 1) =>
  side.run((tx) => side.use(ReserveStockUseCase).run(tx, { orderId: order.orderId, lines: [{ orderLineId: order.orderLineId, variantId: order.variantId, locationId: arena.here, quantityMilli: units * 1000 }], actor: tester, occurredAt: now() }));
const reserved = async (variantId: string, units = 1): Promise<Ordered> => {
  const order = orderOf(variantId);
  expect(await reserve(arena.quiet, order, units)).toMatchObject({ ok: true });
  return order;
};
const release = (side: Side, { orderId }: Ordered) => side.write((tx) => side.use(ReleaseStockUseCase).run(tx, { orderId, reason: 'cancelled', actor: tester }));
const handOver = (side: Side, order: Ordered, { units = 1, serials }: { units?: number; serials?: string[] } = {}) =>
  side.run((tx) => side.use(FulfilStockUseCase).run(tx, { orderId: order.orderId, locationId: arena.here, lines: [{ orderLineId: order.orderLineId, quantityMilli: units * 1000, ...(serials ? { serials } : {}) }], causeId: newId(), actor: tester, occurredAt: now() }));
const move = (side: Side, order: Ordered) =>
  side.run((tx) => side.use(MoveReservationUseCase).run(tx, { orderLineId: order.orderLineId, fromLocationId: arena.here, toLocationId: arena.there, quantityMilli: 1000, actor: tester }));
const sell = (side: Side, variantId: string, { units = 1, locationId = arena.here, ...more }: { units?: number; locationId?: string; operationId?: string; registerId?: string; serials?: string[] } = {}) => {
  const { operationId = newId(), registerId, serials } = more;
  return side.write((tx) => side.use(SellAtCounterUseCase).run(tx, { saleId: operationId, operationId, locationId, deviceId: null, lines: [{ variantId, quantityMilli: units * 1000, ...(serials ? { serials } : {}) }], ...(registerId ? { registerId } : {}), actor: tester, occurredAt: now() }));
};

describe('race: an order', () => {
  it('of the last unit and a sale of it: the order is refused, or the sale names the override', () => arena.duel({
    scene: () => arena.stocked(1),
    victim: (side, variantId) => reserve(side, orderOf(variantId)),
    competitor: (side, variantId) => sell(side, variantId),
    then: async (variantId, { victim }) => expect(await level(variantId)).toMatchObject((victim as { ok: boolean }).ok ? { sellable: -1000, committed: 1000, override: 1000 } : { sellable: 0, committed: 0 }),
  }));

  it('of the last unit and another order of it: one has it', () => arena.duel({
    scene: () => arena.stocked(1),
    victim: (side, variantId) => reserve(side, orderOf(variantId)),
    then: async (variantId, answers) => {
      expect([oks(answers), answers.victim, answers.competitor]).toEqual([1, expect.anything(), expect.anything()]);
      expect(await level(variantId)).toMatchObject({ sellable: 0, committed: 1000 });
    },
  }));

  it('of a bundle whose last component is sold: it is kept whole, or not at all', () => arena.duel({
    scene: async () => {
      const [pot, mug] = [await arena.stocked(3), await arena.stocked(2)];
      return { pot, mug, set: await giveBundle(arena.test, { sku: newId(), components: [{ variantId: pot, quantityMilli: 1000 }, { variantId: mug, quantityMilli: 2000 }] }) };
    },
    victim: (side, { set }) => reserve(side, orderOf(set)),
    competitor: (side, { mug }) => reserve(side, orderOf(mug)),
    then: async ({ pot, mug }, answers) => {
      expect(oks(answers)).toBe(1);
      const isKept = (answers.victim as { ok: boolean }).ok;
      expect([await level(pot), await level(mug)]).toMatchObject(isKept ? [{ committed: 1000 }, { committed: 2000, sellable: 0 }] : [{ committed: 0, sellable: 3000 }, { committed: 1000, sellable: 1000 }]);
    },
  }));

  it('that two people cancel is let go once', () => arena.duel({
    scene: async () => reserved(await arena.stocked(3), 2), victim: release,
    then: async ({ variantId }) => expect(await level(variantId)).toMatchObject({ sellable: 3000, committed: 0 }),
  }));

  it('that is cancelled while it is handed over leaves, or is let go: never both', () => arena.duel({
    scene: async () => reserved(await arena.stocked(3)), victim: (side, order) => handOver(side, order), competitor: release,
    then: async ({ variantId }, { victim }) => expect(await level(variantId)).toMatchObject(victim instanceof Error ? { sellable: 3000, committed: 0 } : { sellable: 2000, committed: 0 }),
  }));

  it('that two people hand over leaves once', () => arena.duel({
    scene: async () => reserved(await arena.stocked(3)), victim: (side, order) => handOver(side, order),
    then: async ({ variantId }, answers) => {
      expect(oks(answers)).toBe(1);
      expect(await level(variantId)).toMatchObject({ sellable: 2000, committed: 0 });
    },
  }));

  it('that moves while another takes the last unit there: it stays where it was', () => arena.duel({
    scene: async () => {
      const variantId = await arena.stocked(1);
      await giveStock(arena.test, { variantId, locationId: arena.there }, 1000);
      return reserved(variantId);
    },
    victim: move, competitor: (side, { variantId }) => sell(side, variantId, { locationId: arena.there }),
    then: async ({ variantId }, { victim }) => {
      const isMoved = (victim as { ok: boolean }).ok;
      expect([await level(variantId), await level(variantId, arena.there)]).toMatchObject(isMoved ? [{ sellable: 1000, committed: 0 }, { sellable: -1000, committed: 1000 }] : [{ sellable: 0, committed: 1000 }, { sellable: 0, committed: 0 }]);
    },
  }));

  it('[L-29] that moves while it is handed over leaves one place once', () => arena.duel({
    scene: async () => {
      const variantId = await arena.stocked(1);
      await giveStock(arena.test, { variantId, locationId: arena.there }, 1000);
      return reserved(variantId);
    },
    victim: move, competitor: (side, order) => handOver(side, order),
    then: async ({ variantId }, { victim, competitor }) => {
      expect([victim, competitor].filter((one) => one instanceof Error)).toHaveLength(1);
      expect([await level(variantId), await level(variantId, arena.there)]).toMatchObject(victim instanceof Error ? [{ sellable: 0, committed: 0 }, { sellable: 1000, committed: 0 }] : [{ sellable: 1000, committed: 0 }, { sellable: 0, committed: 1000 }]);
    },
  }));

  it('and another, both handed over at once, take each unit of the earliest lots once', () => arena.duel({
    scene: async () => {
      const variantId = await arena.stocked(0);
      const at = { variantId, locationId: arena.here };
      await giveLot(arena.test, at, { code: 'A', expiresOn: '2099-12-01', units: 1 });
      await giveLot(arena.test, at, { code: 'B', expiresOn: '2099-12-09', units: 2 });
      return { variantId, orders: [await reserved(variantId), await reserved(variantId)] as const };
    },
    victim: (side, { orders }) => handOver(side, orders[0]), competitor: (side, { orders }) => handOver(side, orders[1]),
    then: async ({ variantId }, answers) => {
      expect(oks(answers)).toBe(2);
      expect([await lots(variantId), await level(variantId)]).toMatchObject([{ A: 0, B: 1 }, { sellable: 1000, committed: 0 }]);
    },
  }));
});

describe('race: a sale at a counter', () => {
  it('that is sent by two ways is booked once', () => arena.duel({
    scene: async () => ({ variantId: await arena.stocked(3), operationId: newId() }),
    victim: (side, { variantId, operationId }) => sell(side, variantId, { units: 2, operationId }),
    then: async ({ variantId }, { victim, competitor }) => {
      expect([victim, competitor].map((one) => (one as { applied: boolean }).applied).sort()).toEqual([false, true]);
      expect(await level(variantId)).toMatchObject({ sellable: 1000 });
    },
  }));

  it('that comes back by two ways comes back once', () => arena.duel({
    scene: async () => ({ variantId: await arena.stocked(0), returnId: newId() }),
    victim: (side, { variantId, returnId }) => side.run((tx) => side.use(ReturnStockUseCase).run(tx, { returnId, locationId: arena.here, lines: [{ variantId, quantityMilli: 2000, disposition: 'resellable' }], actor: tester, occurredAt: now() })),
    then: async ({ variantId }) => expect(await level(variantId)).toMatchObject({ sellable: 2000 }),
  }));
});

describe('race: a hold', () => {
  const hold = (side: Side, variantId: string, { holdId = newId(), minutes = 10 } = {}) => side.use(HoldStockUseCase).run({
    // Two lines: one line alone is one statement, and nobody comes between.
    holdId, lines: ['a', 'b'].map((lineId) => ({ lineId, variantId, locationId: arena.here, quantityMilli: 500 })), mode: 'all', heldFor: 'web', minutes: 10, now: new Date(Date.now() + (minutes - 10) * 60_000),
  });
  const held = async (minutes: number) => {
    const [variantId, holdId] = [await arena.stocked(1), newId()];
    expect(await hold(arena.quiet, variantId, { holdId, minutes })).toMatchObject({ ok: true });
    return { variantId, holdId };
  };

  it('of the last unit and a second one: one checkout has it', () => arena.duel({
    scene: () => arena.stocked(1), victim: (side, variantId) => hold(side, variantId),
    then: (_, answers) => expect(oks(answers)).toBe(1),
  }));

  it('of the last unit and an order of it: one has it', () => arena.duel({
    scene: () => arena.stocked(1), victim: (side, variantId) => hold(side, variantId), competitor: (side, variantId) => reserve(side, orderOf(variantId)),
    then: (_, answers) => expect(oks(answers)).toBe(1),
  }));

  it('that ends while the sweep comes by, or is swept while it ends, is free once', async () => {
    const end = (side: Side, { holdId }: { holdId: string }) => side.use(HoldStockUseCase).end(holdId);
    const sweep = (side: Side) => side.use(HoldStockUseCase).sweep();
    const then = async ({ variantId }: { variantId: string }) => expect(await level(variantId)).toMatchObject({ sellable: 1000 });
    await arena.duel({ scene: () => held(-1), victim: end, competitor: sweep, then });
    await arena.duel({ scene: () => held(-1), victim: sweep, competitor: end, then });
    await arena.duel({ scene: () => held(-1), victim: sweep, then });
  });

  it('that is made longer while it ends stays ended', () => arena.duel({
    scene: () => held(5),
    victim: (side, { holdId }) => side.use(HoldStockUseCase).extend(holdId, { minutes: 10, now: new Date(), mostTimes: 3 }),
    competitor: (side, { holdId }) => side.use(HoldStockUseCase).end(holdId),
    then: async ({ variantId }) => expect(await level(variantId)).toMatchObject({ sellable: 1000 }),
  }));

  it('that becomes an order while it runs out is the order’s, or the order finds it free', () => arena.duel({
    scene: () => held(-1),
    victim: (side, { variantId, holdId }) => side.run(async (tx) => {
      await side.use(HoldStockUseCase).handOver(tx, holdId, [{ variantId, locationId: arena.here }]);
      return side.use(ReserveStockUseCase).run(tx, { orderId: newId(), lines: [{ orderLineId: newId(), variantId, locationId: arena.here, quantityMilli: 1000 }], actor: tester, occurredAt: now() });
    }),
    competitor: async (side, { variantId }) => { await side.use(HoldStockUseCase).sweep(); return reserve(side, orderOf(variantId)); },
    then: async ({ variantId }, answers) => {
      expect(oks(answers)).toBe(1);
      expect(await level(variantId)).toMatchObject({ sellable: 0, committed: 1000 });
    },
  }));
});

describe('race: a promise', () => {
  const promise = (variantId: string) => ({ ...orderOf(variantId), channelCode: 'web-gb', policyChannel: '', kind: 'backorder' as const, quantityMilli: 1000, expectedOn: null });
  const make = (side: Side, one: ReturnType<typeof promise>) => side.run((tx) => side.use(PromiseStockUseCase).make(tx, [one]));
  const waiting = async ({ limit = 9, units = 0 } = {}) => {
    const variantId = await arena.stocked(units);
    await arena.quiet.write((tx) => arena.quiet.use(PromiseRepository).setPolicy(tx, variantId, { channelCode: null, kind: 'backorder', limitMilli: limit * 1000, availableOn: '2099-01-01' }));
    return variantId;
  };
  const promised = async () => {
    const one = promise(await waiting());
    expect(await make(arena.quiet, one)).toMatchObject({ ok: true });
    await giveStock(arena.test, { variantId: one.variantId, locationId: arena.here }, 1000);
    return one;
  };
  const keep = (side: Side, { variantId }: { variantId: string }) => side.write((tx) => side.use(KeepPromisesUseCase).run(tx, [variantId], now()));
  const drop = (side: Side, one: Ordered) => side.write((tx) => side.use(PromiseStockUseCase).drop(tx, one.orderId, () => side.use(ReleaseStockUseCase).run(tx, { orderId: one.orderId, reason: 'cancelled', actor: tester })));
  const promisedMilli = async (variantId: string) => (await arena.test.database.selectFrom('stock_policy').select('promised_milli').where('variant_id', '=', variantId).executeTakeFirstOrThrow()).promised_milli;

  it('of the last that may be promised is made once', () => arena.duel({
    scene: () => waiting({ limit: 1 }), victim: (side, variantId) => make(side, promise(variantId)),
    then: async (variantId, answers) => expect([oks(answers), await promisedMilli(variantId)]).toEqual([1, 1000]),
  }));

  it('is kept once by two that hear of the goods', () => arena.duel({
    scene: promised, victim: keep,
    then: async ({ variantId }) => expect([await level(variantId), await promisedMilli(variantId)]).toMatchObject([{ sellable: 0, committed: 1000 }, 0]),
  }));

  it('is kept, or another order has the unit that came', () => arena.duel({
    scene: promised, victim: keep, competitor: (side, { variantId }) => reserve(side, orderOf(variantId)),
    then: async ({ variantId }) => expect(await level(variantId)).toMatchObject({ sellable: 0, committed: 1000 }),
  }));

  it('is dropped while it is kept: nothing is kept, and its limit has room', async () => {
    const then = async ({ variantId }: { variantId: string }) => expect([await level(variantId), await promisedMilli(variantId)]).toMatchObject([{ sellable: 1000, committed: 0 }, 0]);
    await arena.duel({ scene: promised, victim: drop, competitor: keep, then });
    await arena.duel({ scene: promised, victim: keep, competitor: drop, then });
  });
});

describe('race: the right of a register', () => {
  const [till, other] = [newId(), newId()];
  const beat = (side: Side, registerId: string, reports: Map<string, { epoch: number; usedMilli: number }> = new Map(), isClosing = false) =>
    side.use(GrantToRegisterUseCase).run({ registerId, locationId: arena.here, actor: tester, deviceId: newId(), reports, isClosing });
  const demanded = async (units = 40) => {
    await arena.test.database.deleteFrom('lane_demand').execute();
    await arena.test.database.deleteFrom('register_grant').where('outstanding_milli', '=', 0).execute();
    const variantId = await arena.stocked(units);
    await arena.test.database.insertInto('lane_demand').values({ location_id: arena.here, variant_id: variantId, sold_milli: 2_000_000, noted_at: new Date() }).execute();
    return variantId;
  };
  const granted = async () => {
    const variantId = await demanded();
    await beat(arena.quiet, till);
    return variantId;
  };
  const lapsed = async () => {
    const variantId = await granted();
    await sql`UPDATE register_grant SET expires_at = clock_timestamp() - interval '1 hour' WHERE variant_id = ${variantId}::uuid`.execute(arena.test.database);
    return variantId;
  };
  const numbers = async (variantId: string) => {
    const row = await arena.test.database.selectFrom('stock_level').selectAll().where('variant_id', '=', variantId).executeTakeFirstOrThrow();
    const grants = await arena.test.database.selectFrom('register_grant').selectAll().where('variant_id', '=', variantId).execute();
    return { sum: row.sellable_milli + row.allotted_milli + row.committed_milli, allotted: row.allotted_milli, outstanding: grants.reduce((sum, one) => sum + one.outstanding_milli, 0) };
  };
  const isEven = async (variantId: string, sum: number) => {
    const found = await numbers(variantId);
    expect(found).toMatchObject({ sum, allotted: found.outstanding });
  };

  it('is given while an order takes what it would have had', () => arena.duel({
    scene: () => demanded(), victim: (side) => beat(side, till), competitor: (side, variantId) => reserve(side, orderOf(variantId), 38),
    then: (variantId) => isEven(variantId, 40_000),
  }));

  it('is asked for twice by a till whose line stuttered: it is given once, and another register has its own', async () => {
    const then = (variantId: string) => isEven(variantId, 40_000);
    await arena.duel({ scene: () => demanded(), victim: (side) => beat(side, till), then });
    await arena.duel({ scene: () => demanded(), victim: (side) => beat(side, till), competitor: (side) => beat(side, other), then });
  });

  it('is given back while the register sells on it, and sold on while it is given back', async () => {
    const giveBack = (side: Side, variantId: string) => beat(side, till, new Map([[variantId, { epoch: 1, usedMilli: 0 }]]), true);
    const sellOn = (side: Side, variantId: string) => sell(side, variantId, { registerId: till });
    const then = (variantId: string) => isEven(variantId, 39_000);
    await arena.duel({ scene: granted, victim: giveBack, competitor: sellOn, then });
    await arena.duel({ scene: granted, victim: sellOn, competitor: giveBack, then });
  });

  it('runs out while a late sale of it arrives, and the sweep comes twice', async () => {
    const sweep = (side: Side) => side.use(SweepGrantsUseCase).run(new Date());
    const sellLate = (side: Side, variantId: string) => sell(side, variantId, { registerId: till });
    await arena.duel({ scene: lapsed, victim: sweep, competitor: sellLate, then: (variantId) => isEven(variantId, 39_000) });
    await arena.duel({ scene: lapsed, victim: sellLate, competitor: sweep, then: (variantId) => isEven(variantId, 39_000) });
    await arena.duel({ scene: lapsed, victim: sweep, then: (variantId) => isEven(variantId, 40_000) });
  });
});

