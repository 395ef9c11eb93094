import * as z from 'zod';

const Minor = z.int().nonnegative().max(1_000_000_000);

/** `seenMinor`: the floor as its editor saw it, null for none; absent: written whatever is there. */
const Floor = z.object({ variantId: z.uuid(), amountMinor: Minor.nullable(), seenMinor: Minor.nullable().optional() });

/** PUT /api/markets/:market/price-floors: floors of the retailer's own; null takes one away. One that is not as seen refuses them all (409 changed_meanwhile). */
export const PriceFloorsRequest = z.object({ floors: z.array(Floor).min(1).max(10_000) }).meta({ id: 'PriceFloorsRequest' });
export type PriceFloorsRequest = z.infer<typeof PriceFloorsRequest>;

/** GET /api/markets/:market/price-floors. `q` is a part of a SKU or a title. */
export const PriceFloorQuery = z.object({ q: z.string().trim().max(120).optional(), take: z.coerce.number().int().min(1).max(500).default(100) });
export type PriceFloorQuery = z.infer<typeof PriceFloorQuery>;

/** By SKU, at most `take` of `total`; the variants that the catalogue does not have any more come last. */
export const PriceFloorList = z
  .object({ currency: z.string(), items: z.array(z.object({ variantId: z.uuid(), sku: z.string(), title: z.string(), amountMinor: z.int() })), total: z.int() })
  .meta({ id: 'PriceFloorList' });
export type PriceFloorList = z.infer<typeof PriceFloorList>;
