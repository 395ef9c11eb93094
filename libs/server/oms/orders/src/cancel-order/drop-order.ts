import { Injectable } from '@nestjs/common';
import { OrderCancelled } from '@oneshelf/contracts';
import { openMilli } from '@oneshelf/domain-orders';
import { type Actor, publish, type Tx } from '@oneshelf/platform';
import { ReleaseStockUseCase } from '@oneshelf/server-inventory';
import { PromiseStockUseCase } from '@oneshelf/server-inventory/promises';
import { UsePromotionsUseCase } from '@oneshelf/server-pricing';
import { OrderRepository } from '../order.repository';

export interface Drop {
  orderId: string;
  from: ('pending_payment' | 'placed')[];
  /** Kind of the event in the timeline. */
  kind: 'cancelled' | 'payment_declined';
  reason: string;
  actor: Actor;
}

/** Cancels a whole order in the caller's transaction: status, open units of its lines, promises, stock, uses of promotions, event. */
@Injectable()
export class DropOrder {
  constructor(
    private readonly orders: OrderRepository,
    private readonly release: ReleaseStockUseCase,
    private readonly promising: PromiseStockUseCase,
    private readonly promotions: UsePromotionsUseCase,
  ) {}

  /** False when the order was not in one of those statuses. */
  async run(tx: Tx, drop: Drop): Promise<boolean> {
    const moved = await this.orders.move(tx, { orderId: drop.orderId, from: drop.from, to: 'cancelled', event: { kind: drop.kind, actor: drop.actor.name, data: { reason: drop.reason } } });
    if (!moved) return false;
    const order = await this.orders.byId(tx, drop.orderId);
    const lines = (order?.lines ?? []).map((line) => ({ orderLineId: line.id, quantityMilli: openMilli(line) })).filter((line) => line.quantityMilli > 0);
    await this.orders.count(tx, drop.orderId, { count: 'cancelled', lines });
    await this.promising.drop(tx, drop.orderId, () => this.release.run(tx, { orderId: drop.orderId, reason: drop.reason, actor: drop.actor }));
    if (order?.quote.discounts?.length) await this.promotions.giveBack(tx, drop.orderId);
    await publish(tx, { type: OrderCancelled, key: drop.orderId, payload: { orderId: drop.orderId, reason: drop.reason } });
    return true;
  }
}
