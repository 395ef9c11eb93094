import { buckets, isStockBucket, type StockBucket } from '@oneshelf/domain-inventory';
import { type RawBuilder, sql } from 'kysely';
import type { LotParts } from './lots/lot-parts';
import type { StockOperation } from './stock-entry';

/** The parts of the ledger's statement that hang on which buckets an operation touches, and on none of its numbers. */
export interface LedgerShape {
  /** What all entries together ask of each level, and the levels, locked in (variant, location) order. */
  demandAndLocked: RawBuilder<unknown>;
  /** For each level what it will change by, and whether it is short. */
  verdict: RawBuilder<unknown>;
  /** Changes the levels that are there, and writes those that are not. */
  levels: RawBuilder<unknown>;
}

const shapes = new Map<string, LedgerShape>();

/**
 * Made once for each kind of operation. It names only the buckets that the operation touches: most touch two of eight,
 * and PostgreSQL pays for each column that a statement adds up, compares and writes, each time it begins one.
 */
export function ledgerShape(operation: StockOperation, lots: LotParts): LedgerShape {
  const { entries, mayOverride = false } = operation;
  const touched = buckets.filter((bucket) => entries.some(({ from, to }) => from === bucket || to === bucket));
  const mayBeNew = mayOverride || entries.some(({ from }) => !isStockBucket(from));
  if (touched.length === 0) touched.push('sellable'); // from outside to outside: the level stays as it is
  const key = [...touched, mayOverride, mayBeNew, lots.key].join();
  const known = shapes.get(key) ?? draw({ touched, mayOverride, mayBeNew, lots });
  shapes.set(key, known);
  return known;
}

interface Touched {
  touched: readonly StockBucket[];
  mayOverride: boolean;
  /** Goods come from outside, or are sold beyond what there is; what only moves between buckets has a level or is short. */
  mayBeNew: boolean;
  lots: LotParts;
}

function draw({ touched, mayOverride, mayBeNew, lots }: Touched): LedgerShape {
  const each = (build: (column: string, bucket: StockBucket) => string, between = ', '): string => touched.map((bucket) => build(`${bucket}_milli`, bucket)).join(between);
  const isShort = (bucket: StockBucket): string => `(demand.${bucket}_milli < 0 AND coalesce(locked.${bucket}_milli, 0) + demand.${bucket}_milli < 0)`;
  const guarded = touched.filter((bucket) => !(mayOverride && bucket === 'sellable'));
  // Only what takes from a bucket can be short; goods that come back are welcome at a level below zero too.
  const short = guarded.length === 0 ? 'false' : `(${guarded.map(isShort).join(' OR ')}) AND NOT EXISTS (SELECT FROM known)`;
  const firstShort = (build: (bucket: StockBucket) => string): string => `CASE ${touched.map((bucket) => `WHEN ${isShort(bucket)} THEN ${build(bucket)}`).join(' ')} ELSE 0 END`;
  const sellable = touched.includes('sellable');
  return {
    demandAndLocked: sql.raw(`demand AS (
    SELECT variant_id, location_id, ${each((column, bucket) => `sum(CASE WHEN to_bucket = '${bucket}' THEN quantity ELSE 0 END - CASE WHEN from_bucket = '${bucket}' THEN quantity ELSE 0 END)::int8 AS ${column}`)}${lots.demand}
    FROM entry GROUP BY variant_id, location_id
  ),
  locked AS (
    SELECT level.variant_id, level.location_id, ${each((column) => `level.${column}`)}${sellable ? ', level.override_milli' : ''}${lots.locked} FROM stock_level level JOIN demand USING (variant_id, location_id)
    ORDER BY level.variant_id, level.location_id FOR UPDATE OF level
  )`),
    verdict: sql.raw(`verdict AS MATERIALIZED (
    SELECT demand.*, locked.variant_id IS NULL AS missing, ${short} AS short,
      ${firstShort((bucket) => `-demand.${bucket}_milli`)} AS requested, ${firstShort((bucket) => `greatest(0, coalesce(locked.${bucket}_milli, 0))`)} AS available,
      ${sellable ? 'greatest(0, -(coalesce(locked.sellable_milli, 0) + demand.sellable_milli)) - coalesce(locked.override_milli, 0)' : '0::int8'} AS override_delta${lots.verdict}
    FROM demand LEFT JOIN locked USING (variant_id, location_id)
  )`),
    levels: sql.raw(`changed AS (
    UPDATE stock_level level SET ${each((column) => `${column} = level.${column} + applied.${column}`)}${sellable ? ', override_milli = greatest(0, -(level.sellable_milli + applied.sellable_milli))' : ''}, version = level.version + 1${lots.changed}
    FROM applied WHERE level.variant_id = applied.variant_id AND level.location_id = applied.location_id AND NOT applied.missing
  )${mayBeNew ? born({ each, sellable, lots }) : ''}`),
  };
}

interface Born {
  each: (build: (column: string) => string) => string;
  sellable: boolean;
  lots: LotParts;
}

function born({ each, sellable, lots }: Born): string {
  return `,
  born AS (
    INSERT INTO stock_level AS level (variant_id, location_id, ${each((column) => column)}${sellable ? ', override_milli' : ''}, version${lots.bornColumn})
    SELECT variant_id, location_id, ${each((column) => column)}${sellable ? ', greatest(0, -sellable_milli)' : ''}, 1${lots.bornValue} FROM applied WHERE missing ORDER BY variant_id, location_id
    ON CONFLICT (variant_id, location_id) DO UPDATE SET
      ${each((column) => `${column} = level.${column} + excluded.${column}`)}${sellable ? ', override_milli = greatest(0, -(level.sellable_milli + excluded.sellable_milli))' : ''}, version = level.version + 1${lots.bornConflict}
  )`;
}
