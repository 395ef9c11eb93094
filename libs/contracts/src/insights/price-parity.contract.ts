import * as z from 'zod';

const Instant = z.iso.datetime();
const Amount = z.int().nonnegative().nullable();

/** Who sees a price: a channel, at one of its stores where it has any, and a customer group or none. */
export const ParityContextSchema = z
  .object({ id: z.string(), channelCode: z.string(), kind: z.enum(['pos', 'web', 'marketplace']), locationId: z.uuid().nullable(), customerGroup: z.string().nullable() })
  .meta({ id: 'ParityContext' });
export type ParityContext = z.infer<typeof ParityContextSchema>;

export const DriftCauseSchema = z.enum(['old_book', 'unknown_book', 'push_failed', 'not_acknowledged', 'other_price', 'by_hand']).meta({ id: 'DriftCause' });

/** A till, a shop or a marketplace, with what it last took; `bookVersion` null: it holds no book, as a marketplace; `at` null: it was not heard of. */
export const ParityPlaceSchema = z
  .object({
    id: z.string(), kind: z.enum(['till', 'shop', 'marketplace']), channelCode: z.string(), locationId: z.uuid().nullable(), registerName: z.string().nullable(),
    bookVersion: z.string().nullable(), at: Instant.nullable(),
    /** Variants of which it is known what the place asks, and those that it should sell. */
    known: z.int(), sold: z.int(), drifts: z.int(),
  })
  .meta({ id: 'ParityPlace' });
export type ParityPlace = z.infer<typeof ParityPlaceSchema>;

/** A place asks, or a receipt shows, another price than the book says. Null: not for sale. `by` and `reason` of a price by hand. */
export const PriceDriftSchema = z
  .object({
    id: z.string(), cause: DriftCauseSchema, variantId: z.uuid(), sku: z.string(), title: z.string(), channelCode: z.string(), locationId: z.uuid().nullable(), customerGroup: z.string().nullable(),
    placeKind: z.enum(['till', 'shop', 'marketplace', 'receipt']), placeName: z.string(), orderId: z.uuid().nullable(),
    expectedMinor: Amount, askedMinor: Amount, bookVersion: z.string().nullable(), at: Instant.nullable(), by: z.string().nullable(), reason: z.string().nullable(),
  })
  .meta({ id: 'PriceDrift' });
export type PriceDrift = z.infer<typeof PriceDriftSchema>;

/** `location`, `group`: only these contexts; a group of '-' is who is in none. `minSpread` in basis points. */
export const PriceParityQuery = z.object({
  at: Instant.optional(),
  channel: z.string().max(60).optional(),
  location: z.uuid().optional(),
  group: z.string().max(60).optional(),
  show: z.enum(['all', 'drift', 'differences']).default('all'),
  minSpread: z.coerce.number().int().min(0).max(1_000_000).default(0),
  search: z.string().trim().max(100).optional(),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type PriceParityQuery = z.infer<typeof PriceParityQuery>;

export const PriceParityRowSchema = z
  .object({
    variantId: z.uuid(), sku: z.string(), title: z.string(), plainMinor: Amount, minMinor: Amount, maxMinor: Amount, spreadBasisPoints: z.int().nullable(),
    /** Contexts whose price is another than the market's own, and drifts. */
    differing: z.int(), drifts: z.int(),
  })
  .meta({ id: 'PriceParityRow' });
export type PriceParityRow = z.infer<typeof PriceParityRowSchema>;

/**
 * GET /api/markets/:market/price-parity: every SKU × channel × store × group at an instant. What places ask is known of now
 * alone: at another instant there are no places and no drifts. `.csv` has the same as a table, without pages.
 */
export const PriceParitySchema = z
  .object({
    marketCode: z.string(), currency: z.string(), at: Instant, moment: z.enum(['past', 'live', 'coming']), bookVersion: z.string(),
    contexts: z.array(ParityContextSchema), places: z.array(ParityPlaceSchema),
    channels: z.array(z.string()), locations: z.array(z.uuid()), groups: z.array(z.string()),
    totals: z.object({ variants: z.int(), contexts: z.int(), differing: z.int(), drifts: z.int() }),
    total: z.int(), items: z.array(PriceParityRowSchema),
  })
  .meta({ id: 'PriceParity' });
export type PriceParity = z.infer<typeof PriceParitySchema>;

/** GET /api/markets/:market/price-parity/drifts: with the same filters. */
export const PriceDriftsSchema = z.object({ currency: z.string(), total: z.int(), items: z.array(PriceDriftSchema) }).meta({ id: 'PriceDrifts' });
export type PriceDrifts = z.infer<typeof PriceDriftsSchema>;

/** GET /api/markets/:market/price-parity/variants/:variantId: one SKU, context by context, and what makes each price. `because`: the part of the book's scope. */
export const PriceParityMatrixSchema = z
  .object({
    variantId: z.uuid(), sku: z.string(), title: z.string(), currency: z.string(), at: Instant, plainMinor: Amount,
    cells: z.array(z.object({
      context: ParityContextSchema, priceMinor: Amount, listUnitMinor: Amount, bookId: z.string().nullable(), bookName: z.string().nullable(), because: z.string().nullable(), promotions: z.array(z.string()),
      /** Another price than the market's own, on purpose. */
      isOther: z.boolean(),
    })),
    drifts: z.array(PriceDriftSchema),
  })
  .meta({ id: 'PriceParityMatrix' });
export type PriceParityMatrix = z.infer<typeof PriceParityMatrixSchema>;
