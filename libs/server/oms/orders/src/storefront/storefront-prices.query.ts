import { Injectable } from '@nestjs/common';
import { type PriceBook, shelfPrice } from '@oneshelf/domain-pricing';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { LoadPriceBook, LowestPriceQuery } from '@oneshelf/server-pricing';
import { priceTurn } from './price-turn';

/** Whole answers that are kept of a version: a page asks for the same products each time it is shown. */
const KEPT_BODIES = 2000;
/** How old the price book may be: a window shows a publish a quarter of a second later, and the basket asks anew anyway. */
const BOOK_AGE_MS = 250;

/** What was worked out of one book version in one turn, as the JSON that is sent. */
interface Shelf {
  etag: string;
  head: string;
  until: number | null;
  items: Map<string, string>;
  /** By the ids as they were asked. */
  bodies: Map<string, string>;
}

export interface PricesAnswer {
  /** Names book version and turn: with the address it is the whole answer. */
  etag: string;
  /** When the next price may change by itself, in milliseconds; null: never. */
  until: number | null;
  /** JSON of StorefrontPrices. */
  body: () => Promise<string>;
}

/** Prices of many variants at once for pages that are looked at all the time: no stock, nothing of the database once a version's prices are known. */
@Injectable()
export class StorefrontPrices {
  private readonly shelves = new Map<string, Shelf>();

  constructor(
    private readonly organisation: OrganisationDirectory,
    private readonly books: LoadPriceBook,
    private readonly lowest: LowestPriceQuery,
  ) {}

  /** `ids`: of variants, with commas between them. */
  async run(channelCode: string, ids: string, at: Date): Promise<PricesAnswer> {
    const { marketCode } = await this.organisation.channel(channelCode);
    const book = await this.books.runWithin(marketCode, BOOK_AGE_MS);
    const shelf = this.shelfOf(channelCode, book, at.getTime());
    return { etag: shelf.etag, until: shelf.until, body: () => this.keptBody(shelf, ids, { channelCode, book, at }) };
  }

  private shelfOf(channelCode: string, book: PriceBook, atMs: number): Shelf {
    const turn = priceTurn(book, atMs);
    const etag = `"${book.version}-${turn.from}"`;
    const known = this.shelves.get(channelCode);
    if (known?.etag === etag) return known;
    const shelf: Shelf = {
      etag, until: turn.to, items: new Map(), bodies: new Map(),
      head: JSON.stringify({ bookVersion: book.version, currency: book.currency, taxInclusive: book.taxInclusive, validUntil: turn.to === null ? null : new Date(turn.to).toISOString() }).slice(0, -1),
    };
    this.shelves.set(channelCode, shelf);
    return shelf;
  }

  private async keptBody(shelf: Shelf, ids: string, ask: { channelCode: string; book: PriceBook; at: Date }): Promise<string> {
    const known = shelf.bodies.get(ids);
    if (known !== undefined) return known;
    const body = await this.bodyOf(shelf, { ...ask, variantIds: ids.toLowerCase().split(',') });
    if (shelf.bodies.size >= KEPT_BODIES) shelf.bodies.clear();
    shelf.bodies.set(ids, body);
    return body;
  }

  private async bodyOf(shelf: Shelf, ask: { channelCode: string; book: PriceBook; variantIds: string[]; at: Date }): Promise<string> {
    const missing = ask.variantIds.filter((id) => !shelf.items.has(id));
    const strange = missing.length === 0 ? undefined : await this.fill(shelf, { ...ask, variantIds: [...new Set(missing)] });
    return `${shelf.head},"items":[${ask.variantIds.map((id) => shelf.items.get(id) ?? strange?.get(id)).join(',')}]}`;
  }

  /** Works out what is not known yet. Answers what is not kept: ids that the book does not have, of which there is no end. */
  private async fill(shelf: Shelf, { channelCode, book, variantIds, at }: { channelCode: string; book: PriceBook; variantIds: string[]; at: Date }): Promise<Map<string, string>> {
    const market = await this.organisation.market(book.marketCode);
    const place = { marketCode: book.marketCode, channelCode, locationId: null, currency: book.currency, taxCountry: market.country };
    const known = variantIds.filter((id) => Object.hasOwn(book.variants, id));
    const lowest = await this.lowest.run(book, place, { variantIds: known, at });
    const context = { ...place, pricedAt: at.toISOString() };
    for (const id of known) {
      const { priceMinor = null, listMinor = null } = shelfPrice(context, id, book) ?? {};
      const isReduced = priceMinor !== null && listMinor !== null && priceMinor < listMinor;
      shelf.items.set(id, itemOf(id, { priceMinor, beforeMinor: isReduced ? listMinor : null, lowestLast30DaysMinor: lowest.get(id) ?? null }));
    }
    return new Map(variantIds.filter((id) => !shelf.items.has(id)).map((id) => [id, itemOf(id, { priceMinor: null, beforeMinor: null, lowestLast30DaysMinor: null })]));
  }
}

const itemOf = (variantId: string, prices: { priceMinor: number | null; beforeMinor: number | null; lowestLast30DaysMinor: number | null }): string => JSON.stringify({ variantId, ...prices });
