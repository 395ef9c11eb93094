import { Injectable } from '@nestjs/common';
import { WaitingApprovals } from './approve-prices/waiting-approvals.query';
import { ReviewedDrafts } from './predict-draft/reviewed-drafts';
import { PublishedVersions } from './roll-back/published-versions.query';

/** What other modules may know of prices before and after a publish. */
@Injectable()
export class PriceReviews {
  constructor(
    readonly drafts: ReviewedDrafts,
    readonly versions: PublishedVersions,
    readonly approvals: WaitingApprovals,
  ) {}
}
