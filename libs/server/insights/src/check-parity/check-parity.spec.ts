import type { TestingModule } from '@nestjs/testing';
import type { PriceParityQuery } from '@oneshelf/contracts';
import { type BasketInput, quoteBasket } from '@oneshelf/domain-pricing';
import { newId } from '@oneshelf/platform';
import { createTestContext, createTestDatabase, type TestDatabase } from '@oneshelf/platform/testing';
import { RecordTillSaleUseCase } from '@oneshelf/server-orders';
import { TillBookRepository } from '@oneshelf/server-pos-sync';
import { LoadPriceBook } from '@oneshelf/server-pricing';
import { InsightsModule } from '../insights.module';
import { type Chain, openChain } from '../testing';
import { TodayQuery } from '../today/today.query';
import { parityCsv } from './parity-csv';
import { parityMatrix } from './parity-matrix';
import { driftsOf, parityPage, rowsOf } from './parity-rows';
import type { ParitySheet } from './parity-sheet';
import { ParitySheetQuery } from './parity-sheet.query';

const HOUR_MS = 3_600_000;
const query: PriceParityQuery = { show: 'all', minSpread: 0, offset: 0, limit: 50 };
let test: TestDatabase;
let context: TestingModule;
let chain: Chain;
let base: string;
let looks = 0;

beforeEach(async () => {
  test = await createTestDatabase();
  chain = await openChain(test);
  const { database } = test;
  base = newId();
  const soho = newId();
  await release(1, 48);
  await database.insertInto('price_book').values([{ id: base, code: 'GB', name: 'UK' }, { id: soho, code: 'SOHO', name: 'Soho', location_id: chain.soho }].map((book) => ({ market_code: 'GB', currency: 'GBP', location_id: null, ...book }))).execute();
  await price(base, chain.jacket, 4000, 1);
  await price(base, chain.socks, 500, 1);
  await price(soho, chain.socks, 450, 1);
  await database.insertInto('tax_rate').values({ id: newId(), country: 'GB', tax_class: 'standard', name: 'VAT', rate_basis_points: 2000, valid_from: '2020-01-01T00:00:00Z' }).execute();
  const definition = { lane: 'item', priority: 0, channelCodes: [], customerGroups: ['VIP'], conditions: [], reward: { kind: 'lines', per: 'unit', on: { variantIds: [chain.jacket] }, discount: { percentBasisPoints: 1000 } } };
  await database.insertInto('promotion').values({ id: newId(), code: 'VIP', name: 'A tenth for VIPs', market_code: 'GB', definition: JSON.stringify(definition), starts_at: '2020-01-01T00:00:00Z', ends_at: '2099-01-01T00:00:00Z', from_release: 1 }).execute();
  context = await createTestContext(test, { imports: [InsightsModule] });
});
afterEach(async () => {
  await context.close();
  await test.drop();
});

const release = (number: number, hoursAgo: number) => test.database.insertInto('price_release').values({ market_code: 'GB', number, cause: 'test', released_by: 'test', released_at: new Date(Date.now() - hoursAgo * HOUR_MS) }).execute();
const price = (book_id: string, variant_id: string, amount_minor: number, from_release: number) => test.database.insertInto('price').values({ book_id, variant_id, from_release, amount_minor }).execute();

/** Release 2: the jacket costs 38.00 instead of 40.00. */
async function reduceJacket(): Promise<void> {
  await release(2, 24);
  await test.database.updateTable('price').set({ to_release: 2 }).where('variant_id', '=', chain.jacket).execute();
  await price(base, chain.jacket, 3800, 2);
}

const live = () => context.get(LoadPriceBook, { strict: false }).run('GB');
/** The till of Soho says which book it holds. */
const holds = async (bookVersion: string) => context.get(TillBookRepository, { strict: false }).report({ registerId: chain.register, locationId: chain.soho }, bookVersion, new Date());
const list = (variant_id: string, shown: { minor: number | null; failure?: string; wanted?: number; currency?: string }) => test.database.insertInto('listing').values({
  id: newId(), channel_code: 'amazon-gb', variant_id, external_sku: variant_id, shown_price_minor: shown.minor, shown_price_currency: shown.currency ?? 'GBP', price_read_at: new Date(), failure: shown.failure ?? null, wanted_version: shown.wanted ?? 0,
}).execute();

