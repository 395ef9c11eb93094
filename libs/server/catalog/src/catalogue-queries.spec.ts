import type { TestingModule } from '@nestjs/testing';
import { newId } from '@oneshelf/platform';
import { createTestContext, createTestDatabase, type TestDatabase } from '@oneshelf/platform/testing';
import { BundleRecipes } from './bundle-recipes/bundle-recipes.query';
import { CatalogModule } from './catalog.module';
import { CatalogueForTill } from './catalogue-for-till/catalogue-for-till.query';
import { CollectionDirectory } from './collection-directory/collection-directory.query';
import { ProductsForStorefront } from './products-for-storefront/products-for-storefront.query';
import { VariantDirectory } from './variant-directory/variant-directory.query';

describe('what other modules ask of the catalogue', () => {
  let test: TestDatabase;
  let context: TestingModule;
  const ids = { jacket: newId(), mug: newId(), retired: newId(), small: newId(), medium: newId(), mugOnly: newId(), old: newId(), sale: newId() };

  beforeAll(async () => {
    test = await createTestDatabase();
    await test.database.insertInto('product').values([
      { id: ids.jacket, handle: 'fell-jacket', title: 'Fell Jacket', department: 'Outerwear', option_names: ['Size'] },
      { id: ids.mug, handle: 'camp-mug', title: 'Camp Mug', department: 'Cooking', tax_class: 'reduced', option_names: [] },
      { id: ids.retired, handle: 'old-hat', title: 'Old Hat', status: 'archived', option_names: [] },
    ]).execute();
    await test.database.insertInto('variant').values([
      { id: ids.medium, product_id: ids.jacket, sku: 'JKT-M', title: 'M', option_values: ['M'], position: 1 },
      { id: ids.small, product_id: ids.jacket, sku: 'JKT-S', title: 'S', option_values: ['S'], position: 0, cost_minor: 4100, cost_currency: 'GBP' },
      { id: ids.mugOnly, product_id: ids.mug, sku: 'MUG%1', option_values: [] },
      { id: ids.old, product_id: ids.retired, sku: 'HAT', option_values: [] },
    ]).execute();
    await test.database.insertInto('barcode').values([{ code: '96385074', variant_id: ids.small }, { code: '12345670', variant_id: ids.small }]).execute();
    await test.database.insertInto('collection').values({ id: ids.sale, handle: 'sale', title: 'Sale' }).execute();
    await test.database.insertInto('collection_product').values({ collection_id: ids.sale, product_id: ids.jacket }).execute();
    context = await createTestContext(test, { imports: [CatalogModule] });
  });
  afterAll(async () => {
    await context.close();
    await test.drop();
  });

  it('knows variants by id and by SKU, and nothing of those that are not there', async () => {
    const directory = context.get(VariantDirectory);
    const small = { id: ids.small, productId: ids.jacket, sku: 'JKT-S', title: 'Fell Jacket', variantTitle: 'S', barcodes: ['12345670', '96385074'], taxClass: 'standard', department: 'Outerwear', contents: null, kind: 'stock', trackedBy: 'none', unit: 'piece', costMinor: 4100, stockCostMinor: 4100, usualWeightGrams: null, costCurrency: 'GBP', status: 'active' };
    expect(await directory.byIds([ids.small, newId()])).toEqual(new Map([[ids.small, small]]));
    const bySkus = await directory.bySkus(['HAT', 'MUG%1', 'jkt-s']);
    expect([...bySkus.values()].map(({ sku, status, taxClass, costMinor, barcodes }) => ({ sku, status, taxClass, costMinor, barcodes })).sort((a, b) => a.sku.localeCompare(b.sku))).toEqual([
      { sku: 'HAT', status: 'archived', taxClass: 'standard', costMinor: null, barcodes: [] },
      { sku: 'MUG%1', status: 'active', taxClass: 'reduced', costMinor: null, barcodes: [] },
    ]);
    expect(await directory.byIds([])).toEqual(new Map());
  });

  it('gives the till everything that can be sold, one array a field', async () => {
    const till = context.get(CatalogueForTill);
    const { revision, ...catalogue } = await till.run(await till.revision());
    expect(revision).not.toBe('');
    expect(catalogue).toEqual({
      variantIds: [ids.mugOnly, ids.small, ids.medium], skus: ['MUG%1', 'JKT-S', 'JKT-M'], titles: ['Camp Mug', 'Fell Jacket', 'Fell Jacket'], variantTitles: ['', 'S', 'M'],
      departments: ['Cooking', 'Outerwear', 'Outerwear'], barcodes: ['', '12345670 96385074', ''], costs: ['', '4100 GBP', ''], units: ['', '', ''], trackedBy: ['', '', ''],
    });
  });

  it('gives the till what bundles are made of, at once after a change, also of what is not sold alone; a kit is goods of its own', async () => {
    const till = context.get(CatalogueForTill);
    const recipes = context.get(BundleRecipes);
    await recipes.all();
    const [set, kit, productId] = [newId(), newId(), newId()];
    await test.database.insertInto('product').values({ id: productId, handle: 'set', title: 'Set', status: 'draft', option_names: [] }).execute();
    await test.database.insertInto('variant').values([{ id: set, product_id: productId, sku: 'SET', option_values: [], kind: 'bundle' }, { id: kit, product_id: productId, sku: 'KIT', option_values: [], kind: 'kit' }]).execute();
    const component = (variantId: string, bundleId: string, position: number) => ({ bundle_id: bundleId, variant_id: variantId, quantity_milli: 2000, position });
    await test.database.insertInto('bundle_component').values([component(ids.small, set, 1), component(ids.old, set, 0), component(ids.small, kit, 0)]).execute();
    expect((await till.run('another')).recipes).toEqual([{ bundleId: set, components: [{ variantId: ids.old, quantityMilli: 2000, title: 'Old Hat', unit: 'piece' }, { variantId: ids.small, quantityMilli: 2000, title: 'Fell Jacket, S', unit: 'piece' }] }]);
    await test.database.deleteFrom('product').where('id', '=', productId).execute();
  });

  it('tells which products are in which collection', async () => {
    expect(await context.get(CollectionDirectory).all()).toEqual([{ id: ids.sale, handle: 'sale', title: 'Sale' }]);
    expect(await context.get(CollectionDirectory).membership()).toEqual(new Map([[ids.jacket, [ids.sale]]]));
  });

  it('shows the shop active products by handle, by page, by collection and by search, signs taken literally', async () => {
    const shop = context.get(ProductsForStorefront);
    expect(await shop.byHandle('old-hat')).toBeUndefined();
    expect(await shop.byHandle('fell-jacket')).toMatchObject({ title: 'Fell Jacket', optionNames: ['Size'], variants: [{ sku: 'JKT-S', optionValues: ['S'] }, { sku: 'JKT-M' }] });
    const first = await shop.page({ limit: 1 });
    expect(first.products.map(({ handle }) => handle)).toEqual(['camp-mug']);
    const second = await shop.page({ limit: 1, cursor: first.nextCursor ?? '' });
    expect([second.products.map(({ handle }) => handle), second.nextCursor]).toEqual([['fell-jacket'], null]);
    const handles = async (input: { q?: string; collection?: string; cursor?: string }) => (await shop.page({ limit: 10, ...input })).products.map(({ handle }) => handle);
    expect(await handles({ collection: 'sale' })).toEqual(['fell-jacket']);
    expect(await handles({ q: 'g%1' })).toEqual(['camp-mug']);
    expect(await handles({ q: '%' })).toEqual(['camp-mug']);
    expect(await handles({ cursor: 'never given out' })).toEqual(['camp-mug', 'fell-jacket']);
  });
});
