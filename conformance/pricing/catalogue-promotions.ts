import { decimalToMinor, minorUnitDigits } from '@oneshelf/domain-kernel';
import { type BasketInput, type PriceBook, quoteBasket } from '@oneshelf/domain-pricing';
import type { Promotion } from '@oneshelf/domain-promotions';
import { type CaseResult, failureOf, resultOf } from '../report';
import { type Difference, judged } from './rules';

interface SaleableFacts {
  price?: string | null;
  originalPrice?: string | null;
  minimumPrice?: string | null;
}

interface CataloguePromotion {
  name: string;
  enabled?: boolean;
  exclusive?: boolean;
  priority?: number | null;
  percentOff?: string;
  amountOff?: string;
  scope: { taxon?: string[]; product?: string[]; variant?: string[] };
  channel?: string;
  from?: string | null;
  to?: string | null;
}

export interface CatalogueCase {
  title?: string;
  setup: {
    channels: { name: string }[];
    currency: string;
    products: Record<string, SaleableFacts & { taxons?: string[]; variants?: Record<string, SaleableFacts> }>;
    /** Parent and child. */
    taxonTree?: [string, string][];
    catalogPromotions?: CataloguePromotion[];
    now?: string;
  };
  flow: { do?: string; expect?: string; channel?: string; product: string; variant?: string | null; price?: string; original?: string; promotions?: string[] }[];
}

/** Where a product's price is already below its original one: a promotion that the catalogue's own come before. */
const markdown = 'markdown';

export function judgeCatalogue(given: CatalogueCase): CaseResult {
  const name = `shelf price of ${given.flow.map(({ product, variant }) => variant ?? product).at(-1)} with ${given.setup.catalogPromotions?.length ?? 0} promotions: ${given.title ?? ''}`;
  try {
    const book = bookOf(given.setup);
    let channel = given.setup.channels[0]?.name ?? '';
    const found: (Difference | string)[] = [];
    for (const step of given.flow) {
      channel = step.channel ?? channel;
      if (step.do !== undefined && step.do !== 'view') throw new Error(`the step ${step.do} is not known`);
      if (step.expect !== undefined) found.push(...judgeExpectation(step, { given, book, channel }));
    }
    const { rules, problems } = judged(found.filter((each) => typeof each !== 'string'));
    return resultOf(name, rules, [...problems, ...found.filter((each) => typeof each === 'string')]);
  } catch (error) {
    return failureOf(name, error);
  }
}

function judgeExpectation(step: CatalogueCase['flow'][number], { given, book, channel }: { given: CatalogueCase; book: PriceBook; channel: string }): (Difference | string)[] {
  const { setup } = given;
  const variant = step.variant ?? Object.keys(setup.products[step.product]?.variants ?? {})[0] ?? step.product;
  const shelf = shelfOf(variant, { setup, book, channel });
  const minor = (amount: string): number => minorOf(amount, setup.currency);
  const differs = (what: string, ours: unknown, theirs: unknown): string[] => (JSON.stringify(ours) === JSON.stringify(theirs) ? [] : [`${what}: ours ${JSON.stringify(ours)}, theirs ${JSON.stringify(theirs)}`]);
  switch (step.expect) {
    case 'catalog-price': {
      const theirsMinor = minor(step.price ?? '');
      const percents = (setup.catalogPromotions ?? []).flatMap(({ name, percentOff }) => (percentOff !== undefined && shelf.applied.includes(name) ? [percentOff] : []));
      return [
        ...(shelf.priceMinor === theirsMinor ? [] : [{ kind: 'shelf', oursMinor: shelf.priceMinor, theirsMinor, percents } satisfies Difference]),
        ...(step.original === undefined ? [] : differs('original', shelf.listMinor, minor(step.original))),
        ...(step.promotions === undefined ? [] : differs('promotions', shelf.applied, step.promotions)),
      ];
    }
    case 'catalog-original-price':
      return differs('original', shelf.listMinor, minor(step.price ?? ''));
    case 'catalog-price-unchanged':
      return differs('promotions', shelf.applied, []);
    default:
      throw new Error(`the expectation ${step.expect} is not known`);
  }
}

