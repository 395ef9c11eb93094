import * as z from 'zod';

/** GET /api/returns, newest first. */
export const ReturnListQuerySchema = z
  .object({
    locationId: z.uuid().optional(),
    /** Number of the return from its beginning, or the whole number of its order. */
    q: z.string().trim().max(120).optional(),
    /** `nextCursor` of the page before. */
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  });
export type ReturnListQuery = z.infer<typeof ReturnListQuerySchema>;

export const ReturnListItemSchema = z
  .object({
    id: z.uuid(),
    number: z.string(),
    orderId: z.uuid(),
    orderNumber: z.string(),
    locationId: z.uuid(),
    locationName: z.string(),
    status: z.enum(['received', 'refunded']),
    unitCount: z.number(),
    currency: z.string(),
    refundMinor: z.int(),
    receivedAt: z.iso.datetime(),
  })
  .meta({ id: 'ReturnListItem' });
export type ReturnListItem = z.infer<typeof ReturnListItemSchema>;

export const ReturnListPageSchema = z.object({ items: z.array(ReturnListItemSchema), nextCursor: z.string().nullable() }).meta({ id: 'ReturnListPage' });
export type ReturnListPage = z.infer<typeof ReturnListPageSchema>;
