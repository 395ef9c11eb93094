import { newId } from '@oneshelf/platform';
import { FulfilStockUseCase } from '../fulfil-stock/fulfil-stock.use-case';
import { MoveReservationUseCase } from '../move-reservation/move-reservation.use-case';
import { ReleaseStockUseCase } from '../release-stock/release-stock.use-case';
import { ReserveStockUseCase } from '../reserve-stock/reserve-stock.use-case';
import { tester } from '../testing';
import type { At } from './at';
import { act, actOnce, type Command, now, picked } from './command';
import { MILLI } from './milli';
import type { Model, Order } from './model';

const RUSH = 4;

/** Units are kept for orders, alone and in a rush; orders are cancelled, handed over, and sent from elsewhere. */
export const orderCommands: Record<string, Command> = {
  order: {
    async run(scene) {
      const { model, world, dice: { units, ...at } } = scene;
      const order = newOrder(at, units);
      const isThere = model.at(at).sellable >= units;
      const answer = await act(scene, () => world.transactions.run((tx) => world.use(ReserveStockUseCase).run(tx, reservation(model, [order]))));
      if (answer === null) return;
      expect(answer.ok).toBe(isThere);
      if (isThere) keep(model, order);
    },
  },
  basket: {
    async run(scene) {
      const { model, world, dice: { units, pick, ...at } } = scene;
      // Both lines of one product every other time: their demand is summed before it is compared.
      const other = { variant: pick % 2 === 0 ? at.variant : 1 - at.variant, place: at.place };
      const orderId = newId();
      const lines = [newOrder(at, units, orderId), newOrder(other, 1 + (pick % 3), orderId)];
      const wanted = (variant: number) => lines.reduce((sum, line) => sum + (line.variant === variant ? (line.kept[at.place] ?? 0) : 0), 0);
      const isThere = lines.every(({ variant }) => model.at({ variant, place: at.place }).sellable >= wanted(variant));
      const answer = await act(scene, () => world.transactions.run((tx) => world.use(ReserveStockUseCase).run(tx, reservation(model, lines))));
      if (answer === null) return;
      expect(answer.ok).toBe(isThere);
      if (isThere) for (const line of lines) keep(model, line);
    },
  },
  rush: {
    async run({ model, world, dice: { units, ...at } }) {
      const orders = Array.from({ length: RUSH }, () => newOrder(at, units));
      const results = await Promise.all(orders.map((order) => world.transactions.run((tx) => world.use(ReserveStockUseCase).run(tx, reservation(model, [order])))));
      const kept = orders.filter((_, index) => results[index]?.ok);
      expect(kept).toHaveLength(Math.min(RUSH, Math.max(0, Math.floor(model.at(at).sellable / units))));
      for (const order of kept) keep(model, order);
    },
  },
  cancel: {
    can: (model) => model.keeping().length > 0,
    async run(scene) {
      const { model, world, dice: { pick } } = scene;
      const { order: { orderId } } = picked(model.keeping(), pick);
      if (!(await act(scene, async () => { await world.transactions.write((tx) => world.use(ReleaseStockUseCase).run(tx, { orderId, reason: 'cancelled', actor: tester })); return true; }))) return;
      for (const { order, place, units } of model.keeping().filter((one) => one.order.orderId === orderId)) letGo(model, { order, place }, { units, into: 'sellable' });
    },
  },
  shorten: {
    can: (model) => model.keepingPlain().length > 0,
    async run(scene) {
      const { model, world, dice: { units, pick } } = scene;
      const { order, place, units: most } = picked(model.keepingPlain(), pick);
      const part = Math.min(units, most);
      const into = picked(['sellable', 'sellable', 'quality_control', 'shrink'] as const, pick);
      const input = { orderId: order.orderId, lines: [{ orderLineId: order.orderLineId, locationId: model.locationIds[place] as string, quantityMilli: part * MILLI }], into, reason: 'not wanted', actor: tester };
      if (!(await actOnce(scene, async () => { await world.transactions.write((tx) => world.use(ReleaseStockUseCase).run(tx, input)); return true; }))) return;
      letGo(model, { order, place }, { units: part, into });
    },
  },
  handOver: {
    can: (model) => model.keepingPlain().length > 0,
    async run(scene) {
      const { model, world, dice: { units, pick } } = scene;
      const { order, place, units: most } = picked(model.keepingPlain(), pick);
      const part = Math.min(units, most);
      const input = { orderId: order.orderId, locationId: model.locationIds[place] as string, lines: [{ orderLineId: order.orderLineId, quantityMilli: part * MILLI }], causeId: newId(), actor: tester, occurredAt: now() };
      if (!(await actOnce(scene, async () => { await world.transactions.write((tx) => world.use(FulfilStockUseCase).run(tx, input)); return true; }))) return;
      model.at({ variant: order.variant, place }).committed -= part;
      order.kept[place] = most - part;
    },
  },
  reroute: {
    can: (model) => model.keepingPlain().length > 0,
    async run(scene) {
      const { model, world, dice: { units, pick } } = scene;
      const { order, place, units: most } = picked(model.keepingPlain(), pick);
      const part = Math.min(units, most);
      const fromReason = picked([null, null, 'quality_control', 'shrink'] as const, pick);
      const [here, there] = [{ variant: order.variant, place }, { variant: order.variant, place: 1 - place }];
      const isThere = model.at(there).sellable >= part;
      const input = { orderLineId: order.orderLineId, quantityMilli: part * MILLI, fromLocationId: model.where(here).locationId, toLocationId: model.where(there).locationId, fromReason, actor: tester };
      const answer = await actOnce(scene, () => world.transactions.run((tx) => world.use(MoveReservationUseCase).run(tx, input)));
      if (answer === null) return;
      expect(answer.ok).toBe(isThere);
      if (!isThere) return;
      letGo(model, { order, place }, { units: part, into: fromReason ?? 'sellable' });
      model.at(there).sellable -= part;
      model.at(there).committed += part;
      order.kept[1 - place] = (order.kept[1 - place] ?? 0) + part;
    },
  },
};

function newOrder({ variant, place }: At, units: number, orderId: string = newId()): Order {
  return { orderId, orderLineId: newId(), variant, kept: place === 0 ? [units, 0] : [0, units] };
}

/** What the lines of one order want, where they say that it is kept. */
export function reservation(model: Model, lines: readonly Order[]) {
  return {
    orderId: lines[0]?.orderId as string, actor: tester, occurredAt: now(),
    lines: lines.flatMap(({ orderLineId, variant, kept }) => kept.flatMap((units, place) => (units > 0 ? [{ ...model.where({ variant, place }), orderLineId, quantityMilli: units * MILLI }] : []))),
  };
}

/** What the order wants was free, and is kept for it now. */
export function keep(model: Model, order: Order): void {
  for (const [place, units] of order.kept.entries()) {
    model.at({ variant: order.variant, place }).sellable -= units;
    model.at({ variant: order.variant, place }).committed += units;
  }
  model.orders.push(order);
}

function letGo(model: Model, { order, place }: { order: Order; place: number }, { units, into }: { units: number; into: 'sellable' | 'quality_control' | 'shrink' }): void {
  const at = { variant: order.variant, place };
  model.at(at).committed -= units;
  if (into !== 'shrink') model.at(at)[into] += units;
  if (into === 'quality_control') model.noteMissing(at, units);
  order.kept[place] = (order.kept[place] ?? 0) - units;
}
