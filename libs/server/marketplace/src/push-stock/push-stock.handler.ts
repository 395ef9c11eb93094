import { StockChanged } from '@oneshelf/contracts';
import { HandlesEvent, type OutsideHandler } from '@oneshelf/platform';
import type * as z from 'zod';
import { PushStockUseCase } from './push-stock.use-case';

type Payload = z.infer<typeof StockChanged.schema>;

/** The event only says where to look: what is pushed is the number of the moment of the push. */
@HandlesEvent({ id: 'marketplace.push-stock', event: StockChanged, queue: 'marketplace' })
export class PushStockHandler implements OutsideHandler<Payload> {
  constructor(private readonly pushStock: PushStockUseCase) {}

  perform({ variantIds }: Payload): Promise<void> {
    return this.pushStock.run(variantIds);
  }
}
