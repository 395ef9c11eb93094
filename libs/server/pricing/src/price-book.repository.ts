import { Inject, Injectable } from '@nestjs/common';
import { PromotionDefinition, TaxPostcodes } from '@oneshelf/contracts';
import type { PriceBook, ScopedBook, TaxRate } from '@oneshelf/domain-pricing';
import { type Database, DATABASE } from '@oneshelf/platform';

/** Reads what was live in a release. */
@Injectable()
export class PriceBookRepository {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  async books(marketCode: string, release: number): Promise<ScopedBook[]> {
    const [books, prices, versions] = await Promise.all([
      this.database.selectFrom('price_book').selectAll().where('market_code', '=', marketCode).where('from_release', '<=', release).orderBy('code').execute(),
      this.database
        .selectFrom('price as p')
        .innerJoin('price_book as b', 'b.id', 'p.book_id')
        .select(['p.book_id', 'p.variant_id', 'p.amount_minor'])
        .where('b.market_code', '=', marketCode)
        .where('p.from_release', '<=', release)
        .where((where) => where.or([where('p.to_release', 'is', null), where('p.to_release', '>', release)]))
        .execute(),
      this.database
        .selectFrom('price_book_version')
        .select((version) => ['book_id', version.fn.max('release_number').as('release')])
        .where('release_number', '<=', release)
        .groupBy('book_id')
        .execute(),
    ]);
    const releaseOf = new Map(versions.map((row) => [row.book_id, row.release ?? 0]));
    const pricesOf = new Map<string, Record<string, number>>(books.map((book) => [book.id, {}]));
    for (const price of prices) {
      const book = pricesOf.get(price.book_id);
      if (book) book[price.variant_id] = price.amount_minor;
    }
    return books.map((book) => ({
      bookId: book.id,
      name: book.name,
      channelCode: book.channel_code,
      locationId: book.location_id,
      priority: book.priority,
      activeFrom: book.active_from?.toISOString() ?? null,
      activeTo: book.active_to?.toISOString() ?? null,
      release: releaseOf.get(book.id) ?? 0,
      prices: pricesOf.get(book.id) ?? {},
    }));
  }

  async promotions(marketCode: string, release: number): Promise<PriceBook['promotions']> {
    const rows = await this.database
      .selectFrom('promotion')
      .selectAll()
      .where('market_code', '=', marketCode)
      .where('from_release', '<=', release)
      .where((where) => where.or([where('to_release', 'is', null), where('to_release', '>', release)]))
      .orderBy('id')
      .execute();
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
