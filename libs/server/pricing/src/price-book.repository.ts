import { Inject, Injectable } from '@nestjs/common';
import { MarketLanes, PromotionDefinition, TaxPostcodes } from '@oneshelf/contracts';
import type { PriceBook, PriceTier, ScopedBook, TaxRate } from '@oneshelf/domain-pricing';
import type { LaneModes } from '@oneshelf/domain-promotions';
import { type Database, DATABASE } from '@oneshelf/platform';
import { sql } from 'kysely';
import { BookRepository } from './book.repository';
import { scopeOf } from './book-settings';
import { forEachPrice, type PriceColumns, priceColumns } from './price-columns';
import { ComingPriceRepository } from './schedule-prices/coming-price.repository';
import { comingOfBooks } from './schedule-prices/coming-of-books';

type BookColumns = PriceColumns & { bookId: string };

/** Reads what was live in a release. */
@Injectable()
export class PriceBookRepository {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly settings: BookRepository,
    private readonly comingPrices: ComingPriceRepository,
  ) {}

  async books(marketCode: string, release: number): Promise<ScopedBook[]> {
    const [books, prices, coming, versions] = await Promise.all([
      this.settings.ofRelease(marketCode, release),
      this.pricesOf(marketCode, release),
      this.comingPrices.of(marketCode, release),
      this.database
        .selectFrom('price_book_version')
        .select((version) => ['book_id', version.fn.max('release_number').as('release')])
        .where('release_number', '<=', release)
        .groupBy('book_id')
        .execute(),
    ]);
    const releaseOf = new Map(versions.map((row) => [row.book_id, row.release ?? 0]));
    const turns = comingOfBooks(coming, (bookId) => prices.get(bookId) ?? {});
    return books.map(({ id, settings }) => {
      const ofBook = turns.get(id);
      return { bookId: id, ...scopeOf(settings), release: releaseOf.get(id) ?? 0, prices: prices.get(id) ?? {}, ...(ofBook ? { coming: ofBook } : {}) };
    });
  }

  /** By book id: a number where a variant has one price for any quantity, else its tiers. */
  private async pricesOf(marketCode: string, release: number): Promise<Map<string, ScopedBook['prices']>> {
    const rows = (await this.livePrices(marketCode, release)) ?? (await this.pastPrices(marketCode, release));
    return new Map(rows.map((row) => [row.bookId, pricesIn(row)]));
  }

  /** By the index of what is live, which past releases have no longer. Null: this release is not the last one, or has no price. */
  private async livePrices(marketCode: string, release: number): Promise<BookColumns[] | null> {
    // One statement sees one moment: where the release is the last one in it, its prices are those that end nowhere.
    const { rows } = await sql<BookColumns>`
      SELECT p.book_id AS "bookId", ${priceColumns} FROM price p JOIN price_book b ON b.id = p.book_id
      WHERE b.market_code = ${marketCode} AND p.to_release IS NULL AND (SELECT max(number) FROM price_release WHERE market_code = ${marketCode}) = ${release} GROUP BY p.book_id`.execute(this.database);
    return rows.length > 0 ? rows : null;
  }

  private async pastPrices(marketCode: string, release: number): Promise<BookColumns[]> {
    const { rows } = await sql<BookColumns>`
      SELECT p.book_id AS "bookId", ${priceColumns} FROM price p JOIN price_book b ON b.id = p.book_id
      WHERE b.market_code = ${marketCode} AND p.from_release <= ${release} AND (p.to_release IS NULL OR p.to_release > ${release}) GROUP BY p.book_id`.execute(this.database);
    return rows;
  }

  /** Those of the release as they were in it; one that was paused then stands in no book. */
  async promotions(marketCode: string, release: number): Promise<PriceBook['promotions']> {
    const { rows } = await sql<{ id: string; name: string; definition: unknown; starts_at: Date; ends_at: Date }>`
      SELECT id, name, definition, starts_at, ends_at FROM promotion
      WHERE market_code = ${marketCode} AND from_release <= ${release} AND (to_release IS NULL OR to_release > ${release}) AND NOT is_paused
      UNION ALL
      SELECT p.id, f.name, f.definition, f.starts_at, f.ends_at FROM promotion_former f JOIN promotion p ON p.id = f.promotion_id
      WHERE p.market_code = ${marketCode} AND f.from_release <= ${release} AND f.to_release > ${release} AND NOT f.is_paused
      ORDER BY id`.execute(this.database);
    return rows.map((row) => ({
      // Parsed again: what an older version of the product wrote must not reach the engine half understood.
      ...PromotionDefinition.parse(row.definition),
      promotionId: row.id,
      name: row.name,
      startsAt: row.starts_at.toISOString(),
      endsAt: row.ends_at.toISOString(),
    }));
  }

  /** How the lanes got on in the release; null: the best deal in each. */
  async lanes(marketCode: string, release: number): Promise<LaneModes | null> {
    const row = await this.database
      .selectFrom('market_lanes')
      .select(['item', 'basket', 'shipping'])
      .where('market_code', '=', marketCode)
      .where('from_release', '<=', release)
      .where((where) => where.or([where('to_release', 'is', null), where('to_release', '>', release)]))
      .executeTakeFirst();
    const lanes = row && MarketLanes.parse(row);
    return lanes && Object.values(lanes).includes('stacking') ? lanes : null;
  }

  /** All rates, or those of these countries. */
  async taxRates(countries?: readonly string[]): Promise<TaxRate[]> {
    let query = this.database.selectFrom('tax_rate').selectAll();
    if (countries) query = query.where('country', 'in', [...countries]);
    const rows = await query.orderBy('country').orderBy('tax_class').orderBy('valid_from').orderBy('id').execute();
    return rows.map((row) => ({
      country: row.country,
      taxClass: row.tax_class,
      name: row.name,
      rateBasisPoints: row.rate_basis_points,
      validFrom: row.valid_from.toISOString(),
      validTo: row.valid_to?.toISOString() ?? null,
      ...(row.region === null ? {} : { region: row.region }),
      ...(row.postcodes === null ? {} : { postcodes: TaxPostcodes.parse(row.postcodes) }),
      ...(row.layer === null ? {} : { layer: row.layer }),
      ...(row.rate_ppm === null ? {} : { ratePpm: row.rate_ppm }),
      ...(row.is_compound === null ? {} : { isCompound: row.is_compound }),
    }));
  }
}

/** Keys in their order: the same book has the same bytes, whoever put it together (PRC-75). */
function pricesIn(columns: PriceColumns): ScopedBook['prices'] {
  const prices: ScopedBook['prices'] = {};
  let [last, known]: [string, number | PriceTier[] | undefined] = ['', undefined];
  forEachPrice<number>(columns, (variantId, fromMilli, amountMinor) => {
    if (variantId !== last) known = undefined;
    last = variantId;
    if (known === undefined && fromMilli === 0) known = amountMinor;
    else known = [...(typeof known === 'number' ? [{ fromMilli: 0, unitMinor: known }] : (known ?? [])), { fromMilli, unitMinor: amountMinor }];
    prices[variantId] = known;
  });
  return prices;
}
