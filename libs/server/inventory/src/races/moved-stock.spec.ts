// What moves goods, counts them or puts numbers right, each with a competitor after every one of its statements.
import { newId, type StaffActor } from '@oneshelf/platform';
import { AssembleKitUseCase } from '../bundles/assemble-kit.use-case';
import { SetComponentsUseCase } from '../bundles/set-components.use-case';
import { CorrectStockUseCase } from '../corrections/correct-stock.use-case';
import { DecideCorrectionUseCase } from '../corrections/decide-correction.use-case';
import { CloseCountUseCase } from '../counts/close-count.use-case';
import { PlanCountUseCase } from '../counts/plan-count.use-case';
import { PostCountUseCase } from '../counts/post-count.use-case';
import { TakeScansUseCase } from '../counts/take-scans.use-case';
import { FulfilStockUseCase } from '../fulfil-stock/fulfil-stock.use-case';
import { MoveExpiredLotsUseCase } from '../lots/move-expired-lots.use-case';
import { MoveReservationUseCase } from '../move-reservation/move-reservation.use-case';
import { RebuildStockLevelsUseCase } from '../rebuild-stock-levels/rebuild-stock-levels.use-case';
import { ReceiveStockUseCase } from '../receive-stock/receive-stock.use-case';
import { ReserveStockUseCase } from '../reserve-stock/reserve-stock.use-case';
import { ReturnStockUseCase } from '../return-stock/return-stock.use-case';
import { SellAtCounterUseCase } from '../sell-at-counter/sell-at-counter.use-case';
import { TakeOpeningStockUseCase } from '../take-opening-stock/take-opening-stock.use-case';
import { giveBundle, giveStock, levelOf, tester } from '../testing';
import { giveLot, lotsAt } from '../testing-lots';
import { MoveTransferUseCase } from '../transfers/move-transfer.use-case';
import { ReceiveTransferUseCase } from '../transfers/receive-transfer.use-case';
import { RequestTransferUseCase } from '../transfers/request-transfer.use-case';
import { ShipTransferUseCase } from '../transfers/ship-transfer.use-case';
import { RepairLevelUseCase } from '../watch-stock/repair-level.use-case';
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
const somebody = (name: string): StaffActor => ({ ...arena.operations, id: newId(), name });
const sell = (side: Side, variantId: string, serials: string[] = []) =>
  side.write((tx) => side.use(SellAtCounterUseCase).run(tx, { saleId: newId(), operationId: newId(), locationId: arena.here, deviceId: null, lines: [{ variantId, quantityMilli: 1000, serials }], actor: tester, occurredAt: now() }));
const reserve = (side: Side, variantId: string, orderLineId = newId(), orderId = newId()) =>
  side.run((tx) => side.use(ReserveStockUseCase).run(tx, { orderId, lines: [{ orderLineId, variantId, locationId: arena.here, quantityMilli: 1000 }], actor: tester, occurredAt: now() }));
const receive = (side: Side, variantId: string, { receiptId = newId(), serials = [] as string[] } = {}) =>
  side.run((tx) => side.use(ReceiveStockUseCase).run(tx, { receiptId, locationId: arena.here, lines: [{ variantId, bucket: 'sellable', quantityMilli: 1000, valueMinor: 450, serials }], actor: tester, occurredAt: now() }));

describe('race: goods that come', () => {
  it('of one receipt that is sent by two ways come once', () => arena.duel({
    scene: async () => ({ variantId: await arena.stocked(0), receiptId: newId() }), victim: (side, { variantId, receiptId }) => receive(side, variantId, { receiptId }),
    then: async ({ variantId }) => {
      expect(await level(variantId)).toMatchObject({ sellable: 1000 });
      expect(await arena.test.database.selectFrom('stock_receipt_value').select('value_minor').where('variant_id', '=', variantId).execute()).toEqual([{ value_minor: 450 }]);
    },
  }));

  it('of one import that two workers take are there once', () => arena.duel({
    scene: async () => ({ variantId: await arena.stocked(0), operationId: newId() }),
    victim: (side, { variantId, operationId }) => side.write((tx) => side.use(TakeOpeningStockUseCase).run(tx, { operationId, importId: newId(), marketCode: 'GB', lines: [{ variantId, quantityMilli: 3000, locationName: 'Soho' }], actor: tester, occurredAt: now() })),
    then: async ({ variantId }) => expect(await level(variantId)).toMatchObject({ sellable: 3000 }),
  }));
});

