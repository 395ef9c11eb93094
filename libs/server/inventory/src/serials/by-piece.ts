import { invariant } from '@oneshelf/domain-kernel';
import type { StockEntry } from '../stock-entry';

/** An entry for each piece that is named, and one for the rest that is not. */
export function byPiece<Entry extends StockEntry>(entries: readonly Entry[], serials: readonly string[] = []): Entry[] {
  const [entry] = entries;
  if (!entry || serials.length === 0) return [...entries];
  const rest = entry.quantityMilli - serials.length * 1000;
  invariant(rest >= 0, `${serials.length} pieces are named of ${entry.quantityMilli / 1000}`);
  return [...serials.map((serialNumber) => ({ ...entry, quantityMilli: 1000, serialNumber })), ...(rest > 0 ? [{ ...entry, quantityMilli: rest }] : [])];
}
