import { quoteBasket, type BasketInput, type PriceBook, type Quote } from '@oneshelf/domain-pricing';
import type { Condition, Discount, LineSelector, Promotion, Reward } from '@oneshelf/domain-promotions';
import { basisPointsOf, differences, onlyKnown } from './amounts';
import { before, lineIdAt, now, percent, promotionOf, stacking } from './arrange';
import type { Judged } from './judged';
import { rules } from './rules';

interface OrderPromotion {
  name: string;
  level: 'item' | 'order' | 'shipping';
  percentOff?: number;
  amountOff?: number;
  fixedPrice?: number;
  coupon?: string;
  minimumOrderTotal?: number;
  anyLineQuantityAtLeast?: number;
  onlyListPrice?: number;
  onlyLines?: number[];
}

type Expected = Partial<Record<'subTotal' | 'subTotalWithTax' | 'shipping' | 'shippingWithTax' | 'total' | 'totalWithTax' | 'discountWithTax', number>> & { appliedPromotions?: string[] };

export interface OrderTotalsCase {
  pricesIncludeTax: boolean;
  lines: { listPrice: number; quantity: number; taxPercent: number }[];
  shipping: { price: number; taxPercent: number }[];
  promotions: OrderPromotion[];
  surcharges: { price?: number; listPrice?: number; taxPercent?: number }[];
  expected: Expected;
}

/** Orders in minor units: lines, shipping, promotions of items, order and shipping, through the whole quote. */
export function orderTotals(given: OrderTotalsCase): Judged {
  const book = bookOf(given);
  const input = inputOf(given);
  const quote = quoteOf(input, book);
  const undiscounted = quoteOf(input, { ...book, promotions: [] });
  const ours: Expected = { ...totalsOf(quote), discountWithTax: quote.totalMinor - undiscounted.totalMinor, appliedPromotions: quote.discounts.map(({ name }) => name).sort() };
  const asked = Object.entries(given.expected).map(([what, theirs]) => [what, ours[what as keyof Expected], Array.isArray(theirs) ? [...theirs].sort() : theirs] as const);
  return { problems: differences(asked), excusedBy: offByRounding(given, asked) ? rules.taxOncePerRate : undefined };
}

/** Each total within half a minor unit a unit and rounding step; where there is no tax, nothing is excused. */
function offByRounding({ lines, shipping }: OrderTotalsCase, asked: readonly (readonly [string, unknown, unknown])[]): boolean {
  const pieces = lines.reduce((sum, { quantity }) => sum + quantity, 0) + shipping.length;
  const taxed = [...lines, ...shipping].some(({ taxPercent }) => taxPercent > 0);
  return taxed && asked.every(([, ours, theirs]) => typeof ours === 'number' && typeof theirs === 'number' ? Math.abs(ours - theirs) <= pieces : JSON.stringify(ours) === JSON.stringify(theirs));
}

function totalsOf({ lines, shipping = [] }: Quote): Expected {
  const [subTotalWithTax, shippingWithTax] = [sum(lines, 'totalMinor'), sum(shipping, 'totalMinor')];
  const [subTotal, net] = [subTotalWithTax - sum(lines, 'taxMinor'), shippingWithTax - sum(shipping, 'taxMinor')];
  return { subTotal, subTotalWithTax, shipping: net, shippingWithTax, total: subTotal + net, totalWithTax: subTotalWithTax + shippingWithTax };
}

const sum = (entries: readonly { totalMinor: number; taxMinor: number }[], what: 'totalMinor' | 'taxMinor'): number => entries.reduce((total, entry) => total + entry[what], 0);

function quoteOf(input: BasketInput, book: PriceBook): Quote {
  const quote = quoteBasket(input, book);
  if (!quote.ok) throw new Error(`refused: ${JSON.stringify(quote.refusal)}`);
  return quote.value;
}

const soldLines = ({ lines, surcharges }: OrderTotalsCase): OrderTotalsCase['lines'] =>
  [...lines, ...surcharges.map(({ price, listPrice, taxPercent }) => ({ listPrice: listPrice ?? price ?? 0, quantity: 1, taxPercent: taxPercent ?? 0 }))];

