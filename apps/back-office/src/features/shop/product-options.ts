import type { StorefrontProduct, StorefrontVariant } from '@oneshelf/contracts';

/** The values of each option in the order in which variants name them: Colour → Navy, Rust. */
export function optionsOf({ optionNames, variants }: Pick<StorefrontProduct, 'optionNames' | 'variants'>): { name: string; values: string[] }[] {
  return optionNames.map((name, index) => ({ name, values: [...new Set(variants.flatMap(({ optionValues }) => optionValues[index] ?? []))] }));
}

/** What to show first: something that can be bought. */
export const firstVariant = ({ variants }: Pick<StorefrontProduct, 'variants'>): StorefrontVariant | undefined => variants.find((variant) => variant.availableMilli > 0 && variant.priceMinor !== null) ?? variants.find((variant) => variant.promise !== null && variant.priceMinor !== null) ?? variants[0];

/** The variant with this value of one option that keeps the most of the others: from Navy / M, choosing Rust gives Rust / M where it exists. */
export function withOption(variants: readonly StorefrontVariant[], from: StorefrontVariant, choice: { index: number; value: string }): StorefrontVariant {
  const alike = (variant: StorefrontVariant) => variant.optionValues.filter((value, index) => value === from.optionValues[index]).length;
  const [best] = variants.filter((variant) => variant.optionValues[choice.index] === choice.value).sort((a, b) => alike(b) - alike(a));
  return best ?? from;
}
