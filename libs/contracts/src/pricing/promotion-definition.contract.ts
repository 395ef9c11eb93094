import * as z from 'zod';

const Minor = z.int().min(0).max(1_000_000_000_00);
const Ids = z.array(z.string().min(1).max(64)).max(500);
const Count = z.int().min(1).max(1000);

/** Which lines of a basket are meant; nothing named: every line (PRM-8). */
export const LineSelectorContract = z.strictObject({
  collectionIds: Ids.optional(),
  productIds: Ids.optional(),
  variantIds: Ids.optional(),
  attributes: z.array(z.strictObject({ name: z.string().min(1).max(80), value: z.string().max(200) })).max(100).optional(),
  minUnitMinor: Minor.optional(),
  maxUnitMinor: Minor.optional(),
  exceptCollectionIds: Ids.optional(),
  exceptProductIds: Ids.optional(),
  exceptVariantIds: Ids.optional(),
  onlyFullPrice: z.boolean().optional(),
});

const Discount = z.union([
  z.strictObject({ percentBasisPoints: z.int().min(0).max(10_000) }),
  z.strictObject({ amountOffMinor: Minor }),
  z.strictObject({ priceMinor: Minor }),
]);

const Condition = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('spend_at_least'), on: LineSelectorContract, amountMinor: Minor, of: z.enum(['list', 'left']) }),
  z.strictObject({ kind: z.literal('quantity_at_least'), on: LineSelectorContract, quantityMilli: z.int().min(1).max(10_000_000) }),
  z.strictObject({ kind: z.literal('line_quantity_at_least'), on: LineSelectorContract, quantityMilli: z.int().min(1).max(10_000_000) }),
  z.strictObject({ kind: z.literal('loyalty_tier'), tiers: Ids.min(1) }),
  z.strictObject({ kind: z.literal('order_number'), from: z.int().min(1).max(100_000), to: z.int().min(1).max(100_000).nullable() }),
  z.strictObject({ kind: z.literal('bought_before'), amountMinor: Minor }),
  z.strictObject({ kind: z.literal('payment_method'), methods: Ids.min(1) }),
  z.strictObject({ kind: z.literal('destination'), countries: z.array(z.string().regex(/^[A-Z]{2}$/)).min(1).max(250) }),
]);

const steps = z
  .array(z.strictObject({ from: z.int().min(0).max(1_000_000_000_00), discount: Discount }))
  .min(1)
  .max(20)
  .refine((given) => given.every((step, index) => index === 0 || step.from > (given[index - 1]?.from ?? 0)), { message: 'Each step must begin above the one before it' });

const Reward = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('lines'), on: LineSelectorContract, discount: Discount, per: z.enum(['unit', 'line']), maxUnits: Count.optional(), furtherUnits: Discount.optional() }),
  z.strictObject({ kind: z.literal('tiers'), on: LineSelectorContract, by: z.enum(['quantity', 'spend']), steps }),
  z.strictObject({
    kind: z.literal('buy_get'),
    buy: z.strictObject({ on: LineSelectorContract, quantity: z.int().min(0).max(1000) }),
    get: z.strictObject({ on: LineSelectorContract, quantity: Count, discount: Discount, which: z.enum(['cheapest', 'dearest', 'equal_or_less']), bySpend: steps.optional() }),
    maxTimes: Count.optional(),
  }),
  z.strictObject({ kind: z.literal('bundle'), parts: z.array(z.strictObject({ on: LineSelectorContract, quantity: Count })).min(1).max(10), priceMinor: Minor, maxTimes: Count.optional() }),
  z.strictObject({ kind: z.literal('basket'), on: LineSelectorContract, discount: Discount, capMinor: Minor.optional() }),
  z.strictObject({ kind: z.literal('shipping'), discount: Discount, per: z.enum(['charge', 'all']).optional(), methodIds: Ids.optional() }),
]);

/** As people write it; spaces, dashes and case do not count when codes are compared. */
export const CouponCode = z.string().min(3).max(40).regex(/^[\p{L}\p{N} -]+$/u, 'A code is made of letters, digits, spaces and dashes').trim().min(3);

const Uses = z.int().min(1).max(100_000_000);

/** How often and for how much it may be used (PRM-30 to PRM-32); absent: without end. */
export const PromotionLimits = z
  .strictObject({ uses: Uses.optional(), usesPerCustomer: Uses.optional(), usesPerCode: Uses.optional(), budgetMinor: Minor.min(1).optional() })
  .meta({ id: 'PromotionLimits' });
export type PromotionLimits = z.infer<typeof PromotionLimits>;

const Definition = z
  .strictObject({
    lane: z.enum(['item', 'basket', 'shipping']),
    priority: z.int().min(-1000).max(1000).default(0),
    exclusive: z.union([z.boolean(), z.literal('everywhere')]).optional(),
    group: z.string().trim().min(1).max(40).optional(),
    partOf: z.string().trim().min(1).max(40).optional(),
    hours: z.array(z.strictObject({ weekday: z.int().min(1).max(7), fromMinute: z.int().min(0).max(1440), toMinute: z.int().min(0).max(1440) })).max(50).optional(),
    channelCodes: z.array(z.string()).max(50).default([]),
    locationIds: z.array(z.uuid()).max(1000).optional(),
    customerGroups: Ids.optional(),
    /** Without codes: single-use codes, made or sent in as batches. */
    coupon: z.strictObject({ codes: z.array(CouponCode).max(100) }).optional(),
    conditions: z.array(Condition).max(20).default([]),
    reward: Reward,
    limits: PromotionLimits.optional(),
  })
  .refine(({ reward }) => reward.kind !== 'lines' || reward.furtherUnits === undefined || reward.per === 'unit', { path: ['reward', 'furtherUnits'], message: 'Further units are counted by the unit' })
  .refine(({ lane, reward }) => lanesOf[reward.kind].includes(lane), { path: ['lane'], message: 'This lane does not fit what the promotion gives' })
  .refine(({ coupon, limits }) => limits?.usesPerCode === undefined || (coupon !== undefined && coupon.codes.length > 0), { path: ['limits', 'usesPerCode'], message: 'Only a promotion with codes has uses per code; a single-use code has one' });

/** Who gets a promotion, on which condition, and what it gives: the engine's promotion (libs/domain/promotions) but for its name and dates. */
export const PromotionDefinition = Definition.meta({ id: 'PromotionDefinition' });
/** The same where it is written: what has a default may be left out, and a component of the OpenAPI document has one form. */
export const PromotionDefinitionRequest = Definition.meta({ id: 'PromotionDefinitionRequest' });
export type PromotionDefinition = z.infer<typeof PromotionDefinition>;

const lanesOf: Record<z.infer<typeof Reward>['kind'], readonly string[]> = {
  lines: ['item'], buy_get: ['item'], bundle: ['item'], tiers: ['item', 'basket'], basket: ['basket'], shipping: ['shipping'],
};
