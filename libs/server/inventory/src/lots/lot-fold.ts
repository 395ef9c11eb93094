import type { Tx } from '@oneshelf/platform';
import { sql } from 'kysely';
import { eachLotPlace, foldOfLotPlace, lotColumn } from './lot-parts';

/** What the movements that name a lot add up to. */
const folded = sql`
  SELECT m.lot_id, m.location_id, m.variant_id, ${eachLotPlace((place) => sql`${foldOfLotPlace(place, sql`m.quantity_milli`)} AS ${lotColumn(place)}`)}
  FROM stock_movement m WHERE m.lot_id IS NOT NULL GROUP BY m.lot_id, m.location_id, m.variant_id`;

interface LotDifference {
  variantId: string;
  locationId: string;
  bucket: 'lot';
  lotId: string;
  shownMilli: number;
  explainedMilli: number;
}

/** Every lot of which a place shows what its movements do not make. Statements: 1. */
export async function differingLots(tx: Tx): Promise<LotDifference[]> {
  const { rows } = await sql<LotDifference>`
    WITH folded AS (${folded})
    SELECT variant_id AS "variantId", location_id AS "locationId", 'lot' AS bucket, lot_id AS "lotId", pair.shown AS "shownMilli", pair.explained AS "explainedMilli"
    FROM folded FULL JOIN stock_lot_level level USING (lot_id, location_id, variant_id),
      LATERAL (VALUES ${eachLotPlace((place) => sql`(coalesce(level.${lotColumn(place)}, 0), coalesce(folded.${lotColumn(place)}, 0))`)}) AS pair (shown, explained)
    WHERE pair.shown <> pair.explained ORDER BY 1, 2, 4`.execute(tx);
  return rows;
}

/** Sets the lots of these levels, which the caller holds, to their movements. Answers how many were changed. Statements: 2. */
export async function repairLots(tx: Tx, places: readonly { variantId: string; locationId: string }[]): Promise<number> {
  const these = sql`SELECT * FROM unnest(${places.map((place) => place.variantId)}::uuid[], ${places.map((place) => place.locationId)}::uuid[])`;
  const { numAffectedRows } = await sql`
    WITH folded AS (${folded} HAVING (m.variant_id, m.location_id) IN (${these})),
    wanted AS (
      SELECT lot_id, location_id, variant_id, ${eachLotPlace((place) => sql`coalesce(folded.${lotColumn(place)}, 0) AS ${lotColumn(place)}`)}
      FROM folded FULL JOIN (SELECT lot_id, location_id, variant_id FROM stock_lot_level WHERE (variant_id, location_id) IN (${these})) shown USING (lot_id, location_id, variant_id)
    )
    INSERT INTO stock_lot_level AS lot (lot_id, location_id, variant_id, ${eachLotPlace(lotColumn)}) SELECT * FROM wanted
    ON CONFLICT (lot_id, location_id) DO UPDATE SET ${eachLotPlace((place) => sql`${lotColumn(place)} = excluded.${lotColumn(place)}`)}
    WHERE ${eachLotPlace((place) => sql`lot.${lotColumn(place)} <> excluded.${lotColumn(place)}`, sql` OR `)}`.execute(tx);
  await sql`
    UPDATE stock_level level SET has_lots = true FROM stock_lot_level lot
    WHERE lot.variant_id = level.variant_id AND lot.location_id = level.location_id AND NOT level.has_lots AND (level.variant_id, level.location_id) IN (${these})`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}
