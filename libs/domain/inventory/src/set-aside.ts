import type { WantedLine } from './take-from-hold';

/**
 * Divides lines into what is there and what is not, by variant: the last lines of a variant go short first, and nothing is
 * counted twice (INV-46).
 */
export function setAside(lines: readonly WantedLine[], missing: readonly { variantId: string; quantityMilli: number }[]): { there: WantedLine[]; short: WantedLine[] } {
  const open = new Map<string, number>();
  for (const { variantId, quantityMilli } of missing) open.set(variantId, (open.get(variantId) ?? 0) + quantityMilli);
  const there: WantedLine[] = [];
  const short: WantedLine[] = [];
  for (const line of [...lines].reverse()) {
    const gone = Math.min(line.quantityMilli, open.get(line.variantId) ?? 0);
    open.set(line.variantId, (open.get(line.variantId) ?? 0) - gone);
    if (gone > 0) short.unshift({ ...line, quantityMilli: gone });
    if (gone < line.quantityMilli) there.unshift({ ...line, quantityMilli: line.quantityMilli - gone });
  }
  return { there, short };
}
