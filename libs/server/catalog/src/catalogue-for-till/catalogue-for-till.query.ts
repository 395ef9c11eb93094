import { Inject, Injectable } from '@nestjs/common';
import type { TillCatalogue } from '@oneshelf/contracts';
import { type Database, DATABASE } from '@oneshelf/platform';
import { sql } from 'kysely';
import { BundleRecipes } from '../bundle-recipes/bundle-recipes.query';
import { VariantDirectory } from '../variant-directory/variant-directory.query';

const MAX_AGE_MS = 1000;

/** Every variant that can be sold, one array a field, so that 100,000 stay small on the way to a till. */
@Injectable()
export class CatalogueForTill {
  private known: { at: number; revision: Promise<string> } | null = null;
  private loaded: { revision: string; catalogue: Promise<TillCatalogue> } | null = null;

  constructor(
    private readonly variants: VariantDirectory,
    private readonly bundles: BundleRecipes,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  /** Changes whenever a product or a collection changes; at most a second old. */
  revision(): Promise<string> {
    const now = Date.now();
    if (!this.known || now - this.known.at > MAX_AGE_MS) {
      const revision = this.readRevision();
      this.known = { at: now, revision };
      revision.catch(() => { this.known = null; });
    }
    return this.known.revision;
  }

  /** The same revision is read once, however many tills ask. It is asked before the rest: what changes in between is sent again. */
  run(revision: string): Promise<TillCatalogue> {
    if (this.loaded?.revision !== revision) {
      const catalogue = this.read(revision);
      this.loaded = { revision, catalogue };
      catalogue.catch(() => { this.loaded = null; });
    }
    return this.loaded.catalogue;
  }

  private async read(revision: string): Promise<TillCatalogue> {
    const [variants, recipes] = await Promise.all([this.variants.active(), this.recipes()]);
    return {
      revision,
      variantIds: variants.map(({ id }) => id),
      skus: variants.map(({ sku }) => sku),
      titles: variants.map(({ title }) => title),
      variantTitles: variants.map(({ variantTitle }) => variantTitle),
      departments: variants.map(({ department }) => department),
      barcodes: variants.map(({ barcodes }) => barcodes.join(' ')),
      costs: variants.map(({ costMinor, costCurrency }) => (costMinor === null || costCurrency === null ? '' : `${costMinor} ${costCurrency}`)),
      units: variants.map(({ unit }) => (unit === 'piece' ? '' : unit)),
      ...(variants.some(({ usualWeightGrams }) => usualWeightGrams !== null) ? { usualGrams: variants.map(({ usualWeightGrams }) => usualWeightGrams ?? -1) } : {}),
      trackedBy: variants.map(({ trackedBy }) => (trackedBy === 'none' ? '' : trackedBy)),
      ...(recipes.length > 0 ? { recipes } : {}),
    };
  }

  /** Read anew: what is kept for a second may be of the revision before. */
  private async recipes(): Promise<NonNullable<TillCatalogue['recipes']>> {
    this.bundles.forget();
    const recipes = await this.bundles.all();
    const facts = await this.variants.byIds([...new Set([...recipes.values()].flat().map(({ variantId }) => variantId))]);
    return [...recipes].map(([bundleId, components]) => ({
      bundleId,
      components: components.map(({ variantId, quantityMilli }) => {
        const component = facts.get(variantId);
        return { variantId, quantityMilli, title: [component?.title, component?.variantTitle].filter(Boolean).join(', '), unit: component?.unit ?? 'piece' };
      }),
    }));
  }

  /** Begins with the number of the columns' form: a till that kept an older form fetches the new one. */
  private async readRevision(): Promise<string> {
    const { rows } = await sql<{ revision: string }>`
      SELECT '5/' || (SELECT count(*) || '/' || coalesce(extract(epoch FROM max(updated_at)), 0) FROM product)
        || '/' || (SELECT count(*) FROM variant) || '/' || (SELECT count(*) FROM collection_product) AS revision`.execute(this.database);
    return rows[0]?.revision ?? '';
  }
}
