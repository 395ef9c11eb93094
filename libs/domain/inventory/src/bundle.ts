import type { Demand } from './demand';

/** One component of a bundle, and how much of it is in one piece (1000) of the bundle. */
export interface BundleComponent {
  variantId: string;
  quantityMilli: number;
}

export type Recipe = readonly BundleComponent[];

/** Recipes by bundle; what has none is goods of its own. */
export type Recipes = ReadonlyMap<string, Recipe>;

export const noRecipes: Recipes = new Map();

/** Which bundle a quantity is a component of; `parts`: how many components make the bundle whole. */
export interface PartOfBundle {
  variantId: string;
  perBundleMilli: number;
  parts: number;
}

/** What moves for a line: the line itself, or a component of the bundle that it sells. */
export type Exploded<Line extends Demand> = Line & { bundle?: PartOfBundle };

const PIECE = 1000;

/** How much of a component so much of a bundle takes. Of a part of a bundle no component is left out. */
export const componentMilli = (bundleMilli: number, perBundleMilli: number): number => Math.ceil((bundleMilli * perBundleMilli) / PIECE);

/** Each bundle gives way to its components, in the order of the recipe; all else stays as it is (INV-70). */
export function explodeDemand<Line extends Demand>(lines: readonly Line[], recipes: Recipes): Exploded<Line>[] {
  return lines.flatMap((line): Exploded<Line>[] => {
    const recipe = recipes.get(line.variantId);
    if (!recipe || recipe.length === 0) return [line];
    return recipe.map((component) => ({
      ...line, variantId: component.variantId, quantityMilli: componentMilli(line.quantityMilli, component.quantityMilli),
      bundle: { variantId: line.variantId, perBundleMilli: component.quantityMilli, parts: recipe.length },
    }));
  });
}

/** Whole bundles that what is free makes, in thousandths, and the component of which there is least: the first of them (INV-71). */
export function bundleAvailability(recipe: Recipe, freeMilliOf: (variantId: string) => number): { availableMilli: number; limitedBy: string | null } {
  const least = recipe.reduce<{ bundles: number; limitedBy: string | null }>((found, { variantId, quantityMilli }) => {
    const bundles = Math.floor(Math.max(0, freeMilliOf(variantId)) / quantityMilli);
    return bundles < found.bundles ? { bundles, limitedBy: variantId } : found;
  }, { bundles: Infinity, limitedBy: null });
  return { availableMilli: least.limitedBy === null ? 0 : least.bundles * PIECE, limitedBy: least.limitedBy };
}

/** Of these, the bundles, each once: none of them is received, counted, corrected, moved or packed as itself (INV-147). */
export const bundlesAmong = (variantIds: readonly string[], kindOf: (variantId: string) => 'stock' | 'bundle' | 'kit' | undefined): string[] => [...new Set(variantIds)].filter((variantId) => kindOf(variantId) === 'bundle');

/** What may be sold before it is there: no bundle (INV-74). */
export const promisable = <Line extends { variantId: string }>(missing: readonly Line[], recipes: Recipes): Line[] => missing.filter(({ variantId }) => !recipes.has(variantId));

/** Whole bundles that so much of each component makes; null where a component is missing altogether. */
export function wholeBundles(parts: readonly { quantityMilli: number; perBundleMilli: number }[], wanted: number): number | null {
  if (parts.length < wanted) return null;
  return Math.min(...parts.map(({ quantityMilli, perBundleMilli }) => Math.floor((quantityMilli * PIECE) / perBundleMilli)));
}

export type RecipeFault = 'no_component' | 'too_many_components' | 'component_twice' | 'component_of_itself' | 'component_not_whole' | 'component_is_bundle' | 'component_of_bundle' | 'component_catch_weight';

export const MOST_COMPONENTS = 50;

/** What is wrong with a recipe (INV-72); null: nothing. `kindOf`: how each component is kept. `isComponent`: of another bundle or kit. */
export function faultOfRecipe(bundle: { variantId: string; kind: 'bundle' | 'kit'; isComponent: boolean }, recipe: Recipe, kindOf: (variantId: string) => 'stock' | 'bundle' | 'kit' | 'catch_weight'): RecipeFault | null {
  if (recipe.length === 0) return 'no_component';
  if (recipe.length > MOST_COMPONENTS) return 'too_many_components';
  if (recipe.some(({ variantId }) => variantId === bundle.variantId)) return 'component_of_itself';
  if (new Set(recipe.map(({ variantId }) => variantId)).size < recipe.length) return 'component_twice';
  if (recipe.some(({ quantityMilli }) => !Number.isSafeInteger(quantityMilli) || quantityMilli <= 0)) return 'component_not_whole';
  // A bundle has one price; what is weighed at the counter has none before (INV-155).
  if ([bundle, ...recipe].some(({ variantId }) => kindOf(variantId) === 'catch_weight')) return 'component_catch_weight';
  // One level only, so that no chain of them can close: a component is goods of its own, and a bundle is in nothing.
  if (recipe.some(({ variantId }) => kindOf(variantId) !== 'stock')) return 'component_is_bundle';
  return bundle.isComponent ? 'component_of_bundle' : null;
}
