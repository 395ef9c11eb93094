import { Inject, Injectable } from '@nestjs/common';
import { type Database, DATABASE } from '@oneshelf/platform';
import { sql } from 'kysely';

/** How many pickups each store has to pick or to hand over: the number on the till's tab. */
@Injectable()
export class PickupsWaitingQuery {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  async byLocation(): Promise<Map<string, number>> {
    const { rows } = await sql<{ location_id: string; waiting: number }>`
      SELECT location_id, count(*)::int AS waiting FROM fulfilment_order WHERE kind = 'pickup' AND status IN ('to_pick', 'picking', 'ready') GROUP BY location_id`.execute(this.database);
    return new Map(rows.map((row) => [row.location_id, row.waiting]));
  }
}
