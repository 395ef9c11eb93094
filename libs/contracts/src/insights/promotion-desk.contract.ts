import * as z from 'zod';
import { MarketLanes } from '../pricing/market-pricing.contract';
import { PromotionDefinition } from '../pricing/promotion-definition.contract';

const Minor = z.int();
const Named = z.object({ promotionId: z.string(), name: z.string() });

/** A promotion that is not published, or an edit of one that is (`promotionId`). Dates and parts as where it is saved. */
export const PromotionCandidate = z
  .object({ promotionId: z.uuid().nullable(), name: z.string().trim().min(1).max(80), definition: PromotionDefinition, startsAt: z.iso.datetime(), endsAt: z.iso.datetime() })
  .meta({ id: 'PromotionCandidate' });
export type PromotionCandidate = z.infer<typeof PromotionCandidate>;

/** POST /api/promotions/effect: what it would have done to the last baskets of the market. */
export const PromotionEffectRequest = z.object({ marketCode: z.string().max(8), candidate: PromotionCandidate }).meta({ id: 'PromotionEffectRequest' });
export type PromotionEffectRequest = z.infer<typeof PromotionEffectRequest>;

export const PromotionEffect = z
  .object({
    currency: z.string(),
    /** Baskets that were asked about, and those that the book of now cannot price any more. */
    baskets: z.int(),
    skipped: z.int(),
    changed: z.int(),
    /** By how much the changed baskets would be cheaper in all. */
    savedMinor: Minor,
    /** Of an edit: the same of the promotion as it is now. */
    before: z.object({ changed: z.int(), savedMinor: Minor }).nullable(),
    /** It needs a code, and each buyer is taken to have given it. */
    assumesCode: z.boolean(),
    /** The baskets that it changes most, at most 20. */
    rows: z.array(z.object({ orderId: z.uuid(), number: z.string(), channelCode: z.string(), placedAt: z.iso.datetime(), withoutMinor: Minor, withMinor: Minor })),
    tookMs: z.int(),
  })
  .meta({ id: 'PromotionEffect' });
export type PromotionEffect = z.infer<typeof PromotionEffect>;

/** POST /api/promotions/lanes-effect: what other lanes would have done to the last baskets of the market. */
export const LanesEffectRequest = z.object({ marketCode: z.string().max(8), lanes: MarketLanes }).meta({ id: 'LanesEffectRequest' });
export type LanesEffectRequest = z.infer<typeof LanesEffectRequest>;

/** `savedMinor`: by how much all baskets would be cheaper; below zero, dearer. `fromMinor`: with the lanes of now. */
export const LanesEffect = z
  .object({
    currency: z.string(), baskets: z.int(), skipped: z.int(), changed: z.int(), savedMinor: Minor,
    /** The baskets that they change most, at most 20. */
    rows: z.array(z.object({ orderId: z.uuid(), number: z.string(), channelCode: z.string(), placedAt: z.iso.datetime(), fromMinor: Minor, toMinor: Minor })),
    tookMs: z.int(),
  })
  .meta({ id: 'LanesEffect' });
export type LanesEffect = z.infer<typeof LanesEffect>;

/** POST /api/promotions/clashes: all pairs of the market, or those with the candidate. */
export const PromotionClashesRequest = z.object({ marketCode: z.string().max(8), candidate: PromotionCandidate.nullable() }).meta({ id: 'PromotionClashesRequest' });
export type PromotionClashesRequest = z.infer<typeof PromotionClashesRequest>;

export const PromotionClash = z
  .object({
    first: Named,
    second: Named,
    /** `shadowed`: the loser never applies; `competes`: one of both applies; `combines`: both come off. */
    kind: z.enum(['shadowed', 'competes', 'combines']),
    winnerId: z.string().nullable(),
    from: z.iso.datetime(),
    to: z.iso.datetime(),
    /** How many variants both mean. */
    goods: z.int(),
    /** One good in a basket that both are open to: what each takes off alone, and both. */
    example: z.object({ sku: z.string(), title: z.string(), units: z.int(), amountMinor: Minor, firstMinor: Minor, secondMinor: Minor, togetherMinor: Minor }),
    isDeep: z.boolean(),
    isBelowCost: z.boolean(),
    /** A stored basket in which both were open. */
    basket: z.object({ orderId: z.uuid(), number: z.string() }).nullable(),
  })
  .meta({ id: 'PromotionClash' });
