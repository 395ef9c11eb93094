import type { AddPrice, BasketInput, PriceTier, ScopedBook } from '@oneshelf/domain-pricing';

export const BOOKS = 500;
export const VARIANTS = 100_000;
export const PRICES = 5_000_000;

/** A linear congruential generator: the same figures in every run, and far cheaper than what it measures. */
export class Chance {
  constructor(private state: number) {}
  below(limit: number): number {
    this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.state / 4_294_967_296) * limit);
  }
}

export const variantIds = Array.from({ length: VARIANTS }, (_, number) => `0198a6c2-7b1e-7000-8000-${String(number).padStart(12, '0')}`);

/** A market of a large chain: its own book, and others for regions, channels, groups, zones, stores, occasions and customers. */
export function manyBooks(): ScopedBook[] {
  return Array.from({ length: BOOKS }, (_, number) => ({
    bookId: `book-${String(number).padStart(3, '0')}`, name: `Book ${number}`, channelCode: null, locationId: null, priority: number % 3, release: number,
    activeFrom: number % 5 === 4 ? '2026-11-01T00:00:00Z' : null, activeTo: number % 5 === 4 ? '2026-12-01T00:00:00Z' : null, prices: {},
    ...(number === 0 ? {} : scopeOf(number)),
  }));
}

const scopes: ((number: number) => Partial<ScopedBook>)[] = [
  (number) => ({ region: `region-${number % 10}` }), (number) => ({ channelCode: `channel-${number % 4}` }), (number) => ({ customerGroup: `group-${number % 20}` }), (number) => ({ priceZone: `zone-${number % 12}` }),
  (number) => ({ locationId: `store-${number % 60}` }), /** A sale, below nearly everything else. */
  (number) => ({ isEvent: true, isReduction: true, channelCode: `channel-${number % 4}` }), (number) => ({ customerId: `customer-${number % 50}` }),
];

const isSale = (number: number): boolean => scopeOf(number).isReduction === true;

const scopeOf = (number: number): Partial<ScopedBook> => scopes[number % scopes.length]?.(number) ?? {};

/** The market's book prices everything, the others a tenth each, spread over all; book by book, as a database hands them over. One price in forty has tiers. */
export function feedPrices(add: AddPrice): void {
  const chance = new Chance(7);
  for (const variantId of variantIds) add(0, variantId, 1000 + chance.below(90_000));
  const others = PRICES - VARIANTS;
  for (let book = 1; book < BOOKS; book += 1) {
    const count = Math.floor((book * others) / (BOOKS - 1)) - Math.floor(((book - 1) * others) / (BOOKS - 1));
    // Never two prices on one variant: the places are a tenth part apart and more.
    const start = chance.below(Math.floor(VARIANTS / count));
    const dearest = isSale(book) ? 5000 : 90_000;
    for (let number = 0; number < count; number += 1) add(book, variantIds[start + Math.floor((number * (VARIANTS - 10)) / count)] ?? '', priceOf(1000 + chance.below(dearest), chance));
  }
}

function priceOf(unitMinor: number, chance: Chance): number | PriceTier[] {
  return chance.below(40) > 0 ? unitMinor : [{ fromMilli: 1000, unitMinor }, { fromMilli: 10_000, unitMinor: unitMinor - 100 }];
}

/** Baskets of every kind: a store, a web shop, members, customers with a contract. */
export function manyContexts(): Omit<BasketInput, 'lines'>[] {
  return Array.from({ length: 200 }, (_, number) => ({
    marketCode: 'GB', currency: 'GBP', taxCountry: 'GB', channelCode: `channel-${number % 4}`, locationId: number % 2 === 0 ? `store-${number % 60}` : null, pricedAt: `2026-11-${String((number % 28) + 1).padStart(2, '0')}T10:00:00Z`,
    region: `region-${number % 10}`, priceZone: `zone-${number % 12}`, buyer: { customerGroups: [`group-${number % 20}`, `group-${(number * 7) % 20}`], ...(number % 3 === 0 ? { customerId: `customer-${number % 50}` } : {}) },
  }));
}
