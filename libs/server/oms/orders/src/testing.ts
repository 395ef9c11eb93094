import type { INestApplicationContext } from '@nestjs/common';
import { newId } from '@oneshelf/platform';
import type { TestDatabase } from '@oneshelf/platform/testing';
import pg from 'pg';
import { giveStock } from '@oneshelf/server-inventory/testing';
import { PlaceOrderUseCase } from './place-order/place-order.use-case';

/** A small chain: Leeds and Soho with pickup, a warehouse that ships, a web shop and a marketplace; tax of 20 % included. */
export interface TestChain {
  leedsId: string;
  sohoId: string;
  warehouseId: string;
  registerId: string;
  /** 40.00, 10.00 and 3.33. The first has 10 % off. */
  bootsId: string;
  beltId: string;
  socksId: string;
}

const CHANNELS = ['web-gb', 'amazon-gb'];

export async function seedChain(test: TestDatabase): Promise<TestChain> {
  const { database } = test;
  const chain: TestChain = { leedsId: newId(), sohoId: newId(), warehouseId: newId(), registerId: newId(), bootsId: newId(), beltId: newId(), socksId: newId() };
  await database.insertInto('market').values({ code: 'GB', name: 'United Kingdom', country: 'GB', currency: 'GBP', tax_inclusive: true, locale: 'en-GB' }).execute();
  await database.insertInto('channel').values([
    { code: 'web-gb', name: 'Web UK', kind: 'web', market_code: 'GB' }, { code: 'amazon-gb', name: 'Amazon UK', kind: 'marketplace', market_code: 'GB' }, { code: 'pos-gb', name: 'Stores UK', kind: 'pos', market_code: 'GB' },
  ]).execute();
  const at = { kind: 'store', market_code: 'GB', channel_code: 'pos-gb', country: 'GB', time_zone: 'Europe/London', address: JSON.stringify({ lines: ['1 High Street'], city: 'Town', postalCode: 'X1' }) };
  await database.insertInto('location').values([
    { ...at, id: chain.leedsId, code: 'LEEDS', name: 'Leeds', latitude: 53.8, longitude: -1.55, can_ship: true, can_pickup: true },
    { ...at, id: chain.sohoId, code: 'SOHO', name: 'London Soho', latitude: 51.51, longitude: -0.13, can_ship: true, can_pickup: true },
    { ...at, id: chain.warehouseId, code: 'WH', name: 'Warehouse', kind: 'warehouse', channel_code: null, latitude: 52.5, longitude: -1.9, can_ship: true, can_pickup: false },
  ]).execute();
  await database.insertInto('channel_location').values(CHANNELS.flatMap((channel_code) => [chain.leedsId, chain.sohoId, chain.warehouseId].map((location_id) => ({ channel_code, location_id })))).execute();
  await database.insertInto('register').values({ id: chain.registerId, location_id: chain.leedsId, number: 1, name: 'Till 1' }).execute();
  await seedProducts(test, chain);
  return chain;
}

async function seedProducts({ database }: TestDatabase, chain: TestChain): Promise<void> {
  const products = [
    { id: chain.bootsId, sku: 'BOO-1', title: 'Suede boots', amountMinor: 4_000 }, { id: chain.beltId, sku: 'BEL-1', title: 'Leather belt', amountMinor: 1_000 }, { id: chain.socksId, sku: 'SOC-1', title: 'Ribbed socks', amountMinor: 333 },
  ].map((product) => ({ ...product, productId: newId() }));
  await database.insertInto('product').values(products.map((product) => ({ id: product.productId, handle: product.sku.toLowerCase(), title: product.title, option_names: [] }))).execute();
  await database.insertInto('variant').values(products.map((product) => ({ id: product.id, product_id: product.productId, sku: product.sku, option_values: [] }))).execute();
  const [bookId, collectionId] = [newId(), newId()];
  await database.insertInto('collection').values({ id: collectionId, handle: 'boots', title: 'Boots' }).execute();
  await database.insertInto('collection_product').values({ collection_id: collectionId, product_id: products[0]?.productId ?? '' }).execute();
  await database.insertInto('price_release').values({ market_code: 'GB', number: 1, cause: 'test', released_by: 'test' }).execute();
  await database.insertInto('price_book').values({ id: bookId, code: 'GB', name: 'UK', market_code: 'GB', currency: 'GBP' }).execute();
  await database.insertInto('price').values(products.map((product) => ({ book_id: bookId, variant_id: product.id, from_release: 1, amount_minor: product.amountMinor }))).execute();
  await database.insertInto('tax_rate').values({ id: newId(), country: 'GB', tax_class: 'standard', name: 'VAT 20 %', rate_basis_points: 2000, valid_from: '2020-01-01T00:00:00Z' }).execute();
  await database.insertInto('promotion').values({
    id: newId(), code: 'AUTUMN', name: 'Autumn', market_code: 'GB', 
    definition: JSON.stringify({ lane: 'item', priority: 0, channelCodes: [], conditions: [], reward: { kind: 'lines', per: 'unit', on: { collectionIds: [collectionId] }, discount: { percentBasisPoints: 1000 } } }),
    starts_at: '2020-01-01T00:00:00Z', ends_at: '2099-01-01T00:00:00Z', from_release: 1,
  }).execute();
}

