import * as z from 'zod';

// Only the fields that we read, named as in Amazon's models; what else comes is let through.

export const AmazonMoney = z.object({ amount: z.string(), currencyCode: z.string() });
export type AmazonMoney = z.infer<typeof AmazonMoney>;

/** Orders API 2026-01-01. */
export const AmazonOrderStatus = z.enum(['PENDING_AVAILABILITY', 'PENDING', 'UNSHIPPED', 'PARTIALLY_SHIPPED', 'SHIPPED', 'CANCELLED', 'UNFULFILLABLE']);
export type AmazonOrderStatus = z.infer<typeof AmazonOrderStatus>;

const Address = z.looseObject({
  name: z.string().optional(), addressLine1: z.string().optional(), addressLine2: z.string().optional(), city: z.string().optional(), postalCode: z.string().optional(), countryCode: z.string().optional(),
});

export const AmazonOrder = z.looseObject({
  orderId: z.string(),
  createdTime: z.string(),
  lastUpdatedTime: z.string(),
  salesChannel: z.looseObject({ channelName: z.string(), marketplaceId: z.string().optional() }),
  buyer: z.looseObject({ buyerName: z.string().optional(), buyerEmail: z.string().optional() }).optional(),
  recipient: z.looseObject({ deliveryAddress: Address.optional() }).optional(),
  fulfillment: z.looseObject({ fulfillmentStatus: AmazonOrderStatus, fulfilledBy: z.string().optional() }).optional(),
  orderItems: z.array(
    z.looseObject({
      orderItemId: z.string(),
      quantityOrdered: z.int().nonnegative(),
      product: z.looseObject({ asin: z.string().optional(), title: z.string().optional(), sellerSku: z.string().optional(), price: z.looseObject({ unitPrice: AmazonMoney.optional() }).optional() }),
      proceeds: z
        .looseObject({ proceedsTotal: AmazonMoney.optional(), breakdowns: z.array(z.looseObject({ type: z.string(), subtotal: AmazonMoney })).optional() })
        .optional(),
    }),
  ),
});
export type AmazonOrder = z.infer<typeof AmazonOrder>;

export const GetOrderAnswer = z.looseObject({ order: AmazonOrder });
export const SearchOrdersAnswer = z.looseObject({
  orders: z.array(AmazonOrder),
  pagination: z.looseObject({ nextToken: z.string().optional() }).optional(),
  lastUpdatedBefore: z.string().optional(),
});

/** Listings Items API 2021-08-01. */
export const ListingSubmission = z.looseObject({
  sku: z.string(),
  status: z.enum(['ACCEPTED', 'INVALID', 'VALID']),
  submissionId: z.string(),
  issues: z.array(z.looseObject({ code: z.string(), message: z.string(), severity: z.string() })).optional(),
});
export type ListingSubmission = z.infer<typeof ListingSubmission>;

export const ListingItem = z.looseObject({
  sku: z.string(),
  fulfillmentAvailability: z.array(z.looseObject({ fulfillmentChannelCode: z.string(), quantity: z.int().optional() })).optional(),
  attributes: z.record(z.string(), z.unknown()).optional(),
});
export type ListingItem = z.infer<typeof ListingItem>;

/** The attribute `purchasable_offer` of a listing: what a customer pays, tax included. */
export const PurchasableOffers = z.array(z.looseObject({ currency: z.string(), our_price: z.array(z.looseObject({ schedule: z.array(z.looseObject({ value_with_tax: z.number().nonnegative() })).min(1) })).min(1) }));

/** Feeds API 2021-06-30, and the processing report of a listings feed. */
export const FeedDocument = z.looseObject({ feedDocumentId: z.string(), url: z.url() });
export const CreatedFeed = z.looseObject({ feedId: z.string() });
export const AmazonFeed = z.looseObject({ feedId: z.string(), createdTime: z.string(), processingStatus: z.enum(['CANCELLED', 'DONE', 'FATAL', 'IN_PROGRESS', 'IN_QUEUE']), resultFeedDocumentId: z.string().optional() });
export type AmazonFeed = z.infer<typeof AmazonFeed>;
export const AmazonFeeds = z.looseObject({ feeds: z.array(AmazonFeed) });
export const FeedReport = z.looseObject({ issues: z.array(z.looseObject({ messageId: z.int().optional(), severity: z.string(), message: z.string() })) });
export type FeedReport = z.infer<typeof FeedReport>;

/** FBA Inventory API v1. */
export const InventorySummaries = z.looseObject({
  payload: z.looseObject({
    inventorySummaries: z.array(
      z.looseObject({
        sellerSku: z.string().optional(),
        inventoryDetails: z
          .looseObject({
            fulfillableQuantity: z.int().default(0),
            inboundWorkingQuantity: z.int().default(0),
            inboundShippedQuantity: z.int().default(0),
            inboundReceivingQuantity: z.int().default(0),
            reservedQuantity: z.looseObject({ totalReservedQuantity: z.int().default(0) }).optional(),
            unfulfillableQuantity: z.looseObject({ totalUnfulfillableQuantity: z.int().default(0) }).optional(),
          })
          .optional(),
      }),
    ),
  }),
  pagination: z.looseObject({ nextToken: z.string().optional() }).optional(),
});
export type InventorySummary = z.infer<typeof InventorySummaries>['payload']['inventorySummaries'][number];

const ErrorList = z.object({ errors: z.array(z.looseObject({ code: z.string(), message: z.string() })).min(1) });

/** The first of Amazon's error entries; something that is none becomes its status. */
export function errorEntry(body: unknown, status: number): { code: string; message: string } {
  const parsed = ErrorList.safeParse(body);
  const first = parsed.success ? parsed.data.errors[0] : undefined;
  return first ? { code: first.code, message: first.message } : { code: 'unreadable', message: `Amazon answered ${status} without saying why.` };
}
