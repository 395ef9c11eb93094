import { Inject, Injectable } from '@nestjs/common';
import type { PurchaseOrderLine } from '@oneshelf/contracts';
import { supplierAmount } from '@oneshelf/domain-purchasing';
import { type Database, DATABASE } from '@oneshelf/platform';
import { VariantDirectory } from '@oneshelf/server-catalog';

/** Lines of orders with their products, by order. */
@Injectable()
export class OrderLinesQuery {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly variants: VariantDirectory,
  ) {}

  async of(orderIds: string[]): Promise<Map<string, PurchaseOrderLine[]>> {
    if (orderIds.length === 0) return new Map();
    const rows = await this.database.selectFrom('purchase_order_line').selectAll().where('order_id', 'in', orderIds).orderBy('position').execute();
    const variants = await this.variants.byIds([...new Set(rows.map((row) => row.variant_id))]);
    const lines = new Map<string, PurchaseOrderLine[]>(orderIds.map((id) => [id, []]));
    for (const row of rows) {
      const variant = variants.get(row.variant_id);
      lines.get(row.order_id)?.push({
        id: row.id, variantId: row.variant_id, sku: variant?.sku ?? '', title: variant?.title ?? '', variantTitle: variant?.variantTitle ?? '', barcodes: variant?.barcodes ?? [], supplierCode: row.supplier_code,
        orderedMilli: row.ordered_milli, packMilli: row.pack_milli, unitCostMinor: row.unit_cost_minor, totalMinor: supplierAmount(row.unit_cost_minor, row.ordered_milli), expectedOn: row.expected_on as unknown as string | null,
        receivedMilli: row.received_milli, damagedMilli: row.damaged_milli, checkedMilli: row.checked_milli, closedMilli: row.closed_milli,
        openMilli: Math.max(0, row.ordered_milli - row.received_milli - row.closed_milli), overMilli: Math.max(0, row.received_milli - row.ordered_milli),
        trackedBy: variant?.trackedBy ?? 'none', usualWeightGrams: variant?.usualWeightGrams ?? null, unit: variant?.unit ?? 'piece',
      });
    }
    return lines;
  }
}
