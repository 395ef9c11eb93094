import { newId } from '@oneshelf/platform';
import { AssembleKitUseCase } from '../bundles/assemble-kit.use-case';
import { FulfilStockUseCase } from '../fulfil-stock/fulfil-stock.use-case';
import { ReserveStockUseCase } from '../reserve-stock/reserve-stock.use-case';
import { SellAtCounterUseCase } from '../sell-at-counter/sell-at-counter.use-case';
import { tester } from '../testing';
import type { At } from './at';
import { act, actOnce, type Command, now, picked, type Scene } from './command';
import { MILLI } from './milli';
import { BUNDLE, KIT, KIT_OF, type Model } from './model';

/** Bundles keep and sell their components; kits are packed from them and taken apart. */
export const bundleCommands: Record<string, Command> = {
  orderBundle: {
    async run(scene) {
      const { model, world, dice: { units, place } } = scene;
      const [orderId, orderLineId] = [newId(), newId()];
      const wanted = BUNDLE.map(({ variant, each }) => ({ variant, units: each * units }));
      const isThere = wanted.every((one) => model.at({ variant: one.variant, place }).sellable >= one.units);
      const input = { orderId, actor: tester, occurredAt: now(), lines: [{ orderLineId, variantId: model.bundleId, locationId: model.locationIds[place] as string, quantityMilli: units * MILLI }] };
      const answer = await act(scene, () => world.transactions.run((tx) => world.use(ReserveStockUseCase).run(tx, input)));
      if (answer === null) return;
      expect(answer.ok).toBe(isThere);
      if (!isThere) return;
      for (const one of wanted) {
        model.at({ variant: one.variant, place }).sellable -= one.units;
        model.at({ variant: one.variant, place }).committed += one.units;
        model.orders.push({ orderId, orderLineId, variant: one.variant, kept: place === 0 ? [one.units, 0] : [0, one.units], isOfBundle: true });
      }
    },
  },
  sellBundle: {
    async run(scene) {
      const { model, world, dice: { units, place } } = scene;
      const input = { saleId: newId(), operationId: newId(), deviceId: null, locationId: model.locationIds[place] as string, lines: [{ variantId: model.bundleId, quantityMilli: units * MILLI }], actor: tester, occurredAt: now() };
      if (!(await act(scene, () => world.transactions.write((tx) => world.use(SellAtCounterUseCase).run(tx, input))))) return;
      for (const { variant, each } of BUNDLE) model.at({ variant, place }).sellable -= each * units;
    },
  },
  handOverBundle: {
    can: (model) => ofBundles(model).length > 0,
    async run(scene) {
      const { model, world, dice: { units, pick } } = scene;
      const { order: { orderId, orderLineId }, place } = picked(ofBundles(model), pick);
      const rows = ofBundles(model).filter((one) => one.order.orderLineId === orderLineId);
      const most = Math.min(...rows.map((one) => one.units / eachOf(one.order.variant)));
      const part = Math.min(units, most);
      const input = { orderId, locationId: model.locationIds[place] as string, lines: [{ orderLineId, quantityMilli: part * MILLI }], causeId: newId(), actor: tester, occurredAt: now() };
      if (!(await actOnce(scene, async () => { await world.transactions.write((tx) => world.use(FulfilStockUseCase).run(tx, input)); return true; }))) return;
      for (const { order } of rows) {
        model.at({ variant: order.variant, place }).committed -= part * eachOf(order.variant);
        order.kept[place] = (order.kept[place] ?? 0) - part * eachOf(order.variant);
      }
    },
  },
  pack: { run: (scene) => assemble(scene, 'pack') },
  unpack: { run: (scene) => assemble(scene, 'unpack') },
};

const ofBundles = (model: Model) => model.keeping().filter(({ order }) => order.isOfBundle);
const eachOf = (variant: number): number => BUNDLE.find((one) => one.variant === variant)?.each ?? 0;

/** All components or none, all kits or none. */
async function assemble(scene: Scene, kind: 'pack' | 'unpack'): Promise<void> {
  const { model, world, dice: { units, place } } = scene;
  const leaving: (At & { units: number })[] = kind === 'pack' ? KIT_OF.map(({ variant, each }) => ({ variant, place, units: each * units })) : [{ variant: KIT, place, units }];
  const isThere = leaving.every((one) => model.at(one).sellable >= one.units);
  const key = newId();
  const answer = await act(scene, () => world.use(AssembleKitUseCase).run(world.operations, key, { variantId: model.variantIds[KIT] as string, locationId: model.locationIds[place] as string, act: kind, quantityMilli: units * MILLI }));
  if (answer === null) return;
  expect(answer.ok).toBe(isThere);
  if (!isThere) return;
  const sign = kind === 'pack' ? 1 : -1;
  for (const { variant, each } of KIT_OF) model.at({ variant, place }).sellable -= sign * each * units;
  model.at({ variant: KIT, place }).sellable += sign * units;
}
