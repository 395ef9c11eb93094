import { Injectable } from '@nestjs/common';
import { bucketsOfState } from '@oneshelf/domain-inventory';
import type { Tx } from '@oneshelf/platform';
import { type RawBuilder, sql } from 'kysely';

export interface SerialDifference {
  variantId: string;
  serialNumber: string;
  /** "shelf <location>": what is shown; null: nothing. */
  shown: string | null;
  /** What the movements say. */
  explained: string | null;
}

/** Pieces beside the fold of their movements. */
@Injectable()
export class SerialFoldRepository {
  /** Every piece that is not where its last movement took it. Statements: 1. */
  async differing(tx: Tx): Promise<SerialDifference[]> {
    const { rows } = await sql<SerialDifference>`
      WITH folded AS (${folded(sql`true`)})
      SELECT variant_id AS "variantId", serial_number AS "serialNumber", s.state || ' ' || s.location_id AS shown, folded.state || ' ' || folded.location_id AS explained
      FROM folded FULL JOIN stock_serial s USING (variant_id, serial_number)
      WHERE (s.state, s.location_id, s.operation_id) IS DISTINCT FROM (folded.state, folded.location_id, folded.operation_id) ORDER BY 1, 2`.execute(tx);
    return rows;
  }

  /** Puts these to where their movements took them, while nobody moves them. Answers how many were changed. Statements: 3. */
  async repair(tx: Tx, pieces: readonly Pick<SerialDifference, 'variantId' | 'serialNumber'>[]): Promise<number> {
    const [variantIds, serials] = [pieces.map((one) => one.variantId), pieces.map((one) => one.serialNumber)];
    await lockSerials(tx, pieces);
    const these = sql`SELECT * FROM unnest(${variantIds}::uuid[], ${serials}::text[])`;
    const { numAffectedRows: changed } = await sql`
      INSERT INTO stock_serial AS s (variant_id, serial_number, state, location_id, operation_id, cause_kind, cause_id, since)
      SELECT * FROM (${folded(sql`(m.variant_id, m.serial_number) IN (${these})`)}) AS folded
      ON CONFLICT (variant_id, serial_number) DO UPDATE SET state = excluded.state, location_id = excluded.location_id, operation_id = excluded.operation_id, cause_kind = excluded.cause_kind,
        cause_id = excluded.cause_id, since = excluded.since
      WHERE (s.state, s.location_id, s.operation_id) IS DISTINCT FROM (excluded.state, excluded.location_id, excluded.operation_id)`.execute(tx);
    const { numAffectedRows: gone } = await sql`
      DELETE FROM stock_serial s WHERE (s.variant_id, s.serial_number) IN (${these}) AND NOT EXISTS (SELECT FROM stock_movement m WHERE (m.variant_id, m.serial_number) = (s.variant_id, s.serial_number))`.execute(tx);
    return Number(changed ?? 0n) + Number(gone ?? 0n);
  }
}

/** Whoever moves one of these pieces waits for this transaction. */
export async function lockSerials(tx: Tx, pieces: readonly { variantId: string; serialNumber: string }[]): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(serial, 77)) FROM (
    SELECT DISTINCT variant_id || serial_number AS serial FROM unnest(${pieces.map((one) => one.variantId)}::text[], ${pieces.map((one) => one.serialNumber)}::text[]) AS s (variant_id, serial_number) ORDER BY 1) AS each`.execute(tx);
}

/** Each piece at its last movement. */
const folded = (which: RawBuilder<unknown>) => sql`
  SELECT DISTINCT ON (m.variant_id, m.serial_number) m.variant_id, m.serial_number, CASE WHEN m.to_bucket = ANY(${[...bucketsOfState('shelf')]}::text[]) THEN 'shelf' ELSE m.to_bucket END AS state,
    m.location_id, m.operation_id, m.cause_kind, m.cause_id, m.recorded_at AS since
  FROM stock_movement m WHERE m.serial_number IS NOT NULL AND ${which} ORDER BY m.variant_id, m.serial_number, m.recorded_at DESC, m.entry DESC`;
