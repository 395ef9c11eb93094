import { buckets, isStockBucket, type StockBucket } from '@oneshelf/domain-inventory';
import { type RawBuilder, sql } from 'kysely';
import type { TypedColumn } from './ledger-rows';
import type { StockOperation } from './stock-entry';

type Part = RawBuilder<unknown>;

/** What in the ledger's statement hangs on which buckets an operation touches, and on none of its numbers. */
export interface LedgerShape {
  /** The buckets that the operation takes from or adds to. */
  touched: readonly StockBucket[];
  /** Their columns, with `override_milli` where they are sellable ones. */
  columns: Part;
  /** Of `demand`: the same with their types. */
  typed: readonly TypedColumn[];
  /** Of `verdict`. */
  short: Part;
  requested: Part;
  available: Part;
  overrideDelta: Part;
  /** Of `changed`: adds what is `applied` to what is there. */
  added: Part;
  /** Whether a level may be written for the first time. What only moves between buckets has a level, or is short. */
  mayBeNew: boolean;
  /** Of `born`: the values of `columns`, and how they are added where another was first. */
  newValues: Part;
  addedToNew: Part;
}

const shapes = new Map<string, LedgerShape>();

/**
 * Made once for each kind of operation. It names only the buckets that the operation touches: most touch two of eight,
 * and PostgreSQL pays for each expression that a statement names, each time it begins one (docs/adr/0043).
 */
export function ledgerShape({ entries, mayOverride = false }: StockOperation): LedgerShape {
  const touched = buckets.filter((bucket) => entries.some(({ from, to }) => from === bucket || to === bucket));
  if (touched.length === 0) touched.push('sellable'); // from outside to outside: the level stays as it is
  // Only what takes from a bucket can be short; goods that come back are welcome at a level below zero too.
  const guarded = touched.filter((bucket) => !(mayOverride && bucket === 'sellable') && entries.some(({ from }) => from === bucket));
  const mayBeNew = mayOverride || entries.some(({ from }) => !isStockBucket(from));
  const key = [...touched, '<', ...guarded, mayBeNew].join();
  const known = shapes.get(key) ?? draw({ touched, guarded, mayBeNew });
  shapes.set(key, known);
  return known;
}

function draw({ touched, guarded, mayBeNew }: { touched: readonly StockBucket[]; guarded: readonly StockBucket[]; mayBeNew: boolean }): LedgerShape {
  const sellable = touched.includes('sellable');
  const list = (build: (column: string) => string, override: string): Part => sql.raw([...touched.map((bucket) => build(`${bucket}_milli`)), ...(sellable ? [override] : [])].join(', '));
  const isShort = (bucket: StockBucket): string => `(demand.${bucket}_milli < 0 AND coalesce(locked.${bucket}_milli, 0) + demand.${bucket}_milli < 0)`;
  const ofFirstShort = (build: (bucket: StockBucket) => string): Part => sql.raw(guarded.length === 0 ? '0' : `CASE ${guarded.map((bucket) => `WHEN ${isShort(bucket)} THEN ${build(bucket)}`).join(' ')} ELSE 0 END`);
  return {
    touched,
    columns: list((column) => column, 'override_milli'),
    typed: touched.map((bucket) => `${bucket}_milli int8` as const),
    short: sql.raw(guarded.length === 0 ? 'false' : `(${guarded.map(isShort).join(' OR ')}) AND NOT EXISTS (SELECT FROM known)`),
    requested: ofFirstShort((bucket) => `-demand.${bucket}_milli`),
    available: ofFirstShort((bucket) => `greatest(0, coalesce(locked.${bucket}_milli, 0))`),
    overrideDelta: sql.raw(sellable ? 'greatest(0, -(coalesce(locked.sellable_milli, 0) + demand.sellable_milli)) - coalesce(locked.override_milli, 0)' : '0'),
    added: list((column) => `${column} = level.${column} + applied.${column}`, 'override_milli = greatest(0, -(level.sellable_milli + applied.sellable_milli))'),
    mayBeNew,
    newValues: list((column) => column, 'greatest(0, -sellable_milli)'),
    addedToNew: list((column) => `${column} = level.${column} + excluded.${column}`, 'override_milli = greatest(0, -(level.sellable_milli + excluded.sellable_milli))'),
  };
}
