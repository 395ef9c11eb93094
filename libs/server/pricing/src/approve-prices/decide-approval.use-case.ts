import { Injectable } from '@nestjs/common';
import type { DecideApprovalRequest } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { recordAudit, type StaffActor, Transactions } from '@oneshelf/platform';
import { type BookVersion, VersionRepository } from '../version.repository';
import { type Approval, ApprovalRepository } from './approval.repository';

export type DecideRefusal = { kind: 'unknown_approval' | 'already_decided' | 'own_prices' | 'draft_changed'; message: string };

@Injectable()
export class DecideApprovalUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly versions: VersionRepository,
    private readonly approvals: ApprovalRepository,
  ) {}

  /** Agrees, or sends back with a reason. Nobody decides on prices that they drafted or asked for, whatever their role. */
  async run(actor: StaffActor, id: string, { decision, answer, now }: DecideApprovalRequest & { now: Date }): Promise<Result<{ status: 'approved' | 'sent_back' }, DecideRefusal>> {
    return this.transactions.run<{ status: 'approved' | 'sent_back' }, DecideRefusal>(async (tx) => {
      const approval = await this.approvals.lock(tx, id);
      if (!approval) return refuse({ kind: 'unknown_approval', message: 'Nobody asked for this approval. Nothing was changed.' });
      if (approval.status !== 'waiting') return refuse({ kind: 'already_decided', message: `${approval.decidedBy ?? 'Somebody'} has decided on this already. Nothing was changed.` });
      if (await this.isOwn(actor, approval)) return refuse({ kind: 'own_prices', message: 'You drafted these prices or asked for the approval, so another person has to decide. Nothing was changed.' });
      if (!isAsAsked(approval, await this.versions.lock(tx, approval.drafts.map((draft) => draft.versionId)))) {
        return refuse({ kind: 'draft_changed', message: 'The prices were edited or published since the question. Nothing was changed. It has to be asked again.' });
      }
      const status = decision === 'approve' ? 'approved' as const : 'sent_back' as const;
      await this.approvals.decide(tx, id, { status, answer, by: actor, at: now });
      await recordAudit(tx, { actor, action: decision === 'approve' ? 'approve' : 'send_back', subject: 'price_approval', subjectId: id, before: { status: 'waiting' }, after: { status, answer, drafts: approval.drafts } });
      return ok({ status });
    });
  }

  private async isOwn(actor: StaffActor, { askedById, drafts }: Approval): Promise<boolean> {
    const { ids, names } = await this.approvals.editorsOf(drafts.map((draft) => draft.versionId));
    return askedById === actor.id || ids.has(actor.id) || names.has(actor.name);
  }
}

const isAsAsked = ({ drafts }: Approval, versions: readonly BookVersion[]): boolean =>
  drafts.every(({ versionId, revision }) => versions.some((version) => version.id === versionId && version.status === 'draft' && version.revision === revision));
