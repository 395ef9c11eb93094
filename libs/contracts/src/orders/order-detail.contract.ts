import * as z from 'zod';
import { QuoteContract } from '../pos-sync/quote.contract';
import { AddressSchema, FulfilmentKindSchema, OrderDisplayStatusSchema } from './order-status.contract';
import { QuantityUnit } from '../catalog/quantity-unit.contract';

const SoldComponent = z.object({ sku: z.string(), title: z.string(), quantityMilli: z.int() });

export const OrderLineViewSchema = z
  .object({
    id: z.uuid(),
    line: z.int(),
    variantId: z.uuid(),
    sku: z.string(),
    title: z.string(),
    unit: QuantityUnit.optional(),
    /** What its one piece weighed, in thousandths of a kilogram: then the price is of a kilogram. */
    weightMilli: z.int().optional(),
    /** orderedMilli = cancelledMilli + openMilli + fulfilledMilli */
    orderedMilli: z.int(),
    cancelledMilli: z.int(),
    openMilli: z.int(),
    fulfilledMilli: z.int(),
    returnedMilli: z.int(),
    listUnitMinor: z.int(),
    discountMinor: z.int(),
    taxMinor: z.int(),
    totalMinor: z.int(),
    /** Which pieces went with it, where they are told apart. */
    serialNumbers: z.array(z.string()),
    /** Of a bundle: what it was made of when it was sold, in one piece of it. */
    components: z.array(SoldComponent).optional(),
    taxRateBasisPoints: z.int(),
  })
  .meta({ id: 'OrderLineView' });
export type OrderLineView = z.infer<typeof OrderLineViewSchema>;

/** One location of the routing's trace, the chosen first; screens make sentences of it with explainRoute of @oneshelf/domain-routing. */
export const RouteVerdictSchema = z
  .object({
    locationId: z.string(),
    code: z.string(),
    verdict: z.enum(['chosen', 'rejected']),
    because: z.enum([
      'pickup_store', 'nearest_with_all', 'fewest_splits', 'most_of_the_rest', 'cannot_ship', 'cannot_pickup', 'not_the_pickup_store',
      'has_nothing', 'has_only_part', 'farther', 'not_needed', 'could_not_find',
    ]),
    distanceKm: z.number().nullable(),
  })
  .meta({ id: 'RouteVerdict' });
export type RouteVerdict = z.infer<typeof RouteVerdictSchema>;

/** What routing did beside its plan: the plan's units were gone when it came to take them, so the part stays where checkout reserved it. */
export const RoutingNoteSchema = z.object({ code: z.enum(['served_where_reserved']), details: z.object({ planned: z.array(z.string()) }) }).meta({ id: 'RoutingNote' });
export type RoutingNote = z.infer<typeof RoutingNoteSchema>;

/** A fulfilment order: the lines that one location hands over or ships together. */
export const OrderPartSchema = z
  .object({
    id: z.uuid(),
    kind: z.enum(['pickup', 'ship']),
    status: z.enum(['to_pick', 'picking', 'ready', 'handed_over', 'shipped', 'cancelled']),
    locationId: z.uuid(),
    locationName: z.string(),
    shelf: z.string().nullable(),
    /** Sentences of the routing: why this location. */
    because: z.array(z.string()),
    /** The trace behind the sentences, for a reader of another language. */
    routing: z.array(RouteVerdictSchema).optional(),
    routingNotes: z.array(RoutingNoteSchema).optional(),
    tracking: z.object({ carrier: z.string(), trackingNumber: z.string() }).nullable(),
    dueAt: z.iso.datetime(),
    readyAt: z.iso.datetime().nullable(),
    completedAt: z.iso.datetime().nullable(),
    lines: z.array(z.object({ id: z.uuid(), orderLineId: z.uuid(), sku: z.string(), title: z.string(), quantityMilli: z.int(), pickedMilli: z.int(), shortMilli: z.int(), /** Of a bundle: what it was made of when it was sold, in one piece of it. */ components: z.array(SoldComponent).optional() })),
  })
  .meta({ id: 'OrderPart' });
export type OrderPart = z.infer<typeof OrderPartSchema>;

