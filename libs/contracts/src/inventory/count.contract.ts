import * as z from 'zod';
import { QuantityUnit } from '../catalog/quantity-unit.contract';
import { SerialText } from './piece.contract';

const milli = z.int();

export const CountStatus = z.enum(['open', 'recount', 'review', 'posted', 'cancelled']).meta({ id: 'CountStatus' });

/** POST /api/stock/counts: what to count, by department, by bins, by SKUs, or all that the location carries. */
export const PlanCountRequest = z
  .object({
    locationId: z.uuid(),
    title: z.string().trim().min(1).max(100),
    departments: z.array(z.string().trim().min(1).max(100)).max(50).optional(),
    /** Only what has its home in these bins of the place, from one to the other in code order; both alike: one bin. An aisle alone is all of it. */
    bins: z.object({ from: z.string().trim().min(1).max(20), to: z.string().trim().min(1).max(20) }).optional(),
    /** SKUs or barcodes. */
    codes: z.array(z.string().trim().min(1).max(64)).max(5000).optional(),
    /** live: each product as of its scan, while the place goes on selling; freeze: all as of now. */
    mode: z.enum(['live', 'freeze']),
    recountUnitsMilli: z.int().min(1).max(1_000_000_000).optional(),
    recountValueMinor: z.int().min(1).max(1_000_000_000).optional(),
  })
  .meta({ id: 'PlanCountRequest' });
export type PlanCountRequest = z.infer<typeof PlanCountRequest>;

const CountHead = z.object({
  id: z.uuid(),
  number: z.string(),
  locationId: z.uuid(),
  title: z.string(),
  status: CountStatus,
  source: z.enum(['planned', 'short_pick']),
  mode: z.enum(['live', 'freeze']),
  frozenAt: z.iso.datetime().nullable(),
  plannedBy: z.string(),
  createdAt: z.iso.datetime(),
  postedBy: z.string().nullable(),
  postedAt: z.iso.datetime().nullable(),
  lineCount: z.int(),
  /** Products that somebody has scanned, or said that there are none. */
  countedCount: z.int(),
  /** Products to count again. */
  recountCount: z.int(),
  /** When it was posted: right numbers of counted ones. */
  rightLines: z.int().nullable(),
  countedLines: z.int().nullable(),
  accuracyBasisPoints: z.int().nullable(),
  varianceMilli: milli.nullable(),
  varianceValueMinor: z.int().nullable(),
});

/** GET /api/stock/counts */
export const CountListQuery = z.object({ status: CountStatus.or(z.enum(['running'])).optional(), locationId: z.uuid().optional(), cursor: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(100).default(50) });
export type CountListQuery = z.infer<typeof CountListQuery>;
export const CountListAnswer = z.object({ items: z.array(CountHead), nextCursor: z.string().nullable() }).meta({ id: 'CountList' });
export type CountListAnswer = z.infer<typeof CountListAnswer>;

/**
 * GET /api/stock/counts/:id. Blind until its review: expected numbers and variances are null before it. A product that
 * nobody has counted has no counted number.
 */
export const CountAnswer = CountHead.extend({
  /** How much of it a person may post alone; above, another role does. */
  recountUnitsMilli: milli,
  recountValueMinor: z.int(),
  lines: z.array(
    z.object({
      id: z.uuid(), variantId: z.uuid(), sku: z.string(), title: z.string(), variantTitle: z.string(), department: z.string(), unit: QuantityUnit,
      planned: z.boolean(), round: z.int(), countedMilli: milli.nullable(), firstCountMilli: milli.nullable(), expectedMilli: milli.nullable(), varianceMilli: milli.nullable(), varianceMinor: z.int().nullable(),
      countedAt: z.iso.datetime().nullable(), counters: z.array(z.string()), reason: z.string().nullable(),
      /** Pieces that moved between the scan and now: sales go on. */
      movedSinceMilli: milli.nullable(),
    }),
  ),
}).meta({ id: 'Count' });
export type CountAnswer = z.infer<typeof CountAnswer>;

