import { Injectable } from '@nestjs/common';
import { PriceReviews } from '@oneshelf/server-pricing';
import { QuoteDifferenceRepository } from '../replay-quotes/quote-difference.repository';
import { type Concern, type PlaceName, row, SHOWN_ROWS } from './concern';
import { PriceDriftConcern } from './price-drift-concern.query';

/** What is odd about prices, or waits for a second person. */
@Injectable()
export class PriceConcerns {
  constructor(
    private readonly quotes: QuoteDifferenceRepository,
    private readonly drifts: PriceDriftConcern,
    private readonly reviews: PriceReviews,
  ) {}

  async run(now: Date, placeName: PlaceName): Promise<Concern[]> {
    const [quotes, drifts, approvals] = await Promise.all([this.quotes.open(SHOWN_ROWS), this.drifts.run(now, placeName), this.reviews.approvals.run()]);
    return [
      {
        kind: 'quote_differences', count: quotes.count, href: null,
        rows: quotes.first.map((found) => row({ id: found.orderId, subject: found.number, reason: found.reason, at: found.foundAt, href: `/orders/${found.orderId}` })),
      },
      drifts,
      {
        kind: 'price_approvals', count: approvals.length, href: null,
        rows: approvals.slice(0, SHOWN_ROWS).map((asked) => row({ id: asked.id, subject: asked.marketName, place: asked.askedBy, count: asked.changes, at: asked.askedAt, href: `/prices/${asked.marketCode}/review` })),
      },
    ];
  }
}
