import { Inject, Injectable } from '@nestjs/common';
import type { KindOfGoods, QuantityUnit, TrackedBy } from '@oneshelf/contracts';
import { type Database, DATABASE } from '@oneshelf/platform';
import { sql } from 'kysely';

export interface FoundVariant {
  id: string;
  productId: string;
  sku: string;
  title: string;
  variantTitle: string;
  kind: KindOfGoods;
  unit: QuantityUnit;
}

export interface FindVariantsInput {
  /** Part of a product's title or of a SKU, or a whole barcode; empty: all. */
  search?: string;
  /** Only of this department. */
  department?: string | undefined;
  /** Only these. */
  ids?: string[] | undefined;
  /** The last SKU of the page before. */
  afterSku?: string;
  limit: number;
}

/** Variants by SKU order, for screens of other modules that show their own numbers beside them. */
@Injectable()
export class FindVariantsQuery {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  async run({ search = '', department, ids, afterSku, limit }: FindVariantsInput): Promise<FoundVariant[]> {
    let query = this.rows().orderBy('variant.sku').limit(limit);
    if (afterSku !== undefined) query = query.where('variant.sku', '>', afterSku);
    if (department !== undefined && department !== '') query = query.where('product.department', '=', department);
    if (ids !== undefined) query = query.where(sql<boolean>`variant.id = ANY(${ids}::uuid[])`);
    if (search !== '') {
      const part = `%${search.replaceAll(/[\\%_]/g, '\\$&')}%`;
      query = query.where(({ eb, or, exists, selectFrom }) =>
        or([
          eb('variant.sku', 'ilike', part),
          eb('product.title', 'ilike', part),
          exists(selectFrom('barcode').select(sql`1`.as('one')).whereRef('barcode.variant_id', '=', 'variant.id').where('barcode.code', '=', search)),
        ]),
      );
    }
    return query.execute();
  }

  async byId(id: string): Promise<(FoundVariant & { trackedBy: TrackedBy }) | undefined> {
    const row = await this.rows().select('variant.tracked_by as trackedBy').where('variant.id', '=', id).executeTakeFirst();
    return row && { ...row, trackedBy: row.trackedBy as TrackedBy };
  }

  private rows() {
    return this.database
      .selectFrom('variant')
      .innerJoin('product', 'product.id', 'variant.product_id')
      .select(['variant.id', 'variant.product_id as productId', 'variant.sku', 'product.title', 'variant.title as variantTitle', 'variant.kind', 'variant.unit'])
      .$narrowType<{ kind: KindOfGoods; unit: QuantityUnit }>();
  }
}
