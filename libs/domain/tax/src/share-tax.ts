import { apportion } from '@oneshelf/domain-kernel';

/**
 * Shares a group's tax over its lines: by largest remainder. Where deductions stand among the lines there are no weights to
 * share by; then each line gets the step of the running total's tax, which sums up as well and is off by less than one unit.
 */
export function shareTax(taxMinor: number, amounts: readonly number[], taxOf: (amountMinor: number) => number): number[] {
  if (amounts.every((amount) => amount >= 0)) return apportion(taxMinor, amounts);
  if (amounts.every((amount) => amount <= 0)) return apportion(0 - taxMinor, amounts.map((amount) => 0 - amount)).map((share) => 0 - share);
  let running = 0;
  let shared = 0;
  return amounts.map((amount) => {
    running += amount;
    const share = taxOf(running) - shared;
    shared += share;
    return share;
  });
}

/** An amount in so many parts that differ by one unit at most, the larger first. */
export function splitEvenly(amountMinor: number, count: number): number[] {
  if (count <= 1) return [amountMinor];
  const parts = apportion(Math.abs(amountMinor), Array<number>(count).fill(1));
  return amountMinor < 0 ? parts.map((part) => 0 - part) : parts;
}
