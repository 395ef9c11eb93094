import * as z from 'zod';
import { CouponCode, PromotionDefinition, PromotionDefinitionRequest } from './promotion-definition.contract';
import { promotionProblems, promotionProblemWords } from './promotion-problems';

export const PromotionAnswer = z
  .object({
    id: z.uuid(),
    code: z.string(),
    name: z.string(),
    marketCode: z.string(),
    definition: PromotionDefinitionRequest,
    startsAt: z.iso.datetime(),
    endsAt: z.iso.datetime(),
    state: z.enum(['upcoming', 'running', 'paused', 'over']),
    /** The market's release since which it is as it is: an edit names it, so that nobody overwrites what they have not seen. */
    release: z.int(),
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

const Written = z.object({
  name: z.string().trim().min(2).max(80),
  definition: PromotionDefinition,
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
});

/** What is wrong with the whole, as issues of the parts that it is about. */
function refineWhole(promotion: z.infer<typeof Written>, context: z.RefinementCtx): void {
  for (const { code, path } of promotionProblems(promotion)) context.addIssue({ code: 'custom', path, message: promotionProblemWords[code], params: { code } });
}

/** POST /api/promotions: part of the market's next release. */
export const CreatePromotionRequest = Written.extend({ marketCode: z.string() }).superRefine(refineWhole).meta({ id: 'CreatePromotionRequest' });
export type CreatePromotionRequest = z.infer<typeof CreatePromotionRequest>;

export const CreatedPromotion = z.object({ id: z.uuid() }).meta({ id: 'CreatedPromotion' });
export type CreatedPromotion = z.infer<typeof CreatedPromotion>;

/** PUT /api/promotions/:id: as it is from the next release on. `release` as it was read; another one is the refusal changed_meanwhile (409). */
export const EditPromotionRequest = Written.extend({ release: z.int().min(1) }).superRefine(refineWhole).meta({ id: 'EditPromotionRequest' });
export type EditPromotionRequest = z.infer<typeof EditPromotionRequest>;

/** GET /api/promotions/:id, with the titles of the products and variants that it names. */
export const PromotionDetail = z
  .object({ promotion: PromotionAnswer, names: z.array(z.object({ id: z.string(), title: z.string() })) })
  .meta({ id: 'PromotionDetail' });
export type PromotionDetail = z.infer<typeof PromotionDetail>;
