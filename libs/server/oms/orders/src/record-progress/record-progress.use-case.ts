import { Injectable } from '@nestjs/common';
import type { Tx } from '@oneshelf/platform';
import type { Order } from '../order';
import { type LineChange, type NewEvent, OrderRepository } from '../order.repository';

/**
 * What becomes of an order's lines, for the modules that do it: fulfilled, cancelled, returned, and words for the
 * timeline. Each call locks the order, so that two of them never count from one state.
 */
@Injectable()
export class RecordProgressUseCase {
  constructor(private readonly orders: OrderRepository) {}

  /** The order, locked until the transaction ends; null when there is none. */
  lock(tx: Tx, orderId: string): Promise<Order | null> {
    return this.orders.byId(tx, orderId, true);
  }

  async fulfilled(tx: Tx, orderId: string, lines: LineChange[]): Promise<void> {
    await this.orders.count(tx, orderId, { count: 'fulfilled', lines });
    await this.orders.nameSerials(tx, orderId, lines);
  }

  /** Units that will not come: they are never charged. */
  cancelled(tx: Tx, orderId: string, lines: LineChange[]): Promise<void> {
    return this.orders.count(tx, orderId, { count: 'cancelled', lines });
  }

  returned(tx: Tx, orderId: string, lines: LineChange[]): Promise<void> {
    return this.orders.count(tx, orderId, { count: 'returned', lines });
  }

  /** What its units left with, as stock knows it: the sale itself, or the parts that were handed over or sent. */
  async leftWith(tx: Tx, orderId: string): Promise<string[]> {
    return [orderId, ...(await this.orders.departures(tx, orderId))];
  }

  say(tx: Tx, orderId: string, ...events: NewEvent[]): Promise<void> {
    return this.orders.append(tx, orderId, ...events);
  }
}
