import { Injectable } from '@nestjs/common';
import { type Address, type OrderDetail, QuoteContract } from '@oneshelf/contracts';
import { displayStatus, openMilli } from '@oneshelf/domain-orders';
import { type Coverage, paymentCoverage } from '@oneshelf/domain-payments';
import { PrismaReads } from '@oneshelf/platform';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { PaymentsOfOrder } from '@oneshelf/server-payments';
import type { Order } from '../order';
import { OrderFacets } from './order-facets';
import { OrderQuery } from './order.query';

/** One order with everything that happened to it, for the back-office. */
@Injectable()
export class ShowOrder {
  constructor(
    private readonly orders: OrderQuery,
    private readonly reads: PrismaReads,
    private readonly payments: PaymentsOfOrder,
    private readonly facets: OrderFacets,
    private readonly organisation: OrganisationDirectory,
  ) {}

  async locationName(id: string): Promise<string | null> {
    return (await this.organisation.findLocation(id))?.name ?? null;
  }

  async run(orderId: string): Promise<OrderDetail | null> {
    const order = await this.orders.byId(orderId);
    if (!order) return null;
    const [channel, payments, parts, returns, events, componentsOf] = await Promise.all([
      this.organisation.channel(order.channelCode), this.payments.views(orderId), this.facets.parts.partsOf([orderId]), this.facets.returns.returnsOf(orderId),
      this.reads.order_event.findMany({ where: { order_id: orderId }, orderBy: [{ occurred_at: 'desc' }, { id: 'desc' }] }),
      this.facets.bundles.of([orderId]),
    ]);
    const ofOrder = parts.get(orderId) ?? [];
    return {
      ...headOf(order),
      channelName: channel.name,
      displayStatus: displayStatus({ status: order.status, lines: order.lines, paymentCoverage: coverageOf(order, payments), fulfilmentOrders: ofOrder }),
      ...moneyOf(payments),
      ...quoteOf(order),
      lines: order.lines.map((line) => ({ ...line, orderedMilli: line.quantityMilli, openMilli: openMilli(line), components: componentsOf(orderId, line.variantId) })),
      parts: ofOrder, payments, returns,
      timeline: events.map((event) => ({ id: event.id, kind: event.kind, actor: event.actor, data: event.data as Record<string, unknown>, occurredAt: event.occurred_at.toISOString() })),
      actions: actionsOf(order, ofOrder),
    };
  }
}

/** A placed order was covered once. Only while its shopper is asked to pay again it is not: a hold that ended while goods are waited for is asked for when they come. */
function coverageOf({ status, totalMinor }: Order, payments: OrderDetail['payments']): Coverage['coverage'] {
  const last = payments.filter(({ kind }) => kind === 'card_online').at(-1);
  if (status !== 'placed' || !last) return paymentCoverage(totalMinor, payments).coverage;
  return last.status === 'failed' && last.authorisedMinor === 0 ? 'none' : 'full';
}

function headOf(order: Order) {
  const quote = order.quote as unknown as { listMinor: number; discounts: OrderDetail['discounts'] };
  return {
    id: order.id, number: order.number, channelCode: order.channelCode, fulfilmentKind: order.fulfilmentKind, status: order.status,
    // A shopper's own key is no number of a marketplace.
    externalId: order.statusToken === null ? order.externalId : null,
    pickupLocationId: order.pickupLocationId, soldAtLocationId: order.soldAtLocationId,
    customer: { id: order.customerId, name: order.customerName, email: order.customerEmail },
    shippingAddress: order.shippingAddress as Address | null,
    currency: order.currency, listMinor: quote.listMinor, discountMinor: order.discountMinor, taxMinor: order.taxMinor, totalMinor: order.totalMinor,
    bookVersion: order.bookVersion, placedAt: order.placedAt.toISOString(), discounts: quote.discounts,
  };
}

/** The engine's quote, for the reasons behind its prices; a marketplace's order carries none that the engine made. */
function quoteOf(order: Order): Pick<OrderDetail, 'quote'> {
  const parsed = QuoteContract.safeParse(order.quote);
  return parsed.success ? { quote: parsed.data } : {};
}

function moneyOf(payments: OrderDetail['payments']) {
  const sum = (amount: (payment: OrderDetail['payments'][number]) => number): number => payments.reduce((total, payment) => total + amount(payment), 0);
  const refundedMinor = sum((payment) => payment.refundedMinor);
  return { refundedMinor, paidMinor: sum((payment) => payment.capturedMinor) - refundedMinor, onHoldMinor: sum((payment) => (payment.status === 'authorised' ? payment.authorisedMinor : 0)) };
}

function actionsOf(order: Order, parts: OrderDetail['parts']): OrderDetail['actions'] {
  const untouched = order.status !== 'cancelled' && order.lines.every((line) => line.fulfilledMilli === 0);
  return [
    ...(untouched ? ['cancel' as const] : []),
    ...(order.status !== 'cancelled' && parts.some((part) => part.kind === 'ship' && (part.status === 'to_pick' || part.status === 'picking')) ? ['ship' as const] : []),
    ...(order.lines.some((line) => line.fulfilledMilli > line.returnedMilli) ? ['return' as const] : []),
  ];
}
