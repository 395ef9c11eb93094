import { type RawBuilder, sql } from 'kysely';

/** Prices of one book as three long texts: a hundred thousand rows of their own cost the driver seconds, their columns a tenth of one. */
export interface PriceColumns {
  variantIds: string;
  tiers: string;
  amounts: string;
}

/** The columns of rows of `price` (as p), for a statement that groups them; variants in their order, tiers within. */
export const priceColumns: RawBuilder<unknown> = sql`
  string_agg(p.variant_id::text, ',' ORDER BY p.variant_id, p.from_milli) AS "variantIds", string_agg(p.from_milli::text, ',' ORDER BY p.variant_id, p.from_milli) AS tiers,
  string_agg(p.amount_minor::text, ',' ORDER BY p.variant_id, p.from_milli) AS amounts`;

export function forEachPrice({ variantIds, tiers, amounts }: PriceColumns, take: (variantId: string, fromMilli: number, amountMinor: number) => void): void {
  const [fromMilli, amountMinor] = [tiers.split(','), amounts.split(',')];
  variantIds.split(',').forEach((variantId, row) => take(variantId, Number(fromMilli[row]), Number(amountMinor[row])));
}
