import type { CreatePromotionRequest, MadeCouponBatch, MakeCouponBatch } from '@oneshelf/contracts';
import { api, apiQuery } from '../../api';

export const promotionList = apiQuery('/api/promotions');

export const createPromotion = (request: CreatePromotionRequest) => api.post('/api/promotions', { body: request });

export const endPromotion = (id: string) => api.post('/api/promotions/{id}/end', { params: { path: { id } } });

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
