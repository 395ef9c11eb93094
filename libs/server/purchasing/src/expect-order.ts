import { Injectable } from '@nestjs/common';
import type { Tx } from '@oneshelf/platform';
import { ExpectGoodsUseCase } from '@oneshelf/server-inventory/goods';
import { openMilli, type PurchaseOrder } from './purchase-order';

/** Says to stock what of an order is still to come, as the order stands now. */
@Injectable()
export class ExpectOrder {
  constructor(private readonly expectGoods: ExpectGoodsUseCase) {}

  /** A draft promises nothing, and of an order that is done nothing will come. Statements: 1. */
  async run(tx: Tx, order: PurchaseOrder): Promise<void> {
    const isComing = order.status === 'sent' || order.status === 'partly_received';
    const lines = isComing ? order.lines.filter((line) => openMilli(line) > 0) : [];
    await this.expectGoods.run(tx, {
      sourceKind: 'purchase_order', sourceId: order.id,
      lines: lines.flatMap((line) => {
        const expectedOn = line.expectedOn ?? order.expectedOn;
        return expectedOn === null ? [] : [{ variantId: line.variantId, locationId: order.locationId, quantityMilli: openMilli(line), expectedOn }];
      }),
    });
  }
}
