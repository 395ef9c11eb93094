import { Inject, Injectable } from '@nestjs/common';
import { type Database, DATABASE, type Tx } from '@oneshelf/platform';
import { type Book, BookRepository } from '../book.repository';
import { ReleaseRepository } from '../release.repository';
import type { VersionChange } from '../version.repository';
import { type DerivationFacts, DerivationFactsQuery } from './derivation-facts.query';
import { deriveMarket, partsOfKey, type PriceKey, priceKey } from './derive-market';
import { DerivedPriceRepository } from './derived-price.repository';

/** A price that a formula makes anew. */
export interface DerivedChange {
  bookId: string;
  bookName: string;
  variantId: string;
  fromMilli: number;
  /** What the formula made of it before. */
  beforeMinor: number | null;
  amountMinor: number | null;
}

/** What a publish would derive anew, and the market's release at which that was so. */
export interface DerivedPreview {
  release: number;
  changes: DerivedChange[];
}

/**
 * Prices of derived books. They are worked out when a release is made and written down with it: quotes of a past
 * release stay exact whatever cost, tax or formula become, and a till needs to know of no formula.
 */
@Injectable()
export class DerivePrices {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly books: BookRepository,
    private readonly prices: DerivedPriceRepository,
    private readonly facts: DerivationFactsQuery,
    private readonly releases: ReleaseRepository,
  ) {}

  /** Derives the market's books anew as part of this release. Answers what changed. Who holds a lock reads the facts before it. */
  async run(tx: Tx, { marketCode, release, at, facts, preview }: { marketCode: string; release: number; at: Date; facts?: DerivationFacts; preview?: DerivedPreview | undefined }): Promise<DerivedChange[]> {
    // Every change of what is derived from is a release: where none came between, the preview is what comes out.
    const changes = preview?.release === release - 1 ? preview.changes : await this.differences(tx, { marketCode, at, changes: [], facts });
    for (const bookId of new Set(changes.map((change) => change.bookId))) await this.prices.write(tx, { bookId, release, changes: changes.filter((change) => change.bookId === bookId) });
    return changes;
  }

  /** Costs and the tax that prices contain, to be read before a lock. */
  factsOf(marketCode: string, at: Date): Promise<DerivationFacts> {
    return this.facts.of(marketCode, at);
  }

  /** What a publish of these changes would derive anew. */
  async preview(marketCode: string, changes: readonly PriceChange[], { at, facts }: { at: Date; facts?: DerivationFacts }): Promise<DerivedPreview> {
    // The release is read first: what is published while the prices are read makes the preview one of before.
    const release = await this.releases.current(marketCode);
    return { release, changes: await this.differences(this.database, { marketCode, changes, at, facts }) };
  }

  /** What each of several turns to come would derive anew, one after the other. */
  async ofTurns(database: Database | Tx, marketCode: string, turns: readonly { at: Date; changes: readonly PriceChange[] }[]): Promise<DerivedChange[][]> {
    const books = await this.books.ofMarket(marketCode, database);
    if (books.every((book) => book.settings.derivedFrom === null)) return turns.map(() => []);
    const [{ own, derived }, pinned] = await Promise.all([this.prices.live(database, marketCode), this.prices.pinned(database, versionsOf(books))]);
    const made: DerivedChange[][] = [];
    let before = derived;
    for (const { at, changes } of turns) {
      setByHand(own, changes);
      const after = deriveMarket(books, { own, pinned, facts: await this.facts.of(marketCode, at) });
      made.push(changesOf(books, { own, before, after }));
      before = after;
    }
    return made;
  }

  private async differences(database: Database | Tx, { marketCode, at, changes, facts: known }: { marketCode: string; at: Date; changes: readonly PriceChange[]; facts?: DerivationFacts | undefined }): Promise<DerivedChange[]> {
    const books = await this.books.ofMarket(marketCode, database);
    if (books.every((book) => book.settings.derivedFrom === null)) return [];
    const [{ own, derived: before }, pinned, facts] = await Promise.all([
      this.prices.live(database, marketCode), this.prices.pinned(database, versionsOf(books)), known ?? this.facts.of(marketCode, at),
    ]);
    setByHand(own, changes);
    return changesOf(books, { own, before, after: deriveMarket(books, { own, pinned, facts }) });
  }
}

type Prices = Map<string, Map<PriceKey, number>>;
type PriceChange = Pick<VersionChange, 'bookId' | 'variantId' | 'fromMilli' | 'amountMinor'>;

function setByHand(own: Prices, changes: readonly PriceChange[]): void {
  for (const { bookId, variantId, fromMilli, amountMinor } of changes) {
    const prices = own.get(bookId) ?? own.set(bookId, new Map()).get(bookId);
    if (amountMinor === null) prices?.delete(priceKey(variantId, fromMilli));
    else prices?.set(priceKey(variantId, fromMilli), amountMinor);
  }
}

function changesOf(books: readonly Book[], { own, before, after }: { own: Prices; before: Prices; after: Prices }): DerivedChange[] {
  return books.flatMap(({ id, settings }) => {
    const [was, is] = [before.get(id) ?? new Map<PriceKey, number>(), after.get(id) ?? new Map<PriceKey, number>()];
    // A price that is set by hand now is no price of the formula's any more; the publish has ended that row.
    const gone = [...was.keys()].filter((key) => !is.has(key) && !own.get(id)?.has(key));
    const change = (key: PriceKey, amountMinor: number | null): DerivedChange => ({ bookId: id, bookName: settings.name, ...partsOfKey(key), beforeMinor: was.get(key) ?? null, amountMinor });
    return [...[...is].filter(([key, amountMinor]) => was.get(key) !== amountMinor).map(([key, amountMinor]) => change(key, amountMinor)), ...gone.map((key) => change(key, null))];
  });
}

const versionsOf = (books: readonly Book[]): string[] => books.flatMap(({ settings }) => settings.derivedFrom?.versionId ?? []);
