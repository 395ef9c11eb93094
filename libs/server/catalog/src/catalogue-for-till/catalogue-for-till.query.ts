import { Injectable } from '@nestjs/common';
import type { TillCatalogue } from '@oneshelf/contracts';
import { VariantDirectory } from '../variant-directory/variant-directory.query';
import { VariantPricingFacts } from '../variant-pricing-facts.query';

/** Every variant that can be sold, one array a field, so that 100,000 stay small on the way to a till. */
@Injectable()
export class CatalogueForTill {
  constructor(
    private readonly variants: VariantDirectory,
    private readonly facts: VariantPricingFacts,
  ) {}

  /** Changes whenever a product changes; at most a second old. */
  revision(): Promise<string> {
    return this.facts.revision();
  }

  async run(): Promise<TillCatalogue> {
    // The revision is read first: what changes in between is sent again, never missed.
    const revision = await this.revision();
    const variants = await this.variants.active();
    return {
      revision,
      variantIds: variants.map(({ id }) => id),
      skus: variants.map(({ sku }) => sku),
      titles: variants.map(({ title }) => title),
      variantTitles: variants.map(({ variantTitle }) => variantTitle),
      departments: variants.map(({ department }) => department),
      barcodes: variants.map(({ barcodes }) => barcodes.join(' ')),
    };
  }
}
