import { Injectable } from '@nestjs/common';
import type { SetChannelTax } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { recordAudit, type StaffActor, Transactions } from '@oneshelf/platform';
import { ChannelSettingsRepository } from './channel-settings.repository';

export type ChannelRefusal = { kind: 'unknown_channel' | 'changed_meanwhile'; message: string };

@Injectable()
export class SetChannelTaxUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly channels: ChannelSettingsRepository,
  ) {}

  /** For orders from now on; those that were placed keep their tax. */
  run(actor: StaffActor, code: string, { tax, seen }: SetChannelTax): Promise<Result<null, ChannelRefusal>> {
    return this.transactions.run<null, ChannelRefusal>(async (tx) => {
      const before = await this.channels.lock(tx, code);
      if (!before) return refuse({ kind: 'unknown_channel', message: `There is no channel ${code}. Nothing was saved.` });
      if (before.paysAtDestination !== seen.paysAtDestination || before.priceAbroad !== seen.priceAbroad) return refuse({ kind: 'changed_meanwhile', message: `Somebody else changed the tax of ${code} meanwhile. Nothing was saved. Read it again.` });
      await this.channels.writeTax(tx, code, tax);
      await recordAudit(tx, { actor, action: 'set_tax', subject: 'channel', subjectId: code, before, after: tax });
      return ok(null);
    });
  }
}
