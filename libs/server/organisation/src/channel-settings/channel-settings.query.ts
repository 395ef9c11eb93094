import { Injectable } from '@nestjs/common';
import type { ChannelSettings } from '@oneshelf/contracts';
import { hasRole, type StaffActor } from '@oneshelf/platform';
import { ChannelSettingsRepository, checkoutOf, taxOf } from './channel-settings.repository';

@Injectable()
export class ChannelSettingsQuery {
  constructor(private readonly channels: ChannelSettingsRepository) {}

  /** Null: there is no such channel. */
  async run(actor: StaffActor, code: string): Promise<ChannelSettings | null> {
    const channel = await this.channels.find(code);
    if (!channel) return null;
    return {
      code, name: channel.name, kind: channel.kind as ChannelSettings['kind'], marketCode: channel.market_code, country: channel.country, currency: channel.currency, taxInclusive: channel.tax_inclusive,
      tax: taxOf(channel), shippingMethods: await this.channels.methods(code),
      checkout: channel.kind === 'web' ? checkoutOf(channel) : null,
      mayEdit: { tax: hasRole(actor, ['finance']), shippingMethods: hasRole(actor, ['merchandiser', 'operations']), checkout: hasRole(actor, ['operations']) },
    };
  }
}
