import * as z from 'zod';

/** What a column of a file can mean to us. */
export const IMPORT_FIELDS = [
  'title', 'sku', 'handle', 'barcode', 'price', 'currency', 'cost', 'stock', 'stockLocation', 'brand', 'department', 'category', 'collections',
  'description', 'taxClass', 'status', 'imageUrl', 'weight', 'weightUnit', 'contents', 'contentsUnit', 'option1', 'option2', 'option3',
] as const;

export const ImportField = z.enum(IMPORT_FIELDS).meta({ id: 'ImportField' });
export type ImportField = z.infer<typeof ImportField>;

/**
 * Which column holds which field. Without `handle` each row is a product of one variant; with it, rows of one handle
 * are one product. `option1` to `option3` name columns such as "Size"; the column's name becomes the option's.
 */
export const ImportMapping = z
  .object({
    fields: z.partialRecord(ImportField, z.string().min(1)),
    /** Columns that are kept as attributes of the product, under their own names; several values of a cell are divided by |. */
    attributes: z.array(z.string().min(1).max(80)).max(50).optional(),
  })
  .meta({ id: 'ImportMapping' });
export type ImportMapping = z.infer<typeof ImportMapping>;

export const ImportFormat = z.enum(['shopify', 'spree', 'vendure', 'medusa', 'mapped', 'unknown']).meta({ id: 'ImportFormat' });
export type ImportFormat = z.infer<typeof ImportFormat>;

export const ImportStatus = z.enum(['uploaded', 'checked', 'importing', 'done', 'cancelled', 'failed']).meta({ id: 'ImportStatus' });
export type ImportStatus = z.infer<typeof ImportStatus>;

const count = z.int().nonnegative();

/** What a dry run found, or an import did. `skusMade`: variants without a SKU in the file, which get one from handle and position. */
export const ImportCounts = z
  .object({
    productsNew: count, productsChanged: count, productsUnchanged: count, productsRejected: count,
    variantsNew: count, variantsChanged: count, variantsUnchanged: count,
    rowsRejected: count, skusMade: count, prices: count, pricesInOtherCurrencies: count, stockLines: count, errors: count, warnings: count,
  })
  .meta({ id: 'ImportCounts' });
export type ImportCounts = z.infer<typeof ImportCounts>;

/** `row` counts as a spreadsheet does: the header is row 1. `error` rejects the whole product; `warning` leaves something out. */
export const ImportFinding = z
  .object({ row: z.int(), column: z.string(), code: z.string(), message: z.string(), value: z.string(), severity: z.enum(['error', 'warning']) })
  .meta({ id: 'ImportFinding' });
export type ImportFinding = z.infer<typeof ImportFinding>;

export const ImportRunSummary = z
  .object({
    id: z.uuid(), fileName: z.string(), format: ImportFormat, marketCode: z.string(), status: ImportStatus,
    rowsTotal: count, rowsDone: count, counts: ImportCounts.nullable(), failure: z.string().nullable(), cancelAsked: z.boolean(),
    createdBy: z.string(), createdAt: z.iso.datetime(), finishedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'ImportRunSummary' });
export type ImportRunSummary = z.infer<typeof ImportRunSummary>;

/** `suggestedMapping`: kept from the last file with these columns, else guessed by their names; null for a format that we know. */
export const ImportRun = z
  .object({
    ...ImportRunSummary.shape,
    columns: z.array(z.string()), columnsNotUsed: z.array(z.string()), samples: z.array(z.array(z.string())),
    mapping: ImportMapping.nullable(), suggestedMapping: ImportMapping.nullable(), mappingKept: z.boolean(), findings: z.array(ImportFinding),
  })
  .meta({ id: 'ImportRun' });
export type ImportRun = z.infer<typeof ImportRun>;

export const ImportRunList = z.object({ imports: z.array(ImportRunSummary) }).meta({ id: 'ImportRunList' });
export type ImportRunList = z.infer<typeof ImportRunList>;
