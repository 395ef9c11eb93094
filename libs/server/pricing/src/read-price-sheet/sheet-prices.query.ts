import { Inject, Injectable } from '@nestjs/common';
import type { PriceSheet } from '@oneshelf/contracts';
import { type Database, DATABASE } from '@oneshelf/platform';
import { type Book, BookRepository } from '../book.repository';
import { type BookPrices, type PriceKey, priceKey } from '../derive-prices/derive-market';
import { DerivedPriceRepository } from '../derive-prices/derived-price.repository';
import { ReleaseRepository } from '../release.repository';
import { type DraftedPrice, OpenDraftsQuery } from './open-drafts.query';
import { type SheetColumn, sheetColumns } from './sheet-columns';

/** By book id. */
export type Drafted = ReadonlyMap<string, ReadonlyMap<PriceKey, DraftedPrice>>;

export interface SheetPrices {
  release: number;
  columns: SheetColumn[];
  /** Live prices by book id: set by hand, and derived. */
  own: ReadonlyMap<string, BookPrices>;
  derived: ReadonlyMap<string, BookPrices>;
  pinned: ReadonlyMap<string, BookPrices>;
  changes: Drafted;
}

@Injectable()
export class SheetPricesQuery {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly books: BookRepository,
    private readonly prices: DerivedPriceRepository,
    private readonly drafts: OpenDraftsQuery,
    private readonly releases: ReleaseRepository,
  ) {}

  /** Every price of the market's books, live and drafted. */
  async of(marketCode: string): Promise<SheetPrices> {
    const [release, books] = await Promise.all([this.releases.current(marketCode), this.books.ofMarket(marketCode)]);
    const versionIds = books.flatMap((book) => book.settings.derivedFrom?.versionId ?? []);
    const [{ own, derived }, pinned, versionNumbers, { drafts, changes }] = await Promise.all([
      this.prices.live(this.database, marketCode), this.prices.pinned(this.database, versionIds), this.drafts.numbers(versionIds), this.drafts.of(books.map((book) => book.id)),
    ]);
    const columns = sheetColumns({ books, prices: placesOf(books, own, changes), pinned, versionNumbers, drafts });
    return { release, columns, own, derived, pinned, changes };
  }
}

/** Where a price is set by hand, and where drafts put or take one. */
const placesOf = (books: readonly Book[], own: ReadonlyMap<string, BookPrices>, changes: Drafted): Map<string, BookPrices> =>
  new Map(books.map(({ id }) => [id, new Map([...(own.get(id) ?? []), ...[...(changes.get(id)?.keys() ?? [])].map((key): [PriceKey, number] => [key, 0])])]));

/** The drafts' cells by variant id. */
export function draftCells({ columns, changes }: SheetPrices): Map<string, PriceSheet['rows'][number]['draft']> {
  const columnOf = new Map(columns.map(({ bookId, fromMilli }, index) => [priceKey(bookId, fromMilli), index]));
  const cells = new Map<string, PriceSheet['rows'][number]['draft']>();
  for (const [bookId, prices] of changes) {
    for (const { variantId, fromMilli, amountMinor } of prices.values()) {
      const cell = { column: columnOf.get(priceKey(bookId, fromMilli)) ?? 0, amountMinor };
      const known = cells.get(variantId);
      if (known) known.push(cell);
      else cells.set(variantId, [cell]);
    }
  }
  return cells;
}
