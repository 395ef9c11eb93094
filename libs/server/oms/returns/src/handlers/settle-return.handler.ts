import { RefundSettled } from '@oneshelf/contracts';
import { HandlesEvent, type TransactionHandler, type Tx } from '@oneshelf/platform';
import { RecordProgressUseCase } from '@oneshelf/server-orders';
import { PaymentsOfOrder } from '@oneshelf/server-payments';
import type * as z from 'zod';
import { ReturnRepository } from '../return.repository';

type Payload = z.infer<typeof RefundSettled.schema>;

/** A refund ended: the return is refunded when all of its refunds have reached the customer, and the order's timeline says so. */
@HandlesEvent({ id: 'returns.settle-return', event: RefundSettled, queue: 'database' })
export class SettleReturnHandler implements TransactionHandler<Payload> {
  constructor(
    private readonly returns: ReturnRepository,
    private readonly payments: PaymentsOfOrder,
    private readonly progress: RecordProgressUseCase,
  ) {}

  async apply(tx: Tx, { causeId, orderId, status, amountMinor, failure }: Payload): Promise<void> {
    // Locked before its refunds are read, so that of two events the later reads what the earlier saw and more.
    await this.returns.lock(tx, causeId);
    await this.returns.settle(tx, causeId, await this.payments.refundStatuses(tx, causeId));
    await this.progress.say(tx, orderId, { kind: status === 'succeeded' ? 'refunded' : 'refund_failed', actor: 'payments', data: { amountMinor, ...(failure ? { reason: failure } : {}) } });
  }
}
