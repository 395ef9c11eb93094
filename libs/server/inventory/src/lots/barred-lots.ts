import { levelKey } from '@oneshelf/domain-inventory';
import type { Database, Tx } from '@oneshelf/platform';
import { sql } from 'kysely';

export interface LotPlaceDay {
  variantId: string;
  locationId: string;
  /** The place's day, YYYY-MM-DD. */
  day: string;
}

/** Of each level how much lies on the shelf in lots that may not go to the channel any more (INV-83); none, no entry. Statements: 1. */
export async function barredLots(on: Database | Tx, places: readonly LotPlaceDay[], channelCodes: readonly string[]): Promise<Map<string, number>> {
  if (places.length === 0) return new Map();
  const { rows } = await sql<{ variantId: string; locationId: string; barred: number }>`
    SELECT at.variant_id AS "variantId", at.location_id AS "locationId", sum(greatest(0, at.shelf_milli))::int8 AS barred
    FROM unnest(${places.map((place) => place.variantId)}::uuid[], ${places.map((place) => place.locationId)}::uuid[], ${places.map((place) => place.day)}::date[]) AS place (variant_id, location_id, day)
    JOIN stock_lot_level at USING (variant_id, location_id) JOIN stock_lot lot ON lot.id = at.lot_id
    WHERE lot.expires_on < place.day + coalesce((SELECT max(days) FROM lot_rule WHERE channel_code = ANY(${[...channelCodes]}::text[]) AND channel_code <> ''), 0)
    GROUP BY at.variant_id, at.location_id`.execute(on);
  return new Map(rows.map((row) => [levelKey(row), row.barred]));
}
