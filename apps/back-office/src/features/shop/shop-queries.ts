'use client';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type {
  StorefrontAvailability, StorefrontCollections, StorefrontFulfilment, StorefrontOrderStatus, StorefrontProduct, StorefrontProductPage, StorefrontQuote, StorefrontStores,
} from '@oneshelf/contracts';
import type { Shop } from './shop-context';

const queryString = (values: Record<string, string | undefined>): string =>
  new URLSearchParams(Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '')).toString();

/** Products by title, page after page. */
export const shopProducts = (shop: Shop, filters: { q: string; collection: string }) =>
  infiniteQueryOptions({
    queryKey: ['shop', shop.market, 'products', filters],
    queryFn: ({ pageParam, signal }) => shop.ask<StorefrontProductPage>(`/api/storefront/products?${queryString({ ...filters, cursor: pageParam })}`, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });

export const shopProduct = (shop: Shop, handle: string) =>
  queryOptions({
    queryKey: ['shop', shop.market, 'product', handle],
    queryFn: ({ signal }) => shop.ask<StorefrontProduct>(`/api/storefront/products/${encodeURIComponent(handle)}`, { signal }),
  });

export const shopCollections = (shop: Shop) =>
  queryOptions({
    queryKey: ['shop', shop.market, 'collections'],
    queryFn: ({ signal }) => shop.ask<StorefrontCollections>('/api/storefront/collections', { signal }),
    staleTime: 300_000,
  });

export const shopStores = (shop: Shop) =>
  queryOptions({
    queryKey: ['shop', shop.market, 'stores'],
    queryFn: ({ signal }) => shop.ask<StorefrontStores>('/api/storefront/stores', { signal }),
    staleTime: 300_000,
  });

/** Stock of these products by store and for delivery; old after seconds, since somebody else may buy. */
export const shopAvailability = (shop: Shop, variantIds: readonly string[]) =>
  queryOptions({
    queryKey: ['shop', shop.market, 'availability', variantIds],
    queryFn: ({ signal }) => shop.ask<StorefrontAvailability>(`/api/storefront/availability?variantIds=${variantIds.join(',')}`, { signal }),
    enabled: variantIds.length > 0,
    refetchInterval: 15_000,
    placeholderData: keepPreviousData,
  });

export type QuoteAsk = { lines: { variantId: string; quantityMilli: number }[]; fulfilment?: StorefrontFulfilment; coupons?: string[]; email?: string };

/** What these lines cost now. Nothing is held by asking. */
export const shopQuote = (shop: Shop, ask: QuoteAsk) =>
  queryOptions({
    queryKey: ['shop', shop.market, 'quote', ask],
    queryFn: ({ signal }) => shop.ask<StorefrontQuote>('/api/storefront/quote', { method: 'POST', body: ask, signal }),
    enabled: ask.lines.length > 0,
    placeholderData: keepPreviousData,
  });

/** An order for whoever has its token; asked again while it can still change. */
export const shopOrder = (shop: Shop, order: { id: string; token: string }) =>
  queryOptions({
    queryKey: ['shop', shop.market, 'order', order],
    queryFn: ({ signal }) => shop.ask<StorefrontOrderStatus>(`/api/storefront/orders/${encodeURIComponent(order.id)}?${queryString({ token: order.token })}`, { signal }),
    refetchInterval: ({ state }) => (state.data === undefined || isSettled(state.data) ? false : 3000),
  });

const isSettled = ({ displayStatus }: StorefrontOrderStatus): boolean => displayStatus === 'cancelled' || displayStatus === 'returned';
