import { buckets, type StockNumber } from '@oneshelf/domain-inventory';
import { newId } from '@oneshelf/platform';
import { createTestDatabase, type TestDatabase } from '@oneshelf/platform/testing';
import { sql } from 'kysely';
import { CausesOfPeriodQuery } from '../explain-stock/causes-of-period.query';
import { ExplainStockQuery } from '../explain-stock/explain-stock.query';
import { StockOverTimeQuery } from '../explain-stock/stock-over-time.query';
import { foldOfBuckets } from '../fold-of-buckets';
import { CheckpointRepository } from '../keep-ledger/checkpoint.repository';
import { KeepLedgerUseCase } from '../keep-ledger/keep-ledger.use-case';
import { ListMovementsQuery } from '../show-stock/list-movements.query';
import { AT, giveStock, stockUseCases, tester } from '../testing';
import { givePastMovements, type PastMovement } from '../testing-ledger';
import { endOf, readPosition, writePosition } from './ledger-position';
import { StockAsOfQuery } from './stock-as-of.query';
import { StockNowQuery } from './stock-now.query';

let test: TestDatabase;
let asOf: StockAsOfQuery;
let explain: ExplainStockQuery;
let history: ListMovementsQuery;
const [variantId, ...places] = [newId(), newId(), newId(), newId()] as [string, ...string[]];
const numbers: StockNumber[] = ['on_hand', 'available', 'committed', 'allotted', 'unavailable'];
const clock = new Date('2026-11-20T12:00:00.000Z');

// A generator of our own, so that a failure can be repeated.
let seed = 20_261_122;
const random = (below: number): number => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return seed % below;
};
const SPAN_MS = 200 * 86_400_000;
const anyInstant = (): string => new Date(clock.getTime() - random(SPAN_MS / 1000) * 1000 - random(3)).toISOString();
const flows = [['supplier', 'sellable'], ['sellable', 'customer'], ['sellable', 'committed'], ['committed', 'customer'], ['customer', 'quarantine'], ['quarantine', 'sellable'], ['sellable', 'damaged'], ['damaged', 'shrink']] as const;

beforeAll(async () => {
  test = await createTestDatabase();
  asOf = new StockAsOfQuery(test.database);
  const now = new StockNowQuery(test.database);
  explain = new ExplainStockQuery(test.database, asOf, now, new CausesOfPeriodQuery());
  history = new ListMovementsQuery(test.database, asOf, now);
  const movements = Array.from({ length: 900 }, (): PastMovement => {
    const [from, to] = flows[random(flows.length)] ?? flows[0];
    return { variantId, locationId: places[random(places.length)] ?? '', at: anyInstant(), from, to, quantityMilli: 1000 * (1 + random(9)), causeKind: ['sale', 'order', 'receipt'][random(3)], causeId: `document-${random(150)}` };
  });
  await givePastMovements(test, movements);
  await new KeepLedgerUseCase(test.transactions, new CheckpointRepository()).run(clock);
});
afterAll(() => test.drop());

/** The fold of everything up to an instant, by the simplest SQL there is. */
async function foldUntil(at: string) {
  const { rows } = await sql<Record<string, unknown>>`SELECT m.location_id AS "locationId", ${foldOfBuckets()} FROM stock_movement m WHERE m.variant_id = ${variantId}::uuid AND m.recorded_at <= ${at}::timestamptz GROUP BY 1 ORDER BY 1`.execute(test.database);
  return new Map(rows.map((row) => [row['locationId'], buckets.map((bucket) => Number(row[`${bucket}_milli`]))]));
}

describe('INV-15 the level as of an instant', () => {
  it('is the fold of the movements until then, at any instant and place', async () => {
    expect((await test.database.selectFrom('stock_checkpoint').selectAll().execute()).length).toBeGreaterThan(10);
    for (let round = 0; round < 60; round += 1) {
      const at = round === 0 ? '2026-09-01T00:00:00.000Z' : anyInstant();
      const expected = await foldUntil(at);
      for (const level of await asOf.run({ variantId, position: endOf(at) })) {
        expect(buckets.map((bucket) => level[bucket])).toEqual(expected.get(level.locationId) ?? buckets.map(() => 0));
      }
      const [one] = await asOf.run({ variantId, locationId: places[0], position: endOf(at) });
      expect(one && buckets.map((bucket) => one[bucket])).toEqual(expected.get(places[0]) ?? buckets.map(() => 0));
    }
  });

  it('is named by a movement as well: with it, and without it', async () => {
    const { items } = await history.run(variantId, { number: 'on_hand', limit: 200 });
    for (const item of [items[3], items[120]]) {
      if (!item) throw new Error('there are as many movements');
      const position = readPosition(writePosition({ recordedAt: item.recordedAt, movementId: item.id }));
      const onHand = async (exclusive: boolean) => (await asOf.run({ variantId, position, exclusive })).reduce((sum, level) => sum + buckets.reduce((all, bucket) => all + level[bucket], 0), 0);
      expect([await onHand(false), await onHand(true)]).toEqual([item.runningMilli, (item.runningMilli ?? 0) - item.changeMilli]);
    }
  });
});

