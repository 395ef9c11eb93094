import { Injectable } from '@nestjs/common';
import type { HandMove } from '@oneshelf/domain-inventory';
import type { Tx } from '@oneshelf/platform';
import { sql } from 'kysely';

export type CorrectionStatus = 'waiting' | 'applied' | 'refused' | 'undone';

export interface StoredCorrection {
  id: string;
  status: CorrectionStatus;
  kind: string;
  reason: string;
  note: string;
  moves: HandMove[];
  locationIds: string[];
  unitsMilli: number;
  valueMinor: number;
  requestedById: string;
}

/** Corrections by hand, each one act. */
@Injectable()
export class CorrectionRepository {
  async create(tx: Tx, correction: StoredCorrection & { requestedBy: string }): Promise<void> {
    await tx.insertInto('stock_adjustment').values({
      id: correction.id, status: correction.status, kind: correction.kind, reason_code: correction.reason, note: correction.note, moves: JSON.stringify(correction.moves), location_ids: correction.locationIds,
      units_milli: correction.unitsMilli, value_minor: correction.valueMinor, requested_by_id: correction.requestedById, requested_by: correction.requestedBy,
    }).execute();
  }

  async lock(tx: Tx, id: string): Promise<StoredCorrection | undefined> {
    const row = await tx.selectFrom('stock_adjustment').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
    return row && {
      id: row.id, status: row.status as CorrectionStatus, kind: row.kind, reason: row.reason_code, note: row.note, moves: row.moves as unknown as HandMove[], locationIds: row.location_ids ?? [],
      unitsMilli: row.units_milli, valueMinor: row.value_minor, requestedById: row.requested_by_id,
    };
  }

  async decide(tx: Tx, id: string, { status, by }: { status: 'applied' | 'refused'; by: string }): Promise<void> {
    await tx.updateTable('stock_adjustment').set({ status, decided_by: by, decided_at: sql<Date>`clock_timestamp()` }).where('id', '=', id).execute();
  }

  async undone(tx: Tx, id: string, by: string): Promise<void> {
    await tx.updateTable('stock_adjustment').set({ status: 'undone', undone_by: by }).where('id', '=', id).execute();
  }
}
