import type { CreatePromotionRequest, EditPromotionRequest, MadeCouponBatch, MakeCouponBatch, PromotionClashesRequest, PromotionEffectRequest, SimulationRequest } from '@oneshelf/contracts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, apiQuery } from '../../api';

export const promotionList = apiQuery('/api/promotions');

export const promotionDetail = (id: string) => apiQuery('/api/promotions/{id}', { params: { path: { id } } });

export const createPromotion = (request: CreatePromotionRequest) => api.post('/api/promotions', { body: request });

export const editPromotion = (id: string, request: EditPromotionRequest) => api.put('/api/promotions/{id}', { params: { path: { id } }, body: request });

export const pausePromotion = (id: string) => api.post('/api/promotions/{id}/pause', { params: { path: { id } } });

export const resumePromotion = (id: string) => api.post('/api/promotions/{id}/resume', { params: { path: { id } } });

export const endPromotion = (id: string) => api.post('/api/promotions/{id}/end', { params: { path: { id } } });

/** Questions that change nothing: asked again with every change of what they are about; the last answer stays meanwhile. */
export const promotionEffect = (request: PromotionEffectRequest) =>
  queryOptions({ queryKey: ['promotion-effect', request], queryFn: ({ signal }) => api.post('/api/promotions/effect', { body: request, signal }), placeholderData: keepPreviousData });

export const promotionClashes = (request: PromotionClashesRequest) =>
  queryOptions({ queryKey: ['promotion-clashes', request], queryFn: ({ signal }) => api.post('/api/promotions/clashes', { body: request, signal }), placeholderData: keepPreviousData });

export const simulation = (request: SimulationRequest) =>
  queryOptions({ queryKey: ['promotion-simulation', request], queryFn: ({ signal }) => api.post('/api/promotions/simulation', { body: request, signal }), placeholderData: keepPreviousData, retry: false });

export const simulationBasket = (number: string) => api.get('/api/promotions/simulation/basket/{number}', { params: { path: { number } } });

export const couponBatches = (id: string) => apiQuery('/api/promotions/{id}/coupon-batches', { params: { path: { id } } });

export const makeCouponBatch = (id: string, body: MakeCouponBatch): Promise<MadeCouponBatch> => api.post('/api/promotions/{id}/coupon-batches', { params: { path: { id } }, body });

/** A file of own codes; `id` names the batch, so that sending it again makes nothing more. */
export function sendInCodes(promotionId: string, { id, file }: { id: string; file: File }): Promise<MadeCouponBatch> {
  const form = new FormData();
  form.append('id', id); // fields before the file: the server reads the parts in order
  form.append('file', file);
  return api.post('/api/promotions/{id}/coupon-batches/file', { params: { path: { id: promotionId } }, body: form });
}

export const codesFile = (batchId: string): string => `/api/promotions/coupon-batches/${batchId}/codes.csv`;
