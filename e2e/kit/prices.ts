import type { PriceBookList, PriceReview, PriceSheetTable, PublishPricesAnswer } from '@oneshelf/contracts';
import type { Outside } from './api';

/** Puts prices into the draft of the British list. */
export async function draftPrices(outside: Outside, prices: [variantId: string, amountMinor: number][]): Promise<void> {
  const { items } = await outside.get<PriceBookList>('/api/price-books');
  const list = items.find(({ code }) => code === 'gb-list');
  await outside.patch(`/api/price-books/${list?.id}/draft`, { changes: prices.map(([variantId, amountMinor]) => ({ variantId, amountMinor })) });
}

/** Schedules prices of the British list for a time on each store's clock. */
export async function schedulePrices(outside: Outside, prices: [variantId: string, amountMinor: number][], goesLiveAt: string): Promise<PublishPricesAnswer> {
  await draftPrices(outside, prices);
  const { books } = await outside.get<PriceReview>('/api/markets/GB/price-review');
  return outside.post<PublishPricesAnswer>('/api/markets/GB/publish', { drafts: books.map(({ versionId, revision }) => ({ versionId, revision })), goesLiveAt });
}

/** Publishes one price of the British list at once, as another merchandiser would meanwhile. */
export async function publishPrice(outside: Outside, variantId: string, amountMinor: number): Promise<PublishPricesAnswer> {
  await draftPrices(outside, [[variantId, amountMinor]]);
  const { books } = await outside.get<PriceReview>('/api/markets/GB/price-review');
  return outside.post<PublishPricesAnswer>('/api/markets/GB/publish', { drafts: books.map(({ versionId, revision }) => ({ versionId, revision })) });
}

export interface SheetRow { variantId: string; sku: string; title: string; live: (number | null)[] }

/** The British sheet row by row: each product with its live prices, book by book. */
export async function sheetRows(outside: Outside): Promise<{ release: number; rows: SheetRow[] }> {
  const { release, rows, live } = await outside.get<PriceSheetTable>('/api/markets/GB/price-sheet');
  return { release, rows: rows.variantIds.map((variantId, row) => ({ variantId, sku: rows.skus[row] ?? '', title: rows.titles[row] ?? '', live: live.map((list) => list[row] ?? null) })) };
}
