import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { IsvAlarmRule } from '@oneshelf/contracts';
import { api, apiQuery } from '../../api';
import type { IsvView } from './use-isv-view';

const EVERY_MS = 30_000;

export const observatory = ({ period, channel, location, cause }: IsvView['asked']) =>
  queryOptions({ ...apiQuery('/api/isv', { params: { query: { period, ...(channel ? { channel } : {}), ...(location ? { location } : {}), ...(cause ? { cause } : {}) } } }), refetchInterval: EVERY_MS, placeholderData: keepPreviousData });
export const isvOfProduct = (variantId: string) => queryOptions({ ...apiQuery('/api/isv/variants/{variantId}', { params: { path: { variantId } } }), refetchInterval: EVERY_MS });
export const cancelledOrders = (channel: string) => queryOptions(apiQuery('/api/isv/cancels', { params: { query: { channel } } }));
export const ISV_KEY = apiQuery('/api/isv', { params: { query: {} } }).queryKey.slice(0, 1);

export const setIsvAlarmRule = (rule: IsvAlarmRule, seen: IsvAlarmRule) => api.put('/api/isv/alarm-rule', { body: { rule, seen } });
