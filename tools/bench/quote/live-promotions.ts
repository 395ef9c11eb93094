import type { PriceBook } from '@oneshelf/domain-pricing';

type Promotion = PriceBook['promotions'][number];

const COLLECTIONS = 40;
const collection = (number: number): string => `department-${number % COLLECTIONS}`;

/** The book with its variants spread over 40 departments and so many live promotions of every kind, as a chain has them in December. */
export function withLivePromotions(book: PriceBook, count: number): PriceBook {
  const variantIds = Object.keys(book.variants).sort();
  const variants = Object.fromEntries(variantIds.map((id, index) => {
    const facts = book.variants[id];
    return [id, { taxClass: 'standard', ...facts, collectionIds: [...(facts?.collectionIds ?? []), collection(index)] }];
  }));
  const promotions = Array.from({ length: count }, (_, number) => promotionOf(number, variantIds[(number * 37) % variantIds.length] ?? ''));
  return { ...book, version: `${book.version} with ${count} promotions`, variants, promotions };
}

function promotionOf(number: number, variantId: string): Promotion {
  const common = { promotionId: `live-${String(number).padStart(3, '0')}`, name: `Live ${number}`, priority: number % 5, startsAt: '2020-01-01T00:00:00Z', endsAt: '2099-01-01T00:00:00Z', channelCodes: [], conditions: [] };
  return { ...common, ...givenBy(number, variantId) };
}

/** Of twenty: eight on a department, three on a variant, one on all, two by steps, three deals, one bundle, one on the basket, one with a code. */
function givenBy(number: number, variantId: string): Pick<Promotion, 'lane' | 'reward'> & Partial<Promotion> {
  const on = { collectionIds: [collection(Math.trunc(number / 2))] };
  const percent = { percentBasisPoints: 500 + (number % 7) * 250 };
  switch (number % 20) {
    case 8: case 9: case 10: return { lane: 'item', reward: { kind: 'lines', per: 'unit', on: { variantIds: [variantId] }, discount: { amountOffMinor: 50 } } };
    case 11: return { lane: 'item', conditions: [{ kind: 'spend_at_least', on: {}, amountMinor: 5_000 * number, of: 'list' }], reward: { kind: 'lines', per: 'unit', on: { minUnitMinor: 1000 }, discount: percent } };
    case 12: case 13: return { lane: 'item', reward: { kind: 'tiers', on, by: 'quantity', steps: [{ from: 2000, discount: { percentBasisPoints: 500 } }, { from: 5000, discount: { percentBasisPoints: 1000 } }] } };
    case 14: case 15: case 16: return { lane: 'item', reward: { kind: 'buy_get', buy: { on, quantity: 2 }, get: { on, quantity: 1, discount: { percentBasisPoints: 10_000 }, which: 'cheapest' } } };
    case 17: return { lane: 'item', reward: { kind: 'bundle', parts: [{ on, quantity: 3 }], priceMinor: 5000 } };
    case 18: return { lane: 'basket', conditions: [{ kind: 'spend_at_least', on: {}, amountMinor: 1000 * number, of: 'left' }], reward: { kind: 'basket', on: {}, discount: { percentBasisPoints: 100 + number } } };
    case 19: return { lane: 'item', coupon: { codes: [`LIVE${number}`] }, reward: { kind: 'lines', per: 'unit', on, discount: percent } };
    default: return { lane: 'item', reward: { kind: 'lines', per: 'unit', on, discount: percent } };
  }
}
