import * as z from 'zod';
import { QuantityUnit } from '../catalog/quantity-unit.contract';
import { StorefrontPromiseSchema } from './storefront-catalogue.contract';
import { AddressSchema, FulfilmentKindSchema, OrderDisplayStatusSchema } from '../orders/order-status.contract';

const MAX_LINES = 100;
const Coupons = z.array(z.string().max(40).regex(/^[^\p{C}]*$/u, 'A code has no control characters').trim().min(1)).max(5).optional();
const MAX_QUANTITY_MILLI = 1_000_000;

export const StorefrontLineSchema = z.object({ variantId: z.uuid(), quantityMilli: z.int().positive().max(MAX_QUANTITY_MILLI) }).meta({ id: 'StorefrontLine' });

export const StorefrontFulfilmentSchema = z
  .discriminatedUnion('kind', [z.object({ kind: z.literal('pickup'), locationId: z.uuid() }), z.object({ kind: z.literal('delivery'), address: AddressSchema })])
  .meta({ id: 'StorefrontFulfilment' });
export type StorefrontFulfilment = z.infer<typeof StorefrontFulfilmentSchema>;

/** As far as it is known: price, shipping and tax go by country, region and postcode. */
export const StorefrontQuoteFulfilmentSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('pickup'), locationId: z.uuid() }),
    z.object({ kind: z.literal('delivery'), address: z.object({ ...AddressSchema.partial().shape, country: AddressSchema.shape.country }) }),
  ])
  .meta({ id: 'StorefrontQuoteFulfilment' });

/** A hold (POST /api/storefront/holds) and the secret of who made it: without it the hold is nobody's. */
export const HoldReferenceSchema = z.strictObject({ holdId: z.uuid(), token: z.string().min(1).max(200) });

/** Of the ways to send it that the quote offers; absent: the cheapest. */
const ShippingMethodId = z.string().regex(/^[a-z0-9-]{1,40}$/).optional();
/** Of a business in another member of the union: it accounts for the tax itself (reverse charge). Checked by its form. */
const VatNumber = z.string().trim().max(20).regex(/^[^\p{C}]*$/u, 'A VAT number has no control characters').optional();

/**
 * POST /api/storefront/quote. Baskets live in the browser: a quote is a pure answer, nothing is stored or held.
 * Refusals: no_price, unknown_variant, no_tax_rate, invalid_quantity, sold_in_shops (it is weighed at the counter), unknown_location, not_delivered_there {countries},
 * unknown_shipping_method {methodIds}, malformed_postcode {example}, malformed_vat_number (422).
 */
export const StorefrontQuoteRequestSchema = z
  .strictObject({
    lines: z.array(StorefrontLineSchema).min(1).max(MAX_LINES),
    fulfilment: StorefrontQuoteFulfilmentSchema.optional(),
    shippingMethodId: ShippingMethodId,
    vatNumber: VatNumber,
    coupons: Coupons,
    /** Once the shopper has given it: promotions may be limited per customer. An order goes by its own. */
    email: z.email().max(320).optional(),
    /** What is kept for this shopper counts as available to them. */
    hold: HoldReferenceSchema.optional(),
  })
  .meta({ id: 'StorefrontQuoteRequest' });
export type StorefrontQuoteRequest = z.infer<typeof StorefrontQuoteRequestSchema>;

const Names = z.object({ en: z.string(), de: z.string() });

export const StorefrontQuoteSchema = z
  .object({
    currency: z.string(),
    taxInclusive: z.boolean(),
    bookVersion: z.string(),
    lines: z.array(
      z.object({
        variantId: z.uuid(),
        quantityMilli: z.int(),
        listUnitMinor: z.int(),
        listMinor: z.int(),
        discountMinor: z.int(),
        taxMinor: z.int(),
        totalMinor: z.int(),
        /** Of all locations that feed this channel, at this moment; only an order holds units. */
        availableMilli: z.int(),
        /** Of what is not there of it, what an order would be promised; null: nothing is missing, or it cannot be had. */
        promised: StorefrontPromiseSchema.extend({ quantityMilli: z.int() }).nullable(),
      }),
    ),
    /** Each code that was given: it took something off; its promotion asks for more or is not on; it, or its promotion, is used up; nobody knows it. */
    coupons: z.array(z.object({ code: z.string(), outcome: z.enum(['applied', 'not_applied', 'used_up', 'unknown']) })),
    discounts: z.array(z.object({ promotionId: z.string(), name: z.string(), amountMinor: z.int() })),
    /** By rate and place; shipping is taxed with the goods. */
    taxes: z.array(z.object({ country: z.string(), name: z.string(), rateBasisPoints: z.int(), netMinor: z.int(), taxMinor: z.int(), grossMinor: z.int() })),
    /** Why no tax is charged; null: it is. */
    untaxedBecause: z.enum(['exempt', 'reverse_charge', 'export']).nullable(),
    /** How it is sent; null: it is fetched, nobody has said yet, or nothing is charged. The sums count it. */
    shipping: z.object({ methodId: z.string(), names: Names, listMinor: z.int(), discountMinor: z.int(), taxMinor: z.int(), totalMinor: z.int() }).nullable(),
    /** The ways to send it there, each with its price before promotions. */
    shippingOptions: z.array(z.object({ methodId: z.string(), names: Names, amountMinor: z.int() })),
    listMinor: z.int(),
    discountMinor: z.int(),
    taxMinor: z.int(),
    totalMinor: z.int(),
  })
  .meta({ id: 'StorefrontQuote' });
