import type { PurchaseOrderStatus } from '@oneshelf/domain-purchasing';

/** An order to a supplier as the commands see it. Quantities are thousandths, amounts minor units of `currency`. */
export interface PurchaseOrder {
  id: string;
  number: string;
  marketCode: string;
  supplierId: string;
  locationId: string;
  currency: string;
  rateMillionths: number;
  status: PurchaseOrderStatus;
  expectedOn: string | null;
  note: string;
  version: number;
  lines: PurchaseOrderLine[];
}

export interface PurchaseOrderLine {
  id: string;
  variantId: string;
  supplierCode: string;
  orderedMilli: number;
  packMilli: number;
  unitCostMinor: number;
  expectedOn: string | null;
  receivedMilli: number;
  damagedMilli: number;
  checkedMilli: number;
  closedMilli: number;
}

/** Still to come. */
export const openMilli = (line: Pick<PurchaseOrderLine, 'orderedMilli' | 'receivedMilli' | 'closedMilli'>): number => Math.max(0, line.orderedMilli - line.receivedMilli - line.closedMilli);

/** Somebody changed the order since its reader looked: what they do now may not be what they would do then. */
export type OrderChanged = { kind: 'order_changed'; message: string; version: number };

export const orderChanged = (version: number): OrderChanged => ({ kind: 'order_changed', version, message: 'Somebody changed this order or received goods of it meanwhile. Nothing was saved. Look at it again, then repeat what still holds.' });
