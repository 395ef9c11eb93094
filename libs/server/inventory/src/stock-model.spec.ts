import { breachesOf } from '@oneshelf/domain-inventory';
import { newId, type Tx } from '@oneshelf/platform';
import { createTestDatabase, type TestDatabase } from '@oneshelf/platform/testing';
import * as fc from 'fast-check';
import { HoldQueue } from './hold-stock/hold-queue';
import { HoldStockUseCase } from './hold-stock/hold-stock.use-case';
import { StockHoldRepository } from './hold-stock/stock-hold.repository';
import { AT, stockUseCases, tester, unexplainedLevels } from './testing';
import { WatchedLevelsQuery } from './watch-stock/watched-levels.query';

/** `npm run model -- 100000` sets it; the suite's own runs are short. */
const OPERATIONS = Number(process.env['MODEL_OPERATIONS'] ?? 800);
const PER_HISTORY = 60;

let test: TestDatabase;
const stock = stockUseCases();
const holds = new StockHoldRepository();
const common = { actor: tester, occurredAt: AT };

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

interface Level { sellable: number; held: number; committed: number; refurbish: number; quarantine: number; damaged: number }
interface Order { orderId: string; orderLineId: string; variant: number; kept: number[] }
interface Hold { holdId: string; variant: number; place: number; units: number }

/** The same rules in memory, as plainly as they can be said. */
class Model {
  readonly variantIds = [newId(), newId()];
  readonly locationIds = [newId(), newId()];
  readonly levels = this.variantIds.map(() => this.locationIds.map((): Level => ({ sellable: 0, held: 0, committed: 0, refurbish: 0, quarantine: 0, damaged: 0 })));
  readonly orders: Order[] = [];
  readonly holds: Hold[] = [];

  at(variant: number, place: number): Level {
    return this.levels[variant]?.[place] as Level;
  }

  /** Where something is, as the house writes it. */
  where({ variant, place }: { variant: number; place: number }) {
    return { variantId: this.variantIds[variant] as string, locationId: this.locationIds[place] as string };
  }
}

/** What a command is about; each takes of it what it needs. */
interface Dice { variant: number; place: number; units: number; pick: number; fate: 'once' | 'twice' | 'crash' }
interface Command {
  can?(model: Model, dice: Dice): boolean;
  run(model: Model, dice: Dice): Promise<void>;
}

class Crash extends Error {}

/** The process dies after the statements and before the commit: nothing of it may stay. Twice: the sender sends it again. */
async function happen(fate: Dice['fate'], work: (tx: Tx) => Promise<unknown>): Promise<boolean> {
  if (fate !== 'crash') {
    await test.transactions.write(work);
    if (fate === 'twice') await test.transactions.write(work);
    return true;
  }
  await expect(test.transactions.write(async (tx) => { await work(tx); throw new Crash(); })).rejects.toThrow(Crash);
  return false;
}
const once = (fate: Dice['fate']): Dice['fate'] => (fate === 'twice' ? 'once' : fate);
const picked = <Item>(items: readonly Item[], pick: number): Item => items[pick % items.length] as Item;
/** An order that keeps something somewhere, and where. */
const keeping = (model: Model) => model.orders.flatMap((order) => order.kept.flatMap((units, place) => (units > 0 ? [{ order, place, units }] : [])));

