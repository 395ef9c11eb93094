import { Injectable } from '@nestjs/common';
import type { PriceBook } from '@oneshelf/domain-pricing';
import { countriesMet } from '@oneshelf/domain-tax';
import { VariantPricingFacts } from '@oneshelf/server-catalog';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { PriceBookRepository } from '../price-book.repository';
import { ReleaseRepository } from '../release.repository';

const KEPT_BOOKS = 8;

/**
 * The price book of a market. Books are immutable, so a loaded one is kept in memory; which release is live is asked
 * of the database every time, so no process quotes an old book after a publish.
 */
@Injectable()
export class LoadPriceBook {
  private readonly loaded = new Map<string, Promise<PriceBook>>();

  constructor(
    private readonly releases: ReleaseRepository,
    private readonly books: PriceBookRepository,
    private readonly facts: VariantPricingFacts,
    private readonly organisation: OrganisationDirectory,
  ) {}

  /** The live book, or that of an earlier release. */
  async run(marketCode: string, release?: number): Promise<PriceBook> {
    const [number, catalogue] = await Promise.all([release ?? this.releases.current(marketCode), this.facts.revision()]);
    const key = `${marketCode}:${number}:${catalogue}`;
    const known = this.loaded.get(key);
    if (known) return known;
    const loading = this.load(marketCode, number);
    this.loaded.set(key, loading);
    loading.catch(() => this.loaded.delete(key));
    for (const old of [...this.loaded.keys()].slice(0, -KEPT_BOOKS)) this.loaded.delete(old);
    return loading;
  }

  private async load(marketCode: string, release: number): Promise<PriceBook> {
    const market = await this.organisation.market(marketCode);
    const [books, promotions, taxRates, variants] = await Promise.all([
      this.books.books(marketCode, release),
      this.books.promotions(marketCode, release),
      // What the market can meet: its own country's, and the union's where it is a member.
      this.books.taxRates(countriesMet(market.country, new Date().toISOString())),
      this.facts.all(),
    ]);
    return { version: `${marketCode}:${release}`, marketCode, currency: market.currency, taxInclusive: market.taxInclusive, books, promotions, taxRates, variants };
  }
}
