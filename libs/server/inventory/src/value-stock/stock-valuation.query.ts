import { Inject, Injectable } from '@nestjs/common';
import type { StockValuationAnswer } from '@oneshelf/contracts';
import { type Database, DATABASE } from '@oneshelf/platform';
import { VariantDirectory } from '@oneshelf/server-catalog';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { sql } from 'kysely';

export interface ValuationAsk {
  at: Date;
  locationIds: string[];
  method: 'average' | 'fifo';
  /** Whether what is between locations belongs to it. */
  withTransit: boolean;
}

export interface WorthRow {
  location_id: string;
  variant_id: string;
  quantity: number;
  average: number;
  fifo: number;
}

/** What stock was worth at an instant: what it is worth now, less all that was reckoned since. */
@Injectable()
export class StockValuationQuery {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly variants: VariantDirectory,
    private readonly organisation: OrganisationDirectory,
  ) {}

  async run(ask: ValuationAsk): Promise<StockValuationAnswer> {
    const { locations, markets } = await this.organisation.read();
    const placeOf = (locationId: string) => {
      const location = locations.get(locationId);
      return { locationId, locationName: location?.name ?? '', currency: markets.get(location?.marketCode ?? '')?.currency ?? '' };
    };
    const rows = (await this.byDepartment(ask)).map(({ location_id, department, quantity, value, without_cost }) => ({ ...placeOf(location_id), department, quantityMilli: quantity, valueMinor: value, withoutCostMilli: without_cost }));
    const transit = ask.withTransit ? await this.inTransit(ask) : [];
    return {
      at: ask.at.toISOString(), method: ask.method, rows: rows.sort((a, b) => a.locationName.localeCompare(b.locationName) || a.department.localeCompare(b.department)),
      totals: byCurrency(rows), inTransit: byCurrency(transit.map((row) => ({ currency: placeOf(row.location_id).currency, quantityMilli: row.quantity, valueMinor: row.value }))).filter((sum) => sum.quantityMilli !== 0 || sum.valueMinor !== 0),
      waitingLevels: await this.waiting(ask.locationIds),
    };
  }

  /** Level by level, for a file. */
  async levels({ at, locationIds }: Pick<ValuationAsk, 'at' | 'locationIds'>): Promise<WorthRow[]> {
    const { rows } = await sql<WorthRow>`SELECT * FROM (${worthAt(at, locationIds)}) worth WHERE quantity <> 0 OR average <> 0 OR fifo <> 0 ORDER BY location_id, variant_id`.execute(this.database);
    return rows;
  }

  private async byDepartment({ at, locationIds, method }: ValuationAsk) {
    const { rows: known } = await sql<{ variant_id: string }>`SELECT DISTINCT variant_id FROM stock_cost WHERE location_id = ANY(${locationIds}::uuid[])`.execute(this.database);
    const departments = await this.variants.departmentsOf(known.map((row) => row.variant_id));
    const { rows } = await sql<{ location_id: string; department: string; quantity: number; value: number; without_cost: number }>`
      SELECT location_id, coalesce(of.department, '') AS department, sum(quantity)::int8 AS quantity, sum(${method === 'average' ? sql`average` : sql`fifo`})::int8 AS value,
        coalesce(sum(quantity) FILTER (WHERE quantity > 0 AND average = 0), 0)::int8 AS without_cost
      FROM (${worthAt(at, locationIds)}) worth
      LEFT JOIN unnest(${[...departments.keys()]}::uuid[], ${[...departments.values()]}::text[]) AS of (variant_id, department) USING (variant_id)
      WHERE quantity <> 0 OR average <> 0 OR fifo <> 0 GROUP BY 1, 2`.execute(this.database);
    return rows;
  }

  /** What left by transfers and has not come, under the location that it left. */
  private async inTransit({ at, method }: ValuationAsk) {
    const value = method === 'average' ? sql`average_minor + average_expensed_minor` : sql`fifo_minor + fifo_expensed_minor`;
    const { rows } = await sql<{ location_id: string; quantity: number; value: number }>`
      SELECT location_id, sum(quantity)::int8 AS quantity, sum(value)::int8 AS value FROM (
        SELECT (array_agg(location_id ORDER BY recorded_at))[1] AS location_id, -sum(quantity_milli) AS quantity, -sum(${value}) AS value
        FROM stock_cost_entry WHERE cause_kind = 'transfer' AND recorded_at <= ${at}::timestamptz GROUP BY cause_id) carried
      GROUP BY 1`.execute(this.database);
    return rows;
  }

  private async waiting(locationIds: string[]): Promise<number> {
    const { rows } = await sql<{ count: number }>`
      SELECT count(*)::int AS count FROM stock_level level LEFT JOIN stock_cost cost USING (variant_id, location_id)
      WHERE location_id = ANY(${locationIds}::uuid[]) AND level.version IS DISTINCT FROM cost.level_version`.execute(this.database);
    return rows[0]?.count ?? 0;
  }
}

const worthAt = (at: Date, locationIds: string[]) => sql`
  SELECT cost.location_id, cost.variant_id, cost.quantity_milli - coalesce(since.quantity, 0) AS quantity, cost.average_minor - coalesce(since.average, 0) AS average, cost.fifo_minor - coalesce(since.fifo, 0) AS fifo
  FROM stock_cost cost LEFT JOIN (
    SELECT variant_id, location_id, sum(quantity_milli)::int8 AS quantity, sum(average_minor)::int8 AS average, sum(fifo_minor)::int8 AS fifo
    FROM stock_cost_entry WHERE recorded_at > ${at}::timestamptz GROUP BY variant_id, location_id) since USING (variant_id, location_id)
  WHERE cost.location_id = ANY(${locationIds}::uuid[])`;

interface Sum { currency: string; quantityMilli: number; valueMinor: number }

/** Amounts of two currencies have no sum. */
function byCurrency(rows: readonly Sum[]): Sum[] {
  const sums = new Map<string, Sum>();
  for (const { currency, quantityMilli, valueMinor } of rows) {
    const sum = sums.get(currency) ?? { currency, quantityMilli: 0, valueMinor: 0 };
    sums.set(currency, { currency, quantityMilli: sum.quantityMilli + quantityMilli, valueMinor: sum.valueMinor + valueMinor });
  }
  return [...sums.values()].sort((a, b) => a.currency.localeCompare(b.currency));
}
