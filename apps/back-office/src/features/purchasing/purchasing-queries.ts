import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { PurchaseOrderListQuery } from '@oneshelf/contracts';
import { apiPages, apiQuery } from '../../api';

export const ordersTo = (filters: Pick<PurchaseOrderListQuery, 'view' | 'supplier' | 'location' | 'q'>) =>
  infiniteQueryOptions({ ...apiPages('/api/purchase-orders', { params: { query: filters } }), placeholderData: keepPreviousData });

export const orderTo = (id: string) => queryOptions(apiQuery('/api/purchase-orders/{id}', { params: { path: { id } } }));

export const suppliersLike = (q: string) => infiniteQueryOptions({ ...apiPages('/api/suppliers', { params: { query: { q } } }), placeholderData: keepPreviousData });

export const supplierOf = (id: string) => queryOptions(apiQuery('/api/suppliers/{id}', { params: { path: { id } } }));

/** As many as a person chooses from; the rest is found on its own page. */
export const suppliersToChoose = queryOptions({ ...apiQuery('/api/suppliers', { params: { query: { limit: 200 } } }), staleTime: 60_000 });

/** Everything that a change of an order may change. */
export const PURCHASING_KEYS = [['purchase-orders'], ['suppliers'], ['stock']];
