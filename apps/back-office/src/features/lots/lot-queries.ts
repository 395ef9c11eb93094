import { apiQuery } from '../../api';

export type LotView = 'due' | 'expired' | 'short' | 'fresh' | 'all';
export const lotViews: readonly LotView[] = ['due', 'expired', 'short', 'fresh', 'all'];

/** Under the key of stock, so that whatever changes it refreshes them too. */
export const lotList = (query: { state: LotView; locationId?: string; variantId?: string; search?: string; offset?: number }) => apiQuery('/api/stock/lots', { params: { query } });

export const lotTrace = (lotId: string) => apiQuery('/api/stock/lots/{lotId}', { params: { path: { lotId } } });

export const lotRules = apiQuery('/api/stock/lots/rules');
