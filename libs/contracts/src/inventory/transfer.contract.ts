import * as z from 'zod';
import { QuantityUnit } from '../catalog/quantity-unit.contract';
import { SerialText } from './piece.contract';

const milli = z.int();
const units = z.int().min(0).max(1_000_000_000);

export const TransferStatus = z.enum(['requested', 'approved', 'shipped', 'received', 'cancelled']).meta({ id: 'TransferStatus' });

/** GET /api/stock/transfers, newest first. `difference`: only those whose difference nobody has looked at. */
export const TransferListQuery = z.object({
  status: TransferStatus.or(z.enum(['open', 'difference'])).optional(),
  locationId: z.uuid().optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type TransferListQuery = z.infer<typeof TransferListQuery>;

const TransferHead = z.object({
  id: z.uuid(),
  /** What people say: "TR-4F09AC". */
  number: z.string(),
  status: TransferStatus,
  fromLocationId: z.uuid(),
  toLocationId: z.uuid(),
  fromName: z.string(),
  toName: z.string(),
  note: z.string(),
  requestedBy: z.string(),
  approvedBy: z.string().nullable(),
  shippedBy: z.string().nullable(),
  createdAt: z.iso.datetime(),
  expectedAt: z.iso.datetime().nullable(),
  shippedAt: z.iso.datetime().nullable(),
  closedAt: z.iso.datetime().nullable(),
  differenceSeenBy: z.string().nullable(),
  lineCount: z.int(),
  requestedMilli: milli,
  shippedMilli: milli,
  /** On the road now. */
  inTransitMilli: milli,
  missingMilli: milli,
  surplusMilli: milli,
});

export const TransferListAnswer = z.object({ items: z.array(TransferHead), nextCursor: z.string().nullable() }).meta({ id: 'TransferList' });
export type TransferListAnswer = z.infer<typeof TransferListAnswer>;

/** GET /api/stock/transfers/:id */
export const TransferAnswer = TransferHead.extend({
  lines: z.array(
    z.object({
      id: z.uuid(), variantId: z.uuid(), sku: z.string(), title: z.string(), variantTitle: z.string(), barcodes: z.array(z.string()), unit: QuantityUnit,
      requestedMilli: milli, shippedMilli: milli, receivedMilli: milli, damagedMilli: milli, missingMilli: milli, surplusMilli: milli, inTransitMilli: milli,
      /** For sale at the sender now. */
      availableMilli: milli,
      bySerial: z.boolean(),
      /** Pieces of it that are on the road. */
      serialsOnRoad: z.array(z.string()),
      /** Pieces that go without a serial, because nobody wrote theirs down: at the sender, and once sent on the road. */
      unnamedMilli: milli,
    }),
  ),
}).meta({ id: 'Transfer' });
export type TransferAnswer = z.infer<typeof TransferAnswer>;

/** The open transfers from and to the till's store. GET /api/pos/transfers */
export const TillTransfersAnswer = z.object({ items: z.array(TransferAnswer) }).meta({ id: 'TillTransfers' });
export type TillTransfersAnswer = z.infer<typeof TillTransfersAnswer>;

/** POST /api/stock/transfers. With `approve` it needs no other yes, where the sender's role allows it. */
export const RequestTransferRequest = z
  .object({
    fromLocationId: z.uuid(),
    toLocationId: z.uuid(),
    note: z.string().trim().max(500).optional(),
    expectedAt: z.iso.datetime().optional(),
    approve: z.boolean().optional(),
    lines: z.array(z.object({ variantId: z.uuid(), quantityMilli: units.positive() })).min(1).max(500),
  })
  .meta({ id: 'RequestTransferRequest' });
export type RequestTransferRequest = z.infer<typeof RequestTransferRequest>;

/**
 * POST /api/stock/transfers/:id/ship. No lines: everything that was asked for. A line that is not named stays here. Of products
 * that are told apart by serials the pieces that leave are named, all but `unnamedMilli`; the receipt names those that came.
 */
export const ShipTransferRequest = z
  .object({ lines: z.array(z.object({ lineId: z.uuid(), quantityMilli: units, serials: z.array(SerialText).max(1_000).optional() })).max(500).optional(), staffName: z.string().trim().min(1).max(100).optional() })
  .meta({ id: 'ShipTransferRequest' });
export type ShipTransferRequest = z.infer<typeof ShipTransferRequest>;

/** POST /api/stock/transfers/:id/receipts: what was in the boxes, and what will not come any more. */
export const ReceiveTransferRequest = z
  .object({
    lines: z.array(z.object({ lineId: z.uuid(), receivedMilli: units, damagedMilli: units.optional(), missingMilli: units.optional(), surplusMilli: units.optional(), serials: z.array(SerialText).max(1_000).optional(), damagedSerials: z.array(SerialText).max(1_000).optional() })).min(1).max(500),
    staffName: z.string().trim().min(1).max(100).optional(),
  })
  .meta({ id: 'ReceiveTransferRequest' });
export type ReceiveTransferRequest = z.infer<typeof ReceiveTransferRequest>;
