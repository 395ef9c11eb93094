import { Injectable } from '@nestjs/common';
import { MarketplaceOrderNoticed } from '@oneshelf/contracts';
import { publish, Transactions } from '@oneshelf/platform';
import { AmazonClient } from '../amazon/amazon-client';
import { RateBucketRepository } from '../amazon/rate-bucket.repository';
import { AmazonChannels } from './amazon-channels';
import { MarketplaceOrderRepository } from './marketplace-order.repository';

/** Amazon's list may be behind its orders; looking again a little costs nothing, because known orders are passed over. */
const OVERLAP_MS = 5 * 60_000;
const FIRST_LOOK_MS = 24 * 3_600_000;

/** Finds the orders that no notification told of. Notifications are the way; this is the reconciliation. */
@Injectable()
export class PollAmazonOrdersUseCase {
  constructor(
    private readonly amazon: AmazonClient,
    private readonly bucket: RateBucketRepository,
    private readonly orders: MarketplaceOrderRepository,
    private readonly channels: AmazonChannels,
    private readonly transactions: Transactions,
  ) {}

  /** Answers how many orders are new or changed. Does nothing while Amazon's rate does not allow a search. */
  async run(now: Date): Promise<{ noticed: number }> {
    const channelCode = await this.channels.byFulfilment('merchant');
    if (channelCode === undefined) return { noticed: 0 };
    if ((await this.bucket.book('searchOrders')) > 0) {
      await this.bucket.giveBack('searchOrders');
      return { noticed: 0 };
    }
    const seen = await this.orders.seenUntil(channelCode);
    const since = seen ? new Date(seen.getTime() - OVERLAP_MS) : new Date(now.getTime() - FIRST_LOOK_MS);
    const { orders, seenUntil } = await this.amazon.searchOrders(since.toISOString());
    const known = await this.orders.known(orders.map((order) => order.orderId));
    const changed = orders.filter((order) => order.fulfillment?.fulfilledBy !== 'AMAZON' && known.get(order.orderId) !== order.fulfillment?.fulfillmentStatus);
    await this.transactions.write(async (tx) => {
      await publish(tx, ...changed.map((order) => ({ type: MarketplaceOrderNoticed, key: order.orderId, payload: { channelCode, externalId: order.orderId } })));
      await this.orders.sawUntil(tx, channelCode, seenUntil ?? now.toISOString());
    });
    return { noticed: changed.length };
  }
}
