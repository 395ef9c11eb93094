import { Inject, Injectable } from '@nestjs/common';
import { buckets } from '@oneshelf/domain-inventory';
import { type Database, DATABASE, type Tx } from '@oneshelf/platform';
import { sql } from 'kysely';
import type { PastLevel } from './stock-as-of.query';

/** A level of now in the same shape as one of the past: `sellable` is what the movements make, `held` what of it checkouts keep. */
export type PresentLevel = PastLevel & { held: number };

/** The levels of a variant as they are kept. */
@Injectable()
export class StockNowQuery {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** Statements: 1. */
  async run({ variantId, locationId }: { variantId: string; locationId?: string | null }, reading: Database | Tx = this.database): Promise<PresentLevel[]> {
    const { rows } = await sql<PresentLevel>`
      SELECT location_id AS "locationId", held_milli AS held, sellable_milli + held_milli AS sellable, ${sql.join(buckets.slice(1).map((bucket) => sql`${sql.ref(`${bucket}_milli`)} AS ${sql.ref(bucket)}`))}
      FROM stock_level WHERE variant_id = ${variantId}::uuid AND (${locationId ?? null}::uuid IS NULL OR location_id = ${locationId ?? null}::uuid) ORDER BY location_id`.execute(reading);
    return rows;
  }
}
