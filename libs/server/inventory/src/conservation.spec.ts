import fc from 'fast-check';
import { newId } from '@oneshelf/platform';
import { createTestDatabase, type TestDatabase } from '@oneshelf/platform/testing';
import { AT, levelOf, stockUseCases, tester, unexplainedLevels } from './testing';

let test: TestDatabase;
const stock = stockUseCases();

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

type PlaceStep = { at: 'place'; kind: 'receive' | 'sell' | 'reserve' | 'refurbish'; place: 0 | 1; units: number };
type OrderStep = { at: 'order'; kind: 'release' | 'fulfil' | 'move'; order: number; units: number };
type Step = PlaceStep | OrderStep;

const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ at: fc.constant('place' as const), kind: fc.constantFrom('receive' as const, 'sell' as const, 'reserve' as const, 'refurbish' as const), place: fc.constantFrom(0 as const, 1 as const), units: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ at: fc.constant('order' as const), kind: fc.constantFrom('release' as const, 'fulfil' as const, 'move' as const), order: fc.nat(3), units: fc.integer({ min: 1, max: 6 }) }),
);

interface Level { sellable: number; committed: number; refurbish: number }
interface Order { orderId: string; orderLineId: string; held: [number, number] }

/** The same rules in memory, as plainly as they can be said. */
class Model {
  readonly variantId = newId();
  readonly locations = [newId(), newId()] as const;
  readonly levels: [Level, Level] = [{ sellable: 0, committed: 0, refurbish: 0 }, { sellable: 0, committed: 0, refurbish: 0 }];
  readonly orders: Order[] = [];

  line(place: 0 | 1, units: number) {
    return { variantId: this.variantId, locationId: this.locations[place], quantityMilli: units * 1000 };
  }
}

const common = { actor: tester, occurredAt: AT };

async function apply(model: Model, step: Step): Promise<void> {
  const { transactions } = test;
  if (step.at === 'order') return applyToOrder(model, step);
  const level = model.levels[step.place];
  const { locationId, ...line } = model.line(step.place, step.units);
  if (step.kind === 'receive') {
    await transactions.run((tx) => stock.adjust.run(tx, { ...common, adjustmentId: newId(), locationId, lines: [{ variantId: model.variantId, deltaMilli: step.units * 1000 }], reason: 'received', causeKind: 'receipt' }));
    level.sellable += step.units;
  } else if (step.kind === 'sell') {
    await transactions.write((tx) => stock.sell.run(tx, { ...common, saleId: newId(), operationId: newId(), deviceId: null, locationId, lines: [line] }));
    level.sellable -= step.units;
  } else if (step.kind === 'refurbish') {
    await transactions.write((tx) => stock.takeBack.run(tx, { ...common, returnId: newId(), locationId, lines: [{ ...line, disposition: 'refurbish' }] }));
    level.refurbish += step.units;
  } else {
    const order: Order = { orderId: newId(), orderLineId: newId(), held: [0, 0] };
    const result = await transactions.run((tx) => stock.reserve.run(tx, { ...common, orderId: order.orderId, lines: [{ ...line, locationId, orderLineId: order.orderLineId }] }));
    expect(result.ok).toBe(level.sellable >= step.units);
    if (!result.ok) return;
    level.sellable -= step.units;
    level.committed += step.units;
    order.held[step.place] = step.units;
    model.orders.push(order);
  }
}

async function applyToOrder(model: Model, step: OrderStep): Promise<void> {
  const { transactions } = test;
  const order = model.orders[step.order];
  if (!order) return;
  const place = order.held[0] >= order.held[1] ? 0 : 1;
  const units = Math.min(step.units, order.held[place]);
  if (units === 0) return;
  const [level, other] = [model.levels[place], model.levels[1 - place] as Level];
  const [locationId, toLocationId] = [model.locations[place], model.locations[1 - place] as string];
  const line = { orderLineId: order.orderLineId, quantityMilli: units * 1000 };
  if (step.kind === 'move') {
    const result = await transactions.run((tx) => stock.moveReservation.run(tx, { ...common, ...line, fromLocationId: locationId, toLocationId }));
    expect(result.ok).toBe(other.sellable >= units);
    if (!result.ok) return;
    other.sellable -= units;
    other.committed += units;
    order.held[1 - place] = (order.held[1 - place] ?? 0) + units;
    level.sellable += units;
  } else if (step.kind === 'release') {
    await transactions.write((tx) => stock.release.run(tx, { ...common, orderId: order.orderId, lines: [{ ...line, locationId }], reason: 'cancelled' }));
    level.sellable += units;
  } else {
    await transactions.write((tx) => stock.fulfil.run(tx, { ...common, orderId: order.orderId, locationId, lines: [line], causeId: newId() }));
  }
  level.committed -= units;
  order.held[place] -= units;
}

it('[L-29] whatever happens in whatever order, levels follow the model, the movements explain them, and nothing but an override is below zero', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(steps, { minLength: 1, maxLength: 25 }), async (history) => {
      const model = new Model();
      for (const step of history) await apply(model, step);
      for (const place of [0, 1] as const) {
        const { sellable, committed, refurbish } = model.levels[place];
        const shown = await levelOf(test, { variantId: model.variantId, locationId: model.locations[place] });
        expect(shown ?? { sellable: 0, committed: 0, override: 0, refurbish: 0, quarantine: 0, damaged: 0 }).toEqual({
          sellable: sellable * 1000, committed: committed * 1000, override: Math.max(0, -sellable) * 1000, refurbish: refurbish * 1000, quarantine: 0, damaged: 0,
        });
        const held = model.orders.reduce((sum, order) => sum + order.held[place], 0);
        expect(held).toBe(committed);
      }
      const reserved = await test.database.selectFrom('reservation').select(({ fn }) => fn.sum<number>('quantity_milli').as('sum')).where('variant_id', '=', model.variantId).executeTakeFirstOrThrow();
      expect(Number(reserved.sum ?? 0)).toBe((model.levels[0].committed + model.levels[1].committed) * 1000);
    }),
    { numRuns: 40 },
  );
  expect(await unexplainedLevels(test)).toEqual([]);
});
