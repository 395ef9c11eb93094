import { UnitsUnavailable } from '@oneshelf/contracts';
import { HandlesEvent, type OutsideHandler } from '@oneshelf/platform';
import type * as z from 'zod';
import { SettleOrder } from '../capture-order/settle-order';

/** Units will not come: when they were all that was open, what left before is charged, or the hold given back. */
@HandlesEvent({ id: 'orders.capture-after-short', event: UnitsUnavailable, queue: 'payments' })
export class CaptureAfterShortHandler implements OutsideHandler<z.infer<typeof UnitsUnavailable.schema>> {
  constructor(private readonly settle: SettleOrder) {}

  perform({ orderId }: z.infer<typeof UnitsUnavailable.schema>): Promise<void> {
    return this.settle.run(orderId);
  }
}
