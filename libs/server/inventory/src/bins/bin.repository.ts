import { Injectable } from '@nestjs/common';
import type { BinCode } from '@oneshelf/domain-inventory';
import { newId, type Tx } from '@oneshelf/platform';
import { sql } from 'kysely';

export interface NewPlace { code: string; variantId: string; isHome: boolean; mostMilli: number | null }

/** Rows of stock_bin and bin_place. */
@Injectable()
export class BinRepository {
  /** Adds what is not there, at the end of the walk unless a turn is said; answers how many were new. */
  async add(tx: Tx, locationId: string, bins: readonly (BinCode & { walk?: number | null })[]): Promise<number> {
    const rows = JSON.stringify(bins.map((bin, place) => ({ id: newId(), place, walk: null, ...bin })));
    const { rows: written } = await sql<{ isNew: boolean }>`
      INSERT INTO stock_bin (id, location_id, code, aisle, walk)
      SELECT b.id, ${locationId}::uuid, b.code, b.aisle, coalesce(b.walk, (SELECT coalesce(max(walk), 0) FROM stock_bin WHERE location_id = ${locationId}) + 10 * (b.place + 1))
      FROM jsonb_to_recordset(${rows}::jsonb) AS b (id uuid, place int, code text, aisle text, walk int)
      ON CONFLICT (location_id, code) DO UPDATE SET walk = coalesce((SELECT n.walk FROM jsonb_to_recordset(${rows}::jsonb) AS n (code text, walk int) WHERE n.code = stock_bin.code), stock_bin.walk)
      RETURNING xmax = 0 AS "isNew"`.execute(tx);
    return written.filter(({ isNew }) => isNew).length;
  }

  /** The products stand there and nowhere else in this location. The bins are there already. */
  async place(tx: Tx, locationId: string, { variantIds, places }: { variantIds: string[]; places: readonly NewPlace[] }): Promise<void> {
    await sql`DELETE FROM bin_place WHERE location_id = ${locationId} AND variant_id = ANY(${variantIds}::uuid[])`.execute(tx);
    if (places.length === 0) return;
    await sql`
      INSERT INTO bin_place (variant_id, bin_id, location_id, is_home, most_milli)
      SELECT p."variantId", bin.id, ${locationId}::uuid, p."isHome", p."mostMilli"
      FROM jsonb_to_recordset(${JSON.stringify(places)}::jsonb) AS p (code text, "variantId" uuid, "isHome" boolean, "mostMilli" int8)
      JOIN stock_bin bin ON bin.location_id = ${locationId} AND bin.code = p.code`.execute(tx);
  }

  async known(tx: Tx, locationId: string, codes: string[]): Promise<Set<string>> {
    const { rows } = await sql<{ code: string }>`SELECT code FROM stock_bin WHERE location_id = ${locationId} AND code = ANY(${codes}::text[])`.execute(tx);
    return new Set(rows.map(({ code }) => code));
  }

  /** Closed ones of these, and in which of them which of the products stand already. Locked against a change meanwhile. */
  async closed(tx: Tx, locationId: string, codes: string[]): Promise<{ code: string; variantIds: string[] }[]> {
    const { rows } = await sql<{ code: string; variantIds: string[] }>`
      SELECT code, ARRAY(SELECT variant_id FROM bin_place place WHERE place.bin_id = bin.id) AS "variantIds" FROM stock_bin bin
      WHERE location_id = ${locationId} AND code = ANY(${codes}::text[]) AND is_closed FOR SHARE`.execute(tx);
    return rows;
  }

  async lock(tx: Tx, id: string): Promise<{ locationId: string; code: string; isClosed: boolean } | undefined> {
    const { rows } = await sql<{ locationId: string; code: string; isClosed: boolean }>`SELECT location_id AS "locationId", code, is_closed AS "isClosed" FROM stock_bin WHERE id = ${id} FOR UPDATE`.execute(tx);
    return rows[0];
  }

  async setClosed(tx: Tx, id: string, isClosed: boolean): Promise<void> {
    await sql`UPDATE stock_bin SET is_closed = ${isClosed} WHERE id = ${id}`.execute(tx);
  }
}
