import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { ApprovalRuleContract, ChannelCheckout, ChannelTax, MarketLanes, MarketSettings, PriceFloorsRequest, ShippingMethodText } from '@oneshelf/contracts';
import { api, apiQuery } from '../../api';

const ofMarket = (market: string) => ({ params: { path: { market } } });
const ofCode = (code: string) => ({ params: { path: { code } } });
/** Somebody else may change a setting at any time: it is read anew whenever its page opens. */
const fresh = { staleTime: 0 };

export const marketSettings = (code: string) => queryOptions({ ...apiQuery('/api/markets/{code}/settings', ofCode(code)), ...fresh });
export const pricingSettings = (market: string) => queryOptions({ ...apiQuery('/api/markets/{market}/pricing-settings', ofMarket(market)), ...fresh });
export const channelSettings = (code: string) => queryOptions({ ...apiQuery('/api/channels/{code}/settings', ofCode(code)), ...fresh });
export const priceFloors = (market: string, q: string) => queryOptions({ ...apiQuery('/api/markets/{market}/price-floors', { params: { path: { market }, query: q === '' ? {} : { q } } }), ...fresh, placeholderData: keepPreviousData });
export const lanesEffect = (marketCode: string, lanes: MarketLanes) => queryOptions({ queryKey: ['lanes-effect', marketCode, lanes], queryFn: () => api.post('/api/promotions/lanes-effect', { body: { marketCode, lanes } }), staleTime: 0 });

export const setCashStep = (code: string, cashStepMinor: number | null, seenMinor: number | null) => api.put('/api/markets/{code}/cash-step', { ...ofCode(code), body: { cashStepMinor, seenMinor } });
export const setUnitPriceRule = (code: string, rule: MarketSettings['unitPriceRule'], seen: MarketSettings['unitPriceRule']) => api.put('/api/markets/{code}/unit-price-rule', { ...ofCode(code), body: { rule, seen } });
export const setLanes = (market: string, lanes: MarketLanes, seen: MarketLanes) => api.put('/api/markets/{market}/lanes', { ...ofMarket(market), body: { lanes, seen } });
export const setApprovalRule = (market: string, rule: ApprovalRuleContract, seen: ApprovalRuleContract) => api.put('/api/markets/{market}/approval-rule', { ...ofMarket(market), body: { ...rule, seen } });
export const setFloors = (market: string, floors: PriceFloorsRequest['floors']) => api.put('/api/markets/{market}/price-floors', { ...ofMarket(market), body: { floors } });
export const setChannelTax = (code: string, tax: ChannelTax, seen: ChannelTax) => api.put('/api/channels/{code}/tax', { ...ofCode(code), body: { tax, seen } });
export const setChannelCheckout = (code: string, checkout: ChannelCheckout, seen: ChannelCheckout) => api.put('/api/channels/{code}/checkout', { ...ofCode(code), body: { checkout, seen } });
export const setShippingMethods = (code: string, methods: ShippingMethodText[], seen: ShippingMethodText[]) => api.put('/api/channels/{code}/shipping-methods', { ...ofCode(code), body: { methods, seen } });
