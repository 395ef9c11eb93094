import { Injectable } from '@nestjs/common';
import type { Result } from '@oneshelf/domain-kernel';
import { journalForRefund, type Tender } from '@oneshelf/domain-payments';
import { shippingByRate, type UnitShare } from '@oneshelf/domain-pricing';
import type { ReturnPlan } from '@oneshelf/domain-returns';
import type { Tx } from '@oneshelf/platform';
import type { Order } from '@oneshelf/server-orders';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { PaymentsOfOrder, PostJournalUseCase } from '@oneshelf/server-payments';
import { RefundTenders, type ReturnedTender } from './refund-tenders';

interface Refunding {
  order: Order;
  plan: ReturnPlan;
  payments: Awaited<ReturnType<PaymentsOfOrder['rows']>>;
  returnId: string;
  locationId: string;
  businessDate: string;
  now: Date;
}

/** Money and journal of a return. What was never charged is no refund: the capture will be that much smaller and books this return too. */
@Injectable()
export class PostRefund {
  constructor(
    private readonly tenders: RefundTenders,
    private readonly journal: PostJournalUseCase,
    private readonly organisation: OrganisationDirectory,
  ) {}

  async run(tx: Tx, refund: Refunding): Promise<Result<ReturnedTender[], { kind: 'refund_exceeds_paid'; paymentId: string; amountMinor: number }>> {
    const { order, plan } = refund;
    const { cashStepMinor } = await this.organisation.market(order.marketCode);
    const given = await this.tenders.run(tx, { orderId: order.id, returnId: refund.returnId, tenders: plan.tenders, payments: refund.payments, cashStepMinor });
    if (!given.ok || given.value.some((one) => one.status === 'not_charged')) return given;
    const back: Tender[] = given.value.map((one) => ({ kind: one.kind === 'external' && order.externalId !== null ? 'marketplace' : one.kind, amountMinor: one.amountMinor + (one.roundingMinor ?? 0) }));
    const roundingMinor = given.value.reduce((sum, one) => sum + (one.roundingMinor ?? 0), 0);
    await this.journal.run(tx, {
      causeKind: 'refund', causeId: refund.returnId, currency: order.currency, locationId: refund.locationId, channelCode: order.channelCode, businessDate: refund.businessDate,
      occurredAt: refund.now.toISOString(), lines: journalForRefund({ country: order.basket.taxCountry, taxInclusive: order.quote.taxInclusive, lines: linesOf(order, plan) }, back, roundingMinor),
    });
    return given;
  }
}

function linesOf(order: Order, plan: ReturnPlan) {
  const goods = plan.lines.flatMap((planned) => {
    const line = order.lines.find((one) => one.id === planned.orderLineId);
    if (!line) return [];
    const units = line.units.filter((unit) => planned.units.includes(unit.unit));
    const sum = (amount: keyof Pick<UnitShare, 'totalMinor' | 'taxMinor' | 'discountMinor'>) => units.reduce((total, unit) => total + unit[amount], 0);
    return [{ totalMinor: sum('totalMinor'), taxMinor: sum('taxMinor'), discountMinor: sum('discountMinor'), taxRateBasisPoints: line.taxRateBasisPoints }];
  });
  return plan.shippingMinor > 0 ? [...goods, ...shippingByRate({ ...order.quote, lines: order.lines })] : goods;
}
