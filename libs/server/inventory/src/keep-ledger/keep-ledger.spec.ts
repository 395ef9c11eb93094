import { newId, Transactions } from '@oneshelf/platform';
import { createTestDatabase, type TestDatabase } from '@oneshelf/platform/testing';
import { sql } from 'kysely';
import { beginOf, endOf, type LedgerPosition } from '../stock-as-of/ledger-position';
import { StockAsOfQuery } from '../stock-as-of/stock-as-of.query';
import { givePastMovements } from '../testing-ledger';
import { CheckpointRepository } from './checkpoint.repository';
import { dueCheckpoints, MANY } from './due-checkpoints';
import { KeepLedgerUseCase } from './keep-ledger.use-case';

let test: TestDatabase;
let keep: KeepLedgerUseCase;
let asOf: StockAsOfQuery;
const locationId = newId();

beforeAll(async () => {
  test = await createTestDatabase();
  keep = new KeepLedgerUseCase(new Transactions(test.database), new CheckpointRepository());
  asOf = new StockAsOfQuery(test.database);
});
afterAll(() => test.drop());

const day = (text: string): Date => new Date(`${text}T00:00:00.000Z`);
const partitions = async (): Promise<string[]> => (await sql<{ name: string }>`SELECT inhrelid::regclass::text AS name FROM pg_inherits WHERE inhparent = 'stock_movement'::regclass ORDER BY 1`.execute(test.database)).rows.map((row) => row.name);
const inDefault = async (): Promise<number> => (await sql<{ count: number }>`SELECT count(*)::int AS count FROM stock_movement_default`.execute(test.database)).rows[0]?.count ?? -1;
const checkpointsOf = async (variantId: string) => (await test.database.selectFrom('stock_checkpoint').selectAll().where('variant_id', '=', variantId).orderBy('taken_for').execute()).map((row) => [row.taken_for.toISOString().slice(0, 13), row.sellable_milli]);

describe('the months of the ledger', () => {
  it('are made ahead, and what waited in the default partition goes into its month, as it was', async () => {
    const variantId = newId();
    await givePastMovements(test, [{ variantId, locationId, at: '2031-02-03T10:00:00.000Z', to: 'sellable', quantityMilli: 4000 }, { variantId, locationId, at: '2031-02-28T23:59:59.999Z', from: 'sellable', quantityMilli: 1000 }]);
    expect(await inDefault()).toBe(2);
    const before = await test.database.selectFrom('stock_movement').selectAll().where('variant_id', '=', variantId).orderBy('recorded_at').execute();
    await keep.run(day('2030-12-15'));
    expect(await inDefault()).toBe(0);
    expect(await partitions()).toEqual(expect.arrayContaining(['stock_movement_2030_12', 'stock_movement_2031_01', 'stock_movement_2031_02', 'stock_movement_2031_03']));
    expect(await test.database.selectFrom('stock_movement').selectAll().where('variant_id', '=', variantId).orderBy('recorded_at').execute()).toEqual(before);
    expect((await keep.run(day('2030-12-15'))).months).toBe(0);
  });

  it('refuse change as the whole does, also after rows were moved', async () => {
    await expect(sql`UPDATE stock_movement_2031_02 SET quantity_milli = 1`.execute(test.database)).rejects.toThrow('append-only');
    await expect(sql`DELETE FROM stock_movement`.execute(test.database)).rejects.toThrow('append-only');
    await expect(givePastMovements(test, [{ variantId: newId(), locationId, at: '2039-01-01T00:00:00.000Z', to: 'sellable', quantityMilli: 1000 }]).then(() => sql`DELETE FROM stock_movement_default`.execute(test.database))).rejects.toThrow('append-only');
  });

  it('are made once by two workers at once', async () => {
    const now = day('2032-05-05');
    const made = await Promise.all([keep.run(now), keep.run(now)]);
    expect(made.map((one) => one.months).sort()).toEqual([0, 5]); // four to come, and the one of the row that waited
  });
});

