import { instantMs, instantOfLocalTime } from '@oneshelf/domain-kernel';
import type { ComingPrices, PriceTier, ScopedBook } from './price-book';

/** When the prices turn for a basket with this clock, in milliseconds since 1970. */
export const turnsAtMs = ({ from, timeZone: otherwise = 'UTC' }: Pick<ComingPrices, 'from' | 'timeZone'>, timeZone: string | undefined): number =>
  from.endsWith('Z') ? instantMs(from) : instantOfLocalTime(from, timeZone ?? otherwise);

const none: readonly ComingPrices[] = [];

/** What has turned in a book at an instant, the last first: the first that names a variant says its price. */
export function turnedAt({ coming }: ScopedBook, atMs: number, timeZone: string | undefined): readonly ComingPrices[] {
  return coming === undefined ? none : coming.filter((turn) => turnsAtMs(turn, timeZone) <= atMs).reverse();
}

/** The price of a variant in a book after what has turned; undefined where it has none (PRC-70, PRC-71). */
export function priceAfter({ prices }: ScopedBook, turned: readonly ComingPrices[], variantId: string): number | PriceTier[] | undefined {
  for (const turn of turned) if (Object.hasOwn(turn.prices, variantId)) return turn.prices[variantId] ?? undefined;
  return Object.hasOwn(prices, variantId) ? prices[variantId] : undefined;
}
