import { Injectable } from '@nestjs/common';
import type { StorefrontFulfilment } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { newId, system, Transactions, type Tx } from '@oneshelf/platform';
import type { PreparedPayment } from '../follow-payment/follow-payment.use-case';
import { NewOrderRepository } from '../new-order.repository';
import type { Order } from '../order';
import { OrderRepository } from '../order.repository';
import { OrderNumbers } from '../order-numbers.repository';
import type { OrderPlan } from './plan-order';
import type { PricedBasket } from './price-basket.query';
import { WriteOrderBase } from './write-order-base';

export interface OrderToWrite {
  id: string;
  priced: PricedBasket;
  fulfilment: StorefrontFulfilment;
  customer: { name: string; email: string };
  collectionCode: string | null;
  statusToken: string;
  externalId: string;
  requestHash: string;
  now: Date;
  card: { paymentMethodId: string; returnUrl: string };
}

export interface WrittenOrder {
  order: Order;
  payment: PreparedPayment;
}

type WriteRefusal = { kind: 'already_placed' } | { kind: 'promise_limit_reached' } | { kind: 'promotion_used_up' } | { kind: 'insufficient_stock'; shortages: { variantId: string; requestedMilli: number; availableMilli: number }[] };

/** One transaction: the shopper's hold goes over into the reservation, then uses of promotions, payment row, then order with number, lines and event. */
@Injectable()
export class WriteOrder {
  private readonly actor = system('storefront');

  constructor(
    private readonly transactions: Transactions,
    private readonly orders: NewOrderRepository,
    private readonly numbers: OrderNumbers,
    private readonly written: OrderRepository,
    private readonly base: WriteOrderBase,
  ) {}

  async run(order: OrderToWrite, plan: OrderPlan): Promise<Result<WrittenOrder, WriteRefusal>> {
    const { quote, facts, channel, basket, businessDate } = order.priced;
    const lines = quote.lines.map((line) => {
      const known = facts.get(line.variantId);
      return { id: newId(), sku: known?.sku ?? '', title: [known?.title, known?.variantTitle].filter(Boolean).join(', '), unit: known?.unit ?? 'piece' };
    });
    const idOf = new Map(quote.lines.map((line, index) => [line.lineId, lines[index]?.id ?? '']));
    const kept = plan.lines.map(({ lineId, ...line }) => ({ ...line, orderLineId: idOf.get(lineId) ?? '' }));
    const dropped = plan.dropped.map(({ lineId, ...line }) => ({ ...line, orderLineId: idOf.get(lineId) ?? '' }));
    const number = await this.numbers.take({ marketCode: channel.marketCode, day: businessDate });
    const written = await this.transactions.run<WrittenOrder, WriteRefusal>(async (tx) => {
      if (plan.holdId !== null) await this.base.holds.handOver(tx, plan.holdId, kept);
      const reserved = kept.length === 0 ? ok(undefined) : await this.base.reserve.run(tx, { orderId: order.id, lines: kept, actor: this.actor, occurredAt: order.now.toISOString() });
      if (!reserved.ok) return reserved;
      const promised = await this.base.promising.make(tx, plan.promised.map(({ lineId, ...promise }) => ({ ...promise, orderId: order.id, orderLineId: idOf.get(lineId) ?? '', channelCode: channel.code })));
      if (!promised.ok) return promised;
      const taken = await this.base.promotions.take(tx, { orderId: order.id, uses: order.priced.uses, customer: order.customer.email.toLowerCase(), at: order.now });
      if (!taken.ok) return taken;
      const payment = await this.base.authorise.prepare(tx, { paymentId: order.id, orderId: order.id, amountMinor: quote.totalMinor, currency: quote.currency, ...order.card, ...(plan.promised.length > 0 ? { keepFor: { email: order.customer.email } } : {}) });
      const { fulfilment } = order;
      const row = {
        id: order.id, number, channelCode: channel.code, marketCode: channel.marketCode, fulfilmentKind: fulfilment.kind,
        pickupLocationId: fulfilment.kind === 'pickup' ? fulfilment.locationId : null, soldAtLocationId: null, customerId: null,
        customerName: order.customer.name, customerEmail: order.customer.email.toLowerCase(), shippingAddress: fulfilment.kind === 'delivery' ? fulfilment.address : null,
        collectionCode: order.collectionCode, externalId: order.externalId, basket: { ...basket, requestHash: order.requestHash }, quote,
        status: 'pending_payment' as const, businessDate, placedAt: order.now, statusToken: order.statusToken, receiptSecret: order.statusToken, lines,
        event: { kind: 'ordered', actor: order.customer.name, data: { channelCode: channel.code, totalMinor: quote.totalMinor, discounts: quote.discounts } },
      };
      if ((await this.orders.insert(tx, row)) === null) return refuse({ kind: 'already_placed' });
      if (dropped.length > 0) await this.leaveOut(tx, order.id, dropped);
      return ok({ order: orderOf(row, number), payment });
    });
    if (!written.ok) this.numbers.giveBack(number);
    return written;
  }

  /** Of an order of which not all is there, what is missing is cancelled with it and never charged. */
  private async leaveOut(tx: Tx, orderId: string, dropped: { orderLineId: string; variantId: string; quantityMilli: number }[]): Promise<void> {
    await this.written.count(tx, orderId, { count: 'cancelled', lines: dropped });
    await this.written.append(tx, orderId, { kind: 'units_unavailable', actor: this.actor.name, data: { lines: dropped } });
  }
}

/** What was just written, so that nothing is read again. */
const orderOf = (row: Parameters<NewOrderRepository['insert']>[1], number: string): Order => ({
  ...row, number, currency: row.quote.currency, bookVersion: row.quote.bookVersion, discountMinor: row.quote.discountMinor, taxMinor: row.quote.taxMinor, totalMinor: row.quote.totalMinor,
  basket: row.basket as unknown as Order['basket'],
  lines: row.quote.lines.map((line, index) => ({
    ...line, id: row.lines[index]?.id ?? '', line: index + 1, sku: row.lines[index]?.sku ?? '', title: row.lines[index]?.title ?? '', cancelledMilli: 0, fulfilledMilli: 0, returnedMilli: 0, externalId: null, serialNumbers: [], unit: row.lines[index]?.unit,
  })),
});
