import { Injectable } from '@nestjs/common';
import type { OrderRowsRead, ReadOrderRows } from '@oneshelf/contracts';
import { orderQuantity } from '@oneshelf/domain-purchasing';
import { VariantDirectory, type VariantFacts } from '@oneshelf/server-catalog';
import { SupplierRepository, type SupplierProduct } from '../supplier.repository';

/** What rows of a spreadsheet are at a supplier: product, pack, cost, and the quantity that they would take. */
@Injectable()
export class ReadOrderRowsQuery {
  constructor(
    private readonly suppliers: SupplierRepository,
    private readonly variants: VariantDirectory,
  ) {}

  /** Null: there is no such supplier. */
  async run({ supplierId, rows }: ReadOrderRows): Promise<OrderRowsRead | null> {
    const supplier = await this.suppliers.find(supplierId);
    if (!supplier) return null;
    const variants = await this.variants.bySkus([...new Set(rows.map((row) => row.sku))]);
    const theirs = new Map((await this.suppliers.products(supplierId, [...variants.values()].map((variant) => variant.id))).map((product) => [product.variantId, product]));
    return {
      rows: rows.map(({ sku, quantityMilli }) => {
        const variant = variants.get(sku);
        const product = variant && theirs.get(variant.id);
        const rule = product ?? guessOf(variant, supplier.currency);
        const { quantityMilli: ordered, raisedBy } = orderQuantity(quantityMilli, rule);
        return {
          sku, problem: problemOf(variant), variantId: variant?.id ?? null, title: variant?.title ?? '', variantTitle: variant?.variantTitle ?? '', unit: variant?.unit ?? 'piece',
          supplierCode: rule.supplierCode, isTheirs: product !== undefined, quantityMilli: ordered, raisedBy, packMilli: rule.packMilli, minimumMilli: rule.minimumMilli, unitCostMinor: rule.unitCostMinor,
        };
      }),
    };
  }
}

function problemOf(variant: VariantFacts | undefined): OrderRowsRead['rows'][number]['problem'] {
  if (!variant) return 'unknown_sku';
  if (variant.kind === 'bundle') return 'bundle';
  return variant.status === 'archived' ? 'not_active' : null;
}

/** Of a product that the supplier was not known to sell: by the piece, at the catalogue's cost where it is in their currency. */
const guessOf = (variant: VariantFacts | undefined, currency: string): Omit<SupplierProduct, 'variantId' | 'leadTimeDays'> => ({
  supplierCode: '', packMilli: 1000, minimumMilli: 0, unitCostMinor: variant?.costCurrency === currency ? (variant.stockCostMinor ?? 0) : 0,
});
