import { newId, type Tx } from '@oneshelf/platform';
import { sql } from 'kysely';

/** A lot as a label or a person says it. */
export interface SaidLot {
  variantId: string;
  code: string;
  expiresOn?: string | undefined;
}

export interface KnownLot {
  id: string;
  variantId: string;
  code: string;
  expiresOn: string | null;
}

export const lotKey = ({ variantId, code }: { variantId: string; code: string }): string => `${variantId} ${code}`;

/** Those of the lots that are known. Statements: 1. */
export async function readLots(tx: Tx, lots: readonly SaidLot[]): Promise<Map<string, KnownLot>> {
  const { rows } = await sql<KnownLot>`
    SELECT lot.id, lot.variant_id AS "variantId", lot.code, lot.expires_on AS "expiresOn"
    FROM stock_lot lot JOIN unnest(${lots.map((lot) => lot.variantId)}::uuid[], ${lots.map((lot) => lot.code)}::text[]) AS said (variant_id, code) USING (variant_id, code)`.execute(tx);
  return new Map(rows.map((row) => [lotKey(row), row]));
}

/** All of the lots, made where they are new. A day that nobody knew is kept; one that is known stands. Statements: 2. */
export async function knowLots(tx: Tx, lots: readonly SaidLot[]): Promise<Map<string, KnownLot>> {
  if (lots.length === 0) return new Map();
  const said = [...new Map([...lots].sort((one) => (one.expiresOn === undefined ? -1 : 1)).map((lot) => [lotKey(lot), lot])).values()];
  await sql`
    INSERT INTO stock_lot AS lot (id, variant_id, code, expires_on)
    SELECT * FROM unnest(${said.map(newId)}::uuid[], ${said.map((lot) => lot.variantId)}::uuid[], ${said.map((lot) => lot.code)}::text[], ${said.map((lot) => lot.expiresOn ?? null)}::date[]) AS new (id, variant_id, code, expires_on)
    ORDER BY variant_id, code
    ON CONFLICT (variant_id, code) DO UPDATE SET expires_on = excluded.expires_on WHERE lot.expires_on IS NULL AND excluded.expires_on IS NOT NULL`.execute(tx);
  return readLots(tx, said);
}
