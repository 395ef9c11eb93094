import { Module } from '@nestjs/common';
import { CatalogModule } from '@oneshelf/server-catalog';
import { OrganisationModule } from '@oneshelf/server-organisation';
import { ListListingsQuery } from './list-listings/list-listings.query';
import { ListingsController } from './list-listings/listings.controller';
import { MarketplaceModule } from './marketplace.module';
import { PreviewPoolController } from './preview-pool/preview-pool.controller';
import { PreviewPoolQuery } from './preview-pool/preview-pool.query';
import { RetryPushUseCase } from './retry-push/retry-push.use-case';
import { SetListingCapUseCase } from './set-listing-cap/set-listing-cap.use-case';
import { ReceiveNotificationController } from './take-amazon-orders/receive-notification.controller';
import { ReceiveNotificationUseCase } from './take-amazon-orders/receive-notification.use-case';

@Module({
  imports: [MarketplaceModule, OrganisationModule, CatalogModule],
  controllers: [ListingsController, PreviewPoolController, ReceiveNotificationController],
  providers: [ListListingsQuery, PreviewPoolQuery, SetListingCapUseCase, RetryPushUseCase, ReceiveNotificationUseCase],
})
export class MarketplaceHttpModule {}
