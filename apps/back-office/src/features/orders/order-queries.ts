'use client';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { FulfilmentOrderPage, OrderDetail, OrderListPage } from '@oneshelf/contracts';
import { apiFetch } from '../../api';

export type OrderFilters = { status?: string; channel?: string; q?: string };
export type PartFilters = { status: string; locationId?: string };

/** The query string of the filters that are set. */
export function searchOf(filters: Record<string, string | undefined>): string {
  const set = Object.entries(filters).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '');
  return set.length === 0 ? '' : `?${new URLSearchParams(set).toString()}`;
}

/** Orders, newest first, page after page. */
export const orderPages = (filters: OrderFilters) =>
  infiniteQueryOptions({
    queryKey: ['orders', 'list', filters],
    queryFn: ({ pageParam, signal }) => apiFetch<OrderListPage>(`/api/orders${searchOf({ ...filters, cursor: pageParam })}`, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });

/** Parts of orders at the places that do them, first due first. */
export const partPages = (filters: PartFilters) =>
  infiniteQueryOptions({
    queryKey: ['orders', 'parts', filters],
    queryFn: ({ pageParam, signal }) => apiFetch<FulfilmentOrderPage>(`/api/fulfilment-orders${searchOf({ ...filters, cursor: pageParam })}`, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });

export const orderDetailKey = (orderId: string) => ['orders', 'detail', orderId] as const;

/** One order with all that hangs on it; asked again while somebody looks at it, since stores and shoppers change it. */
export const orderDetail = (orderId: string) =>
  queryOptions({
    queryKey: orderDetailKey(orderId),
    queryFn: ({ signal }) => apiFetch<OrderDetail>(`/api/orders/${encodeURIComponent(orderId)}`, { signal }),
    refetchInterval: ({ state }) => (state.data !== undefined && isSettling(state.data) ? 1_000 : 10_000),
  });

/** Cancelled, while its parts and the hold on the card still follow. */
const isSettling = ({ status, onHoldMinor, parts }: OrderDetail): boolean => status === 'cancelled' && (onHoldMinor > 0 || parts.some((part) => part.status !== 'cancelled'));