export type StorefrontQuote = z.infer<typeof StorefrontQuoteSchema>;

/**
 * POST /api/storefront/orders, header Idempotency-Key (a UUID of the shop page, once per intent to buy).
 * Refusals: price_changed 409 {quote: StorefrontQuote} (also when a promotion's last use, its budget or a code went to somebody else meanwhile), insufficient_stock 409 {shortages: [{variantId, requestedMilli, availableMilli}]},
 * hold_of_another 409, card_declined 402 {code, orderId}, idempotency_key_reused 409, provider_unavailable 503, and those of the quote (422).
 */
export const PlaceOrderRequestSchema = z
  .strictObject({
    lines: z.array(StorefrontLineSchema).min(1).max(MAX_LINES),
    fulfilment: StorefrontFulfilmentSchema,
    shippingMethodId: ShippingMethodId,
    vatNumber: VatNumber,
    coupons: Coupons,
    customer: z.object({ name: z.string().trim().min(1).max(200), email: z.email().max(320) }),
    /** The total that the shopper saw; another total is refused. */
    expectedTotalMinor: z.int().nonnegative(),
    /** Stripe's payment method, e.g. pm_card_visa on the simulator. */
    paymentMethodId: z.string().min(1).max(200),
    /** Where Stripe sends the shopper after 3-D Secure; `{orderId}` and `{token}` are filled in. */
    returnUrl: z.url().max(1000).optional(),
    /** What POST /holds keeps for this shopper goes to this order; one that has lapsed is as none. */
    hold: HoldReferenceSchema.optional(),
  })
  .meta({ id: 'PlaceOrderRequest' });
export type PlaceOrderRequest = z.infer<typeof PlaceOrderRequestSchema>;

/** Answer of POST /orders and of POST /orders/:id/payment-return. */
export const PlacedOrderSchema = z
  .object({
    orderId: z.uuid(),
    number: z.string(),
    status: z.enum(['placed', 'requires_action']),
    /** Where to send the shopper when status is requires_action. */
    redirectUrl: z.string().nullable(),
    /** For GET /orders/:id?token=. */
    statusToken: z.string(),
    currency: z.string(),
    totalMinor: z.int(),
  })
  .meta({ id: 'PlacedOrder' });
export type PlacedOrder = z.infer<typeof PlacedOrderSchema>;

/** POST /api/storefront/orders/:id/payment-return. Refusals: not_found 404, card_declined 402, payment_pending 409. */
export const PaymentReturnRequestSchema = z.object({ token: z.string().min(1).max(200) }).meta({ id: 'PaymentReturnRequest' });
export type PaymentReturnRequest = z.infer<typeof PaymentReturnRequestSchema>;

/** POST /api/storefront/orders/:id/payment: the hold has ended before the goods came; another card, or the same. Nothing due: as paid. Refusals: not_found 404, card_declined 402, provider_unavailable 503. */
export const PayAgainRequestSchema = z
  .strictObject({ token: z.string().min(1).max(200), paymentMethodId: z.string().min(1).max(200), /** `{orderId}` and `{token}` are filled in. */ returnUrl: z.url().max(1000).optional() })
  .meta({ id: 'PayAgainRequest' });
export type PayAgainRequest = z.infer<typeof PayAgainRequestSchema>;

/** GET /api/storefront/orders/:id?token= — of its own, since parameters that have an id as a component are not written out one by one in the OpenAPI document. */
export const StorefrontOrderStatusQuerySchema = z.object(PaymentReturnRequestSchema.shape);

export const StorefrontOrderStatusSchema = z
  .object({
    orderId: z.uuid(),
    number: z.string(),
    displayStatus: OrderDisplayStatusSchema,
    fulfilmentKind: FulfilmentKindSchema,
    pickupLocationName: z.string().nullable(),
    /** Six digits, shown at the counter; null for deliveries and cancelled orders. */
    collectionCode: z.string().nullable(),
    currency: z.string(),
    totalMinor: z.int(),
    /** To be paid again before anything leaves: the hold on the card has ended; null: nothing is. */
    dueMinor: z.int().nullable(),
    refundedMinor: z.int(),
    placedAt: z.iso.datetime(),
    /** Paid for sending it; null: nothing was. */
    shippingMinor: z.int().nullable(),
    /** Of the receipt's public page /r/:token; null while it is not paid. */
    receiptToken: z.string().nullable(),
    lines: z.array(z.object({ sku: z.string(), title: z.string(), /** Absent: pieces. */ unit: QuantityUnit.optional(), orderedMilli: z.int(), cancelledMilli: z.int(), fulfilledMilli: z.int(), returnedMilli: z.int(), totalMinor: z.int(), /** Waited for; null: nothing is. */ promised: StorefrontPromiseSchema.extend({ quantityMilli: z.int() }).nullable() })),
  })
  .meta({ id: 'StorefrontOrderStatus' });
export type StorefrontOrderStatus = z.infer<typeof StorefrontOrderStatusSchema>;
