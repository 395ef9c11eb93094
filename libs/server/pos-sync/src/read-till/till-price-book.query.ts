import { Injectable } from '@nestjs/common';
import type { PriceBookAnswer, PriceBookDeltaAnswer } from '@oneshelf/contracts';
import { diffPriceBooks, type PriceBook, type PriceBookDelta, sumOf, sumText } from '@oneshelf/domain-pricing';
import type { DeviceActor } from '@oneshelf/platform';
import { type Location, OrganisationDirectory } from '@oneshelf/server-organisation';
import { LoadPriceBook } from '@oneshelf/server-pricing';

/** A book as a till has it. */
export interface TillBook {
  book: PriceBook;
  /** Over all that it says (PRC-76). */
  checksum: string;
}

/** A delta up to so many characters is sent without asking how large the whole book is. */
const SURELY_SMALLER = 100_000;

/** What is worked out once for a book: stores with the same books, and their tills, share it. It goes when the book goes. */
interface Worked {
  cuts: Map<string, TillBook>;
  deltas: WeakMap<PriceBook, PriceBookDelta>;
  length: number | null;
}

@Injectable()
export class TillPriceBookQuery {
  private readonly worked = new WeakMap<PriceBook, Worked>();

  constructor(
    private readonly loadPriceBook: LoadPriceBook,
    private readonly organisation: OrganisationDirectory,
  ) {}

  /** The live book of the till's store. */
  async live(device: DeviceActor): Promise<TillBook> {
    const location = await this.organisation.location(device.locationId);
    return this.ofStore(await this.loadPriceBook.run(location.marketCode), location);
  }

  /** What makes the version that the till has into the live one, over however many releases; the whole book where that is smaller or the version is none of ours. */
  async since(device: DeviceActor, version: string | null, live: TillBook): Promise<PriceBookAnswer | PriceBookDeltaAnswer> {
    const whole = live.book as PriceBookAnswer;
    const known = version === null ? null : await this.loadPriceBook.ofVersion(version);
    if (known?.marketCode !== whole.marketCode) return whole;
    const before = this.ofStore(known, await this.organisation.location(device.locationId));
    const delta = this.deltaOf(before.book, live);
    const length = JSON.stringify(delta).length;
    return length < SURELY_SMALLER || length < this.lengthOf(live.book) ? (delta as PriceBookDeltaAnswer) : whole;
  }

  private ofStore(whole: PriceBook, location: Location): TillBook {
    const { cuts } = this.of(whole);
    const book = cutFor(whole, location);
    const key = JSON.stringify([location.channelCode, location.country, book.books.map(({ bookId }) => bookId)]);
    const known = cuts.get(key) ?? { book, checksum: sumText(sumOf(book)) };
    cuts.set(key, known);
    return known;
  }

  private deltaOf(before: PriceBook, { book, checksum }: TillBook): PriceBookDelta {
    const { deltas } = this.of(book);
    const delta = deltas.get(before) ?? diffPriceBooks(before, book, checksum);
    deltas.set(before, delta);
    return delta;
  }

  private lengthOf(book: PriceBook): number {
    const worked = this.of(book);
    worked.length ??= JSON.stringify(book).length;
    return worked.length;
  }

  private of(book: PriceBook): Worked {
    const known = this.worked.get(book) ?? { cuts: new Map<string, TillBook>(), deltas: new WeakMap<PriceBook, PriceBookDelta>(), length: null };
    this.worked.set(book, known);
    return known;
  }
}

/**
 * The book with only what can apply in this store: other stores' and channels' books are left out, which changes no quote
 * here, because they are no candidates; so are those of other price zones and regions.
 */
function cutFor(whole: PriceBook, location: Location): PriceBook {
  const here = (code: string | null, id: string | null) => (code === null || code === location.channelCode) && (id === null || id === location.id);
  return {
    ...whole,
    books: whole.books.filter((scoped) => here(scoped.channelCode, scoped.locationId) && isOneOf(scoped.priceZone, location.priceZone) && isOneOf(scoped.region, location.region)),
    promotions: whole.promotions.filter((promotion) => promotion.channelCodes.length === 0 || promotion.channelCodes.includes(location.channelCode ?? '')),
    // A store's sale is taxed by its country; what islands and postcodes pay is for deliveries.
    taxRates: whole.taxRates.filter((rate) => rate.country === location.country && rate.region === undefined && rate.postcodes === undefined),
  };
}

const isOneOf = (named: string | undefined, own: string | null): boolean => named === undefined || named === own;
