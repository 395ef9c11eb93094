import { Inject, Injectable } from '@nestjs/common';
import type { Supplier, SupplierDetail, SupplierListPage, SupplierListQuery } from '@oneshelf/contracts';
import { type Database, DATABASE } from '@oneshelf/platform';
import { VariantDirectory } from '@oneshelf/server-catalog';
import { type RawBuilder, sql } from 'kysely';
import { SupplierRepository } from '../supplier.repository';

/** Suppliers for screens. */
@Injectable()
export class SuppliersQuery {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly suppliers: SupplierRepository,
    private readonly variants: VariantDirectory,
  ) {}

  async list({ q, cursor, limit }: SupplierListQuery): Promise<SupplierListPage> {
    const part = q ? `%${q.replaceAll(/[\\%_]/g, '\\$&')}%` : null;
    const after = cursor ? sql`(s.name, s.id) > (SELECT name, id FROM supplier WHERE id = ${cursor}::uuid)` : sql`true`;
    const rows = await this.rows(sql`(${part}::text IS NULL OR s.name ILIKE ${part} OR s.code ILIKE ${part}) AND ${after}`, limit + 1);
    return { items: rows.slice(0, limit), nextCursor: rows.length > limit ? (rows[limit - 1]?.id ?? null) : null };
  }

  async one(id: string): Promise<SupplierDetail | null> {
    const [supplier] = await this.rows(sql`s.id = ${id}::uuid`, 1);
    if (!supplier) return null;
    const products = await this.suppliers.products(id);
    const variants = await this.variants.byIds(products.map((product) => product.variantId));
    return {
      ...supplier,
      products: products.map((product) => ({ ...product, sku: variants.get(product.variantId)?.sku ?? '', title: variants.get(product.variantId)?.title ?? '', variantTitle: variants.get(product.variantId)?.variantTitle ?? '' })).sort((a, b) => a.sku.localeCompare(b.sku)),
    };
  }

  private async rows(where: RawBuilder<unknown>, limit: number): Promise<Supplier[]> {
    const { rows } = await sql<Supplier>`
      SELECT s.id, s.code, s.name, s.currency, s.locale, s.email, s.phone, s.contact, s.address, s.lead_time_days AS "leadTimeDays", s.minimum_order_minor AS "minimumOrderMinor", s.note, s.active, s.version,
        (SELECT count(*)::int FROM supplier_product p WHERE p.supplier_id = s.id) AS "productCount",
        (SELECT count(*)::int FROM purchase_order o WHERE o.supplier_id = s.id AND o.status IN ('draft', 'sent', 'partly_received')) AS "openOrderCount"
      FROM supplier s WHERE ${where} ORDER BY s.name, s.id LIMIT ${limit}`.execute(this.database);
    return rows;
  }
}
