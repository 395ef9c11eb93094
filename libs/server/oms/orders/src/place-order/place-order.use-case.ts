import { createHash, randomBytes, randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { PlaceOrderRequest } from '@oneshelf/contracts';
import { sumDemand } from '@oneshelf/domain-inventory';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { newId } from '@oneshelf/platform';
import { FollowPaymentUseCase, type PaymentProgress } from '../follow-payment/follow-payment.use-case';
import type { Order } from '../order';
import { OrderRepository } from '../order.repository';
import { PlaceOrderBase } from './place-order-base';
import { PriceBasket, type PriceBasketRefusal, type PricedBasket } from './price-basket.query';
import { type OrderToWrite, WriteOrder, type WrittenOrder } from './write-order';

export interface PlaceOrderInput extends PlaceOrderRequest {
  channelCode: string;
  /** Made by the shop page once per intent to buy; a second call with it goes on where the first left off. */
  idempotencyKey: string;
}

export type PlacedAnswer = Pick<Order, 'number' | 'currency' | 'totalMinor'> & { orderId: string; statusToken: string; progress: PaymentProgress };

export type Shortage = { variantId: string; requestedMilli: number; availableMilli: number };
export type PlaceOrderRefusal =
  | PriceBasketRefusal
  | ({ kind: 'price_changed' } & Pick<PricedBasket, 'quote' | 'coupons' | 'shippingOptions'>)
  | { kind: 'insufficient_stock'; shortages: Shortage[] }
  | { kind: 'hold_of_another'; message: string }
  | { kind: 'idempotency_key_reused' };

const TRIES = 3;

/**
 * A shopper's order: priced, sourced, then number, lines, payment and reservation in one transaction, and after it the
 * card. Units are kept before anything else is written, so a losing checkout leaves nothing behind.
 */
@Injectable()
export class PlaceOrderUseCase {
  constructor(
    private readonly orders: OrderRepository,
    private readonly pricing: PriceBasket,
    private readonly writing: WriteOrder,
    private readonly following: FollowPaymentUseCase,
    private readonly base: PlaceOrderBase,
  ) {}

  /** Refusals change nothing. A card that is declined is not a refusal: the answer's progress says so, and the stock is free again. */
  async run(input: PlaceOrderInput): Promise<Result<PlacedAnswer, PlaceOrderRefusal>> {
    const requestHash = hashOf(input);
    const written = await this.write(input, requestHash);
    if (written.ok) return ok(answerOf(written.value.order, await this.following.ask(written.value.payment)));
    // A key that was used before gives the first answer, whatever prices and stock say now.
    const first = await this.orders.byExternalId(this.base.database, input.channelCode, input.idempotencyKey);
    if (!first) return written.refusal.kind === 'already_placed' ? refuse({ kind: 'idempotency_key_reused' }) : { ok: false, refusal: written.refusal };
    return first.basket.requestHash === requestHash ? ok(answerOf(first, await this.following.run(first.id))) : refuse({ kind: 'idempotency_key_reused' });
  }

  private async write(input: PlaceOrderInput, requestHash: string): Promise<Result<WrittenOrder, PlaceOrderRefusal | { kind: 'already_placed' }>> {
    const now = new Date();
    const ask = { channelCode: input.channelCode, lines: input.lines, fulfilment: input.fulfilment, coupons: input.coupons, email: input.customer.email, shippingMethodId: input.shippingMethodId, vatNumber: input.vatNumber, at: now };
    let priced = await this.pricing.run(ask);
    const hold = await this.base.plans.ownHold(input.channelCode, input.hold);
    if (!hold.ok) return hold;
    for (let attempt = 1; ; attempt += 1) {
      if (!priced.ok) return priced;
      const { quote } = priced.value;
      if (quote.totalMinor !== input.expectedTotalMinor) return priceChanged(priced.value);
      const plan = await this.base.plans.run(sourcingOf(input, priced.value), hold.value);
      if (!plan.ok) return refuse({ kind: 'insufficient_stock', shortages: shortagesOf(priced.value, plan.refusal.missing) });
      const order = this.draft(input, priced.value, { now, requestHash });
      const written = await this.writing.run(order, plan.value);
      if (written.ok || written.refusal.kind === 'already_placed') return written.ok ? written : refuse({ kind: 'already_placed' });
      // Somebody else took units between our look and our grip: look again, perhaps another location has them.
      if (written.refusal.kind === 'insufficient_stock' || written.refusal.kind === 'promise_limit_reached') {
        if (attempt < TRIES) continue;
        return refuse({ kind: 'insufficient_stock', shortages: 'shortages' in written.refusal ? written.refusal.shortages : shortagesOf(priced.value, sumDemand(plan.value.promised)) });
      }
      // The same with the last use of a promotion: without it the shopper is shown what it costs now.
      priced = await this.pricing.run(ask);
      if (priced.ok && attempt >= TRIES) return priceChanged(priced.value);
    }
  }

  private draft(input: PlaceOrderInput, priced: PricedBasket, { now, requestHash }: { now: Date; requestHash: string }): OrderToWrite {
    const id = newId();
    const statusToken = randomBytes(18).toString('base64url');
    const returnUrl = input.returnUrl ?? `${this.base.config.PUBLIC_URL}/shop/orders/{orderId}/return?token={token}`;
    return {
      id, priced, statusToken, requestHash, now,
      externalId: input.idempotencyKey,
      customer: input.customer,
      fulfilment: input.fulfilment,
      collectionCode: input.fulfilment.kind === 'pickup' ? String(randomInt(0, 1_000_000)).padStart(6, '0') : null,
      card: { paymentMethodId: input.paymentMethodId, returnUrl: returnUrl.replaceAll('{orderId}', id).replaceAll('{token}', statusToken) },
    };
  }
}

const priceChanged = ({ quote, coupons, shippingOptions }: PricedBasket) => refuse({ kind: 'price_changed' as const, quote, coupons, shippingOptions });

const answerOf = (order: Order, progress: PaymentProgress): PlacedAnswer => ({
  orderId: order.id, number: order.number, currency: order.currency, totalMinor: order.totalMinor, statusToken: order.statusToken ?? '', progress,
});

const hashOf = ({ channelCode, idempotencyKey: _key, ...request }: PlaceOrderInput): string => createHash('sha256').update(JSON.stringify([channelCode, request])).digest('hex');

function sourcingOf(input: PlaceOrderInput, { channel, basket }: PricedBasket) {
  const { fulfilment } = input;
  return {
    channelCode: channel.code, lines: basket.lines, kind: fulfilment.kind,
    pickupLocationId: fulfilment.kind === 'pickup' ? fulfilment.locationId : null,
    destination: fulfilment.kind === 'delivery' ? fulfilment.address : null,
  };
}

function shortagesOf({ basket }: PricedBasket, missing: { variantId: string; quantityMilli: number }[]): Shortage[] {
  return missing.map(({ variantId, quantityMilli }) => {
    const requestedMilli = basket.lines.filter((line) => line.variantId === variantId).reduce((sum, line) => sum + line.quantityMilli, 0);
    return { variantId, requestedMilli, availableMilli: requestedMilli - quantityMilli };
  });
}
