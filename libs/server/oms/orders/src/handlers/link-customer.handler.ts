import { OrderPlaced } from '@oneshelf/contracts';
import { HandlesEvent, type TransactionHandler, type Tx } from '@oneshelf/platform';
import { FindOrCreateCustomerUseCase } from '@oneshelf/server-customers';
import type * as z from 'zod';
import { OrderRepository } from '../order.repository';

/** Ties the order to its customer, by e-mail. Beside the checkout, so that nobody waits for it. */
@HandlesEvent({ id: 'orders.link-customer', event: OrderPlaced, queue: 'database' })
export class LinkCustomerHandler implements TransactionHandler<z.infer<typeof OrderPlaced.schema>> {
  constructor(
    private readonly orders: OrderRepository,
    private readonly customers: FindOrCreateCustomerUseCase,
  ) {}

  async apply(tx: Tx, { orderId }: z.infer<typeof OrderPlaced.schema>): Promise<void> {
    const order = await this.orders.byId(tx, orderId);
    if (!order?.customerEmail || order.customerId) return;
    const customer = await this.customers.run(tx, { email: order.customerEmail, name: order.customerName });
    await this.orders.linkCustomer(tx, orderId, customer.id);
  }
}