function bookOf(given: OrderTotalsCase): PriceBook {
  const sold = soldLines(given);
  const percents = new Set([...sold, ...given.shipping].map(({ taxPercent }) => taxPercent));
  // A surcharge is a line that no promotion means.
  const exceptVariantIds = given.surcharges.map((_, index) => lineIdAt(given.lines.length + index));
  return {
    version: 'case', marketCode: 'XX', currency: 'USD', taxInclusive: given.pricesIncludeTax, lanes: stacking,
    books: [{ bookId: 'base', name: 'base', channelCode: null, locationId: null, priority: 0, activeFrom: null, activeTo: null, release: 1, prices: Object.fromEntries(sold.map(({ listPrice }, index) => [lineIdAt(index), listPrice])) }],
    promotions: given.promotions.map((promotion, index) => translated(promotion, index, exceptVariantIds)),
    taxRates: [...percents].map((taxPercent) => ({ country: 'XX', taxClass: String(taxPercent), name: 'tax', rateBasisPoints: basisPointsOf(taxPercent), validFrom: before, validTo: null })),
    variants: Object.fromEntries(sold.map(({ taxPercent }, index) => [lineIdAt(index), { taxClass: String(taxPercent), collectionIds: [] }])),
  };
}

const inputOf = (given: OrderTotalsCase): BasketInput => ({
  marketCode: 'XX', channelCode: 'web', locationId: null, currency: 'USD', pricedAt: now, taxCountry: 'XX',
  lines: soldLines(given).map(({ quantity }, index) => ({ lineId: lineIdAt(index), variantId: lineIdAt(index), quantityMilli: quantity * 1000 })),
  shipping: given.shipping.map(({ price, taxPercent }, index) => ({ chargeId: `s${index}`, methodId: 'shipping', amountMinor: price, taxClass: String(taxPercent) })),
  buyer: { coupons: given.promotions.flatMap(({ coupon }) => (coupon === undefined ? [] : [{ code: coupon }])) },
});

const countField = /^minimum\w*Items$/;

function translated(promotion: OrderPromotion, position: number, exceptVariantIds: string[]): Promotion {
  const known = ['name', 'level', 'percentOff', 'amountOff', 'fixedPrice', 'coupon', 'minimumOrderTotal', 'anyLineQuantityAtLeast', 'onlyListPrice', 'onlyLines'];
  const counts = Object.entries(promotion).filter(([field]) => countField.test(field));
  onlyKnown(promotion, [...known, ...counts.map(([field]) => field)]);
  const on: LineSelector = {
    ...(promotion.onlyListPrice === undefined ? {} : { minUnitMinor: promotion.onlyListPrice, maxUnitMinor: promotion.onlyListPrice }),
    ...(promotion.onlyLines === undefined ? {} : { variantIds: promotion.onlyLines.map(lineIdAt) }),
    ...(exceptVariantIds.length > 0 ? { exceptVariantIds } : {}),
  };
  const conditions: Condition[] = counts.map(([, count]) => ({ kind: 'quantity_at_least', on, quantityMilli: Number(count) * 1000 }));
  if (promotion.minimumOrderTotal !== undefined) conditions.push({ kind: 'spend_at_least', on, amountMinor: promotion.minimumOrderTotal, of: 'left' });
  if (promotion.anyLineQuantityAtLeast !== undefined) conditions.push({ kind: 'line_quantity_at_least', on, quantityMilli: promotion.anyLineQuantityAtLeast * 1000 });
  return promotionOf(position, rewardOf(promotion, on), { name: promotion.name, conditions, ...(promotion.coupon === undefined ? {} : { coupon: { codes: [promotion.coupon] } }) });
}

function rewardOf(promotion: OrderPromotion, on: LineSelector): Reward {
  const discount = discountOf(promotion);
  switch (promotion.level) {
    case 'item': return { kind: 'lines', per: 'unit', on, discount };
    case 'order': return { kind: 'basket', on, discount };
    case 'shipping': return { kind: 'shipping', discount };
  }
}

function discountOf({ percentOff, amountOff, fixedPrice }: OrderPromotion): Discount {
  if (percentOff !== undefined) return percent(percentOff);
  return amountOff === undefined ? { priceMinor: fixedPrice ?? 0 } : { amountOffMinor: amountOff };
}
