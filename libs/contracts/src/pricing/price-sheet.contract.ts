import * as z from 'zod';
import { PriceBookSettings, PriceFormulaContract } from './price-book.contract';
import { ReferenceKind } from './reference-price.contract';

const Amount = z.int().nonnegative();
/** The quantity from which a price is, in thousandths; 0: any. */
const FromMilli = z.int().min(0).max(10_000_000).default(0);

/** GET /api/price-books */
export const PriceBookList = z
  .object({
    items: z.array(
      z.object({
        id: z.uuid(),
        code: z.string(),
        name: z.string(),
        marketCode: z.string(),
        currency: z.string(),
        settings: PriceBookSettings,
        /** Of the customer that the scope names. */
        customerName: z.string().nullable(),
        live: z.object({ number: z.int(), publishedAt: z.iso.datetime().nullable() }).nullable(),
        draft: z.object({ versionId: z.uuid(), number: z.int(), changes: z.int(), authorName: z.string() }).nullable(),
        scheduled: z.array(z.object({ versionId: z.uuid(), number: z.int(), changes: z.int(), goesLiveAt: z.iso.datetime(), goesLiveLocal: z.string().nullable() })),
      }),
    ),
  })
  .meta({ id: 'PriceBookList' });
export type PriceBookList = z.infer<typeof PriceBookList>;

const PriceSheetColumn = z.object({
  bookId: z.uuid(),
  name: z.string(),
  /** 0: any quantity; 6000: from six units. */
  fromMilli: z.int(),
  channelCode: z.string().nullable(),
  locationId: z.uuid().nullable(),
  /** Null: a book with prices of its own. */
  derivation: z
    .object({
      /** Name of the base; null: the cost. */
      baseName: z.string().nullable(),
      /** Version of the base that the book holds on to; null: it follows the base. */
      versionNumber: z.int().nullable(),
      formula: PriceFormulaContract,
      /** The column with the base's prices; null: the cost, a version (`pinnedMinor`), or no price of the base at this quantity. */
      column: z.int().nullable(),
      /** The base's prices in that version, in the rows' order. */
      pinnedMinor: z.array(Amount.nullable()).nullable(),
    })
    .nullable(),
  /** The book's open draft. */
  draft: z.object({ versionId: z.uuid(), number: z.int(), revision: z.int() }).nullable(),
});

/** A market's sheet row by row, as the review reads it; the open sheet gets the same as a `PriceSheetTable`. */
export const PriceSheet = z.object({
  marketCode: z.string(),
  currency: z.string(),
  taxInclusive: z.boolean(),
  release: z.int(),
  columns: z.array(PriceSheetColumn),
  rows: z.array(
    z.object({
      variantId: z.uuid(),
      sku: z.string(),
      title: z.string(),
      costMinor: Amount.nullable(),
      taxRateBasisPoints: z.int(),
      /** The least that the maker lets it be advertised at; null: no limit is known. */
      mapMinor: Amount.nullable(),
      live: z.array(Amount.nullable()),
      /** Only columns that the draft changes: column index and amount; null takes the price out. */
      draft: z.array(z.object({ column: z.int(), amountMinor: Amount.nullable() })),
    }),
  ),
});
export type PriceSheet = z.infer<typeof PriceSheet>;

/**
 * GET /api/markets/:market/price-sheet, column by column: fifty thousand rows are a few long lists. Columns are the
 * market's books, one for each quantity from which a book has a price; books for the whole market stand first. In a
 * derived column `live` and `draft` are the prices set by hand; where there is none the formula gives one.
 */
export const PriceSheetTable = z
  .object({
    marketCode: z.string(),
    currency: z.string(),
    taxInclusive: z.boolean(),
    release: z.int(),
    columns: z.array(PriceSheetColumn),
    /** Lists of one length, in the rows' order. */
    rows: z.object({ variantIds: z.array(z.uuid()), skus: z.array(z.string()), titles: z.array(z.string()), costsMinor: z.array(Amount.nullable()), taxRatesBasisPoints: z.array(z.int()) }),
    /** Of each column the prices in the rows' order. */
    live: z.array(z.array(Amount.nullable())),
    /** Of each column what its draft changes: places of rows, and of each the amount (null takes the price out), who changed it (a place in `authors`, -1: the reader) and when, in seconds since 1970. */
    draft: z.array(z.object({ rows: z.array(z.int()), amountsMinor: z.array(Amount.nullable()), by: z.array(z.int()), atSeconds: z.array(z.int()) })),
    authors: z.array(z.string()),
    /** Of each source its prices by places of rows, and when they were seen, in seconds since 1970. */
    references: z.array(z.object({ kind: ReferenceKind, source: z.string(), rows: z.array(z.int()), amountsMinor: z.array(Amount), seenAtSeconds: z.array(z.int()) })),
  })
  .meta({ id: 'PriceSheetTable' });
