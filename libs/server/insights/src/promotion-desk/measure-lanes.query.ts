import { Injectable } from '@nestjs/common';
import type { LanesEffect, LanesEffectRequest } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { type PriceBook, quoteBasket } from '@oneshelf/domain-pricing';
import { type StoredBasket, StoredQuotes } from '@oneshelf/server-orders';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { LoadPriceBook } from '@oneshelf/server-pricing';

const BASKETS = 100;
const SHOWN = 20;

type Row = LanesEffect['rows'][number];

/** What other lanes would have done to the last baskets of a market: each is quoted with them and with those of now, by the live book. */
@Injectable()
export class MeasureLanesQuery {
  constructor(
    private readonly stored: StoredQuotes,
    private readonly books: LoadPriceBook,
    private readonly organisation: OrganisationDirectory,
  ) {}

  async run({ marketCode, lanes }: LanesEffectRequest): Promise<Result<LanesEffect, { kind: 'unknown_market'; message: string }>> {
    const began = performance.now();
    if (!(await this.organisation.read()).markets.has(marketCode)) return refuse({ kind: 'unknown_market', message: `There is no market ${marketCode}. Nothing was asked.` });
    const [book, baskets] = await Promise.all([this.books.run(marketCode), this.stored.latestBaskets(marketCode, BASKETS)]);
    const { rows, skipped } = compare(baskets, { book, other: { ...book, lanes } });
    const changeOf = ({ fromMinor, toMinor }: Row): number => fromMinor - toMinor;
    return ok({
      currency: book.currency, baskets: baskets.length, skipped, changed: rows.length, savedMinor: rows.reduce((sum, row) => sum + changeOf(row), 0),
      rows: rows.sort((a, b) => Math.abs(changeOf(b)) - Math.abs(changeOf(a))).slice(0, SHOWN), tookMs: Math.round(performance.now() - began),
    });
  }
}

/** The baskets whose total they change. */
function compare(baskets: readonly StoredBasket[], { book, other }: { book: PriceBook; other: PriceBook }): { rows: Row[]; skipped: number } {
  const rows: Row[] = [];
  let skipped = 0;
  for (const { orderId, number, channelCode, placedAt, basket } of baskets) {
    const [now, then] = [quoteBasket(basket, book), quoteBasket(basket, other)];
    // A product may have gone since: the book of now says nothing about it.
    if (!now.ok || !then.ok) skipped += 1;
    else if (now.value.totalMinor !== then.value.totalMinor) rows.push({ orderId, number, channelCode, placedAt: placedAt.toISOString(), fromMinor: now.value.totalMinor, toMinor: then.value.totalMinor });
  }
  return { rows, skipped };
}
