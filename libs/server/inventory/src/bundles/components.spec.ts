import { newId, type StaffActor } from '@oneshelf/platform';
import { createTestContext, createTestDatabase, race, type TestDatabase } from '@oneshelf/platform/testing';
import { insertMarkets } from '@oneshelf/server-catalog/testing';
import { OrganisationModule } from '@oneshelf/server-organisation';
import type { TestingModule } from '@nestjs/testing';
import { AvailabilityQuery } from '../availability/availability.query';
import { CorrectStockUseCase } from '../corrections/correct-stock.use-case';
import { CostStockUseCase } from '../cost-stock/cost-stock.use-case';
import { InventoryHttpModule } from '../inventory-http.module';
import { InventoryModule } from '../inventory.module';
import { StockLedgerRepository } from '../stock-ledger.repository';
import { giveBundle, giveLocation, giveStock, giveVariant, levelOf, stockUseCases, tester, unexplainedLevels } from '../testing';
import { AssembleKitUseCase } from './assemble-kit.use-case';
import { ComponentsQuery } from './components.query';
import { SetComponentsUseCase } from './set-components.use-case';

let test: TestDatabase;
let context: TestingModule;
let [mug, pot, set] = ['', '', ''];
const [here, there] = [newId(), newId()];
const hannah: StaffActor = { kind: 'staff', id: newId(), name: 'Hannah', email: 'hannah@example.test', locale: 'en', grants: [{ role: 'operations', locationId: null }] };

beforeAll(async () => {
  test = await createTestDatabase();
  await insertMarkets(test.database);
  await giveLocation(test, { id: here, code: 'S01', name: 'Soho', kind: 'store' });
  await giveLocation(test, { id: there, code: 'S02', name: 'Leeds', kind: 'store' });
  context = await createTestContext(test, { imports: [OrganisationModule, InventoryModule, InventoryHttpModule] });
});
beforeEach(async () => {
  const tag = newId().slice(-8);
  [mug, pot, set] = await Promise.all(['MUG', 'POT', 'SET'].map((name) => giveVariant(test, { sku: `${name}-${tag}`, title: name }))) as [string, string, string];
});
afterEach(async () => expect(await unexplainedLevels(test)).toEqual([]));
afterAll(async () => {
  await context.close();
  await test.drop();
});

const get = <Of>(type: new (...args: never[]) => Of): Of => context.get(type, { strict: false });
const campSet = () => [{ variantId: mug, quantityMilli: 2000 }, { variantId: pot, quantityMilli: 1000 }];
const make = (kind: 'stock' | 'bundle' | 'kit', components = campSet(), variantId = set) => get(SetComponentsUseCase).run(hannah, variantId, { kind, components });
const units = async (variantId: string, locationId = here) => ((await levelOf(test, { variantId, locationId }))?.sellable ?? 0) / 1000;

describe('what a bundle is made of', () => {
  it('INV-71 is said once, audited, told, and shows how many each place makes and what limits it', async () => {
    await giveStock(test, { variantId: mug, locationId: here }, 7000);
    await giveStock(test, { variantId: pot, locationId: here }, 9000);
    await giveStock(test, { variantId: mug, locationId: there }, 5000);
    expect(await make('bundle')).toEqual({ ok: true, value: undefined });
    expect(await get(ComponentsQuery).run(set)).toMatchObject({
      kind: 'bundle', components: [{ variantId: mug, title: 'MUG', quantityMilli: 2000 }, { variantId: pot, quantityMilli: 1000 }], usedIn: [],
      places: expect.arrayContaining([{ locationId: here, availableMilli: 3000, limitedBy: mug }, { locationId: there, availableMilli: 0, limitedBy: pot }]),
    });
    expect((await get(ComponentsQuery).run(mug))?.usedIn).toMatchObject([{ variantId: set, kind: 'bundle', quantityMilli: 2000 }]);
    expect(await get(AvailabilityQuery).run({ variantIds: [set], locationIds: [here] })).toMatchObject([{ variantId: set, sellableMilli: 3000, onHandMilli: 3000, committedMilli: 0 }]);
    expect((await get(AvailabilityQuery).atLocation(here)).find((row) => row.variantId === set)).toMatchObject({ sellableMilli: 3000 });
    const audit = await test.database.selectFrom('audit_entry').selectAll().where('subject_id', '=', set).execute();
    expect(audit).toMatchObject([{ action: 'set_components', after: { kind: 'bundle' } }]);
    const told = await test.database.selectFrom('outbox_event').selectAll().where('key', '=', set).execute();
    expect(told).toMatchObject([{ name: 'inventory.stock-changed.v1', payload: { variantIds: [set], causeKind: 'recipe' } }]);
  });

  it('INV-72 refuses bundles in bundles, both ways, and changes nothing', async () => {
    const inner = await giveBundle(test, { sku: `IN-${newId().slice(-8)}`, components: campSet() });
    expect(await make('bundle', [{ variantId: inner, quantityMilli: 1000 }])).toEqual({ ok: false, refusal: { kind: 'component_is_bundle' } });
    expect(await make('bundle', [{ variantId: pot, quantityMilli: 1000 }], mug)).toEqual({ ok: false, refusal: { kind: 'component_of_bundle' } });
    expect(await make('bundle', [])).toEqual({ ok: false, refusal: { kind: 'no_component' } });
    expect((await get(ComponentsQuery).run(set))?.kind).toBe('stock');
  });

  it('INV-70 what has stock is turned into no bundle, and a bundle gets none by hand', async () => {
    await giveStock(test, { variantId: set, locationId: here }, 1000);
    expect(await make('bundle')).toMatchObject({ ok: false, refusal: { kind: 'bundle_has_stock' } });
    expect((await get(ComponentsQuery).run(set))?.kind).toBe('stock');
    const bundle = await giveBundle(test, { sku: `B-${newId().slice(-8)}`, components: campSet() });
    const correction = await get(CorrectStockUseCase).run(hannah, newId(), { kind: 'adjust', reason: 'found', note: '', moves: [{ variantId: bundle, locationId: here, bucket: 'sellable', deltaMilli: 1000 }] });
    expect(correction).toMatchObject({ ok: false, refusal: { kind: 'bundle_has_no_stock' } });
    expect(await levelOf(test, { variantId: bundle, locationId: here })).toBeNull();
  });
});