const commands: Record<string, Command> = {
  receive: {
    async run(model, { units, fate, ...at }) {
      const { variantId, locationId } = model.where(at);
      const input = { ...common, adjustmentId: newId(), locationId, lines: [{ variantId, deltaMilli: units * 1000 }], reason: 'came', causeKind: 'receipt' as const };
      if (await happen(fate, (tx) => stock.adjust.run(tx, input))) model.at(at.variant, at.place).sellable += units;
    },
  },
  sell: {
    async run(model, { units, fate, ...at }) {
      const { variantId, locationId } = model.where(at);
      const input = { ...common, saleId: newId(), operationId: newId(), deviceId: null, locationId, lines: [{ variantId, quantityMilli: units * 1000 }] };
      if (await happen(fate, (tx) => stock.sell.run(tx, input))) model.at(at.variant, at.place).sellable -= units;
    },
  },
  writeOff: {
    async run(model, { units, fate, ...at }) {
      const { variantId, locationId } = model.where(at);
      const input = { ...common, adjustmentId: newId(), locationId, lines: [{ variantId, deltaMilli: -units * 1000 }], reason: 'broken' };
      const level = model.at(at.variant, at.place);
      const isThere = level.sellable >= units;
      if (await happen(fate, async (tx) => expect((await stock.adjust.run(tx, input)).ok).toBe(isThere)) && isThere) level.sellable -= units;
    },
  },
  takeBack: {
    async run(model, { units, fate, pick, ...at }) {
      const [disposition, bucket] = picked([['resellable', 'sellable'], ['refurbish', 'refurbish'], ['quarantine', 'quarantine'], ['damaged', 'damaged']] as const, pick);
      const { variantId, locationId } = model.where(at);
      const input = { ...common, returnId: newId(), locationId, lines: [{ variantId, quantityMilli: units * 1000, disposition }] };
      if (await happen(fate, (tx) => stock.takeBack.run(tx, input))) model.at(at.variant, at.place)[bucket] += units;
    },
  },
  order: {
    async run(model, { units, fate, ...at }) {
      const order: Order = { orderId: newId(), orderLineId: newId(), variant: at.variant, kept: [0, 0] };
      const level = model.at(at.variant, at.place);
      const isThere = level.sellable >= units;
      const input = { ...common, orderId: order.orderId, lines: [{ ...model.where(at), orderLineId: order.orderLineId, quantityMilli: units * 1000 }] };
      const isKept = await happen(fate, async (tx) => expect((await stock.reserve.run(tx, input)).ok).toBe(isThere));
      if (!isKept || !isThere) return;
      level.sellable -= units;
      level.committed += units;
      order.kept[at.place] = units;
      model.orders.push(order);
    },
  },
  rush: {
    async run(model, { units, ...at }) {
      const level = model.at(at.variant, at.place);
      const orders = Array.from({ length: 4 }, (): Order => ({ orderId: newId(), orderLineId: newId(), variant: at.variant, kept: at.place === 0 ? [units, 0] : [0, units] }));
      const results = await Promise.all(orders.map((order) => test.transactions.run((tx) => stock.reserve.run(tx, { ...common, orderId: order.orderId, lines: [{ ...model.where(at), orderLineId: order.orderLineId, quantityMilli: units * 1000 }] }))));
      const kept = orders.filter((_, index) => results[index]?.ok);
      expect(kept).toHaveLength(Math.min(4, Math.max(0, Math.floor(level.sellable / units))));
      level.sellable -= kept.length * units;
      level.committed += kept.length * units;
      model.orders.push(...kept);
    },
  },
  cancel: {
    can: (model) => keeping(model).length > 0,
    async run(model, { units, fate, pick }) {
      const { order, place, units: most } = picked(keeping(model), pick);
      const part = Math.min(units, most);
      const input = { ...common, orderId: order.orderId, lines: [{ orderLineId: order.orderLineId, locationId: model.where({ variant: order.variant, place }).locationId, quantityMilli: part * 1000 }], reason: 'cancelled' };
      if (!(await happen(once(fate), (tx) => stock.release.run(tx, input)))) return;
      model.at(order.variant, place).committed -= part;
      model.at(order.variant, place).sellable += part;
      order.kept[place] = most - part;
    },
  },
  handOver: {
    can: (model) => keeping(model).length > 0,
    async run(model, { units, fate, pick }) {
      const { order, place, units: most } = picked(keeping(model), pick);
      const part = Math.min(units, most);
      const input = { ...common, orderId: order.orderId, locationId: model.where({ variant: order.variant, place }).locationId, lines: [{ orderLineId: order.orderLineId, quantityMilli: part * 1000 }], causeId: newId() };
      if (!(await happen(once(fate), (tx) => stock.fulfil.run(tx, input)))) return;
      model.at(order.variant, place).committed -= part;
      order.kept[place] = most - part;
    },
  },
  reroute: {
    can: (model) => keeping(model).length > 0,
    async run(model, { units, fate, pick }) {
      const { order, place, units: most } = picked(keeping(model), pick);
      const part = Math.min(units, most);
      const [here, there] = [model.at(order.variant, place), model.at(order.variant, 1 - place)];
      const isThere = there.sellable >= part;
      const input = { ...common, orderLineId: order.orderLineId, quantityMilli: part * 1000, fromLocationId: model.where({ variant: order.variant, place }).locationId, toLocationId: model.where({ variant: order.variant, place: 1 - place }).locationId };
      const isMoved = await happen(once(fate), async (tx) => expect((await stock.moveReservation.run(tx, input)).ok).toBe(isThere));
      if (!isMoved || !isThere) return;
      [here.committed, here.sellable, there.committed, there.sellable] = [here.committed - part, here.sellable + part, there.committed + part, there.sellable - part];
      order.kept[place] = most - part;
      order.kept[1 - place] = (order.kept[1 - place] ?? 0) + part;
    },
  },
  hold: {
    async run(model, { units, fate, ...at }) {
      const use = new HoldStockUseCase(new HoldQueue(test.transactions, holds), holds, test.transactions, test.database);
      const input = { holdId: newId(), lines: [{ lineId: 'a', ...model.where(at), quantityMilli: units * 1000 }], mode: 'all' as const, heldFor: 'web', minutes: 10, now: new Date() };
      const level = model.at(at.variant, at.place);
      const isThere = level.sellable >= units;
      expect((await use.run(input)).ok).toBe(isThere);
      if (!isThere) return;
      if (fate === 'twice') expect((await use.run(input)).ok).toBe(true);
      level.sellable -= units;
      level.held += units;
      model.holds.push({ holdId: input.holdId, variant: at.variant, place: at.place, units });
    },
  },
  letGo: {
    can: (model) => model.holds.length > 0,
    async run(model, { pick, fate }) {
      const hold = picked(model.holds, pick);
      const use = new HoldStockUseCase(new HoldQueue(test.transactions, holds), holds, test.transactions, test.database);
      // Half of them by themselves: their time is over, and the sweep finds them.
      if (fate === 'once') await use.end(hold.holdId);
      else await test.database.updateTable('stock_hold').set({ expires_at: new Date(Date.now() - 1000) }).where('id', '=', hold.holdId).execute();
      if (fate !== 'once') await use.sweep();
      model.at(hold.variant, hold.place).held -= hold.units;
      model.at(hold.variant, hold.place).sellable += hold.units;
      model.holds.splice(model.holds.indexOf(hold), 1);
    },
  },
};

