import { Injectable } from '@nestjs/common';
import type { SetUnitPriceRule } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { recordAudit, type StaffActor, Transactions } from '@oneshelf/platform';

export type SetUnitPriceRuleRefusal = { kind: 'unknown_market' | 'changed_meanwhile'; message: string };

@Injectable()
export class SetUnitPriceRuleUseCase {
  constructor(private readonly transactions: Transactions) {}

  /** Per which quantity labels and shop windows of the market say the price of a unit. */
  run(actor: StaffActor, marketCode: string, { rule, seen }: SetUnitPriceRule): Promise<Result<null, SetUnitPriceRuleRefusal>> {
    return this.transactions.run<null, SetUnitPriceRuleRefusal>(async (tx) => {
      const before = await tx.selectFrom('market').select('unit_price_rule').where('code', '=', marketCode).forUpdate().executeTakeFirst();
      if (!before) return refuse({ kind: 'unknown_market', message: `There is no market ${marketCode}. Nothing was saved.` });
      if (before.unit_price_rule !== seen) return refuse({ kind: 'changed_meanwhile', message: `Somebody else changed the unit prices of ${marketCode} meanwhile. Nothing was saved. Read them again.` });
      await tx.updateTable('market').set({ unit_price_rule: rule }).where('code', '=', marketCode).execute();
      await recordAudit(tx, { actor, action: 'set_unit_price_rule', subject: 'market', subjectId: marketCode, before: { unitPriceRule: seen }, after: { unitPriceRule: rule } });
      return ok(null);
    });
  }
}