describe('a kit', () => {
  const assemble = (act: 'pack' | 'unpack', count: number, key = newId()) => get(AssembleKitUseCase).run(hannah, key, { variantId: set, locationId: here, act, quantityMilli: count * 1000 });
  const stockUp = async () => {
    await giveStock(test, { variantId: mug, locationId: here }, 7000);
    await giveStock(test, { variantId: pot, locationId: here }, 5000);
    await make('kit');
  };

  it('INV-75 is packed in one operation, worth what its components were, once for a key', async () => {
    await test.database.updateTable('variant').set({ cost_minor: 350, cost_currency: 'GBP' }).where('id', '=', mug).execute();
    await test.database.updateTable('variant').set({ cost_minor: 1200, cost_currency: 'GBP' }).where('id', '=', pot).execute();
    await stockUp();
    const key = newId();
    const packed = await assemble('pack', 3, key);
    expect(await assemble('pack', 3, key)).toEqual(packed);
    expect([await units(mug), await units(pot), await units(set)]).toEqual([1, 2, 3]);
    await test.transactions.write((tx) => get(CostStockUseCase).run(tx, [mug, pot, set]));
    const worth = await test.database.selectFrom('stock_cost').select(['variant_id', 'average_minor']).where('variant_id', 'in', [mug, pot, set]).execute();
    expect(new Map(worth.map((row) => [row.variant_id, row.average_minor]))).toEqual(new Map([[mug, 350], [pot, 2400], [set, 5700]]));
    expect(await assemble('unpack', 1)).toMatchObject({ ok: true });
    expect([await units(mug), await units(pot), await units(set)]).toEqual([3, 3, 2]);
  });

  it('INV-75 is packed whole or not at all, and names the component that is short', async () => {
    await stockUp();
    expect(await assemble('pack', 4)).toEqual({ ok: false, refusal: { kind: 'insufficient_stock', shortages: [{ variantId: mug, locationId: here, requestedMilli: 8000, availableMilli: 7000 }] } });
    expect(await assemble('unpack', 1)).toMatchObject({ ok: false, refusal: { kind: 'insufficient_stock', shortages: [{ variantId: set }] } });
    expect([await units(mug), await units(pot), await units(set)]).toEqual([7, 5, 0]);
    await make('bundle');
    expect(await assemble('pack', 1)).toMatchObject({ ok: false, refusal: { kind: 'not_a_kit' } });
  });

  it('race: the last component is sold while it is packed: nothing is packed', async () => {
    await giveStock(test, { variantId: mug, locationId: here }, 2000);
    await giveStock(test, { variantId: pot, locationId: here }, 1000);
    await make('kit');
    const others = stockUseCases();
    const sellMug = () => test.transactions.write((tx) => others.sell.run(tx, { saleId: newId(), operationId: newId(), locationId: here, lines: [{ variantId: mug, quantityMilli: 1000 }], actor: tester, deviceId: null, occurredAt: new Date().toISOString() }));
    const result = await race({ target: context.select(InventoryModule).get(StockLedgerRepository, { strict: true }), method: 'apply', competitor: sellMug }, () => assemble('pack', 1));
    expect(result).toMatchObject({ ok: false, refusal: { kind: 'insufficient_stock', shortages: [{ variantId: mug }] } });
    expect([await units(mug), await units(pot), await units(set)]).toEqual([1, 1, 0]);
  });
});
