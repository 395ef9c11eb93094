import * as z from 'zod';

/** Per which quantity the price of a unit is shown (libs/domain/pricing, PRC-100). */
const UnitPriceRule = z.enum(['whole', 'hundred_when_small']);

/** PUT /api/markets/:code/unit-price-rule. `seen`: as its editor saw it; another is not overwritten (409 changed_meanwhile). */
export const SetUnitPriceRule = z.strictObject({ rule: UnitPriceRule, seen: UnitPriceRule }).meta({ id: 'SetUnitPriceRule' });
export type SetUnitPriceRule = z.infer<typeof SetUnitPriceRule>;

/** GET /api/markets/:code/settings. A cash step of null: as the currency's coins are (`usualCashStepMinor`). */
export const MarketSettings = z
  .object({
    code: z.string(), name: z.string(), country: z.string(), currency: z.string(), taxInclusive: z.boolean(), locale: z.string(),
    cashStepMinor: z.int().nullable(), usualCashStepMinor: z.int(),
    unitPriceRule: UnitPriceRule,
    /** What who asks may change. */
    mayEdit: z.object({ cashStep: z.boolean(), unitPriceRule: z.boolean() }),
  })
  .meta({ id: 'MarketSettings' });
export type MarketSettings = z.infer<typeof MarketSettings>;

/** `gross_stays`: a price with tax stays where another country's rate applies; `net_stays`: what is left of it without tax does (TAX-32). */
export const ChannelTax = z.strictObject({ paysAtDestination: z.boolean(), priceAbroad: z.enum(['gross_stays', 'net_stays']) });
export type ChannelTax = z.infer<typeof ChannelTax>;

/** A checkout keeps its units for a minute to two hours: shorter loses shoppers, longer keeps goods from those who would buy. */
export const HOLD_SECONDS = { least: 60, most: 7200 } as const;
export const MOST_HOLD_EXTENSIONS = 5;
const HoldSeconds = z.int().min(HOLD_SECONDS.least, 'Keep units for at least one minute').max(HOLD_SECONDS.most, 'Keep units for at most two hours');

/**
 * How long a checkout of the channel keeps its units, how often a shopper may ask for longer, and what becomes of an order
 * of which not all is there. `all`: it is not taken; `part`: what is there is sold; `split`: the rest follows when it comes.
 */
export const ChannelCheckout = z
  .strictObject({
    holdSecondsAnonymous: HoldSeconds,
    holdSecondsKnown: HoldSeconds,
    holdExtensions: z.int().min(0).max(MOST_HOLD_EXTENSIONS, 'A shopper may ask for longer at most five times'),
    orderMode: z.enum(['all', 'part', 'split']),
  })
  .refine(({ holdSecondsAnonymous, holdSecondsKnown }) => holdSecondsKnown >= holdSecondsAnonymous, { path: ['holdSecondsKnown'], message: 'Who has said who they are keeps units at least as long as who has not' })
  .meta({ id: 'ChannelCheckout' });
export type ChannelCheckout = z.infer<typeof ChannelCheckout>;

const Minor = z.int().min(0).max(100_000_000);
const Words = z.string().trim().min(1).max(80);

/** Bounds are of the goods' value after promotions, with tax, ends included; null: none. `taxClass` null: taxed as the goods are. */
export const ShippingMethodText = z
  .strictObject({
    code: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'A code is made of small letters, digits and dashes'),
    names: z.strictObject({ en: Words, de: Words }),
    feeMinor: Minor,
    countries: z.array(z.string().regex(/^[A-Z]{2}$/, 'A country is two capital letters')).min(1, 'Name at least one country').max(250).refine((codes) => new Set(codes).size === codes.length, 'A country is named twice'),
    minItemsMinor: Minor.nullable(),
    maxItemsMinor: Minor.nullable(),
    taxClass: z.string().min(1).max(64).nullable(),
  })
  .refine(({ minItemsMinor, maxItemsMinor }) => minItemsMinor === null || maxItemsMinor === null || minItemsMinor <= maxItemsMinor, { path: ['maxItemsMinor'], message: 'The greatest value is below the least' })
  .meta({ id: 'ShippingMethodText' });
export type ShippingMethodText = z.infer<typeof ShippingMethodText>;

/** In the order in which they are offered. None: what is sent costs nothing and goes anywhere. */
export const ShippingMethodTexts = z
  .array(ShippingMethodText)
  .max(50)
  .refine((methods) => new Set(methods.map(({ code }) => code)).size === methods.length, 'Two shipping methods have the same code');

/** GET /api/channels/:code/settings */
export const ChannelSettings = z
  .object({
    code: z.string(), name: z.string(), kind: z.enum(['pos', 'web', 'marketplace']), marketCode: z.string(), country: z.string(), currency: z.string(), taxInclusive: z.boolean(),
    tax: ChannelTax,
    shippingMethods: z.array(ShippingMethodText),
    /** Null: its shoppers do not check out with us. */
    checkout: ChannelCheckout.nullable(),
    mayEdit: z.object({ tax: z.boolean(), shippingMethods: z.boolean(), checkout: z.boolean() }),
  })
  .meta({ id: 'ChannelSettings' });
export type ChannelSettings = z.infer<typeof ChannelSettings>;

/** PUT /api/channels/:code/tax. `seen`: as its editor saw it; another is not overwritten (409 changed_meanwhile). */
export const SetChannelTax = z.strictObject({ tax: ChannelTax, seen: ChannelTax }).meta({ id: 'SetChannelTax' });
export type SetChannelTax = z.infer<typeof SetChannelTax>;

/** PUT /api/channels/:code/checkout. `seen` as above. A channel whose shoppers do not check out with us: 409 no_checkout. */
export const SetChannelCheckout = z.strictObject({ checkout: ChannelCheckout, seen: ChannelCheckout }).meta({ id: 'SetChannelCheckout' });
export type SetChannelCheckout = z.infer<typeof SetChannelCheckout>;

/** PUT /api/channels/:code/shipping-methods: all of them, in their order. `seen` as above. A tax class without a rate in the channel's country: 422 unknown_tax_class. */
export const SetShippingMethods = z.strictObject({ methods: ShippingMethodTexts, seen: ShippingMethodTexts }).meta({ id: 'SetShippingMethods' });
export type SetShippingMethods = z.infer<typeof SetShippingMethods>;
