import { Injectable } from '@nestjs/common';
import type { RegisterGrant } from '@oneshelf/domain-inventory';
import type { Tx } from '@oneshelf/platform';
import { sql } from 'kysely';

export interface StoredGrant extends RegisterGrant {
  registerId: string;
  variantId: string;
  locationId: string;
}

interface GrantRow {
  register_id: string;
  variant_id: string;
  location_id: string;
  epoch: number;
  ceiling_milli: number;
  used_milli: number;
  outstanding_milli: number;
  expires_at: Date;
  state: string;
}

/** The only writer of register_grant. Who changes grants locks them here first, in (register, variant) order, and the levels after them. */
@Injectable()
export class RegisterGrantRepository {
  /** One heartbeat of a register at a time: where it has no grant yet there is no row to lock, and two would both begin one. Before `lock`. */
  async lockRegister(tx: Tx, registerId: string): Promise<void> {
    await sql`SELECT pg_advisory_xact_lock(hashtextextended(${registerId}, 78))`.execute(tx);
  }

  /** Locks the register's grants; with variants only those. */
  async lock(tx: Tx, registerId: string, variantIds?: readonly string[]): Promise<StoredGrant[]> {
    let query = tx.selectFrom('register_grant').selectAll().where('register_id', '=', registerId).orderBy('variant_id').forUpdate();
    if (variantIds) query = query.where('variant_id', 'in', [...variantIds]);
    return (await query.execute()).map(toGrant);
  }

  /** Locks some grants whose units may be re-used by the database's clock; those that somebody works on are left out, and those whose level is known to have less set aside. */
  async lockReusable(tx: Tx, maxSkewMs: number, limit: number): Promise<StoredGrant[]> {
    const { rows } = await sql<GrantRow>`
      SELECT * FROM register_grant WHERE (outstanding_milli > 0 OR state = 'active') AND expires_at <= clock_timestamp() - make_interval(secs => ${maxSkewMs / 1000})
        AND NOT EXISTS (SELECT FROM stock_breach b WHERE (b.variant_id, b.location_id, b.rule) = (register_grant.variant_id, register_grant.location_id, 'allotted_is_granted') AND b.ended_at IS NULL)
      ORDER BY register_id, variant_id LIMIT ${limit} FOR UPDATE SKIP LOCKED`.execute(tx);
    return rows.map(toGrant);
  }

  async write(tx: Tx, grants: readonly StoredGrant[]): Promise<void> {
    if (grants.length === 0) return;
    await tx
      .insertInto('register_grant')
      .values(grants.map((grant) => ({
        register_id: grant.registerId, variant_id: grant.variantId, location_id: grant.locationId, epoch: grant.epoch, ceiling_milli: grant.ceilingMilli, used_milli: grant.usedMilli,
        outstanding_milli: grant.outstandingMilli, expires_at: new Date(grant.expiresAtMs), state: grant.isActive ? 'active' : 'ended',
      })))
      .onConflict((conflict) => conflict.columns(['register_id', 'variant_id']).doUpdateSet((eb) => ({
        epoch: eb.ref('excluded.epoch'), ceiling_milli: eb.ref('excluded.ceiling_milli'), used_milli: eb.ref('excluded.used_milli'), outstanding_milli: eb.ref('excluded.outstanding_milli'),
        expires_at: eb.ref('excluded.expires_at'), state: eb.ref('excluded.state'),
      })))
      .execute();
  }

  /** True when the ledger has this operation: then nothing of it may be counted again. */
  async isApplied(tx: Tx, operationId: string): Promise<boolean> {
    return (await tx.selectFrom('stock_movement').select('id').where('operation_id', '=', operationId).limit(1).executeTakeFirst()) !== undefined;
  }
}

const toGrant = (row: GrantRow): StoredGrant => ({
  registerId: row.register_id, variantId: row.variant_id, locationId: row.location_id, epoch: row.epoch, ceilingMilli: row.ceiling_milli, usedMilli: row.used_milli,
  outstandingMilli: row.outstanding_milli, expiresAtMs: row.expires_at.getTime(), isActive: row.state === 'active',
});
