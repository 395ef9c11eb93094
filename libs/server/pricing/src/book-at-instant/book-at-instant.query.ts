import { Inject, Injectable } from '@nestjs/common';
import type { PriceBook } from '@oneshelf/domain-pricing';
import { type Database, DATABASE } from '@oneshelf/platform';
import { VariantPricingFacts } from '@oneshelf/server-catalog';
import { bookVersionText } from '../load-price-book/book-version';
import { LoadPriceBook } from '../load-price-book/load-price-book.use-case';

export interface ReleaseMoment {
  number: number;
  at: Date;
}

/** The book of a market as it was or will be. */
@Injectable()
export class BookAtInstant {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly books: LoadPriceBook,
    private readonly facts: VariantPricingFacts,
  ) {}

  /**
   * The release that was live at the instant, with the catalogue's facts of now: those carry no time. Of an instant to
   * come the live one, whose windows, promotions and prices to come are dated. Null before the first release.
   */
  async run(marketCode: string, at: Date, releases: readonly ReleaseMoment[]): Promise<PriceBook | null> {
    const latest = releases.findLast((release) => release.at <= at);
    if (!latest) return null;
    if (latest === releases.at(-1)) return this.books.run(marketCode);
    return this.books.ofVersion(bookVersionText({ marketCode, release: latest.number, factsRevision: await this.facts.revision() }));
  }

  /** All releases of a market, the first first. */
  async releases(marketCode: string): Promise<ReleaseMoment[]> {
    const rows = await this.database.selectFrom('price_release').select(['number', 'released_at']).where('market_code', '=', marketCode).orderBy('number').execute();
    return rows.map((row) => ({ number: row.number, at: row.released_at }));
  }

  /** The book of a release that was live when something was sold. */
  async ofRelease(marketCode: string, release: number): Promise<PriceBook | null> {
    return this.books.ofVersion(bookVersionText({ marketCode, release, factsRevision: await this.facts.revision() }));
  }
}