describe('race: a piece with a serial', () => {
  const piece = async () => {
    const variantId = await arena.stocked(0);
    expect(await receive(arena.quiet, variantId, { serials: ['S1'] })).toMatchObject({ ok: true });
    expect(await receive(arena.quiet, variantId, { serials: ['S2'] })).toMatchObject({ ok: true });
    return variantId;
  };
  const placeOf = async (variantId: string) => (await arena.test.database.selectFrom('stock_serial').select('state').where('variant_id', '=', variantId).where('serial_number', '=', 'S1').executeTakeFirst())?.state;

  it('that is received at two doors came once', () => arena.duel({
    scene: () => arena.stocked(0), victim: (side, variantId) => receive(side, variantId, { serials: ['S1'] }),
    then: async (variantId, answers) => {
      expect(oks(answers)).toBe(1);
      expect(await level(variantId)).toMatchObject({ sellable: 1000 });
    },
  }));

  it('that is sold while it is handed over for an order: the order is refused it, or the sale says where it was believed', () => arena.duel({
    scene: async () => {
      const [variantId, orderId, orderLineId] = [await piece(), newId(), newId()];
      expect(await reserve(arena.quiet, variantId, orderLineId, orderId)).toMatchObject({ ok: true });
      return { variantId, orderId, orderLineId };
    },
    victim: (side, { orderId, orderLineId }) => side.run((tx) => side.use(FulfilStockUseCase).run(tx, { orderId, locationId: arena.here, lines: [{ orderLineId, quantityMilli: 1000, serials: ['S1'] }], causeId: newId(), actor: tester, occurredAt: now() })),
    competitor: (side, { variantId }) => sell(side, variantId, ['S1']),
    then: async ({ variantId }, { victim, competitor }) => {
      const isHandedOver = (victim as { ok: boolean }).ok;
      expect((competitor as { elsewhere: unknown[] }).elsewhere).toHaveLength(isHandedOver ? 1 : 0);
      expect([await placeOf(variantId), await level(variantId)]).toMatchObject(['customer', { sellable: 0, committed: isHandedOver ? 0 : 1000 }]);
    },
  }));

  it('that comes back at two counters comes back once', () => arena.duel({
    scene: async () => { const variantId = await piece(); await sell(arena.quiet, variantId, ['S1']); return variantId; },
    victim: (side, variantId) => side.run((tx) => side.use(ReturnStockUseCase).run(tx, { returnId: newId(), locationId: arena.here, lines: [{ variantId, quantityMilli: 1000, disposition: 'resellable', serials: ['S1'] }], actor: tester, occurredAt: now() })),
    then: async (variantId, answers) => expect([oks(answers), await placeOf(variantId), await level(variantId)]).toMatchObject([1, 'shelf', { sellable: 2000 }]),
  }));
});

describe('race: a transfer', () => {
  const asked = async (units = 2) => {
    const variantId = await arena.stocked(units);
    const made = await arena.quiet.use(RequestTransferUseCase).run(arena.operations, newId(), { fromLocationId: arena.here, toLocationId: arena.there, approve: true, lines: [{ variantId, quantityMilli: 2000 }] });
    if (!made.ok) throw new Error(made.refusal.kind);
    const line = await arena.test.database.selectFrom('transfer_line').select('id').where('transfer_id', '=', made.value.transferId).executeTakeFirstOrThrow();
    return { variantId, id: made.value.transferId, lineId: line.id };
  };
  type Asked = Awaited<ReturnType<typeof asked>>;
  const ship = (side: Side, { id }: Asked) => side.use(ShipTransferUseCase).run({ id, actor: arena.operations, key: newId(), request: {} });
  const shipped = async () => {
    const transfer = await asked();
    expect(await ship(arena.quiet, transfer)).toMatchObject({ ok: true });
    return transfer;
  };
  const receiveAll = (side: Side, { id, lineId }: Asked) => side.use(ReceiveTransferUseCase).run({ id, actor: arena.operations, key: newId(), request: { lines: [{ lineId, receivedMilli: 2000 }] } });

  it('that two people send leaves once', () => arena.duel({
    scene: () => asked(4), victim: ship,
    then: async ({ variantId }, answers) => expect([oks(answers), await level(variantId)]).toMatchObject([1, { sellable: 2000 }]),
  }));

  it('whose goods are sold while it is sent: it is refused whole, or the sale names the override', () => arena.duel({
    scene: () => asked(), victim: ship, competitor: (side, { variantId }) => sell(side, variantId),
    then: async ({ variantId }, { victim }) => expect(await level(variantId)).toMatchObject((victim as { ok: boolean }).ok ? { sellable: -1000, override: 1000 } : { sellable: 1000, override: 0 }),
  }));

  it('that is called off while it is sent is on the road, or has not left', async () => {
    const cancel = (side: Side, { id }: Asked) => side.use(MoveTransferUseCase).cancel({ id, actor: arena.operations });
    const then = async ({ id, variantId }: Asked, answers: { victim: unknown; competitor: unknown }) => {
      expect(oks(answers)).toBe(1);
      const { status } = await arena.test.database.selectFrom('transfer').select('status').where('id', '=', id).executeTakeFirstOrThrow();
      expect([status, (await level(variantId))?.sellable]).toEqual(status === 'shipped' ? ['shipped', 0] : ['cancelled', 2000]);
    };
    await arena.duel({ scene: asked, victim: ship, competitor: cancel, then });
    await arena.duel({ scene: asked, victim: cancel, competitor: ship, then });
  });

  it('that two people receive arrives once, and its road is even', () => arena.duel({
    scene: shipped, victim: receiveAll,
    then: async ({ variantId }, answers) => expect([oks(answers), await level(variantId, arena.there)]).toMatchObject([1, { sellable: 2000 }]),
  }));
});

