import { Injectable } from '@nestjs/common';
import type { PricePrediction } from '@oneshelf/contracts';
import { type ApprovalReason, approvalReasons, type ApprovalRule } from '@oneshelf/domain-pricing';
import type { ReviewedDraft } from '../draft-set';
import type { DerivationFacts } from '../derive-prices/derivation-facts.query';
import { type DerivedChange, DerivePrices } from '../derive-prices/derive-prices.use-case';
import { ReviewedDrafts } from '../predict-draft/reviewed-drafts';
import { PriceFloorRepository } from '../price-floors/price-floor.repository';
import { BelowCostQuery, type PriceBelowCost } from '../publish-prices/below-cost.query';
import type { VersionChange } from '../version.repository';
import { ApprovalRepository } from './approval.repository';

export interface ApprovalNeeded {
  rule: ApprovalRule;
  reasons: ApprovalReason[];
  below: PriceBelowCost[];
  isReplayed: boolean;
}

interface Asked {
  marketCode: string;
  drafts: readonly ReviewedDraft[];
  changes: readonly VersionChange[];
  at: Date;
  /** Costs and what formulas make of the changes, where they are known already. */
  facts?: DerivationFacts;
  derived?: readonly DerivedChange[];
  /** Replays past sales where nobody has yet; false: the margin counts only where it is known. */
  replays: boolean;
}

/** Whether a publish of these changes needs a second person (PRC-82), and the prices below cost. */
@Injectable()
export class ApprovalNeededQuery {
  constructor(
    private readonly approvals: ApprovalRepository,
    private readonly belowCost: BelowCostQuery,
    private readonly floors: PriceFloorRepository,
    private readonly derive: DerivePrices,
    private readonly drafts: ReviewedDrafts,
  ) {}

  async run({ marketCode, drafts, changes, at, replays, ...known }: Asked): Promise<ApprovalNeeded> {
    const facts = known.facts ?? (await this.derive.factsOf(marketCode, at));
    const prices = [...changes, ...(known.derived ?? (await this.derive.preview(marketCode, changes, { at, facts })).changes)];
    const [rule, below, belowFloor, kept] = await Promise.all([this.approvals.rule(marketCode), this.belowCost.ofPublish(marketCode, prices, { at, facts }), this.floors.below(marketCode, prices), this.drafts.kept(marketCode, drafts)]);
    const { forecast } = this.drafts;
    // Where no price falls the margin on the same units cannot: nothing has to be replayed.
    const mustReplay = replays && forecast && kept === null && rule.marginFallBasisPoints !== null && (await this.drafts.lowers(marketCode, prices));
    const prediction = mustReplay ? await forecast(marketCode, drafts) : kept;
    const reasons = approvalReasons(rule, { changes: changes.length, belowCost: below.filter(({ isLoss }) => isLoss).length, belowFloor: belowFloor.length, ...marginsOf(prediction) });
    return { rule, reasons, below, isReplayed: prediction !== null };
  }
}

const marginsOf = (prediction: PricePrediction | null) => ({
  marginBeforeBasisPoints: prediction?.all.before.marginBasisPoints ?? null, marginAfterBasisPoints: prediction?.all.after.marginBasisPoints ?? null,
});
