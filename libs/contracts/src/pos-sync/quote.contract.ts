import * as z from 'zod';

const Minor = z.int();
const Instant = z.iso.datetime();

/** What is known of the buyer; absent: a walk-in. */
export const BuyerContract = z
  .object({
    customerId: z.uuid().optional(),
    customerGroups: z.array(z.string().max(64)).max(50).optional(),
    loyaltyTier: z.string().max(64).optional(),
    ordersBefore: z.int().min(0).optional(),
    boughtBeforeMinor: Minor.min(0).optional(),
    paymentMethod: z.string().max(64).optional(),
    country: z.string().length(2).optional(),
    coupons: z.array(z.object({ code: z.string().min(1).max(40), promotionId: z.uuid().optional() })).max(10).optional(),
  })
  .meta({ id: 'Buyer' });

const reasoned = { reason: z.string().trim().min(1).max(200), by: z.string().trim().min(1).max(120) };

const Override = z.object({ unitMinor: Minor.min(0), ...reasoned });

/** What an associate takes off by hand: off the lines that are named, or the whole basket. */
const ManualDiscount = z.object({
  discountId: z.string().min(1).max(64),
  discount: z.union([z.object({ percentBasisPoints: z.int().min(0).max(10_000) }), z.object({ amountOffMinor: Minor.min(0) }), z.object({ priceMinor: Minor.min(0) })]),
  lineIds: z.array(z.string().min(1).max(64)).max(300).optional(),
  ...reasoned,
});

export const BasketContract = z
  .object({
    marketCode: z.string(),
    channelCode: z.string(),
    locationId: z.uuid().nullable(),
    currency: z.string().length(3),
    pricedAt: Instant,
    taxCountry: z.string().length(2),
    lines: z.array(z.object({ lineId: z.string().min(1).max(64), variantId: z.uuid(), quantityMilli: z.int().positive().max(10_000_000), /** What the one piece weighs, where its price is of a kilogram. */ weightMilli: z.int().positive().max(1_000_000).optional(), override: Override.optional() })).min(1).max(300),
    buyer: BuyerContract.optional(),
    timeZone: z.string().max(64).optional(),
    priceZone: z.string().max(64).optional(),
    region: z.string().max(64).optional(),
    manualDiscounts: z.array(ManualDiscount).max(100).optional(),
    promotionUsage: z
      .array(z.object({ promotionId: z.uuid(), uses: z.int().min(0), spentMinor: Minor, usesOfCustomer: z.int().min(0).optional(), usesByCode: z.record(z.string(), z.int()).optional() }))
      .max(20)
      .optional(),
  })
  .meta({ id: 'Basket' });

const Share = z.object({ unit: z.int(), quantityMilli: z.int(), totalMinor: Minor, discountMinor: Minor, taxMinor: Minor });

const PromotionTrace = z.object({ promotionId: z.string(), name: z.string(), applied: z.boolean(), amountMinor: Minor, because: z.string(), have: z.int().optional(), need: z.int().optional() });

/** A discount by an associate. */
const ManualTrace = z.object({ discountId: z.string(), reason: z.string(), by: z.string(), amountMinor: Minor });

const Trace = z.object({
  candidates: z.array(z.object({ bookId: z.string(), name: z.string(), amountMinor: Minor, won: z.boolean(), because: z.string() })),
  promotions: z.array(PromotionTrace),
  manual: z.array(ManualTrace).optional(),
  override: z.object({ unitMinor: Minor, reason: z.string(), by: z.string() }).optional(),
  tax: z.object({ name: z.string(), rateBasisPoints: z.int(), because: z.string() }),
});

/** The engine's quote (libs/domain/pricing), as it travels. */
export const QuoteContract = z
  .object({
    currency: z.string(),
    taxInclusive: z.boolean(),
    bookVersion: z.string(),
    engineVersion: z.string(),
    pricedAt: Instant,
    lines: z.array(
      z.object({
        lineId: z.string(), variantId: z.uuid(), quantityMilli: z.int(), weightMilli: z.int().optional(), listUnitMinor: Minor, listMinor: Minor, discountMinor: Minor, totalMinor: Minor,
        taxMinor: Minor, taxAdjustmentMinor: Minor.optional(), taxClass: z.string(), taxRateBasisPoints: z.int(), units: z.array(Share), trace: Trace,
      }),
    ),
    discounts: z.array(z.object({ promotionId: z.string(), name: z.string(), amountMinor: Minor })),
    /** Of the whole basket. Quotes of engine 1 had none. */
    promotions: z.array(PromotionTrace).default([]),
    taxes: z.array(z.object({ country: z.string(), taxClass: z.string(), name: z.string(), rateBasisPoints: z.int(), netMinor: Minor, taxMinor: Minor, grossMinor: Minor, jurisdiction: z.string().optional(), ratePpm: z.int().optional() })),
    shipping: z
      .array(
        z.object({
          chargeId: z.string(), methodId: z.string(), listMinor: Minor, discountMinor: Minor, totalMinor: Minor, taxMinor: Minor, taxAdjustmentMinor: Minor.optional(), promotions: z.array(PromotionTrace),
        }),
      )
      .optional(),
    manualDiscounts: z.array(ManualTrace).optional(),
    listMinor: Minor,
    discountMinor: Minor,
    taxMinor: Minor,
    totalMinor: Minor,
  })
  .meta({ id: 'Quote' });
export type QuoteContract = z.infer<typeof QuoteContract>;
