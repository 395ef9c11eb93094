import { Injectable } from '@nestjs/common';
import type { PayAgainRequest, PlacedOrder, StorefrontOrderStatus, StorefrontQuote, StorefrontQuoteRequest } from '@oneshelf/contracts';
import { ok, type Result } from '@oneshelf/domain-kernel';
import { Problem } from '@oneshelf/platform';
import type { OpenPromise } from '@oneshelf/server-inventory/promises';
import type { Order } from '../order';
import type { PlacedAnswer } from '../place-order/place-order.use-case';
import { PriceBasket, type PriceBasketRefusal } from '../place-order/price-basket.query';
import { OrderQuery } from '../show-order/order.query';
import { ShowOrder } from '../show-order/show-order.query';
import { AvailableToShopper } from './available-to-shopper.query';
import { StorefrontPayments } from './storefront-payments';
import { storefrontQuote } from './storefront-quote';

/** A shopper's view of orders: quotes, the way back from the bank, and the status page behind its token. */
@Injectable()
export class StorefrontOrders {
  constructor(
    private readonly pricing: PriceBasket,
    private readonly available: AvailableToShopper,
    private readonly payments: StorefrontPayments,
    private readonly orders: OrderQuery,
    private readonly showing: ShowOrder,
  ) {}

  async quote(channelCode: string, request: StorefrontQuoteRequest): Promise<Result<StorefrontQuote, PriceBasketRefusal>> {
    const priced = await this.pricing.run({ channelCode, lines: request.lines, fulfilment: request.fulfilment, coupons: request.coupons, email: request.email, shippingMethodId: request.shippingMethodId, vatNumber: request.vatNumber, at: new Date() });
    if (!priced.ok) return priced;
    return ok(storefrontQuote(priced.value, await this.available.ofBasket(channelCode, request)));
  }

  /** @throws Problem where the card did not pay */
  answer({ progress, ...order }: PlacedAnswer): PlacedOrder {
    switch (progress.kind) {
      case 'placed': return { ...order, status: 'placed', redirectUrl: null };
      case 'requires_action': return { ...order, status: 'requires_action', redirectUrl: progress.redirectUrl };
      case 'declined': throw new Problem(402, 'card_declined', 'The card was declined. Nothing was ordered or charged; try another card.', { orderId: order.orderId, code: progress.code });
      case 'cancelled': throw new Problem(409, 'order_cancelled', 'The order was cancelled. Nothing was charged; order again.', { orderId: order.orderId });
      case 'unavailable': throw new Problem(503, 'provider_unavailable', 'The card provider did not answer. Your items are kept; try again with the same key.', { orderId: order.orderId });
    }
  }

  async afterBank(orderId: string, token: string): Promise<PlacedOrder> {
    const order = await this.find(orderId, token);
    return this.answer({ ...headOf(order, token), progress: await this.payments.afterBank(orderId) });
  }

  async payAgain(orderId: string, request: PayAgainRequest): Promise<PlacedOrder> {
    const order = await this.find(orderId, request.token);
    return this.answer({ ...headOf(order, request.token), progress: await this.payments.payAgain(order, request) });
  }

  async status(orderId: string, token: string): Promise<StorefrontOrderStatus> {
    const order = await this.find(orderId, token);
    const [detail, promises] = await Promise.all([this.showing.run(orderId), this.available.promisesOf(orderId)]);
    if (!detail) throw notFound();
    return {
      orderId, number: order.number, displayStatus: detail.displayStatus, fulfilmentKind: order.fulfilmentKind,
      pickupLocationName: order.pickupLocationId ? await this.showing.locationName(order.pickupLocationId) : null,
      collectionCode: order.status === 'placed' ? order.collectionCode : null,
      currency: order.currency, totalMinor: order.totalMinor, dueMinor: await this.payments.due(order), refundedMinor: detail.refundedMinor, placedAt: detail.placedAt,
      shippingMinor: order.quote.shipping?.reduce((sum, charge) => sum + charge.totalMinor, 0) ?? null, receiptToken: order.status === 'pending_payment' ? null : this.orders.receiptTokenOf(orderId, order.statusToken),
      lines: detail.lines.map(({ id, sku, title, unit, orderedMilli, cancelledMilli, fulfilledMilli, returnedMilli, totalMinor }) => ({ sku, title, ...(unit ? { unit } : {}), orderedMilli, cancelledMilli, fulfilledMilli, returnedMilli, totalMinor, promised: promisedOf(promises, id) })),
    };
  }

  /** Without the right token an order is not there. */
  private async find(orderId: string, token: string) {
    const order = await this.orders.byId(orderId);
    if (!order || order.statusToken === null || order.statusToken !== token) throw notFound();
    return order;
  }
}

const headOf = ({ id: orderId, number, currency, totalMinor }: Order, statusToken: string) => ({ orderId, number, currency, totalMinor, statusToken });

function promisedOf(promises: OpenPromise[], orderLineId: string): StorefrontOrderStatus['lines'][number]['promised'] {
  const promise = promises.find((each) => each.orderLineId === orderLineId);
  return promise ? { kind: promise.kind, expectedOn: promise.expectedOn, quantityMilli: promise.quantityMilli } : null;
}

const notFound = (): Problem => new Problem(404, 'not_found', 'There is no such order, or the link is not complete.');
