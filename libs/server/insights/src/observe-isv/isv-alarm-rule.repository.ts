import { Inject, Injectable } from '@nestjs/common';
import type { IsvAlarmRule } from '@oneshelf/contracts';
import { type Database, DATABASE, type Tx } from '@oneshelf/platform';

/** From when on a variance, a push or cancelled orders are a task: one row. */
@Injectable()
export class IsvAlarmRuleRepository {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  async read(): Promise<IsvAlarmRule> {
    return ruleOf(await this.database.selectFrom('isv_alarm_rule').selectAll().executeTakeFirstOrThrow());
  }

  /** The row locked: it changes one after another. */
  async lock(tx: Tx): Promise<IsvAlarmRule> {
    return ruleOf(await tx.selectFrom('isv_alarm_rule').selectAll().forUpdate().executeTakeFirstOrThrow());
  }

  async write(tx: Tx, { aboveBasisPoints, lagSeconds, cancelBasisPoints }: IsvAlarmRule): Promise<void> {
    await tx.updateTable('isv_alarm_rule').set({ above_basis_points: aboveBasisPoints, lag_seconds: lagSeconds, cancel_basis_points: cancelBasisPoints }).execute();
  }
}

const ruleOf = (row: { above_basis_points: number; lag_seconds: number; cancel_basis_points: number }): IsvAlarmRule => ({ aboveBasisPoints: row.above_basis_points, lagSeconds: row.lag_seconds, cancelBasisPoints: row.cancel_basis_points });
