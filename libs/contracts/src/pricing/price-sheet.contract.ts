import * as z from 'zod';
import { PriceBookSettings, PriceFormulaContract } from './price-book.contract';

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
        scheduled: z.array(z.object({ versionId: z.uuid(), number: z.int(), changes: z.int(), goesLiveAt: z.iso.datetime() })),
      }),
    ),
  })
  .meta({ id: 'PriceBookList' });
export type PriceBookList = z.infer<typeof PriceBookList>;

/**
 * GET /api/markets/:market/price-sheet. Columns are the market's books, one for each quantity from which a book has a
 * price; each row has one live and one draft price a column, in the columns' order; books for the whole market stand
 * first. A column that `draft` does not name is as live. In a derived column `live` and `draft` are the prices set by
 * hand; where there is none the formula gives one.
 */
export const PriceSheet = z
  .object({
    marketCode: z.string(),
    currency: z.string(),
    taxInclusive: z.boolean(),
    release: z.int(),
    columns: z.array(
      z.object({
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
      }),
    ),
    rows: z.array(
      z.object({
        variantId: z.uuid(),
        sku: z.string(),
        title: z.string(),
        costMinor: Amount.nullable(),
        taxRateBasisPoints: z.int(),
        live: z.array(Amount.nullable()),
        /** Only columns that the draft changes: column index and amount; null takes the price out. */
        draft: z.array(z.object({ column: z.int(), amountMinor: Amount.nullable() })),
      }),
    ),
  })
  .meta({ id: 'PriceSheet' });
export type PriceSheet = z.infer<typeof PriceSheet>;

/** PATCH /api/price-books/:id/draft. An amount that equals the live price takes the change back. */
export const SaveDraftRequest = z
  .object({ changes: z.array(z.object({ variantId: z.uuid(), fromMilli: FromMilli, amountMinor: Amount.max(1_000_000_000).nullable() })).min(1).max(10_000) })
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
  checks: z.array(z.enum(['below_cost', 'large_change', 'removed'])),
});

/** GET /api/markets/:market/price-review. `derived` are books whose formula makes other prices of the changes; they count in the checks, not in the changes. */
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
        changes: z.array(ReviewedChange),
      }),
    ),
    derived: z.array(z.object({ bookId: z.uuid(), name: z.string(), changes: z.array(ReviewedChange) })),
    totals: z.object({ changed: z.int(), raised: z.int(), lowered: z.int(), added: z.int(), removed: z.int(), belowCost: z.int(), large: z.int() }),
  })
  .meta({ id: 'PriceReview' });
export type PriceReview = z.infer<typeof PriceReview>;

/**
 * POST /api/markets/:market/publish. The revisions say what the reviewer saw; a draft that changed since is refused.
 * A price below cost is refused as `below_cost`, with the first ones in `details`, unless `acceptBelowCost`.
 */
export const PublishPricesRequest = z
  .object({
    drafts: z.array(z.object({ versionId: z.uuid(), revision: z.int() })).min(1).max(50),
    goesLiveAt: z.iso.datetime().nullable().default(null),
    note: z.string().max(500).default(''),
    acceptBelowCost: z.boolean().default(false),
  })
  .meta({ id: 'PublishPricesRequest' });
export type PublishPricesRequest = z.infer<typeof PublishPricesRequest>;

export const PublishPricesAnswer = z
  .object({ status: z.enum(['live', 'scheduled']), release: z.int().nullable(), goesLiveAt: z.iso.datetime().nullable(), changes: z.int() })
  .meta({ id: 'PublishPricesAnswer' });
export type PublishPricesAnswer = z.infer<typeof PublishPricesAnswer>;
