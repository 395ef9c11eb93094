import { Injectable } from '@nestjs/common';
import type { PublishPricesRequest } from '@oneshelf/contracts';
import type { ApprovalReason } from '@oneshelf/domain-pricing';
import type { Tx } from '@oneshelf/platform';
import { ApprovalNeededQuery } from '../approve-prices/approval-needed.query';
import { ApprovalRepository } from '../approve-prices/approval.repository';
import type { DerivationFacts } from '../derive-prices/derivation-facts.query';
import type { DerivedChange } from '../derive-prices/derive-prices.use-case';
import { ReleaseRepository } from '../release.repository';
import { ClashRepository } from '../settle-clashes/clash.repository';
import type { VersionChange } from '../version.repository';
import type { PriceBelowCost } from './below-cost.query';

export type GuardRefusal =
  | { kind: 'below_cost'; total: number; first: PriceBelowCost[]; message: string }
  | { kind: 'approval_needed'; reasons: ApprovalReason[]; message: string }
  | { kind: 'clashes'; total: number; message: string };

/** As many below-cost prices as a person reads before going back to the sheet. */
const SHOWN_BELOW_COST = 20;

interface Look {
  marketCode: string;
  request: PublishPricesRequest;
  changes: readonly VersionChange[];
  at: Date;
  facts: DerivationFacts;
  /** What formulas make of the changes. */
  derived: readonly DerivedChange[];
}

/** What stands between a review and a publish: prices below cost that nobody accepted, a second person who has not agreed, clashes. */
@Injectable()
export class PublishGuard {
  constructor(
    private readonly needed: ApprovalNeededQuery,
    private readonly approvals: ApprovalRepository,
    private readonly clashes: ClashRepository,
    private readonly releases: ReleaseRepository,
  ) {}

  /** Before any lock. The revisions are looked at again under it, so what was approved is what goes live. */
  async look({ marketCode, request, ...ask }: Look): Promise<GuardRefusal | null> {
    const { below, reasons } = await this.needed.run({ marketCode, drafts: request.drafts, ...ask, replays: true });
    if (below.length > 0 && !request.acceptBelowCost) {
      return { kind: 'below_cost', total: below.length, first: below.slice(0, SHOWN_BELOW_COST), message: `${below.length} prices are below cost or below the maker's limit. Nothing was published. Change them, or accept them in the review.` };
    }
    if (reasons.length === 0 || (await this.approvals.isApproved(marketCode, request.drafts))) return null;
    return { kind: 'approval_needed', reasons, message: 'These prices need the approval of a second person. Nothing was published. Ask for it in the review.' };
  }

  /** Under the market's lock: no other publish goes live between this look and the release. */
  async hold(tx: Tx, { marketCode, versionIds, at }: { marketCode: string; versionIds: string[]; at: Date }): Promise<GuardRefusal | null> {
    await this.releases.lockMarket(tx, marketCode);
    const found = await this.clashes.find(versionIds, at, tx);
    return found.length === 0 ? null : { kind: 'clashes', total: found.length, message: `${found.length} of these prices changed since the draft began. Nothing was published. Keep yours or take theirs in the review.` };
  }
}
