import { Injectable } from '@nestjs/common';
import type { SimulationBasket } from '@oneshelf/contracts';
import { StoredQuotes } from '@oneshelf/server-orders';

/** What was bought under a number, as the start of a simulation. */
@Injectable()
export class SimulationBasketQuery {
  constructor(private readonly stored: StoredQuotes) {}

  /** Null: no such order or receipt, or a marketplace priced it. Parts of a unit count as one. */
  async run(number: string): Promise<SimulationBasket | null> {
    const found = await this.stored.byNumber(number);
    if (!found) return null;
    const { orderId, basket, quote } = found;
    return {
      orderId, marketCode: basket.marketCode, channelCode: basket.channelCode, locationId: basket.locationId, at: basket.pricedAt, bookVersion: quote.bookVersion,
      coupons: (basket.buyer?.coupons ?? []).map(({ code }) => code), customerGroups: basket.buyer?.customerGroups ?? [],
      lines: basket.lines.map(({ variantId, quantityMilli }) => ({ variantId, quantity: Math.max(1, Math.round(quantityMilli / 1000)) })),
    };
  }
}
