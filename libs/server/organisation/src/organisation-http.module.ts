import { Module } from '@nestjs/common';
import { ChannelPoolsController } from './channel-pools/channel-pools.controller';
import { SetChannelPoolUseCase } from './channel-pools/set-channel-pool.use-case';
import { DirectoryController } from './read-directory/directory.controller';
import { OrganisationModule } from './organisation.module';
import { MarketsController } from './set-cash-step/markets.controller';
import { SetCashStepUseCase } from './set-cash-step/set-cash-step.use-case';

@Module({ imports: [OrganisationModule], controllers: [ChannelPoolsController, DirectoryController, MarketsController], providers: [SetChannelPoolUseCase, SetCashStepUseCase] })
export class OrganisationHttpModule {}
