import { Module } from '@nestjs/common';
import { BundleRecipes } from './bundle-recipes/bundle-recipes.query';
import { RecipeRepository } from './bundle-recipes/recipe.repository';
import { CatalogueForTill } from './catalogue-for-till/catalogue-for-till.query';
import { CollectionDirectory } from './collection-directory/collection-directory.query';
import { FailedImports } from './import-products/failed-imports/failed-imports.query';
import { FindVariantsQuery } from './find-variants/find-variants.query';
import { HowKeptRepository } from './how-kept/how-kept.repository';
import { ProductsForStorefront } from './products-for-storefront/products-for-storefront.query';
import { VariantDirectory } from './variant-directory/variant-directory.query';
import { VariantPricingFacts } from './variant-pricing-facts.query';

const queries = [VariantDirectory, VariantPricingFacts, CollectionDirectory, CatalogueForTill, FailedImports, ProductsForStorefront, FindVariantsQuery, BundleRecipes, RecipeRepository, HowKeptRepository];

/** What other modules ask of the catalogue. */
@Module({ providers: queries, exports: queries })
export class CatalogModule {}
