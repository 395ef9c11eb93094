import { componentMilli, type PartOfBundle, wholeBundles } from './bundle';

/** One line that somebody wants kept, at one location; of a bundle, one for each component. */
export interface HoldLine {
  lineId: string;
  variantId: string;
  locationId: string;
  quantityMilli: number;
  bundle?: PartOfBundle;
}

export interface HoldAsk {
  lines: readonly HoldLine[];
  /** all: every line whole, or nothing. part: of each line what is there, of a bundle whole ones. */
  mode: 'all' | 'part';
  /** What the hold kept that this one replaces: nobody gets it before this one's turn. */
  brought?: readonly HoldLine[];
}

/** What is kept, line by line, and what is short, level by level. Nothing kept and something short is a refusal. */
export interface HoldVerdict {
  kept: HoldLine[];
  short: { variantId: string; locationId: string; requestedMilli: number; availableMilli: number }[];
}

/** A level's name in a map. */
export const levelKey = ({ variantId, locationId }: { variantId: string; locationId: string }): string => `${variantId}@${locationId}`;

/**
 * Decides many requests at once, in the order in which they came: each gets what those before it left. `availableMilli`
 * has what is free on each level (no entry: nothing) and is not changed.
 */
export function decideHolds(asks: readonly HoldAsk[], availableMilli: ReadonlyMap<string, number>): HoldVerdict[] {
  const left = new Map(availableMilli);
  const free = (line: HoldLine) => Math.max(0, left.get(levelKey(line)) ?? 0);
  return asks.map(({ lines, mode, brought = [] }) => {
    for (const line of brought) left.set(levelKey(line), (left.get(levelKey(line)) ?? 0) + line.quantityMilli);
    const short = shortOf(lines, free);
    if (mode === 'all' && short.length > 0) return { kept: [], short };
    const kept: HoldLine[] = [];
    for (const parts of together(lines)) {
      for (const line of keepable(parts, free)) {
        left.set(levelKey(line), free(line) - line.quantityMilli);
        kept.push(line);
      }
    }
    return { kept, short };
  });
}

/** The components of one bundle of one line stand together; all else stands alone. */
function together(lines: readonly HoldLine[]): HoldLine[][] {
  const groups = new Map<string, HoldLine[]>();
  for (const [index, line] of lines.entries()) {
    const key = line.bundle ? `${line.lineId}@${line.locationId}@${line.bundle.variantId}` : String(index);
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()];
}

/** As much as is free; components only as far as they make whole bundles. */
function keepable(parts: readonly HoldLine[], free: (line: HoldLine) => number): HoldLine[] {
  const there = parts.map((line) => ({ ...line, quantityMilli: Math.min(line.quantityMilli, free(line)) }));
  const bundle = there[0]?.bundle;
  if (!bundle) return there.filter(({ quantityMilli }) => quantityMilli > 0);
  // What was wanted is kept as it was wanted; else as many whole ones as the scarcest component makes.
  if (there.every(({ quantityMilli }, index) => quantityMilli === parts[index]?.quantityMilli)) return there;
  const bundles = wholeBundles(there.map(({ quantityMilli, bundle: of }) => ({ quantityMilli, perBundleMilli: of?.perBundleMilli ?? 1 })), bundle.parts) ?? 0;
  const wholeMilli = bundles - (bundles % 1000);
  return wholeMilli === 0 ? [] : there.map((line) => ({ ...line, quantityMilli: componentMilli(wholeMilli, line.bundle?.perBundleMilli ?? 0) }));
}

/** Lines of one level are summed before they are compared [L-21]. */
function shortOf(lines: readonly HoldLine[], free: (line: HoldLine) => number): HoldVerdict['short'] {
  const wanted = new Map<string, { line: HoldLine; requestedMilli: number }>();
  for (const line of lines) {
    const sum = wanted.get(levelKey(line)) ?? { line, requestedMilli: 0 };
    wanted.set(levelKey(line), { line, requestedMilli: sum.requestedMilli + line.quantityMilli });
  }
  return [...wanted.values()]
    .map(({ line, requestedMilli }) => ({ variantId: line.variantId, locationId: line.locationId, requestedMilli, availableMilli: free(line) }))
    .filter(({ requestedMilli, availableMilli }) => requestedMilli > availableMilli);
}
