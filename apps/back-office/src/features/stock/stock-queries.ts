'use client';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { StockNumber } from '@oneshelf/contracts';
import { apiPages, apiQuery } from '../../api';

/** Everything below /api/stock, changed by sales all day; and what marketplaces are told of it. */
export const STOCK_KEY = ['stock'] as const;
export const LISTINGS_KEY = ['listings'] as const;

/** Which number a person wants explained; without a location, the sum of all. */
export type Why = { number: StockNumber; locationId: string | null };

export const stockList = (query: { search: string; locationId: string | null }) => apiPages('/api/stock', { params: { query } });

/** `at` null: now, looked at again and again. */
export const stockDetail = (variantId: string, at: string | null) =>
  queryOptions({ ...apiQuery('/api/stock/{variantId}', { params: { path: { variantId }, query: { at: at ?? undefined } } }), ...(at === null ? { refetchInterval: 5_000 } : {}), placeholderData: keepPreviousData });

export const stockMovements = (variantId: string, query: Why & { cause: string | null; at: string | null }) =>
  apiPages('/api/stock/{variantId}/movements', { params: { path: { variantId }, query } });

export const stockExplanation = (variantId: string, { number, locationId, from, at }: Why & { from: string; at: string | null }) =>
  apiQuery('/api/stock/{variantId}/explanation', { params: { path: { variantId }, query: { number, locationId: locationId ?? undefined, from, at: at ?? undefined } } });

export const stockSeries = (variantId: string, { number, locationId, days }: Why & { days: number }) =>
  apiQuery('/api/stock/{variantId}/series', { params: { path: { variantId }, query: { number, locationId: locationId ?? undefined, days } } });

/** Under the key of stock, so that whatever changes it refreshes them too. */
export const promisesOf = (variantId: string) => queryOptions({ ...apiQuery('/api/stock/{variantId}/promises', { params: { path: { variantId } } }), refetchInterval: 10_000 });

/** What it is made of and in what it is; the numbers by place change with every sale. */
export const componentsOf = (variantId: string) => queryOptions({ ...apiQuery('/api/stock/{variantId}/components', { params: { path: { variantId } } }), refetchInterval: 10_000 });

/** What pieces that are paid by their weight weighed as they came. */
export const receivedWeight = (variantId: string) => apiQuery('/api/stock/{variantId}/received-weight', { params: { path: { variantId } } });

export const promiseList = (query: { only: 'all' | 'late' }) => apiPages('/api/promises', { params: { query } });

/** What is sold before it is there, by product. */
export const policyList = () => apiPages('/api/promises/policies');

export const listingsOf = (variantId: string) => queryOptions({ ...apiQuery('/api/listings', { params: { query: { variantId } } }), refetchInterval: 5_000 });
