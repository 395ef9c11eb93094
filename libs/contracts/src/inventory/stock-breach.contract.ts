import * as z from 'zod';

const BreachRule = z.enum(['level_is_fold', 'held_is_holds', 'committed_is_reserved', 'allotted_is_granted', 'never_below', 'serials_within_level', 'lots_are_fold']).meta({ id: 'StockBreachRule' });

/** A number of a level that what must explain it does not explain. Quantities are thousandths. */
const StockBreach = z.object({
  id: z.uuid(),
  variantId: z.uuid(),
  sku: z.string(),
  title: z.string(),
  locationId: z.uuid(),
  rule: BreachRule,
  /** A bucket of the ledger, `held`, `override`, or `shelf` of serials and lots. */
  bucket: z.string(),
  shownMilli: z.int(),
  explainedMilli: z.int(),
  foundAt: z.iso.datetime(),
  seenAt: z.iso.datetime(),
});

/** GET /api/stock/breaches: what is wrong now (the oldest 200 of `count`), what ended last, and how far the watch has looked. */
export const StockBreachesAnswer = z
  .object({
    count: z.int().nonnegative(),
    items: z.array(StockBreach),
    ended: z.array(StockBreach.extend({ endedAt: z.iso.datetime(), endedBy: z.string() })),
    watch: z.object({
      lookedAt: z.iso.datetime().nullable(),
      /** Levels of this round that were looked at. */
      roundLevels: z.int(),
      lastRoundEndedAt: z.iso.datetime().nullable(),
      lastRoundLevels: z.int(),
    }),
  })
  .meta({ id: 'StockBreaches' });
export type StockBreachesAnswer = z.infer<typeof StockBreachesAnswer>;

const Place = z.object({ variantId: z.uuid(), locationId: z.uuid() });

/** POST /api/stock/breaches/look: looks at the levels behind `after`, or at the first ones. */
export const LookAtStockRequest = z.object({ after: Place.nullable().default(null) }).meta({ id: 'LookAtStockRequest' });
export type LookAtStockRequest = z.infer<typeof LookAtStockRequest>;

/** `next` is where the look goes on; null: every level was looked at. */
export const LookAtStockAnswer = z.object({ levels: z.int(), breaches: z.int(), next: Place.nullable() }).meta({ id: 'LookAtStock' });
export type LookAtStockAnswer = z.infer<typeof LookAtStockAnswer>;

/** POST /api/stock/breaches/repair: puts one level to what its movements and holds make it. */
export const RepairLevelRequest = Place.meta({ id: 'RepairLevelRequest' });
export type RepairLevelRequest = z.infer<typeof RepairLevelRequest>;

export const RepairLevelAnswer = z.object({ isChanged: z.boolean() }).meta({ id: 'RepairLevel' });
export type RepairLevelAnswer = z.infer<typeof RepairLevelAnswer>;
