import * as z from 'zod';

/** Minor units; revenue as customers pay it, the rest without tax; a margin only of what has a cost. Units in thousandths. */
export const SalesSumsContract = z
  .object({ baskets: z.int(), unitsMilli: z.int(), revenueMinor: z.int(), netMinor: z.int(), costedNetMinor: z.int(), marginMinor: z.int(), marginBasisPoints: z.int().nullable() })
  .meta({ id: 'SalesSums' });
export type SalesSumsContract = z.infer<typeof SalesSumsContract>;

const both = { before: SalesSumsContract, after: SalesSumsContract };

/** What the sales of the last weeks come to at the prices of now and at those of the drafts, the units held as they were. */
export const PricePrediction = z
  .object({
    weeks: z.int(),
    from: z.iso.datetime(),
    to: z.iso.datetime(),
    /** The live book that it was reckoned with. */
    bookVersion: z.string(),
    baskets: z.int(),
    basketsChanged: z.int(),
    /** Baskets that cannot be quoted today, such as of a product that is no longer sold. */
    leftOut: z.int(),
    /** True where there were more baskets than are replayed: the newest count. */
    isCut: z.boolean(),
    all: z.object(both),
    /** Of the products whose price changes. */
    changed: z.object(both),
    /** Weeks by their first day, the oldest first. */
    byWeek: z.array(z.object({ week: z.iso.date(), ...both })),
    movers: z.array(z.object({ variantId: z.uuid(), sku: z.string(), title: z.string(), ...both })),
  })
  .meta({ id: 'PricePrediction' });
export type PricePrediction = z.infer<typeof PricePrediction>;

/** POST /api/markets/:market/draft-replays: the sales of so many weeks with the market's open drafts. */
export const DraftReplayRequest = z.object({ weeks: z.int().min(1).max(13).default(4) }).meta({ id: 'DraftReplayRequest' });
export type DraftReplayRequest = z.infer<typeof DraftReplayRequest>;

/** The answer, and GET /api/draft-replays/:id until it is done. */
export const DraftReplay = z
  .object({
    id: z.uuid(),
    marketCode: z.string(),
    status: z.enum(['running', 'done', 'failed']),
    done: z.int(),
    total: z.int(),
    drafts: z.array(z.object({ versionId: z.uuid(), revision: z.int() })),
    prediction: PricePrediction.nullable(),
  })
  .meta({ id: 'DraftReplay' });
export type DraftReplay = z.infer<typeof DraftReplay>;

const WeekOfSalesContract = z
  .object({ unitsMilli: z.int(), revenueMinor: z.int(), netMinor: z.int(), marginMinor: z.int(), marginBasisPoints: z.int().nullable() })
  .meta({ id: 'WeekOfSales' });

/** GET /api/price-versions/:id/outcome: a week as it was predicted when the version was published, and as it was sold since, of the products whose price it changed and of all. */
export const PriceOutcome = z
  .object({
    currency: z.string(),
    /** Null: no replay was made before the publish. */
    predicted: z.object({ weeks: z.int(), madeAt: z.iso.datetime(), changed: WeekOfSalesContract, all: WeekOfSalesContract }).nullable(),
    /** Null: it never was live. Until another version took its place, or now. */
    realised: z.object({ from: z.iso.datetime(), to: z.iso.datetime(), baskets: z.int(), isCut: z.boolean(), changed: WeekOfSalesContract, all: WeekOfSalesContract }).nullable(),
    /** Realised less predicted margin of all sales, in basis points. */
    missBasisPoints: z.int().nullable(),
  })
  .meta({ id: 'PriceOutcome' });
export type PriceOutcome = z.infer<typeof PriceOutcome>;
