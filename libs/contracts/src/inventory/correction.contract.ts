import * as z from 'zod';
import { QuantityUnit } from '../catalog/quantity-unit.contract';
import { SerialText } from './piece.contract';

const milli = z.int();

/** Which units move: pieces by their serials, or so many of each lot. A lot that is not known yet comes with its day. */
const which = {
  serials: z.array(SerialText).max(1_000).optional(),
  lots: z.array(z.object({ lotCode: z.string().trim().min(1).max(40), expiresOn: z.iso.date().optional(), quantityMilli: milli.positive().max(1_000_000_000) })).max(50).optional(),
};
export const CorrectionReason = z.enum(['damaged', 'theft', 'found', 'sample', 'expired', 'wrong_delivery', 'repaired', 'checked', 'sheet', 'other']).meta({ id: 'CorrectionReason' });
export const HandBucketSchema = z.enum(['sellable', 'safety', 'quality_control', 'damaged', 'refurbish', 'quarantine']).meta({ id: 'HandBucket' });

/**
 * POST /api/stock/corrections: goods that are found or gone (`delta`), or that change their state (`from` → `to`).
 * Of products that are told apart the moves name what they move: by serial every piece that has one, by lot what is found.
 * `asOf`: the numbers were read then; the difference is what matters, so sales since are not undone.
 */
export const CorrectStockRequest = z
  .object({
    kind: z.enum(['adjust', 'reclassify', 'sheet', 'file']),
    reason: CorrectionReason,
    note: z.string().trim().max(200).optional(),
    moves: z
      .array(
        z.union([
          z.object({ variantId: z.uuid(), locationId: z.uuid(), bucket: HandBucketSchema.optional(), deltaMilli: milli.min(-1_000_000_000).max(1_000_000_000).refine((delta) => delta !== 0, 'is zero'), ...which }),
          z.object({ variantId: z.uuid(), locationId: z.uuid(), from: HandBucketSchema, to: HandBucketSchema, quantityMilli: milli.positive().max(1_000_000_000), ...which }).refine(({ from, to }) => from !== to, { path: ['to'], message: 'is the state that the goods are in' }),
        ]),
      )
      .min(1)
      .max(5000),
  })
  .refine(({ reason, note }) => reason !== 'other' || (note ?? '') !== '', { path: ['note'], message: 'says what happened where the reason is other' })
  .meta({ id: 'CorrectStockRequest' });
export type CorrectStockRequest = z.infer<typeof CorrectStockRequest>;

const Correction = z.object({
  id: z.uuid(), status: z.enum(['waiting', 'applied', 'refused', 'undone']), kind: z.enum(['adjust', 'reclassify', 'sheet', 'file']), reason: CorrectionReason, note: z.string(),
  locationIds: z.array(z.uuid()), unitsMilli: milli, valueMinor: z.int(), requestedById: z.string(), requestedBy: z.string(), decidedBy: z.string().nullable(), createdAt: z.iso.datetime(), decidedAt: z.iso.datetime().nullable(),
});

/** `waiting`: more than the role may do alone; nothing has moved yet. */
export const CorrectStockAnswer = z.object({ correctionId: z.uuid(), status: z.enum(['waiting', 'applied']) }).meta({ id: 'CorrectStockAnswer' });
export type CorrectStockAnswer = z.infer<typeof CorrectStockAnswer>;

/** GET /api/stock/corrections, newest first. */
export const CorrectionListQuery = z.object({ /** One of them alone, as a movement knows it. */ id: z.uuid().optional(), status: z.enum(['waiting', 'applied', 'refused', 'undone']).optional(), cursor: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(100).default(50) });
export type CorrectionListQuery = z.infer<typeof CorrectionListQuery>;
export const CorrectionListAnswer = z
  .object({
    items: z.array(Correction.extend({ moves: z.array(z.object({ variantId: z.uuid(), sku: z.string(), title: z.string(), unit: QuantityUnit, locationId: z.uuid(), from: z.string(), to: z.string(), quantityMilli: milli, serialNumber: z.string().nullable() })), moveCount: z.int() })),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'CorrectionList' });
export type CorrectionListAnswer = z.infer<typeof CorrectionListAnswer>;

/** POST /api/stock/corrections/:id/decision */
export const DecideCorrectionRequest = z.object({ decision: z.enum(['apply', 'refuse']) }).meta({ id: 'DecideCorrectionRequest' });
export type DecideCorrectionRequest = z.infer<typeof DecideCorrectionRequest>;

/** GET /api/stock/to-sort: everything that lies apart, longest first. */
export const ToSortQuery = z.object({ locationId: z.uuid().optional(), bucket: z.enum(['quality_control', 'quarantine', 'refurbish', 'damaged']).optional(), offset: z.coerce.number().int().min(0).max(10_000).optional(), limit: z.coerce.number().int().min(1).max(200).default(100) });
export type ToSortQuery = z.infer<typeof ToSortQuery>;
export const ToSortAnswer = z
  .object({
    items: z.array(z.object({ variantId: z.uuid(), sku: z.string(), title: z.string(), variantTitle: z.string(), unit: QuantityUnit, locationId: z.uuid(), bucket: z.enum(['quality_control', 'quarantine', 'refurbish', 'damaged']), quantityMilli: milli, since: z.iso.datetime().nullable(), reason: z.string(), trackedBy: z.enum(['none', 'lot', 'serial']) })),
    count: z.int(),
  })
  .meta({ id: 'ToSort' });
export type ToSortAnswer = z.infer<typeof ToSortAnswer>;
