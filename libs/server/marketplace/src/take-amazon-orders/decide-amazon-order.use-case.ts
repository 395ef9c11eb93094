import { Injectable } from '@nestjs/common';
import { ok, type Result } from '@oneshelf/domain-kernel';
import type { Quote, QuoteRefusal } from '@oneshelf/domain-pricing';
import { Transactions, type Tx } from '@oneshelf/platform';
import type { AmazonOrder, AmazonOrderStatus } from '../amazon/amazon-models';
import type { AmazonOrderInput } from './amazon-order-input';
import { type KeptOrder, MarketplaceOrderRepository } from './marketplace-order.repository';
import { OrderBook, type OrderBookRefusal } from './order-book';
import { QuoteAmazonOrderQuery } from './quote-amazon-order.query';

const WAITING: AmazonOrderStatus[] = ['PENDING', 'PENDING_AVAILABILITY'];
const TO_SEND: AmazonOrderStatus[] = ['UNSHIPPED', 'PARTIALLY_SHIPPED'];
const isWaiting = (status: string | null) => WAITING.some((one) => one === status);

export type DecideAmazonOrderRefusal = OrderBookRefusal | QuoteRefusal;

/** Does what the order's status says. The order's row is held, so two notices at once are taken one after the other. */
@Injectable()
export class DecideAmazonOrderUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly orders: MarketplaceOrderRepository,
    private readonly book: OrderBook,
    private readonly quotes: QuoteAmazonOrderQuery,
  ) {}

  async run(order: AmazonOrder, input: AmazonOrderInput): Promise<Result<void, DecideAmazonOrderRefusal>> {
    const status = order.fulfillment?.fulfillmentStatus ?? 'PENDING';
    // What Amazon sends from its own warehouses never touches our stock.
    if (order.fulfillment?.fulfilledBy === 'AMAZON') return this.inRow(order, input, () => Promise.resolve(ok(null)));
    if (status === 'CANCELLED') return this.cancel(order, input);
    if (isWaiting(status)) return this.inRow(order, input, (tx, kept) => this.holdOnce(tx, kept, input));
    if (!TO_SEND.includes(status)) return this.inRow(order, input, () => Promise.resolve(ok(null)));
    const quote = await this.quotes.run(input);
    if (!quote.ok) return quote;
    const first = await this.inRow(order, input, (tx, kept) => this.placeOnce(tx, kept, { input, quote: quote.value }));
    if (first.ok || first.refusal.kind !== 'insufficient_stock') return first;
    // The search for a place does not see what this very transaction lets go. So the hold ends first, and then it looks again.
    const held = await this.endHold(input);
    return held ? this.inRow(order, input, (tx, kept) => this.placeOnce(tx, kept, { input, quote: quote.value })) : first;
  }

  /** `act` answers the id of the order that it made, or null where it made none. */
  private inRow(order: AmazonOrder, { channelCode }: AmazonOrderInput, act: (tx: Tx, kept: KeptOrder) => Promise<Result<string | null, OrderBookRefusal>>): Promise<Result<void, OrderBookRefusal>> {
    return this.transactions.run<void, OrderBookRefusal>(async (tx) => {
      const kept = await this.orders.hold(tx, channelCode, order.orderId);
      const result = await act(tx, kept);
      if (!result.ok) return result;
      await this.orders.keep(tx, channelCode, { order, orderId: result.value ?? kept.orderId });
      return ok(undefined);
    });
  }

  private async holdOnce(tx: Tx, kept: KeptOrder, input: AmazonOrderInput): Promise<Result<null, OrderBookRefusal>> {
    if (kept.status !== null) return ok(null);
    const held = await this.book.hold(tx, kept.orderId, input);
    return held.ok ? ok(null) : held;
  }

  private async placeOnce(tx: Tx, kept: KeptOrder, { input, quote }: { input: AmazonOrderInput; quote: Quote }): Promise<Result<string | null, OrderBookRefusal>> {
    if (kept.status !== null && !isWaiting(kept.status)) return ok(null);
    if (isWaiting(kept.status)) await this.book.letGo(tx, kept.orderId, 'paid at Amazon');
    return this.book.place(tx, input, quote);
  }

  private endHold({ channelCode, externalId }: AmazonOrderInput): Promise<boolean> {
    return this.transactions.write(async (tx) => {
      const kept = await this.orders.hold(tx, channelCode, externalId);
      if (!isWaiting(kept.status)) return false;
      await this.book.letGo(tx, kept.orderId, 'paid at Amazon');
      return true;
    });
  }

  private async cancel(order: AmazonOrder, input: AmazonOrderInput): Promise<Result<void, OrderBookRefusal>> {
    const placed = await this.orders.placedOrder(input.channelCode, order.orderId);
    if (placed) {
      const cancelled = await this.book.cancel(placed);
      if (!cancelled.ok) return cancelled;
    }
    return this.inRow(order, input, async (tx, kept) => {
      if (isWaiting(kept.status)) await this.book.letGo(tx, kept.orderId, 'cancelled at Amazon');
      return ok(null);
    });
  }
}
