import { Injectable } from '@nestjs/common';
import { type CreateReturn, type ReturnResult, ReturnReceived } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { planReturn, type ReturnPlan, type ReturnRefusal } from '@oneshelf/domain-returns';
import { Commands, type DeviceActor, type IdempotencyRefusal, publish, type Tx } from '@oneshelf/platform';
import { ReturnStockUseCase } from '@oneshelf/server-inventory';
import type { SerialRefused } from '@oneshelf/server-inventory/serials';
import { type Order, RecordProgressUseCase } from '@oneshelf/server-orders';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { BookReturn } from './book-return';
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
    private readonly stock: ReturnStockUseCase,
    private readonly booking: BookReturn,
    private readonly organisation: OrganisationDirectory,
    private readonly pieces: PiecesBack,
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
    const moved = await this.moveGoods(tx, { input, order, plan: plan.value, pieces: pieces.value, till, now });
    if (!moved.ok) return refuse(await this.pieces.elsewhere(moved.refusal));
    const refundIds = written.value.refunds.flatMap((refund) => (refund.refundId && refund.status === 'pending' ? [refund.refundId] : []));
    await publish(tx, { type: ReturnReceived, key: order.id, payload: { returnId: input.returnId, orderId: order.id, refundIds } });
    return ok(written.value);
  }

  private async moveGoods(tx: Tx, { input, order, plan, pieces, till, now }: { input: CreateReturn; order: Order; plan: ReturnPlan; pieces: string[][]; till: DeviceActor; now: Date }): Promise<Result<null, SerialRefused>> {
    const variantOf = new Map(order.lines.map((line) => [line.id, line.variantId]));
    const { currency } = await this.organisation.market((await this.organisation.location(till.locationId)).marketCode);
    const back = await this.stock.run(tx, {
      // What a piece cost in another currency says nothing here.
      ...(order.currency === currency ? { soldBy: await this.progress.leftWith(tx, order.id) } : {}),
      sale: { id: order.id, returnedMilli: returnedBefore(order) },
      returnId: input.returnId, orderId: order.id, locationId: till.locationId, actor: till, occurredAt: now.toISOString(),
      // The plan has a line for each ask, in their order.
      lines: plan.lines.map((line, index) => ({ variantId: variantOf.get(line.orderLineId) ?? '', quantityMilli: line.quantityMilli, disposition: line.disposition, serials: pieces[index] ?? [] })),
    });
    if (!back.ok) return back;
    await this.progress.returned(tx, order.id, plan.lines.map(({ orderLineId, quantityMilli }) => ({ orderLineId, quantityMilli })));
    return ok(null);
  }
}

const returnedBefore = ({ lines }: Order): Record<string, number> => {
  const sums: Record<string, number> = {};
  for (const line of lines) sums[line.variantId] = (sums[line.variantId] ?? 0) + line.returnedMilli;
  return sums;
};
