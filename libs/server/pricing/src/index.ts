export { LoadPriceBook } from './load-price-book/load-price-book.use-case';
export { PricingHttpModule } from './pricing-http.module';
export { PricingJobsModule } from './pricing-jobs.module';
export { PricingModule } from './pricing.module';
export { PublishPricesUseCase } from './publish-prices/publish-prices.use-case';
