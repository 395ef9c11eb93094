'use client';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { FulfilmentOrderQuery, OrderDetail, OrderListQuery } from '@oneshelf/contracts';
import { apiPages, apiQuery } from '../../api';

export type OrderFilters = Pick<OrderListQuery, 'status' | 'channel' | 'q'>;
export type PartFilters = Pick<FulfilmentOrderQuery, 'status' | 'locationId'>;

/** Orders, newest first, page after page. */
export const orderPages = (query: OrderFilters) => infiniteQueryOptions({ ...apiPages('/api/orders', { params: { query } }), placeholderData: keepPreviousData });

/** Parts of orders at the places that do them, first due first. */
export const partPages = (query: PartFilters) => infiniteQueryOptions({ ...apiPages('/api/fulfilment-orders', { params: { query } }), placeholderData: keepPreviousData });

/** One order with all that hangs on it; asked again while somebody looks at it, since stores and shoppers change it. */
export const orderDetail = (id: string) =>
  queryOptions({
    ...apiQuery('/api/orders/{id}', { params: { path: { id } } }),
    refetchInterval: ({ state }) => (state.data !== undefined && isSettling(state.data) ? 1_000 : 10_000),
  });

/** Cancelled, while its parts and the hold on the card still follow. */
const isSettling = ({ status, onHoldMinor, parts }: OrderDetail): boolean => status === 'cancelled' && (onHoldMinor > 0 || parts.some((part) => part.status !== 'cancelled'));
