import { Injectable } from '@nestjs/common';
import type { SetIsvAlarmRule } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { type Actor, recordAudit, Transactions } from '@oneshelf/platform';
import { IsvAlarmRuleRepository } from './isv-alarm-rule.repository';

export type SetIsvAlarmRuleRefusal = { kind: 'changed_meanwhile'; message: string };

@Injectable()
export class SetIsvAlarmRuleUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly rules: IsvAlarmRuleRepository,
  ) {}

  run(actor: Actor, { rule, seen }: SetIsvAlarmRule): Promise<Result<null, SetIsvAlarmRuleRefusal>> {
    return this.transactions.run<null, SetIsvAlarmRuleRefusal>(async (tx) => {
      const before = await this.rules.lock(tx);
      if (before.aboveBasisPoints !== seen.aboveBasisPoints || before.lagSeconds !== seen.lagSeconds || before.cancelBasisPoints !== seen.cancelBasisPoints) return refuse({ kind: 'changed_meanwhile', message: 'Somebody else changed when it alarms meanwhile. Nothing was saved. Read it again.' });
      await this.rules.write(tx, rule);
      await recordAudit(tx, { actor, action: 'set_isv_alarm_rule', subject: 'isv', subjectId: 'alarm-rule', before, after: rule });
      return ok(null);
    });
  }
}
