import { MarketplaceOrderNoticed } from '@oneshelf/contracts';
import { HandlesEvent, type OutsideHandler } from '@oneshelf/platform';
import type * as z from 'zod';
import { TakeAmazonOrderUseCase } from './take-amazon-order.use-case';

type Payload = z.infer<typeof MarketplaceOrderNoticed.schema>;

@HandlesEvent({ id: 'marketplace.take-amazon-order', event: MarketplaceOrderNoticed, queue: 'marketplace' })
export class TakeAmazonOrderHandler implements OutsideHandler<Payload> {
  constructor(private readonly takeOrder: TakeAmazonOrderUseCase) {}

  perform({ channelCode, externalId }: Payload): Promise<void> {
    return this.takeOrder.run(channelCode, externalId);
  }
}
