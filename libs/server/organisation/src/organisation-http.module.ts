import { Module } from '@nestjs/common';
import { DirectoryController } from './read-directory/directory.controller';
import { OrganisationModule } from './organisation.module';
import { MarketsController } from './set-cash-step/markets.controller';
import { SetCashStepUseCase } from './set-cash-step/set-cash-step.use-case';

@Module({ imports: [OrganisationModule], controllers: [DirectoryController, MarketsController], providers: [SetCashStepUseCase] })
export class OrganisationHttpModule {}
