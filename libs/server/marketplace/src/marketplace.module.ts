import { Module } from '@nestjs/common';
import { CatalogModule } from '@oneshelf/server-catalog';
import { InventoryModule } from '@oneshelf/server-inventory';
import { OrganisationModule } from '@oneshelf/server-organisation';
import { AmazonClient } from './amazon/amazon-client';
import { RateBucketRepository } from './amazon/rate-bucket.repository';
import { FeedStockUseCase } from './feed-stock/feed-stock.use-case';
import { ListingFeedRepository } from './feed-stock/listing-feed.repository';
import { ListingFacts } from './listing-facts/listing-facts.query';
import { PushFacts } from './listing-facts/push-facts.query';
import { ExposureQuery } from './push-stock/exposure.query';
import { ListingLimitsQuery } from './push-stock/listing-limits.query';
import { ListingPushRepository } from './push-stock/listing-push.repository';
import { PushStockUseCase } from './push-stock/push-stock.use-case';
import { RefreshPaceUseCase } from './refresh-pace/refresh-pace.use-case';
import { ReadListingPricesUseCase } from './read-listing-prices/read-listing-prices.use-case';
import { ReadMarketplaceStockUseCase } from './read-marketplace-stock/read-marketplace-stock.use-case';
import { AmazonChannels } from './take-amazon-orders/amazon-channels';
import { MarketplaceOrderRepository } from './take-amazon-orders/marketplace-order.repository';
import { PollAmazonOrdersUseCase } from './take-amazon-orders/poll-amazon-orders.use-case';

const FACE = [PushStockUseCase, FeedStockUseCase, ListingFeedRepository, PollAmazonOrdersUseCase, ReadMarketplaceStockUseCase, ReadListingPricesUseCase, RefreshPaceUseCase, ExposureQuery, ListingLimitsQuery, ListingFacts, PushFacts, AmazonClient, RateBucketRepository, ListingPushRepository, MarketplaceOrderRepository, AmazonChannels];

@Module({ imports: [CatalogModule, InventoryModule, OrganisationModule], providers: FACE, exports: FACE })
export class MarketplaceModule {}
