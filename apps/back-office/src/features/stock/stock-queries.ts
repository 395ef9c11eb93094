'use client';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { ListingsAnswer, StockDetailAnswer, StockListAnswer, StockMovementsAnswer, StockNumber } from '@oneshelf/contracts';
import { apiFetch } from '../../api';

/** Changed by sales all day: asked again when the person looks again. */
export const STOCK_KEY = ['stock'] as const;

const search = (values: Record<string, string | null | undefined>) =>
  new URLSearchParams(Object.entries(values).filter((entry): entry is [string, string] => !!entry[1])).toString();

export const stockList = (filter: { search: string; locationId: string | null }) =>
  infiniteQueryOptions({
    queryKey: [...STOCK_KEY, 'list', filter],
    queryFn: ({ pageParam, signal }) => apiFetch<StockListAnswer>(`/api/stock?${search({ ...filter, cursor: pageParam })}`, { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });

export const stockDetail = (variantId: string) =>
  queryOptions({ queryKey: [...STOCK_KEY, 'detail', variantId], queryFn: ({ signal }) => apiFetch<StockDetailAnswer>(`/api/stock/${variantId}`, { signal }), refetchInterval: 5_000 });

export const stockMovements = (variantId: string, asked: { number: StockNumber; locationId: string | null }) =>
  infiniteQueryOptions({
    queryKey: [...STOCK_KEY, 'movements', variantId, asked],
    queryFn: ({ pageParam, signal }) => apiFetch<StockMovementsAnswer>(`/api/stock/${variantId}/movements?${search({ ...asked, cursor: pageParam })}`, { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });

export const listingsOf = (variantId: string) =>
  queryOptions({ queryKey: [...STOCK_KEY, 'listings', variantId], queryFn: ({ signal }) => apiFetch<ListingsAnswer>(`/api/listings?variantId=${variantId}`, { signal }), refetchInterval: 5_000 });
