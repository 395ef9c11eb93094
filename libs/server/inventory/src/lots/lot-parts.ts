import { bucketsOfLotPlace, type LotPlace, lotPlaceOf, lotPlaces } from '@oneshelf/domain-inventory';
import { type RawBuilder, sql } from 'kysely';
import type { TypedColumn } from '../ledger-rows';
import type { StockEntry, StockOperation } from '../stock-entry';

/** What lots add to the ledger's one statement; each is empty where the operation has nothing to do with them. */
export interface LotParts {
  /** Beside what is asked of a level: whether its entries name lots, or leave it and name none. */
  ofLevel: <Demand extends Level>(demand: Demand) => Demand & { names_lots?: boolean; leaves_unnamed?: boolean };
  /** Their columns of `demand`. */
  typed: readonly TypedColumn[];
  /** A column of `verdict`: goods leave a level with lots and nobody said which. Then nothing is written. */
  verdict: Part;
  /** What keeps the operation from being claimed. */
  unnamed: Part;
  changed: Part;
  bornColumn: Part;
  bornValue: Part;
  bornConflict: Part;
  /** Statements of their own, behind `written`. */
  writes: Part;
}

type Part = RawBuilder<unknown>;
type Level = { variant_id: string; location_id: string };

const nothing = sql``;

export function lotParts(operation: StockOperation): LotParts {
  const named = operation.entries.filter((entry) => entry.lotId !== undefined);
  const unnamed = operation.isLotSaid ? [] : operation.entries.filter(leavesUnnamed);
  const [names, asks] = [named.length > 0, unnamed.length > 0];
  return {
    ofLevel: (demand) => ({ ...demand, ...(names ? { names_lots: named.some(isAt(demand)) } : {}), ...(asks ? { leaves_unnamed: unnamed.some(isAt(demand)) } : {}) }),
    typed: [...(names ? (['names_lots boolean'] as const) : []), ...(asks ? (['leaves_unnamed boolean'] as const) : [])],
    verdict: asks ? sql`, coalesce(locked.has_lots, false) AND demand.leaves_unnamed AND NOT EXISTS (SELECT FROM known) AS unnamed` : sql`, false AS unnamed`,
    unnamed: asks ? sql` OR unnamed` : nothing,
    changed: names ? sql`, has_lots = level.has_lots OR applied.names_lots` : nothing,
    bornColumn: names ? sql`, has_lots` : nothing,
    bornValue: names ? sql`, names_lots` : nothing,
    bornConflict: names ? sql`, has_lots = level.has_lots OR excluded.has_lots` : nothing,
    writes: names ? lotWrites : nothing,
  };
}

const isAt = (level: Level) => ({ variantId, locationId }: StockEntry): boolean => variantId === level.variant_id && locationId === level.location_id;

/** Of a place of lots to somewhere else, and no lot is named. */
export function leavesUnnamed({ lotId, from, to }: StockEntry): boolean {
  const place = lotPlaceOf(from);
  return lotId === undefined && place !== null && place !== lotPlaceOf(to);
}

export const lotColumn = (place: LotPlace) => sql.ref(`${place}_milli`);
export const eachLotPlace = (build: (place: LotPlace) => RawBuilder<unknown>, separator = sql`, `) => sql.join(lotPlaces.map(build), separator);

const list = (place: LotPlace) => sql.join(bucketsOfLotPlace(place).map((bucket) => sql.lit(bucket)));

/** What movements add up to at a place of lots: SQL over rows with from_bucket, to_bucket and this quantity. */
export const foldOfLotPlace = (place: LotPlace, quantity: RawBuilder<unknown>) =>
  sql`coalesce(sum(CASE WHEN to_bucket IN (${list(place)}) THEN ${quantity} ELSE 0 END - CASE WHEN from_bucket IN (${list(place)}) THEN ${quantity} ELSE 0 END), 0)::int8`;

/** A lot's level belongs to one level, whose row is held: no two writers meet at it in another order. */
const lotWrites = sql`, lots_changed AS (
    INSERT INTO stock_lot_level AS lot (lot_id, location_id, variant_id, ${eachLotPlace(lotColumn)})
    SELECT lot_id, location_id, variant_id, ${eachLotPlace((place) => foldOfLotPlace(place, sql`quantity`))}
    FROM entry WHERE lot_id IS NOT NULL AND EXISTS (SELECT FROM written) GROUP BY lot_id, location_id, variant_id ORDER BY lot_id, location_id
    ON CONFLICT (lot_id, location_id) DO UPDATE SET ${eachLotPlace((place) => sql`${lotColumn(place)} = lot.${lotColumn(place)} + excluded.${lotColumn(place)}`)}
  )`;
