import { Inject, Injectable } from '@nestjs/common';
import type { AvailabilityAnswer } from '@oneshelf/contracts';
import { buckets, bundleAvailability, type Recipes } from '@oneshelf/domain-inventory';
import { type Database, DATABASE, PREPARED } from '@oneshelf/platform';
import { BundleRecipes } from '@oneshelf/server-catalog/bundles';
import { sql } from 'kysely';

export interface LevelsAsked {
  variantIds: string[];
  locationIds?: string[] | undefined;
}

type Item = AvailabilityAnswer['items'][number];

/** Of one product: its items in the order of the places, each with the mark where it begins. */
interface ProductRow {
  variantId: string;
  items: string;
}

/** Where an item begins and names its product. Neither an id nor a number has this sign in it. */
const MARK = '@';
const onHand = [...buckets, 'held'].map((name) => `${name}_milli`).join(' + ');
const LEVELS = sql.raw(`
  SELECT variant_id AS "variantId",
    string_agg('${MARK}' || location_id::text || '","onHandMilli":' || (${onHand})::text || ',"availableMilli":' || greatest(0, sellable_milli)::text || '}', ',' ORDER BY location_id) AS items
  FROM stock_level`);

/**
 * Many products at many places, straight from the levels: one statement that is planned once, whose text is the answer
 * but for the products. Thousands of rows, objects made of them, and a look at each by the contract took several times
 * as long as PostgreSQL took to find them; that the text is what the contract says, the spec of the address shows.
 */
@Injectable()
export class LevelsNowQuery {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly recipes: BundleRecipes,
  ) {}

  /** An AvailabilityAnswer, as the JSON that is sent. Of a bundle, what its components make. Statements: 1. */
  async asJson({ variantIds, locationIds }: LevelsAsked): Promise<string> {
    const recipes = await this.recipes.of(variantIds);
    if (recipes.size === 0) return this.levels({ variantIds, locationIds });
    const wanted = [...new Set([...variantIds, ...[...recipes.values()].flat().map((component) => component.variantId)])];
    const { items } = JSON.parse(await this.levels({ variantIds: wanted, locationIds })) as AvailabilityAnswer;
    return JSON.stringify({ items: [...items.filter((item) => variantIds.includes(item.variantId) && !recipes.has(item.variantId)), ...bundleItems(recipes, items)] });
  }

  private async levels({ variantIds, locationIds }: LevelsAsked): Promise<string> {
    const places = locationIds ? sql`AND location_id = ANY(${locationIds}::uuid[])` : sql``;
    const { rows } = await sql<ProductRow>`${PREPARED}${LEVELS} WHERE variant_id = ANY(${variantIds}::uuid[]) ${places} GROUP BY variant_id ORDER BY variant_id`.execute(this.database);
    return `{"items":[${rows.map(({ variantId, items }) => items.replaceAll(MARK, `{"variantId":"${variantId}","locationId":"`)).join(',')}]}`;
  }
}

function bundleItems(recipes: Recipes, items: readonly Item[]): Item[] {
  const free = new Map(items.map((item) => [`${item.variantId}@${item.locationId}`, item.availableMilli]));
  const places = [...new Set(items.map(({ locationId }) => locationId))];
  return [...recipes].flatMap(([variantId, recipe]) => places.map((locationId) => {
    const { availableMilli } = bundleAvailability(recipe, (id) => free.get(`${id}@${locationId}`) ?? 0);
    return { variantId, locationId, onHandMilli: availableMilli, availableMilli };
  }));
}
