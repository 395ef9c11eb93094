export { LoadPriceBook } from './load-price-book/load-price-book.use-case';
export { LowestPriceQuery } from './price-history/lowest-price.query';
export { PricingHttpModule } from './pricing-http.module';
export { PricingJobsModule } from './pricing-jobs.module';
export { PricingModule } from './pricing.module';
export { PublishPricesUseCase } from './publish-prices/publish-prices.use-case';
export { RebuildPromotionCountersUseCase } from './rebuild-promotion-counters/rebuild-promotion-counters.use-case';
export { type QuotedBasket, QuoteWithinLimits } from './use-promotions/quote-within-limits.query';
export { type PromotionOverrun, UsePromotionsUseCase } from './use-promotions/use-promotions.use-case';