describe('checkpoints', () => {
  const runs = (now: string, first: string, done: string[]) => dueCheckpoints(new Date(now), new Date(first), done.map((one) => new Date(one))).map(({ takenFor, atLeast }) => [takenFor.toISOString().slice(0, 13), atLeast]);

  it('are due for each month that began, then for the last midnight and hour', () => {
    expect(runs('2026-11-22T13:20:00Z', '2026-09-14T08:00:00Z', [])).toEqual([['2026-10-01T00', 1], ['2026-11-01T00', 1], ['2026-11-22T00', MANY], ['2026-11-22T13', MANY]]);
    expect(runs('2026-11-22T13:20:00Z', '2026-09-01T00:00:00Z', ['2026-11-22T13:00:00Z', '2026-11-22T00:00:00Z', '2026-11-01T00:00:00Z'])).toEqual([]);
    expect(runs('2026-12-01T00:10:00Z', '2026-11-01T00:00:00Z', ['2026-11-30T23:00:00Z', '2026-11-01T00:00:00Z'])).toEqual([['2026-12-01T00', 1]]);
    expect(runs('2026-11-22T00:10:00Z', '2026-11-22T00:05:00Z', [])).toEqual([]);
  });

  it('are written where something moved, and in the middle of a month where very much did', async () => {
    const fresh = await createTestDatabase();
    try {
      const [quiet, busy] = [newId(), newId()];
      await givePastMovements(fresh, [
        { variantId: quiet, locationId, at: '2026-03-05T10:00:00.000Z', to: 'sellable', quantityMilli: 9000 },
        { variantId: quiet, locationId, at: '2026-05-31T23:59:59.999Z', from: 'sellable', quantityMilli: 2000 },
        ...Array.from({ length: MANY }, (_, index) => ({ variantId: busy, locationId, at: new Date(day('2026-06-03').getTime() + index * 1000).toISOString(), to: 'sellable', quantityMilli: 1000 })),
        { variantId: quiet, locationId, at: '2026-06-04T08:00:00.000Z', from: 'sellable', quantityMilli: 1000 },
      ]);
      const keeping = new KeepLedgerUseCase(fresh.transactions, new CheckpointRepository());
      await keeping.run(new Date('2026-06-04T09:30:00Z'));
      const of = async (variantId: string) => (await fresh.database.selectFrom('stock_checkpoint').selectAll().where('variant_id', '=', variantId).orderBy('taken_for').execute()).map((row) => [row.taken_for.toISOString().slice(0, 13), row.sellable_milli]);
      expect(await of(quiet)).toEqual([['2026-04-01T00', 9000], ['2026-06-01T00', 7000]]);
      expect(await of(busy)).toEqual([['2026-06-04T00', MANY * 1000]]);
      expect((await keeping.run(new Date('2026-06-04T09:45:00Z'))).checkpoints).toBe(0);
      const before = await fresh.database.selectFrom('stock_checkpoint').selectAll().orderBy('taken_for').execute();
      await keeping.remake(new Date('2026-06-04T09:45:00Z'));
      expect(await fresh.database.selectFrom('stock_checkpoint').selectAll().orderBy('taken_for').execute()).toEqual(before);
    } finally {
      await fresh.drop();
    }
  });

  it('are written for each midnight of a month that is over where very much moved, and say the same as the movements', async () => {
    const variantId = newId();
    await givePastMovements(test, [
      { variantId, locationId, at: '2026-07-31T10:00:00.000Z', to: 'sellable', quantityMilli: 500_000 },
      ...Array.from({ length: MANY }, (_, index) => ({ variantId, locationId, at: new Date(day('2026-08-03').getTime() + index * 90_000).toISOString(), from: index % 2 === 0 ? 'sellable' : 'customer', to: index % 2 === 0 ? 'customer' : 'damaged', quantityMilli: 100 })),
    ]);
    await keep.remake(new Date('2026-09-02T00:00:00Z'));
    const rows = await checkpointsOf(variantId);
    expect(rows.map(([at]) => at)).toEqual(['2026-08-01T00', '2026-08-04T00', '2026-08-05T00', '2026-08-06T00', '2026-09-01T00']);
    expect(rows.map(([, sellable]) => sellable)).toEqual([500_000, 452_000, 404_000, 400_000, 400_000]);
    const { rows: lost } = await sql<{ count: number }>`SELECT count(*)::int AS count FROM stock_checkpoint WHERE variant_id = ${variantId}::uuid AND damaged_milli <> 500000 - sellable_milli`.execute(test.database);
    expect(lost).toEqual([{ count: 0 }]);
  });

  it('wait for a transaction that may still write a movement from before them', async () => {
    const variantId = newId();
    const client = await test.pool.connect();
    const soon = new Date(Date.now() + 300);
    try {
      await client.query('BEGIN');
      await givePastMovements(test, [{ variantId, locationId, at: '2026-01-05T10:00:00.000Z', to: 'sellable', quantityMilli: 3000 }]);
      const repository = new CheckpointRepository();
      expect(await test.transactions.write((tx) => repository.mayStillCome(tx, soon))).toBe(true);
      await new Promise((resolve) => setTimeout(resolve, 350));
      expect(await test.transactions.write((tx) => repository.mayStillCome(tx, soon))).toBe(true);
      await client.query('COMMIT');
      expect(await test.transactions.write((tx) => repository.mayStillCome(tx, soon))).toBe(false);
    } finally {
      client.release();
    }
  });

  it('say the level at their instant without the movements of it', async () => {
    const variantId = newId();
    await givePastMovements(test, [{ variantId, locationId, at: '2026-02-05T10:00:00.000Z', to: 'sellable', quantityMilli: 3000 }, { variantId, locationId, at: '2026-03-01T00:00:00.000Z', from: 'sellable', quantityMilli: 1000 }]);
    await keep.remake(new Date());
    expect(await checkpointsOf(variantId)).toContainEqual(['2026-03-01T00', 3000]);
    const march = '2026-03-01T00:00:00.000Z';
    expect((await asOf.run({ variantId, position: beginOf(march) }))[0]?.sellable).toBe(3000);
    expect((await asOf.run({ variantId, position: endOf(march) }))[0]?.sellable).toBe(2000);
  });

  it('[INV-15] lead to the level of a busy place from its midnight and of a quiet one from its month, in one answer', async () => {
    const [variantId, quiet, empty] = [newId(), newId(), newId()];
    await givePastMovements(test, [
      { variantId, locationId: quiet, at: '2026-07-20T10:00:00.000Z', to: 'sellable', quantityMilli: 9000 },
      { variantId, locationId: quiet, at: '2026-08-02T10:00:00.000Z', from: 'sellable', quantityMilli: 4000 },
      { variantId, locationId: empty, at: '2026-08-20T10:00:00.000Z', to: 'sellable', quantityMilli: 7000 },
      ...Array.from({ length: MANY }, (_, index) => ({ variantId, locationId, at: new Date(day('2026-08-03').getTime() + index * 90_000).toISOString(), to: 'sellable', quantityMilli: 100 })),
    ]);
    await keep.remake(new Date('2026-09-02T00:00:00Z'));
    const sellable = async (position: LedgerPosition) => new Map((await asOf.run({ variantId, position })).map((level) => [level.locationId, level.sellable]));
    expect(await sellable(endOf('2026-08-04T00:01:30.000Z'))).toEqual(new Map([[locationId, 96_200], [quiet, 5000], [empty, 0]]));
    expect(await sellable(beginOf('2026-08-04T00:00:00.000Z'))).toEqual(new Map([[locationId, 96_000], [quiet, 5000], [empty, 0]]));
    expect(await sellable(endOf('2026-08-02T09:00:00.000Z'))).toEqual(new Map([[locationId, 0], [quiet, 9000], [empty, 0]]));
  });
});
