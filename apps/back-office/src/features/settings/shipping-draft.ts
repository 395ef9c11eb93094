import type { ShippingMethodText } from '@oneshelf/contracts';

/** What is wrong with a method, by the part that it is wrong in; words are the screen's. */
export type MethodMistake = 'no_name_en' | 'no_name_de' | 'no_country' | 'bounds';

export function mistakesOf({ names, countries, minItemsMinor, maxItemsMinor }: ShippingMethodText): MethodMistake[] {
  const mistakes: MethodMistake[] = [];
  if (names.en.trim() === '') mistakes.push('no_name_en');
  if (names.de.trim() === '') mistakes.push('no_name_de');
  if (countries.length === 0) mistakes.push('no_country');
  if (minItemsMinor !== null && maxItemsMinor !== null && minItemsMinor > maxItemsMinor) mistakes.push('bounds');
  return mistakes;
}

/** A method with nothing said yet; its code is one that no other has. */
export function emptyMethod(methods: readonly ShippingMethodText[], country: string): ShippingMethodText {
  let number = methods.length + 1;
  while (methods.some(({ code }) => code === `method-${number}`)) number += 1;
  return { code: `method-${number}`, names: { en: '', de: '' }, feeMinor: 0, countries: [country], minItemsMinor: null, maxItemsMinor: null, taxClass: null };
}

/** One method a place up (−1) or down (1). */
export function moved(methods: readonly ShippingMethodText[], index: number, by: -1 | 1): ShippingMethodText[] {
  const result = [...methods];
  const [one] = result.splice(index, 1);
  if (one) result.splice(index + by, 0, one);
  return result;
}

export interface ShippingGap {
  country: string;
  /** An order of this value is offered no method. */
  atMinor: number;
}

/** Values of goods that no method takes in a country that is sent to, the first of each: shoppers there could not check out. */
export function gapsOf(methods: readonly ShippingMethodText[]): ShippingGap[] {
  const countries = [...new Set(methods.flatMap((method) => method.countries))].sort();
  return countries.flatMap((country) => {
    const spans = methods.filter((method) => method.countries.includes(country)).map(({ minItemsMinor, maxItemsMinor }) => ({ from: minItemsMinor ?? 0, to: maxItemsMinor ?? Infinity })).sort((a, b) => a.from - b.from);
    let reached = 0;
    for (const { from, to } of spans) if (from <= reached) reached = Math.max(reached, to + 1);
    return Number.isFinite(reached) ? [{ country, atMinor: reached }] : [];
  });
}
