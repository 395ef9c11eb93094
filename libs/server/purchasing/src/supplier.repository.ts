import { Inject, Injectable } from '@nestjs/common';
import type { PutSupplier, PutSupplierProducts } from '@oneshelf/contracts';
import { type Database, DATABASE, type Tx } from '@oneshelf/platform';
import { sql } from 'kysely';

export interface SupplierRecord extends PutSupplier {
  id: string;
}

export interface SupplierProduct {
  variantId: string;
  supplierCode: string;
  unitCostMinor: number;
  packMilli: number;
  minimumMilli: number;
  leadTimeDays: number | null;
}

/** Suppliers and what they sell us. */
@Injectable()
export class SupplierRepository {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  async find(id: string, tx?: Tx): Promise<SupplierRecord | null> {
    const row = await (tx ?? this.database).selectFrom('supplier').selectAll().where('id', '=', id).$if(tx !== undefined, (query) => query.forUpdate()).executeTakeFirst();
    if (!row) return null;
    return {
      id: row.id, code: row.code, name: row.name, currency: row.currency, locale: row.locale as 'en' | 'de', email: row.email, phone: row.phone, contact: row.contact, address: row.address,
      leadTimeDays: row.lead_time_days, minimumOrderMinor: row.minimum_order_minor, note: row.note, active: row.active, version: row.version,
    };
  }

  async isCodeTaken(tx: Tx, code: string, id: string): Promise<boolean> {
    return (await tx.selectFrom('supplier').select('id').where('code', '=', code).where('id', '<>', id).executeTakeFirst()) !== undefined;
  }

  /** Orders that are made in the supplier's currency and not done. */
  async openOrders(tx: Tx, id: string): Promise<number> {
    const { count } = await tx.selectFrom('purchase_order').select((of) => of.fn.countAll<number>().as('count')).where('supplier_id', '=', id).where('status', 'in', ['draft', 'sent', 'partly_received']).executeTakeFirstOrThrow();
    return Number(count);
  }

  async write(tx: Tx, { id, leadTimeDays, minimumOrderMinor, version, ...facts }: SupplierRecord): Promise<void> {
    const row = { ...facts, lead_time_days: leadTimeDays, minimum_order_minor: minimumOrderMinor };
    if (version === 0) await tx.insertInto('supplier').values({ id, ...row }).execute();
    else await tx.updateTable('supplier').set({ ...row, version: version + 1 }).where('id', '=', id).execute();
  }

  async products(supplierId: string, variantIds?: string[]): Promise<SupplierProduct[]> {
    const { rows } = await sql<SupplierProduct>`
      SELECT variant_id AS "variantId", supplier_code AS "supplierCode", unit_cost_minor AS "unitCostMinor", pack_milli AS "packMilli", minimum_milli AS "minimumMilli", lead_time_days AS "leadTimeDays"
      FROM supplier_product WHERE supplier_id = ${supplierId}::uuid ${variantIds ? sql`AND variant_id = ANY(${variantIds}::uuid[])` : sql``} LIMIT 2000`.execute(this.database);
    return rows;
  }

  async writeProducts(tx: Tx, supplierId: string, { write, remove }: PutSupplierProducts): Promise<void> {
    if (remove.length > 0) await tx.deleteFrom('supplier_product').where('supplier_id', '=', supplierId).where('variant_id', 'in', remove).execute();
    if (write.length === 0) return;
    await tx.insertInto('supplier_product').values(write.map((product) => ({
      supplier_id: supplierId, variant_id: product.variantId, supplier_code: product.supplierCode, unit_cost_minor: product.unitCostMinor, pack_milli: product.packMilli,
      minimum_milli: product.minimumMilli, lead_time_days: product.leadTimeDays,
    }))).onConflict((conflict) => conflict.columns(['supplier_id', 'variant_id']).doUpdateSet((row) => ({
      supplier_code: row.ref('excluded.supplier_code'), unit_cost_minor: row.ref('excluded.unit_cost_minor'), pack_milli: row.ref('excluded.pack_milli'),
      minimum_milli: row.ref('excluded.minimum_milli'), lead_time_days: row.ref('excluded.lead_time_days'),
    }))).execute();
  }
}
