import { Injectable } from '@nestjs/common';
import type { AskApprovalRequest } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { recordAudit, type StaffActor, Transactions } from '@oneshelf/platform';
import { VersionRepository } from '../version.repository';
import { ApprovalNeededQuery } from './approval-needed.query';
import { ApprovalRepository } from './approval.repository';

export type AskRefusal = { kind: 'unknown_draft' | 'draft_changed' | 'no_approval_needed' | 'already_asked'; message: string };

@Injectable()
export class AskApprovalUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly versions: VersionRepository,
    private readonly needed: ApprovalNeededQuery,
    private readonly approvals: ApprovalRepository,
  ) {}

  /** Asks a second person about exactly these revisions of the drafts. */
  async run(actor: StaffActor, { marketCode, drafts, note }: AskApprovalRequest & { marketCode: string }, now: Date): Promise<Result<{ id: string }, AskRefusal>> {
    const versionIds = drafts.map((draft) => draft.versionId);
    const { reasons, changes } = await this.look(marketCode, drafts, now);
    if (reasons.length === 0) return refuse({ kind: 'no_approval_needed', message: 'These prices need no second person. Nobody was asked. Publish them.' });
    return this.transactions.run<{ id: string }, AskRefusal>(async (tx) => {
      const locked = await this.versions.lock(tx, versionIds);
      for (const draft of drafts) {
        const version = locked.find((candidate) => candidate.id === draft.versionId);
        if (!version || version.status !== 'draft' || version.marketCode !== marketCode) return refuse({ kind: 'unknown_draft', message: 'One of these drafts was published or discarded meanwhile. Nobody was asked. Open the review again.' });
        if (version.revision !== draft.revision) return refuse({ kind: 'draft_changed', message: `${version.bookName} was edited since you opened the review. Nobody was asked. Look at the new changes first.` });
      }
      const id = await this.approvals.ask(tx, { marketCode, drafts, reasons, changes, note, by: actor, at: now });
      if (id === null) return refuse({ kind: 'already_asked', message: 'Somebody has asked for this approval already. It waits on Today.' });
      await recordAudit(tx, { actor, action: 'ask_approval', subject: 'price_approval', subjectId: id, after: { marketCode, drafts, reasons, note } });
      return ok({ id });
    });
  }

  private async look(marketCode: string, drafts: AskApprovalRequest['drafts'], at: Date) {
    const changes = await this.versions.changes(drafts.map((draft) => draft.versionId));
    const { reasons } = await this.needed.run({ marketCode, drafts, changes, at, replays: true });
    return { reasons, changes: changes.length };
  }
}