async function sell(variantId: string, { bookVersion, override }: { bookVersion?: string; override?: { unitMinor: number; reason: string; by: string } } = {}): Promise<string> {
  const book = bookVersion === undefined ? await live() : await context.get(LoadPriceBook, { strict: false }).ofVersion(bookVersion);
  const [saleId, soldAt] = [newId(), new Date(Date.now() - HOUR_MS).toISOString()];
  const basket: BasketInput = { marketCode: 'GB', channelCode: 'pos-gb', locationId: chain.leeds, currency: 'GBP', pricedAt: soldAt, taxCountry: 'GB', lines: [{ lineId: '1', variantId, quantityMilli: 1000, ...(override ? { override } : {}) }] };
  const quote = book && quoteBasket(basket, book);
  if (!quote?.ok) throw new Error('the basket has a price');
  await test.transactions.write((tx) => context.get(RecordTillSaleUseCase, { strict: false }).run(tx, {
    saleId, receiptNumber: saleId, channelCode: 'pos-gb', locationId: chain.leeds, basket, quote: quote.value, lineTexts: [], staffName: 'Sam', soldAt, businessDate: soldAt.slice(0, 10),
  }));
  return saleId;
}

/** Each look is a moment of its own, so that none is kept from the one before. */
async function look(at: Date | null = null): Promise<ParitySheet> {
  looks += 1;
  const sheet = await context.get(ParitySheetQuery, { strict: false }).run('GB', at, new Date(Date.now() + looks * 10_000));
  if (!sheet.ok) throw new Error(sheet.refusal.message);
  return sheet.value;
}
async function today() {
  looks += 10;
  return (await context.get(TodayQuery, { strict: false }).run(new Date(Date.now() + looks * 10_000))).concerns;
}
const seen = (sheet: ParitySheet, filter = {}) => driftsOf(sheet, { ...query, ...filter }).map(({ cause, sku, placeKind, customerGroup, expectedMinor, askedMinor }) => [cause, placeKind, sku, customerGroup, expectedMinor, askedMinor]);

