/** Goods on their way. Days are 'YYYY-MM-DD', so that they compare as text. */
export interface ExpectedGoods {
  on: string;
  quantityMilli: number;
}

export interface OpenPromise {
  quantityMilli: number;
}

export interface PlacedGoods extends ExpectedGoods {
  locationId: string;
}

export interface PromiseToKeep extends OpenPromise {
  id: string;
  /** Where it can be served from. */
  locationIds: readonly string[];
}

const sum = (all: readonly { quantityMilli: number }[]): number => all.reduce((total, { quantityMilli }) => total + quantityMilli, 0);

/** What may still be promised for a day: free now, and what comes up to then, less every promise made (INV-42). */
export function availableToPromise({ freeMilli, expected, promised }: { freeMilli: number; expected: readonly ExpectedGoods[]; promised: readonly OpenPromise[] }, on: string): number {
  return Math.max(0, Math.max(0, freeMilli) + sum(expected.filter((goods) => goods.on <= on)) - sum(promised));
}

/**
 * For each promise, in the order in which they were made, the first day by which it and everything promised before it is
 * there (INV-43): '' stands for now, null for a day that no delivery gives.
 */
export function promiseDays(promised: readonly PromiseToKeep[], { free, expected }: { free: ReadonlyMap<string, number>; expected: readonly PlacedGoods[] }): (string | null)[] {
  const left = new Map(free);
  const open = promised.map((one) => ({ ...one, day: null as string | null }));
  const serve = (day: string) => {
    for (const { id, locationId, quantityMilli } of keepPromises(open.filter((one) => one.quantityMilli > 0), left)) {
      left.set(locationId, (left.get(locationId) ?? 0) - quantityMilli);
      const one = open.find((each) => each.id === id);
      if (one) one.quantityMilli -= quantityMilli;
    }
    for (const one of open) if (one.quantityMilli === 0) one.day ??= day;
  };
  serve('');
  for (const day of [...new Set(expected.map(({ on }) => on))].sort()) {
    for (const { on, locationId, quantityMilli } of expected) if (on === day) left.set(locationId, (left.get(locationId) ?? 0) + quantityMilli);
    serve(day);
  }
  return open.map(({ day }) => day);
}

export type PolicyKind = 'stop' | 'backorder' | 'preorder';

export interface Policy {
  kind: PolicyKind;
  /** Most units promised at once; null: no limit. */
  limitMilli: number | null;
  promisedMilli: number;
  /** From when on, where no delivery says so. */
  availableOn: string | null;
}

export interface Offer {
  kind: 'backorder' | 'preorder';
  /** Null: nobody knows yet. */
  expectedOn: string | null;
  /** Most that may still be promised; null: no limit. */
  mostMilli: number | null;
}

/** What a shopper can be promised of what is not there, and for when; null: nothing (INV-44). */
export function offerOf(policy: Policy | undefined, supply: { expected: readonly PlacedGoods[]; promised: readonly PromiseToKeep[] }, ask: Omit<PromiseToKeep, 'id'>): Offer | null {
  if (!policy || policy.kind === 'stop') return null;
  const mostMilli = policy.limitMilli === null ? null : Math.max(0, policy.limitMilli - policy.promisedMilli);
  if (mostMilli !== null && mostMilli < ask.quantityMilli) return null;
  const day = promiseDays([...supply.promised, { ...ask, id: '' }], { free: new Map(), expected: supply.expected }).at(-1) ?? null;
  const begins = policy.kind === 'preorder' ? policy.availableOn : null;
  return { kind: policy.kind, mostMilli, expectedOn: latest(day, begins) ?? policy.availableOn };
}

const latest = (day: string | null, begins: string | null): string | null => (day !== null && begins !== null && begins > day ? begins : day);

export interface KeptPromise {
  id: string;
  locationId: string;
  quantityMilli: number;
}

/** Shares out what has come, in the order of the promises; one is kept in part where not all of it is there (INV-45). */
export function keepPromises(promised: readonly PromiseToKeep[], freeMilli: ReadonlyMap<string, number>): KeptPromise[] {
  const left = new Map(freeMilli);
  return promised.flatMap(({ id, quantityMilli, locationIds }) => {
    let open = quantityMilli;
    const kept: KeptPromise[] = [];
    // From one place whole, where that can be, before it is put together from several.
    const places = [...locationIds].sort((a, b) => Number((left.get(b) ?? 0) >= quantityMilli) - Number((left.get(a) ?? 0) >= quantityMilli));
    for (const locationId of places) {
      const taken = Math.min(open, Math.max(0, left.get(locationId) ?? 0));
      if (taken === 0) continue;
      left.set(locationId, (left.get(locationId) ?? 0) - taken);
      open -= taken;
      kept.push({ id, locationId, quantityMilli: taken });
    }
    return kept;
  });
}
