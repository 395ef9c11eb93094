import { divideRounded, lineAmount, minorUnitDigits } from '@oneshelf/domain-kernel';

/** What a line costs in the supplier's currency. */
export const supplierAmount = (unitCostMinor: number, quantityMilli: number): number => lineAmount(unitCostMinor, quantityMilli);

/**
 * What goods are worth in the market's currency: unit cost × quantity × rate in ONE rounding, half up (PUR-8).
 * `rateMillionths`: one unit of the supplier's currency in the market's. 100 pieces at €4.99 and 0.854310 are £426.30,
 * and not 100 × £4.26.
 */
export function valueInMarket(unitCostMinor: number, quantityMilli: number, rate: { rateMillionths: number; from: string; to: string; /** What quantity the cost is of, in thousandths; absent: of one. */ perMilli?: number }): number {
  const digits = minorUnitDigits(rate.to) - minorUnitDigits(rate.from);
  const numerator = BigInt(unitCostMinor) * BigInt(quantityMilli) * BigInt(rate.rateMillionths) * 10n ** BigInt(Math.max(0, digits));
  return divideRounded(numerator, BigInt(rate.perMilli ?? 1000) * 1_000_000n * 10n ** BigInt(Math.max(0, -digits)), 'half_up');
}
