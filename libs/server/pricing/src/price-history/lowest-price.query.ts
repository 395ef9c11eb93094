import { Injectable } from '@nestjs/common';
import { type BasketInput, type PriceBook, shelfPrice } from '@oneshelf/domain-pricing';
import { PastBooksQuery } from './past-books.query';

const DAY_MS = 86_400_000;
/** A reduction that runs for longer is looked at as if it had begun then. */
const LONGEST_REDUCTION_DAYS = 90;
const REFERENCE_DAYS = 30;

type Place = Omit<BasketInput, 'lines' | 'pricedAt'>;

/** The lowest price of the 30 days before a reduction began (EU rules on the announcement of a price reduction). */
@Injectable()
export class LowestPriceQuery {
  constructor(private readonly past: PastBooksQuery) {}

  /**
   * By variant id, of those that are reduced at this moment: the lowest shelf price that was asked in this place in the
   * 30 days before. A variant that was not for sale then is not in the answer. Quoted by the engine with the book of
   * each moment at which anything changed.
   */
  async run(live: PriceBook, place: Place, { variantIds, at }: { variantIds: string[]; at: Date }): Promise<Map<string, number>> {
    const now = at.getTime();
    const reduced = variantIds.filter((id) => isReduced(shelfPrice({ ...place, pricedAt: at.toISOString() }, id, live)));
    if (reduced.length === 0) return new Map();
    const books = await this.past.of(live, reduced);
    // The moments at which a price can have changed, the latest first; what held at the horizon began before it.
    const moments = [...books.moments.filter((moment) => moment < now), now].filter((moment) => moment > now - (LONGEST_REDUCTION_DAYS + REFERENCE_DAYS) * DAY_MS).sort((a, b) => b - a);
    const priceAt = (id: string, moment: number) => {
      const book = books.at(moment);
      return book && shelfPrice({ ...place, pricedAt: new Date(moment).toISOString() }, id, book);
    };
    return new Map(reduced.flatMap((id): [string, number][] => {
      const firstFull = moments.findIndex((moment) => !isReduced(priceAt(id, moment)));
      const since = moments[firstFull < 0 ? moments.length - 1 : firstFull - 1] ?? now;
      const before = moments.filter((moment) => moment < since && moment >= since - REFERENCE_DAYS * DAY_MS);
      const prices = [...before, since - REFERENCE_DAYS * DAY_MS].flatMap((moment) => priceAt(id, moment)?.priceMinor ?? []);
      return prices.length === 0 ? [] : [[id, Math.min(...prices)]];
    }));
  }
}

const isReduced = (price: { priceMinor: number; listMinor: number } | null | undefined): boolean => price != null && price.priceMinor < price.listMinor;
