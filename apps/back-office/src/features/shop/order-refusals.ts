import * as z from 'zod';
import { ApiProblem } from '@oneshelf/api-client';

const PriceChanged = z.object({ quote: z.object({ totalMinor: z.int() }) });
const InsufficientStock = z.object({ shortages: z.array(z.object({ variantId: z.string(), availableMilli: z.int() })) });

/** What the order would cost now, from the refusal price_changed. */
export function newTotalOf(error: unknown): number | undefined {
  const parsed = PriceChanged.safeParse(error instanceof ApiProblem ? error.details : undefined);
  return parsed.success ? parsed.data.quote.totalMinor : undefined;
}

/** Of which products too few are left, from the refusal insufficient_stock. One product may be short in several lines: the least counts. */
export function shortagesOf(error: unknown): { variantId: string; availableMilli: number }[] {
  const parsed = InsufficientStock.safeParse(error instanceof ApiProblem ? error.details : undefined);
  if (!parsed.success) return [];
  const least = new Map<string, number>();
  for (const { variantId, availableMilli } of parsed.data.shortages) least.set(variantId, Math.min(availableMilli, least.get(variantId) ?? availableMilli));
  return [...least].map(([variantId, availableMilli]) => ({ variantId, availableMilli }));
}
