import { Inject, Injectable } from '@nestjs/common';
import { type Database, DATABASE } from '@oneshelf/platform';
import { VariantDirectory } from '@oneshelf/server-catalog';
import { SoldRecipeRepository } from '../sold-recipe.repository';

export interface SoldComponent {
  sku: string;
  title: string;
  /** In one piece of the bundle. */
  quantityMilli: number;
}

/** What the bundles of orders were made of when they were sold: for who picks them. */
@Injectable()
export class SoldBundles {
  constructor(
    private readonly sold: SoldRecipeRepository,
    private readonly variants: VariantDirectory,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  /** A lookup by order and what its line sold; undefined where that is no bundle. Statements: 1, with bundles 2. */
  async of(orderIds: readonly string[]): Promise<(orderId: string, variantId: string) => SoldComponent[] | undefined> {
    const recipes = await this.sold.ofOrders(this.database, [...new Set(orderIds)]);
    const names = await this.variants.byIds([...new Set([...recipes.values()].flatMap((ofOrder) => [...ofOrder.values()].flat().map((component) => component.variantId)))]);
    return (orderId, variantId) => recipes.get(orderId)?.get(variantId)?.map((component) => {
      const facts = names.get(component.variantId);
      return { sku: facts?.sku ?? '', title: [facts?.title, facts?.variantTitle].filter(Boolean).join(', '), quantityMilli: component.quantityMilli };
    });
  }
}
