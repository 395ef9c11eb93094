import { queryOptions } from '@tanstack/react-query';
import type { MakeLiveAgainRequest } from '@oneshelf/contracts';
import { api, apiQuery } from '../../../api';

const of = (id: string) => ({ params: { path: { id } } });

export const priceVersion = (id: string) => queryOptions({ ...apiQuery('/api/price-versions/{id}', of(id)), staleTime: 0 });
/** Asked again by a person: what was sold since grows slowly, and reckoning it is work. */
export const priceOutcome = (id: string) => queryOptions({ ...apiQuery('/api/price-versions/{id}/outcome', of(id)), staleTime: 300_000, refetchOnWindowFocus: false });
export const makeLiveAgain = (id: string, body: MakeLiveAgainRequest) => api.post('/api/price-versions/{id}/make-live-again', { ...of(id), body });
export const bringBack = (id: string) => api.post('/api/price-books/versions/{id}/restore', of(id));
