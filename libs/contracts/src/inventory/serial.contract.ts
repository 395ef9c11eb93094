import * as z from 'zod';

/** shelf: for sale, or kept for an order or a register. The last four are outside. */
export const SerialState = z.enum(['shelf', 'quality_control', 'damaged', 'refurbish', 'quarantine', 'supplier', 'customer', 'shrink', 'transit']).meta({ id: 'SerialState' });
export type SerialState = z.infer<typeof SerialState>;

/** GET /api/stock/serials: pieces by how their serial begins, by serial. */
export const SerialListQuery = z.object({
  q: z.string().trim().max(100).optional(),
  variantId: z.uuid().optional(),
  locationId: z.uuid().optional(),
  state: SerialState.optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type SerialListQuery = z.infer<typeof SerialListQuery>;

const SerialPiece = z.object({
  variantId: z.uuid(), sku: z.string(), title: z.string(), variantTitle: z.string(), serialNumber: z.string(),
  state: SerialState,
  /** Where it is, or the place that it left. */
  locationId: z.uuid(),
  since: z.iso.datetime(),
});

export const SerialListAnswer = z.object({ items: z.array(SerialPiece), nextCursor: z.string().nullable() }).meta({ id: 'SerialList' });
export type SerialListAnswer = z.infer<typeof SerialListAnswer>;

/** GET /api/stock/serials/:variantId/:serialNumber: the piece and all that happened to it, the newest first. Refusal: unknown_serial 404. */
export const SerialLifeAnswer = SerialPiece.extend({
  events: z.array(
    z.object({
      id: z.uuid(), locationId: z.uuid(), fromBucket: z.string(), toBucket: z.string(), causeKind: z.string(), causeId: z.string(),
      /** The number of the document, or why. */
      reason: z.string(),
      actor: z.string(), occurredAt: z.iso.datetime(),
    }),
  ),
}).meta({ id: 'SerialLife' });
export type SerialLifeAnswer = z.infer<typeof SerialLifeAnswer>;