/** One unit by itself through the engine, as a shop window shows it. */
function shelfOf(variantId: string, { setup, book, channel }: { setup: CatalogueCase['setup']; book: PriceBook; channel: string }): { priceMinor: number; listMinor: number; applied: string[] } {
  const input: BasketInput = {
    marketCode: book.marketCode, channelCode: channel, locationId: null, currency: book.currency, pricedAt: new Date(setup.now ?? '2026-11-20').toISOString(), taxCountry: 'US',
    lines: [{ lineId: '1', variantId, quantityMilli: 1000 }],
  };
  const quote = quoteBasket(input, book);
  if (!quote.ok) throw new Error(`${variantId}: ${quote.refusal.kind}`);
  const trace = quote.value.lines[0]?.trace.promotions ?? [];
  return { priceMinor: quote.value.totalMinor, listMinor: quote.value.listMinor, applied: [...new Set(trace.filter(({ applied, name }) => applied && name !== markdown).map(({ name }) => name))] };
}

function bookOf({ currency, products, taxonTree = [], catalogPromotions = [] }: CatalogueCase['setup']): PriceBook {
  const book: PriceBook = {
    version: '1', marketCode: 'case', currency, taxInclusive: true, variants: {}, lanes: { item: 'stacking', basket: 'best_deal', shipping: 'best_deal' },
    books: [{ bookId: 'base', name: 'base', channelCode: null, locationId: null, priority: 0, activeFrom: null, activeTo: null, release: 1, prices: {} }],
    taxRates: [{ country: 'US', taxClass: 'standard', name: 'none', rateBasisPoints: 0, validFrom: '2000-01-01T00:00:00Z', validTo: null }],
    promotions: catalogPromotions.flatMap((promotion, index) => promotionsOf(promotion, index, currency)),
  };
  for (const [productId, { variants, taxons = [], ...facts }] of Object.entries(products)) {
    const collectionIds = withAncestors(taxons, taxonTree);
    for (const [variantId, own] of Object.entries(variants ?? { [productId]: facts })) {
      const [price, original, floor] = [own.price, own.originalPrice, own.minimumPrice].map((amount) => (amount == null ? undefined : minorOf(amount, currency)));
      const list = original ?? price;
      if (list === undefined) continue;
      Object.assign(book.books[0]?.prices ?? {}, { [variantId]: list });
      book.variants[variantId] = { taxClass: 'standard', collectionIds, productId, ...(floor === undefined ? {} : { floorUnitMinor: floor }) };
      if (price !== undefined && price < list) book.promotions.push(markdownOf(variantId, price));
    }
  }
  return book;
}

const always = { startsAt: '2000-01-01T00:00:00Z', endsAt: '2200-01-01T00:00:00Z' };

/** By id those that were made first come first where priorities are equal. */
function promotionsOf({ name, enabled, exclusive, priority, percentOff, amountOff, scope, channel, from, to }: CataloguePromotion, index: number, currency: string): Promotion[] {
  const on = { ...(scope.taxon ? { collectionIds: scope.taxon } : {}), ...(scope.product ? { productIds: scope.product } : {}), ...(scope.variant ? { variantIds: scope.variant } : {}) };
  const discounts = [...(percentOff === undefined ? [] : [{ percentBasisPoints: decimal(percentOff, 2) }]), ...(amountOff === undefined ? [] : [{ amountOffMinor: minorOf(amountOff, currency) }])];
  // Without a scope it means nothing, while a selector without one means everything.
  if (enabled === false || Object.values(on).every((ids) => ids.length === 0)) return [];
  return discounts.map((discount, part) => ({
    promotionId: `${String(index).padStart(4, '0')}-${part}`, name, lane: 'item', priority: priority ?? 0, ...(exclusive ? { exclusive } : {}),
    startsAt: from ? new Date(from).toISOString() : always.startsAt, endsAt: to ? new Date(to).toISOString() : always.endsAt,
    channelCodes: channel === undefined ? [] : [channel], conditions: [], reward: { kind: 'lines', per: 'unit', on, discount },
  }));
}

const markdownOf = (variantId: string, priceMinor: number): Promotion => ({
  promotionId: `${markdown} ${variantId}`, name: markdown, lane: 'item', priority: Number.MIN_SAFE_INTEGER, ...always, channelCodes: [], conditions: [],
  reward: { kind: 'lines', per: 'unit', on: { variantIds: [variantId], onlyFullPrice: true }, discount: { priceMinor } },
});

/** What is in a child is in its parents. */
function withAncestors(taxons: readonly string[], tree: readonly [string, string][]): string[] {
  const all = new Set(taxons);
  // A set that is walked while it grows is walked to its new end.
  for (const taxon of all) for (const [parent, child] of tree) if (child === taxon) all.add(parent);
  return [...all];
}

const minorOf = (amount: string, currency: string): number => decimal(amount, minorUnitDigits(currency));

function decimal(text: string, digits: number): number {
  const read = decimalToMinor(text, { digits, mode: 'exact' });
  if (!read.ok) throw new Error(`${text}: ${read.refusal.kind}`);
  return read.value;
}
