'use client';
import { queryOptions } from '@tanstack/react-query';
import type { StockNumber } from '@oneshelf/contracts';
import { apiPages, apiQuery } from '../../api';

/** Everything below /api/stock, changed by sales all day; and what marketplaces are told of it. */
export const STOCK_KEY = ['stock'] as const;
export const LISTINGS_KEY = ['listings'] as const;

export const stockList = (query: { search: string; locationId: string | null }) => apiPages('/api/stock', { params: { query } });

export const stockDetail = (variantId: string) => queryOptions({ ...apiQuery('/api/stock/{variantId}', { params: { path: { variantId } } }), refetchInterval: 5_000 });

export const stockMovements = (variantId: string, query: { number: StockNumber; locationId: string | null }) =>
  apiPages('/api/stock/{variantId}/movements', { params: { path: { variantId }, query } });

/** Under the key of stock, so that whatever changes it refreshes them too. */
export const promisesOf = (variantId: string) => queryOptions({ ...apiQuery('/api/stock/{variantId}/promises', { params: { path: { variantId } } }), refetchInterval: 10_000 });

export const promiseList = (query: { only: 'all' | 'late' }) => apiPages('/api/promises', { params: { query } });

export const listingsOf = (variantId: string) => queryOptions({ ...apiQuery('/api/listings', { params: { query: { variantId } } }), refetchInterval: 5_000 });
