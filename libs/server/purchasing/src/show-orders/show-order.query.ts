import { Inject, Injectable } from '@nestjs/common';
import type { PurchaseOrderDetail } from '@oneshelf/contracts';
import { type Database, DATABASE } from '@oneshelf/platform';
import { problemsOf } from '../move-order/problems-of';
import { SupplierRepository } from '../supplier.repository';
import { OrderHeadsQuery } from './order-heads.query';
import { OrderLinesQuery } from './order-lines.query';

/** One order with all that is known of it: lines, what the supplier would say to it, receipts, history. */
@Injectable()
export class ShowOrderQuery {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly heads: OrderHeadsQuery,
    private readonly orderLines: OrderLinesQuery,
    private readonly suppliers: SupplierRepository,
  ) {}

  async run(id: string, today: string): Promise<PurchaseOrderDetail | null> {
    const head = await this.heads.one(id, today);
    if (!head) return null;
    const lines = (await this.orderLines.of([id])).get(id) ?? [];
    const [supplier, products, receipts, history] = await Promise.all([
      this.suppliers.find(head.supplierId), this.suppliers.products(head.supplierId, lines.map((line) => line.variantId)), this.receipts(id),
      this.database.selectFrom('purchase_order_event').selectAll().where('order_id', '=', id).orderBy('number', 'desc').limit(500).execute(),
    ]);
    return {
      ...head, supplierEmail: supplier?.email ?? null, minimumOrderMinor: supplier?.minimumOrderMinor ?? 0, lines, receipts,
      problems: head.status === 'draft' ? problemsOf({ lines }, products, supplier?.minimumOrderMinor ?? 0) : [],
      history: history.map((event) => ({ number: event.number, kind: event.kind, actor: event.actor, details: event.details as Record<string, unknown>, occurredAt: event.occurred_at.toISOString() })),
    };
  }

  private async receipts(orderId: string): Promise<PurchaseOrderDetail['receipts']> {
    const receipts = await this.database.selectFrom('goods_receipt').selectAll().where('order_id', '=', orderId).orderBy('received_at', 'desc').limit(200).execute();
    const ids = receipts.map((receipt) => receipt.id);
    if (ids.length === 0) return [];
    const [lines, costs] = await Promise.all([
      this.database.selectFrom('goods_receipt_line').selectAll().where('receipt_id', 'in', ids).execute(),
      this.database.selectFrom('landed_cost').selectAll().where('receipt_id', 'in', ids).orderBy('recorded_at').execute(),
    ]);
    return receipts.map((receipt) => {
      const own = lines.filter((line) => line.receipt_id === receipt.id);
      return {
        id: receipt.id, isFinal: receipt.is_final, source: receipt.source as 'office' | 'till', receivedBy: receipt.received_by, note: receipt.note, receivedAt: receipt.received_at.toISOString(),
        valueMinor: own.reduce((sum, line) => sum + line.value_minor, 0), landedMinor: own.reduce((sum, line) => sum + line.landed_minor, 0),
        lines: own.map((line) => ({ lineId: line.line_id, goodMilli: line.good_milli, checkedMilli: line.checked_milli, damagedMilli: line.damaged_milli, weightMilli: line.weight_milli, valueMinor: line.value_minor, landedMinor: line.landed_minor })),
        landedCosts: costs.filter((cost) => cost.receipt_id === receipt.id).map((cost) => ({ id: cost.id, kind: cost.kind as 'freight', basis: cost.basis as 'value', amountMinor: cost.amount_minor, note: cost.note, actor: cost.actor, recordedAt: cost.recorded_at.toISOString() })),
      };
    });
  }
}
