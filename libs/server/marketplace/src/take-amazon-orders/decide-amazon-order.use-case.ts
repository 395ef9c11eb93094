import { Injectable } from '@nestjs/common';
import { ok, type Result } from '@oneshelf/domain-kernel';
import { Transactions, type Tx } from '@oneshelf/platform';
import type { AmazonOrder } from '../amazon/amazon-models';
import { shippingAddressOf, toOrderInput, type UnknownSku } from './amazon-order-input';
import { MarketplaceOrderRepository } from './marketplace-order.repository';
import { type MarketplaceOrderRefusal, OrderBook } from './order-book';

const WAITING = ['PENDING', 'PENDING_AVAILABILITY'];
const OPEN = [...WAITING, 'UNSHIPPED', 'PARTIALLY_SHIPPED'];

export interface AmazonOrderToTake {
  channelCode: string;
  order: AmazonOrder;
  variantOfSku: Map<string, string>;
}

/** The decision, in one transaction that holds the order's row: two notices at once are taken one after the other. */
@Injectable()
export class DecideAmazonOrderUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly orders: MarketplaceOrderRepository,
    private readonly book: OrderBook,
  ) {}

  run(take: AmazonOrderToTake): Promise<Result<void, MarketplaceOrderRefusal | UnknownSku>> {
    return this.transactions.run(async (tx) => {
      const kept = await this.orders.hold(tx, take.channelCode, take.order.orderId);
      const result = await this.act(tx, take, kept);
      if (result.ok) await this.orders.keep(tx, take.channelCode, take.order);
      return result;
    });
  }

  private async act(tx: Tx, { channelCode, order, variantOfSku }: AmazonOrderToTake, kept: { orderId: string; status: string | null }): Promise<Result<void, MarketplaceOrderRefusal | UnknownSku>> {
    const status = order.fulfillment?.fulfillmentStatus ?? 'PENDING';
    // What Amazon sends from its own warehouses never touches our stock.
    if (order.fulfillment?.fulfilledBy === 'AMAZON') return ok(undefined);
    const isTaken = kept.status !== null && kept.status !== 'CANCELLED' && OPEN.includes(kept.status);
    if (status === 'CANCELLED') return isTaken ? this.book.cancel(tx, { orderId: kept.orderId, reason: 'cancelled at Amazon' }) : ok(undefined);
    if (kept.status === null && OPEN.includes(status)) {
      const input = toOrderInput(order, { orderId: kept.orderId, channelCode, variantOfSku });
      return input.ok ? this.book.place(tx, input.value) : input;
    }
    if (kept.status !== null && WAITING.includes(kept.status) && !WAITING.includes(status)) {
      await this.book.confirmPaid(tx, { orderId: kept.orderId, shippingAddress: shippingAddressOf(order) });
    }
    return ok(undefined);
  }
}
