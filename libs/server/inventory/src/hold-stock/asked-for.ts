import { type HoldLine, wholeBundles } from '@oneshelf/domain-inventory';
import type { StoredHold } from './stock-hold.repository';

/** A hold in what was asked for: components as the bundles that they make. What of a bundle has lapsed already makes none. */
export function askedFor(hold: StoredHold): StoredHold {
  if (hold.lines.every(({ bundle }) => bundle === undefined)) return hold;
  const groups = new Map<string, HoldLine[]>();
  for (const line of hold.lines) {
    const key = `${line.lineId}@${line.locationId}@${line.bundle?.variantId ?? line.variantId}`;
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return { ...hold, lines: [...groups.values()].flatMap(lineOf) };
}

function lineOf(rows: readonly HoldLine[]): HoldLine[] {
  const [first] = rows;
  if (!first?.bundle) return [...rows];
  const { bundle, ...line } = first;
  const quantityMilli = wholeBundles(rows.map((row) => ({ quantityMilli: row.quantityMilli, perBundleMilli: row.bundle?.perBundleMilli ?? 1 })), bundle.parts) ?? 0;
  return quantityMilli === 0 ? [] : [{ ...line, variantId: bundle.variantId, quantityMilli }];
}
