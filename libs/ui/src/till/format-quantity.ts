import { isMeasured, type QuantityUnit, sumByUnit } from '@oneshelf/domain-kernel';

// As scales and measures write it: grams of a kilogram, centimetres of a metre.
const fractionDigits = { kg: 3, l: 3, m: 2, g: 0, ml: 0 } as const;

/** Thousandths to the reader's notation: (2000, 'en') → 2, (1250, 'de') → 1,25, (350, 'en', 'kg') → 0.350 kg. */
export function formatQuantity(quantityMilli: number, locale: string, unit?: QuantityUnit): string {
  const minimumFractionDigits = isMeasured(unit) ? fractionDigits[unit] : 0;
  const number = new Intl.NumberFormat(locale, { minimumFractionDigits, maximumFractionDigits: 3 }).format(quantityMilli / 1000);
  return isMeasured(unit) ? `${number}\u00a0${unit}` : number;
}

/** What it is altogether, each unit by itself: 5 · 1.250 kg. */
export const formatQuantities = (parts: Iterable<{ unit?: QuantityUnit | undefined; quantityMilli: number }>, locale: string): string =>
  sumByUnit(parts).map(({ unit, quantityMilli }) => formatQuantity(quantityMilli, locale, unit)).join(' · ');
