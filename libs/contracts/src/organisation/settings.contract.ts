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
    mayEdit: z.object({ tax: z.boolean(), shippingMethods: z.boolean() }),
  })
  .meta({ id: 'ChannelSettings' });
export type ChannelSettings = z.infer<typeof ChannelSettings>;

/** PUT /api/channels/:code/tax. `seen`: as its editor saw it; another is not overwritten (409 changed_meanwhile). */
export const SetChannelTax = z.strictObject({ tax: ChannelTax, seen: ChannelTax }).meta({ id: 'SetChannelTax' });
export type SetChannelTax = z.infer<typeof SetChannelTax>;

/** PUT /api/channels/:code/shipping-methods: all of them, in their order. `seen` as above. A tax class without a rate in the channel's country: 422 unknown_tax_class. */
export const SetShippingMethods = z.strictObject({ methods: ShippingMethodTexts, seen: ShippingMethodTexts }).meta({ id: 'SetShippingMethods' });
export type SetShippingMethods = z.infer<typeof SetShippingMethods>;
