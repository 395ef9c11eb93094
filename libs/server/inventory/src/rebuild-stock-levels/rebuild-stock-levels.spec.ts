import { newId } from '@oneshelf/platform';
import { createTestDatabase, type TestDatabase } from '@oneshelf/platform/testing';
import { AT, giveStock, levelOf, stockUseCases, tester, unexplainedLevels } from '../testing';
import { RebuildStockLevelsUseCase } from './rebuild-stock-levels.use-case';

let test: TestDatabase;
const rebuild = new RebuildStockLevelsUseCase();
const { sell } = stockUseCases();
const locationId = newId();

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

const run = (dryRun: boolean) => test.transactions.write((tx) => rebuild.run(tx, { dryRun, actor: tester }));

describe('[L-24] [L-25] rebuilding levels from movements', () => {
  it('reports what differs, repairs it on demand, and finds nothing the next time', async () => {
    const [wrong, lost, right] = [newId(), newId(), newId()];
    for (const variantId of [wrong, lost, right]) await giveStock(test, { variantId, locationId }, 5000);
    await test.transactions.write((tx) => sell.run(tx, { saleId: newId(), operationId: newId(), locationId, lines: [{ variantId: lost, quantityMilli: 7000 }], actor: tester, deviceId: null, occurredAt: AT }));
    await test.database.updateTable('stock_level').set({ sellable_milli: 4000, damaged_milli: 500 }).where('variant_id', '=', wrong).execute();
    await test.database.deleteFrom('stock_level').where('variant_id', '=', lost).execute();

    const seen = await run(true);
    expect(seen.repaired).toBe(0);
    expect(seen.differences).toHaveLength(3);
    expect(seen.differences).toEqual(
      expect.arrayContaining([
        { variantId: wrong, locationId, bucket: 'sellable', shownMilli: 4000, explainedMilli: 5000 },
        { variantId: wrong, locationId, bucket: 'damaged', shownMilli: 500, explainedMilli: 0 },
        { variantId: lost, locationId, bucket: 'sellable', shownMilli: 0, explainedMilli: -2000 },
      ]),
    );
    expect(await levelOf(test, { variantId: wrong, locationId })).toMatchObject({ sellable: 4000, damaged: 500 });

    expect((await run(false)).repaired).toBe(2);
    expect(await levelOf(test, { variantId: wrong, locationId })).toMatchObject({ sellable: 5000, damaged: 0 });
    expect(await levelOf(test, { variantId: lost, locationId })).toMatchObject({ sellable: -2000, override: 2000 });
    expect(await levelOf(test, { variantId: right, locationId })).toMatchObject({ sellable: 5000 });
    expect(await unexplainedLevels(test)).toEqual([]);
    expect(await run(false)).toEqual({ levels: 3, differences: [], repaired: 0 });
  });
});
