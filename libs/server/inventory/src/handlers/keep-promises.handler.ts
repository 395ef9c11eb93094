import { StockChanged } from '@oneshelf/contracts';
import { type EventContext, HandlesEvent, type TransactionHandler, type Tx } from '@oneshelf/platform';
import type * as z from 'zod';
import { KeepPromisesUseCase } from '../promise-stock/keep-promises.use-case';

type Payload = z.infer<typeof StockChanged.schema>;

/** Whatever made units free, a receipt, a return, a cancellation or a hold that ended: promises come first. */
@HandlesEvent({ id: 'inventory.keep-promises', event: StockChanged, queue: 'database' })
export class KeepPromisesHandler implements TransactionHandler<Payload> {
  constructor(private readonly keeping: KeepPromisesUseCase) {}

  apply(tx: Tx, { variantIds }: Payload, { occurredAt }: EventContext): Promise<void> {
    return this.keeping.run(tx, variantIds, occurredAt.toISOString());
  }
}
