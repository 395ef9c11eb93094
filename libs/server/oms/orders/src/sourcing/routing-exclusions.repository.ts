import { Inject, Injectable } from '@nestjs/common';
import { type Database, DATABASE, type Tx } from '@oneshelf/platform';
import { sql } from 'kysely';

export interface RoutingExclusion {
  variantId: string;
  locationId: string;
}

const HOURS = 24;
const MAX_AGE_MS = 2000;

/** Products that a location could not find: it is left out of routing for them for a day. */
@Injectable()
export class RoutingExclusions {
  private known: { at: number; rows: Promise<RoutingExclusion[]> } | null = null;

  constructor(@Inject(DATABASE) private readonly database: Database) {}

  async add(tx: Tx, exclusions: RoutingExclusion[], reason: string): Promise<void> {
    if (exclusions.length === 0) return;
    await sql`
      INSERT INTO routing_exclusion (variant_id, location_id, reason, until)
      SELECT variant_id, location_id, ${reason}, now() + make_interval(hours => ${HOURS})
      FROM unnest(${exclusions.map((one) => one.variantId)}::uuid[], ${exclusions.map((one) => one.locationId)}::uuid[]) AS g (variant_id, location_id) GROUP BY 1, 2
      ON CONFLICT (variant_id, location_id) DO UPDATE SET reason = excluded.reason, until = excluded.until`.execute(tx);
    this.known = null;
  }

  /** Somebody has counted there. */
  async end(tx: Tx, locationId: string, variantIds: readonly string[]): Promise<void> {
    await tx.deleteFrom('routing_exclusion').where('location_id', '=', locationId).where('variant_id', 'in', variantIds).execute();
    this.known = null;
  }

  /** At most two seconds old: the units themselves are off sale, so an old answer routes worse, never wrong. */
  current(): Promise<RoutingExclusion[]> {
    const now = Date.now();
    if (!this.known || now - this.known.at > MAX_AGE_MS) {
      const rows = this.read();
      this.known = { at: now, rows };
      rows.catch(() => { this.known = null; });
    }
    return this.known.rows;
  }

  private async read(): Promise<RoutingExclusion[]> {
    const rows = await this.database.selectFrom('routing_exclusion').select(['variant_id', 'location_id']).where('until', '>', sql<Date>`now()`).execute();
    return rows.map((row) => ({ variantId: row.variant_id, locationId: row.location_id }));
  }
}
