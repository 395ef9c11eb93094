import { Module } from '@nestjs/common';
import { ChannelPoolsController } from './channel-pools/channel-pools.controller';
import { SetChannelPoolUseCase } from './channel-pools/set-channel-pool.use-case';
import { ChannelSettingsQuery } from './channel-settings/channel-settings.query';
import { ChannelsController } from './channel-settings/channels.controller';
import { SetChannelCheckoutUseCase } from './channel-settings/set-channel-checkout.use-case';
import { SetChannelTaxUseCase } from './channel-settings/set-channel-tax.use-case';
import { MarketSettingsQuery } from './market-settings/market-settings.query';
import { DirectoryController } from './read-directory/directory.controller';
import { OrganisationModule } from './organisation.module';
import { MarketsController } from './set-cash-step/markets.controller';
import { SetUnitPriceRuleUseCase } from './set-unit-price-rule/set-unit-price-rule.use-case';
import { UnitPriceRuleController } from './set-unit-price-rule/unit-price-rule.controller';
import { SetCashStepUseCase } from './set-cash-step/set-cash-step.use-case';

@Module({
  imports: [OrganisationModule],
  controllers: [ChannelPoolsController, DirectoryController, MarketsController, ChannelsController, UnitPriceRuleController],
  providers: [SetChannelPoolUseCase, SetCashStepUseCase, MarketSettingsQuery, ChannelSettingsQuery, SetChannelTaxUseCase, SetChannelCheckoutUseCase, SetUnitPriceRuleUseCase],
})
export class OrganisationHttpModule {}
