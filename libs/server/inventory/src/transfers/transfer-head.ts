import type { TransferListAnswer } from '@oneshelf/contracts';
import { sql } from 'kysely';

export interface HeadRow {
  id: string; number: string; status: string; from_location_id: string; to_location_id: string; note: string; requested_by: string; approved_by: string | null; shipped_by: string | null;
  created_at: Date; expected_at: Date | null; shipped_at: Date | null; closed_at: Date | null; difference_seen_by: string | null;
  line_count: number; requested: number; shipped: number; in_transit: number; missing: number; surplus: number;
}

export const inTransit = sql`shipped_milli - received_milli - damaged_milli - missing_milli`;

/** A transfer without its lines; `nameOf` names its places. */
export const headOf = (row: HeadRow, nameOf: (locationId: string) => string): TransferListAnswer['items'][number] => ({
  id: row.id, number: row.number, status: row.status as TransferListAnswer['items'][number]['status'], fromLocationId: row.from_location_id, toLocationId: row.to_location_id, fromName: nameOf(row.from_location_id), toName: nameOf(row.to_location_id), note: row.note,
  requestedBy: row.requested_by, approvedBy: row.approved_by, shippedBy: row.shipped_by, createdAt: row.created_at.toISOString(), expectedAt: row.expected_at?.toISOString() ?? null,
  shippedAt: row.shipped_at?.toISOString() ?? null, closedAt: row.closed_at?.toISOString() ?? null, differenceSeenBy: row.difference_seen_by,
  lineCount: row.line_count, requestedMilli: row.requested, shippedMilli: row.shipped, inTransitMilli: row.in_transit, missingMilli: row.missing, surplusMilli: row.surplus,
});
