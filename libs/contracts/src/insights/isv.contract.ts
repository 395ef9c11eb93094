import * as z from 'zod';

const Milli = z.int();
const Count = z.int().nonnegative();

/** Why what a channel shows is not what is there. */
export const IsvCause = z.enum(['lag', 'failed_push', 'buffer', 'miscount', 'shrink']).meta({ id: 'IsvCause' });
export type IsvCause = z.infer<typeof IsvCause>;

/** The last 24 hours by the sample; a week by the hour; 30 and 90 days by the day. */
export const IsvPeriod = z.enum(['day', 'week', 'month', 'quarter']).meta({ id: 'IsvPeriod' });
export type IsvPeriod = z.infer<typeof IsvPeriod>;

/** They sum to the variance exactly. */
const Causes = z.object({ lagMilli: Milli, failedPushMilli: Milli, bufferMilli: Milli, miscountMilli: Milli, shrinkMilli: Milli });

/** Basis points: 250 is 2.5 %. From when on each is a task of today. */
export const IsvAlarmRule = z
  .strictObject({
    aboveBasisPoints: z.int().min(0).max(1_000_000),
    lagSeconds: z.int().min(1, 'A push takes at least one second').max(86_400, 'A day is the most'),
    cancelBasisPoints: z.int().min(0).max(10_000),
  })
  .meta({ id: 'IsvAlarmRule' });
export type IsvAlarmRule = z.infer<typeof IsvAlarmRule>;

/** PUT /api/isv/alarm-rule. `seen`: as its editor saw it; another is not overwritten (409 changed_meanwhile). */
export const SetIsvAlarmRule = z.strictObject({ rule: IsvAlarmRule, seen: IsvAlarmRule }).meta({ id: 'SetIsvAlarmRule' });
export type SetIsvAlarmRule = z.infer<typeof SetIsvAlarmRule>;

/** GET /api/isv. Without a channel or a place, all of them. */
export const IsvQuery = z.object({ period: IsvPeriod.default('day'), channel: z.string().max(50).optional(), location: z.uuid().optional(), cause: IsvCause.optional() });
export type IsvQuery = z.infer<typeof IsvQuery>;

const Sum = Causes.extend({ varianceMilli: Milli, physicalMilli: Milli, /** Null: something is shown and nothing is there. */ isvBasisPoints: z.int().nullable() });

/** One product on one channel over the period; a place where one was asked for. */
export const IsvWorst = Causes.extend({
  variantId: z.uuid(), sku: z.string(), title: z.string(), channelCode: z.string(), locationId: z.uuid().nullable(),
  /** What it differed by on the average of all samples, those that agreed as well. */
  varianceMilli: Milli,
  /** In how many of the samples of its channel it differed. */
  differedCount: Count, sampleCount: Count,
  /** Null: ∞ at least once. */
  worstBasisPoints: z.int().nullable(),
  cause: IsvCause.nullable(),
  lastAt: z.iso.datetime(),
}).meta({ id: 'IsvWorst' });
export type IsvWorst = z.infer<typeof IsvWorst>;

const Lag = z.object({ channelCode: z.string(), count: Count, p50Ms: z.int().nullable(), p95Ms: z.int().nullable(), refused: Count });
const CancelRate = z.object({ channelCode: z.string(), orders: Count, cancelled: Count, rateBasisPoints: z.int() });

export const IsvObservatory = z
  .object({
    at: z.iso.datetime(),
    /** When it was last measured; null: never. What of the asked channel and place did not agree then. */
    measuredAt: z.iso.datetime().nullable(),
    listingCount: Count, differingCount: Count, unboundedCount: Count,
    /** Of the newest sample, and of the whole period. */
    now: Sum, whole: Sum,
    points: z.array(Sum.extend({ at: z.iso.datetime(), unboundedCount: Count })),
    /** The worst fifty of `worstCount`. */
    worst: z.array(IsvWorst), worstCount: Count,
    /** Of the last seven days at most. */
    lags: z.array(Lag),
    /** Of 30 days. */
    cancels: z.array(CancelRate),
    cancelLimitBasisPoints: z.int(),
    rule: IsvAlarmRule,
    mayEdit: z.boolean(),
  })
  .meta({ id: 'IsvObservatory' });
export type IsvObservatory = z.infer<typeof IsvObservatory>;

/** GET /api/isv/variants/:variantId: one product number by number, as it is now, and how it went. Refusal: not_found 404. */
export const IsvVariantQuery = z.object({ channel: z.string().max(50).optional() });
export type IsvVariantQuery = z.infer<typeof IsvVariantQuery>;

const Views = Causes.extend({ eposMilli: Milli, amazonMilli: Milli, physicalMilli: Milli, countedMilli: Milli, shrunkMilli: Milli, totalMilli: Milli, isvBasisPoints: z.int().nullable() });

export const IsvVariant = z
  .object({
    variantId: z.uuid(), sku: z.string(), title: z.string(), measuredAt: z.iso.datetime().nullable(),
    /** Of a bundle: what its numbers are worked out from, in one piece of it. */
    components: z.array(z.object({ variantId: z.uuid(), sku: z.string(), title: z.string(), quantityMilli: z.int() })).optional(),
    channels: z.array(
      z.object({
        channelCode: z.string(), listingId: z.uuid(), channelSku: z.string(),
        acknowledgedUnits: z.int().nullable(), exposedUnits: z.int(), bufferMilli: Milli, push: z.enum(['failed', 'waiting', 'acknowledged']), failure: z.string().nullable(), cause: IsvCause.nullable(),
        whole: Views, places: z.array(Views.extend({ locationId: z.uuid(), /** Of a bundle: the component of which there is least. */ limitedBy: z.uuid().nullable().optional() })),
        pushes: z.array(z.object({ units: z.int().nullable(), failure: z.string().nullable(), wishedAt: z.iso.datetime(), answeredAt: z.iso.datetime() })),
        samples: z.array(Views.extend({ at: z.iso.datetime(), locationId: z.uuid().nullable(), isDay: z.boolean() })),
      }),
    ),
  })
  .meta({ id: 'IsvVariant' });
export type IsvVariant = z.infer<typeof IsvVariant>;

/** GET /api/isv/cancels: orders that we cancelled before they were fulfilled, of 30 days, the newest hundred. */
export const CancelledOrdersQuery = z.object({ channel: z.string().max(50).optional() });
export type CancelledOrdersQuery = z.infer<typeof CancelledOrdersQuery>;
export const CancelledOrdersAnswer = z
  .object({ items: z.array(z.object({ id: z.uuid(), number: z.string(), channelCode: z.string(), placedAt: z.iso.datetime(), cancelledAt: z.iso.datetime(), /** Empty: no place had the units. */ reason: z.string() })) })
  .meta({ id: 'CancelledOrders' });
export type CancelledOrdersAnswer = z.infer<typeof CancelledOrdersAnswer>;

/** POST /api/isv/measure: a sample now. */
export const MeasureIsvAnswer = z.object({ at: z.iso.datetime(), differing: Count }).meta({ id: 'MeasureIsv' });
export type MeasureIsvAnswer = z.infer<typeof MeasureIsvAnswer>;