export const OrderPaymentSchema = z
  .object({
    id: z.uuid(),
    kind: z.enum(['card_online', 'card_present', 'cash', 'external']),
    status: z.enum(['pending', 'requires_action', 'authorised', 'captured', 'cancelled', 'failed']),
    /** "Visa ··1881", or null. */
    cardLabel: z.string().nullable(),
    amountMinor: z.int(),
    authorisedMinor: z.int(),
    capturedMinor: z.int(),
    refundedMinor: z.int(),
    failure: z.string().nullable(),
    refunds: z.array(z.object({ id: z.uuid(), amountMinor: z.int(), status: z.enum(['pending', 'succeeded', 'failed']), failure: z.string().nullable(), createdAt: z.iso.datetime() })),
  })
  .meta({ id: 'OrderPayment' });
export type OrderPayment = z.infer<typeof OrderPaymentSchema>;

export const OrderReturnViewSchema = z
  .object({
    id: z.uuid(),
    number: z.string(),
    locationId: z.uuid(),
    locationName: z.string(),
    status: z.enum(['received', 'refunded']),
    refundMinor: z.int(),
    receivedAt: z.iso.datetime(),
    lines: z.array(z.object({ orderLineId: z.uuid(), sku: z.string(), quantityMilli: z.int(), reason: z.string(), disposition: z.string(), refundMinor: z.int() })),
  })
  .meta({ id: 'OrderReturnView' });
export type OrderReturnView = z.infer<typeof OrderReturnViewSchema>;

/** One thing that happened. Screens translate `kind` and fill in `data`; an unknown kind is shown as it is. */
export const OrderEventViewSchema = z
  .object({
    id: z.uuid(),
    /** placed | payment_authorised | payment_declined | routed | re_routed | picked | units_unavailable | recount_asked | ready | code_refused | handed_over | shipped | payment_captured | cancelled | returned | refunded | … */
    kind: z.string(),
    actor: z.string(),
    data: z.record(z.string(), z.unknown()),
    occurredAt: z.iso.datetime(),
  })
  .meta({ id: 'OrderEventView' });
export type OrderEventView = z.infer<typeof OrderEventViewSchema>;

/** GET /api/orders/:id */
export const OrderDetailSchema = z
  .object({
    id: z.uuid(),
    number: z.string(),
    channelCode: z.string(),
    channelName: z.string(),
    fulfilmentKind: FulfilmentKindSchema,
    status: z.enum(['pending_payment', 'placed', 'cancelled']),
    displayStatus: OrderDisplayStatusSchema,
    externalId: z.string().nullable(),
    pickupLocationId: z.uuid().nullable(),
    soldAtLocationId: z.uuid().nullable(),
    customer: z.object({ id: z.uuid().nullable(), name: z.string(), email: z.string().nullable() }),
    shippingAddress: AddressSchema.nullable(),
    currency: z.string(),
    listMinor: z.int(),
    discountMinor: z.int(),
    taxMinor: z.int(),
    totalMinor: z.int(),
    /** Captured less refunded. */
    paidMinor: z.int(),
    /** Authorised, not yet captured. */
    onHoldMinor: z.int(),
    refundedMinor: z.int(),
    bookVersion: z.string(),
    placedAt: z.iso.datetime(),
    lines: z.array(OrderLineViewSchema),
    /** As it was sold, never priced again; its lines stand in the order of `lines`. Left out where the channel set the price. */
    quote: QuoteContract.optional(),
    discounts: z.array(z.object({ promotionId: z.string(), name: z.string(), amountMinor: z.int() })),
    parts: z.array(OrderPartSchema),
    payments: z.array(OrderPaymentSchema),
    returns: z.array(OrderReturnViewSchema),
    /** Newest first. */
    timeline: z.array(OrderEventViewSchema),
    /** What may be done now. */
    actions: z.array(z.enum(['cancel', 'ship', 'return'])),
  })
  .meta({ id: 'OrderDetail' });
export type OrderDetail = z.infer<typeof OrderDetailSchema>;

/** POST /api/orders/:id/cancel → 200 with the OrderDetail. Refusals: not_found 404, already_cancelled 409, already_fulfilled 409. */
export const CancelOrderRequestSchema = z.object({ reason: z.string().trim().min(1).max(500) }).meta({ id: 'CancelOrderRequest' });
export type CancelOrderRequest = z.infer<typeof CancelOrderRequestSchema>;
