import * as z from 'zod';
import { QuantityUnit } from '../catalog/quantity-unit.contract';

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

const VariantFacts = z.object({ variantId: z.uuid(), productId: z.uuid(), sku: z.string(), title: z.string(), variantTitle: z.string(), unit: QuantityUnit });

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

/** An instant of the ledger in UTC (2026-11-21T10:00:00Z), or a movement's: its recordedAt, an underscore and its id. */
const LedgerInstant = z.string().min(20).max(80);

/** GET /api/stock/:variantId */
export const StockDetailQuery = z.object({
  /** The levels as of then. What checkouts held and for which orders units were kept then is not recorded. */
  at: LedgerInstant.optional(),
});
export type StockDetailQuery = z.infer<typeof StockDetailQuery>;

export const StockDetailAnswer = z
  .object({
    variant: VariantFacts.extend({ trackedBy: z.enum(['none', 'lot', 'serial']) }),
    total: StockNumbers,
    locations: z.array(
      StockNumbers.extend({
        locationId: z.uuid(), safetyMilli: milli, qualityControlMilli: milli, damagedMilli: milli, refurbishMilli: milli, quarantineMilli: milli,
        /** Grows with each change of this level; 0 for a past instant. */
        version: z.int(),
      }),
    ),
    reservations: z.array(z.object({ orderId: z.uuid(), orderLineId: z.uuid(), locationId: z.uuid(), quantityMilli: milli, createdAt: z.iso.datetime() })),
    /** Units that checkouts keep for a while, the first to end first; at most 500. */
    holds: z.array(z.object({ holdId: z.uuid(), lineId: z.string(), locationId: z.uuid(), quantityMilli: milli, heldFor: z.string(), heldAt: z.iso.datetime(), expiresAt: z.iso.datetime() })),
    /** Goods that documents say are on their way, the first to come first; at most 500. */
    incoming: z.array(z.object({ sourceKind: z.string(), sourceId: z.uuid(), locationId: z.uuid(), quantityMilli: milli, expectedOn: z.iso.date() })),
    /** The past instant that was asked for; null: now. */
    at: z.iso.datetime().nullable(),
  })
  .meta({ id: 'StockDetail' });
export type StockDetailAnswer = z.infer<typeof StockDetailAnswer>;

export const StockNumber = z.enum(['on_hand', 'available', 'committed', 'allotted', 'unavailable']).meta({ id: 'StockNumber' });
export type StockNumber = z.infer<typeof StockNumber>;

/** GET /api/stock/:variantId/movements: the movements that make up one number, newest first. */
export const StockMovementsQuery = z
  .object({
    number: StockNumber.default('on_hand'),
    locationId: z.uuid().optional(),
    /** Only movements of this kind of cause; then nothing is said about what the number was after each. */
    cause: z.string().regex(/^[a-z_]{1,40}$/).optional(),
    /** The newest that is shown; without it, the newest there is. */
    at: LedgerInstant.optional(),
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  });
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
        /** The number after it, before holds; the first item's is the number of now. Null where a filter leaves movements out. */
        runningMilli: milli.nullable(),
        causeKind: z.string(),
        causeId: z.string(),
        reason: z.string(),
        actor: z.string(),
        /** Of goods that are told apart by lot. */
        lot: z.object({ lotId: z.uuid(), code: z.string() }).optional(),
        occurredAt: z.iso.datetime(),
        recordedAt: z.iso.datetime(),
      }),
    ),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'StockMovements' });
export type StockMovementsAnswer = z.infer<typeof StockMovementsAnswer>;

/** GET /api/stock/:variantId/explanation: '47 because …'. */
export const StockExplanationQuery = z.object({
  number: StockNumber.default('on_hand'),
  locationId: z.uuid().optional(),
  /** When the period begins; without it, with the month of its end (UTC). */
  from: LedgerInstant.optional(),
  /** When it ends; without it, now. */
  at: LedgerInstant.optional(),
});
export type StockExplanationQuery = z.infer<typeof StockExplanationQuery>;

export const StockExplanation = z
  .object({
    variantId: z.uuid(),
    locationId: z.uuid().nullable(),
    number: StockNumber,
    from: z.string(),
    at: z.string(),
    isNow: z.boolean(),
    /** They add up to resultMilli. */
    steps: z.array(z.object({ kind: z.enum(['opening', 'cause', 'held', 'oversold', 'unexplained']), causeKind: z.string(), changeMilli: milli })),
    resultMilli: milli,
    causes: z.array(
      z.object({
        causeKind: z.string(),
        movements: z.int(),
        changeMilli: milli,
        /** The newest 20; with otherMilli they add up to changeMilli. */
        documents: z.array(z.object({ causeId: z.string(), movements: z.int(), changeMilli: milli, at: z.iso.datetime(), reason: z.string(), actor: z.string() })),
        otherDocuments: z.int(),
        otherMilli: milli,
      }),
    ),
    /** What on hand or unavailable consists of: parts that add up to it. Empty for a number of one part. */
    composition: z.array(z.object({ part: z.string(), quantityMilli: milli })),
  })
  .meta({ id: 'StockExplanation' });
export type StockExplanation = z.infer<typeof StockExplanation>;

/** GET /api/stock/:variantId/series: what a number was at the end of each of the last days (UTC). */
export const StockSeriesQuery = z.object({ number: StockNumber.default('on_hand'), locationId: z.uuid().optional(), days: z.coerce.number().int().min(2).max(366).default(90) });
export type StockSeriesQuery = z.infer<typeof StockSeriesQuery>;

export const StockSeries = z
  .object({ number: StockNumber, locationId: z.uuid().nullable(), openingMilli: milli, points: z.array(z.object({ day: z.iso.date(), quantityMilli: milli })) })
  .meta({ id: 'StockSeries' });
export type StockSeries = z.infer<typeof StockSeries>;

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
