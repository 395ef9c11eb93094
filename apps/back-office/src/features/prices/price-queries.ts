import { queryOptions } from '@tanstack/react-query';
import type { CreatePriceBookRequest, CustomerListPage, DraftState, EditPriceBookRequest, PriceBookList, PriceBookSaved, PriceScopes, SaveDraftRequest, PriceBookVersions, PriceHistory, PriceReview, PriceSheet } from '@oneshelf/contracts';
import { apiFetch } from '../../api';

export const priceBooks = queryOptions({ queryKey: ['price-books'], queryFn: ({ signal }) => apiFetch<PriceBookList>('/api/price-books', { signal }) });

/** Asked once a visit: an answer that comes again by itself would throw away what the editor has not saved yet. */
export const priceSheet = (market: string) =>
  queryOptions({
    queryKey: ['price-sheet', market],
    queryFn: ({ signal }) => apiFetch<PriceSheet>(`/api/markets/${market}/price-sheet`, { signal }),
    staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false, refetchOnReconnect: false,
  });

export const priceReview = (market: string) =>
  queryOptions({ queryKey: ['price-review', market], queryFn: ({ signal }) => apiFetch<PriceReview>(`/api/markets/${market}/price-review`, { signal }), staleTime: 0, gcTime: 0 });

export const priceVersions = (bookId: string) =>
  queryOptions({ queryKey: ['price-versions', bookId], queryFn: ({ signal }) => apiFetch<PriceBookVersions>(`/api/price-books/${bookId}/versions`, { signal }) });

/** What a book of the market may be for, besides channels and stores. */
export const priceScopes = (market: string) =>
  queryOptions({ queryKey: ['price-scopes', market], queryFn: ({ signal }) => apiFetch<PriceScopes>(`/api/markets/${market}/price-scopes`, { signal }) });

/** Customers by name or e-mail, for the contract of one. */
export const customersNamed = (q: string) =>
  queryOptions({ queryKey: ['customers', q], queryFn: ({ signal }) => apiFetch<CustomerListPage>(`/api/customers?limit=20&q=${encodeURIComponent(q)}`, { signal }), enabled: q.length >= 2 });

export const createPriceBook = (request: CreatePriceBookRequest) => apiFetch<PriceBookSaved>('/api/price-books', { method: 'POST', body: request });

export const editPriceBook = (bookId: string, request: EditPriceBookRequest) => apiFetch<PriceBookSaved>(`/api/price-books/${bookId}/settings`, { method: 'PUT', body: request });

export const saveDraft = (bookId: string, request: SaveDraftRequest) => apiFetch<DraftState>(`/api/price-books/${bookId}/draft`, { method: 'PATCH', body: request });

/** Kept a minute: a publish is rare, and the page says since when each price is. */
export const priceHistory = (variantId: string) =>
  queryOptions({ queryKey: ['price-history', variantId], queryFn: ({ signal }) => apiFetch<PriceHistory>(`/api/variants/${encodeURIComponent(variantId)}/price-history`, { signal }), staleTime: 60_000, enabled: variantId !== '' });
