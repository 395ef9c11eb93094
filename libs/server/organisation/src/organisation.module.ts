import { Module } from '@nestjs/common';
import { ChannelSettingsRepository } from './channel-settings/channel-settings.repository';
import { SetShippingMethodsUseCase } from './channel-settings/set-shipping-methods.use-case';
import { OrganisationDirectory } from './organisation-directory';
import { OrganisationRepository } from './organisation.repository';
import { TradingDay } from './trading-day';

@Module({
  providers: [OrganisationRepository, OrganisationDirectory, TradingDay, ChannelSettingsRepository, SetShippingMethodsUseCase],
  exports: [OrganisationRepository, OrganisationDirectory, TradingDay, ChannelSettingsRepository, SetShippingMethodsUseCase],
})
export class OrganisationModule {}
