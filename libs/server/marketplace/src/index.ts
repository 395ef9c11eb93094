export { ExposureQuery } from './push-stock/exposure.query';
export { ListingFacts, type ListedPrice } from './listing-facts/listing-facts.query';
export { MarketplaceHttpModule } from './marketplace-http.module';
export { MarketplaceJobsModule } from './marketplace-jobs.module';
export { MarketplaceModule } from './marketplace.module';
export { PollAmazonOrdersUseCase } from './take-amazon-orders/poll-amazon-orders.use-case';
export { PushStockUseCase } from './push-stock/push-stock.use-case';
export { ReadListingPricesUseCase } from './read-listing-prices/read-listing-prices.use-case';
export { ReadMarketplaceStockUseCase } from './read-marketplace-stock/read-marketplace-stock.use-case';
