import * as z from 'zod';
import { CouponCode, PromotionDefinition, PromotionDefinitionRequest } from './promotion-definition.contract';

export const PromotionAnswer = z
  .object({
    id: z.uuid(),
    code: z.string(),
    name: z.string(),
    marketCode: z.string(),
    definition: PromotionDefinitionRequest,
    startsAt: z.iso.datetime(),
    endsAt: z.iso.datetime(),
    state: z.enum(['upcoming', 'running', 'over']),
    /** Of a promotion with limits or single-use codes: what is used, less what was given back, and how many single-use codes there are. */
    usage: z.object({ uses: z.int(), spentMinor: z.int(), codes: z.int().nullable() }).nullable(),
  })
  .meta({ id: 'Promotion' });
export type PromotionAnswer = z.infer<typeof PromotionAnswer>;

/** GET /api/promotions */
export const PromotionList = z.object({ items: z.array(PromotionAnswer), collections: z.array(z.object({ id: z.uuid(), title: z.string() })) }).meta({ id: 'PromotionList' });
export type PromotionList = z.infer<typeof PromotionList>;

/** A code is compared without spaces and dashes: of those alone it would be nothing, and anybody's. Promotions made before this rule stay readable. */
export const isWholeCouponCode = (code: string): boolean => CouponCode.safeParse(code).success && (code.match(/[\p{L}\p{N}]/gu) ?? []).length >= 3;

/** POST /api/promotions: part of the market's next release. */
export const CreatePromotionRequest = z
  .object({
    name: z.string().trim().min(2).max(80),
    marketCode: z.string(),
    definition: PromotionDefinition,
    startsAt: z.iso.datetime(),
    endsAt: z.iso.datetime(),
  })
  .refine((promotion) => Date.parse(promotion.startsAt) < Date.parse(promotion.endsAt), { path: ['endsAt'], message: 'The end must be after the start' })
  .refine(({ definition }) => (definition.coupon?.codes ?? []).every(isWholeCouponCode), { path: ['definition', 'coupon', 'codes'], message: 'A code has at least three letters or digits' })
  .meta({ id: 'CreatePromotionRequest' });
export type CreatePromotionRequest = z.infer<typeof CreatePromotionRequest>;

export const CreatedPromotion = z.object({ id: z.uuid() }).meta({ id: 'CreatedPromotion' });
export type CreatedPromotion = z.infer<typeof CreatedPromotion>;
