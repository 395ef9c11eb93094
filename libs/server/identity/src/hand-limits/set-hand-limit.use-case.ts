import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { type Actor, recordAudit, Transactions } from '@oneshelf/platform';
import { HandLimitRepository, type RoleHandLimit } from './hand-limit.repository';

export type SetHandLimitRefusal = { kind: 'unknown_role'; message: string };

/** Says how far a role may go by hand. Tills have it with their next bootstrap; a sale that is under way is measured by it when it arrives. */
@Injectable()
export class SetHandLimitUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly limits: HandLimitRepository,
  ) {}

  async run(actor: Actor, limit: RoleHandLimit): Promise<Result<RoleHandLimit[], SetHandLimitRefusal>> {
    const before = (await this.limits.all()).find(({ role }) => role === limit.role);
    if (!before) return refuse({ kind: 'unknown_role', message: `“${limit.role}” is no role that stands at tills. Nothing was changed. Use associate, store_manager or admin.` });
    await this.transactions.write(async (tx) => {
      await this.limits.set(tx, limit, actor.name);
      await recordAudit(tx, { actor, action: 'set', subject: 'hand_limit', subjectId: limit.role, before, after: limit });
    });
    return ok(await this.limits.all());
  }
}