describe('race: a count', () => {
  const inReview = async (variantId: string, found: number) => {
    const { sku } = await arena.test.database.selectFrom('variant').select('sku').where('id', '=', variantId).executeTakeFirstOrThrow();
    const planned = await arena.quiet.use(PlanCountUseCase).run(arena.operations, newId(), { locationId: arena.here, title: 'All', codes: [sku], mode: 'live', recountUnitsMilli: 900_000, recountValueMinor: 1_000_000_000 });
    if (!planned.ok) throw new Error(planned.refusal.kind);
    const { countId } = planned.value;
    await arena.quiet.use(TakeScansUseCase).run({ kind: 'device', id: newId(), name: 'Till', registerId: newId(), locationId: arena.here, epoch: 1 }, [{ id: newId(), countId, variantId, round: 1, quantityMilli: found * 1000, personId: 'sam', personName: 'Sam', scannedAt: now() }]);
    expect(await arena.quiet.use(CloseCountUseCase).run({ id: countId, actor: arena.operations, request: { notScanned: 'leave' } })).toMatchObject({ ok: true });
    return countId;
  };
  const post = (side: Side, id: string) => side.use(PostCountUseCase).run({ id, actor: arena.operations, request: {} });

  it('that two people post is written once', () => arena.duel({
    scene: async () => { const variantId = await arena.stocked(5); return { variantId, id: await inReview(variantId, 3) }; },
    victim: (side, { id }) => post(side, id),
    then: async ({ variantId }, answers) => expect([oks(answers), await level(variantId)]).toMatchObject([1, { sellable: 3000 }]),
  }));

  it('keeps what is sold while it is posted', () => arena.duel({
    scene: async () => { const variantId = await arena.stocked(5); return { variantId, id: await inReview(variantId, 3) }; },
    victim: (side, { id }) => post(side, id), competitor: (side, { variantId }) => sell(side, variantId),
    then: async ({ variantId }) => expect(await level(variantId)).toMatchObject({ sellable: 2000 }),
  }));

  it('and another of the same product write one difference once', () => arena.duel({
    scene: async () => { const variantId = await arena.stocked(5); return { variantId, ids: [await inReview(variantId, 3), await inReview(variantId, 3)] as const }; },
    victim: (side, { ids }) => post(side, ids[0]), competitor: (side, { ids }) => post(side, ids[1]),
    then: async ({ variantId }, answers) => expect([oks(answers), await level(variantId)]).toMatchObject([2, { sellable: 3000 }]),
  }));

  it('and another of a product that nobody had any of find the same goods once', () => arena.duel({
    scene: async () => { const variantId = await arena.stocked(0); return { variantId, ids: [await inReview(variantId, 3), await inReview(variantId, 3)] as const }; },
    victim: (side, { ids }) => post(side, ids[0]), competitor: (side, { ids }) => post(side, ids[1]),
    then: async ({ variantId }, answers) => expect([oks(answers), await level(variantId)]).toMatchObject([2, { sellable: 3000 }]),
  }));

  it('and another write off once what a picker did not find', () => arena.duel({
    scene: async () => {
      const [variantId, orderId, orderLineId] = [await arena.stocked(5), newId(), newId()];
      await giveStock(arena.test, { variantId, locationId: arena.there }, 1000);
      expect(await reserve(arena.quiet, variantId, orderLineId, orderId)).toMatchObject({ ok: true });
      await arena.quiet.run((tx) => arena.quiet.use(MoveReservationUseCase).run(tx, { orderLineId, fromLocationId: arena.here, toLocationId: arena.there, quantityMilli: 1000, fromReason: 'quality_control', actor: tester }));
      return { variantId, ids: [await inReview(variantId, 4), await inReview(variantId, 4)] as const };
    },
    victim: (side, { ids }) => post(side, ids[0]), competitor: (side, { ids }) => post(side, ids[1]),
    then: async ({ variantId }, answers) => {
      expect([oks(answers), await level(variantId)]).toMatchObject([2, { sellable: 4000 }]);
      expect(await arena.test.database.selectFrom('stock_level').select('quality_control_milli as checked').where('variant_id', '=', variantId).where('location_id', '=', arena.here).executeTakeFirst()).toEqual({ checked: 0 });
    },
  }));

  it('and a number that a sheet says while it is posted: what was found stands', () => arena.duel({
    scene: async () => { const variantId = await arena.stocked(5); return { variantId, id: await inReview(variantId, 3) }; },
    victim: (side, { id }) => post(side, id),
    competitor: (side, { variantId }) => side.use(CorrectStockUseCase).run(arena.operations, newId(), { kind: 'sheet', reason: 'found', moves: [{ variantId, locationId: arena.here, deltaMilli: -1000 }] }),
    then: async ({ variantId }, answers) => {
      expect(oks(answers)).toBe(2);
      // The sheet said one less of a number that it had seen: before the count it is part of the difference, after it one more is gone.
      expect([3000, 2000]).toContain((await level(variantId))?.sellable);
    },
  }));
});

