import { newId } from '@oneshelf/platform';
import { KeepPromisesUseCase } from '../promise-stock/keep-promises.use-case';
import { PromiseRepository } from '../promise-stock/promise.repository';
import { PromiseStockUseCase } from '../promise-stock/promise-stock.use-case';
import { ReleaseStockUseCase } from '../release-stock/release-stock.use-case';
import { tester } from '../testing';
import { act, actOnce, type Command, now, picked, type Scene } from './command';
import { MILLI } from './milli';
import { CHANNEL } from './world';

/** Units are sold before they are there, up to a limit, and kept in the order of the promises as goods come. */
export const promiseCommands: Record<string, Command> = {
  setPolicy: {
    can: (model, { variant, pick }) => model.limits[variant] === undefined || pick % 4 === 0,
    async run(scene) {
      const { model, world, dice: { variant, pick } } = scene;
      const limit = 6 + (pick % 12);
      const policy = { channelCode: null, kind: picked(['backorder', 'preorder'] as const, pick), limitMilli: limit * MILLI, availableOn: '2099-01-01' };
      const isSet = await act(scene, async () => { await world.transactions.write((tx) => world.use(PromiseRepository).setPolicy(tx, model.variantIds[variant] as string, policy)); return true; });
      if (isSet) model.limits[variant] = limit;
    },
  },
  promise: {
    can: (model, { variant }) => model.limits[variant] !== undefined,
    async run(scene) {
      const { model, world, dice: { variant, units } } = scene;
      const variantId = model.variantIds[variant] as string;
      const promised = model.promises.filter((one) => one.variant === variant).reduce((sum, one) => sum + one.units, 0);
      const isRoom = promised + units <= (model.limits[variant] ?? 0);
      const offer = (await world.use(PromiseStockUseCase).offers({ channelCode: CHANNEL, missing: [{ variantId, quantityMilli: units * MILLI }], otherwise: 'stop' })).get(variantId);
      expect(offer !== undefined).toBe(isRoom);
      const order = { orderId: newId(), orderLineId: newId(), variantId };
      // Somebody who has an old offer still asks: the limit is held when it is made.
      const made = await actOnce(scene, () => world.transactions.run((tx) => world.use(PromiseStockUseCase).make(tx, [{ ...order, channelCode: CHANNEL, policyChannel: '', kind: 'backorder', quantityMilli: units * MILLI, expectedOn: null }])));
      if (made === null) return;
      expect(made.ok).toBe(isRoom);
      if (isRoom) model.promises.push({ ...order, variant, units, isLimited: true });
    },
  },
  keepPromises: {
    can: (model) => model.promises.length > 0,
    async run(scene) {
      const { model, world } = scene;
      const isDone = await act(scene, async () => { await world.transactions.write((tx) => world.use(KeepPromisesUseCase).run(tx, [...model.variantIds], now())); return true; });
      if (!isDone) return;
      for (const variant of model.variantIds.keys()) await keepInOrder(scene, variant);
    },
  },
  dropPromise: {
    can: (model) => model.promises.length > 0,
    async run(scene) {
      const { model, world, dice: { pick } } = scene;
      const { orderId } = picked(model.promises, pick);
      const isDone = await act(scene, async () => {
        await world.transactions.write((tx) => world.use(PromiseStockUseCase).drop(tx, orderId, () => world.use(ReleaseStockUseCase).run(tx, { orderId, reason: 'cancelled', actor: tester })));
        return true;
      });
      if (!isDone) return;
      model.promises.splice(model.promises.findIndex((one) => one.orderId === orderId), 1);
      for (const { order, place, units } of model.keeping().filter((one) => one.order.orderId === orderId)) {
        model.at({ variant: order.variant, place }).committed -= units;
        model.at({ variant: order.variant, place }).sellable += units;
        order.kept[place] = 0;
      }
    },
  },
};

/** First promised, first kept, out of all that is free anywhere. Which place serves is the server's to say, as long as it has them. */
async function keepInOrder({ model, world }: Scene, variant: number): Promise<void> {
  let free = model.locationIds.reduce((sum, _, place) => sum + Math.max(0, model.at({ variant, place }).sellable), 0);
  for (const promise of model.promises.filter((one) => one.variant === variant)) {
    const kept = Math.min(free, promise.units);
    free -= kept;
    const rows = await world.database.selectFrom('reservation').select(['location_id', 'quantity_milli']).where('order_line_id', '=', promise.orderLineId).execute();
    const order = model.orders.find((one) => one.orderLineId === promise.orderLineId) ?? { ...promise, kept: [0, 0] };
    const more = model.locationIds.map((locationId, place) => (rows.find((row) => row.location_id === locationId)?.quantity_milli ?? 0) / MILLI - (order.kept[place] ?? 0));
    expect(more.reduce((sum, units) => sum + units, 0)).toBe(kept);
    for (const [place, units] of more.entries()) {
      expect(units).toBeLessThanOrEqual(Math.max(0, model.at({ variant, place }).sellable));
      model.at({ variant, place }).sellable -= units;
      model.at({ variant, place }).committed += units;
      order.kept[place] = (order.kept[place] ?? 0) + units;
    }
    if (!model.orders.includes(order)) model.orders.push(order);
    promise.units -= kept;
  }
  model.promises.splice(0, model.promises.length, ...model.promises.filter((one) => one.units > 0));
}
