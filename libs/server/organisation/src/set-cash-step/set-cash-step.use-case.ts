import { Injectable } from '@nestjs/common';
import type { SetCashStep } from '@oneshelf/contracts';
import { cashRounding, ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { type Actor, recordAudit, Transactions } from '@oneshelf/platform';

export type SetCashStepRefusal = { kind: 'unknown_market' | 'changed_meanwhile'; message: string };

/** Says what the smallest coin of a market is: a country may round cash though its currency has smaller ones. */
@Injectable()
export class SetCashStepUseCase {
  constructor(private readonly transactions: Transactions) {}

  run(actor: Actor, marketCode: string, { cashStepMinor, seenMinor }: SetCashStep): Promise<Result<{ marketCode: string; cashStepMinor: number }, SetCashStepRefusal>> {
    return this.transactions.run<{ marketCode: string; cashStepMinor: number }, SetCashStepRefusal>(async (tx) => {
      const before = await tx.selectFrom('market').select(['cash_step_minor', 'currency']).where('code', '=', marketCode).forUpdate().executeTakeFirst();
      if (!before) return refuse({ kind: 'unknown_market', message: `There is no market ${marketCode}. Nothing was changed.` });
      if (seenMinor !== undefined && seenMinor !== before.cash_step_minor) return refuse({ kind: 'changed_meanwhile', message: `Somebody else changed the smallest coin of ${marketCode} meanwhile. Nothing was saved. Read it again.` });
      await tx.updateTable('market').set({ cash_step_minor: cashStepMinor }).where('code', '=', marketCode).execute();
      await recordAudit(tx, { actor, action: 'set_cash_step', subject: 'market', subjectId: marketCode, before: { cashStepMinor: before.cash_step_minor }, after: { cashStepMinor } });
      return ok({ marketCode, cashStepMinor: cashStepMinor ?? cashRounding(before.currency) });
    });
  }
}
