import { type RawBuilder, sql } from 'kysely';

/** Prices of one book as three long texts: a hundred thousand rows of their own cost the driver seconds, their columns a tenth of one. */
export interface PriceColumns {
  variantIds: string;
  tiers: string;
  amounts: string;
}

/** The columns of rows of `price` (as p), for a statement that groups them; variants in their order, tiers within. */
export const priceColumns = columnsOf('p');
/** The same of `price_draft_change` (as c); an empty amount is none. */
export const changeColumns = columnsOf('c');

function columnsOf(table: 'p' | 'c'): RawBuilder<unknown> {
  const order = sql.raw(`ORDER BY ${table}.variant_id, ${table}.from_milli`);
  const column = (name: string) => sql.raw(`${table}.${name}`);
  return sql`
    string_agg(${column('variant_id')}::text, ',' ${order}) AS "variantIds", string_agg(${column('from_milli')}::text, ',' ${order}) AS tiers,
    string_agg(coalesce(${column('amount_minor')}::text, ''), ',' ${order}) AS amounts`;
}

/** The amount is null only where a change takes a price out. */
export function forEachPrice<Amount extends number | null>({ variantIds, tiers, amounts }: PriceColumns, take: (variantId: string, fromMilli: number, amountMinor: Amount) => void): void {
  const [fromMilli, amountMinor] = [tiers.split(','), amounts.split(',')];
  variantIds.split(',').forEach((variantId, row) => take(variantId, Number(fromMilli[row]), (amountMinor[row] === '' ? null : Number(amountMinor[row])) as Amount));
}