class Step implements fc.AsyncCommand<Model, null> {
  constructor(private readonly name: string, private readonly dice: Dice) {}
  check(model: Readonly<Model>): boolean {
    return commands[this.name]?.can?.(model, this.dice) ?? true;
  }
  async run(model: Model): Promise<void> {
    await commands[this.name]?.run(model, this.dice);
    operations += 1;
  }
  toString(): string {
    return `${this.name}(${JSON.stringify(this.dice)})`;
  }
}
let operations = 0;

const dice: fc.Arbitrary<Dice> = fc.record({ variant: fc.nat(1), place: fc.nat(1), units: fc.integer({ min: 1, max: 6 }), pick: fc.nat(40), fate: fc.constantFrom('once', 'once', 'twice', 'crash') });
/** Goods come more often than they go, or there would be little to promise. */
const names = ['receive', 'receive', 'order', ...Object.keys(commands)];
const steps = names.map((name) => dice.map((thrown) => new Step(name, thrown)));

/** Every number of the database beside the model's, every level beside its movements, holds and reservations. */
async function compare(model: Model): Promise<void> {
  const places = model.variantIds.flatMap((_, variant) => model.locationIds.map((__, place) => ({ variant, place })));
  const watched = await new WatchedLevelsQuery().at(test.database, places.map((at) => model.where(at)));
  for (const { variant, place } of places) {
    const { variantId, locationId } = model.where({ variant, place });
    const found = watched.find((one) => one.variantId === variantId && one.locationId === locationId);
    const { held, ...level } = model.at(variant, place);
    const inMilli = Object.fromEntries(Object.entries(level).map(([bucket, units]) => [bucket, units * 1000]));
    expect({ ...found?.level, heldMilli: found?.heldMilli }).toEqual({ ...inMilli, allotted: 0, safety: 0, quality_control: 0, override: Math.max(0, -level.sellable) * 1000, heldMilli: held * 1000 });
    expect(found && breachesOf(found)).toEqual([]);
  }
  const reserved = await test.database.selectFrom('reservation').select(['order_line_id', 'location_id', 'quantity_milli']).where('variant_id', 'in', model.variantIds).execute();
  expect(new Map(reserved.map((row) => [`${row.order_line_id} ${row.location_id}`, row.quantity_milli]))).toEqual(
    new Map(keeping(model).map(({ order, place, units }) => [`${order.orderLineId} ${model.where({ variant: order.variant, place }).locationId}`, units * 1000])));
}

it('[L-16] [L-22] [L-26] [L-29] [L-54] whatever happens in whatever order, twice, at once or cut off before its commit: levels are what the model says, and their movements, holds and reservations explain them', async () => {
  const history = fc.commands(steps, { maxCommands: PER_HISTORY, size: 'max' });
  const histories = Math.ceil(OPERATIONS / (PER_HISTORY / 2));
  await fc.assert(fc.asyncProperty(history, async (given) => {
    let model = new Model();
    await fc.asyncModelRun(() => ({ model: (model = new Model()), real: null }), given);
    await compare(model);
  }), { numRuns: histories });
  console.log(`${operations} operations in ${histories} histories`);
  expect(await unexplainedLevels(test)).toEqual([]);
}, OPERATIONS * 60 + 30_000);
