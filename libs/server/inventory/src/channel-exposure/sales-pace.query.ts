import { Inject, Injectable } from '@nestjs/common';
import { type Database, DATABASE } from '@oneshelf/platform';
import { BundleRecipes } from '@oneshelf/server-catalog/bundles';
import { sql } from 'kysely';

/** Long enough that a weekend counts as one, short enough that a season shows. */
export const PACE_DAYS = 28;

/** What left for customers lately: how fast a pool empties. */
@Injectable()
export class SalesPaceQuery {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly recipes: BundleRecipes,
  ) {}

  /** Sold in the last 28 days at these places, through whatever channel, by variant; of a bundle, as fast as its fastest component goes. Nothing sold, no entry. */
  async run(variantIds: readonly string[], locationIds: readonly string[]): Promise<Map<string, number>> {
    if (variantIds.length === 0 || locationIds.length === 0) return new Map();
    const recipes = await this.recipes.of(variantIds);
    const sold = await this.sold([...new Set([...variantIds, ...[...recipes.values()].flat().map((component) => component.variantId)])], locationIds);
    for (const [bundleId, recipe] of recipes) {
      const fastest = Math.max(...recipe.map((component) => Math.ceil(((sold.get(component.variantId) ?? 0) * 1000) / component.quantityMilli)));
      if (fastest > 0) sold.set(bundleId, fastest);
    }
    return sold;
  }

  private async sold(variantIds: readonly string[], locationIds: readonly string[]): Promise<Map<string, number>> {
    const { rows } = await sql<{ variant_id: string; sold: number }>`
      SELECT variant_id, sum(quantity_milli)::int8 AS sold FROM stock_movement
      WHERE variant_id = ANY(${variantIds}::uuid[]) AND location_id = ANY(${locationIds}::uuid[]) AND to_bucket = 'customer'
        AND recorded_at > clock_timestamp() - make_interval(days => ${PACE_DAYS}::int) GROUP BY variant_id`.execute(this.database);
    return new Map(rows.map((row) => [row.variant_id, row.sold]));
  }
}
