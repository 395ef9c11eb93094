import { Injectable } from '@nestjs/common';
import { Contents, type KindOfGoods, type ProductDetail, type ProductStatus, type QuantityUnit, type TrackedBy } from '@oneshelf/contracts';
import { PrismaReads } from '@oneshelf/platform';

/** One product with its variants, barcodes and collections. */
@Injectable()
export class ShowProductQuery {
  constructor(private readonly prisma: PrismaReads) {}

  async run(id: string): Promise<ProductDetail | undefined> {
    const product = await this.prisma.product.findUnique({
      where: { id },
      include: { variants: { orderBy: [{ position: 'asc' }, { sku: 'asc' }], include: { barcodes: { orderBy: { code: 'asc' } } } } },
    });
    if (!product) return undefined;
    const memberships = await this.prisma.collection_product.findMany({ where: { product_id: id }, select: { collection_id: true } });
    const collections = await this.prisma.collection.findMany({ where: { id: { in: memberships.map((membership) => membership.collection_id) } }, orderBy: { title: 'asc' } });
    return {
      id: product.id, handle: product.handle, title: product.title, description: product.description, brand: product.brand, department: product.department,
      category: product.category, taxClass: product.tax_class, status: product.status as ProductStatus, optionNames: product.option_names, imageUrl: product.image_url,
      updatedAt: product.updated_at.toISOString(), collections, attributes: attributesOf(product.attributes),
      variants: product.variants.map((variant) => ({
        id: variant.id, sku: variant.sku, title: variant.title, optionValues: variant.option_values, barcodes: variant.barcodes.map(({ code }) => code),
        costMinor: variant.cost_minor === null ? null : Number(variant.cost_minor), costCurrency: variant.cost_currency, weightGrams: variant.weight_grams, contents: contentsOf(variant),
        status: variant.status as ProductStatus, imageUrl: variant.image_url, kind: variant.kind as KindOfGoods, trackedBy: variant.tracked_by as TrackedBy, unit: variant.unit as QuantityUnit, isCatchWeight: variant.is_catch_weight,
      })),
    };
  }
}

const contentsOf = ({ contents_milli: milli, contents_unit: unit }: { contents_milli: bigint | null; contents_unit: string | null }): Contents | null =>
  milli === null ? null : Contents.parse({ quantityMilli: Number(milli), unit });

/** Texts and lists of texts, by name. */
function attributesOf(given: unknown): ProductDetail['attributes'] {
  const entries = given !== null && typeof given === 'object' ? Object.entries(given) : [];
  return entries.flatMap(([name, value]) => {
    const values = [value].flat().filter((one): one is string => typeof one === 'string' && one !== '');
    return values.length === 0 ? [] : [{ name, values }];
  }).sort((a, b) => (a.name < b.name ? -1 : 1));
}
