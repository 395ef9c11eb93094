import { Injectable } from '@nestjs/common';
import type { CreateReturn, ReturnResult } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import type { ReturnPlan } from '@oneshelf/domain-returns';
import type { DeviceActor, Tx } from '@oneshelf/platform';
import { type Order, RecordProgressUseCase } from '@oneshelf/server-orders';
import { TradingDay } from '@oneshelf/server-organisation';
import { PaymentsOfOrder } from '@oneshelf/server-payments';
import { ReturnRepository } from '../return.repository';
import { PostRefund } from './post-refund';

interface Booking {
  input: CreateReturn;
  order: Order;
  plan: ReturnPlan;
  /** Which pieces come back, by line of the plan. */
  pieces: string[][];
  payments: Awaited<ReturnType<PaymentsOfOrder['rows']>>;
  till: DeviceActor;
  now: Date;
}
type BookingRefusal = { kind: 'unit_returned_already' } | { kind: 'refund_exceeds_paid'; paymentId: string; amountMinor: number };

/** Writes a planned return: return, lines, units, refunds, journal, timeline. */
@Injectable()
export class BookReturn {
  constructor(
    readonly returns: ReturnRepository,
    readonly payments: PaymentsOfOrder,
    private readonly money: PostRefund,
    private readonly progress: RecordProgressUseCase,
    private readonly days: TradingDay,
  ) {}

  async run(tx: Tx, { input, order, plan, pieces, payments, till, now }: Booking): Promise<Result<ReturnResult, BookingRefusal>> {
    const lineOf = new Map(order.lines.map((line) => [line.id, line]));
    const businessDate = await this.days.of(now, { locationId: till.locationId, marketCode: order.marketCode });
    const actor = input.staffName ?? till.name;
    const number = await this.returns.insert(tx, {
      id: input.returnId, orderId: order.id, locationId: till.locationId, deviceId: till.id, shiftId: input.shiftId ?? null, refundMinor: plan.refundMinor, taxMinor: plan.taxMinor,
      currency: order.currency, actor, businessDate, receivedAt: now,
      lines: plan.lines.map((line, index) => ({ ...line, serials: pieces[index] ?? [], variantId: lineOf.get(line.orderLineId)?.variantId ?? '', sku: lineOf.get(line.orderLineId)?.sku ?? '' })),
    }, order.number);
    if (number === null) return refuse({ kind: 'unit_returned_already' });
    const refunds = await this.money.run(tx, { order, plan, payments, returnId: input.returnId, locationId: till.locationId, businessDate, now });
    if (!refunds.ok) return refunds;
    // What was on hold only is charged less: nothing of it is on its way.
    await this.returns.settle(tx, input.returnId, refunds.value.filter((refund) => refund.status !== 'not_charged').map((refund) => refund.status));
    await this.progress.say(tx, order.id, {
      kind: 'returned', actor, data: { returnId: input.returnId, number, locationId: till.locationId, refundMinor: plan.refundMinor, quantityMilli: plan.lines.reduce((sum, line) => sum + line.quantityMilli, 0), ...(pieces.flat().length > 0 ? { serials: pieces.flat() } : {}) },
    });
    return ok({
      returnId: input.returnId, number, currency: order.currency, refundMinor: plan.refundMinor, taxMinor: plan.taxMinor, shippingMinor: plan.shippingMinor, refunds: refunds.value,
      lines: plan.lines.map((line, index) => ({
        serialNumbers: pieces[index] ?? [],
        orderLineId: line.orderLineId, sku: lineOf.get(line.orderLineId)?.sku ?? '', title: lineOf.get(line.orderLineId)?.title ?? '', quantityMilli: line.quantityMilli, weightMilli: lineOf.get(line.orderLineId)?.weightMilli,
        refundMinor: line.refundMinor, taxMinor: line.taxMinor, disposition: line.disposition,
      })),
    });
  }
}
