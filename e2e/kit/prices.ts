import type { PriceBookList, PriceReview, PublishPricesAnswer } from '@oneshelf/contracts';
import type { Outside } from './api';

/** Publishes one price of the British list at once, as another merchandiser would meanwhile. */
export async function publishPrice(outside: Outside, variantId: string, amountMinor: number): Promise<PublishPricesAnswer> {
  const { items } = await outside.get<PriceBookList>('/api/price-books');
  const list = items.find(({ code }) => code === 'gb-list');
  await outside.patch(`/api/price-books/${list?.id}/draft`, { changes: [{ variantId, amountMinor }] });
  const { books } = await outside.get<PriceReview>('/api/markets/GB/price-review');
  return outside.post<PublishPricesAnswer>('/api/markets/GB/publish', { drafts: books.map(({ versionId, revision }) => ({ versionId, revision })) });
}
