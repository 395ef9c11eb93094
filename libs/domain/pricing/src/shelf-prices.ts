import { localTime } from '@oneshelf/domain-kernel';
import { mayMean, openPromotions, type Promotion } from '@oneshelf/domain-promotions';
import { chooseTaxRate } from '@oneshelf/domain-tax';
import type { BasketInput } from './basket-input';
import { chosenPrice, choosePrice, rankBooks, type RankedBooks } from './choose-price';
import type { PriceBook, VariantFacts } from './price-book';
import { isReduced } from './price-override';
import { shelfPrice } from './shelf-price';
import { needsTaxTerms } from './tax-step';

export type ShelfContext = Omit<BasketInput, 'lines'>;

/** As `shelfPrice`, and the book whose price it is. */
export interface BookedShelfPrice {
  priceMinor: number;
  listMinor: number;
  bookId: string;
}

interface KnownPrice {
  unitMinor: number;
  fullMinor: number | undefined;
  reduced: boolean;
  price: Pick<BookedShelfPrice, 'priceMinor' | 'listMinor'> | null;
}

/** What is open to one context of item promotions; contexts with the same offers and tax share what was worked out. */
interface Offers {
  book: PriceBook;
  /** By variant: what was worked out for each price that the contexts so far ask of it. */
  known: Map<string, KnownPrice[]>;
  meant: Map<string, boolean>;
}

/**
 * The shelf price of many variants in many contexts (PRC-88), by context and within it as `variantIds`: the same as
 * `shelfPrice` of each, without a basket for what no open promotion means. Null where it is not for sale.
 */
export function shelfPrices(contexts: readonly ShelfContext[], variantIds: readonly string[], book: PriceBook): (BookedShelfPrice | null)[][] {
  const items = book.promotions.filter(({ lane }) => lane === 'item');
  const offersByKey = new Map<string, Offers>();
  return contexts.map((context) => {
    if (context.currency !== book.currency) return variantIds.map(() => null);
    const isTaxIncluded = book.taxInclusive && !needsTaxTerms({ ...context, lines: [] });
    const shelf: Shelf = { context, ranked: rankBooks(book, context), offers: offersOf(context, { book, items, offersByKey }), isTaxIncluded, isTaxed: taxedClasses(context, book) };
    return variantIds.map((variantId) => priceOn(shelf, variantId));
  });
}

interface Shelf {
  context: ShelfContext;
  ranked: RankedBooks;
  offers: Offers;
  /** In the price, and the same wherever it is bought. */
  isTaxIncluded: boolean;
  isTaxed: (taxClass: string) => boolean;
}

function priceOn({ context, ranked, offers, isTaxIncluded, isTaxed }: Shelf, variantId: string): BookedShelfPrice | null {
  const variant = Object.hasOwn(offers.book.variants, variantId) ? offers.book.variants[variantId] : undefined;
  const chosen = variant && chosenPrice(ranked, variantId, 1000);
  if (!chosen) return null;
  const { bookId } = chosen.book;
  // Nothing is open that means it, and the tax is in the price: what the book says is what is asked.
  if (isTaxIncluded && !isMeant(offers, variantId, variant)) {
    return isTaxed(variant.taxClass) ? { priceMinor: chosen.unitMinor, listMinor: chosen.full?.unitMinor ?? chosen.unitMinor, bookId } : null;
  }
  const [unitMinor, fullMinor] = [chosen.unitMinor, chosen.full?.unitMinor];
  // Only at an occasion is something reduced before promotions (PRC-21): elsewhere the candidates need not be asked.
  const reduced = chosen.book.isEvent === true && isReduced(choosePrice(ranked, variantId, 1000));
  const ofVariant = offers.known.get(variantId) ?? [];
  let known = ofVariant.find((other) => other.unitMinor === unitMinor && other.fullMinor === fullMinor && other.reduced === reduced);
  if (!known) {
    known = { unitMinor, fullMinor, reduced, price: shelfPrice(context, variantId, offers.book) };
    offers.known.set(variantId, [...ofVariant, known]);
  }
  return known.price && { ...known.price, bookId };
}

function isMeant({ book, meant }: Offers, variantId: string, { productId, collectionIds }: VariantFacts): boolean {
  let found = meant.get(variantId);
  if (found === undefined) {
    found = mayMean(book.promotions, { variantId, collectionIds, ...(productId === undefined ? {} : { productId }) });
    meant.set(variantId, found);
  }
  return found;
}

/** Only what is open is kept: what is closed takes nothing, and most contexts of a market are open to the same. */
function offersOf(context: ShelfContext, { book, items, offersByKey }: { book: PriceBook; items: readonly Promotion[]; offersByKey: Map<string, Offers> }): Offers {
  const { channelCode, locationId, pricedAt, timeZone, buyer = {}, taxCountry, tax, shipping, promotionUsage } = context;
  const open = openPromotions(items, { channelCode, locationId, at: pricedAt, buyer, ...(timeZone === undefined ? {} : { localTime: localTime(pricedAt, timeZone) }) });
  const key = JSON.stringify([pricedAt, taxCountry, tax, shipping, promotionUsage, { ...buyer, customerGroups: undefined }, open.map(({ promotionId }) => promotionId)]);
  const known = offersByKey.get(key);
  if (known) return known;
  const offers = { book: { ...book, promotions: open }, known: new Map(), meant: new Map<string, boolean>() };
  offersByKey.set(key, offers);
  return offers;
}

function taxedClasses({ taxCountry, pricedAt }: ShelfContext, book: PriceBook): (taxClass: string) => boolean {
  const known = new Map<string, boolean>();
  return (taxClass) => {
    const isTaxed = known.get(taxClass) ?? chooseTaxRate(book.taxRates, { country: taxCountry, taxClass, at: pricedAt }) !== undefined;
    known.set(taxClass, isTaxed);
    return isTaxed;
  };
}
