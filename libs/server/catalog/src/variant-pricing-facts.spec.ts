import type { TestingModule } from '@nestjs/testing';
import { newId } from '@oneshelf/platform';
import { createTestContext, createTestDatabase, type TestDatabase } from '@oneshelf/platform/testing';
import { CatalogModule } from './catalog.module';
import { VariantPricingFacts } from './variant-pricing-facts.query';

describe('what pricing knows of variants, at each revision', () => {
  let test: TestDatabase;
  let context: TestingModule;
  const [tent, pegs, sale, product] = [newId(), newId(), newId(), newId()];

  const revision = async () => (await test.database.selectFrom('pricing_facts_revision').select('last').executeTakeFirstOrThrow()).last;
  const at = (number: number) => context.get(VariantPricingFacts).at(number);
  const plain = { taxClass: 'standard', collectionIds: [], productId: product };
  /** A variant that was deleted is of no product any more. */
  const ofNoProduct = { taxClass: 'standard', collectionIds: [] };

  beforeAll(async () => {
    test = await createTestDatabase();
    context = await createTestContext(test, { imports: [CatalogModule] });
    await test.database.insertInto('product').values({ id: product, handle: 'tent', title: 'Tent', option_names: [] }).execute();
    await test.database.insertInto('collection').values({ id: sale, handle: 'sale', title: 'Sale' }).execute();
  });
  afterAll(async () => {
    await context.close();
    await test.drop();
  });

  it('keeps every state of tax class and collections, whoever writes them', async () => {
    const empty = await revision();
    await test.database.insertInto('variant').values([{ id: tent, product_id: product, sku: 'TENT', option_values: [] }, { id: pegs, product_id: product, sku: 'PEGS', option_values: [] }]).execute();
    const added = await revision();
    await test.database.insertInto('collection_product').values({ collection_id: sale, product_id: product }).execute();
    const collected = await revision();
    await test.database.updateTable('product').set({ tax_class: 'reduced' }).where('id', '=', product).execute();
    const reduced = await revision();
    await test.database.deleteFrom('variant').where('id', '=', pegs).execute();
    const removed = await revision();
    expect([added, collected, reduced, removed]).toEqual([1, 2, 3, 4].map((step) => empty + step));
    expect(await at(empty)).toEqual({});
    expect(await at(added)).toEqual({ [tent]: plain, [pegs]: ofNoProduct });
    expect(await at(collected)).toEqual({ [tent]: { ...plain, collectionIds: [sale] }, [pegs]: { ...ofNoProduct, collectionIds: [sale] } });
    expect(await at(reduced)).toMatchObject({ [tent]: { taxClass: 'reduced', collectionIds: [sale] } });
    expect(await at(removed)).toEqual({ [tent]: { ...plain, taxClass: 'reduced', collectionIds: [sale] } });
  });

  it('gives no new revision for a change that no price can see', async () => {
    const before = await revision();
    await test.database.updateTable('product').set({ title: 'Ridge tent', tax_class: 'reduced' }).where('id', '=', product).execute();
    await test.database.updateTable('variant').set({ cost_minor: 900 }).where('id', '=', tent).execute();
    expect(await revision()).toBe(before);
  });

  it('keeps attributes by revision: of the product, its columns and the options of the variant; only those that are named are given', async () => {
    const before = await revision();
    await test.database.updateTable('product').set({ brand: 'Fell', option_names: ['Size'], attributes: JSON.stringify({ tags: ['summer', 'camp'], weight: 3, material: 'nylon' }) }).where('id', '=', product).execute();
    await test.database.updateTable('variant').set({ option_values: ['L'] }).where('id', '=', tent).execute();
    const after = await revision();
    expect(after).toBe(before + 2);
    const names = ['Size', 'brand', 'category', 'material', 'tags', 'weight'];
    const facts = context.get(VariantPricingFacts);
    expect((await facts.at(before, names))[tent]?.attributes).toBeUndefined();
    expect((await facts.at(after, names))[tent]?.attributes).toEqual({ Size: 'L', brand: 'Fell', material: 'nylon', tags: ['summer', 'camp'] });
    expect(JSON.stringify((await facts.at(after, ['tags', 'brand']))[tent]?.attributes)).toBe('{"brand":"Fell","tags":["summer","camp"]}');
    expect((await facts.at(after))[tent]?.attributes).toBeUndefined();
    await test.database.updateTable('product').set({ brand: '', option_names: [], attributes: '{}' }).where('id', '=', product).execute();
    expect((await facts.at(await revision(), names))[tent]?.attributes).toBeUndefined();
  });

  it('keeps one open row a variant when a class and a collection change at once', async () => {
    await Promise.all(Array.from({ length: 8 }, async (_, number) => {
      if (number % 2 === 0) await test.database.updateTable('product').set({ tax_class: `class-${number}` }).where('id', '=', product).execute();
      else if (number % 4 === 1) await test.database.deleteFrom('collection_product').where('product_id', '=', product).execute();
      else await test.database.insertInto('collection_product').values({ collection_id: sale, product_id: product }).onConflict((conflict) => conflict.doNothing()).execute();
    }));
    const { tax_class: taxClass } = await test.database.selectFrom('product').select('tax_class').where('id', '=', product).executeTakeFirstOrThrow();
    const collections = await test.database.selectFrom('collection_product').select('collection_id').where('product_id', '=', product).execute();
    expect(await at(await revision())).toEqual({ [tent]: { ...plain, taxClass, collectionIds: collections.map((row) => row.collection_id) } });
    expect(await test.database.selectFrom('variant_pricing_fact').select('variant_id').where('to_revision', 'is', null).execute()).toEqual([{ variant_id: tent }]);
  });
});