describe('price parity', () => {
  it('finds no drift where every place has the live book', async () => {
    await holds((await live()).version);
    await list(chain.jacket, { minor: 4000 });
    await list(chain.socks, { minor: null });
    await sell(chain.jacket);
    await sell(chain.socks);
    const sheet = await look();
    expect(sheet.drifts).toEqual([]);
    expect(sheet.places.map(({ kind, known, sold, drifts }) => [kind, known, sold, drifts])).toEqual([['shop', 2, 2, 0], ['till', 2, 2, 0], ['marketplace', 1, 2, 0]]);
  });

  it('finds every seeded drift with its cause, and none else (B-04)', async () => {
    const before = (await live()).version;
    await holds(before);
    await reduceJacket();
    await list(chain.jacket, { minor: 4000 });
    await list(chain.socks, { minor: 470, failure: 'Amazon refused it.' });
    const [byHand, byOldBook] = [await sell(chain.socks, { override: { unitMinor: 400, reason: 'A hole', by: 'Gareth Pike' } }), await sell(chain.jacket, { bookVersion: before })];
    await sell(chain.socks, { override: { unitMinor: 500, reason: 'As the book', by: 'Gareth Pike' } });
    await sell(chain.socks, { bookVersion: before });
    const sheet = await look();
    expect(seen(sheet).sort()).toEqual([
      ['by_hand', 'receipt', 'SOCKS', null, 500, 400],
      ['old_book', 'receipt', 'JACKET', null, 3800, 4000],
      ['old_book', 'till', 'JACKET', null, 3800, 4000],
      ['old_book', 'till', 'JACKET', 'VIP', 3420, 3600],
      ['other_price', 'marketplace', 'JACKET', null, 3800, 4000],
      ['push_failed', 'marketplace', 'SOCKS', null, 500, 470],
    ]);
    expect(driftsOf(sheet, { ...query, location: chain.leeds }).map(({ orderId, by, reason }) => [orderId, by, reason]).sort()).toEqual([[byHand, 'Gareth Pike', 'A hole'], [byOldBook, null, null]].sort());
    expect(sheet.places.find(({ kind }) => kind === 'till')).toMatchObject({ bookVersion: before, drifts: 2 });
  });

  it('says what a waiting push, another currency and a book that never was come to', async () => {
    await holds('GB:99.1');
    await list(chain.jacket, { minor: 3900, wanted: 1 });
    await list(chain.socks, { minor: 500, currency: 'EUR' });
    expect(seen(await look()).sort()).toEqual([
      ['not_acknowledged', 'marketplace', 'JACKET', null, 4000, 3900],
      ['other_price', 'marketplace', 'SOCKS', null, 500, null],
      ['unknown_book', 'till', 'JACKET', null, 4000, null],
      ['unknown_book', 'till', 'SOCKS', null, 450, null],
    ]);
  });

  it('shows what differs on purpose, with the book or the promotion that makes it so', async () => {
    const sheet = await look();
    expect(rowsOf(sheet, query).map(({ sku, plainMinor, minMinor, maxMinor, spreadBasisPoints, differing, drifts }) => [sku, plainMinor, minMinor, maxMinor, spreadBasisPoints, differing, drifts])).toEqual([
      ['JACKET', 4000, 3600, 4000, 1111, 3, 0],
      ['SOCKS', 500, 450, 500, 1111, 2, 0],
    ]);
    const others = parityMatrix(sheet, chain.socks)?.cells.filter(({ isOther }) => isOther).map(({ context: { locationId, customerGroup }, bookName, because }) => [locationId, customerGroup, bookName, because]);
    expect(others).toEqual([[chain.soho, null, 'Soho', 'store_book'], [chain.soho, 'VIP', 'Soho', 'store_book']]);
    expect(parityMatrix(sheet, chain.jacket)?.cells.filter(({ isOther }) => isOther).map(({ context: { channelCode }, promotions }) => [channelCode, promotions])).toEqual([['pos-gb', ['A tenth for VIPs']], ['pos-gb', ['A tenth for VIPs']], ['web-gb', ['A tenth for VIPs']]]);
    expect(parityMatrix(sheet, newId())).toBeNull();
  });

  it('filters by channel, store, group, spread and text, and pages', async () => {
    const sheet = await look();
    expect(parityPage(sheet, { ...query, channel: 'web-gb', group: '-' })).toMatchObject({ total: 2, totals: { contexts: 1, differing: 0 }, groups: ['VIP'], locations: [chain.leeds, chain.soho].sort((a) => (a === chain.leeds ? -1 : 1)) });
    expect(parityPage(sheet, { ...query, location: chain.soho, show: 'differences', group: '-' }).items.map(({ sku }) => sku)).toEqual(['SOCKS']);
    expect(parityPage(sheet, { ...query, search: 'sock' }).items.map(({ sku }) => sku)).toEqual(['SOCKS']);
    expect(parityPage(sheet, { ...query, minSpread: 1200 }).total).toBe(0);
    expect(parityPage(sheet, { ...query, offset: 1, limit: 1 })).toMatchObject({ total: 2, items: [{ sku: 'SOCKS' }] });
  });

  it('shows the past by its release and what is to come by its dates, without places', async () => {
    await reduceJacket();
    const event = newId();
    await test.database.insertInto('price_book').values({ id: event, code: 'SALE', name: 'Sale', market_code: 'GB', currency: 'GBP', is_event: true, active_from: '2090-01-01T00:00:00Z' }).execute();
    await price(event, chain.jacket, 3000, 2);
    const jacket = (sheet: ParitySheet) => rowsOf(sheet, { ...query, group: '-' }).find(({ sku }) => sku === 'JACKET')?.maxMinor;
    const past = await look(new Date(Date.now() - 30 * HOUR_MS));
    const coming = await look(new Date('2090-06-01T00:00:00Z'));
    expect([past.moment, jacket(past), jacket(await look()), coming.moment, jacket(coming)]).toEqual(['past', 4000, 3800, 'coming', 3000]);
    expect([past.places, coming.places]).toEqual([[], []]);
    const sheets = context.get(ParitySheetQuery, { strict: false });
    expect(await sheets.run('GB', new Date('2001-01-01T00:00:00Z'), new Date())).toMatchObject({ ok: false, refusal: { kind: 'no_book' } });
    expect(await sheets.run('XX', null, new Date())).toMatchObject({ ok: false, refusal: { kind: 'unknown_market' } });
  });

  it('puts on Today what can be mended, with the way to it', async () => {
    expect((await today()).some(({ kind }) => kind === 'price_drifts')).toBe(false);
    await list(chain.jacket, { minor: 3900 });
    await sell(chain.socks, { override: { unitMinor: 400, reason: 'A hole', by: 'Gareth Pike' } });
    const [concern] = (await today()).filter(({ kind }) => kind === 'price_drifts');
    expect(concern).toMatchObject({ count: 1, href: '/prices/GB/parity?show=drift', rows: [{ reason: 'other_price', amountMinor: 3900, currency: 'GBP', href: `/prices/GB/parity?show=drift&sku=${chain.jacket}` }] });
  });

  it('gives a table in which no text runs as a formula', async () => {
    await list(chain.jacket, { minor: 3900 });
    await test.database.updateTable('product').set({ title: '=HYPERLINK("x"), "y"' }).execute();
    const sheet = await look();
    const [head, drift, difference] = parityCsv('GBP', sheet.drifts, rowsOf(sheet, query)).split('\r\n');
    expect(head?.split(',')).toHaveLength(17);
    expect(drift).toMatch(/^drift,JACKET,"'=HYPERLINK\(""x""\), ""y"" · JACKET",amazon-gb,,,amazon-gb,40\.00,39\.00,,,,other_price,,\d{4}/);
    expect(difference).toContain('40.00,,36.00,40.00,11.11');
  });
});