describe('race: a correction', () => {
  const writeOff = (side: Side, variantId: string, actor = arena.operations, units = 1) => side.use(CorrectStockUseCase).run(actor, newId(), { kind: 'adjust', reason: 'damaged', moves: [{ variantId, locationId: arena.here, deltaMilli: -1000 * units }] });
  const manager = (): StaffActor => ({ ...somebody('Hannah'), grants: [{ role: 'associate', locationId: arena.here }] });

  it('of the last unit and an order of it: one has it', () => arena.duel({
    scene: () => arena.stocked(1), victim: (side, variantId) => writeOff(side, variantId), competitor: (side, variantId) => reserve(side, variantId),
    then: async (variantId, answers) => expect([oks(answers), (await level(variantId))?.sellable]).toEqual([1, 0]),
  }));

  it('that two people agree to is done once, and one who refuses it meanwhile is told', async () => {
    const waiting = async () => {
      const variantId = await arena.stocked(900);
      const asked = await writeOff(arena.quiet, variantId, manager(), 500);
      if (!asked.ok || asked.value.status !== 'waiting') throw new Error(`It does not wait: ${JSON.stringify(asked)}`);
      return { variantId, id: asked.value.correctionId };
    };
    const decide = (decision: 'apply' | 'refuse') => (side: Side, { id }: { id: string }) => side.use(DecideCorrectionUseCase).decide({ id, actor: somebody('Marcus'), decision });
    await arena.duel({ scene: waiting, victim: decide('apply'), then: async ({ variantId }, answers) => expect([oks(answers), (await level(variantId))?.sellable]).toEqual([1, 400_000]) });
    await arena.duel({ scene: waiting, victim: decide('apply'), competitor: decide('refuse'), then: async ({ variantId }, answers) => expect([oks(answers), (await level(variantId))?.sellable]).toEqual([1, (answers.victim as { ok: boolean }).ok ? 400_000 : 900_000]) });
  });

  it('that two people undo goes back once', () => arena.duel({
    scene: async () => {
      const variantId = await arena.stocked(2);
      const done = await writeOff(arena.quiet, variantId);
      return { variantId, id: done.ok ? done.value.correctionId : '' };
    },
    victim: (side, { id }) => side.use(DecideCorrectionUseCase).undo({ id, actor: arena.operations }),
    then: async ({ variantId }, answers) => expect([oks(answers), (await level(variantId))?.sellable]).toEqual([1, 2000]),
  }));
});

