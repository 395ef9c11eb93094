import { PricesImported } from '@oneshelf/contracts';
import type * as z from 'zod';
import { HandlesEvent, type TransactionHandler, type Tx } from '@oneshelf/platform';
import { DraftRepository } from '../draft.repository';

/**
 * Prices of a product file go into the draft of the market's base book: a merchandiser looks before they are live.
 * A market without a base book in the file's currency fails the job with a sentence, so that it waits in Stuck work:
 * the prices are not lost, and a retry takes them once the book is there.
 */
@HandlesEvent({ id: 'pricing.take-imported-prices', event: PricesImported, queue: 'database' })
export class TakeImportedPricesHandler implements TransactionHandler<z.infer<typeof PricesImported.schema>> {
  constructor(private readonly drafts: DraftRepository) {}

  async apply(tx: Tx, { marketCode, currency, prices, importId }: z.infer<typeof PricesImported.schema>): Promise<void> {
    if (prices.length === 0) return;
    const bookId = await this.drafts.baseBook(tx, { marketCode, currency });
    if (!bookId) {
      throw new Error(`Market ${marketCode} has no price book in ${currency} for all its channels and stores. ${prices.length} prices of import ${importId} were not taken. Add the book, then try this again.`);
    }
    const draft = await this.drafts.open(tx, { bookId, authorId: importId, authorName: 'Import' });
    await this.drafts.save(tx, draft, { changes: prices, changedBy: 'Import' });
  }
}
