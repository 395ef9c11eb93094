import { Injectable } from '@nestjs/common';
import { AmazonClient } from '../amazon/amazon-client';
import { ListingPushRepository } from '../push-stock/listing-push.repository';
import { toOrderInput } from './amazon-order-input';
import { DecideAmazonOrderUseCase } from './decide-amazon-order.use-case';
import { MarketplaceOrderRepository } from './marketplace-order.repository';
import { TakeAmazonOrderBase } from './take-amazon-order-base';

/** Asks Amazon for an order and does what its status says: hold stock, become an order, or cancel. Any number of times. */
@Injectable()
export class TakeAmazonOrderUseCase {
  constructor(
    private readonly amazon: AmazonClient,
    private readonly orders: MarketplaceOrderRepository,
    private readonly listings: ListingPushRepository,
    private readonly decide: DecideAmazonOrderUseCase,
    private readonly base: TakeAmazonOrderBase,
  ) {}

  /** @throws when the order cannot be taken (a SKU that we do not list, no stock): it stays visible and can be tried again */
  async run(channelCode: string, externalId: string): Promise<void> {
    await this.base.bucket.take('getOrder');
    const order = await this.amazon.getOrder(externalId);
    const skus = order.orderItems.flatMap((item) => item.product.sellerSku ?? []);
    const variantOfSku = await this.orders.variantsOfSkus(channelCode, skus);
    // Amazon has taken the pieces off its own number already, so what we sent last stands there no more.
    await this.listings.forgetStanding(channelCode, [...variantOfSku.values()]);
    const market = await this.base.organisation.market((await this.base.organisation.channel(channelCode)).marketCode);
    const input = toOrderInput(order, { channelCode, variantOfSku, country: market.country, currency: market.currency });
    const result = input.ok ? await this.decide.run(order, input.value) : input;
    if (result.ok) return;
    const failure = `Amazon order ${externalId} was not taken: ${JSON.stringify(result.refusal)}. Put it right and retry.`;
    await this.orders.fail(channelCode, order, failure);
    throw new Error(failure);
  }
}
