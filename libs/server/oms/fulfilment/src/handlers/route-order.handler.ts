import { OrderPlaced } from '@oneshelf/contracts';
import { HandlesEvent, type TransactionHandler, type Tx } from '@oneshelf/platform';
import type * as z from 'zod';
import { RouteOrderUseCase } from '../route-order/route-order.use-case';

@HandlesEvent({ id: 'fulfilment.route-order', event: OrderPlaced, queue: 'database' })
export class RouteOrderHandler implements TransactionHandler<z.infer<typeof OrderPlaced.schema>> {
  constructor(private readonly routeOrder: RouteOrderUseCase) {}

  apply(tx: Tx, { orderId }: z.infer<typeof OrderPlaced.schema>): Promise<void> {
    return this.routeOrder.run(tx, orderId);
  }
}
