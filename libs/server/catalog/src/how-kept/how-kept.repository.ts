import { Injectable } from '@nestjs/common';
import type { HowKept, KindOfGoods } from '@oneshelf/contracts';
import type { Tx } from '@oneshelf/platform';
import { sql } from 'kysely';

export interface KeptVariant extends Omit<HowKept, 'weightGrams'> { kind: KindOfGoods; weightGrams: number | null; sku: string; title: string; /** Of a bundle or a kit. */ isComponent: boolean }

/** How a variant is kept: read with its row locked, written with its product touched, so that tills and the office notice. */
@Injectable()
export class HowKeptRepository {
  async lock(tx: Tx, variantId: string): Promise<KeptVariant | null> {
    const { rows } = await sql<KeptVariant>`
      SELECT v.kind, v.tracked_by AS "trackedBy", v.unit, v.is_catch_weight AS "isCatchWeight", v.weight_grams AS "weightGrams", v.sku, p.title,
        EXISTS (SELECT FROM bundle_component c WHERE c.variant_id = v.id) AS "isComponent"
      FROM variant v JOIN product p ON p.id = v.product_id WHERE v.id = ${variantId} FOR UPDATE OF v`.execute(tx);
    return rows[0] ?? null;
  }

  async set(tx: Tx, variantId: string, { trackedBy, unit, isCatchWeight, weightGrams }: HowKept): Promise<void> {
    await sql`
      WITH kept AS (
        UPDATE variant SET tracked_by = ${trackedBy}, unit = ${unit}, is_catch_weight = ${isCatchWeight}, weight_grams = coalesce(${weightGrams ?? null}::int4, weight_grams), updated_at = now() WHERE id = ${variantId} RETURNING product_id)
      UPDATE product SET updated_at = now() FROM kept WHERE product.id = kept.product_id`.execute(tx);
  }
}
