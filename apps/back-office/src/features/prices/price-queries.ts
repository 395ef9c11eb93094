import { queryOptions } from '@tanstack/react-query';
import { apiQuery } from '../../api';

/** The books, and below them their versions. */
export const priceBooks = apiQuery('/api/price-books');

/** Asked once a visit: an answer that comes again by itself would throw away what the editor has not saved yet. */
export const priceSheet = (market: string) =>
  queryOptions({ ...apiQuery('/api/markets/{market}/price-sheet', { params: { path: { market } } }), staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false, refetchOnReconnect: false });

export const priceReview = (market: string) => queryOptions({ ...apiQuery('/api/markets/{market}/price-review', { params: { path: { market } } }), staleTime: 0, gcTime: 0 });

export const priceVersions = (bookId: string) => apiQuery('/api/price-books/{id}/versions', { params: { path: { id: bookId } } });
