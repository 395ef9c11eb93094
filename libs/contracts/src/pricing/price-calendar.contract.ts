import * as z from 'zod';

/** GET /api/markets/:market/price-calendar: from inclusive, to exclusive, at most 100 days apart. */
export const PriceCalendarQuery = z.object({ from: z.iso.datetime(), to: z.iso.datetime() }).refine(({ from, to }) => Date.parse(to) > Date.parse(from) && Date.parse(to) - Date.parse(from) <= 100 * 86_400_000, { path: ['to'], message: 'At most 100 days' });
export type PriceCalendarQuery = z.infer<typeof PriceCalendarQuery>;

/** What begins or ends when, in the order of time. A version has its book, number and changes; a window its book; a promotion itself. */
export const PriceCalendar = z
  .object({
    items: z.array(
      z.object({
        kind: z.enum(['scheduled', 'live', 'promotion_starts', 'promotion_ends', 'book_starts', 'book_ends']),
        at: z.iso.datetime(),
        /** Of a scheduled version: the time that each store's own clock shows then; null: one instant for all, or nothing of the kind. */
        local: z.string().nullable(),
        /** Of the version, promotion or book. */
        id: z.uuid(),
        bookId: z.uuid().nullable(),
        name: z.string(),
        number: z.int().nullable(),
        changes: z.int().nullable(),
      }),
    ),
    isCut: z.boolean(),
  })
  .meta({ id: 'PriceCalendar' });
export type PriceCalendar = z.infer<typeof PriceCalendar>;
