import { serialStateOf } from '@oneshelf/domain-inventory';
import { sql } from 'kysely';
import type { StockOperation } from '../stock-entry';

const names = (operation: StockOperation): boolean => operation.entries.some((entry) => entry.serialNumber !== undefined);

/** What the ledger's statement must tell of each movement that it wrote, so that its serial can follow. */
export const serialColumns = (operation: StockOperation) => (names(operation) ? sql`, entry, location_id AS at, serial_number, recorded_at` : sql``);

/** A part of the ledger's statement: each piece goes where its last movement took it. Nothing for an operation without serials. */
export function serialParts(operation: StockOperation) {
  if (!names(operation)) return sql``;
  const { entries, operationId, causeKind, causeId } = operation;
  return sql`, placed AS (
      INSERT INTO stock_serial AS s (variant_id, serial_number, state, location_id, operation_id, cause_kind, cause_id, since)
      SELECT DISTINCT ON (written.variant_id, serial_number) written.variant_id, serial_number, (${entries.map((entry) => serialStateOf(entry.to))}::text[])[written.entry + 1], written.at,
        ${operationId}::uuid, ${causeKind}, ${causeId}, recorded_at
      FROM written WHERE serial_number IS NOT NULL ORDER BY written.variant_id, serial_number, written.entry DESC
      ON CONFLICT (variant_id, serial_number) DO UPDATE SET state = excluded.state, location_id = excluded.location_id, operation_id = excluded.operation_id,
        cause_kind = excluded.cause_kind, cause_id = excluded.cause_id, since = excluded.since
    )`;
}
