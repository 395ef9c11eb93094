import { Injectable } from '@nestjs/common';
import type { PriceBookAnswer, PriceBookDeltaAnswer } from '@oneshelf/contracts';
import { diffPriceBooks, type PriceBook, sumOf, sumText } from '@oneshelf/domain-pricing';
import type { DeviceActor } from '@oneshelf/platform';
import { type Location, OrganisationDirectory } from '@oneshelf/server-organisation';
import { LoadPriceBook } from '@oneshelf/server-pricing';

/** A book as a till has it. */
export interface TillBook {
  book: PriceBook;
  /** Over all that it says (PRC-76). */
  checksum: string;
}

/** Of how many books it is remembered how long they are. */
const KEPT_LENGTHS = 64;
/** A delta up to so many characters is sent without asking how large the whole book is. */
const SURELY_SMALLER = 100_000;

@Injectable()
export class TillPriceBookQuery {
  private readonly cut = new WeakMap<PriceBook, Map<string, TillBook>>();
  private readonly lengths = new Map<string, number>();

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
  async since(device: DeviceActor, version: string | null, { book, checksum }: TillBook): Promise<PriceBookAnswer | PriceBookDeltaAnswer> {
    const whole = book as PriceBookAnswer;
    const known = version === null ? null : await this.loadPriceBook.ofVersion(version);
    if (known?.marketCode !== book.marketCode) return whole;
    const before = this.ofStore(known, await this.organisation.location(device.locationId));
    const delta = diffPriceBooks(before.book, book, checksum);
    const length = JSON.stringify(delta).length;
    return length < SURELY_SMALLER || length < this.lengthOf(`${device.locationId} ${book.version} ${checksum}`, book) ? (delta as PriceBookDeltaAnswer) : whole;
  }

  private ofStore(whole: PriceBook, location: Location): TillBook {
    const ofBook = this.cut.get(whole) ?? new Map<string, TillBook>();
    this.cut.set(whole, ofBook);
    // A store that moves to another channel or zone gets other books.
    const key = JSON.stringify([location.id, location.channelCode, location.country, location.priceZone, location.region]);
    const known = ofBook.get(key);
    if (known) return known;
    const book = cutFor(whole, location);
    const made = { book, checksum: sumText(sumOf(book)) };
    ofBook.set(key, made);
    return made;
  }

  private lengthOf(key: string, book: PriceBook): number {
    const length = this.lengths.get(key) ?? JSON.stringify(book).length;
    this.lengths.set(key, length);
    for (const old of [...this.lengths.keys()].slice(0, -KEPT_LENGTHS)) this.lengths.delete(old);
    return length;
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
