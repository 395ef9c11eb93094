import * as z from 'zod';

/** map: the least that the maker lets the goods be advertised at. */
export const ReferenceKind = z.enum(['map', 'competitor', 'marketplace']);
export type ReferenceKind = z.infer<typeof ReferenceKind>;

/** Rows that one file of reference prices may have. */
export const MOST_REFERENCE_ROWS = 100_000;

const FileError = z.object({
  row: z.int(),
  column: z.enum(['file', 'sku', 'kind', 'source', 'price', 'currency', 'seen_at']),
  code: z.enum(['unreadable_file', 'missing_column', 'no_rows', 'too_many_rows', 'missing', 'unknown_sku', 'unknown_kind', 'too_long', 'not_a_price', 'negative', 'too_large', 'wrong_currency', 'not_a_date', 'in_the_future', 'repeated']),
  message: z.string(),
});

/**
 * POST /api/markets/:market/reference-prices: a CSV file as the part `file`, behind the fields `dryRun` ("true": only
 * looked at) and `isWhole` ("true": what the file's sources had and the file has not goes away). Rows with errors are
 * named, the first 200 of them, and then nothing is written.
 */
export const ReferenceImport = z
  .object({
    isDryRun: z.boolean(),
    rows: z.int(),
    added: z.int(),
    changed: z.int(),
    same: z.int(),
    removed: z.int(),
    sources: z.array(z.object({ kind: ReferenceKind, source: z.string(), rows: z.int() })),
    errorCount: z.int(),
    errors: z.array(FileError),
  })
  .meta({ id: 'ReferenceImport' });
export type ReferenceImport = z.infer<typeof ReferenceImport>;
export type ReferenceFileError = ReferenceImport['errors'][number];

/** GET /api/markets/:market/reference-prices: where the market's reference prices come from. */
export const ReferenceSources = z
  .object({ items: z.array(z.object({ kind: ReferenceKind, source: z.string(), prices: z.int(), lastSeenAt: z.iso.datetime() })) })
  .meta({ id: 'ReferenceSources' });
export type ReferenceSources = z.infer<typeof ReferenceSources>;
