import * as z from 'zod';
import { QuantityUnit } from '../catalog/quantity-unit.contract';
import { CorrectionReason } from './correction.contract';

const milli = z.int();

/** GET /api/stock/sheet: SKUs by locations, in columns. */
export const StockSheetQuery = z.object({
  number: z.enum(['on_hand', 'available', 'quality_control', 'quarantine', 'refurbish', 'damaged', 'safety']).default('on_hand'),
  search: z.string().trim().max(100).optional(),
  department: z.string().trim().max(100).optional(),
  /** Only rows with a cell below zero, at zero, or above it. */
  only: z.enum(['below_zero', 'zero', 'some']).optional(),
  /** Comma-separated; none: all that hold stock. */
  locationIds: z.string().max(4000).regex(/^[0-9a-f-]{36}(,[0-9a-f-]{36})*$/, 'is a list of location ids with commas between them').optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(5000).default(1000),
});
export type StockSheetQuery = z.infer<typeof StockSheetQuery>;

/**
 * Columns of one page: row n is `variantIds[n]`, `skus[n]`, and `levels[m][n]` at `locationIds[m]`; null where the location never had it.
 * `bundles[n]`: it has no stock of its own. `bins[n]`: its home, where one location was asked for; else the column is empty.
 */
export const StockSheetAnswer = z
  .object({ asOf: z.iso.datetime(), locationIds: z.array(z.uuid()), variantIds: z.array(z.uuid()), skus: z.array(z.string()), titles: z.array(z.string()), units: z.array(QuantityUnit), bundles: z.array(z.boolean()), bins: z.array(z.string().nullable()), levels: z.array(z.array(milli.nullable())), nextCursor: z.string().nullable() })
  .meta({ id: 'StockSheet' });
export type StockSheetAnswer = z.infer<typeof StockSheetAnswer>;

/** GET /api/stock/levels.csv */
export const StockLevelsCsvQuery = StockSheetQuery.pick({ search: true, department: true, only: true, locationIds: true });
export type StockLevelsCsvQuery = z.infer<typeof StockLevelsCsvQuery>;

/**
 * POST /api/stock/levels/check and /apply: a file with the columns SKU, location, and on_hand or delta.
 * An absolute number is compared with what the ledger says was there at `asOf`, or at the row's own as_of where the file
 * has that column: what was sold since stays sold.
 */
export const StockFileRequest = z.object({ csv: z.string().min(1).max(3_500_000), asOf: z.iso.datetime() }).meta({ id: 'StockFileRequest' });
export type StockFileRequest = z.infer<typeof StockFileRequest>;

export const ApplyStockFileRequest = StockFileRequest.extend({ reason: CorrectionReason, note: z.string().trim().max(200).optional(), expectedChanges: z.int().min(1) }).meta({ id: 'ApplyStockFileRequest' });
export type ApplyStockFileRequest = z.infer<typeof ApplyStockFileRequest>;

/** What the file would do. With a problem in any row nothing of it can be applied. */
export const StockFileAnswer = z
  .object({
    rows: z.int(),
    unchanged: z.int(),
    /** How many rows change a number; `changes` and `problems` hold the first 500. */
    changeCount: z.int(),
    unitsMilli: milli,
    changes: z.array(z.object({ row: z.int(), variantId: z.uuid(), sku: z.string(), title: z.string(), unit: QuantityUnit, locationId: z.uuid(), fileMilli: milli, thenMilli: milli, nowMilli: milli, deltaMilli: milli, afterMilli: milli })),
    problemCount: z.int(),
    problems: z.array(z.object({ row: z.int(), column: z.string(), code: z.enum(['missing_column', 'unknown_sku', 'bundle', 'unknown_location', 'not_a_number', 'twice', 'both_numbers', 'below_zero', 'not_an_instant', 'not_allowed_here', 'not_whole', 'too_many_rows', 'unreadable']), value: z.string() })),
  })
  .meta({ id: 'StockFile' });
export type StockFileAnswer = z.infer<typeof StockFileAnswer>;

/** GET /api/stock/departments */
export const StockDepartmentsAnswer = z.object({ departments: z.array(z.string()) }).meta({ id: 'StockDepartments' });
export type StockDepartmentsAnswer = z.infer<typeof StockDepartmentsAnswer>;

/** POST /api/stock/resolve-codes: SKUs or barcodes to products, for pasted and scanned lists. */
export const ResolveCodesRequest = z.object({ codes: z.array(z.string().trim().min(1).max(64)).min(1).max(5000) }).meta({ id: 'ResolveCodesRequest' });
export type ResolveCodesRequest = z.infer<typeof ResolveCodesRequest>;
export const ResolveCodesAnswer = z
  .object({ items: z.array(z.object({ code: z.string(), variantId: z.uuid(), sku: z.string(), title: z.string(), variantTitle: z.string() })), unknown: z.array(z.string()), /** Bundles: none of them is moved or counted as itself. */ bundles: z.array(z.string()) })
  .meta({ id: 'ResolveCodesAnswer' });
export type ResolveCodesAnswer = z.infer<typeof ResolveCodesAnswer>;
