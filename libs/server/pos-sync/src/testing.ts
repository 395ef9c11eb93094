import { newId } from '@oneshelf/platform';
import type { TestDatabase } from '@oneshelf/platform/testing';
import type { DeviceActor } from '@oneshelf/platform';
import type { SalePayload, TillOperation } from '@oneshelf/contracts';
import { type PriceBook, quoteBasket } from '@oneshelf/domain-pricing';
import { receiptHash } from './accept-sale/receipt-hash';

export interface Store {
  device: DeviceActor;
  locationId: string;
  variantId: string;
  shiftId: string;
}

export const SOLD_AT = '2026-11-21T10:00:00.000Z';

/** One store with one till, one product at 10.00 including 20 %, and `units` of it on the shelf. */
export async function openStore({ database }: TestDatabase, units: number): Promise<Store> {
  const [locationId, registerId, deviceId, productId, variantId, bookId] = [newId(), newId(), newId(), newId(), newId(), newId()];
  await database.insertInto('market').values({ code: 'GB', name: 'United Kingdom', country: 'GB', currency: 'GBP', tax_inclusive: true, locale: 'en-GB' }).execute();
  await database.insertInto('channel').values({ code: 'store-gb', name: 'Stores', kind: 'pos', market_code: 'GB', fulfilled_by: 'merchant', buffer_basis_points: 0 }).execute();
  await database
    .insertInto('location')
    .values({ id: locationId, code: 'SOHO', name: 'London Soho', kind: 'store', market_code: 'GB', channel_code: 'store-gb', country: 'GB', time_zone: 'Europe/London', address: JSON.stringify({ lines: ['1 High Street'], city: 'London', postalCode: 'W1' }), latitude: 51.5, longitude: -0.1, can_ship: true, can_pickup: true })
    .execute();
  await database.insertInto('register').values({ id: registerId, location_id: locationId, number: 1, name: 'Till 1' }).execute();
  await database.insertInto('device').values({ id: deviceId, register_id: registerId, location_id: locationId }).execute();
  await database.insertInto('product').values({ id: productId, handle: 'cap', title: 'Watch Cap', option_names: [] }).execute();
  await database.insertInto('variant').values({ id: variantId, product_id: productId, sku: 'HAT-1', option_values: [] }).execute();
  await database.insertInto('price_book').values({ id: bookId, code: 'gb-list', name: 'List UK', market_code: 'GB', currency: 'GBP' }).execute();
  await database.insertInto('price_release').values({ market_code: 'GB', number: 1, cause: 'test', released_by: 'test' }).execute();
  await database.insertInto('price_book_version').values({ id: newId(), book_id: bookId, number: 1, status: 'live', based_on: 0, release_number: 1, author_id: 'test', author_name: 'test' }).execute();
  await database.insertInto('price').values({ book_id: bookId, variant_id: variantId, from_release: 1, amount_minor: 1000 }).execute();
  await database.insertInto('tax_rate').values({ id: newId(), country: 'GB', tax_class: 'standard', name: 'VAT', rate_basis_points: 2000, valid_from: '2011-01-04T00:00:00Z' }).execute();
  await database.insertInto('stock_level').values({ variant_id: variantId, location_id: locationId, sellable_milli: units * 1000 }).execute();
  await database.insertInto('stock_movement').values({ id: newId(), operation_id: newId(), entry: 1, variant_id: variantId, location_id: locationId, from_bucket: 'supplier', to_bucket: 'sellable', quantity_milli: units * 1000, cause_kind: 'opening', cause_id: 'test', actor: 'test', occurred_at: SOLD_AT }).execute();
  return { device: { kind: 'device', id: deviceId, name: 'Till 1', registerId, locationId, epoch: 1 }, locationId, variantId, shiftId: newId() };
}

const staff = { staffId: newId(), staffName: 'Sam Lowe' };

export const openShift = (store: Store, sequence: number): TillOperation => ({
  id: newId(), epoch: 1, sequence, madeAt: SOLD_AT, kind: 'open_shift', payload: { shiftId: store.shiftId, ...staff, floatMinor: 10_000, currency: 'GBP', openedAt: SOLD_AT },
});

export const closeShift = (store: Store, sequence: number, countedMinor: number): TillOperation => ({
  id: newId(), epoch: 1, sequence, madeAt: SOLD_AT, kind: 'close_shift', payload: { shiftId: store.shiftId, ...staff, countedMinor, closedAt: '2026-11-21T18:00:00.000Z' },
});

interface CashSale {
  sequence: number;
  pieces: number;
  coupons?: { code: string; promotionId?: string }[];
  /** What the basket has beside. */
  basket?: Partial<SalePayload['basket']>;
  payload?: Partial<SalePayload>;
}

/** A cash sale of so many pieces, as the till would make it: priced by the same engine, hashed into its chain. */
export function cashSale(store: Store, book: PriceBook, { sequence, pieces, coupons, basket: given, payload: said }: CashSale): Extract<TillOperation, { kind: 'sale' }> {
  const basket: SalePayload['basket'] = { marketCode: 'GB', channelCode: 'store-gb', locationId: store.locationId, currency: 'GBP', pricedAt: SOLD_AT, taxCountry: 'GB', lines: [{ lineId: 'a', variantId: store.variantId, quantityMilli: pieces * 1000 }], ...(coupons ? { buyer: { coupons } } : {}), ...given };
  const quoted = quoteBasket(basket, book);
  if (!quoted.ok) throw new Error(`The test's basket was refused: ${quoted.refusal.kind}`);
  const quote = quoted.value;
  const [saleId, receiptNumber, previousHash] = [newId(), `SOHO-1-2026-${String(sequence).padStart(6, '0')}`, ''];
  const payload: SalePayload = {
    saleId, shiftId: store.shiftId, ...staff, receiptNumber, previousHash, hash: receiptHash({ previousHash, receiptNumber, saleId, totalMinor: quote.totalMinor, soldAt: SOLD_AT }),
    soldAt: SOLD_AT, wasOffline: true, basket, quote, lineTexts: [{ lineId: 'a', sku: 'HAT-1', title: 'Watch Cap' }],
    tenders: [{ paymentId: newId(), kind: 'cash', amountMinor: quote.totalMinor, tenderedMinor: quote.totalMinor }], changeMinor: 0, roundingMinor: 0, handActs: [], traced: [], ...said,
  };
  return { id: newId(), epoch: 1, sequence, madeAt: SOLD_AT, kind: 'sale', payload };
}
