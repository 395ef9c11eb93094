import { Injectable } from '@nestjs/common';
import type { TillCatalogue } from '@oneshelf/contracts';
import { VariantDirectory, VariantPricingFacts } from '@oneshelf/server-catalog';

@Injectable()
export class TillCatalogueQuery {
  private loaded: { revision: string; catalogue: Promise<TillCatalogue> } | null = null;

  constructor(
    private readonly variants: VariantDirectory,
    private readonly facts: VariantPricingFacts,
  ) {}

  revision(): Promise<string> {
    return this.facts.revision();
  }

  /** Every product that can be sold, one array a field. The same revision is read once, however many tills ask. */
  run(revision: string): Promise<TillCatalogue> {
    if (this.loaded?.revision !== revision) {
      const catalogue = this.read(revision);
      this.loaded = { revision, catalogue };
      catalogue.catch(() => { this.loaded = null; });
    }
    return this.loaded.catalogue;
  }

  private async read(revision: string): Promise<TillCatalogue> {
    const variants = await this.variants.active();
    return {
      revision,
      variantIds: variants.map((variant) => variant.id),
      skus: variants.map((variant) => variant.sku),
      titles: variants.map((variant) => variant.title),
      variantTitles: variants.map((variant) => variant.variantTitle),
      departments: variants.map((variant) => variant.department),
      barcodes: variants.map((variant) => variant.barcodes.join(' ')),
    };
  }
}
