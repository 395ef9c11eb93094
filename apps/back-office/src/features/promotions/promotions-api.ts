import { queryOptions } from '@tanstack/react-query';
import type { CouponBatchList, CreatePromotionRequest, MadeCouponBatch, MakeCouponBatch, PromotionList } from '@oneshelf/contracts';
import { apiFetch } from '../../api';

export const promotionList = queryOptions({ queryKey: ['promotions'], queryFn: ({ signal }) => apiFetch<PromotionList>('/api/promotions', { signal }) });

export const createPromotion = (request: CreatePromotionRequest): Promise<unknown> => apiFetch('/api/promotions', { method: 'POST', body: request });

export const endPromotion = (id: string): Promise<unknown> => apiFetch(`/api/promotions/${id}/end`, { method: 'POST' });

export const couponBatches = (promotionId: string) =>
  queryOptions({ queryKey: ['promotions', promotionId, 'coupon-batches'], queryFn: ({ signal }) => apiFetch<CouponBatchList>(`/api/promotions/${promotionId}/coupon-batches`, { signal }) });

export const makeCouponBatch = (promotionId: string, body: MakeCouponBatch): Promise<MadeCouponBatch> => apiFetch<MadeCouponBatch>(`/api/promotions/${promotionId}/coupon-batches`, { method: 'POST', body });

/** A file of own codes; `id` names the batch, so that sending it again makes nothing more. */
export function sendInCodes(promotionId: string, { id, file }: { id: string; file: File }): Promise<MadeCouponBatch> {
  const form = new FormData();
  form.append('id', id); // fields before the file: the server reads the parts in order
  form.append('file', file);
  return apiFetch<MadeCouponBatch>(`/api/promotions/${promotionId}/coupon-batches/file`, { method: 'POST', body: form });
}

export const codesFile = (batchId: string): string => `/api/promotions/coupon-batches/${batchId}/codes.csv`;
