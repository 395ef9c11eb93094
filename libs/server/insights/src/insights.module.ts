import { Module } from '@nestjs/common';
import { CatalogModule } from '@oneshelf/server-catalog';
import { FulfilmentModule } from '@oneshelf/server-fulfilment';
import { InventoryModule } from '@oneshelf/server-inventory';
import { MarketplaceModule } from '@oneshelf/server-marketplace';
import { OrganisationModule } from '@oneshelf/server-organisation';
import { PaymentsModule } from '@oneshelf/server-payments';
import { PosSyncReportsModule } from '@oneshelf/server-pos-sync';
import { DayReportReader } from './day-report/day-report.query';
import { IsvQuery } from './measure-isv/isv.query';
import { MoneyConcerns } from './today/money-concerns.query';
import { OutsideConcerns } from './today/outside-concerns.query';
import { TillConcerns } from './today/till-concerns.query';
import { TodayQuery } from './today/today.query';

@Module({
  imports: [CatalogModule, FulfilmentModule, InventoryModule, MarketplaceModule, OrganisationModule, PaymentsModule, PosSyncReportsModule],
  providers: [IsvQuery, DayReportReader, TillConcerns, OutsideConcerns, MoneyConcerns, TodayQuery],
  exports: [DayReportReader, IsvQuery, TodayQuery],
})
export class InsightsModule {}
