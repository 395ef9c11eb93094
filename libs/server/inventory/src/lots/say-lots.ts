import { bucketsOfLotPlace, type LotOnHand, type LotPart, lotPlaceOf, lotPlaces, type LotPlace, lotsOfLeaving } from '@oneshelf/domain-inventory';
import type { Tx } from '@oneshelf/platform';
import { sql } from 'kysely';
import type { LotChoice, StockEntry, StockOperation } from '../stock-entry';
import { eachLotPlace, leavesUnnamed, lotColumn } from './lot-parts';

interface AtPlace {
  lots: LotOnHand[];
  /** Of no lot: what came when nobody asked. */
  unsaidMilli: number;
}

/**
 * Says of each entry that leaves without a lot which lots it takes, first expired first out (INV-80, 81). The ledger has
 * locked the levels and written nothing, so what is read here is true until the transaction ends. Statements: 1.
 */
export async function sayLots(tx: Tx, operation: StockOperation): Promise<StockOperation> {
  const open = operation.entries.filter(leavesUnnamed);
  const choice = typeof operation.lotChoice === 'function' ? await operation.lotChoice() : operation.lotChoice;
  const { rows } = await readLots(tx, { day: operation.occurredAt.slice(0, 10), ...choice }, open);
  const places = new Map(rows.flatMap((row) => lotPlaces.map((place): [string, AtPlace] => [`${row.variantId} ${row.locationId} ${place}`, atPlace(row, place)])));
  const day = { day: rows[0]?.day ?? '', minimumDays: rows[0]?.minimumDays ?? 0 };
  // What an entry of the same operation names is gone from its lot before the others choose.
  for (const entry of operation.entries) if (entry.lotId !== undefined) take(places.get(keyOf(entry)), [{ lotId: entry.lotId, quantityMilli: entry.quantityMilli }]);
  const entries = operation.entries.flatMap((entry): StockEntry[] => {
    const found = leavesUnnamed(entry) ? places.get(keyOf(entry)) : undefined;
    if (!found || found.lots.length === 0) return [entry];
    const parts = lotsOfLeaving(found, entry.quantityMilli, day);
    take(found, parts);
    return parts.map(({ lotId, quantityMilli }) => ({ ...entry, quantityMilli, ...(lotId === null ? {} : { lotId }) }));
  });
  return { ...operation, entries, isLotSaid: true };
}

interface Row {
  variantId: string;
  locationId: string;
  day: string;
  minimumDays: number;
  level: Record<string, number>;
  lots: ({ lotId: string; code: string; expiresOn: string | null } & Record<LotPlace, number>)[];
}

const readLots = (tx: Tx, choice: LotChoice, entries: readonly StockEntry[]) => sql<Row>`
  SELECT place.variant_id AS "variantId", place.location_id AS "locationId", ${choice.day}::text AS day, to_json(level) AS level,
    coalesce((SELECT days FROM lot_rule WHERE channel_code = ${choice.channelCode ?? null} AND channel_code <> ''), 0) AS "minimumDays",
    coalesce((
      SELECT json_agg(json_build_object('lotId', lot.id, 'code', lot.code, 'expiresOn', lot.expires_on, ${eachLotPlace((place) => sql`${sql.lit(place)}, at.${lotColumn(place)}`)}))
      FROM stock_lot_level at JOIN stock_lot lot ON lot.id = at.lot_id WHERE at.variant_id = place.variant_id AND at.location_id = place.location_id
    ), '[]') AS lots
  FROM (SELECT DISTINCT * FROM unnest(${entries.map((entry) => entry.variantId)}::uuid[], ${entries.map((entry) => entry.locationId)}::uuid[]) AS p (variant_id, location_id)) place
  JOIN stock_level level USING (variant_id, location_id)`.execute(tx);

function atPlace({ level, lots }: Row, place: LotPlace): AtPlace {
  const here = lots.map(({ lotId, code, expiresOn, ...at }) => ({ lotId, code, expiresOn, quantityMilli: at[place] }));
  const all = bucketsOfLotPlace(place).reduce((sum, bucket) => sum + (level[`${bucket}_milli`] ?? 0), place === 'shelf' ? (level['held_milli'] ?? 0) : 0);
  return { lots: here, unsaidMilli: all - here.reduce((sum, lot) => sum + lot.quantityMilli, 0) };
}

const keyOf = ({ variantId, locationId, from }: StockEntry): string => `${variantId} ${locationId} ${lotPlaceOf(from) ?? 'outside'}`;

function take(at: AtPlace | undefined, parts: readonly LotPart[]): void {
  if (!at) return;
  for (const { lotId, quantityMilli } of parts) {
    const lot = at.lots.find((one) => one.lotId === lotId);
    if (lot) lot.quantityMilli -= quantityMilli;
    else at.unsaidMilli -= quantityMilli;
  }
}
