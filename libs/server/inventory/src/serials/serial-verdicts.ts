import { moveSerial, normaliseSerial, type SerialPlace, type SerialState } from '@oneshelf/domain-inventory';
import { invariant } from '@oneshelf/domain-kernel';
import type { Tx } from '@oneshelf/platform';
import { sql } from 'kysely';
import type { StockEntry, StockOperation } from '../stock-entry';
import type { SerialElsewhere } from './serial-elsewhere';
import { lockSerials } from './serial-fold.repository';
import { poolOf, unnamedAt } from './unnamed-pieces';

interface PlaceRow {
  variant_id: string;
  serial_number: string;
  state: SerialState;
  location_id: string;
  cause_kind: string;
  cause_id: string;
  since: Date;
}

type NamedEntry = StockEntry & { serialNumber: string };

const isNamed = (entry: StockEntry): entry is NamedEntry => entry.serialNumber !== undefined;

/**
 * Which pieces of an operation are not where it takes them from; none of an operation that was applied before. Who moves a
 * piece waits here for whoever is just moving it, so of two the second sees what the first did. Nothing is read for an
 * operation without serials. Statements: 0; with serials 2, and 1 more where nobody has seen a piece.
 */
export async function serialsElsewhere(tx: Tx, operation: StockOperation): Promise<SerialElsewhere[]> {
  const named = operation.entries.filter(isNamed);
  if (named.length === 0) return [];
  invariant(named.every((entry) => entry.quantityMilli === 1000 && normaliseSerial(entry.serialNumber) === entry.serialNumber), 'An entry with a serial number moves one piece, and has the serial as it is kept');
  const [variantIds, serials] = [named.map((entry) => entry.variantId), named.map((entry) => entry.serialNumber)];
  await lockSerials(tx, named);
  const { rows } = await sql<PlaceRow & { applied: boolean }>`
    SELECT EXISTS (SELECT FROM stock_operation WHERE operation_id = ${operation.operationId}::uuid) AS applied, s.*
    FROM (SELECT) AS always LEFT JOIN stock_serial s ON (s.variant_id, s.serial_number) IN (SELECT * FROM unnest(${variantIds}::uuid[], ${serials}::text[]))`.execute(tx);
  if (rows[0]?.applied) return [];
  const known = new Map(rows.filter((row) => row.serial_number !== null).map((row) => [keyOf({ variantId: row.variant_id, serialNumber: row.serial_number }), row]));
  const unnamed = named.every((entry) => known.has(keyOf(entry))) ? new Map<string, number>() : await unnamedAt(tx, named);
  return judged(named, known, unnamed);
}

/** In the order of the entries, as they are applied: a second move of one piece starts where the first took it. */
function judged(named: NamedEntry[], known: Map<string, PlaceRow>, unnamed: Map<string, number>): SerialElsewhere[] {
  const places = new Map<string, SerialPlace>([...known].map(([key, row]) => [key, { state: row.state, locationId: row.location_id }]));
  return named.flatMap((entry): SerialElsewhere[] => {
    const [key, pool] = [keyOf(entry), poolOf(entry)];
    const at = places.get(key) ?? null;
    const moved = moveSerial(at, entry, { unnamed: unnamed.get(pool) ?? 0 });
    if (at === null) unnamed.set(pool, (unnamed.get(pool) ?? 0) - 1);
    if (moved.ok) {
      places.set(key, moved.value);
      return [];
    }
    const row = known.get(key);
    const told = row && { causeKind: row.cause_kind, causeId: row.cause_id, since: row.since.toISOString() };
    const believed = moved.refusal.kind === 'serial_elsewhere' ? { ...moved.refusal.believed, ...(told ?? { causeKind: '', causeId: '', since: '' }) } : null;
    return [{ variantId: entry.variantId, serialNumber: entry.serialNumber, locationId: entry.locationId, believed }];
  });
}

const keyOf = ({ variantId, serialNumber }: { variantId: string; serialNumber: string }): string => `${variantId} ${serialNumber}`;
