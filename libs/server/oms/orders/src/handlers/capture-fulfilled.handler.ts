import { PartFulfilled } from '@oneshelf/contracts';
import { HandlesEvent, type OutsideHandler } from '@oneshelf/platform';
import type * as z from 'zod';
import { SettleOrder } from '../capture-order/settle-order';

/** A part left the house: when it was the last, the card is charged. */
@HandlesEvent({ id: 'orders.capture-fulfilled', event: PartFulfilled, queue: 'payments' })
export class CaptureFulfilledHandler implements OutsideHandler<z.infer<typeof PartFulfilled.schema>> {
  constructor(private readonly settle: SettleOrder) {}

  perform({ orderId }: z.infer<typeof PartFulfilled.schema>): Promise<void> {
    return this.settle.run(orderId);
  }
}
