import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { CreatePriceBookRequest, EditPriceBookRequest, PriceReview, SaveDraftRequest, SheetNewsRequest } from '@oneshelf/contracts';
import { api, apiQuery } from '../../api';

export type ReviewCheck = PriceReview['books'][number]['changes'][number]['checks'][number];

/** The books, and below them their versions. */
export const priceBooks = apiQuery('/api/price-books');

/** Asked once a visit: an answer that comes again by itself would throw away what the editor has not saved yet. */
export const priceSheet = (market: string) =>
  queryOptions({ ...apiQuery('/api/markets/{market}/price-sheet', { params: { path: { market } } }), staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false, refetchOnReconnect: false });

/** The first changes of each book. What was shown stays while a check narrows the lists. */
export const priceReview = (market: string, check: ReviewCheck | null) =>
  queryOptions({ ...apiQuery('/api/markets/{market}/price-review', { params: { path: { market }, query: check === null ? {} : { check } } }), staleTime: 0, gcTime: 0, placeholderData: keepPreviousData });

/** Further changes of one book. */
export const morePriceChanges = (market: string, query: { book: string; check?: ReviewCheck | undefined; offset: number; limit: number }) => api.get('/api/markets/{market}/price-review', { params: { path: { market }, query } });

export const priceVersions = (bookId: string) => apiQuery('/api/price-books/{id}/versions', { params: { path: { id: bookId } } });

/** What a book of the market may be for, besides channels and stores. */
export const priceScopes = (market: string) => apiQuery('/api/markets/{market}/price-scopes', { params: { path: { market } } });

/** Customers by name or e-mail, for the contract of one. */
export const customersNamed = (q: string) => queryOptions({ ...apiQuery('/api/customers', { params: { query: { limit: 20, q } } }), enabled: q.length >= 2 });

export const createPriceBook = (request: CreatePriceBookRequest) => api.post('/api/price-books', { body: request });

export const editPriceBook = (id: string, request: EditPriceBookRequest) => api.put('/api/price-books/{id}/settings', { params: { path: { id } }, body: request });

export const saveDraft = (id: string, request: SaveDraftRequest) => api.patch('/api/price-books/{id}/draft', { params: { path: { id } }, body: request });

/** Kept a minute: a publish is rare, and the page says since when each price is. */
export const priceHistory = (variantId: string) =>
  queryOptions({ ...apiQuery('/api/variants/{id}/price-history', { params: { path: { id: variantId } } }), staleTime: 60_000, enabled: variantId !== '' });

/** What others changed in an open sheet. One that takes long is given up: saves wait behind it, and the next question comes soon. */
export const sheetNews = (market: string, request: SheetNewsRequest) => api.post('/api/markets/{market}/price-sheet/news', { params: { path: { market } }, body: request, timeoutMs: 8_000 });

/** A file of what others ask; a dry run only looks at it. */
export function sendReferencePrices(market: string, { file, isWhole, isDryRun }: { file: File; isWhole: boolean; isDryRun: boolean }) {
  const form = new FormData();
  form.append('dryRun', String(isDryRun));
  form.append('isWhole', String(isWhole));
  form.append('file', file);
  return api.post('/api/markets/{market}/reference-prices', { params: { path: { market } }, body: form });
}
