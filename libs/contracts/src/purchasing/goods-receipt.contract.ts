import * as z from 'zod';
import { TracedUnits } from '../inventory/traced-units.contract';
import { PurchaseOrderDetail, PurchaseOrderLine } from './purchase-order.contract';

const milli = z.int().min(0).max(1_000_000_000);

const CountedLine = z.object({
  lineId: z.uuid(), goodMilli: milli, checkedMilli: milli, damagedMilli: milli,
  /** Of catch weight: what all that was counted weighs, in thousandths of a kilogram. */
  weightMilli: z.int().min(1).max(1_000_000_000).optional(),
  /**
   * Of products that are told apart. By lot: the lots of all that was counted, shared over good, to check and damaged in this
   * order. By serial: each piece, in the state that it came in.
   */
  traced: z.array(TracedUnits.extend({ state: z.enum(['good', 'checked', 'damaged']).optional() })).max(1_000).optional(),
});

/**
 * POST /api/purchase-orders/:id/receipts: goods came. `receiptId` is made by who receives: sent twice it applies once. `version` is
 * the order that was counted against: when somebody else received meanwhile, nothing is applied and both see what came.
 * Refusals: unknown_order 404, not_allowed_here 403, order_changed 409, order_not_open 409, nothing_received 422, unknown_line 422,
 * quantity_out_of_range 422, over_limit 422, weight_missing 422, weight_not_asked 422, lots_not_right 422, receipt_id_reused 409, serials_required 422, serial_unreadable 422,
 * serial_twice 422, serial_elsewhere 409.
 */
export const ReceiveGoods = z
  .object({
    receiptId: z.uuid(), version: z.int().min(1), isFinal: z.boolean(), note: z.string().trim().max(500), lines: z.array(CountedLine).max(500),
    /** What stood there and is on no line: set aside, for the office to decide. */
    unexpected: z.array(z.object({ code: z.string().trim().min(1).max(100), quantityMilli: z.int().min(1).max(1_000_000_000) })).max(100),
  })
  .meta({ id: 'ReceiveGoods' });
export type ReceiveGoods = z.infer<typeof ReceiveGoods>;

export const GoodsReceived = z.object({ receiptId: z.uuid(), applied: z.boolean(), order: PurchaseOrderDetail }).meta({ id: 'GoodsReceived' });
export type GoodsReceived = z.infer<typeof GoodsReceived>;

/**
 * POST /api/goods-receipts/:id/landed-costs: what it cost to get a receipt here, in the market's currency, also long after.
 * Refusals: unknown_receipt 404, not_allowed_here 403, no_basis 422, landed_cost_exists 409.
 */
export const AddLandedCost = z
  .object({ id: z.uuid(), kind: z.enum(['freight', 'duty', 'other']), basis: z.enum(['value', 'quantity', 'weight']), amountMinor: z.int().min(1).max(1_000_000_000), note: z.string().trim().max(200) })
  .meta({ id: 'AddLandedCost' });
export type AddLandedCost = z.infer<typeof AddLandedCost>;

/** What a till shows of an order: no costs. */
const TillOrder = z.object({
  id: z.uuid(), number: z.string(), supplierName: z.string(), expectedOn: z.iso.date().nullable(), isOverdue: z.boolean(), version: z.int(), status: z.enum(['sent', 'partly_received']),
  lines: z.array(PurchaseOrderLine.pick({ id: true, variantId: true, sku: true, title: true, variantTitle: true, barcodes: true, supplierCode: true, packMilli: true, orderedMilli: true, receivedMilli: true, openMilli: true, trackedBy: true, usualWeightGrams: true })),
});
export const TillPurchaseOrder = TillOrder.meta({ id: 'TillPurchaseOrder' });
export type TillPurchaseOrder = z.infer<typeof TillPurchaseOrder>;

/** GET /api/pos/purchase-orders: what this store waits for, first expected first; at most 100. */
export const TillPurchaseOrders = z.object({ items: z.array(TillPurchaseOrder) }).meta({ id: 'TillPurchaseOrders' });
export type TillPurchaseOrders = z.infer<typeof TillPurchaseOrders>;

/** POST /api/pos/purchase-orders/:id/receipts: as at the office, by a person of this till's store. Refusals besides: unknown_person 403. */
export const TillReceiveGoods = ReceiveGoods.extend({ staffId: z.uuid() }).meta({ id: 'TillReceiveGoods' });
export type TillReceiveGoods = z.infer<typeof TillReceiveGoods>;

/** `order` null: all of it is here, or given up. */
export const TillGoodsReceived = z.object({ receiptId: z.uuid(), applied: z.boolean(), order: TillPurchaseOrder.nullable() }).meta({ id: 'TillGoodsReceived' });
export type TillGoodsReceived = z.infer<typeof TillGoodsReceived>;

/** GET /api/stock/:variantId/received-weight: of all receipts that were weighed. `averageMilli`: of a piece, in thousandths of a kilogram; null: none was weighed yet. */
export const ReceivedWeight = z
  .object({ /** Null: it is not priced by weight. */ usualWeightGrams: z.int().nullable(), quantityMilli: z.int(), weightMilli: z.int(), averageMilli: z.int().nullable() })
  .meta({ id: 'ReceivedWeight' });
export type ReceivedWeight = z.infer<typeof ReceivedWeight>;
