import * as z from 'zod';
import { QuantityUnit } from '../catalog/quantity-unit.contract';
import { UnitPriceAnswer } from '../catalog/product.contract';

/** GET /api/storefront/products. All storefront routes: header X-Oneshelf-Key; the key names the channel. */
export const StorefrontProductsQuerySchema = z
  .object({
    q: z.string().trim().max(120).optional(),
    /** Handle of a collection. */
    collection: z.string().max(120).optional(),
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(24),
  });
export type StorefrontProductsQuery = z.infer<typeof StorefrontProductsQuerySchema>;

/** What can be bought though it is not there: from when on (null: nobody knows yet), and whether it was there before (backorder) or comes out then (preorder). */
export const StorefrontPromiseSchema = z.object({ kind: z.enum(['backorder', 'preorder']), expectedOn: z.iso.date().nullable() }).meta({ id: 'StorefrontPromise' });
export type StorefrontPromise = z.infer<typeof StorefrontPromiseSchema>;

export const StorefrontVariantSchema = z
  .object({
    id: z.uuid(),
    sku: z.string(),
    /** "Navy / M"; empty for a product of one variant. */
    title: z.string(),
    optionValues: z.array(z.string()),
    /** What it is sold by; prices and quantities are of one of it. */
    unit: QuantityUnit,
    /** What one unit costs now, tax and promotions included; null when it has no price in this market. */
    priceMinor: z.int().nullable(),
    /** Of what it costs now, where its contents are known: the price of a kilogram, a litre. Null: there is none to say. */
    unitPrice: UnitPriceAnswer.nullable(),
    /** Before promotions. */
    listMinor: z.int().nullable(),
    /** Where a promotion takes something off: the lowest price of the 30 days before it began. On the product alone, not in lists; null: not reduced, or not for sale then. */
    lowestLast30DaysMinor: z.int().nullable(),
    /** Of all locations that feed this channel. */
    availableMilli: z.int(),
    /** Of one that is sold out; null: it cannot be bought then. */
    promise: StorefrontPromiseSchema.nullable(),
  })
  .meta({ id: 'StorefrontVariant' });
export type StorefrontVariant = z.infer<typeof StorefrontVariantSchema>;

/** GET /api/storefront/products/:handle. Refusal: not_found 404. */
export const StorefrontProductSchema = z
  .object({
    id: z.uuid(),
    handle: z.string(),
    title: z.string(),
    description: z.string(),
    brand: z.string(),
    department: z.string(),
    imageUrl: z.string().nullable(),
    optionNames: z.array(z.string()),
    currency: z.string(),
    variants: z.array(StorefrontVariantSchema),
  })
  .meta({ id: 'StorefrontProduct' });
export type StorefrontProduct = z.infer<typeof StorefrontProductSchema>;

export const StorefrontProductPageSchema = z.object({ items: z.array(StorefrontProductSchema), nextCursor: z.string().nullable() }).meta({ id: 'StorefrontProductPage' });
export type StorefrontProductPage = z.infer<typeof StorefrontProductPageSchema>;

/** GET /api/storefront/collections: those that hold something for sale, by title. */
export const StorefrontCollectionsSchema = z.object({ items: z.array(z.object({ handle: z.string(), title: z.string() })) }).meta({ id: 'StorefrontCollections' });
export type StorefrontCollections = z.infer<typeof StorefrontCollectionsSchema>;

/** GET /api/storefront/availability?variantIds=a,b (≤ 100) */
export const StorefrontAvailabilityQuerySchema = z
  .object({ variantIds: z.string().transform((text) => text.split(',')).pipe(z.array(z.uuid()).min(1).max(100)) });

export const StorefrontAvailabilitySchema = z
  .object({
    items: z.array(
      z.object({
        variantId: z.uuid(),
        /** Of all locations that can ship. */
        deliveryMilli: z.int(),
        stores: z.array(z.object({ locationId: z.uuid(), availableMilli: z.int() })),
      }),
    ),
  })
  .meta({ id: 'StorefrontAvailability' });
export type StorefrontAvailability = z.infer<typeof StorefrontAvailabilitySchema>;

/** GET /api/storefront/stores: where an order of this channel can be collected. */
export const StorefrontStoresSchema = z
  .object({ items: z.array(z.object({ locationId: z.uuid(), name: z.string(), address: z.record(z.string(), z.unknown()), latitude: z.number(), longitude: z.number() })) })
  .meta({ id: 'StorefrontStores' });
export type StorefrontStores = z.infer<typeof StorefrontStoresSchema>;

/** GET /api/storefront/shipping-methods: every way to send an order of this channel. None: what is sent costs nothing and goes anywhere. Which of them a basket can take, its quote says. */
export const StorefrontShippingMethodsSchema = z
  .object({
    /** Of the shop itself; where a basket goes before anybody has said. */
    country: z.string(),
    currency: z.string(),
    items: z.array(
      z.object({
        methodId: z.string(),
        names: z.object({ en: z.string(), de: z.string() }),
        feeMinor: z.int(),
        countries: z.array(z.string()),
        /** Of the value of the goods after promotions, with tax; null: no bound. */
        minItemsMinor: z.int().nullable(),
        maxItemsMinor: z.int().nullable(),
      }),
    ),
  })
  .meta({ id: 'StorefrontShippingMethods' });
export type StorefrontShippingMethods = z.infer<typeof StorefrontShippingMethodsSchema>;

const ID = '[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}';

/** GET /api/storefront/prices?variantIds=a,b (≤ 100). One look at the whole list: it is asked thousands of times a second. */
export const StorefrontPricesQuerySchema = z.object({ variantIds: z.string().max(3800).regex(new RegExp(`^${ID}(?:,${ID}){0,99}$`), 'Give 1 to 100 ids of variants, separated by commas') });

/** In the order in which they were asked. With If-None-Match an unchanged answer is 304. */
export const StorefrontPricesSchema = z
  .object({
    /** The same that a till of the market quotes with. */
    bookVersion: z.string(),
    currency: z.string(),
    taxInclusive: z.boolean(),
    /** When the next price may change by itself; null: none does. A publish changes prices at once. */
    validUntil: z.iso.datetime().nullable(),
    items: z.array(
      z.object({
        variantId: z.uuid(),
        /** What one unit costs now; null: not for sale here. */
        priceMinor: z.int().nullable(),
        /** Where it is reduced: what it cost before. */
        beforeMinor: z.int().nullable(),
        /** Where it is reduced: the lowest price of the 30 days before the reduction began. */
        lowestLast30DaysMinor: z.int().nullable(),
      }),
    ),
  })
  .meta({ id: 'StorefrontPrices' });
export type StorefrontPrices = z.infer<typeof StorefrontPricesSchema>;
