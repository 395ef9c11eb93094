import { Inject, Injectable } from '@nestjs/common';
import type { ComponentsAnswer } from '@oneshelf/contracts';
import { bundleAvailability } from '@oneshelf/domain-inventory';
import { type Database, DATABASE } from '@oneshelf/platform';
import { VariantDirectory, type VariantFacts } from '@oneshelf/server-catalog';
import { BundleRecipes, type RecipeComponent } from '@oneshelf/server-catalog/bundles';
import { AvailabilityQuery } from '../availability/availability.query';

/** What a product is made of, how many that makes at each place, and in what it is itself. */
@Injectable()
export class ComponentsQuery {
  constructor(
    private readonly recipes: BundleRecipes,
    private readonly variants: VariantDirectory,
    private readonly availability: AvailabilityQuery,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  /** Undefined for a product that does not exist. */
  async run(variantId: string): Promise<ComponentsAnswer | undefined> {
    const [components, uses] = await Promise.all([this.recipes.components(this.database, variantId), this.recipes.usesOf(this.database, variantId)]);
    const facts = await this.variants.byIds([variantId, ...components.map((one) => one.variantId), ...uses.map((one) => one.bundleId)]);
    const kind = facts.get(variantId)?.kind;
    if (kind === undefined) return undefined;
    return {
      kind,
      components: components.flatMap((one) => named(facts.get(one.variantId)).map((name) => ({ ...name, quantityMilli: one.quantityMilli }))),
      places: await this.places(components),
      usedIn: uses.flatMap((one) => named(facts.get(one.bundleId)).map((name) => ({ ...name, kind: facts.get(one.bundleId)?.kind ?? 'bundle', quantityMilli: one.quantityMilli }))).sort((a, b) => (a.sku < b.sku ? -1 : 1)),
    };
  }

  private async places(components: readonly RecipeComponent[]): Promise<ComponentsAnswer['places']> {
    const rows = await this.availability.run({ variantIds: components.map((one) => one.variantId) });
    const free = new Map(rows.map((row) => [`${row.variantId}@${row.locationId}`, row.sellableMilli]));
    return [...new Set(rows.map((row) => row.locationId))].map((locationId) => ({ locationId, ...bundleAvailability(components, (id) => free.get(`${id}@${locationId}`) ?? 0) }));
  }
}

const named = (facts: VariantFacts | undefined) => (facts ? [{ variantId: facts.id, productId: facts.productId, sku: facts.sku, title: facts.title, variantTitle: facts.variantTitle }] : []);
