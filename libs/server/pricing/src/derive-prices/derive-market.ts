import type { PriceBookSettings } from '@oneshelf/contracts';
import { costAsBase, derivePrice } from '@oneshelf/domain-pricing';

/** Minor units by variant and the quantity from which the price is. */
export type BookPrices = ReadonlyMap<PriceKey, number>;
/** The variant's id alone where the price is from any quantity, as nearly all are: nothing is put together for a hundred thousand of them. */
export type PriceKey = string;

export const priceKey = (variantId: string, fromMilli: number): PriceKey => (fromMilli === 0 ? variantId : `${variantId}@${fromMilli}`);

export function partsOfKey(key: PriceKey): { variantId: string; fromMilli: number } {
  const at = key.lastIndexOf('@');
  return at < 0 ? { variantId: key, fromMilli: 0 } : { variantId: key.slice(0, at), fromMilli: Number(key.slice(at + 1)) };
}

interface DerivableBook {
  id: string;
  settings: Pick<PriceBookSettings, 'derivedFrom'>;
}

export interface MarketPrices {
  /** By book id: all prices of a book of its own, those set by hand of a derived one. */
  own: ReadonlyMap<string, BookPrices>;
  /** By version id: what a base was in the versions that books hold on to. */
  pinned: ReadonlyMap<string, BookPrices>;
  /** By variant id; the tax is what prices contain, 0 where they contain none. No cost in the market's currency: null. */
  facts: ReadonlyMap<string, { costMinor: number | null; taxRateBasisPoints: number }>;
}

/** What the formulas of the market's derived books make, book by book; prices set by hand are not among them. Bases come before what is derived from them. */
export function deriveMarket(books: readonly DerivableBook[], prices: MarketPrices): Map<string, Map<PriceKey, number>> {
  const derived = new Map<string, Map<PriceKey, number>>();
  for (const { id, settings } of inOrder(books)) {
    const from = settings.derivedFrom;
    if (!from) continue;
    const own = prices.own.get(id);
    const made = new Map<PriceKey, number>();
    const take = (key: PriceKey, baseMinor: number): void => {
      if (own?.has(key)) return;
      const { costMinor = null, taxRateBasisPoints = 0 } = prices.facts.get(partsOfKey(key).variantId) ?? {};
      made.set(key, derivePrice(from.formula, { baseMinor, costMinor, taxRateBasisPoints }).amountMinor);
    };
    const bases = from.bookId === null ? [costBases(prices.facts)] : from.versionId === null ? [prices.own.get(from.bookId), derived.get(from.bookId)] : [prices.pinned.get(from.versionId)];
    for (const base of bases) for (const [key, baseMinor] of base ?? []) take(key, baseMinor);
    derived.set(id, made);
  }
  return derived;
}

const costBases = (facts: MarketPrices['facts']): BookPrices =>
  new Map([...facts].flatMap(([variantId, { costMinor, taxRateBasisPoints }]): [PriceKey, number][] => (costMinor === null ? [] : [[priceKey(variantId, 0), costAsBase(costMinor, taxRateBasisPoints)]])));

/** Each book after the one that it is derived from. Cycles are refused when books are saved; one that is there all the same is left out. */
function inOrder(books: readonly DerivableBook[]): DerivableBook[] {
  const byId = new Map(books.map((book) => [book.id, book]));
  const depth = (book: DerivableBook, seen: number): number => {
    const base = book.settings.derivedFrom?.bookId;
    const found = base ? byId.get(base) : undefined;
    return found && seen <= books.length ? depth(found, seen + 1) : seen;
  };
  return books.map((book) => ({ book, depth: depth(book, 0) })).filter((each) => each.depth <= books.length).sort((a, b) => a.depth - b.depth).map(({ book }) => book);
}
