import { Injectable } from '@nestjs/common';
import { FailedImports } from '@oneshelf/server-catalog';
import { LatePickups } from '@oneshelf/server-fulfilment';
import { ListingFacts } from '@oneshelf/server-marketplace';
import { type Concern, type PlaceName, row, SHOWN_ROWS } from './concern';
import { PriceConcerns } from './price-concerns.query';
import { StockConcerns } from './stock-concerns.query';

const DAY_MS = 86_400_000;
const IMPORTS_OF_DAYS = 7;

/** What was promised to shoppers, and what came in or went out and did not work. */
@Injectable()
export class OutsideConcerns {
  constructor(
    private readonly latePickups: LatePickups,
    private readonly imports: FailedImports,
    private readonly listings: ListingFacts,
    private readonly prices: PriceConcerns,
    private readonly stock: StockConcerns,
  ) {}

  async run(now: Date, placeName: PlaceName): Promise<Concern[]> {
    const [late, failed, listings, prices, stock] = await Promise.all([this.latePickups.run(now, SHOWN_ROWS), this.imports.since(new Date(now.getTime() - IMPORTS_OF_DAYS * DAY_MS)), this.listings.failing(SHOWN_ROWS), this.prices.run(now, placeName), this.stock.run(now, placeName)]);
    return [
      {
        kind: 'late_pickups', count: late.count, href: '/orders?status=open',
        rows: late.first.map((pickup) => row({ id: pickup.id, subject: `${pickup.orderNumber} ${pickup.customerName}`.trim(), place: placeName(pickup.locationId), reason: pickup.status, at: pickup.dueAt, href: `/orders/${pickup.orderId}` })),
      },
      ...prices,
      ...stock,
      {
        kind: 'failed_imports', count: failed.length, href: '/imports',
        rows: failed.slice(0, SHOWN_ROWS).map((run) => row({ id: run.id, subject: run.fileName, place: run.marketCode, reason: run.failure, at: run.createdAt, href: `/imports/${run.id}` })),
      },
      {
        kind: 'failed_listings', count: listings.count, href: null,
        rows: listings.first.map((listing) => row({ id: listing.id, subject: listing.sku, place: listing.channelCode, reason: listing.failure ?? '', at: listing.pushedAt, href: `/stock/${listing.variantId}` })),
      },
    ];
  }
}
