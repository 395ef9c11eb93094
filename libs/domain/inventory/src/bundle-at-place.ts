import { bundleAvailability, type Recipe } from './bundle';

/** What is of a product at one place: by its level, of that what may be promised, and by the ledger. */
export interface StandsAt { onHandMilli: number; sellableMilli: number; physicalMilli: number }

/** Whole bundles by each of the three numbers of its components, and the component of which there is least to promise (INV-148). */
export function bundleAtPlace(recipe: Recipe, at: (variantId: string) => StandsAt | undefined): StandsAt & { limitedBy: string | null } {
  const whole = (of: keyof StandsAt) => bundleAvailability(recipe, (variantId) => at(variantId)?.[of] ?? 0);
  const { availableMilli: sellableMilli, limitedBy } = whole('sellableMilli');
  return { onHandMilli: whole('onHandMilli').availableMilli, sellableMilli, physicalMilli: whole('physicalMilli').availableMilli, limitedBy };
}

interface Corrected { countedMilli: number; shrunkMilli: number }

/** What corrections of its components made of the bundles that are there: so many now less so many without them (INV-148). */
export function bundleCorrected(recipe: Recipe, physicalOf: (variantId: string) => number, correctedOf: (variantId: string) => Corrected | undefined): Corrected {
  const whole = (without: (of: Corrected) => number) => bundleAvailability(recipe, (variantId) => physicalOf(variantId) - without(correctedOf(variantId) ?? { countedMilli: 0, shrunkMilli: 0 })).availableMilli;
  const [now, beforeCounts, before] = [whole(() => 0), whole(({ countedMilli }) => countedMilli), whole(({ countedMilli, shrunkMilli }) => countedMilli + shrunkMilli)];
  return { countedMilli: now - beforeCounts, shrunkMilli: beforeCounts - before };
}
