import { Injectable } from '@nestjs/common';
import type { ChannelCheckout, SetChannelCheckout } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { recordAudit, type StaffActor, Transactions } from '@oneshelf/platform';
import { OrganisationDirectory } from '../organisation-directory';
import { ChannelSettingsRepository } from './channel-settings.repository';

export type SetChannelCheckoutRefusal = { kind: 'unknown_channel' | 'no_checkout' | 'changed_meanwhile'; message: string };

@Injectable()
export class SetChannelCheckoutUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly channels: ChannelSettingsRepository,
    private readonly organisation: OrganisationDirectory,
  ) {}

  /** For checkouts from now on; units that are held already stay held as long as was said. */
  async run(actor: StaffActor, code: string, { checkout, seen }: SetChannelCheckout): Promise<Result<null, SetChannelCheckoutRefusal>> {
    const result = await this.transactions.run<null, SetChannelCheckoutRefusal>(async (tx) => {
      const channel = await this.channels.lockCheckout(tx, code);
      if (!channel) return refuse({ kind: 'unknown_channel', message: `There is no channel ${code}. Nothing was saved.` });
      if (channel.kind !== 'web') return refuse({ kind: 'no_checkout', message: `Shoppers of ${code} do not check out with us, so there is nothing to keep for them. Nothing was saved.` });
      if (!isSame(channel.checkout, seen)) return refuse({ kind: 'changed_meanwhile', message: `Somebody else changed the checkout of ${code} meanwhile. Nothing was saved. Read it again.` });
      await this.channels.writeCheckout(tx, code, checkout);
      await recordAudit(tx, { actor, action: 'set_checkout', subject: 'channel', subjectId: code, before: channel.checkout, after: checkout });
      return ok(null);
    });
    this.organisation.forget();
    return result;
  }
}

const isSame = (a: ChannelCheckout, b: ChannelCheckout): boolean =>
  a.holdSecondsAnonymous === b.holdSecondsAnonymous && a.holdSecondsKnown === b.holdSecondsKnown && a.holdExtensions === b.holdExtensions && a.orderMode === b.orderMode;
