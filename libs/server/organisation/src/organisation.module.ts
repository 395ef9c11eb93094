import { Module } from '@nestjs/common';
import { OrganisationDirectory } from './organisation-directory';
import { OrganisationRepository } from './organisation.repository';
import { TradingDay } from './trading-day';

@Module({ providers: [OrganisationRepository, OrganisationDirectory, TradingDay], exports: [OrganisationRepository, OrganisationDirectory, TradingDay] })
export class OrganisationModule {}
