import * as z from 'zod';

/** POST /api/marketplace/amazon/notifications?secret=…: the body that comes out of Amazon's queue, as far as we read it. */
export const AmazonNotification = z.looseObject({
  NotificationType: z.string().min(1).max(100),
  Payload: z.looseObject({
    OrderChangeNotification: z
      .looseObject({ AmazonOrderId: z.string().regex(/^[0-9A-Z-]{1,50}$/), Summary: z.looseObject({ OrderStatus: z.string().optional(), FulfillmentType: z.string().optional() }).optional() })
      .optional(),
    /** Of LISTINGS_ITEM_MFN_QUANTITY_CHANGE: what Amazon shows of one of our listings. */
    Sku: z.string().min(1).max(200).optional(),
    Quantity: z.int().nonnegative().optional(),
  }),
  NotificationMetadata: z.looseObject({ NotificationId: z.string().min(1).max(200) }),
});
export type AmazonNotification = z.infer<typeof AmazonNotification>;
