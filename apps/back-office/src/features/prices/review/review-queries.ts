import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { ApprovalRuleContract, AskApprovalRequest, DecideApprovalRequest, SettleClashesRequest } from '@oneshelf/contracts';
import { api, apiQuery } from '../../../api';

/** Above the keys of all that the review asks of a market. */
export const ofMarket = (market: string): string[] => ['markets', market];

const at = (market: string) => ({ params: { path: { market } } });
const fresh = { staleTime: 0, gcTime: 0 };

/** Against what is live, or what is live by that time. */
export const draftClashes = (market: string, moment: string | null) =>
  queryOptions({ ...apiQuery('/api/markets/{market}/draft-clashes', { params: { path: { market }, query: moment === null ? {} : { at: moment } } }), ...fresh, placeholderData: keepPreviousData });
export const floorViolations = (market: string) => queryOptions({ ...apiQuery('/api/markets/{market}/floor-violations', at(market)), ...fresh });
export const priceApproval = (market: string) => queryOptions({ ...apiQuery('/api/markets/{market}/price-approval', at(market)), ...fresh });

export const settleClashes = (market: string, body: SettleClashesRequest) => api.post('/api/markets/{market}/draft-clashes/settle', { ...at(market), body });
export const askApproval = (market: string, body: AskApprovalRequest) => api.post('/api/markets/{market}/price-approval', { ...at(market), body });
export const decideApproval = (id: string, body: DecideApprovalRequest) => api.post('/api/price-approvals/{id}/decide', { params: { path: { id } }, body });
export const setApprovalRule = (market: string, body: ApprovalRuleContract) => api.put('/api/markets/{market}/approval-rule', { ...at(market), body });

export const startReplay = (market: string, weeks: number) => api.post('/api/markets/{market}/draft-replays', { ...at(market), body: { weeks } });
export const readReplay = (id: string) => api.get('/api/draft-replays/{id}', { params: { path: { id } } });
