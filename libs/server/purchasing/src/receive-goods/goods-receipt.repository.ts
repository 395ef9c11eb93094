import { Injectable } from '@nestjs/common';
import type { Tx } from '@oneshelf/platform';
import type { PurchaseOrder } from '../purchase-order';
import type { ReceiveGoodsInput } from './receive-goods-input';
import type { ValuedLine } from './valued-line';

/** Receipts and their lines: written once, never changed but for what it cost to get them here. */
@Injectable()
export class GoodsReceiptRepository {
  /** Of what was sent under this id; null: nothing. The order's lock is held, so two of one id do not meet. */
  async hashOf(tx: Tx, receiptId: string): Promise<string | null> {
    const row = await tx.selectFrom('goods_receipt').select('input_hash').where('id', '=', receiptId).executeTakeFirst();
    return row?.input_hash ?? null;
  }

  async insert(tx: Tx, { goods, source, receivedBy, deviceId, now, order, inputHash, lines }: ReceiveGoodsInput & { order: PurchaseOrder; inputHash: string; lines: ValuedLine[] }): Promise<void> {
    await tx.insertInto('goods_receipt').values({
      id: goods.receiptId, order_id: order.id, location_id: order.locationId, is_final: goods.isFinal, source, received_by: receivedBy, device_id: deviceId, note: goods.note, input_hash: inputHash, received_at: now,
    }).execute();
    if (lines.length === 0) return;
    await tx.insertInto('goods_receipt_line').values(lines.map((line) => ({
      receipt_id: goods.receiptId, line_id: line.lineId, variant_id: line.variantId, good_milli: line.goodMilli, checked_milli: line.checkedMilli, damaged_milli: line.damagedMilli, weight_milli: line.weightMilli, value_minor: line.valueMinor,
    }))).execute();
  }
}
