import { Injectable } from '@nestjs/common';
import type { SetShippingMethods, ShippingMethodText } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { recordAudit, type StaffActor, Transactions } from '@oneshelf/platform';
import { ChannelSettingsRepository } from './channel-settings.repository';
import type { ChannelRefusal } from './set-channel-tax.use-case';

/** Ways to send an order of a channel; that their tax classes exist is for the caller to say (server-pricing knows the rates). */
@Injectable()
export class SetShippingMethodsUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly channels: ChannelSettingsRepository,
  ) {}

  /** In the place of those that there were. A checkout that is open is told of a fee that changed by its total. */
  run(actor: StaffActor, code: string, { methods, seen }: SetShippingMethods): Promise<Result<null, ChannelRefusal>> {
    return this.transactions.run<null, ChannelRefusal>(async (tx) => {
      if (!(await this.channels.lock(tx, code))) return refuse({ kind: 'unknown_channel', message: `There is no channel ${code}. Nothing was saved.` });
      const before = await this.channels.methods(code, tx);
      if (textOf(before) !== textOf(seen)) return refuse({ kind: 'changed_meanwhile', message: `Somebody else changed the shipping methods of ${code} meanwhile. Nothing was saved. Read them again.` });
      await this.channels.writeMethods(tx, code, methods);
      await recordAudit(tx, { actor, action: 'set_shipping_methods', subject: 'channel', subjectId: code, before: byCode(before), after: byCode(methods) });
      return ok(null);
    });
  }
}

/** As one text with the fields in one order, for comparing. */
const textOf = (methods: readonly ShippingMethodText[]): string =>
  JSON.stringify(methods.map(({ code, names, feeMinor, countries, minItemsMinor, maxItemsMinor, taxClass }) => [code, names.en, names.de, feeMinor, countries, minItemsMinor, maxItemsMinor, taxClass]));

/** For the history: a line a method, with its place. */
const byCode = (methods: readonly ShippingMethodText[]): object => Object.fromEntries(methods.map(({ code, ...method }, index) => [code, { place: index + 1, ...method }]));
