import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import type { Quote } from '@oneshelf/domain-pricing';
import { newId, system, type Tx } from '@oneshelf/platform';
import { ReleaseStockUseCase, ReserveStockUseCase } from '@oneshelf/server-inventory';
import { CancelOrderUseCase, FindSources, PlaceMarketplaceOrderUseCase } from '@oneshelf/server-orders';
import type { AmazonOrderInput } from './amazon-order-input';

export type OrderBookRefusal = { kind: 'insufficient_stock' | 'already_placed' | 'not_found' | 'already_fulfilled' };

const actor = system('Amazon');

/** What an order of Amazon does here: hold stock while its payment is open, become an order, be cancelled. */
@Injectable()
export class OrderBook {
  constructor(
    private readonly placeOrder: PlaceMarketplaceOrderUseCase,
    private readonly cancelOrder: CancelOrderUseCase,
    private readonly sources: FindSources,
    private readonly reserve: ReserveStockUseCase,
    private readonly release: ReleaseStockUseCase,
  ) {}

  /** Keeps the units under an id of ours that is no order yet: what is not paid for is not sent. */
  async hold(tx: Tx, holdId: string, order: AmazonOrderInput): Promise<Result<void, OrderBookRefusal>> {
    const lines = order.lines.map(({ variantId, quantityMilli }, index) => ({ lineId: String(index + 1), variantId, quantityMilli }));
    const plan = await this.sources.run({ channelCode: order.channelCode, lines, kind: 'delivery', pickupLocationId: null, destination: order.address });
    if (!plan.ok) return refuse({ kind: 'insufficient_stock' });
    const ids = new Map(lines.map((line) => [line.lineId, newId()]));
    const kept = plan.value.parts.flatMap((part) => part.lines.map((line) => ({ orderLineId: ids.get(line.lineId) ?? '', variantId: line.variantId, locationId: part.locationId, quantityMilli: line.quantityMilli })));
    const reserved = await this.reserve.run(tx, { orderId: holdId, lines: kept, actor, occurredAt: order.placedAt.toISOString() });
    return reserved.ok ? ok(undefined) : refuse({ kind: 'insufficient_stock' });
  }

  letGo(tx: Tx, holdId: string, reason: string): Promise<void> {
    return this.release.run(tx, { orderId: holdId, reason, actor });
  }

  /** Answers the id of our order. */
  async place(tx: Tx, order: AmazonOrderInput, quote: Quote): Promise<Result<string, OrderBookRefusal>> {
    const { channelCode, externalId, customer, address, placedAt } = order;
    const placed = await this.placeOrder.run(tx, { channelCode, externalId, customer, address, quote, placedAt, lines: order.lines.map(({ sku, title, externalId: itemId }) => ({ sku, title, externalId: itemId })) });
    return placed.ok ? ok(placed.value.orderId) : refuse({ kind: placed.refusal.kind });
  }

  /** In a transaction of its own. Cancelled before is as good. */
  async cancel(orderId: string): Promise<Result<void, OrderBookRefusal>> {
    const result = await this.cancelOrder.run({ orderId, reason: 'cancelled at Amazon', actor });
    if (result.ok || result.refusal.kind === 'already_cancelled') return ok(undefined);
    return refuse({ kind: result.refusal.kind });
  }
}
