import { PricesImported } from '@oneshelf/contracts';
import type * as z from 'zod';
import { HandlesEvent, type TransactionHandler, type Tx } from '@oneshelf/platform';
import { DraftRepository } from '../draft.repository';

/** Prices of a product file go into the draft of the market's base book: a merchandiser looks before they are live. */
@HandlesEvent({ id: 'pricing.take-imported-prices', event: PricesImported, queue: 'database' })
export class TakeImportedPricesHandler implements TransactionHandler<z.infer<typeof PricesImported.schema>> {
  constructor(private readonly drafts: DraftRepository) {}

  async apply(tx: Tx, { marketCode, currency, prices, importId }: z.infer<typeof PricesImported.schema>): Promise<void> {
    const base = await tx
      .selectFrom('price_book')
      .select('id')
      .where('market_code', '=', marketCode)
      .where('currency', '=', currency)
      .where('channel_code', 'is', null)
      .where('location_id', 'is', null)
      .orderBy('priority')
      .orderBy('code')
      .executeTakeFirst();
    if (!base || prices.length === 0) return;
    const draft = await this.drafts.open(tx, { bookId: base.id, authorId: importId, authorName: 'Import' });
    await this.drafts.save(tx, draft, { changes: prices, changedBy: 'Import' });
  }
}
