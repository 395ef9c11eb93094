import { Inject, Injectable } from '@nestjs/common';
import type { AvailabilityAnswer } from '@oneshelf/contracts';
import { buckets, bundleAvailability } from '@oneshelf/domain-inventory';
import { type Database, DATABASE, PREPARED } from '@oneshelf/platform';
import { BundleRecipes } from '@oneshelf/server-catalog/bundles';
import { sql } from 'kysely';

const onHand = sql.join([...buckets, 'held'].map((name) => sql.ref(`${name}_milli`)), sql` + `);

/** Of one product: the values of its places, with commas between them, in the order of the places. */
interface ProductRow {
  variantId: string;
  locationIds: string;
  onHand: string;
  available: string;
}

/**
 * Many products at many places, straight from the levels: one statement that is planned once. A row comes for each
 * product and not for each place, because the driver takes longer for thousands of rows than PostgreSQL to find them.
 */
@Injectable()
export class LevelsNowQuery {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly recipes: BundleRecipes,
  ) {}

  /** Of a bundle, what its components make. Statements: 1. */
  async run({ variantIds, locationIds }: { variantIds: string[]; locationIds?: string[] }): Promise<AvailabilityAnswer> {
    const recipes = await this.recipes.of(variantIds);
    if (recipes.size === 0) return this.levels({ variantIds, locationIds });
    const { items } = await this.levels({ variantIds: [...new Set([...variantIds, ...[...recipes.values()].flat().map((component) => component.variantId)])], locationIds });
    const free = new Map(items.map((item) => [`${item.variantId}@${item.locationId}`, item.availableMilli]));
    const places = [...new Set(items.map(({ locationId }) => locationId))];
    const bundles = [...recipes].flatMap(([variantId, recipe]) => places.map((locationId) => {
      const { availableMilli } = bundleAvailability(recipe, (id) => free.get(`${id}@${locationId}`) ?? 0);
      return { variantId, locationId, onHandMilli: availableMilli, availableMilli };
    }));
    return { items: [...items.filter((item) => variantIds.includes(item.variantId) && !recipes.has(item.variantId)), ...bundles] };
  }

  private async levels({ variantIds, locationIds }: { variantIds: string[]; locationIds?: string[] | undefined }): Promise<AvailabilityAnswer> {
    const { rows } = await sql<ProductRow>`${PREPARED}
      SELECT variant_id AS "variantId", string_agg(location_id::text, ',' ORDER BY location_id) AS "locationIds",
        string_agg((${onHand})::text, ',' ORDER BY location_id) AS "onHand", string_agg(greatest(0, sellable_milli)::text, ',' ORDER BY location_id) AS available
      FROM stock_level WHERE variant_id = ANY(${variantIds}::uuid[]) AND (${locationIds === undefined}::bool OR location_id = ANY(${locationIds ?? []}::uuid[]))
      GROUP BY variant_id ORDER BY variant_id`.execute(this.database);
    return { items: rows.flatMap(itemsOf) };
  }
}

function itemsOf({ variantId, ...row }: ProductRow): AvailabilityAnswer['items'] {
  const [onHands, availables] = [row.onHand.split(','), row.available.split(',')];
  return row.locationIds.split(',').map((locationId, index) => ({ variantId, locationId, onHandMilli: Number(onHands[index]), availableMilli: Number(availables[index]) }));
}
