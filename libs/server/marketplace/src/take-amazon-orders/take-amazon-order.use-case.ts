import { Injectable } from '@nestjs/common';
import { AmazonClient } from '../amazon/amazon-client';
import { RateBucketRepository } from '../amazon/rate-bucket.repository';
import { ListingPushRepository } from '../push-stock/listing-push.repository';
import { DecideAmazonOrderUseCase } from './decide-amazon-order.use-case';
import { MarketplaceOrderRepository } from './marketplace-order.repository';

/** Asks Amazon for an order and does what its status says: hold stock, go ahead, or cancel. Any number of times. */
@Injectable()
export class TakeAmazonOrderUseCase {
  constructor(
    private readonly amazon: AmazonClient,
    private readonly bucket: RateBucketRepository,
    private readonly orders: MarketplaceOrderRepository,
    private readonly listings: ListingPushRepository,
    private readonly decide: DecideAmazonOrderUseCase,
  ) {}

  /** @throws when the order cannot be taken (a SKU that we do not list, no stock): it stays visible and can be tried again */
  async run(channelCode: string, externalId: string): Promise<void> {
    await this.bucket.take('getOrder');
    const order = await this.amazon.getOrder(externalId);
    const skus = order.orderItems.flatMap((item) => item.product.sellerSku ?? []);
    const variantOfSku = await this.orders.variantsOfSkus(channelCode, skus);
    // Amazon has taken the pieces off its own number already, so what we sent last stands there no more.
    await this.listings.forgetStanding(channelCode, [...variantOfSku.values()]);
    const result = await this.decide.run({ channelCode, order, variantOfSku });
    if (result.ok) return;
    const failure = `Amazon order ${externalId} was not taken: ${JSON.stringify(result.refusal)}. Put it right and retry.`;
    await this.orders.fail(channelCode, externalId, failure);
    throw new Error(failure);
  }
}
