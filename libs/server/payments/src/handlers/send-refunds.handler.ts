import { ReturnReceived } from '@oneshelf/contracts';
import { HandlesEvent, type OutsideHandler } from '@oneshelf/platform';
import type * as z from 'zod';
import { RefundPaymentUseCase } from '../refund-payment/refund-payment.use-case';

/** Sends the card refunds of a return. A provider that does not answer makes the job try again; the key keeps it one refund. */
@HandlesEvent({ id: 'payments.send-refunds', event: ReturnReceived, queue: 'payments' })
export class SendRefundsHandler implements OutsideHandler<z.infer<typeof ReturnReceived.schema>> {
  constructor(private readonly refund: RefundPaymentUseCase) {}

  async perform({ refundIds }: z.infer<typeof ReturnReceived.schema>): Promise<void> {
    for (const refundId of refundIds) {
      const sent = await this.refund.send(refundId);
      if (!sent.ok) throw new Error(sent.refusal.message);
    }
  }
}
