import { handBuckets, type HandBucket } from '@oneshelf/domain-inventory';
import { newId } from '@oneshelf/platform';
import { AdjustStockUseCase } from '../adjust-stock/adjust-stock.use-case';
import { CorrectStockUseCase } from '../corrections/correct-stock.use-case';
import { DecideCorrectionUseCase } from '../corrections/decide-correction.use-case';
import { ReceiveStockUseCase } from '../receive-stock/receive-stock.use-case';
import { ReturnStockUseCase } from '../return-stock/return-stock.use-case';
import { SellAtCounterUseCase } from '../sell-at-counter/sell-at-counter.use-case';
import { tester } from '../testing';
import { act, actOnce, type Command, now, picked } from './command';
import { MILLI } from './milli';

/** Goods come, are sold over a counter, come back, and are put right by hand. */
export const shelfCommands: Record<string, Command> = {
  receive: {
    async run(scene) {
      const { model, world, dice: { pick, ...at } } = scene;
      const units = at.units * 3;
      const bucket = picked(['sellable', 'sellable', 'sellable', 'sellable', 'quality_control', 'damaged'] as const, pick);
      const { variantId, locationId } = model.where(at);
      const input = { receiptId: newId(), locationId, lines: [{ variantId, bucket, quantityMilli: units * MILLI, valueMinor: units * 450 }], actor: tester, occurredAt: now() };
      if (await act(scene, () => world.transactions.write((tx) => world.use(ReceiveStockUseCase).run(tx, input)))) model.at(at)[bucket] += units;
    },
  },
  sell: {
    async run(scene) {
      const { model, world, dice: { units, ...at } } = scene;
      const { variantId, locationId } = model.where(at);
      const input = { saleId: newId(), operationId: newId(), deviceId: null, locationId, lines: [{ variantId, quantityMilli: units * MILLI }], actor: tester, occurredAt: now() };
      if (await act(scene, () => world.transactions.write((tx) => world.use(SellAtCounterUseCase).run(tx, input)))) model.at(at).sellable -= units;
    },
  },
  writeOff: {
    async run(scene) {
      const { model, world, dice: { units, ...at } } = scene;
      const { variantId, locationId } = model.where(at);
      const level = model.at(at);
      const isThere = level.sellable >= units;
      const input = { adjustmentId: newId(), locationId, lines: [{ variantId, deltaMilli: -units * MILLI }], reason: 'broken', actor: tester, occurredAt: now() };
      const answer = await act(scene, () => world.transactions.run((tx) => world.use(AdjustStockUseCase).run(tx, input)));
      if (answer === null) return;
      expect(answer.ok).toBe(isThere);
      if (isThere) level.sellable -= units;
    },
  },
  takeBack: {
    async run(scene) {
      const { model, world, dice: { units, pick, ...at } } = scene;
      const [disposition, bucket] = picked([['resellable', 'sellable'], ['refurbish', 'refurbish'], ['quarantine', 'quarantine'], ['damaged', 'damaged']] as const, pick);
      const { variantId, locationId } = model.where(at);
      const input = { returnId: newId(), locationId, lines: [{ variantId, quantityMilli: units * MILLI, disposition }], actor: tester, occurredAt: now() };
      if (await act(scene, () => world.transactions.write((tx) => world.use(ReturnStockUseCase).run(tx, input)))) model.at(at)[bucket] += units;
    },
  },
  reclassify: {
    async run(scene) {
      const { model, world, dice: { units, pick, ...at } } = scene;
      const from = picked<HandBucket>(handBuckets, pick);
      const to = picked<HandBucket>(handBuckets.filter((bucket) => bucket !== from), Math.floor(pick / 6));
      const level = model.at(at);
      const isThere = level[from] >= units;
      const key = newId();
      const request = { kind: 'reclassify' as const, reason: 'checked' as const, moves: [{ ...model.where(at), from, to, quantityMilli: units * MILLI }] };
      const answer = await act(scene, () => world.use(CorrectStockUseCase).run(world.operations, key, request));
      if (answer === null) return;
      expect(answer.ok).toBe(isThere);
      if (!answer.ok) return;
      level[from] -= units;
      level[to] += units;
      model.corrections.push({ ...at, id: answer.value.correctionId, from, to, units, isRestatement: false });
    },
  },
  correct: {
    async run(scene) {
      const { model, world, dice: { units, pick, ...at } } = scene;
      // A sheet says what the number should have been; a correction says that goods were found or are gone.
      const kind = picked(['adjust', 'sheet'] as const, pick);
      const isFound = pick % 3 !== 0;
      const level = model.at(at);
      const isThere = isFound || level.sellable >= units;
      const key = newId();
      const request = { kind, reason: 'found' as const, moves: [{ ...model.where(at), deltaMilli: (isFound ? units : -units) * MILLI }] };
      const answer = await act(scene, () => world.use(CorrectStockUseCase).run(world.operations, key, request));
      if (answer === null) return;
      expect(answer.ok).toBe(isThere);
      if (!answer.ok) return;
      const [from, to] = isFound ? (['shrink', 'sellable'] as const) : (['sellable', 'shrink'] as const);
      level.sellable += isFound ? units : -units;
      if (kind === 'sheet') model.restate(at, isFound ? units : -units);
      model.corrections.push({ ...at, id: answer.value.correctionId, from, to, units, isRestatement: kind === 'sheet' });
    },
  },
  undo: {
    can: (model) => model.corrections.length > 0,
    async run(scene) {
      const { model, world, dice: { pick } } = scene;
      const correction = picked(model.corrections, pick);
      const { id, from, to, units } = correction;
      const level = model.at(correction);
      const isThere = to === 'shrink' || level[to] >= units;
      const answer = await actOnce(scene, () => world.use(DecideCorrectionUseCase).undo({ id, actor: world.operations }));
      if (answer === null) return;
      expect(answer.ok).toBe(isThere);
      if (!answer.ok) return;
      if (to !== 'shrink') level[to] -= units;
      if (from !== 'shrink') level[from] += units;
      if (correction.isRestatement) model.restate(correction, to === 'sellable' ? -units : units);
      model.corrections.splice(model.corrections.indexOf(correction), 1);
    },
  },
};
