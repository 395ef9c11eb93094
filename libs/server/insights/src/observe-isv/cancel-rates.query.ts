import { Injectable } from '@nestjs/common';
import type { CancelledOrdersAnswer, IsvObservatory } from '@oneshelf/contracts';
import { CancelFacts } from '@oneshelf/server-orders/facts';

const WINDOW_MS = 30 * 86_400_000;
const MOST_ORDERS = 100;

/** How many orders of 30 days we cancelled before they were fulfilled, by channel; and which. */
@Injectable()
export class CancelRates {
  constructor(private readonly facts: CancelFacts) {}

  async run(at: Date): Promise<IsvObservatory['cancels']> {
    const rates = await this.facts.rates(new Date(at.getTime() - WINDOW_MS));
    return rates.map((rate) => ({ ...rate, rateBasisPoints: Math.round((rate.cancelled * 10_000) / rate.orders) }));
  }

  async orders(at: Date, channelCode: string | undefined): Promise<CancelledOrdersAnswer> {
    const orders = await this.facts.orders(new Date(at.getTime() - WINDOW_MS), { channelCode, take: MOST_ORDERS });
    return { items: orders.map((order) => ({ ...order, placedAt: order.placedAt.toISOString(), cancelledAt: order.cancelledAt.toISOString() })) };
  }
}
