import { Inject, Injectable } from '@nestjs/common';
import { type Database, DATABASE, type Tx } from '@oneshelf/platform';
import type { Order } from '../order';
import { OrderRepository } from '../order.repository';

/** Orders whole, for the decisions of other modules. */
@Injectable()
export class OrderQuery {
  constructor(
    private readonly orders: OrderRepository,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  byId(id: string, tx?: Tx): Promise<Order | null> {
    return this.orders.byId(tx ?? this.database, id);
  }

  byNumber(number: string): Promise<Order | null> {
    return this.orders.byNumber(this.database, number);
  }
}
