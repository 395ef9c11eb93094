import { StockChanged } from '@oneshelf/contracts';
import { type EventContext, HandlesEvent, type OutsideHandler } from '@oneshelf/platform';
import type * as z from 'zod';
import { PushStockUseCase } from './push-stock.use-case';

type Payload = z.infer<typeof StockChanged.schema>;

/** Causes that come by the hundred and can wait while one unit is sold. */
const IN_BULK = ['opening'];

/** The event only says where to look: what is pushed is the number of the moment of the push. */
@HandlesEvent({ id: 'marketplace.push-stock', event: StockChanged, queue: 'marketplace' })
export class PushStockHandler implements OutsideHandler<Payload> {
  constructor(private readonly pushStock: PushStockUseCase) {}

  perform({ variantIds, causeKind }: Payload, { occurredAt }: EventContext): Promise<void> {
    return this.pushStock.run(variantIds, { urgent: !IN_BULK.includes(causeKind), since: occurredAt });
  }
}
