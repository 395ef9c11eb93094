'use client';
import { apiPages, apiQuery } from '../../api';

/** Under the key of stock, so that whatever changes it refreshes them too. */
export const serialList = (query: { q: string; variantId?: string }) =>
  apiPages('/api/stock/serials', { params: { query: { ...(query.q === '' ? {} : { q: query.q }), ...(query.variantId ? { variantId: query.variantId } : {}) } } });

export const serialLife = (variantId: string, serialNumber: string) => apiQuery('/api/stock/serials/{variantId}/{serialNumber}', { params: { path: { variantId, serialNumber } } });

export const serialHref = ({ variantId, serialNumber }: { variantId: string; serialNumber: string }): string => `/stock/serials/${variantId}/${encodeURIComponent(serialNumber)}`;
