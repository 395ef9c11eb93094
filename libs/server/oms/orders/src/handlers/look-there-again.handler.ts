import { StockCounted } from '@oneshelf/contracts';
import { HandlesEvent, type TransactionHandler, type Tx } from '@oneshelf/platform';
import type * as z from 'zod';
import { RoutingExclusions } from '../sourcing/routing-exclusions.repository';

type Payload = z.infer<typeof StockCounted.schema>;

/** A place that could not find a product was left out of routing for it; now somebody has counted, and its number can be trusted. */
@HandlesEvent({ id: 'orders.look-there-again', event: StockCounted, queue: 'database' })
export class LookThereAgainHandler implements TransactionHandler<Payload> {
  constructor(private readonly exclusions: RoutingExclusions) {}

  async apply(tx: Tx, { locationId, variantIds }: Payload): Promise<void> {
    await this.exclusions.end(tx, locationId, variantIds);
  }
}
