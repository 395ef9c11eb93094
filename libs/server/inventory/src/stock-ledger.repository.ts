import { Injectable } from '@nestjs/common';
import { StockChanged } from '@oneshelf/contracts';
import { invariant, ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { newId, PREPARED, publishWithin, type Tx } from '@oneshelf/platform';
import { type RawBuilder, sql } from 'kysely';
import { bundleColumns } from './bundle-columns';
import { ledgerRows, type TypedColumn } from './ledger-rows';
import { ledgerShape, type LedgerShape } from './ledger-shape';
import { type LotParts, lotParts } from './lots/lot-parts';
import { sayLots } from './lots/say-lots';
import { serialColumns, serialParts } from './serials/serial-parts';
import type { SerialElsewhere } from './serials/serial-elsewhere';
import { serialsElsewhere } from './serials/serial-verdicts';
import { stockDemand } from './stock-demand';
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
  /** Goods leave a level with lots, and nobody said which: nothing was written. */
  unnamed: boolean;
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
   * compared; movements, levels, reservations and the event are written together or not at all. Statements: 1; where
   * goods leave that are told apart by lot and no lot is named, 3: it finds that out, they are chosen, it is applied.
   * Refuses insufficient_stock when a bucket would fall below zero (a counter sale never: it overrides).
   * Whoever names pieces calls `applyNamed`.
   */
  async apply(tx: Tx, operation: StockOperation): Promise<Result<AppliedOperation, InsufficientStock>> {
    invariant(operation.entries.length > 0, 'A stock operation has at least one entry');
    invariant(operation.entries.every((entry) => Number.isSafeInteger(entry.quantityMilli) && entry.quantityMilli > 0), 'A stock entry moves a positive whole number of thousandths');
    const first = await this.attempt(tx, operation, operation);
    const rows = first.some((row) => row.unnamed) && !first.some((row) => row.short) ? await this.attempt(tx, await sayLots(tx, operation), operation) : first;
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

  private async attempt(tx: Tx, operation: StockOperation, asked: StockOperation): Promise<VerdictRow[]> {
    const lots = lotParts(operation);
    return (await applyStatement(operation, told(tx, operation), { entries: asked.entries.length, lots, shape: ledgerShape(operation) }).execute(tx)).rows;
  }
}

interface StatementParts {
  /** Of the operation as it was asked for: lots may have parted some. */
  entries: number;
  lots: LotParts;
  shape: LedgerShape;
}

/**
 * The whole decision in PostgreSQL. `locked` waits for the rows and then shows their newest values; everything after it
 * hangs on `verdict`, so nothing is written before all rows are held. `claimed` makes the operation the first of its id:
 * a repeated one finds its row, waits for it where it is just being written, and writes nothing. `known` is the same for
 * the verdict: what was applied once is not short the second time.
 */
function applyStatement(operation: StockOperation, event: RawBuilder<unknown>, { entries, lots, shape }: StatementParts) {
  const demand = stockDemand(operation.entries, shape.touched).map(lots.ofLevel);
  const order = demand.length === 1 ? sql`` : sql`ORDER BY variant_id, location_id`;
  return sql<VerdictRow>`${PREPARED}
  WITH entry AS (${entryRows(operation)}),
  demand AS (${ledgerRows({ rows: demand, columns: [...LEVEL, ...shape.typed, ...lots.typed] })}),
  locked AS (
    SELECT level.* FROM stock_level level JOIN demand USING (variant_id, location_id)
    ${order} FOR UPDATE OF level
  ),
  known AS (SELECT FROM stock_operation WHERE operation_id = ${operation.operationId}::uuid),
  verdict AS MATERIALIZED (
    SELECT demand.*, locked.variant_id IS NULL AS missing,
      ${shape.short} AS short, ${shape.requested} AS requested, ${shape.available} AS available, ${shape.overrideDelta} AS override_delta${lots.verdict}
    FROM demand LEFT JOIN locked USING (variant_id, location_id)
  ),
  claimed AS (
    INSERT INTO stock_operation AS first (operation_id, entries, recorded_at)
    SELECT ${operation.operationId}::uuid, ${entries}::int4, clock_timestamp() WHERE NOT EXISTS (SELECT FROM verdict WHERE short${lots.unnamed})
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
  applied AS (SELECT * FROM verdict WHERE EXISTS (SELECT FROM written)),
  changed AS (
    UPDATE stock_level level SET ${shape.added}${lots.changed}, version = level.version + 1
    FROM applied WHERE level.variant_id = applied.variant_id AND level.location_id = applied.location_id AND NOT applied.missing
  ),
  ${shape.mayBeNew ? bornPart(shape, lots) : sql``}
  told AS (${event})
  ${reservationParts(operation)}${lots.writes}${serialParts(operation)}
  SELECT variant_id, location_id, short, requested, available, override_delta, unnamed, (SELECT entries FROM claimed) AS entries, (SELECT count(*) FROM written) AS movements
  FROM verdict ${order}`;
}

/** One StockChanged for the whole operation, if anything was written at all. */
function told(tx: Tx, { entries, causeKind, causeId }: StockOperation) {
  const variantIds = [...new Set(entries.map((entry) => entry.variantId))];
  return publishWithin(tx, { type: StockChanged, key: variantIds[0] ?? '', payload: { variantIds, causeKind, causeId } }, sql`EXISTS (SELECT FROM written)`);
}

/** Levels that nothing was ever written of; where another writes one meanwhile, theirs and ours are added. */
const bornPart = (shape: LedgerShape, lots: LotParts) => sql`born AS (
    INSERT INTO stock_level AS level (variant_id, location_id, ${shape.columns}${lots.bornColumn}, version)
    SELECT variant_id, location_id, ${shape.newValues}${lots.bornValue}, 1 FROM applied WHERE missing ORDER BY variant_id, location_id
    ON CONFLICT (variant_id, location_id) DO UPDATE SET ${shape.addedToNew}${lots.bornConflict}, version = level.version + 1
  ),`;

const ENTRY: readonly TypedColumn[] = ['id uuid', 'number int4', 'variant_id uuid', 'location_id uuid', 'from_bucket text', 'to_bucket text',
  'quantity int8', 'reason text', 'unit_cost int8', 'lot_id uuid', 'serial_number text', 'register_id uuid'];
const LEVEL: readonly TypedColumn[] = ['variant_id uuid', 'location_id uuid'];
const KEPT: readonly TypedColumn[] = ['id uuid', 'order_id uuid', 'order_line_id uuid', 'variant_id uuid', 'location_id uuid', 'delta int8'];

function entryRows({ entries }: StockOperation) {
  const rows = entries.map((entry, number) => ({
    id: newId(), number, variant_id: entry.variantId, location_id: entry.locationId, from_bucket: entry.from, to_bucket: entry.to, quantity: entry.quantityMilli,
    reason: entry.reason ?? '', unit_cost: entry.unitCostMinor, lot_id: entry.lotId, serial_number: entry.serialNumber, register_id: entry.registerId,
  }));
  return ledgerRows({ rows, columns: ENTRY });
}

/** A reservation that falls to zero is gone; the caller holds its row already, so both conditions look at one truth. */
function reservationParts({ reservations = [] }: StockOperation) {
  if (reservations.length === 0) return sql``;
  const of = bundleColumns(reservations);
  const rows = reservations.map((change) => ({
    id: newId(), order_id: change.orderId, order_line_id: change.orderLineId, variant_id: change.variantId, location_id: change.locationId, delta: change.deltaMilli, ...of.values(change),
  }));
  return sql`, keep AS (${ledgerRows({ rows, columns: [...KEPT, ...of.types], condition: sql`WHERE EXISTS (SELECT FROM written)` })})
    ${reservations.some(({ deltaMilli }) => deltaMilli > 0) ? grown(of.names) : sql``}
    ${reservations.some(({ deltaMilli }) => deltaMilli < 0) ? SHRUNK : sql``}`;
}

const grown = (ofBundle: RawBuilder<unknown>) => sql`, grown AS (
      INSERT INTO reservation AS r (id, order_id, order_line_id, variant_id, location_id, quantity_milli${ofBundle})
      SELECT id, order_id, order_line_id, variant_id, location_id, delta${ofBundle} FROM keep WHERE delta > 0
      ON CONFLICT (order_line_id, location_id, variant_id) DO UPDATE SET quantity_milli = r.quantity_milli + excluded.quantity_milli
    )`;

const SHRUNK = sql`, shrunk AS (
      UPDATE reservation r SET quantity_milli = r.quantity_milli + keep.delta FROM keep
      WHERE keep.delta < 0 AND r.order_line_id = keep.order_line_id AND r.location_id = keep.location_id AND r.variant_id = keep.variant_id AND r.quantity_milli + keep.delta <> 0
    ),
    ended AS (
      DELETE FROM reservation r USING keep
      WHERE keep.delta < 0 AND r.order_line_id = keep.order_line_id AND r.location_id = keep.location_id AND r.variant_id = keep.variant_id AND r.quantity_milli + keep.delta = 0
    )`;
