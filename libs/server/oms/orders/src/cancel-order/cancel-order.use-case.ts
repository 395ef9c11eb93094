import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { type Actor, recordAudit, Transactions } from '@oneshelf/platform';
import { OrderRepository } from '../order.repository';
import { DropOrder } from './drop-order';

export type CancelOrderRefusal = { kind: 'not_found' } | { kind: 'already_cancelled' } | { kind: 'already_fulfilled'; message: string };

/** A person cancels an order of which nothing has left the house; the hold on the card is released right after. */
@Injectable()
export class CancelOrderUseCase {
  constructor(
    private readonly orders: OrderRepository,
    private readonly dropping: DropOrder,
    private readonly transactions: Transactions,
  ) {}

  run(input: { orderId: string; reason: string; actor: Actor }): Promise<Result<void, CancelOrderRefusal>> {
    return this.transactions.run<void, CancelOrderRefusal>(async (tx) => {
      const order = await this.orders.byId(tx, input.orderId, true);
      if (!order) return refuse({ kind: 'not_found' });
      if (order.status === 'cancelled') return refuse({ kind: 'already_cancelled' });
      if (order.lines.some((line) => line.fulfilledMilli > 0)) {
        return refuse({ kind: 'already_fulfilled', message: 'Goods of this order have left the house. Nothing was cancelled; take them back as a return.' });
      }
      await this.dropping.run(tx, { orderId: order.id, from: ['pending_payment', 'placed'], kind: 'cancelled', reason: input.reason, actor: input.actor });
      await recordAudit(tx, { actor: input.actor, action: 'cancel', subject: 'order', subjectId: order.id, after: { reason: input.reason } });
      return ok(undefined);
    });
  }
}
