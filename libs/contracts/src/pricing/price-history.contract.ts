import * as z from 'zod';

const Amount = z.int().nonnegative();

/** GET /api/variants/:id/price-history: what each book said from when to when, the latest first; the latest 500. */
export const PriceHistory = z
  .object({
    items: z.array(
      z.object({
        bookId: z.uuid(),
        bookName: z.string(),
        marketCode: z.string(),
        currency: z.string(),
        fromMilli: z.int(),
        amountMinor: Amount,
        /** By the book's formula; false: set by hand. */
        isDerived: z.boolean(),
        fromRelease: z.int(),
        from: z.iso.datetime(),
        /** Null: live. */
        to: z.iso.datetime().nullable(),
      }),
    ),
  })
  .meta({ id: 'PriceHistory' });
export type PriceHistory = z.infer<typeof PriceHistory>;