export type PriceSheetTable = z.infer<typeof PriceSheetTable>;

/**
 * PATCH /api/price-books/:id/draft. An amount that equals the live price takes the change back. With `sawMinor`, what the
 * editor saw in the cell (null: no price by hand), the cell is left alone where somebody else changed it since, and is
 * answered as a clash; without it the change is written whatever stands there. `editorId` is the open sheet that sends:
 * its own earlier edit is never a clash, so what was sent without an answer may be sent again.
 */
export const SaveDraftRequest = z
  .object({
    changes: z.array(z.object({ variantId: z.uuid(), fromMilli: FromMilli, amountMinor: Amount.max(1_000_000_000).nullable(), sawMinor: Amount.nullable().optional() })).min(1).max(10_000),
    editorId: z.uuid().optional(),
  })
  .meta({ id: 'SaveDraftRequest' });
export type SaveDraftRequest = z.infer<typeof SaveDraftRequest>;

export const DraftState = z.object({ versionId: z.uuid(), number: z.int(), changes: z.int(), revision: z.int() }).meta({ id: 'DraftState' });
export type DraftState = z.infer<typeof DraftState>;

export const ReviewedChange = z.object({
  variantId: z.uuid(),
  sku: z.string(),
  title: z.string(),
  fromMilli: z.int(),
  beforeMinor: Amount.nullable(),
  afterMinor: Amount.nullable(),
  costMinor: Amount.nullable(),
  marginBeforeBasisPoints: z.int().nullable(),
  marginAfterBasisPoints: z.int().nullable(),
  checks: z.array(z.enum(['below_cost', 'large_change', 'removed', 'below_map'])),
});

/**
 * A page of each book's changes, in the order of the sheet; with `book` of that book alone, with `check` of those that stand
 * out by it. Books and totals are of all changes whatever is asked.
 */
export const PriceReviewQuery = z.object({
  book: z.uuid().optional(),
  check: ReviewedChange.shape.checks.element.optional(),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});
export type PriceReviewQuery = z.infer<typeof PriceReviewQuery>;

/** GET /api/markets/:market/price-review. `count` is of all that the page is of. `derived` are books whose formula makes other prices of the changes; they count in the checks, not in the changes. */
export const PriceReview = z
  .object({
    marketCode: z.string(),
    currency: z.string(),
    books: z.array(
      z.object({
        bookId: z.uuid(),
        name: z.string(),
        versionId: z.uuid(),
        number: z.int(),
        revision: z.int(),
        count: z.int(),
        changes: z.array(ReviewedChange),
      }),
    ),
    derived: z.array(z.object({ bookId: z.uuid(), name: z.string(), count: z.int(), changes: z.array(ReviewedChange) })),
    totals: z.object({ changed: z.int(), raised: z.int(), lowered: z.int(), added: z.int(), removed: z.int(), belowCost: z.int(), belowMap: z.int(), large: z.int() }),
  })
  .meta({ id: 'PriceReview' });
export type PriceReview = z.infer<typeof PriceReview>;

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** A time without an offset, on the clock of each store: '2026-11-23T00:00'. */
export const LocalDateTime = z
  .string()
  .regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d(?::00)?$/, 'A time like 2026-11-23T00:00')
  .refine((text) => isDay(text.slice(0, 10)), 'There is no such day');

/**
 * POST /api/markets/:market/publish. The revisions say what the reviewer saw; a draft that changed since is refused.
 * A price below cost or below the maker's limit is refused as `below_cost`, with the first ones in `details`, unless `acceptBelowCost`.
 */
export const PublishPricesRequest = z
  .object({
    drafts: z.array(z.object({ versionId: z.uuid(), revision: z.int() })).min(1).max(50),
    /** Null: at once. An instant, or a time on each store's clock; then the prices are live for all when the last clock shows it. */
    goesLiveAt: z.union([z.iso.datetime(), LocalDateTime]).nullable().default(null),
    note: z.string().max(500).default(''),
    acceptBelowCost: z.boolean().default(false),
  })
  .meta({ id: 'PublishPricesRequest' });
export type PublishPricesRequest = z.infer<typeof PublishPricesRequest>;

export const PublishPricesAnswer = z
  .object({ status: z.enum(['live', 'scheduled']), release: z.int().nullable(), goesLiveAt: z.iso.datetime().nullable(), changes: z.int() })
  .meta({ id: 'PublishPricesAnswer' });
export type PublishPricesAnswer = z.infer<typeof PublishPricesAnswer>;
