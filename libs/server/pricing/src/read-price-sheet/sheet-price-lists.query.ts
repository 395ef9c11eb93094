import { Inject, Injectable } from '@nestjs/common';
import type { PriceSheet } from '@oneshelf/contracts';
import { type Database, DATABASE } from '@oneshelf/platform';
import { sql } from 'kysely';
import { type Book, BookRepository } from '../book.repository';
import { priceKey } from '../derive-prices/derive-market';
import { DraftEditRepository, type EditedCell } from '../draft-edit.repository';
import { ReleaseRepository } from '../release.repository';
import { SheetStateQuery } from '../watch-sheet/sheet-state.query';

type OpenDraft = NonNullable<PriceSheet['columns'][number]['draft']>;

export interface SheetState {
  release: number;
  books: Book[];
  drafts: Map<string, OpenDraft>;
  /** Everything that the drafts change. */
  edits: EditedCell[];
}

interface PriceList {
  bookId: string;
  fromMilli: number;
  places: string;
  amounts: string;
}

@Injectable()
export class SheetPriceListsQuery {
  constructor(
    @Inject(DATABASE) readonly database: Database,
    private readonly books: BookRepository,
    private readonly releases: ReleaseRepository,
    private readonly sheets: SheetStateQuery,
    private readonly edits: DraftEditRepository,
  ) {}

  /** How the market's books stand. Revisions are read before the changes: a later edit is refused or comes as news, it is not missed. */
  async state(marketCode: string): Promise<SheetState> {
    const [release, books, open] = await Promise.all([this.releases.current(marketCode), this.books.ofMarket(marketCode), this.sheets.drafts(marketCode)]);
    const drafts = new Map(open.flatMap(({ bookId, draft }) => (draft ? [[bookId, draft] as const] : [])));
    return { release, books, drafts, edits: await this.edits.whole([...drafts.values()].map((draft) => draft.versionId)) };
  }

  /** Live prices by hand, by book and quantity, in the order of the variants. As two texts a list: rows of their own would take seconds where there are hundreds of thousands. */
  async live(marketCode: string, variantIds: readonly string[]): Promise<Map<string, (number | null)[]>> {
    const { rows } = await sql<PriceList>`
      SELECT p.book_id AS "bookId", p.from_milli AS "fromMilli", string_agg(o.place::text, ',') AS places, string_agg(p.amount_minor::text, ',') AS amounts
      FROM price p JOIN price_book b ON b.id = p.book_id JOIN unnest(${[...variantIds]}::uuid[]) WITH ORDINALITY AS o(variant_id, place) ON o.variant_id = p.variant_id
      WHERE b.market_code = ${marketCode} AND p.to_release IS NULL AND NOT p.is_derived
      GROUP BY p.book_id, p.from_milli`.execute(this.database);
    return new Map(rows.map(({ bookId, fromMilli, places, amounts }) => {
      const list = new Array<number | null>(variantIds.length).fill(null);
      const prices = numbers(amounts);
      // Places begin with 1.
      numbers(places).forEach((place, index) => { list[place - 1] = prices[index] ?? null; });
      return [priceKey(bookId, fromMilli), list];
    }));
  }

  /** Quantities from which the books have live prices by hand. */
  async tiers(marketCode: string): Promise<{ bookId: string; fromMilli: number }[]> {
    const { rows } = await sql<{ bookId: string; fromMilli: number }>`
      SELECT DISTINCT p.book_id AS "bookId", p.from_milli AS "fromMilli" FROM price p JOIN price_book b ON b.id = p.book_id
      WHERE b.market_code = ${marketCode} AND p.to_release IS NULL AND NOT p.is_derived`.execute(this.database);
    return rows;
  }
}

const numbers = (list: string): number[] => JSON.parse(`[${list}]`) as number[];
