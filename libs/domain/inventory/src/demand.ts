import { ok, refuse, type Result } from '@oneshelf/domain-kernel';

export interface Demand {
  variantId: string;
  quantityMilli: number;
}

export interface InsufficientStock {
  kind: 'insufficient_stock';
  /** Every variant that is short, by variant id. */
  short: { variantId: string; wantedMilli: number; availableMilli: number }[];
}

/** One entry per variant, by variant id: the order in which stock rows are locked. */
export function sumDemand(lines: readonly Demand[]): Demand[] {
  const total = new Map<string, number>();
  for (const { variantId, quantityMilli } of lines) total.set(variantId, (total.get(variantId) ?? 0) + quantityMilli);
  return [...total].map(([variantId, quantityMilli]) => ({ variantId, quantityMilli })).sort((a, b) => (a.variantId < b.variantId ? -1 : 1));
}

/** Checks the summed demand against what is available; answers the summed demand, or all that is short. */
export function checkDemand(lines: readonly Demand[], availableMilliOf: (variantId: string) => number): Result<Demand[], InsufficientStock> {
  const demand = sumDemand(lines);
  const short = demand
    .map(({ variantId, quantityMilli }) => ({ variantId, wantedMilli: quantityMilli, availableMilli: Math.max(0, availableMilliOf(variantId)) }))
    .filter(({ wantedMilli, availableMilli }) => wantedMilli > availableMilli);
  return short.length > 0 ? refuse({ kind: 'insufficient_stock', short }) : ok(demand);
}