export type PromotionClash = z.infer<typeof PromotionClash>;

export const PromotionClashes = z
  .object({
    currency: z.string(),
    /** The heaviest, at most 50 of `total`. */
    items: z.array(PromotionClash),
    total: z.int(),
    /** False: there are more pairs than were asked about. */
    isWhole: z.boolean(),
    tookMs: z.int(),
  })
  .meta({ id: 'PromotionClashes' });
export type PromotionClashes = z.infer<typeof PromotionClashes>;

const Text = z.string().trim().max(64).regex(/^\P{C}*$/u, 'There is a control character in it');

/** POST /api/promotions/simulation: a cart that nobody bought, priced by the live book at any instant. */
export const SimulationRequest = z
  .object({
    marketCode: z.string().max(8),
    channelCode: z.string().max(64),
    locationId: z.uuid().nullable(),
    at: z.iso.datetime(),
    lines: z.array(z.object({ variantId: z.uuid(), quantity: z.int().min(1).max(1000) })).min(1).max(100),
    coupons: z.array(Text.min(1).max(40)).max(10),
    customerGroups: z.array(Text.min(1)).max(20),
    loyaltyTier: Text.nullable(),
    ordersBefore: z.int().min(0).max(100_000).nullable(),
    paymentMethod: Text.nullable(),
    /** What sending it costs; null: nothing is sent. */
    shippingMinor: Minor.min(0).max(1_000_000_00).nullable(),
    candidate: PromotionCandidate.nullable(),
    /** A book of the past, such as the one that an order was priced by; null: the live one. */
    bookVersion: z.string().max(64).nullable(),
    /** In which language the reasons are. */
    locale: z.enum(['en', 'de']),
  })
  .meta({ id: 'SimulationRequest' });
export type SimulationRequest = z.infer<typeof SimulationRequest>;

export const SimulatedPromotion = Named.extend({ isCandidate: z.boolean() });

/** Refusals: unknown_market, unknown_channel, unknown_location, unknown_book 404; cannot_be_priced 422 with the SKU and why. */
export const Simulation = z
  .object({
    currency: z.string(),
    bookVersion: z.string(),
    lines: z.array(
      z.object({
        variantId: z.string(), sku: z.string(), title: z.string(), quantityMilli: z.int(), listUnitMinor: Minor, listMinor: Minor, discountMinor: Minor, totalMinor: Minor,
        /** Why it costs that, sentence by sentence. */
        says: z.array(z.string()),
      }),
    ),
    shipping: z.object({ listMinor: Minor, totalMinor: Minor }).nullable(),
    applied: z.array(SimulatedPromotion.extend({ amountMinor: Minor })),
    /** Each other promotion of the market, and why it took nothing off. */
    missed: z.array(SimulatedPromotion.extend({ kind: z.string(), says: z.string() })),
    coupons: z.array(z.object({ code: z.string(), outcome: z.enum(['applied', 'not_applied', 'used_up', 'unknown']) })),
    listMinor: Minor,
    discountMinor: Minor,
    taxMinor: Minor,
    totalMinor: Minor,
    /** Without the candidate; null where there is none. */
    totalWithoutMinor: Minor.nullable(),
  })
  .meta({ id: 'Simulation' });
export type Simulation = z.infer<typeof Simulation>;

/** GET /api/promotions/simulation/basket/:number: what was bought under an order's or a receipt's number, to be tried again. Refusal: not_found 404. */
export const SimulationBasket = z
  .object({
    orderId: z.uuid(),
    marketCode: z.string(),
    channelCode: z.string(),
    locationId: z.uuid().nullable(),
    at: z.iso.datetime(),
    bookVersion: z.string(),
    coupons: z.array(z.string()),
    customerGroups: z.array(z.string()),
    lines: z.array(z.object({ variantId: z.uuid(), quantity: z.int() })),
  })
  .meta({ id: 'SimulationBasket' });
export type SimulationBasket = z.infer<typeof SimulationBasket>;
