import { bucketsOfLotPlace, type LotPlace, lotPlaceOf, lotPlaces } from '@oneshelf/domain-inventory';
import { type RawBuilder, sql } from 'kysely';
import type { StockEntry, StockOperation } from '../stock-entry';

/** What lots add to the ledger's one statement; each is empty where the operation has nothing to do with them. */
export interface LotParts {
  /** Statements with the same key have the same parts. */
  key: string;
  /** Columns of `demand`. */
  demand: string;
  /** A column of `locked`. */
  locked: string;
  /** A column of `verdict`: goods leave a level with lots and nobody said which. Then nothing is written. */
  verdict: string;
  /** What keeps the operation from being claimed. */
  unnamed: RawBuilder<unknown>;
  changed: string;
  bornColumn: string;
  bornValue: string;
  bornConflict: string;
  /** Statements of their own, behind `written`. */
  writes: RawBuilder<unknown>;
}

export function lotParts(operation: StockOperation): LotParts {
  const names = operation.entries.some((entry) => entry.lotId !== undefined);
  const asks = !operation.isLotSaid && operation.entries.some(leavesUnnamed);
  const ifNames = (part: string): string => (names ? part : '');
  const ifAsks = (part: string): string => (asks ? part : '');
  return {
    key: `${ifNames('names')}${ifAsks('asks')}`,
    demand: `${ifNames(', bool_or(lot_id IS NOT NULL) AS names_lots')}${ifAsks(`, bool_or(lot_id IS NULL AND ${placeOf('from_bucket')} IS DISTINCT FROM ${placeOf('to_bucket')} AND ${placeOf('from_bucket')} IS NOT NULL) AS leaves_unnamed`)}`,
    locked: ifAsks(', level.has_lots'),
    verdict: asks ? ', NOT EXISTS (SELECT FROM known) AND demand.leaves_unnamed AND coalesce(locked.has_lots, false) AS unnamed' : ', false AS unnamed',
    unnamed: asks ? sql` OR unnamed` : sql``,
    changed: ifNames(', has_lots = level.has_lots OR applied.names_lots'),
    bornColumn: ifNames(', has_lots'),
    bornValue: ifNames(', names_lots'),
    bornConflict: ifNames(', has_lots = level.has_lots OR excluded.has_lots'),
    writes: names ? lotWrites : sql``,
  };
}

/** Of a place of lots to somewhere else, and no lot is named. */
export function leavesUnnamed({ lotId, from, to }: StockEntry): boolean {
  const place = lotPlaceOf(from);
  return lotId === undefined && place !== null && place !== lotPlaceOf(to);
}

export const lotColumn = (place: LotPlace) => sql.ref(`${place}_milli`);
export const eachLotPlace = (build: (place: LotPlace) => RawBuilder<unknown>, separator = sql`, `) => sql.join(lotPlaces.map(build), separator);

const list = (place: LotPlace) => sql.join(bucketsOfLotPlace(place).map((bucket) => sql.lit(bucket)));
const placeOf = (column: 'from_bucket' | 'to_bucket'): string =>
  `CASE ${lotPlaces.map((place) => `WHEN ${column} IN (${bucketsOfLotPlace(place).map((bucket) => `'${bucket}'`).join(', ')}) THEN '${place}'`).join(' ')} END`;

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
