import { newId } from '@oneshelf/platform';
import { HoldStockUseCase } from '../hold-stock/hold-stock.use-case';
import { ReserveStockUseCase } from '../reserve-stock/reserve-stock.use-case';
import type { At } from './at';
import { act, type Command, picked, type Scene } from './command';
import { MILLI } from './milli';
import type { HoldRow, Model, Order } from './model';
import { keep, reservation } from './order-commands';

const FOR = 'web';

/** Checkouts hold units for a while; holds end, run out, take the place of others, and become orders. */
export const holdCommands: Record<string, Command> = {
  hold: {
    run: (scene) => hold(scene, [scene.dice]),
  },
  holdTwo: {
    run: (scene) => hold(scene, [scene.dice, { ...scene.dice, variant: 1 - scene.dice.variant }]),
  },
  letGo: {
    can: (model) => model.holds.length > 0,
    async run(scene) {
      const { model, world, dice: { pick } } = scene;
      const { holdId } = picked(model.holds, pick);
      if (await act(scene, async () => { await world.use(HoldStockUseCase).end(holdId); return true; })) model.freeHolds((row) => row.holdId === holdId);
    },
  },
  runOut: {
    can: (model) => model.holds.length > 0,
    async run({ model, world, dice: { pick } }) {
      const { holdId } = picked(model.holds, pick);
      await world.database.updateTable('stock_hold').set({ expires_at: new Date(Date.now() - 1000) }).where('id', '=', holdId).execute();
      for (const row of model.holds.filter((one) => one.holdId === holdId)) row.isOver = true;
    },
  },
  sweepHolds: {
    can: (model) => model.holds.some((row) => row.isOver),
    async run(scene) {
      const { model, world } = scene;
      if ((await act(scene, () => world.use(HoldStockUseCase).sweep())) !== null) model.freeHolds((row) => row.isOver);
    },
  },
  replaceHold: {
    can: (model) => model.holds.length > 0,
    async run(scene) {
      const { model, world, dice: { pick, units } } = scene;
      const { holdId, variant, place, isOver } = picked(model.holds, pick);
      // Where nothing is left of the old hold but what ran out, its own time counts; the other case is the plain hold's.
      if (isOver) return;
      const at = { variant, place };
      const own = model.holds.filter((row) => row.holdId === holdId);
      const brought = own.filter((row) => row.variant === variant && row.place === place).reduce((sum, row) => sum + row.units, 0);
      const input = { ...request(model, [{ ...at, units }]), replaces: { holdId, heldFor: FOR } };
      const answer = await act(scene, () => world.use(HoldStockUseCase).run(input));
      if (answer === null) return;
      const isThere = model.at(at).sellable + brought >= units;
      if (!isThere) makeRoom(model, [at]);
      const isThereNow = model.at(at).sellable + brought >= units;
      expect(answer.ok).toBe(isThereNow);
      // What is replaced ends, kept or not.
      model.freeHolds((row) => row.holdId === holdId);
      if (!isThereNow) return;
      take(model, input.holdId, [{ ...at, units }]);
      askedAgain(scene, [{ ...at, units }]);
    },
  },
  buyHeld: {
    can: (model) => model.holds.length > 0,
    async run(scene) {
      const { model, world, dice: { pick } } = scene;
      const { holdId } = picked(model.holds, pick);
      const rows = model.holds.filter((row) => row.holdId === holdId);
      const orderId = newId();
      const lines = rows.map(({ variant, place, units }): Order => ({ orderId, orderLineId: newId(), variant, kept: place === 0 ? [units, 0] : [0, units] }));
      // A counter may have sold what is held, too: then an order gets what would be sellable without the hold.
      const isThere = rows.every((row) => model.at(row).sellable >= 0);
      const answer = await act(scene, () => world.transactions.run(async (tx) => {
        await world.use(HoldStockUseCase).handOver(tx, holdId, rows.map((row) => model.where(row)));
        return world.use(ReserveStockUseCase).run(tx, reservation(model, lines));
      }));
      if (answer === null) return;
      expect(answer.ok).toBe(isThere);
      if (!isThere) return;
      model.freeHolds((row) => row.holdId === holdId);
      for (const line of lines) keep(model, line);
    },
  },
};

interface Wish extends At { units: number }

async function hold(scene: Scene, wishes: readonly Wish[]): Promise<void> {
  const { model, world } = scene;
  const input = request(model, wishes);
  const answer = await act(scene, () => world.use(HoldStockUseCase).run(input));
  if (answer === null) return;
  const isThere = () => wishes.every((wish) => model.at(wish).sellable >= wish.units);
  if (!isThere()) makeRoom(model, wishes);
  expect(answer.ok).toBe(isThere());
  if (!answer.ok) return;
  take(model, input.holdId, wishes);
  askedAgain(scene, wishes);
}

const request = (model: Model, wishes: readonly Wish[]) => ({
  holdId: newId(), mode: 'all' as const, heldFor: FOR, minutes: 10, now: new Date(),
  lines: wishes.map((wish, index) => ({ ...model.where(wish), lineId: String(index), quantityMilli: wish.units * MILLI })),
});

/** Where something is short, what has run out there makes room at once. */
const makeRoom = (model: Model, places: readonly At[]): void =>
  model.freeHolds((row: HoldRow) => row.isOver && places.some(({ variant, place }) => row.variant === variant && row.place === place));

/** Who asks twice gets the first answer; but the second asking, too, ends what has run out where nothing more is free. */
function askedAgain({ model, dice: { fate } }: Scene, wishes: readonly Wish[]): void {
  if (fate === 'twice' && !wishes.every((wish) => model.at(wish).sellable >= wish.units)) makeRoom(model, wishes);
}

function take(model: Model, holdId: string, wishes: readonly Wish[]): void {
  for (const [index, { variant, place, units }] of wishes.entries()) {
    model.at({ variant, place }).sellable -= units;
    model.at({ variant, place }).held += units;
    model.holds.push({ holdId, lineId: String(index), variant, place, units, isOver: false });
  }
}
