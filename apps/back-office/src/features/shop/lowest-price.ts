import type { StorefrontVariant } from '@oneshelf/contracts';

/** The cheapest variant that has a price, and whether others cost more. Undefined when none has a price. */
export function lowestPrice(variants: readonly Pick<StorefrontVariant, 'priceMinor' | 'listMinor'>[]): { priceMinor: number; listMinor: number | null; isLowest: boolean } | undefined {
  const priced = variants.flatMap(({ priceMinor, listMinor }) => (priceMinor === null ? [] : [{ priceMinor, listMinor }]));
  const [first] = priced.sort((a, b) => a.priceMinor - b.priceMinor);
  return first === undefined ? undefined : { ...first, isLowest: priced.some((each) => each.priceMinor !== first.priceMinor) };
}
