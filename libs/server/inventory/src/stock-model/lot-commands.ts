import { newId } from '@oneshelf/platform';
import { FulfilStockUseCase } from '../fulfil-stock/fulfil-stock.use-case';
import { knowLots, lotKey } from '../lots/know-lots';
import { MoveExpiredLotsUseCase } from '../lots/move-expired-lots.use-case';
import { ReceiveStockUseCase } from '../receive-stock/receive-stock.use-case';
import { ReserveStockUseCase } from '../reserve-stock/reserve-stock.use-case';
import { ReturnStockUseCase } from '../return-stock/return-stock.use-case';
import { SellAtCounterUseCase } from '../sell-at-counter/sell-at-counter.use-case';
import { tester } from '../testing';
import { ReceiveTransferUseCase } from '../transfers/receive-transfer.use-case';
import { RequestTransferUseCase } from '../transfers/request-transfer.use-case';
import { ShipTransferUseCase } from '../transfers/ship-transfer.use-case';
import { act, actOnce, type Command, now, picked, type Scene } from './command';
import { LOTS } from './lot-model';
import { MILLI } from './milli';

/** Goods of lots come, are sold, promised, handed over, moved, brought back, and pass their day. */
export const lotCommands: Record<string, Command> = {
  receiveLot: {
    async run(scene) {
      const { model: { traced: { lots }, locationIds }, world, dice: { units, pick, place } } = scene;
      const lot = pick % LOTS.length;
      const { code, expiresOn } = picked(LOTS, lot);
      const receiptId = newId();
      const done = await act(scene, () => world.transactions.run(async (tx) => {
        const lotId = (await knowLots(tx, [{ variantId: lots.variantId, code, expiresOn }])).get(lotKey({ variantId: lots.variantId, code }))?.id ?? '';
        return world.use(ReceiveStockUseCase).run(tx, { receiptId, locationId: locationIds[place] as string, lines: [{ variantId: lots.variantId, bucket: 'sellable', quantityMilli: units * 2 * MILLI, valueMinor: units * 100, lotId }], actor: tester, occurredAt: now() });
      }));
      if (done === null) return;
      const shelf = lots.at({ place });
      shelf.lots[lot] = (shelf.lots[lot] ?? 0) + units * 2;
      shelf.sellable += units * 2;
    },
  },
  sellLots: {
    async run(scene) {
      const { model: { traced: { lots }, locationIds }, world, dice: { units, place } } = scene;
      const input = { saleId: newId(), operationId: newId(), deviceId: null, locationId: locationIds[place] as string, lines: [{ variantId: lots.variantId, quantityMilli: units * MILLI }], actor: tester, occurredAt: now() };
      const sold = await act(scene, () => world.transactions.write((tx) => world.use(SellAtCounterUseCase).run(tx, input)));
      if (sold === null) return;
      // A level that no lot ever came to asks for none.
      lots.leave(place, units);
      lots.at({ place }).sellable -= units;
    },
  },
  takeBackLotless: {
    async run(scene) {
      const { model: { traced: { lots }, locationIds }, world, dice: { units, place } } = scene;
      const input = { returnId: newId(), locationId: locationIds[place] as string, lines: [{ variantId: lots.variantId, quantityMilli: units * MILLI, disposition: 'resellable' as const }], actor: tester, occurredAt: now() };
      if ((await act(scene, () => world.transactions.run((tx) => world.use(ReturnStockUseCase).run(tx, input)))) === null) return;
      lots.at({ place }).unsaid += units;
      lots.at({ place }).sellable += units;
    },
  },
  orderLots: {
    async run(scene) {
      const { model: { traced: { lots }, locationIds }, world, dice: { units, place } } = scene;
      const order = { orderId: newId(), orderLineId: newId(), place, units };
      const isThere = lots.at({ place }).sellable >= units;
      const input = { orderId: order.orderId, lines: [{ orderLineId: order.orderLineId, variantId: lots.variantId, locationId: locationIds[place] as string, quantityMilli: units * MILLI }], actor: tester, occurredAt: now() };
      const answer = await act(scene, () => world.transactions.run((tx) => world.use(ReserveStockUseCase).run(tx, input)));
      if (answer === null) return;
      expect(answer.ok).toBe(isThere);
      if (!isThere) return;
      lots.orders.push(order);
      lots.at({ place }).sellable -= units;
      lots.at({ place }).committed += units;
    },
  },
  handOverLots: {
    can: (model) => model.traced.lots.orders.length > 0,
    async run(scene) {
      const { model: { traced: { lots }, locationIds }, world, dice: { pick } } = scene;
      const order = picked(lots.orders, pick);
      const { orderId, orderLineId, place, units } = order;
      const input = { orderId, locationId: locationIds[place] as string, lines: [{ orderLineId, quantityMilli: units * MILLI }], causeId: newId(), actor: tester, occurredAt: now() };
      if ((await actOnce(scene, () => world.transactions.run((tx) => world.use(FulfilStockUseCase).run(tx, input)))) === null) return;
      lots.leave(place, units);
      lots.at({ place }).committed -= units;
      lots.orders.splice(lots.orders.indexOf(order), 1);
    },
  },
  passDay: {
    async run(scene) {
      const { model: { traced: { lots } }, world } = scene;
      // A place after the other: who dies between them has done the first, and the next run does the rest.
      if ((await actOnce(scene, () => world.use(MoveExpiredLotsUseCase).run(tester, new Date()))) === null) await world.use(MoveExpiredLotsUseCase).run(tester, new Date());
      lots.expire();
    },
  },
  moveLots: { run: (scene) => move(scene) },
};

/** Sent and received whole: the lots that left are those that arrive. */
async function move({ model: { traced: { lots }, locationIds }, world, dice: { units, place } }: Scene): Promise<void> {
  const isThere = lots.at({ place }).sellable >= units;
  const asked = await world.use(RequestTransferUseCase).run(world.operations, newId(), { fromLocationId: locationIds[place] as string, toLocationId: locationIds[1 - place] as string, approve: true, lines: [{ variantId: lots.variantId, quantityMilli: units * MILLI }] });
  if (!asked.ok) throw new Error(asked.refusal.kind);
  const id = asked.value.transferId;
  const sent = await world.use(ShipTransferUseCase).run({ id, actor: world.operations, key: newId(), request: {} });
  expect(sent.ok).toBe(isThere);
  if (!isThere) return;
  const line = await world.database.selectFrom('transfer_line').select('id').where('transfer_id', '=', id).executeTakeFirstOrThrow();
  expect(await world.use(ReceiveTransferUseCase).run({ id, actor: world.operations, key: newId(), request: { lines: [{ lineId: line.id, receivedMilli: units * MILLI }] } })).toMatchObject({ ok: true, value: { closed: true } });
  const left = lots.leave(place, units);
  const there = lots.at({ place: 1 - place });
  for (const [lot, ofLot] of left.ofLots.entries()) there.lots[lot] = (there.lots[lot] ?? 0) + ofLot;
  there.unsaid += left.unsaid;
  lots.at({ place }).sellable -= units;
  there.sellable += units;
}
