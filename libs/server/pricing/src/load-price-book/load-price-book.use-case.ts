import { Injectable } from '@nestjs/common';
import type { PriceBook } from '@oneshelf/domain-pricing';
import { namedAttributes, type Promotion } from '@oneshelf/domain-promotions';
import { countriesMet } from '@oneshelf/domain-tax';
import { VariantPricingFacts } from '@oneshelf/server-catalog';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { PriceBookRepository } from '../price-book.repository';
import { ReleaseRepository } from '../release.repository';
import { type BookVersion, bookVersionText, parseBookVersion } from './book-version';

const KEPT_BOOKS = 8;
/** Markets whose promotions ask for different attributes have facts of their own; large catalogues are not kept often. */
const KEPT_FACTS = 2;
const FAR_AHEAD = '9999-12-31T00:00:00.000Z';

/**
 * The price book of a market. Books are immutable, so a loaded one is kept in memory; which release is live is asked
 * of the database every time, so no process quotes an old book after a publish. A change of the catalogue's facts is
 * quoted within a second.
 */
@Injectable()
export class LoadPriceBook {
  private readonly loaded = new Map<string, Promise<PriceBook>>();
  private readonly lastSeen = new Map<string, { at: number; book: Promise<PriceBook> }>();
  private readonly lastFacts = new Map<string, Promise<PriceBook['variants']>>();

  constructor(
    private readonly releases: ReleaseRepository,
    private readonly books: PriceBookRepository,
    private readonly facts: VariantPricingFacts,
    private readonly organisation: OrganisationDirectory,
  ) {}

  /** The live book as it was at most so long ago: for windows that are looked at far more often than a book is published. */
  async runWithin(marketCode: string, maxAgeMs: number): Promise<PriceBook> {
    const now = Date.now();
    const last = this.lastSeen.get(marketCode);
    if (last && now - last.at <= maxAgeMs) return last.book;
    const book = this.run(marketCode);
    this.lastSeen.set(marketCode, { at: now, book });
    book.catch(() => this.lastSeen.delete(marketCode));
    return book;
  }

  /** The live book. */
  async run(marketCode: string): Promise<PriceBook> {
    const [release, factsRevision] = await Promise.all([this.releases.current(marketCode), this.facts.revision()]);
    return this.kept({ marketCode, release, factsRevision });
  }

  /** The version of the live book of every market. */
  async liveVersions(): Promise<Map<string, string>> {
    const [releases, factsRevision] = await Promise.all([this.releases.all(), this.facts.revision()]);
    return new Map([...releases].map(([marketCode, release]) => [marketCode, bookVersionText({ marketCode, release, factsRevision })]));
  }

  /** The book that a past quote names, exactly as it was; null where no such book ever was. */
  async ofVersion(text: string): Promise<PriceBook | null> {
    const version = parseBookVersion(text);
    if (!version) return null;
    const { markets } = await this.organisation.read();
    if (!markets.has(version.marketCode) || version.release < 1 || version.factsRevision < 1) return null;
    if (this.loaded.has(bookVersionText(version))) return this.kept(version);
    const [release, factsRevision] = await Promise.all([this.releases.current(version.marketCode), this.facts.revision()]);
    return version.release <= release && version.factsRevision <= factsRevision ? this.kept(version) : null;
  }

  private kept(version: BookVersion): Promise<PriceBook> {
    const key = bookVersionText(version);
    const known = this.loaded.get(key);
    if (known) return known;
    const loading = this.load(version);
    this.loaded.set(key, loading);
    loading.catch(() => this.loaded.delete(key));
    for (const old of [...this.loaded.keys()].slice(0, -KEPT_BOOKS)) this.loaded.delete(old);
    return loading;
  }

  private async load(version: BookVersion): Promise<PriceBook> {
    const { marketCode, release, factsRevision } = version;
    const market = await this.organisation.market(marketCode);
    const releasedAt = this.releases.releasedAt(marketCode, release);
    const promotionsThen = this.books.promotions(marketCode, release);
    const [books, promotions, lanes, taxRates, variants] = await Promise.all([
      this.books.books(marketCode, release),
      promotionsThen,
      this.books.lanes(marketCode, release),
      releasedAt.then((at) => this.books.taxRates(countriesToMeet(market.country, at))),
      promotionsThen.then((all) => this.factsAt(factsRevision, namedAttributes(all))),
    ]);
    return { version: bookVersionText(version), marketCode, currency: market.currency, taxInclusive: market.taxInclusive, books, promotions, ...(lanes ? { lanes } : {}), taxRates, variants };
  }

  /** The book with what a promotion asks for that is not in it yet, for trying it out. */
  async withAttributesFor(book: PriceBook, promotion: Promotion): Promise<PriceBook> {
    const [has, needs] = [namedAttributes(book.promotions), namedAttributes([...book.promotions, promotion])];
    const version = parseBookVersion(book.version);
    return version === null || has.length === needs.length ? book : { ...book, variants: await this.factsAt(version.factsRevision, needs) };
  }

  /** A publish changes no facts: the next book has those of the one before, unless its promotions ask for other attributes. */
  private factsAt(revision: number, attributeNames: readonly string[]): Promise<PriceBook['variants']> {
    const key = JSON.stringify([revision, attributeNames]);
    const known = this.lastFacts.get(key);
    if (known) return known;
    const facts = this.facts.at(revision, attributeNames);
    this.lastFacts.set(key, facts);
    facts.catch(() => this.lastFacts.delete(key));
    for (const old of [...this.lastFacts.keys()].slice(0, -KEPT_FACTS)) this.lastFacts.delete(old);
    return facts;
  }
}

/**
 * What the market can meet: its own country's, and the union's where it is a member, when the release was made or as far as
 * is known to come. By the release and not by the clock: the same version has the same rates whenever it is read.
 */
const countriesToMeet = (country: string, releasedAt: Date): string[] => [...new Set([releasedAt.toISOString(), FAR_AHEAD].flatMap((at) => countriesMet(country, at)))];
