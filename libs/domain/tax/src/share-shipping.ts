import { apportion } from '@oneshelf/domain-kernel';
import type { LineTaxRate } from './effective-rates';

/** Goods as far as their shipping is concerned. */
export interface ShippedLine {
  lineId: string;
  amountMinor: number;
  taxes: readonly LineTaxRate[];
}

export interface ShippingShare {
  amountMinor: number;
  taxes: readonly LineTaxRate[];
}

/**
 * Shipping is part of what it ships (TAX-19): its amount is shared over the goods' taxes by the goods' value, largest
 * remainder, and each part is taxed as those goods are. Where the goods are worth nothing it goes with the first of their taxes.
 */
export function shareShipping(amountMinor: number, goods: readonly ShippedLine[]): ShippingShare[] {
  const groups = new Map<string, { weight: number; taxes: readonly LineTaxRate[] }>();
  for (const { taxes, amountMinor: value } of [...goods].sort((a, b) => (a.lineId < b.lineId ? -1 : 1))) {
    const key = JSON.stringify(taxes.map((tax) => [tax.jurisdiction, tax.taxClass, tax.ratePpm, tax.isCompound ?? false]));
    const known = groups.get(key);
    if (known) known.weight += Math.max(0, value);
    else groups.set(key, { weight: Math.max(0, value), taxes });
  }
  // By their taxes, not by their lines: which line came first must not decide over a cent.
  const parts = [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
  const weights = parts.map(({ weight }) => weight);
  if (weights.every((weight) => weight === 0)) return [{ amountMinor, taxes: parts[0]?.taxes ?? [] }];
  const shares = apportion(amountMinor, weights);
  return parts.map(({ taxes }, index) => ({ amountMinor: shares[index] ?? 0, taxes })).filter((share) => share.amountMinor !== 0);
}
