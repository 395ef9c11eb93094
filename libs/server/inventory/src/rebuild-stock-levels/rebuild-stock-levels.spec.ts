import { newId } from '@oneshelf/platform';
import { createTestDatabase, race, type TestDatabase } from '@oneshelf/platform/testing';
import { AT, giveStock, levelOf, stockUseCases, tester, unexplainedLevels } from '../testing';
import { SerialFoldRepository } from '../serials/serial-fold.repository';
import { LevelFoldRepository } from './level-fold.repository';
import { RebuildStockLevelsUseCase } from './rebuild-stock-levels.use-case';

let test: TestDatabase;
let rebuild: RebuildStockLevelsUseCase;
const folds = new LevelFoldRepository();
const { sell } = stockUseCases();
const locationId = newId();

beforeAll(async () => {
  test = await createTestDatabase();
  rebuild = new RebuildStockLevelsUseCase(test.transactions, folds, new SerialFoldRepository());
});
afterAll(() => test.drop());

const run = (dryRun: boolean) => rebuild.run({ dryRun, actor: tester });
const sellOne = (variantId: string, quantityMilli = 1000) => test.transactions.write((tx) => sell.run(tx, { saleId: newId(), operationId: newId(), locationId, lines: [{ variantId, quantityMilli }], actor: tester, deviceId: null, occurredAt: AT }));
const spoil = (variantId: string, sellable_milli: number) => test.database.updateTable('stock_level').set({ sellable_milli, override_milli: 0 }).where('variant_id', '=', variantId).execute();

describe('[L-24] [L-25] rebuilding levels from movements', () => {
  it('reports what differs, repairs it on demand, and finds nothing the next time', async () => {
    const [wrong, lost, right] = [newId(), newId(), newId()];
    for (const variantId of [wrong, lost, right]) await giveStock(test, { variantId, locationId }, 5000);
    await sellOne(lost, 7000);
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
    expect(await run(false)).toEqual({ levels: 3, differences: [], repaired: 0, serials: [] });
  });

  it('while tills sell: nothing right is called wrong, what is wrong ends right, and no sale waits for the whole', async () => {
    const variants = Array.from({ length: 12 }, newId);
    for (const variantId of variants) await giveStock(test, { variantId, locationId }, 900_000);
    const wrong = variants.slice(0, 3);
    let isOver = false;
    let sales = 0;
    const till = async (lane: number): Promise<void> => {
      for (let index = lane; !isOver; index += 1) {
        await sellOne(variants[index % variants.length] ?? '');
        sales += 1;
      }
    };
    const tills = [1, 2, 3, 4].map(till);
    for (let round = 0; round < 5; round += 1) {
      const [before] = [sales];
      for (const variantId of wrong) await spoil(variantId, 500_000 + round);
      const { differences, repaired } = await run(false);
      expect(differences.map((one) => one.variantId).sort()).toEqual([...wrong].sort());
      expect(repaired).toBe(3);
      while (sales === before) await new Promise((resolve) => setTimeout(resolve, 5));
    }
    isOver = true;
    await Promise.all(tills);
    expect(await unexplainedLevels(test)).toEqual([]);
    expect(sales).toBeGreaterThan(20);
  });

  it('race: a sale between looking and repairing is not lost, nor counted twice', async () => {
    const variantId = newId();
    await giveStock(test, { variantId, locationId }, 9000);
    await spoil(variantId, 1000);
    const { repaired } = await race({ target: folds, method: 'repair', competitor: () => sellOne(variantId, 2000) }, () => run(false));
    expect(repaired).toBe(1);
    expect(await levelOf(test, { variantId, locationId })).toMatchObject({ sellable: 7000 });
    expect(await unexplainedLevels(test)).toEqual([]);
  });

  it('race: a level that was lost and that a sale makes again meanwhile has both', async () => {
    const variantId = newId();
    await giveStock(test, { variantId, locationId }, 9000);
    await test.database.deleteFrom('stock_level').where('variant_id', '=', variantId).execute();
    await race({ target: folds, method: 'repair', competitor: () => sellOne(variantId, 2000) }, () => run(false));
    expect(await levelOf(test, { variantId, locationId })).toMatchObject({ sellable: 7000, override: 0 });
    expect(await unexplainedLevels(test)).toEqual([]);
  });
});