/** POST /api/stock/counts/:id/close: this round is done. What nobody scanned is none there, or is left as it was. */
export const CloseCountRequest = z.object({ notScanned: z.enum(['none_there', 'leave']), staffName: z.string().trim().min(1).max(100).optional() }).meta({ id: 'CloseCountRequest' });
export type CloseCountRequest = z.infer<typeof CloseCountRequest>;

/** POST /api/stock/counts/:id/post */
export const PostCountRequest = z.object({ reasons: z.array(z.object({ lineId: z.uuid(), reason: z.string().trim().min(1).max(200) })).max(5000).optional() }).meta({ id: 'PostCountRequest' });
export type PostCountRequest = z.infer<typeof PostCountRequest>;

/** GET /api/stock/counts/accuracy: the share of right numbers by location and month (C-28), of posted counts. */
export const CountAccuracyAnswer = z
  .object({
    targetBasisPoints: z.int(),
    items: z.array(z.object({ locationId: z.uuid(), month: z.string(), counts: z.int(), countedLines: z.int(), rightLines: z.int(), accuracyBasisPoints: z.int() })),
  })
  .meta({ id: 'CountAccuracy' });
export type CountAccuracyAnswer = z.infer<typeof CountAccuracyAnswer>;

/** GET /api/pos/counts: what is to count here. No expected number is on the wire. */
export const TillCountsAnswer = z
  .object({
    items: z.array(
      z.object({
        id: z.uuid(), number: z.string(), title: z.string(), status: CountStatus, mode: z.enum(['live', 'freeze']), round: z.int(),
        /** Products to count in this round; `countedMilli` is what everybody has found so far, null where nobody has looked. `firstCounters` may not count it again. */
        lines: z.array(z.object({ variantId: z.uuid(), countedMilli: milli.nullable(), firstCounterIds: z.array(z.string()),
          /** Pieces that were scanned in this round, where pieces are told apart. */
          serials: z.array(z.string()) })),
      }),
    ),
  })
  .meta({ id: 'TillCounts' });
export type TillCountsAnswer = z.infer<typeof TillCountsAnswer>;

/** One look at a shelf: pieces of one product. Below zero takes back. The till makes the id: sent twice it counts once. */
export const CountScan = z.object({
  id: z.uuid(), countId: z.uuid(), variantId: z.uuid(), round: z.int().min(1).max(2),
  quantityMilli: milli.min(-1_000_000_000).max(1_000_000_000).refine((quantity) => quantity !== 0, 'is zero: send how many there are more or fewer'),
  personId: z.string().min(1).max(64), personName: z.string().trim().min(1).max(100), scannedAt: z.iso.datetime(),
  /** The piece; the quantity is then one, or less one to take it back. */
  serialNumber: SerialText.optional(),
}).refine(({ serialNumber, quantityMilli }) => serialNumber === undefined || Math.abs(quantityMilli) === 1000, { path: ['quantityMilli'], message: 'is one piece where it has a serial number' });
export type CountScan = z.infer<typeof CountScan>;

/** POST /api/pos/count-scans */
export const TakeCountScansRequest = z.object({ scans: z.array(CountScan).min(1).max(500) }).meta({ id: 'TakeCountScansRequest' });
export type TakeCountScansRequest = z.infer<typeof TakeCountScansRequest>;

/** What became of each scan. A refused one is kept on the till and shown. */
export const TakeCountScansAnswer = z
  .object({ results: z.array(z.object({ id: z.uuid(), outcome: z.enum(['taken', 'count_closed', 'unknown_count', 'unknown_product', 'bundle', 'same_person', 'not_to_recount', 'counted_already']) })) })
  .meta({ id: 'TakeCountScansAnswer' });
export type TakeCountScansAnswer = z.infer<typeof TakeCountScansAnswer>;
