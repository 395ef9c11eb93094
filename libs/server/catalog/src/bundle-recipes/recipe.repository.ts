import { Injectable } from '@nestjs/common';
import type { KindOfGoods } from '@oneshelf/contracts';
import type { Tx } from '@oneshelf/platform';
import { sql } from 'kysely';
import { BundleRecipes, type RecipeComponent } from './bundle-recipes.query';

export interface LockedVariant {
  id: string;
  kind: KindOfGoods;
  /** Weighed at the counter. */
  isCatchWeight: boolean;
  productId: string;
}

/** The only writer of bundle_component and of a variant's kind. What may be a recipe, the rules of stock say: the caller asks them first. */
@Injectable()
export class RecipeRepository {
  constructor(readonly recipes: BundleRecipes) {}

  /** Whoever else changes a recipe of one of these waits. What is not there is not in the answer. */
  async lock(tx: Tx, variantIds: readonly string[]): Promise<Map<string, LockedVariant>> {
    const { rows } = await sql<LockedVariant>`SELECT id, kind, is_catch_weight AS "isCatchWeight", product_id AS "productId" FROM variant WHERE id = ANY(${variantIds}::uuid[]) ORDER BY id FOR UPDATE`.execute(tx);
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** `stock` is made of nothing. Of the variant, which the caller has locked. */
  async write(tx: Tx, { id, productId }: LockedVariant, { kind, components }: { kind: KindOfGoods; components: readonly RecipeComponent[] }): Promise<void> {
    await tx.deleteFrom('bundle_component').where('bundle_id', '=', id).execute();
    if (kind !== 'stock') {
      await tx.insertInto('bundle_component').values(components.map((component, position) => ({ bundle_id: id, variant_id: component.variantId, quantity_milli: component.quantityMilli, position }))).execute();
    }
    await sql`UPDATE variant SET kind = ${kind}, updated_at = clock_timestamp() WHERE id = ${id}::uuid`.execute(tx);
    // Tills read the catalogue again when a product has changed.
    await sql`UPDATE product SET updated_at = clock_timestamp() WHERE id = ${productId}::uuid`.execute(tx);
  }
}
