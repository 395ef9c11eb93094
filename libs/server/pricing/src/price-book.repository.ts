import { Inject, Injectable } from '@nestjs/common';
import { PromotionDefinition, TaxPostcodes } from '@oneshelf/contracts';
import type { PriceBook, ScopedBook, TaxRate } from '@oneshelf/domain-pricing';
import { type Database, DATABASE } from '@oneshelf/platform';
import { sql } from 'kysely';
import { BookRepository } from './book.repository';
import { scopeOf } from './book-settings';
import { ComingPriceRepository } from './schedule-prices/coming-price.repository';
import { comingOfBooks } from './schedule-prices/coming-of-books';

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
    const rows = await this.database
      .selectFrom('price as p')
      .innerJoin('price_book as b', 'b.id', 'p.book_id')
      .select(['p.book_id', 'p.variant_id', 'p.from_milli', 'p.amount_minor'])
      .where('b.market_code', '=', marketCode)
      .where('p.from_release', '<=', release)
      .where((where) => where.or([where('p.to_release', 'is', null), where('p.to_release', '>', release)]))
      // Keys in their order: the same book has the same bytes, whoever put it together (PRC-75).
      .orderBy('p.variant_id')
      .orderBy('p.from_milli')
      .execute();
    const books = new Map<string, ScopedBook['prices']>();
    for (const { book_id, variant_id, from_milli, amount_minor } of rows) {
      const prices = books.get(book_id) ?? {};
      books.set(book_id, prices);
      const known = prices[variant_id];
      if (known === undefined && from_milli === 0) prices[variant_id] = amount_minor;
      else prices[variant_id] = [...(typeof known === 'number' ? [{ fromMilli: 0, unitMinor: known }] : (known ?? [])), { fromMilli: from_milli, unitMinor: amount_minor }];
    }
    return books;
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
