import * as z from 'zod';
import { PieceOfLine } from '../inventory/piece.contract';
import { OrderPartSchema } from '../orders/order-detail.contract';

/** GET /api/fulfilment-orders */
export const FulfilmentOrderQuerySchema = z
  .object({
    status: z.enum(['to_pick', 'picking', 'ready', 'handed_over', 'shipped', 'cancelled']).optional(),
    kind: z.enum(['pickup', 'ship']).optional(),
    locationId: z.uuid().optional(),
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  });
export type FulfilmentOrderQuery = z.infer<typeof FulfilmentOrderQuerySchema>;

export const FulfilmentOrderViewSchema = OrderPartSchema.extend({ orderId: z.uuid(), orderNumber: z.string(), customerName: z.string() }).meta({ id: 'FulfilmentOrderView' });
export type FulfilmentOrderView = z.infer<typeof FulfilmentOrderViewSchema>;

export const FulfilmentOrderPageSchema = z.object({ items: z.array(FulfilmentOrderViewSchema), nextCursor: z.string().nullable() }).meta({ id: 'FulfilmentOrderPage' });
export type FulfilmentOrderPage = z.infer<typeof FulfilmentOrderPageSchema>;

/** POST /api/fulfilment-orders/:id/ship (operations, store manager). Answers the FulfilmentOrderView. Refusals: not_found 404, wrong_status 409, not_a_delivery 409, serials_required 422, serial_unreadable 422, serial_twice 422, serial_elsewhere 409. */
export const ShipRequestSchema = z
  .object({ carrier: z.string().trim().min(1).max(60), trackingNumber: z.string().trim().min(1).max(100), serials: z.array(PieceOfLine).max(1_000).optional() })
  .meta({ id: 'ShipRequest' });
export type ShipRequest = z.infer<typeof ShipRequestSchema>;
