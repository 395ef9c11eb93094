import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { VariantDirectory } from '@oneshelf/server-catalog';
import type { Market } from '@oneshelf/server-organisation';
import { type Book, BookRepository } from '../book.repository';
import type { DerivationFacts } from '../derive-prices/derivation-facts.query';
import { type PriceKey, priceKey } from '../derive-prices/derive-market';
import { inSheetOrder } from '../read-price-sheet/sheet-columns';
import type { SheetRefusal } from '../read-price-sheet/sheet-table.query';
import { SheetVariantsQuery } from '../read-price-sheet/sheet-variants.query';
import { ReferencePriceRepository } from '../reference-prices/reference-price.repository';
import type { SheetDraft } from '../watch-sheet/sheet-state.query';
import { checksOf, type ReviewedPrice, type ReviewedProduct } from './reviewed-change';
import { type PriceMove, ReviewedMovesQuery } from './reviewed-moves.query';

/** A price that changes, without the name that only a page needs. */
export interface ReviewedCell extends Pick<ReviewedPrice, 'variantId' | 'fromMilli' | 'beforeMinor' | 'afterMinor' | 'checks'> {
  yardstick: Pick<ReviewedProduct, 'costMinor' | 'mapMinor' | 'taxRateBasisPoints'>;
}

export interface ReviewedBook {
  bookId: string;
  name: string;
  /** In the order of the sheet. */
  cells: ReviewedCell[];
}

interface Reviewed {
  market: Market;
  books: (ReviewedBook & { draft: NonNullable<SheetDraft['draft']> })[];
  /** Books whose formula makes other prices of the changes. */
  derived: ReviewedBook[];
}

/** All that the open drafts of a market change, from prices by key: the sheet's fifty thousand rows are not built for it. */
@Injectable()
export class ReviewedCells {
  constructor(
    private readonly books: BookRepository,
    private readonly moves: ReviewedMovesQuery,
    private readonly references: ReferencePriceRepository,
    private readonly markets: SheetVariantsQuery,
    private readonly variants: VariantDirectory,
  ) {}

  async of(marketCode: string, now: Date): Promise<Result<Reviewed, SheetRefusal>> {
    const market = await this.markets.market(marketCode);
    if (!market) return refuse({ kind: 'unknown_market', message: `There is no market ${marketCode}.` });
    const [{ drafts, own, derived, facts }, books, limits, places] = await Promise.all([this.moves.of(marketCode, now), this.books.ofMarket(marketCode), this.references.limits(marketCode), this.variants.places()]);
    const inOrder = (a: ReviewedCell, b: ReviewedCell): number => a.fromMilli - b.fromMilli || (places.get(a.variantId) ?? places.size) - (places.get(b.variantId) ?? places.size);
    const cellOf = reviewer(facts, limits);
    const [ownOf, derivedOf] = [byBook(own), byBook(derived)];
    const reviewed = inSheetOrder(books).map((book) => cellsOf(book, { own: ownOf.get(book.id) ?? [], derived: derivedOf.get(book.id) ?? [] }, cellOf));
    for (const book of reviewed) for (const cells of [book.own, book.derived]) cells.sort(inOrder);
    return ok({
      market,
      books: reviewed.flatMap(({ id, name, own: cells }) => {
        const draft = drafts.get(id);
        return draft && cells.length > 0 ? [{ bookId: id, name, draft, cells }] : [];
      }),
      derived: reviewed.flatMap(({ id, name, derived: cells }) => (cells.length > 0 ? [{ bookId: id, name, cells }] : [])),
    });
  }
}

type CellOf = (move: PriceMove, afterMinor: number | null) => ReviewedCell;

/** In a derived book a price set by hand takes the place of the formula's, and gives it back: what was drafted is no change of the formula's. */
function cellsOf({ id, settings }: Book, { own, derived }: { own: readonly PriceMove[]; derived: readonly PriceMove[] }, cellOf: CellOf) {
  const drafted = new Set(own.map(({ variantId, fromMilli }) => priceKey(variantId, fromMilli)));
  const givenBack = new Map<PriceKey, number | null>();
  const others: PriceMove[] = [];
  for (const change of derived) {
    const key = priceKey(change.variantId, change.fromMilli);
    if (drafted.has(key)) givenBack.set(key, change.amountMinor);
    else others.push(change);
  }
  return {
    id, name: settings.name,
    own: own.map((change) => cellOf(change, change.amountMinor ?? givenBack.get(priceKey(change.variantId, change.fromMilli)) ?? null)),
    derived: others.map((change) => cellOf(change, change.amountMinor)),
  };
}

function reviewer(facts: DerivationFacts, limits: ReadonlyMap<string, number>): CellOf {
  return ({ variantId, fromMilli, beforeMinor }, afterMinor) => {
    const { costMinor = null, taxRateBasisPoints = 0 } = facts.get(variantId) ?? {};
    const yardstick = { costMinor, taxRateBasisPoints, mapMinor: limits.get(variantId) ?? null };
    return { variantId, fromMilli, beforeMinor, afterMinor, checks: checksOf({ beforeMinor, afterMinor }, yardstick, true), yardstick };
  };
}

function byBook(changes: readonly PriceMove[]): Map<string, PriceMove[]> {
  const books = new Map<string, PriceMove[]>();
  for (const change of changes) {
    const known = books.get(change.bookId);
    if (known) known.push(change);
    else books.set(change.bookId, [change]);
  }
  return books;
}
