import { OrderCancelled } from '@oneshelf/contracts';
import { HandlesEvent, type OutsideHandler } from '@oneshelf/platform';
import type * as z from 'zod';
import { SettleOrder } from '../capture-order/settle-order';

/** A cancelled order gives the hold back to the card. */
@HandlesEvent({ id: 'orders.release-payment', event: OrderCancelled, queue: 'payments' })
export class ReleasePaymentHandler implements OutsideHandler<z.infer<typeof OrderCancelled.schema>> {
  constructor(private readonly settle: SettleOrder) {}

  perform({ orderId }: z.infer<typeof OrderCancelled.schema>): Promise<void> {
    return this.settle.release(orderId);
  }
}
