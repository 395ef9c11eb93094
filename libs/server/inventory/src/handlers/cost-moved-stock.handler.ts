import { StockChanged } from '@oneshelf/contracts';
import { HandlesEvent, type TransactionHandler, type Tx } from '@oneshelf/platform';
import type * as z from 'zod';
import { CostStockUseCase } from '../cost-stock/cost-stock.use-case';

type Payload = z.infer<typeof StockChanged.schema>;

/** Goods stay in the house: their worth does not change. */
const STAYS = ['hold', 'order', 'cancellation', 'allotment'];

@HandlesEvent({ id: 'inventory.cost-moved-stock', event: StockChanged, queue: 'database' })
export class CostMovedStockHandler implements TransactionHandler<Payload> {
  constructor(private readonly costStock: CostStockUseCase) {}

  async apply(tx: Tx, { variantIds, causeKind }: Payload): Promise<void> {
    if (!STAYS.includes(causeKind)) await this.costStock.run(tx, variantIds);
  }
}
