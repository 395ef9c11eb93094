import { newId } from '@oneshelf/platform';
import { ReceiveStockUseCase } from '../receive-stock/receive-stock.use-case';
import { ReturnStockUseCase } from '../return-stock/return-stock.use-case';
import { SellAtCounterUseCase } from '../sell-at-counter/sell-at-counter.use-case';
import { tester } from '../testing';
import { act, type Command, now, type Scene } from './command';
import { MILLI } from './milli';
import type { Model } from './model';
import type { PieceAt, SerialModel } from './serial-model';

const SERIALS = 8;
const serialOf = (pick: number): string => `S${pick % SERIALS}`;
/** Pieces of a shelf whose serials nobody wrote down. */
const unnamed = ({ levels, pieces }: SerialModel, place: number): number => (levels[place] ?? 0) - [...pieces.values()].filter((at) => at.state === 'shelf' && at.place === place).length;

/** Pieces that are told apart come, are sold, also where they are not believed to be, and come back. */
export const serialCommands: Record<string, Command> = {
  receivePiece: {
    async run(scene) {
      const { model: { traced: { serials }, locationIds }, world, dice: { pick, place } } = scene;
      const serial = serialOf(pick);
      const receiptId = newId();
      const isNew = !serials.pieces.has(serial);
      const answer = await act(scene, () => world.transactions.run((tx) => world.use(ReceiveStockUseCase).run(tx, { receiptId, locationId: locationIds[place] as string, lines: [{ variantId: serials.variantId, bucket: 'sellable', quantityMilli: MILLI, valueMinor: 100, serials: [serial] }], actor: tester, occurredAt: now() })));
      if (answer === null) return;
      expect(answer.ok).toBe(isNew);
      if (isNew) put(scene, { serial, at: { state: 'shelf', place } }, 1);
    },
  },
  sellPiece: {
    async run(scene) {
      const { model: { traced: { serials } }, dice: { pick, place } } = scene;
      const serial = serialOf(pick);
      const at = serials.pieces.get(serial);
      const isThere = at ? at.state === 'shelf' && at.place === place : unnamed(serials, place) > 0;
      const sold = await sell(scene, [serial]);
      if (sold === null) return;
      expect(sold.elsewhere.map((one) => [one.serialNumber, one.believed?.state])).toEqual(isThere ? [] : [[serial, at?.state]]);
      put(scene, { serial, at: { state: 'customer', place } }, -1);
    },
  },
  sellUnread: {
    async run(scene) {
      const { model: { traced: { serials } }, dice: { place } } = scene;
      if ((await sell(scene, [])) !== null) serials.levels[place] = (serials.levels[place] ?? 0) - 1;
    },
  },
  takeBackPiece: {
    async run(scene) {
      const { model: { traced: { serials }, locationIds }, world, dice: { pick, place } } = scene;
      const serial = serialOf(pick);
      const isOut = serials.pieces.get(serial)?.state !== 'shelf';
      const input = { returnId: newId(), locationId: locationIds[place] as string, lines: [{ variantId: serials.variantId, quantityMilli: MILLI, disposition: 'resellable' as const, serials: [serial] }], actor: tester, occurredAt: now() };
      const answer = await act(scene, () => world.transactions.run((tx) => world.use(ReturnStockUseCase).run(tx, input)));
      if (answer === null) return;
      expect(answer.ok).toBe(isOut);
      if (isOut) put(scene, { serial, at: { state: 'shelf', place } }, 1);
    },
  },
};

function put({ model }: { model: Model }, { serial, at }: { serial: string; at: PieceAt }, units: 1 | -1): void {
  const { serials } = model.traced;
  serials.pieces.set(serial, at);
  serials.levels[at.place] = (serials.levels[at.place] ?? 0) + units;
}

function sell(scene: Scene, named: string[]) {
  const { model: { traced: { serials }, locationIds }, world, dice: { place } } = scene;
  const input = { saleId: newId(), operationId: newId(), deviceId: null, locationId: locationIds[place] as string, lines: [{ variantId: serials.variantId, quantityMilli: MILLI, serials: named }], actor: tester, occurredAt: now() };
  // Sent twice, the first answer says what was believed.
  return act(scene, () => world.transactions.write((tx) => world.use(SellAtCounterUseCase).run(tx, input)));
}
