import * as z from 'zod';
import { FulfilmentKindSchema, OrderDisplayStatusSchema } from './order-status.contract';

/** GET /api/orders */
export const OrderListQuerySchema = z
  .object({
    channel: z.string().max(60).optional(),
    /** Group of the list's tabs: open (something is left to do), done, cancelled, awaiting_payment. */
    status: z.enum(['open', 'done', 'cancelled', 'awaiting_payment']).optional(),
    /** Order number, e-mail, name of the customer or the marketplace's order id; from its beginning. */
    q: z.string().trim().max(120).optional(),
    /** `nextCursor` of the page before. */
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  });
export type OrderListQuery = z.infer<typeof OrderListQuerySchema>;

export const OrderListItemSchema = z
  .object({
    id: z.uuid(),
    number: z.string(),
    channelCode: z.string(),
    fulfilmentKind: FulfilmentKindSchema,
    displayStatus: OrderDisplayStatusSchema,
    customerName: z.string(),
    currency: z.string(),
    totalMinor: z.int(),
    unitCount: z.number(),
    placedAt: z.iso.datetime(),
  })
  .meta({ id: 'OrderListItem' });
export type OrderListItem = z.infer<typeof OrderListItemSchema>;

export const OrderListPageSchema = z.object({ items: z.array(OrderListItemSchema), nextCursor: z.string().nullable() }).meta({ id: 'OrderListPage' });
export type OrderListPage = z.infer<typeof OrderListPageSchema>;
