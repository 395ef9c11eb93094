import { newId } from '@oneshelf/platform';
import { createTestDatabase, type TestDatabase } from '@oneshelf/platform/testing';
import { BundleRecipes } from '@oneshelf/server-catalog/bundles';
import { AT, giveBundle, giveStock, giveVariant, stockUseCases, tester } from '../testing';
import { LedgerFacts } from './ledger-facts.query';

let test: TestDatabase;
let facts: LedgerFacts;
const [shop, depot, boots, mug] = [newId(), newId(), newId(), newId()];
const { sell, adjust } = stockUseCases();

beforeAll(async () => {
  test = await createTestDatabase();
  facts = new LedgerFacts(test.database, new BundleRecipes(test.database));
});
afterAll(() => test.drop());

describe('what lies at each place', () => {
  it('is by the ledger what its last checkpoint says and what moved since', async () => {
    await giveStock(test, { variantId: boots, locationId: shop }, 5000);
    await giveStock(test, { variantId: boots, locationId: depot }, 8000);
    // The checkpoint says one piece more than the movements before it: what is after it alone is added.
    await test.database.insertInto('stock_checkpoint').values({ variant_id: boots, location_id: depot, taken_for: new Date(Date.now() + 1), sellable_milli: 6000, damaged_milli: 3000 }).execute();
    await test.transactions.write((tx) => sell.run(tx, { saleId: newId(), operationId: newId(), locationId: shop, lines: [{ variantId: boots, quantityMilli: 2000 }], actor: tester, deviceId: null, occurredAt: AT }));
    const place = (locationId: string, milli: number) => ({ variantId: boots, locationId, sellableMilli: milli, onHandMilli: milli, physicalMilli: milli });
    expect((await facts.atPlaces([boots, mug], [shop, depot])).sort((a, b) => a.onHandMilli - b.onHandMilli)).toEqual([place(shop, 3000), { ...place(depot, 8000), physicalMilli: 9000 }]);
    expect([await facts.atPlaces([], [shop]), await facts.atPlaces([boots], [])]).toEqual([[], []]);
  });

  it('differs from the level where something wrote past the ledger', async () => {
    await giveStock(test, { variantId: mug, locationId: shop }, 4000);
    await test.database.updateTable('stock_level').set({ sellable_milli: 6000 }).where('variant_id', '=', mug).execute();
    expect(await facts.atPlaces([mug], [shop])).toEqual([{ variantId: mug, locationId: shop, sellableMilli: 6000, onHandMilli: 6000, physicalMilli: 4000 }]);
  });

  it('was corrected at the place where it was corrected', async () => {
    const since = new Date(Date.now() - 60_000);
    await test.transactions.run((tx) => adjust.run(tx, { adjustmentId: newId(), locationId: depot, lines: [{ variantId: boots, deltaMilli: -1000 }], reason: 'stolen', actor: tester, occurredAt: AT }));
    expect(await facts.corrected([boots], [shop, depot], since)).toEqual([{ variantId: boots, locationId: depot, countedMilli: 0, shrunkMilli: -1000 }]);
    expect(await facts.corrected([boots], [shop, depot], new Date(Date.now() + 60_000))).toEqual([]);
  });

  it('INV-148 of a bundle is what its components make there, by each number, and so are corrections', async () => {
    const [tag, since] = [newId().slice(-6), new Date(Date.now() - 60_000)];
    const [cup, pot] = [await giveVariant(test, { sku: `CUP-${tag}`, title: 'Cup' }), await giveVariant(test, { sku: `POT-${tag}`, title: 'Pot' })];
    const camp = await giveBundle(test, { sku: `CAMP-${tag}`, components: [{ variantId: cup, quantityMilli: 2000 }, { variantId: pot, quantityMilli: 1000 }] });
    const fresh = new LedgerFacts(test.database, new BundleRecipes(test.database));
    await giveStock(test, { variantId: cup, locationId: shop }, 9000);
    await giveStock(test, { variantId: pot, locationId: shop }, 9000);
    await giveStock(test, { variantId: pot, locationId: depot }, 1000);
    await test.transactions.run((tx) => adjust.run(tx, { adjustmentId: newId(), locationId: shop, lines: [{ variantId: cup, deltaMilli: -2000 }], reason: 'stolen', actor: tester, occurredAt: AT }));
    const rows = await fresh.atPlaces([camp, pot], [shop, depot]);
    expect(rows.filter(({ variantId }) => variantId === camp)).toEqual(expect.arrayContaining([
      { variantId: camp, locationId: shop, onHandMilli: 3000, sellableMilli: 3000, physicalMilli: 3000, limitedBy: cup },
      { variantId: camp, locationId: depot, onHandMilli: 0, sellableMilli: 0, physicalMilli: 0, limitedBy: cup },
    ]));
    expect(rows.map(({ variantId }) => variantId).sort()).toEqual([camp, camp, pot, pot].sort());
    // 9 cups made 4 sets, 7 make 3.
    expect(await fresh.corrected([camp], [shop, depot], since)).toEqual([{ variantId: camp, locationId: shop, countedMilli: 0, shrunkMilli: -1000 }]);
  });
});
