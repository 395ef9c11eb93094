import { Inject, Injectable } from '@nestjs/common';
import type { AvailabilityAnswer } from '@oneshelf/contracts';
import { buckets } from '@oneshelf/domain-inventory';
import { type Database, DATABASE, PREPARED } from '@oneshelf/platform';
import { sql } from 'kysely';

const onHand = sql.join([...buckets, 'held'].map((name) => sql.ref(`${name}_milli`)), sql` + `);

/** Many products at many places, straight from the levels: one statement that is planned once. */
@Injectable()
export class LevelsNowQuery {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** Statements: 1. */
  async run({ variantIds, locationIds }: { variantIds: string[]; locationIds?: string[] }): Promise<AvailabilityAnswer> {
    const { rows } = await sql<AvailabilityAnswer['items'][number]>`${PREPARED}
      SELECT variant_id AS "variantId", location_id AS "locationId", ${onHand} AS "onHandMilli", greatest(0, sellable_milli) AS "availableMilli"
      FROM stock_level WHERE variant_id = ANY(${variantIds}::uuid[]) AND (${locationIds === undefined}::bool OR location_id = ANY(${locationIds ?? []}::uuid[]))
      ORDER BY variant_id, location_id`.execute(this.database);
    return { items: rows };
  }
}
