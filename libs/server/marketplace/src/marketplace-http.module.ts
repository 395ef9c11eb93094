import { Module } from '@nestjs/common';
import { OrganisationModule } from '@oneshelf/server-organisation';
import { ListListingsQuery } from './list-listings/list-listings.query';
import { ListingsController } from './list-listings/listings.controller';
import { MarketplaceModule } from './marketplace.module';
import { ReceiveNotificationController } from './take-amazon-orders/receive-notification.controller';
import { ReceiveNotificationUseCase } from './take-amazon-orders/receive-notification.use-case';

@Module({ imports: [MarketplaceModule, OrganisationModule], controllers: [ListingsController, ReceiveNotificationController], providers: [ListListingsQuery, ReceiveNotificationUseCase] })
export class MarketplaceHttpModule {}
