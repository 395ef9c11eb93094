import * as z from 'zod';
import { TrackedBy } from '../catalog/product.contract';
import { QuantityUnit } from '../catalog/quantity-unit.contract';

const MOST_MINOR = 1_000_000_000;
/** A million pieces. */
const MOST_MILLI = 1_000_000_000;
export const MOST_ORDER_LINES = 500;
const milli = z.int();
const day = z.iso.date();

export const PurchaseOrderStatus = z.enum(['draft', 'sent', 'partly_received', 'received', 'closed_short', 'cancelled']).meta({ id: 'PurchaseOrderStatus' });
export type PurchaseOrderStatus = z.infer<typeof PurchaseOrderStatus>;

/** GET /api/purchase-orders: the newest first. `view` open: sent and not all came; overdue: open and should be here. */
export const PurchaseOrderListQuery = z.object({
  view: z.enum(['all', 'draft', 'open', 'overdue', 'done']).default('all'),
  supplier: z.uuid().optional(),
  location: z.uuid().optional(),
  /** Part of a number. */
  q: z.string().trim().max(50).optional(),
  cursor: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type PurchaseOrderListQuery = z.infer<typeof PurchaseOrderListQuery>;

const OrderHead = z.object({
  id: z.uuid(), number: z.string(), status: PurchaseOrderStatus, marketCode: z.string(),
  supplierId: z.uuid(), supplierName: z.string(), locationId: z.uuid(), locationName: z.string(),
  /** The supplier's currency, and what one unit of it is in the market's, in millionths. */
  currency: z.string(), marketCurrency: z.string(), rateMillionths: z.int(),
  expectedOn: day.nullable(), isOverdue: z.boolean(),
  totalMinor: z.int(), orderedMilli: milli, receivedMilli: milli, openMilli: milli,
  createdAt: z.iso.datetime(), createdBy: z.string(), sentAt: z.iso.datetime().nullable(),
});
export const PurchaseOrderHead = OrderHead.meta({ id: 'PurchaseOrderHead' });
export type PurchaseOrderHead = z.infer<typeof PurchaseOrderHead>;
export const PurchaseOrderListPage = z.object({ items: z.array(PurchaseOrderHead), nextCursor: z.string().nullable() }).meta({ id: 'PurchaseOrderListPage' });
export type PurchaseOrderListPage = z.infer<typeof PurchaseOrderListPage>;

/** Why the supplier would not take it as it stands. `lineId` is the variant's line; quantities in thousandths. */
export const PurchaseOrderProblem = z
  .object({ kind: z.enum(['no_lines', 'quantity_out_of_range', 'not_whole_packs', 'below_minimum', 'order_below_minimum']), lineId: z.uuid().optional(), packMilli: milli.optional(), minimumMilli: milli.optional(), nextMilli: milli.optional(), amountMinor: z.int().optional(), minimumMinor: z.int().optional() })
  .meta({ id: 'PurchaseOrderProblem' });
export type PurchaseOrderProblem = z.infer<typeof PurchaseOrderProblem>;

const Line = z.object({
  id: z.uuid(), variantId: z.uuid(), sku: z.string(), title: z.string(), variantTitle: z.string(), barcodes: z.array(z.string()), supplierCode: z.string(),
  orderedMilli: milli, packMilli: milli, unitCostMinor: z.int(), totalMinor: z.int(), expectedOn: day.nullable(),
  /** All that came; of it damaged and to be checked. */
  receivedMilli: milli, damagedMilli: milli, checkedMilli: milli,
  /** Given up; still to come; came beyond what was ordered. */
  closedMilli: milli, openMilli: milli, overMilli: milli,
  /** How its pieces are told apart: each receipt then says which came. */
  trackedBy: TrackedBy,
  unit: QuantityUnit,
  /** What a piece usually weighs, where each is sold by its weight: each receipt then says what all of it weighs. Null: it is not. */
  usualWeightGrams: z.int().nullable(),
});
export const PurchaseOrderLine = Line.meta({ id: 'PurchaseOrderLine' });
export type PurchaseOrderLine = z.infer<typeof PurchaseOrderLine>;

const Receipt = z.object({
  id: z.uuid(), isFinal: z.boolean(), source: z.enum(['office', 'till']), receivedBy: z.string(), note: z.string(), receivedAt: z.iso.datetime(),
  /** In the market's currency, without and with what it cost to get it here. */
  valueMinor: z.int(), landedMinor: z.int(),
  lines: z.array(z.object({ lineId: z.uuid(), goodMilli: milli, checkedMilli: milli, damagedMilli: milli, /** What all of it weighed, where each piece is sold by its weight. */ weightMilli: z.int().nullable(), valueMinor: z.int(), landedMinor: z.int() })),
  landedCosts: z.array(z.object({ id: z.uuid(), kind: z.enum(['freight', 'duty', 'other']), basis: z.enum(['value', 'quantity', 'weight']), amountMinor: z.int(), note: z.string(), actor: z.string(), recordedAt: z.iso.datetime() })),
});

/** GET /api/purchase-orders/:id */
export const PurchaseOrderDetail = OrderHead.extend({
  /** Grows with each change; a command says which one it saw. */
  version: z.int(), note: z.string(), supplierEmail: z.string().nullable(), minimumOrderMinor: z.int(),
  lines: z.array(PurchaseOrderLine), problems: z.array(PurchaseOrderProblem), receipts: z.array(Receipt),
  history: z.array(z.object({ number: z.int(), kind: z.string(), actor: z.string(), details: z.record(z.string(), z.unknown()), occurredAt: z.iso.datetime() })),
}).meta({ id: 'PurchaseOrderDetail' });
export type PurchaseOrderDetail = z.infer<typeof PurchaseOrderDetail>;

const quantityMilli = z.int().min(1).max(MOST_MILLI);

/**
 * PUT /api/purchase-orders/:id: makes a draft (version 0, id of the sender), or changes an order that is still open.
 * `lines` are all that it then has, one a product; what has come for cannot go. Refusals: order_changed 409, unknown_supplier 404,
 * unknown_location 404, not_allowed_here 403, unknown_variant 422, line_twice 422, order_not_open 409, below_received 422, fixed_once_sent 409, rate_required 422.
 */
export const PutPurchaseOrder = z
  .object({
    version: z.int().min(0), supplierId: z.uuid(), locationId: z.uuid(),
    expectedOn: day.nullable(), note: z.string().trim().max(1000), rateMillionths: z.int().min(1).max(1_000_000_000_000),
    lines: z.array(z.object({ variantId: z.uuid(), quantityMilli, unitCostMinor: z.int().min(0).max(MOST_MINOR), packMilli: z.int().min(1).max(MOST_MILLI), supplierCode: z.string().trim().max(60), expectedOn: day.nullable() })).max(MOST_ORDER_LINES),
  })
  .meta({ id: 'PutPurchaseOrder' });
export type PutPurchaseOrder = z.infer<typeof PutPurchaseOrder>;

/** POST /api/purchase-orders/:id/send, /cancel, /close (what is open will not come). Refusals: order_changed 409, transition_refused 409, order_problems 422. */
export const PurchaseOrderSeen = z.object({ version: z.int().min(1) }).meta({ id: 'PurchaseOrderSeen' });
export type PurchaseOrderSeen = z.infer<typeof PurchaseOrderSeen>;

/** POST /api/purchase-orders/rows: what rows of a spreadsheet are at a supplier. Each row says what is wrong with it. */
export const ReadOrderRows = z.object({ supplierId: z.uuid(), rows: z.array(z.object({ sku: z.string().trim().min(1).max(200), quantityMilli })).min(1).max(MOST_ORDER_LINES) }).meta({ id: 'ReadOrderRows' });
export type ReadOrderRows = z.infer<typeof ReadOrderRows>;
export const OrderRowsRead = z
  .object({
    rows: z.array(z.object({
      sku: z.string(), problem: z.enum(['unknown_sku', 'bundle', 'not_active']).nullable(), variantId: z.uuid().nullable(), title: z.string(), variantTitle: z.string(), unit: QuantityUnit, supplierCode: z.string(),
      /** False: this supplier was not known to sell it; pack and cost are guesses. */
      isTheirs: z.boolean(), quantityMilli: milli, raisedBy: z.enum(['minimum', 'pack']).nullable(), packMilli: milli, minimumMilli: milli, unitCostMinor: z.int(),
    })),
  })
  .meta({ id: 'OrderRowsRead' });
export type OrderRowsRead = z.infer<typeof OrderRowsRead>;
