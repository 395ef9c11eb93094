import { Inject, Injectable } from '@nestjs/common';
import type { DayShift } from '@oneshelf/contracts';
import { type Database, DATABASE } from '@oneshelf/platform';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { sql } from 'kysely';

interface Row {
  id: string; location_id: string; register_id: string; currency: string; status: 'open' | 'closed'; opened_by_name: string; opened_at: Date;
  closed_by_name: string | null; closed_at: Date | null; expected_minor: number | null; counted_minor: number | null; difference_minor: number | null; sale_count: number; sales_minor: number;
}

/** The shifts of a business date with what they sold and what their count found. */
@Injectable()
export class ShiftsOfDay {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly organisation: OrganisationDirectory,
  ) {}

  async run(day: { date: string; locationId: string | null }): Promise<DayShift[]> {
    const { rows } = await sql<Row>`
      SELECT s.*, coalesce(t.count, 0) AS sale_count, coalesce(t.total, 0)::int8 AS sales_minor
      FROM shift s LEFT JOIN LATERAL (SELECT count(*) AS count, sum(total_minor) AS total FROM till_sale WHERE shift_id = s.id) t ON true
      WHERE s.business_date = ${day.date}::date AND (${day.locationId}::uuid IS NULL OR s.location_id = ${day.locationId}::uuid)
      ORDER BY s.opened_at, s.id`.execute(this.database);
    const { locations, registers } = await this.organisation.read();
    return rows.map((row) => ({
      id: row.id, locationId: row.location_id, locationName: locations.get(row.location_id)?.name ?? '', registerName: registers.get(row.register_id)?.name ?? '', currency: row.currency,
      status: row.status, openedByName: row.opened_by_name, openedAt: row.opened_at.toISOString(), closedByName: row.closed_by_name, closedAt: row.closed_at?.toISOString() ?? null,
      saleCount: row.sale_count, salesMinor: row.sales_minor, expectedMinor: row.expected_minor, countedMinor: row.counted_minor, differenceMinor: row.difference_minor,
    }));
  }
}
