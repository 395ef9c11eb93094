import * as z from 'zod';
import { QuantityUnit } from '../catalog/quantity-unit.contract';
import { RoleHandLimitContract } from './hand-act.contract';

/** GET /api/pos/bootstrap: what a till must know to open, kept on the till so that it opens offline too. */
export const TillBootstrap = z
  .object({
    serverTime: z.iso.datetime(),
    device: z.object({ id: z.uuid(), epoch: z.int(), lastSequence: z.int(), lastReceiptNumber: z.int(), lastReceiptHash: z.string() }),
    register: z.object({ id: z.uuid(), number: z.int(), name: z.string(), hasCardReader: z.boolean() }),
    location: z.object({ id: z.uuid(), code: z.string(), name: z.string(), timeZone: z.string(), businessDayStartsAt: z.string(), addressLines: z.array(z.string()), priceZone: z.string().optional(), region: z.string().optional() }),
    /** `cashStepMinor`: what is paid in cash is a multiple of it. */
    market: z.object({ code: z.string(), country: z.string(), currency: z.string(), taxInclusive: z.boolean(), locale: z.string(), cashStepMinor: z.int().positive().optional() }),
    channelCode: z.string(),
    /** Where people reach the public pages of receipts; tills that were enrolled before take their own address. */
    publicUrl: z.string().optional(),
    /** PINs are checked on the till: PBKDF2-SHA256 over the salt (hex), 32 bytes, hex. */
    pinIterations: z.int(),
    staff: z.array(z.object({ id: z.uuid(), name: z.string(), pinSalt: z.string(), pinHash: z.string(), roles: z.array(z.string()) })),
    /** What each role may do by hand. A till that kept its bootstrap from before has none, and allows nothing. */
    handLimits: z.array(RoleHandLimitContract).optional(),
    openShift: z.object({ id: z.uuid(), openedAt: z.iso.datetime(), openedByName: z.string(), floatMinor: z.int() }).nullable(),
    stores: z.array(z.object({ id: z.uuid(), code: z.string(), name: z.string() })),
  })
  .meta({ id: 'TillBootstrap' });
export type TillBootstrap = z.infer<typeof TillBootstrap>;

/**
 * GET /api/pos/catalogue: every product that can be sold, one array a field so that 100,000 stay small. The revision is
 * the ETag; an unchanged catalogue answers 304.
 */
export const TillCatalogue = z
  .object({
    revision: z.string(),
    variantIds: z.array(z.uuid()),
    skus: z.array(z.string()),
    titles: z.array(z.string()),
    variantTitles: z.array(z.string()),
    departments: z.array(z.string()),
    /** Several codes of one product are separated by a space. */
    barcodes: z.array(z.string()),
    /** "1234 GBP", net of tax, for the warning of a price by hand below it; empty where it is not known. */
    costs: z.array(z.string()).optional(),
    /** What a quantity of 1000 is: "kg", "m"; empty: pieces. */
    units: z.array(z.string()).optional(),
    /** What a piece usually weighs, in grams, where each is weighed at the sale and its price is of a kilogram; -1: it is not. Absent: no product is. */
    usualGrams: z.array(z.int()).optional(),
    /** "lot" or "serial" where units are told apart, else empty. */
    trackedBy: z.array(z.string()).optional(),
    /** What each bundle is made of, by piece of it. A component that is not sold alone is in no other column: its title and unit stand here. */
    recipes: z.array(z.object({ bundleId: z.uuid(), components: z.array(z.object({ variantId: z.uuid(), quantityMilli: z.int().positive(), title: z.string(), unit: QuantityUnit })) })).optional(),
  })
  .meta({ id: 'TillCatalogue' });
export type TillCatalogue = z.infer<typeof TillCatalogue>;

/** GET /api/pos/stock: units for sale in this store. Products without a row have none. */
export const TillStock = z.object({ readAt: z.iso.datetime(), variantIds: z.array(z.uuid()), sellableMilli: z.array(z.int()), /** Where each stands, empty where nobody said; absent: no product here has a bin. */ bins: z.array(z.string()).optional() }).meta({ id: 'TillStock' });
export type TillStock = z.infer<typeof TillStock>;

/** GET /api/pos/stock/:variantId: the same product in every store of the market (endless aisle). */
export const TillStockElsewhere = z
  .object({ items: z.array(z.object({ locationId: z.uuid(), locationName: z.string(), distanceKm: z.number(), sellableMilli: z.int() })) })
  .meta({ id: 'TillStockElsewhere' });
export type TillStockElsewhere = z.infer<typeof TillStockElsewhere>;

/** PUT /api/pos/held-book → 204. The till says which price book it holds, so that prices of places can be compared. */
export const HeldBookRequest = z.object({ bookVersion: z.string().min(1).max(40) }).meta({ id: 'HeldBookRequest' });
export type HeldBookRequest = z.infer<typeof HeldBookRequest>;

/** GET /api/pos/changes (server-sent events, event name `state`): sent at once and whenever one of them changes. */
export const TillState = z.object({ bookVersion: z.string(), catalogueRevision: z.string(), pickupsWaiting: z.int() }).meta({ id: 'TillState' });
export type TillState = z.infer<typeof TillState>;
