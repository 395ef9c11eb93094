import { Injectable } from '@nestjs/common';
import { grantTarget } from '@oneshelf/domain-inventory';
import type { Tx } from '@oneshelf/platform';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { sql } from 'kysely';
import { PACE_DAYS } from '../channel-exposure/sales-pace.query';

const DAY_SECONDS = 86_400;
const HORIZON_SECONDS = 4 * 3600;
/** One horizon in twenty may be too short: then the till sells by hand. */
const BEYOND_BASIS_POINTS = 500;
/** What sells most at the location; a till holds no more rights than it can show. */
const MOST_VARIANTS = 300;

export interface GrantTarget {
  variantId: string;
  targetMilli: number;
  freeMilli: number;
}

/** How much of what a register should hold, from what its location's counters sell and what is there. */
@Injectable()
export class GrantTargetsQuery {
  constructor(private readonly organisation: OrganisationDirectory) {}

  /** In order of variant. What the register holds already is asked for too, also where its target is 0 now. */
  async run(tx: Tx, { locationId, alsoVariantIds }: { registerId: string; locationId: string; alsoVariantIds: string[] }): Promise<GrantTarget[]> {
    const registers = (await this.organisation.registers()).filter((register) => register.locationId === locationId).length;
    const { rows } = await sql<{ variantId: string; sold: number; sellable: number; onHand: number }>`
      WITH wanted AS (
        (SELECT variant_id, sold_milli FROM lane_demand WHERE location_id = ${locationId}::uuid ORDER BY sold_milli DESC, variant_id LIMIT ${MOST_VARIANTS})
        UNION ALL SELECT variant_id, 0 FROM unnest(${alsoVariantIds}::uuid[]) AS also (variant_id)
      )
      SELECT variant_id AS "variantId", max(wanted.sold_milli)::int8 AS sold, max(level.sellable_milli)::int8 AS sellable,
        max(level.sellable_milli + level.held_milli + level.committed_milli + level.allotted_milli)::int8 AS "onHand"
      FROM wanted JOIN stock_level level USING (variant_id) WHERE level.location_id = ${locationId}::uuid GROUP BY variant_id ORDER BY variant_id`.execute(tx);
    return rows.map((row) => ({
      variantId: row.variantId, freeMilli: row.sellable,
      targetMilli: grantTarget({ soldMilli: row.sold, inSeconds: PACE_DAYS * DAY_SECONDS, registers, horizonSeconds: HORIZON_SECONDS, beyondBasisPoints: BEYOND_BASIS_POINTS, onHandMilli: row.onHand, sellableMilli: row.sellable }),
    }));
  }
}
