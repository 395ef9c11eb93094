'use client';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { StorefrontOrderStatus, StorefrontQuoteRequest } from '@oneshelf/contracts';
import type { Shop } from './shop-context';

/** Products by title, page after page. */
export const shopProducts = (shop: Shop, query: { q: string; collection: string }) =>
  infiniteQueryOptions({ ...shop.apiPages('/api/storefront/products', { params: { query } }), placeholderData: keepPreviousData });

export const shopProduct = (shop: Shop, handle: string) => shop.apiQuery('/api/storefront/products/{handle}', { params: { path: { handle } } });

export const shopCollections = (shop: Shop) => queryOptions({ ...shop.apiQuery('/api/storefront/collections'), staleTime: 300_000 });

export const shopStores = (shop: Shop) => queryOptions({ ...shop.apiQuery('/api/storefront/stores'), staleTime: 300_000 });

/** Every way to send an order, with the countries it serves. */
export const shopShipping = (shop: Shop) => queryOptions({ ...shop.apiQuery('/api/storefront/shipping-methods'), staleTime: 300_000 });

/** Stock of these products by store and for delivery; old after seconds, since somebody else may buy. */
export const shopAvailability = (shop: Shop, variantIds: readonly string[]) =>
  queryOptions({
    ...shop.apiQuery('/api/storefront/availability', { params: { query: { variantIds: variantIds.join(',') } } }),
    enabled: variantIds.length > 0,
    refetchInterval: 15_000,
    placeholderData: keepPreviousData,
  });

export type QuoteAsk = StorefrontQuoteRequest;

/** What these lines cost now. Nothing is held by asking. */
export const shopQuote = (shop: Shop, ask: QuoteAsk) =>
  queryOptions({
    queryKey: ['shop', shop.market, 'storefront', 'quote', ask],
    queryFn: ({ signal }) => shop.api.post('/api/storefront/quote', { body: ask, signal }),
    enabled: ask.lines.length > 0,
    placeholderData: keepPreviousData,
  });

/** An order for whoever has its token; asked again while it can still change. */
export const shopOrder = (shop: Shop, { id, token }: { id: string; token: string }) =>
  queryOptions({
    ...shop.apiQuery('/api/storefront/orders/{id}', { params: { path: { id }, query: { token } } }),
    refetchInterval: ({ state }) => (state.data === undefined || isSettled(state.data) ? false : 3000),
  });

const isSettled = ({ displayStatus }: StorefrontOrderStatus): boolean => displayStatus === 'cancelled' || displayStatus === 'returned';
