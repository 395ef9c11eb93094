import { OrderCancelled } from '@oneshelf/contracts';
import { HandlesEvent, type TransactionHandler, type Tx } from '@oneshelf/platform';
import type * as z from 'zod';
import { PartRepository } from '../part.repository';

/** Nobody picks for a cancelled order. */
@HandlesEvent({ id: 'fulfilment.cancel-parts', event: OrderCancelled, queue: 'database' })
export class CancelPartsHandler implements TransactionHandler<z.infer<typeof OrderCancelled.schema>> {
  constructor(private readonly parts: PartRepository) {}

  apply(tx: Tx, { orderId }: z.infer<typeof OrderCancelled.schema>): Promise<void> {
    return this.parts.cancelOfOrder(tx, orderId);
  }
}
