import { sql } from 'kysely';
import { eachLotPlace, foldOfLotPlace, lotColumn } from './lot-parts';

/**
 * The lots of a `place` (variant_id, location_id) that show what their movements do not make, as a list; null: none. A place
 * that never had a lot costs one look into an index. No checkpoint knows lots, and a lot does not live long, so all of its
 * movements are added.
 */
export const lotsOff = sql`CASE WHEN EXISTS (SELECT FROM stock_lot_level l WHERE (l.variant_id, l.location_id) = (place.variant_id, place.location_id))
    OR (SELECT has_lots FROM stock_level l WHERE (l.variant_id, l.location_id) = (place.variant_id, place.location_id)) THEN (
      SELECT json_agg(json_build_object('place', pair.place, 'shownMilli', pair.shown, 'explainedMilli', pair.explained)) FROM (
        SELECT m.lot_id, ${eachLotPlace((place) => sql`${foldOfLotPlace(place, sql`m.quantity_milli`)} AS ${lotColumn(place)}`)}
        FROM stock_movement m WHERE (m.variant_id, m.location_id) = (place.variant_id, place.location_id) AND m.lot_id IS NOT NULL GROUP BY m.lot_id
      ) folded FULL JOIN (
        SELECT * FROM stock_lot_level l WHERE (l.variant_id, l.location_id) = (place.variant_id, place.location_id)
      ) shown USING (lot_id),
      LATERAL (VALUES ${eachLotPlace((place) => sql`(${sql.lit(place)}, coalesce(shown.${lotColumn(place)}, 0), coalesce(folded.${lotColumn(place)}, 0))`)}) AS pair (place, shown, explained)
      WHERE pair.shown <> pair.explained) END`;
