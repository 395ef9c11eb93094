import * as z from 'zod';

const milli = z.int();

/** Goods of one product at one place. Quantities are thousandths: one piece is 1000. */
const StockNumbers = z.object({
  /** Everything that is physically there: available + held + committed + allotted + unavailable − what counters sold beyond it. */
  onHandMilli: milli,
  /** Kept for orders. */
  committedMilli: milli,
  /** Granted to registers: theirs to sell, also while they are cut off. */
  allottedMilli: milli.nonnegative(),
  /** Kept for a while by checkouts. */
  heldMilli: milli.nonnegative(),
  /** Damaged, in quarantine, to be refurbished, checked, or held back. */
  unavailableMilli: milli,
  /** What may be promised; never below zero here. */
  availableMilli: milli.nonnegative(),
  /** What counters sold beyond what the house knew of: a paid sale always posts. */
  overrideMilli: milli.nonnegative(),
});

const VariantFacts = z.object({ variantId: z.uuid(), productId: z.uuid(), sku: z.string(), title: z.string(), variantTitle: z.string() });

/** GET /api/stock */
export const StockListQuery = z
  .object({
    /** Part of a title or SKU, or a whole barcode. */
    search: z.string().trim().max(100).optional(),
    locationId: z.uuid().optional(),
    /** `nextCursor` of the page before. */
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  });
export type StockListQuery = z.infer<typeof StockListQuery>;

/** The sum over the asked locations, and each location's share. */
export const StockListAnswer = z
  .object({
    items: z.array(VariantFacts.extend(StockNumbers.shape).extend({ locations: z.array(StockNumbers.extend({ locationId: z.uuid() })) })),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'StockList' });
export type StockListAnswer = z.infer<typeof StockListAnswer>;

/** GET /api/stock/:variantId */
export const StockDetailAnswer = z
  .object({
    variant: VariantFacts,
    total: StockNumbers,
    locations: z.array(
      StockNumbers.extend({
        locationId: z.uuid(), safetyMilli: milli, qualityControlMilli: milli, damagedMilli: milli, refurbishMilli: milli, quarantineMilli: milli,
        /** Grows with each change of this level. */
        version: z.int(),
      }),
    ),
    reservations: z.array(z.object({ orderId: z.uuid(), orderLineId: z.uuid(), locationId: z.uuid(), quantityMilli: milli, createdAt: z.iso.datetime() })),
  })
  .meta({ id: 'StockDetail' });
export type StockDetailAnswer = z.infer<typeof StockDetailAnswer>;

export const StockNumber = z.enum(['on_hand', 'available', 'committed', 'unavailable']).meta({ id: 'StockNumber' });
export type StockNumber = z.infer<typeof StockNumber>;

/** GET /api/stock/:variantId/movements: the movements that make up one number, newest first. */
export const StockMovementsQuery = z
  .object({ number: StockNumber.default('on_hand'), locationId: z.uuid().optional(), cursor: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) });
export type StockMovementsQuery = z.infer<typeof StockMovementsQuery>;

export const StockMovementsAnswer = z
  .object({
    items: z.array(
      z.object({
        id: z.uuid(),
        locationId: z.uuid(),
        fromBucket: z.string(),
        toBucket: z.string(),
        quantityMilli: milli.positive(),
        /** What the movement did to the asked number. */
        changeMilli: milli,
        /** The number after it; the first item's is the number of now. */
        runningMilli: milli,
        causeKind: z.string(),
        causeId: z.string(),
        reason: z.string(),
        actor: z.string(),
        occurredAt: z.iso.datetime(),
        recordedAt: z.iso.datetime(),
      }),
    ),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'StockMovements' });
export type StockMovementsAnswer = z.infer<typeof StockMovementsAnswer>;

/** POST /api/stock/adjustments, with an Idempotency-Key header made by the sender once per intent. */
export const AdjustStockRequest = z
  .object({
    locationId: z.uuid(),
    reason: z.string().trim().min(1).max(200),
    lines: z
      .array(z.object({ variantId: z.uuid(), bucket: z.enum(['sellable', 'safety', 'quality_control', 'damaged', 'refurbish', 'quarantine']).default('sellable'), deltaMilli: milli.refine((delta) => delta !== 0, 'is zero') }))
      .min(1)
      .max(500),
  })
  .meta({ id: 'AdjustStockRequest' });
export type AdjustStockRequest = z.infer<typeof AdjustStockRequest>;

export const AdjustStockAnswer = z.object({ adjustmentId: z.uuid() }).meta({ id: 'AdjustStockAnswer' });
export type AdjustStockAnswer = z.infer<typeof AdjustStockAnswer>;
