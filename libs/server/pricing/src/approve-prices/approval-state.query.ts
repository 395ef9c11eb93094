import { Injectable } from '@nestjs/common';
import type { PriceApproval, PriceApprovalState } from '@oneshelf/contracts';
import { hasRole, type StaffActor } from '@oneshelf/platform';
import { draftsKey } from '../draft-set';
import { ReviewedDrafts } from '../predict-draft/reviewed-drafts';
import { VersionRepository } from '../version.repository';
import { ApprovalNeededQuery } from './approval-needed.query';
import { type Approval, ApprovalRepository } from './approval.repository';

@Injectable()
export class ApprovalStateQuery {
  constructor(
    private readonly drafts: ReviewedDrafts,
    private readonly versions: VersionRepository,
    private readonly needed: ApprovalNeededQuery,
    private readonly approvals: ApprovalRepository,
  ) {}

  /** Whether the market's open drafts need a second person, what became of the question, and what this person may do. */
  async run(actor: StaffActor, marketCode: string, now: Date): Promise<PriceApprovalState> {
    const drafts = await this.drafts.open(marketCode);
    const versionIds = drafts.map((draft) => draft.versionId);
    const isApprover = hasRole(actor, ['finance']);
    if (drafts.length === 0) return { rule: await this.approvals.rule(marketCode), reasons: [], isReplayed: false, drafts, approval: null, isCurrent: false, mayDecide: false, mayEditRule: isApprover };
    const [changes, approval, editors] = await Promise.all([this.versions.changes(versionIds), this.approvals.latest(marketCode, versionIds), this.approvals.editorsOf(versionIds)]);
    const { rule, reasons, isReplayed } = await this.needed.run({ marketCode, drafts, changes, at: now, replays: false });
    const isCurrent = approval?.draftsKey === draftsKey(drafts);
    const isOwn = approval?.askedById === actor.id || editors.ids.has(actor.id) || editors.names.has(actor.name);
    return { rule, reasons, isReplayed, drafts, approval: approval && viewOf(approval), isCurrent, mayDecide: isApprover && !isOwn && isCurrent && approval.status === 'waiting', mayEditRule: isApprover };
  }
}

const viewOf = ({ id, status, note, askedBy, askedAt, decidedBy, decidedAt, answer }: Approval): PriceApproval => ({
  id, status, note, askedBy, askedAt: askedAt.toISOString(), decidedBy, decidedAt: decidedAt?.toISOString() ?? null, answer,
});
