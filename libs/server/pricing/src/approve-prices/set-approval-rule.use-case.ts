import { Injectable } from '@nestjs/common';
import type { ApprovalRuleContract } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { recordAudit, type StaffActor, Transactions } from '@oneshelf/platform';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { ApprovalRepository } from './approval.repository';

@Injectable()
export class SetApprovalRuleUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly approvals: ApprovalRepository,
    private readonly organisation: OrganisationDirectory,
  ) {}

  /** When a publish of this market needs a second person, from the next publish on. */
  async run(actor: StaffActor, marketCode: string, rule: ApprovalRuleContract): Promise<Result<null, { kind: 'unknown_market'; message: string }>> {
    if (!(await this.organisation.read()).markets.has(marketCode)) return refuse({ kind: 'unknown_market', message: `There is no market ${marketCode}. Nothing was saved.` });
    const before = await this.approvals.rule(marketCode);
    return this.transactions.run<null, never>(async (tx) => {
      await this.approvals.writeRule(tx, { marketCode, rule, by: actor.name });
      await recordAudit(tx, { actor, action: 'set_approval_rule', subject: 'market', subjectId: marketCode, before: { ...before }, after: rule });
      return ok(null);
    });
  }
}
