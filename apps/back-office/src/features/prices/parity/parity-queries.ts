import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { PriceParityQuery } from '@oneshelf/contracts';
import { apiQuery } from '../../../api';

export type ParityFilter = Partial<Pick<PriceParityQuery, 'at' | 'channel' | 'location' | 'group' | 'show' | 'minSpread' | 'search'>>;

export const PAGE_ROWS = 50;
/** Few, so that the places and the products below are seen. */
export const DRIFT_ROWS = 10;

/** The pages of a look share what the server worked out; the one before stays until the next is there. */
export const priceParity = (market: string, query: ParityFilter & { offset: number }) =>
  queryOptions({ ...apiQuery('/api/markets/{market}/price-parity', { params: { path: { market }, query: { ...query, limit: PAGE_ROWS } } }), placeholderData: keepPreviousData });

export const priceDrifts = (market: string, query: ParityFilter & { offset: number }) =>
  queryOptions({ ...apiQuery('/api/markets/{market}/price-parity/drifts', { params: { path: { market }, query: { ...query, limit: DRIFT_ROWS } } }), placeholderData: keepPreviousData });

export const priceMatrix = (market: string, variantId: string, at: string | undefined) =>
  queryOptions({ ...apiQuery('/api/markets/{market}/price-parity/variants/{variantId}', { params: { path: { market, variantId }, query: at === undefined ? {} : { at } } }), enabled: variantId !== '' });
