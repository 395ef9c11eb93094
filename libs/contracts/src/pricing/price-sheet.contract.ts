import * as z from 'zod';

const Amount = z.int().nonnegative();

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
        channelCode: z.string().nullable(),
        locationId: z.uuid().nullable(),
        live: z.object({ number: z.int(), publishedAt: z.iso.datetime().nullable() }).nullable(),
        draft: z.object({ versionId: z.uuid(), number: z.int(), changes: z.int(), authorName: z.string() }).nullable(),
        scheduled: z.array(z.object({ versionId: z.uuid(), number: z.int(), changes: z.int(), goesLiveAt: z.iso.datetime() })),
      }),
    ),
  })
  .meta({ id: 'PriceBookList' });
export type PriceBookList = z.infer<typeof PriceBookList>;

/**
 * GET /api/markets/:market/price-sheet. Columns are the market's books; each row has one live and one draft price a
 * column, in the columns' order; books for the whole market stand first. A column that `draft` does not name is as live.
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
        channelCode: z.string().nullable(),
        locationId: z.uuid().nullable(),
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
  .object({ changes: z.array(z.object({ variantId: z.uuid(), amountMinor: Amount.max(1_000_000_000).nullable() })).min(1).max(10_000) })
  .meta({ id: 'SaveDraftRequest' });
export type SaveDraftRequest = z.infer<typeof SaveDraftRequest>;

export const DraftState = z.object({ versionId: z.uuid(), number: z.int(), changes: z.int(), revision: z.int() }).meta({ id: 'DraftState' });
export type DraftState = z.infer<typeof DraftState>;

/** GET /api/markets/:market/price-review */
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
        changes: z.array(
          z.object({
            variantId: z.uuid(),
            sku: z.string(),
            title: z.string(),
            beforeMinor: Amount.nullable(),
            afterMinor: Amount.nullable(),
            costMinor: Amount.nullable(),
            marginBeforeBasisPoints: z.int().nullable(),
            marginAfterBasisPoints: z.int().nullable(),
            checks: z.array(z.enum(['below_cost', 'large_change', 'removed'])),
          }),
        ),
      }),
    ),
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