describe('race: a kit', () => {
  const kit = async () => {
    const mug = await arena.stocked(2);
    return { mug, set: await giveBundle(arena.test, { sku: newId(), kind: 'kit', components: [{ variantId: mug, quantityMilli: 2000 }] }) };
  };
  const assemble = (act: 'pack' | 'unpack') => (side: Side, { set }: { set: string }) => side.use(AssembleKitUseCase).run(arena.operations, newId(), { variantId: set, locationId: arena.here, act, quantityMilli: 1000 });

  it('whose last components are promised while it is packed: one has them', () => arena.duel({
    scene: kit, victim: assemble('pack'), competitor: (side, { mug }) => reserve(side, mug),
    then: async ({ mug, set }, answers) => expect([oks(answers), (await level(mug))?.sellable, (await level(set))?.sellable ?? 0]).toEqual((answers.victim as { ok: boolean }).ok ? [1, 0, 1000] : [1, 1000, 0]),
  }));

  it('that is promised while it is taken apart: one has it', () => arena.duel({
    scene: async () => { const given = await kit(); expect(await assemble('pack')(arena.quiet, given)).toMatchObject({ ok: true }); return given; },
    victim: assemble('unpack'), competitor: (side, { set }) => reserve(side, set),
    then: async ({ mug }, answers) => expect([oks(answers), (await level(mug))?.sellable]).toEqual([1, (answers.victim as { ok: boolean }).ok ? 2000 : 0]),
  }));

  it('whose recipe changes while it is packed is packed by one of the two', () => arena.duel({
    scene: kit, victim: assemble('pack'),
    competitor: (side, { mug, set }) => side.use(SetComponentsUseCase).run(arena.operations, set, { kind: 'kit', components: [{ variantId: mug, quantityMilli: 1000 }] }),
    then: async ({ mug, set }, answers) => {
      expect([oks(answers), (await level(set))?.sellable]).toEqual([2, 1000]);
      expect([0, 1000]).toContain((await level(mug))?.sellable);
    },
  }));
});

describe('race: lots whose day has passed', () => {
  const old = async () => {
    const variantId = await arena.stocked(0);
    await giveLot(arena.test, { variantId, locationId: arena.here }, { code: 'OLD', expiresOn: '2020-01-01', units: 2 });
    await giveLot(arena.test, { variantId, locationId: arena.here }, { code: 'NEW', expiresOn: '2099-01-01', units: 1 });
    return variantId;
  };
  const expire = (side: Side) => side.use(MoveExpiredLotsUseCase).run(tester, new Date());

  it('leave the shelf once when two look', () => arena.duel({
    scene: old, victim: expire, then: async (variantId) => expect([await lots(variantId), await level(variantId)]).toMatchObject([{ OLD: 0, NEW: 1 }, { sellable: 1000, quarantine: 2000 }]),
  }));

  it('leave the shelf while a counter sells: no lot gives more than it had', () => arena.duel({
    scene: old, victim: expire, competitor: (side, variantId) => sell(side, variantId),
    then: async (variantId) => expect([await lots(variantId), await level(variantId)]).toMatchObject([{ OLD: 0, NEW: 0 }, { sellable: 0, quarantine: 2000 }]),
  }));

  it('come in while the others leave: what came and was sold meanwhile is not taken again', () => arena.duel({
    scene: async () => { await old(); return arena.stocked(3); },
    victim: expire,
    competitor: async (side, variantId) => {
      await giveLot(arena.test, { variantId, locationId: arena.here }, { code: 'LATE', expiresOn: '2020-01-01', units: 2 });
      for (let sold = 0; sold < 5; sold += 1) await sell(side, variantId);
    },
    then: async (variantId) => expect(Math.min(...Object.values(await lots(variantId)))).toBeGreaterThanOrEqual(0),
  }));
});

describe('race: a number that is put right', () => {
  const spoilt = async () => {
    const variantId = await arena.stocked(5);
    await arena.test.database.updateTable('stock_level').set({ sellable_milli: 9000 }).where('variant_id', '=', variantId).execute();
    return variantId;
  };
  const then = async (variantId: string) => expect(await level(variantId)).toMatchObject({ sellable: 4000 });

  it('by a person while a counter sells, or by two, is what its movements make it', async () => {
    const repair = (side: Side, variantId: string) => side.use(RepairLevelUseCase).run(arena.operations, { variantId, locationId: arena.here });
    await arena.duel({ scene: spoilt, victim: repair, competitor: (side, variantId) => sell(side, variantId), then });
    await arena.duel({ scene: spoilt, victim: repair, then: async (variantId) => expect(await level(variantId)).toMatchObject({ sellable: 5000 }) });
  });

  it('by the rebuild while a counter sells is what its movements make it', () => arena.duel({
    scene: spoilt, victim: (side) => side.use(RebuildStockLevelsUseCase).run({ dryRun: false, actor: tester }), competitor: (side, variantId) => sell(side, variantId), then,
  }));
});
