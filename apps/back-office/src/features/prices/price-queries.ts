import { queryOptions } from '@tanstack/react-query';
import type { PriceBookList, PriceBookVersions, PriceReview, PriceSheet } from '@oneshelf/contracts';
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
