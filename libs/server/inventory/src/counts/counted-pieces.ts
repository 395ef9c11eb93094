import { countPieces, serialStateOf } from '@oneshelf/domain-inventory';
import type { Tx } from '@oneshelf/platform';
import { sql } from 'kysely';

export interface CountedVariant {
  variantId: string;
  countedAt: Date;
}

export type PiecesOfLine = ReturnType<typeof countPieces>;

interface Row {
  variantId: string;
  serialNumber: string;
  scannedAt: Date | null;
  state: string | null;
  isHere: boolean;
  since: Date | null;
}

/** The pieces of a count that were scanned, in the round that counts. */
export const scannedPieces = sql`
  SELECT s.count_id, s.variant_id, s.round, s.serial_number, max(s.scanned_at) AS scanned_at FROM stock_count_scan s
  WHERE s.serial_number IS NOT NULL GROUP BY s.count_id, s.variant_id, s.round, s.serial_number HAVING sum(s.quantity_milli) > 0`;

/** By product told apart by serials: the pieces that are missing and those that were found. Statements: 1. */
export async function countedPieces(tx: Tx, count: { id: string; locationId: string }, variants: readonly CountedVariant[]): Promise<Map<string, PiecesOfLine>> {
  if (variants.length === 0) return new Map();
  const ids = variants.map((variant) => variant.variantId);
  const { rows } = await sql<Row>`
    WITH scanned AS (
      SELECT piece.variant_id, piece.serial_number, piece.scanned_at FROM (${scannedPieces}) piece
      JOIN stock_count_line line ON line.count_id = piece.count_id AND line.variant_id = piece.variant_id AND line.round = piece.round
      WHERE piece.count_id = ${count.id}::uuid AND piece.variant_id = ANY(${ids}::uuid[])),
    known AS (
      SELECT * FROM stock_serial WHERE variant_id = ANY(${ids}::uuid[])
        AND ((location_id = ${count.locationId}::uuid AND state = ${serialStateOf('sellable')}) OR (variant_id, serial_number) IN (SELECT variant_id, serial_number FROM scanned)))
    SELECT variant_id AS "variantId", serial_number AS "serialNumber", scanned.scanned_at AS "scannedAt", known.state, known.location_id = ${count.locationId}::uuid AS "isHere", known.since
    FROM scanned FULL JOIN known USING (variant_id, serial_number) ORDER BY 1, 2`.execute(tx);
  return new Map(variants.map(({ variantId, countedAt }) => {
    const of = rows.filter((row) => row.variantId === variantId);
    const known = of.flatMap(({ serialNumber, state, isHere, since }) => (since === null ? [] : [{ serialNumber, isOnShelf: isHere && state === serialStateOf('sellable'), since: since.getTime() }]));
    const scanned = of.flatMap(({ serialNumber, scannedAt }) => (scannedAt === null ? [] : [{ serialNumber, scannedAt: scannedAt.getTime() }]));
    return [variantId, countPieces(known, scanned, countedAt.getTime())];
  }));
}
