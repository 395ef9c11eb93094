import { Injectable } from '@nestjs/common';
import type { PriceDrift } from '@oneshelf/contracts';
import { type PriceBook, resolvePrice } from '@oneshelf/domain-pricing';
import { type SoldPrice, StoredQuotes } from '@oneshelf/server-orders';
import { BookAtInstant } from '@oneshelf/server-pricing';
import { driftRow, type LiveSheet } from './parity-sheet';

const DAY_MS = 86_400_000;
const LOOK_BACK_DAYS = 7;
/** The latest; what is older of more than these is in the orders. */
const MOST_LINES = 1000;

/** Receipts of the last days that were sold at another price than the book of their moment said: by hand, or by a till with an older book. */
@Injectable()
export class ReceiptDriftQuery {
  constructor(
    private readonly sold: StoredQuotes,
    private readonly books: BookAtInstant,
  ) {}

  async run({ market, at, variants }: LiveSheet): Promise<PriceDrift[]> {
    const to = new Date(new Date(at).getTime() + 60_000);
    const releases = await this.books.releases(market.code);
    const lines = await this.sold.soldOtherwise(
      { marketCode: market.code, from: new Date(to.getTime() - LOOK_BACK_DAYS * DAY_MS), to, take: MOST_LINES },
      { numbers: releases.map(({ number }) => number), at: releases.map((release) => release.at) },
    );
    const names = new Map(variants.map((variant) => [variant.id, variant]));
    const books = new Map<number, PriceBook | null>();
    const drifts: PriceDrift[] = [];
    for (const line of lines) {
      if (line.liveRelease === null) continue;
      if (!books.has(line.liveRelease)) books.set(line.liveRelease, await this.books.ofRelease(market.code, line.liveRelease));
      const book = books.get(line.liveRelease);
      const expectedMinor = book ? expectedOf(line, book) : null;
      const variant = names.get(line.variantId);
      if (!book || !variant || expectedMinor === line.unitMinor) continue;
      drifts.push(driftRow({
        id: `${line.orderId}|${line.lineId}`, cause: line.byHand ? 'by_hand' : 'old_book', variantId: variant.id, sku: variant.sku, title: variant.title, channelCode: line.channelCode, locationId: line.locationId,
        placeKind: 'receipt', placeName: line.number, orderId: line.orderId, expectedMinor, askedMinor: line.unitMinor, bookVersion: line.bookVersion, at: line.placedAt.toISOString(), by: line.byHand?.by ?? null, reason: line.byHand?.reason ?? null,
      }));
    }
    return drifts;
  }
}

/** The unit price that the book asks for what was bought of it together, before promotions. */
function expectedOf({ basket, variantId }: SoldPrice, book: PriceBook): number | null {
  const quantityMilli = basket.lines.reduce((sum, line) => (line.variantId === variantId ? sum + line.quantityMilli : sum), 0);
  return resolvePrice(basket, { variantId, quantityMilli }, book)?.unitMinor ?? null;
}
