import { Injectable } from '@nestjs/common';
import type { Recipe, Recipes } from '@oneshelf/domain-inventory';
import type { Database, Tx } from '@oneshelf/platform';

/** What the bundles of an order or a sale were made of when they were sold. Written once, never changed. */
@Injectable()
export class SoldRecipeRepository {
  /** Statements: 1, none without bundles. */
  async freeze(tx: Tx, orderId: string, recipes: Recipes): Promise<void> {
    const rows = [...recipes].flatMap(([bundleId, recipe]) => recipe.map(({ variantId, quantityMilli }, position) => ({ order_id: orderId, bundle_id: bundleId, variant_id: variantId, quantity_milli: quantityMilli, position })));
    if (rows.length > 0) await tx.insertInto('sold_recipe').values(rows).onConflict((conflict) => conflict.doNothing()).execute();
  }

  /** By bundle, of one order or sale; what is not in it was sold as itself. Statements: 1. */
  async ofOrder(tx: Database | Tx, orderId: string): Promise<Recipes> {
    return (await this.ofOrders(tx, [orderId])).get(orderId) ?? new Map();
  }

  /** By order, then by bundle. Statements: 1. */
  async ofOrders(tx: Database | Tx, orderIds: readonly string[]): Promise<Map<string, Recipes>> {
    if (orderIds.length === 0) return new Map();
    const rows = await tx.selectFrom('sold_recipe').selectAll().where('order_id', 'in', orderIds).orderBy('order_id').orderBy('bundle_id').orderBy('position').execute();
    const found = new Map<string, Map<string, Recipe>>();
    for (const row of rows) {
      const ofOrder = found.get(row.order_id) ?? new Map<string, Recipe>();
      ofOrder.set(row.bundle_id, [...(ofOrder.get(row.bundle_id) ?? []), { variantId: row.variant_id, quantityMilli: row.quantity_milli }]);
      found.set(row.order_id, ofOrder);
    }
    return found;
  }
}
