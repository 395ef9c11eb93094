export { CatalogHttpModule } from './catalog-http.module';
export { CatalogJobsModule } from './catalog-jobs.module';
export { CatalogModule } from './catalog.module';
export { CatalogueForTill } from './catalogue-for-till/catalogue-for-till.query';
export { CollectionDirectory } from './collection-directory/collection-directory.query';
export { type FilePreview, previewFile } from './import-products/preview-file';
export { ProductsForStorefront } from './products-for-storefront/products-for-storefront.query';
export { VariantDirectory, type VariantFacts } from './variant-directory/variant-directory.query';
export { VariantPricingFacts } from './variant-pricing-facts.query';
