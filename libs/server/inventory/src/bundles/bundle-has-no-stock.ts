import { bundlesAmong } from '@oneshelf/domain-inventory';
import type { VariantFacts } from '@oneshelf/server-catalog';

export interface BundleHasNoStock { kind: 'bundle_has_no_stock'; message: string; variantIds: string[]; skus: string[] }

/** Stock of a bundle would be counted twice: it is made of goods that are counted themselves (INV-147). Null: there is none among them. `act`: what is done with the components in its place. */
export function bundleRefusal(variantIds: readonly string[], facts: ReadonlyMap<string, VariantFacts>, act: 'order' | 'receive' | 'count' | 'correct' | 'move'): BundleHasNoStock | null {
  const bundles = bundlesAmong(variantIds, (id) => facts.get(id)?.kind);
  if (bundles.length === 0) return null;
  const skus = bundles.slice(0, 50).map((id) => facts.get(id)?.sku ?? id);
  return { kind: 'bundle_has_no_stock', variantIds: bundles.slice(0, 50), skus, message: `${skus.slice(0, 5).join(', ')}: a bundle has no stock of its own. Nothing was changed. ${OF_COMPONENTS[act]} A set that is packed beforehand is a kit.` };
}

const OF_COMPONENTS = {
  order: 'Order its components.', receive: 'Receive its components.', count: 'Count its components.', correct: 'Correct the stock of its components.', move: 'Move its components.',
} as const;