describe('the history of a number', () => {
  it('pages with one running number from the newest to the first, whatever the page\'s size', async () => {
    const runningOf = async (limit: number) => {
      const all: [string, number | null][] = [];
      for (let cursor: string | undefined; ;) {
        const page = await history.run(variantId, { number: 'available', locationId: places[1], limit, cursor });
        all.push(...page.items.map((item): [string, number | null] => [item.id, item.runningMilli]));
        if (page.nextCursor === null) return all;
        cursor = page.nextCursor;
      }
    };
    const [small, large] = [await runningOf(7), await runningOf(200)];
    expect(small).toEqual(large);
    expect(small.length).toBeGreaterThan(100);
    const first = await history.run(variantId, { number: 'available', locationId: places[1], limit: 1, cursor: writePosition({ recordedAt: '2020-01-01T00:00:00.000Z', movementId: newId() }) });
    expect(first).toEqual({ items: [], nextCursor: null });
  });

  it('of one cause says no number after each, because others are left out', async () => {
    const { items } = await history.run(variantId, { number: 'on_hand', cause: 'sale', limit: 5 });
    expect(items.map((item) => [item.causeKind, item.runningMilli])).toEqual(Array(5).fill(['sale', null]));
  });
});

describe('INV-12 an explanation', () => {
  it('adds up to the number at any instant, from any beginning, everywhere and at one place', async () => {
    for (let round = 0; round < 25; round += 1) {
      const [from, at] = [anyInstant(), anyInstant()].sort() as [string, string];
      const expected = await foldUntil(at);
      for (const number of numbers) {
        const found = await explain.run(variantId, { number, locationId: places[2], from, at }, clock);
        const level = expected.get(places[2]) ?? buckets.map(() => 0);
        const wanted = { on_hand: level.reduce((sum, one) => sum + one, 0), available: Math.max(0, level[0] ?? 0), committed: level[1], allotted: level[2], unavailable: level.slice(3).reduce((sum, one) => sum + one, 0) }[number];
        expect(found.resultMilli).toBe(wanted);
        expect(found.steps.reduce((sum, step) => sum + step.changeMilli, 0)).toBe(wanted);
        if (found.composition.length > 0) expect(found.composition.reduce((sum, part) => sum + part.quantityMilli, 0)).toBe(wanted);
      }
    }
    await expect(() => explain.run(variantId, { number: 'on_hand', from: '2026-11-02T00:00:00Z', at: '2026-11-01T00:00:00Z' }, clock)).toThrow('ends before it begins');
  });

  it('of now names documents, what checkouts hold and what was oversold, place by place', async () => {
    const { sell, reserve } = stockUseCases();
    const [mug, here, there, orderId, saleId] = [newId(), newId(), newId(), newId(), newId()];
    await giveStock(test, { variantId: mug, locationId: here }, 9000);
    await test.transactions.run((tx) => reserve.run(tx, { orderId, lines: [{ orderLineId: newId(), variantId: mug, locationId: here, quantityMilli: 2000 }], actor: tester, occurredAt: AT }));
    await test.transactions.write((tx) => sell.run(tx, { saleId, operationId: newId(), locationId: there, lines: [{ variantId: mug, quantityMilli: 1000 }], actor: tester, deviceId: null, occurredAt: AT }));
    await test.database.insertInto('stock_hold').values({ id: newId(), line_id: 'l', variant_id: mug, location_id: here, quantity_milli: 3000, held_for: 'web', expires_at: new Date(Date.now() + 60_000) }).execute();
    await test.database.updateTable('stock_level').set((eb) => ({ held_milli: 3000, sellable_milli: eb('sellable_milli', '-', 3000) })).where('variant_id', '=', mug).where('location_id', '=', here).execute();
    const found = await explain.run(mug, { number: 'available' }, new Date());
    expect(found.steps).toEqual([
      { kind: 'opening', causeKind: '', changeMilli: 0 }, { kind: 'cause', causeKind: 'opening', changeMilli: 9000 }, { kind: 'cause', causeKind: 'order', changeMilli: -2000 },
      { kind: 'cause', causeKind: 'sale', changeMilli: -1000 }, { kind: 'held', causeKind: '', changeMilli: -3000 }, { kind: 'oversold', causeKind: '', changeMilli: 1000 },
    ]);
    expect(found).toMatchObject({ resultMilli: 4000, isNow: true });
    expect(found.causes.find((cause) => cause.causeKind === 'order')?.documents).toMatchObject([{ causeId: orderId, changeMilli: -2000, movements: 1 }]);
  });

  it('INV-13 says what no movement explains', async () => {
    const mug = newId();
    await giveStock(test, { variantId: mug, locationId: places[0] ?? '' }, 5000);
    await test.database.updateTable('stock_level').set({ damaged_milli: 2000 }).where('variant_id', '=', mug).execute();
    const found = await explain.run(mug, { number: 'on_hand' }, new Date());
    expect(found.steps.at(-1)).toEqual({ kind: 'unexplained', causeKind: '', changeMilli: 2000 });
    expect(found.resultMilli).toBe(7000);
  });
});

describe('a number over time', () => {
  it('is what it was at the end of each day', async () => {
    const overTime = new StockOverTimeQuery(test.database, asOf);
    const { points } = await overTime.run(variantId, { number: 'on_hand', locationId: places[0], days: 30 }, clock);
    expect(points).toHaveLength(30);
    for (const { day, quantityMilli } of [points[0], points[17], points[29]].filter((point) => point !== undefined)) {
      const level = (await foldUntil(`${day}T23:59:59.999Z`)).get(places[0]) ?? [];
      expect(quantityMilli).toBe(level.reduce((sum, one) => sum + one, 0));
    }
  });
});
