import { PartFulfilled } from '@oneshelf/contracts';
import { type EventContext, HandlesEvent, type OutsideHandler } from '@oneshelf/platform';
import type * as z from 'zod';
import { ConfirmShipmentUseCase } from './confirm-shipment.use-case';

type Payload = z.infer<typeof PartFulfilled.schema>;

@HandlesEvent({ id: 'marketplace.confirm-shipment', event: PartFulfilled, queue: 'marketplace' })
export class ConfirmShipmentHandler implements OutsideHandler<Payload> {
  constructor(private readonly confirmShipment: ConfirmShipmentUseCase) {}

  async perform({ kind, orderId, fulfilmentOrderId, lines }: Payload, { occurredAt }: EventContext): Promise<void> {
    if (kind === 'ship') await this.confirmShipment.run({ orderId, fulfilmentOrderId, lines, shippedAt: occurredAt.toISOString() });
  }
}
