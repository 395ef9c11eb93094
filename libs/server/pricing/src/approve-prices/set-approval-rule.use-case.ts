import { Injectable } from '@nestjs/common';
import type { ApprovalRuleContract, SetApprovalRule } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { recordAudit, type StaffActor, Transactions } from '@oneshelf/platform';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { ReleaseRepository } from '../release.repository';
import { ApprovalRepository } from './approval.repository';

export type SetRuleRefusal = { kind: 'unknown_market' | 'changed_meanwhile'; message: string };

@Injectable()
export class SetApprovalRuleUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly approvals: ApprovalRepository,
    private readonly releases: ReleaseRepository,
    private readonly organisation: OrganisationDirectory,
  ) {}

  /** When a publish of this market needs a second person, from the next publish on. */
  async run(actor: StaffActor, marketCode: string, { seen, ...rule }: SetApprovalRule): Promise<Result<null, SetRuleRefusal>> {
    if (!(await this.organisation.read()).markets.has(marketCode)) return refuse({ kind: 'unknown_market', message: `There is no market ${marketCode}. Nothing was saved.` });
    return this.transactions.run<null, SetRuleRefusal>(async (tx) => {
      // The market's lock: a publish that is under way is held against the rule that it began with.
      await this.releases.lockMarket(tx, marketCode);
      const before = await this.approvals.rule(marketCode, tx);
      if (seen && !isSame(before, seen)) return refuse({ kind: 'changed_meanwhile', message: `Somebody else changed when ${marketCode} needs a second person meanwhile. Nothing was saved. Read it again.` });
      await this.approvals.writeRule(tx, { marketCode, rule, by: actor.name });
      await recordAudit(tx, { actor, action: 'set_approval_rule', subject: 'market', subjectId: marketCode, before: { ...before }, after: rule });
      return ok(null);
    });
  }
}

const isSame = (a: ApprovalRuleContract, b: ApprovalRuleContract): boolean =>
  a.maxChanges === b.maxChanges && a.belowCost === b.belowCost && a.belowFloor === b.belowFloor && a.marginFallBasisPoints === b.marginFallBasisPoints;
