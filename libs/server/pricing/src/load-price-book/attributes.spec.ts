import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type BasketInput, quoteBasket } from '@oneshelf/domain-pricing';
import { createTestApp, createTestDatabase, type TestDatabase } from '@oneshelf/platform/testing';
import { PricingHttpModule } from '../pricing-http.module';
import { freshLoader, giveBook, giveMarket, giveVariant } from '../testing';

let test: TestDatabase;
let app: NestFastifyApplication;

beforeAll(async () => {
  test = await createTestDatabase();
  await giveMarket(test);
  app = await createTestApp(test, { imports: [PricingHttpModule], actor: () => null });
});
afterAll(async () => {
  await app.close();
  await test.drop();
});

const ofBrand = (value: string) => ({ lane: 'item', priority: 0, channelCodes: [], conditions: [], reward: { kind: 'lines', per: 'unit', on: { attributes: [{ name: 'brand', value }] }, discount: { percentBasisPoints: 1000 } } });

it('PRM-51 a promotion for a brand takes off what the brand was when it was quoted; a book carries no attribute that no promotion asks for', async () => {
  const { database } = test;
  const [list, boot] = [await giveBook(test, { code: 'gb-list' }), await giveVariant(test, { sku: 'BOOT' })];
  await database.updateTable('product').set({ brand: 'Ridge', attributes: JSON.stringify({ tags: ['sale'] }) }).execute();
  await database.insertInto('price').values({ book_id: list, variant_id: boot, from_release: 1, amount_minor: 10_000 }).execute();
  const release = (number: number) => database.insertInto('price_release').values({ market_code: 'GB', number, cause: 'test', released_by: 'test' }).execute();
  await release(1);
  const plain = await freshLoader(app).run('GB');
  await database.insertInto('promotion').values({ id: '01900000-0000-7000-8000-000000000001', code: 'P', name: 'Ridge week', market_code: 'GB', definition: JSON.stringify(ofBrand('Ridge')), starts_at: '2026-01-01T00:00:00Z', ends_at: '2099-01-01T00:00:00Z', from_release: 2 }).execute();
  await release(2);
  const asRidge = await freshLoader(app).run('GB');
  await database.updateTable('product').set({ brand: 'Fell' }).execute();
  const asFell = await freshLoader(app).run('GB');
  const again = await freshLoader(app).ofVersion(asRidge.version);
  const basket: BasketInput = { marketCode: 'GB', channelCode: 'web-gb', locationId: null, currency: 'GBP', pricedAt: '2026-11-20T10:00:00.000Z', taxCountry: 'GB', lines: [{ lineId: '1', variantId: boot, quantityMilli: 1000 }] };
  const totals = [plain, asRidge, asFell, again].map((book) => {
    const quote = book && quoteBasket(basket, book);
    return quote?.ok && quote.value.totalMinor;
  });
  expect(totals).toEqual([10_000, 9000, 10_000, 9000]);
  expect(JSON.stringify(again)).toBe(JSON.stringify(asRidge));
  expect([plain, asRidge, asFell].map((book) => book.variants[boot]?.attributes)).toEqual([undefined, { brand: 'Ridge' }, { brand: 'Fell' }]);
});
