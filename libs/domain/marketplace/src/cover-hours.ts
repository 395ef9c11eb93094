/** Longer than any number waits; also what never sells. */
export const MOST_COVER_HOURS = 1_000_000;

/**
 * How long the units of a listing last at its pace of sale, in whole hours, rounded down. The shortest is in most danger
 * and its number is pushed first. 3 units at 84 in 28 days: 24 h. None left: 0, whatever the pace. Never sold: the most.
 */
export function coverHours({ units, soldMilli, days }: { units: number; soldMilli: number; days: number }): number {
  if (units <= 0) return 0;
  if (soldMilli <= 0) return MOST_COVER_HOURS;
  return Math.min(MOST_COVER_HOURS, Number((BigInt(units) * 1000n * BigInt(days) * 24n) / BigInt(soldMilli)));
}
