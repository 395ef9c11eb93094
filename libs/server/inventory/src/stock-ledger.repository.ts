import { Injectable } from '@nestjs/common';
import { StockChanged } from '@oneshelf/contracts';
import { invariant, ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { newId, PREPARED, publishWithin, type Tx } from '@oneshelf/platform';
import { type RawBuilder, sql } from 'kysely';
import { buckets, type StockBucket } from '@oneshelf/domain-inventory';
import { serialColumns, serialParts } from './serials/serial-parts';
import { type SerialElsewhere, serialsElsewhere } from './serials/serial-verdicts';
import type { InsufficientStock, SerialRefused, StockOperation } from './stock-entry';

/** What an operation did. `applied` is false when this operation had been applied before. */
export interface AppliedOperation {
  applied: boolean;
  /** What counters sold beyond sellable, by variant and location. */
  overrides: { variantId: string; locationId: string; quantityMilli: number }[];
}

interface VerdictRow {
  variant_id: string;
  location_id: string;
  short: boolean;
  requested: number;
  available: number;
  override_delta: number;
  /** Of the operation as it was applied first. */
  entries: number;
  /** Written now. */
  movements: number;
}

/** The only writer of stock_movement, stock_level and reservation. */
@Injectable()
export class StockLedgerRepository {
  /**
   * As `apply`, of an operation whose entries may name pieces by their serials. Refuses serial_elsewhere when a piece is not
   * where it leaves from; a counter sale posts and is told of it. Statements: 1; with serials 3, with unknown ones 4.
   */
  async applyNamed(tx: Tx, operation: StockOperation): Promise<Result<AppliedOperation & { elsewhere: SerialElsewhere[] }, InsufficientStock | SerialRefused>> {
    const elsewhere = await serialsElsewhere(tx, operation);
    if (elsewhere.length > 0 && !operation.mayOverride) return refuse({ kind: 'serial_elsewhere', serials: elsewhere });
    const result = await this.apply(tx, operation);
    return result.ok ? ok({ ...result.value, elsewhere }) : result;
  }

  /**
   * Applies an operation in ONE guarded statement, all or nothing, and says StockChanged once.
   * The levels are locked in (variant, location) order; the demand of all entries is summed per level before it is
   * compared; movements, levels, reservations and the event are written together or not at all. Statements: 1.
   * Refuses insufficient_stock when a bucket would fall below zero (a counter sale never: it overrides).
   * Whoever names pieces calls `applyNamed`.
   */
  async apply(tx: Tx, operation: StockOperation): Promise<Result<AppliedOperation, InsufficientStock>> {
    invariant(operation.entries.length > 0, 'A stock operation has at least one entry');
    invariant(operation.entries.every((entry) => Number.isSafeInteger(entry.quantityMilli) && entry.quantityMilli > 0), 'A stock entry moves a positive whole number of thousandths');
    const { rows } = await applyStatement(operation, told(tx, operation)).execute(tx);
    const shortages = rows
      .filter((row) => row.short)
      .map((row) => ({ variantId: row.variant_id, locationId: row.location_id, requestedMilli: row.requested, availableMilli: row.available }));
    if (shortages.length > 0) return refuse({ kind: 'insufficient_stock', shortages });
    invariant(rows[0]?.entries === operation.entries.length, `Operation ${operation.operationId} was applied before with other entries`);
    if (rows[0].movements === 0) return ok({ applied: false, overrides: [] });
    const overrides = rows
      .filter((row) => row.override_delta > 0)
      .map((row) => ({ variantId: row.variant_id, locationId: row.location_id, quantityMilli: row.override_delta }));
    return ok({ applied: true, overrides });
  }
}

const column = (bucket: StockBucket) => sql.ref(`${bucket}_milli`);
const each = (build: (bucket: StockBucket) => RawBuilder<unknown>) => sql.join(buckets.map(build));

/**
 * The whole decision in PostgreSQL. `locked` waits for the rows and then shows their newest values; everything after it
 * hangs on `verdict`, so nothing is written before all rows are held. `claimed` makes the operation the first of its id:
 * a repeated one finds its row, waits for it where it is just being written, and writes nothing. `known` is the same for
 * the verdict: what was applied once is not short the second time.
 */
const applyStatement = (operation: StockOperation, event: RawBuilder<unknown>) => sql<VerdictRow>`${PREPARED}
  WITH entry AS (${entryRows(operation)}),
  demand AS (
    SELECT variant_id, location_id,
      ${each((bucket) => sql`sum(CASE WHEN to_bucket = ${sql.lit(bucket)} THEN quantity ELSE 0 END - CASE WHEN from_bucket = ${sql.lit(bucket)} THEN quantity ELSE 0 END)::int8 AS ${column(bucket)}`)}
    FROM entry GROUP BY variant_id, location_id
  ),
  locked AS (
    SELECT level.* FROM stock_level level JOIN demand USING (variant_id, location_id)
    ORDER BY level.variant_id, level.location_id FOR UPDATE OF level
  ),
  known AS (SELECT entries FROM stock_operation WHERE operation_id = ${operation.operationId}::uuid),
  verdict AS MATERIALIZED (
    SELECT demand.variant_id, demand.location_id, locked.variant_id IS NULL AS missing,
      NOT EXISTS (SELECT FROM known) AND (${shortOf('sellable', operation.mayOverride ?? false)} OR ${sql.join(buckets.slice(1).map((bucket) => shortOf(bucket, false)), sql` OR `)}) AS short,
      ${requestedOf()} AS requested, ${availableOf()} AS available,
      greatest(0, -(coalesce(locked.sellable_milli, 0) + demand.sellable_milli)) - coalesce(locked.override_milli, 0) AS override_delta
    FROM demand LEFT JOIN locked USING (variant_id, location_id)
  ),
  claimed AS (
    INSERT INTO stock_operation AS first (operation_id, entries, recorded_at)
    SELECT ${operation.operationId}::uuid, ${operation.entries.length}::int4, clock_timestamp() WHERE NOT EXISTS (SELECT FROM verdict WHERE short)
    ON CONFLICT (operation_id) DO UPDATE SET entries = first.entries
    RETURNING entries, xmax = 0 AS fresh
  ),
  written AS (
    INSERT INTO stock_movement (id, operation_id, entry, variant_id, location_id, from_bucket, to_bucket, quantity_milli,
      cause_kind, cause_id, reason, actor, device_id, unit_cost_minor, lot_id, serial_number, register_id, occurred_at, recorded_at)
    SELECT entry.id, ${operation.operationId}::uuid, entry.number, entry.variant_id, entry.location_id, entry.from_bucket, entry.to_bucket, entry.quantity,
      ${operation.causeKind}, ${operation.causeId}, entry.reason, ${operation.actor.name}, ${operation.deviceId ?? null}::uuid,
      entry.unit_cost, entry.lot_id, entry.serial_number, entry.register_id, ${operation.occurredAt}::timestamptz,
      clock_timestamp() -- taken while the level is held, so the times of one level stand in the order of its changes
    FROM entry WHERE EXISTS (SELECT FROM claimed WHERE fresh)
    RETURNING variant_id, location_id, from_bucket, to_bucket${serialColumns(operation)}
  ),
  applied AS (
    SELECT demand.*, verdict.missing FROM demand JOIN verdict USING (variant_id, location_id) WHERE EXISTS (SELECT FROM written)
  ),
  changed AS (
    UPDATE stock_level level SET
      ${each((bucket) => sql`${column(bucket)} = level.${column(bucket)} + applied.${column(bucket)}`)},
      override_milli = greatest(0, -(level.sellable_milli + applied.sellable_milli)), version = level.version + 1
    FROM applied WHERE level.variant_id = applied.variant_id AND level.location_id = applied.location_id AND NOT applied.missing
  ),
  born AS (
    INSERT INTO stock_level AS level (variant_id, location_id, ${each(column)}, override_milli, version)
    SELECT variant_id, location_id, ${each(column)}, greatest(0, -sellable_milli), 1 FROM applied WHERE missing ORDER BY variant_id, location_id
    ON CONFLICT (variant_id, location_id) DO UPDATE SET
      ${each((bucket) => sql`${column(bucket)} = level.${column(bucket)} + excluded.${column(bucket)}`)},
      override_milli = greatest(0, -(level.sellable_milli + excluded.sellable_milli)), version = level.version + 1
  ),
  told AS (${event})
  ${reservationParts(operation)}
  ${serialParts(operation)}
  SELECT variant_id, location_id, short, requested, available, override_delta, (SELECT entries FROM claimed) AS entries, (SELECT count(*) FROM written) AS movements
  FROM verdict ORDER BY variant_id, location_id`;

/** One StockChanged for the whole operation, if anything was written at all. */
function told(tx: Tx, { entries, causeKind, causeId }: StockOperation) {
  const variantIds = [...new Set(entries.map((entry) => entry.variantId))];
  return publishWithin(tx, { type: StockChanged, key: variantIds[0] ?? '', payload: { variantIds, causeKind, causeId } }, sql`EXISTS (SELECT FROM written)`);
}

function entryRows({ entries }: StockOperation) {
  return sql`SELECT * FROM unnest(
    ${entries.map(newId)}::uuid[], ${entries.map((_, index) => index)}::int4[], ${entries.map((entry) => entry.variantId)}::uuid[],
    ${entries.map((entry) => entry.locationId)}::uuid[], ${entries.map((entry) => entry.from)}::text[], ${entries.map((entry) => entry.to)}::text[],
    ${entries.map((entry) => entry.quantityMilli)}::int8[], ${entries.map((entry) => entry.reason ?? '')}::text[],
    ${entries.map((entry) => entry.unitCostMinor ?? null)}::int8[], ${entries.map((entry) => entry.lotId ?? null)}::uuid[],
    ${entries.map((entry) => entry.serialNumber ?? null)}::text[], ${entries.map((entry) => entry.registerId ?? null)}::uuid[]
  ) AS e (id, number, variant_id, location_id, from_bucket, to_bucket, quantity, reason, unit_cost, lot_id, serial_number, register_id)`;
}

/** Only what takes from a bucket can be short; goods that come back are welcome at a level below zero too. */
const shortOf = (bucket: StockBucket, mayOverride: boolean) =>
  mayOverride ? sql`false` : sql`(demand.${column(bucket)} < 0 AND coalesce(locked.${column(bucket)}, 0) + demand.${column(bucket)} < 0)`;

const requestedOf = () => sql`CASE ${sql.join(buckets.map((bucket) => sql`WHEN ${shortOf(bucket, false)} THEN -demand.${column(bucket)}`), sql` `)} ELSE 0 END`;
const availableOf = () => sql`CASE ${sql.join(buckets.map((bucket) => sql`WHEN ${shortOf(bucket, false)} THEN greatest(0, coalesce(locked.${column(bucket)}, 0))`), sql` `)} ELSE 0 END`;

/** A reservation that falls to zero is gone; the caller holds its row already, so both conditions look at one truth. */
function reservationParts({ reservations = [] }: StockOperation) {
  if (reservations.length === 0) return sql``;
  return sql`, keep AS (SELECT * FROM unnest(
      ${reservations.map(newId)}::uuid[], ${reservations.map((change) => change.orderId)}::uuid[], ${reservations.map((change) => change.orderLineId)}::uuid[],
      ${reservations.map((change) => change.variantId)}::uuid[], ${reservations.map((change) => change.locationId)}::uuid[], ${reservations.map((change) => change.deltaMilli)}::int8[]
    ) AS k (id, order_id, order_line_id, variant_id, location_id, delta) WHERE EXISTS (SELECT FROM written)),
    grown AS (
      INSERT INTO reservation AS r (id, order_id, order_line_id, variant_id, location_id, quantity_milli)
      SELECT id, order_id, order_line_id, variant_id, location_id, delta FROM keep WHERE delta > 0
      ON CONFLICT (order_line_id, location_id) DO UPDATE SET quantity_milli = r.quantity_milli + excluded.quantity_milli
    ),
    shrunk AS (
      UPDATE reservation r SET quantity_milli = r.quantity_milli + keep.delta FROM keep
      WHERE keep.delta < 0 AND r.order_line_id = keep.order_line_id AND r.location_id = keep.location_id AND r.quantity_milli + keep.delta <> 0
    ),
    ended AS (
      DELETE FROM reservation r USING keep
      WHERE keep.delta < 0 AND r.order_line_id = keep.order_line_id AND r.location_id = keep.location_id AND r.quantity_milli + keep.delta = 0
    )`;
}
