/** What whoever receives may take beyond what was ordered: 10 %. */
const OVER_BASIS_POINTS = 1000;

/**
 * How much may come for a line beyond what was ordered (PUR-5). `mayDecide`: a store manager or operations, who may take
 * whatever stands there. Whole pieces, rounded down: 10 % of 25 is 2.
 */
export const overLimitMilli = (orderedMilli: number, { mayDecide }: { mayDecide: boolean }): number =>
  mayDecide ? Number.MAX_SAFE_INTEGER : Math.floor((orderedMilli * OVER_BASIS_POINTS) / 10_000 / 1000) * 1000;
