import * as z from 'zod';

/** POST /api/marketplace/amazon/notifications?secret=…: the body that comes out of Amazon's queue, as far as we read it. */
export const AmazonNotification = z.looseObject({
  NotificationType: z.string().min(1).max(100),
  Payload: z.looseObject({
    OrderChangeNotification: z
      .looseObject({ AmazonOrderId: z.string().regex(/^[0-9A-Z-]{1,50}$/), Summary: z.looseObject({ OrderStatus: z.string().optional(), FulfillmentType: z.string().optional() }).optional() })
      .optional(),
  }),
  NotificationMetadata: z.looseObject({ NotificationId: z.string().min(1).max(200) }),
});
export type AmazonNotification = z.infer<typeof AmazonNotification>;
