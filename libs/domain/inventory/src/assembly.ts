import { componentMilli, type Recipe } from './bundle';
import type { Bucket } from './stock-level';

export interface Assembly {
  /** The kit. */
  variantId: string;
  recipe: Recipe;
  act: 'pack' | 'unpack';
  quantityMilli: number;
}

/** Components go into kits, or come out of them again; the kit's move is the last (INV-75). */
export function assemblyMoves({ variantId, recipe, act, quantityMilli }: Assembly): { variantId: string; quantityMilli: number; from: Bucket; to: Bucket }[] {
  const [goes, comes]: [{ from: Bucket; to: Bucket }, { from: Bucket; to: Bucket }] = [{ from: 'sellable', to: 'assembly' }, { from: 'assembly', to: 'sellable' }];
  return [
    ...recipe.map((component) => ({ variantId: component.variantId, quantityMilli: componentMilli(quantityMilli, component.quantityMilli), ...(act === 'pack' ? goes : comes) })),
    { variantId, quantityMilli, ...(act === 'pack' ? comes : goes) },
  ];
}
