import { PromiseKept } from '@oneshelf/contracts';
import { HandlesEvent, type TransactionHandler, type Tx } from '@oneshelf/platform';
import type * as z from 'zod';
import { RouteOrderUseCase } from '../route-order/route-order.use-case';

/** What an order waited for has come: it goes out as a part of its own. */
@HandlesEvent({ id: 'fulfilment.route-kept-promise', event: PromiseKept, queue: 'database' })
export class RouteKeptPromiseHandler implements TransactionHandler<z.infer<typeof PromiseKept.schema>> {
  constructor(private readonly routeOrder: RouteOrderUseCase) {}

  apply(tx: Tx, { orderId }: z.infer<typeof PromiseKept.schema>): Promise<void> {
    return this.routeOrder.run(tx, orderId);
  }
}
