import { shareOverLots } from '@oneshelf/domain-inventory';
import type { Tx } from '@oneshelf/platform';
import { sql } from 'kysely';
import type { StockEntry } from '../stock-entry';

interface LotOfDocument {
  variantId: string;
  lotId: string;
  quantityMilli: number;
}

/** Entries that come off the road, of the lots that the transfer put on it and that have not come yet. Statements: 1. */
export async function lotsOnTheRoad(tx: Tx, transferId: string, entries: StockEntry[]): Promise<StockEntry[]> {
  const { rows } = await sql<LotOfDocument>`
    SELECT variant_id AS "variantId", lot_id AS "lotId", sum(CASE WHEN to_bucket = 'transit' THEN quantity_milli ELSE -quantity_milli END)::int8 AS "quantityMilli"
    FROM stock_movement WHERE cause_kind = 'transfer' AND cause_id = ${transferId} AND lot_id IS NOT NULL AND 'transit' IN (from_bucket, to_bucket)
    GROUP BY variant_id, lot_id ORDER BY min(recorded_at), min(entry)`.execute(tx);
  return named(entries, rows, (entry) => entry.from === 'transit');
}

/**
 * Entries that come back of a sale, to the lots that left with it, in the order in which they left; those of what came
 * back before are passed over. Goods of a web order left with its parts. Statements: 1; none where no sale is said.
 */
export async function lotsOfSale(tx: Tx, sale: { ids: readonly string[]; returnedMilli: Readonly<Record<string, number>> } | undefined, entries: StockEntry[]): Promise<StockEntry[]> {
  if (sale === undefined) return entries;
  const { rows } = await sql<LotOfDocument>`
    SELECT variant_id AS "variantId", lot_id AS "lotId", sum(quantity_milli)::int8 AS "quantityMilli" FROM stock_movement
    WHERE cause_kind IN ('sale', 'fulfilment') AND cause_id = ANY(${[...sale.ids]}::text[]) AND lot_id IS NOT NULL AND to_bucket = 'customer'
    GROUP BY variant_id, lot_id ORDER BY min(recorded_at), min(entry)`.execute(tx);
  const left = { ...sale.returnedMilli };
  const open = rows.map((lot) => {
    const gone = Math.min(left[lot.variantId] ?? 0, lot.quantityMilli);
    left[lot.variantId] = (left[lot.variantId] ?? 0) - gone;
    return { ...lot, quantityMilli: lot.quantityMilli - gone };
  });
  return named(entries, open, (entry) => entry.from === 'customer');
}

function named(entries: StockEntry[], lots: readonly LotOfDocument[], isOf: (entry: StockEntry) => boolean): StockEntry[] {
  if (lots.length === 0) return entries;
  const variantIds = [...new Set(lots.map((lot) => lot.variantId))];
  const parts = new Map(variantIds.flatMap((variantId) => {
    const of = entries.filter((entry) => isOf(entry) && entry.variantId === variantId);
    const shared = shareOverLots(of.map((entry) => entry.quantityMilli), lots.filter((lot) => lot.variantId === variantId && lot.quantityMilli > 0));
    return of.map((entry, index): [StockEntry, StockEntry[]] => [entry, shared.filter((part) => part.index === index).map(({ lotId, quantityMilli }) => ({ ...entry, quantityMilli, ...(lotId === null ? {} : { lotId }) }))]);
  }));
  return entries.flatMap((entry) => parts.get(entry) ?? [entry]);
}
