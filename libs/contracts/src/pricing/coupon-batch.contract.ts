import * as z from 'zod';

export const MOST_CODES = 100_000;

export const CouponBatch = z
  .object({
    id: z.uuid(),
    prefix: z.string(),
    /** Made here, or sent in as a file. */
    origin: z.enum(['made', 'sent_in']),
    size: z.int(),
    used: z.int(),
    madeBy: z.string(),
    madeAt: z.iso.datetime(),
  })
  .meta({ id: 'CouponBatch' });
export type CouponBatch = z.infer<typeof CouponBatch>;

/** GET /api/promotions/:id/coupon-batches, the latest first. */
export const CouponBatchList = z.object({ items: z.array(CouponBatch) }).meta({ id: 'CouponBatchList' });
export type CouponBatchList = z.infer<typeof CouponBatchList>;

/**
 * POST /api/promotions/:id/coupon-batches: so many codes that nobody can guess, each PREFIX-XXXX-XXXX-XXXX.
 * Refusals: unknown_promotion 404, not_single_use 409.
 */
export const MakeCouponBatch = z
  .object({
    /** Made by the sender: sent again it makes nothing more. */
    id: z.uuid(),
    count: z.int().min(1).max(MOST_CODES),
    prefix: z.string().regex(/^[A-Za-z0-9]{0,12}$/, 'A prefix is made of at most 12 letters and digits').default(''),
  })
  .meta({ id: 'MakeCouponBatch' });
export type MakeCouponBatch = z.infer<typeof MakeCouponBatch>;

/** Answer of making codes and of sending a file in. */
export const MadeCouponBatch = z.object({ id: z.uuid(), size: z.int() }).meta({ id: 'MadeCouponBatch' });
export type MadeCouponBatch = z.infer<typeof MadeCouponBatch>;

/**
 * Why a file of codes was refused, whole: details of the refusal invalid_codes (422). Rows count as in a spreadsheet.
 * `code`: unreadable_file, missing, too_short, too_long, too_many, control_character, strange_character, repeated, taken.
 */
export const CodeFileErrors = z.object({ total: z.int(), errors: z.array(z.object({ row: z.int(), column: z.int(), code: z.string(), message: z.string() })) }).meta({ id: 'CodeFileErrors' });
export type CodeFileErrors = z.infer<typeof CodeFileErrors>;
