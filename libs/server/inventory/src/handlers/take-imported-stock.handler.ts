import { StockImported } from '@oneshelf/contracts';
import { type EventContext, HandlesEvent, system, type TransactionHandler, type Tx } from '@oneshelf/platform';
import type * as z from 'zod';
import { TakeOpeningStockUseCase } from '../take-opening-stock/take-opening-stock.use-case';

type Payload = z.infer<typeof StockImported.schema>;

@HandlesEvent({ id: 'inventory.take-imported-stock', event: StockImported, queue: 'database' })
export class TakeImportedStockHandler implements TransactionHandler<Payload> {
  constructor(private readonly takeOpeningStock: TakeOpeningStockUseCase) {}

  async apply(tx: Tx, { importId, marketCode, lines }: Payload, { eventId, occurredAt }: EventContext): Promise<void> {
    if (lines.length === 0) return;
    await this.takeOpeningStock.run(tx, { operationId: eventId, importId, marketCode, lines, actor: system('product import'), occurredAt: occurredAt.toISOString() });
  }
}