/** Beside it a German web shop that pays the tax of the destination and sends to three countries, and one of the United States with prices without tax; all fed by Leeds. */
export async function seedAbroad({ database }: TestDatabase, chain: TestChain): Promise<void> {
  const markets = [{ code: 'DE', currency: 'EUR', tax_inclusive: true, locale: 'de-DE' }, { code: 'US', currency: 'USD', tax_inclusive: false, locale: 'en-US' }];
  await database.insertInto('market').values(markets.map((market) => ({ name: market.code, country: market.code, ...market }))).execute();
  await database.insertInto('channel').values(markets.map(({ code }) => ({ code: `web-${code.toLowerCase()}`, name: `Web ${code}`, kind: 'web', market_code: code, pays_tax_at_destination: code === 'DE' }))).execute();
  await database.insertInto('channel_location').values(markets.map(({ code }) => ({ channel_code: `web-${code.toLowerCase()}`, location_id: chain.leedsId }))).execute();
  for (const { code, currency } of markets) {
    const bookId = newId();
    await database.insertInto('price_release').values({ market_code: code, number: 1, cause: 'test', released_by: 'test' }).execute();
    await database.insertInto('price_book').values({ id: bookId, code, name: code, market_code: code, currency }).execute();
    await database.insertInto('price').values({ book_id: bookId, variant_id: chain.beltId, from_release: 1, amount_minor: 1000 }).execute();
  }
  const rate = { tax_class: 'standard', valid_from: '2020-01-01T00:00:00Z' };
  await database.insertInto('tax_rate').values([
    { ...rate, id: newId(), country: 'DE', name: 'MwSt. 19 %', rate_basis_points: 1900 }, { ...rate, id: newId(), country: 'AT', name: 'VAT 20 %', rate_basis_points: 2000 },
    { ...rate, id: newId(), country: 'DE', name: 'MwSt. 0 %', rate_basis_points: 0, postcodes: JSON.stringify([{ from: '27498', to: '27498' }]) },
    { ...rate, id: newId(), country: 'US', region: 'CA', layer: 'state', name: 'Sales tax', rate_basis_points: 725 },
  ]).execute();
  const method = { channel_code: 'web-de', countries: ['DE'] };
  await database.insertInto('shipping_method').values([
    { ...method, code: 'standard', names: JSON.stringify({ en: 'Standard', de: 'Standard' }), fee_minor: 495, max_items_minor: 4999, position: 1 },
    { ...method, code: 'express', names: JSON.stringify({ en: 'Express', de: 'Express' }), fee_minor: 995, position: 2 },
    { ...method, code: 'free', names: JSON.stringify({ en: 'Free', de: 'Frei' }), fee_minor: 0, min_items_minor: 5000, position: 3 },
    { ...method, code: 'abroad', names: JSON.stringify({ en: 'Abroad', de: 'Ausland' }), fee_minor: 990, countries: ['AT', 'CH'], position: 4 },
  ]).execute();
}

export const stock = (test: TestDatabase, locationId: string, pieces: Record<string, number>): Promise<void[]> =>
  Promise.all(Object.entries(pieces).map(([variantId, count]) => giveStock(test, { variantId, locationId }, count * 1000)));

/** Fields of a checkout: two boots at 36.00 after the promotion, collected in Leeds, paid by Visa. */
export const checkout = (chain: TestChain, change: object = {}) => ({
  channelCode: 'web-gb', idempotencyKey: newId(), lines: [{ variantId: chain.bootsId, quantityMilli: 2000 }], fulfilment: { kind: 'pickup' as const, locationId: chain.leedsId },
  customer: { name: 'Priya Nair', email: 'Priya@example.com' }, expectedTotalMinor: 7_200, paymentMethodId: 'pm_card_visa', ...change,
});

export const delivery = { kind: 'delivery' as const, address: { line1: '2 Kirkgate', city: 'Leeds', postcode: 'LS1 4AP', country: 'GB', latitude: 53.79, longitude: -1.54 } };

/** The timeline as words. */
export async function eventsOf(test: TestDatabase, orderId: string): Promise<string[]> {
  const rows = await test.database.selectFrom('order_event').select('kind').where('order_id', '=', orderId).orderBy('occurred_at').orderBy('id').execute();
  return rows.map((row) => row.kind);
}

/** The statements that reach PostgreSQL while the work runs and touch one of these tables. */
export async function statementsOn(tables: RegExp, work: () => Promise<unknown>): Promise<number> {
  const spy = jest.spyOn(pg.Client.prototype, 'query');
  await work();
  const texts = spy.mock.calls.map(([query]) => String((query as unknown as { text?: string }).text ?? query));
  spy.mockRestore();
  return texts.filter((text) => tables.test(text)).length;
}

/** An order of the web shop, for the tests of what comes after it. Answers its id. */
export async function giveOrder(on: INestApplicationContext, chain: TestChain, change: object = {}): Promise<string> {
  const placed = await on.get(PlaceOrderUseCase, { strict: false }).run(checkout(chain, change));
  if (!placed.ok) throw new Error(`The test's order was refused: ${placed.refusal.kind}`);
  return placed.value.orderId;
}
