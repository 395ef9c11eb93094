import * as z from 'zod';
import { ApprovalRuleContract } from './price-approval.contract';

/** `best_deal`: the shopper gets what takes off most. `stacking`: by priority one after another, each on what is left. */
const LaneMode = z.enum(['best_deal', 'stacking']);

/** How the promotions of each lane get on (libs/domain/promotions, PRM-2 and PRM-7). */
export const MarketLanes = z.strictObject({ item: LaneMode, basket: LaneMode, shipping: LaneMode });
export type MarketLanes = z.infer<typeof MarketLanes>;

/** GET /api/markets/:market/pricing-settings */
export const MarketPricingSettings = z
  .object({
    marketCode: z.string(),
    lanes: MarketLanes,
    /** Who set the lanes, and when; null: nobody did. */
    lanesChanged: z.object({ by: z.string(), at: z.iso.datetime() }).nullable(),
    approvalRule: ApprovalRuleContract,
    /** What the market has without saying. */
    usualApprovalRule: ApprovalRuleContract,
    /** What who asks may change. */
    mayEdit: z.object({ lanes: z.boolean(), approvalRule: z.boolean(), floors: z.boolean() }),
  })
  .meta({ id: 'MarketPricingSettings' });
export type MarketPricingSettings = z.infer<typeof MarketPricingSettings>;

/** PUT /api/markets/:market/lanes: from the market's next release on. `seen`: as who asks saw them; others are not overwritten (409 changed_meanwhile). */
export const SetMarketLanes = z.strictObject({ lanes: MarketLanes, seen: MarketLanes }).meta({ id: 'SetMarketLanes' });
export type SetMarketLanes = z.infer<typeof SetMarketLanes>;
