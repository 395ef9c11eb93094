import { Injectable } from '@nestjs/common';
import { type CreateReturn, type ReturnResult, ReturnReceived } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { planReturn, type ReturnRefusal } from '@oneshelf/domain-returns';
import { Commands, type DeviceActor, type IdempotencyRefusal, publish, type Tx } from '@oneshelf/platform';
import { RecordProgressUseCase } from '@oneshelf/server-orders';
import { BookReturn } from './book-return';
import { GoodsBack } from './goods-back';
import { PiecesBack, type PiecesBackRefusal } from './pieces-back';
import { refundable } from './refund-tenders';
import { shippingToReturn } from './shipping-to-return';

export type ReceiveReturnRefusal =
  | ReturnRefusal
  | IdempotencyRefusal
  | { kind: 'not_found' }
  | { kind: 'payment_in_progress'; message: string }
  | PiecesBackRefusal
  | { kind: 'unit_returned_already' }
  | { kind: 'refund_exceeds_paid'; paymentId: string; amountMinor: number };

/** Returns are taken without a limit of days; the reasons and the ceiling are the protection. */
const WINDOW_DAYS = null;

/**
 * Takes goods of any order back at any store: what was really paid for these units, back to the tenders that paid, goods
 * where the disposition says; all in one transaction. The order is locked, so two tills decide one after the other.
 */
@Injectable()
export class ReceiveReturnUseCase {
  constructor(
    private readonly commands: Commands,
    private readonly progress: RecordProgressUseCase,
    private readonly booking: BookReturn,
    private readonly pieces: PiecesBack,
    private readonly goods: GoodsBack,
  ) {}

  /** The same returnId gives the first answer. Refusals change nothing. */
  run(input: CreateReturn, till: DeviceActor): Promise<Result<ReturnResult, ReceiveReturnRefusal>> {
    return this.commands.once<ReturnResult, ReceiveReturnRefusal>({ scope: 'receive-return', key: input.returnId, input }, (tx) => this.receive(tx, input, till));
  }

  private async receive(tx: Tx, input: CreateReturn, till: DeviceActor): Promise<Result<ReturnResult, ReceiveReturnRefusal>> {
    const order = await this.progress.lock(tx, input.orderId);
    if (!order || order.status === 'pending_payment') return refuse({ kind: 'not_found' });
    const payments = await this.booking.payments.rows(order.id, tx);
    if (payments.some((payment) => payment.status === 'capturing')) return refuse({ kind: 'payment_in_progress', message: 'The card of this order is being charged at this moment. Nothing was returned; try again in a few seconds.' });
    const now = new Date();
    const gone = await this.booking.returns.returnedUnits(tx, order.lines.map((line) => line.id));
    const plan = planReturn({
      lines: order.lines.map((line) => ({ orderLineId: line.id, fulfilledMilli: line.fulfilledMilli, units: line.units, returnedUnits: gone.get(line.id) ?? [] })),
      ...shippingToReturn(order), ask: input.lines, payments: payments.map(refundable), policy: { windowDays: WINDOW_DAYS, boughtAt: order.placedAt.toISOString(), now: now.toISOString() },
    });
    if (!plan.ok) return plan;
    const pieces = await this.pieces.of(tx, order, input.lines);
    if (!pieces.ok) return pieces;
    const written = await this.booking.run(tx, { input, order, plan: plan.value, pieces: pieces.value, payments, till, now });
    if (!written.ok) return written;
    const moved = await this.goods.run(tx, { input, order, plan: plan.value, pieces: pieces.value, till, now });
    if (!moved.ok) return refuse(await this.pieces.elsewhere(moved.refusal));
    const refundIds = written.value.refunds.flatMap((refund) => (refund.refundId && refund.status === 'pending' ? [refund.refundId] : []));
    await publish(tx, { type: ReturnReceived, key: order.id, payload: { returnId: input.returnId, orderId: order.id, refundIds } });
    return ok(written.value);
  }
}
