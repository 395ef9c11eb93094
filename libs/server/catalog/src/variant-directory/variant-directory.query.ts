import { Inject, Injectable } from '@nestjs/common';
import type { Contents, KindOfGoods, QuantityUnit, TrackedBy } from '@oneshelf/contracts';
import { type Database, DATABASE } from '@oneshelf/platform';
import { sql } from 'kysely';

/** What other modules may know of a variant. Costs are in `costCurrency`; `costMinor` is of what its price is of. */
export interface VariantFacts {
  id: string;
  productId: string;
  sku: string;
  /** The product's title. */
  title: string;
  /** "Navy / M"; empty for a product of one variant. */
  variantTitle: string;
  barcodes: string[];
  taxClass: string;
  department: string;
  costMinor: number | null;
  /** Of what a quantity of 1000 is in stock: of a piece, where price and cost are of a kilogram. */
  stockCostMinor: number | null;
  costCurrency: string | null;
  /** What is in it, in thousandths of the unit; null: not said. */
  contents: Contents | null;
  kind: KindOfGoods;
  trackedBy: TrackedBy;
  /** What a quantity of 1000 is. */
  unit: QuantityUnit;
  /** What a piece usually weighs, where it is counted and each is priced by its weight; null: it is not. */
  usualWeightGrams: number | null;
  /** Active only when both product and variant are. */
  status: 'draft' | 'active' | 'archived';
}

/** Variants by id or SKU, one statement a call. What is not there is not in the answer. */
@Injectable()
export class VariantDirectory {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  async byIds(ids: string[]): Promise<Map<string, VariantFacts>> {
    if (ids.length === 0) return new Map();
    const { rows } = await sql<VariantFacts>`${select} WHERE v.id = ANY(${ids}::uuid[])`.execute(this.database);
    return new Map(rows.map((row) => [row.id, row]));
  }

  async bySkus(skus: string[]): Promise<Map<string, VariantFacts>> {
    if (skus.length === 0) return new Map();
    const { rows } = await sql<VariantFacts>`${select} WHERE v.sku = ANY(${skus}::text[])`.execute(this.database);
    return new Map(rows.map((row) => [row.sku, row]));
  }

  /** By what a person types or scans: an SKU or a barcode; a twelve-digit code is also the EAN with a zero before it. */
  async byCodes(codes: string[]): Promise<Map<string, VariantFacts>> {
    if (codes.length === 0) return new Map();
    const { rows } = await sql<VariantFacts & { code: string }>`
      SELECT DISTINCT ON (asked.code) asked.code, found.* FROM unnest(${codes}::text[]) AS asked (code)
      JOIN LATERAL (
        SELECT v.id FROM variant v WHERE v.sku = asked.code
        UNION ALL SELECT b.variant_id FROM barcode b WHERE b.code IN (asked.code, '0' || asked.code, regexp_replace(asked.code, '^0', ''))
      ) named ON true JOIN (${select}) found ON found.id = named.id`.execute(this.database);
    return new Map(rows.map(({ code, ...facts }) => [code, facts]));
  }

  /** The first level of the product hierarchy, by name. */
  async departments(): Promise<string[]> {
    const rows = await this.database.selectFrom('product').select('department').distinct().where('department', '<>', '').orderBy('department').execute();
    return rows.map((row) => row.department);
  }

  /** Titles of products by id. */
  async titlesOfProducts(productIds: string[]): Promise<Map<string, string>> {
    if (productIds.length === 0) return new Map();
    const rows = await this.database.selectFrom('product').select(['id', 'title']).where('id', 'in', productIds).execute();
    return new Map(rows.map(({ id, title }) => [id, title]));
  }

  /** The department of each, for reports that sum their own numbers by it: lighter than all the facts. */
  async departmentsOf(ids: string[]): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    const { rows } = await sql<{ id: string; department: string }>`
      SELECT v.id, p.department FROM variant v JOIN product p ON p.id = v.product_id WHERE v.id = ANY(${ids}::uuid[])`.execute(this.database);
    return new Map(rows.map((row) => [row.id, row.department]));
  }

  /** The unit of each variant that is not counted in pieces, or of these; who is not in the answer is. */
  async measured(ids?: string[]): Promise<Map<string, QuantityUnit>> {
    const { rows } = await sql<{ id: string; unit: QuantityUnit }>`SELECT id, unit FROM variant WHERE unit <> 'piece' ${ids ? sql`AND id = ANY(${ids}::uuid[])` : sql``}`.execute(this.database);
    return new Map(rows.map(({ id, unit }) => [id, unit]));
  }

  /** What one piece of each weighs; null: nobody said. */
  async weightsOf(ids: string[]): Promise<Map<string, number | null>> {
    if (ids.length === 0) return new Map();
    const rows = await this.database.selectFrom('variant').select(['id', 'weight_grams']).where('id', 'in', ids).execute();
    return new Map(rows.map((row) => [row.id, row.weight_grams]));
  }

  /** Of these, what is priced once it lies on the scale. */
  async weighedAtCounter(ids: string[]): Promise<Set<string>> {
    const { rows } = await sql<{ id: string }>`SELECT id FROM variant WHERE id = ANY(${ids}::uuid[]) AND is_catch_weight`.execute(this.database);
    return new Set(rows.map(({ id }) => id));
  }

  /** Everything that can be sold, in the order of a list: title, then position. */
  async active(): Promise<VariantFacts[]> {
    const { rows } = await sql<VariantFacts>`${select} WHERE p.status = 'active' AND v.status = 'active' ORDER BY p.title, p.id, v.position`.execute(this.database);
    return rows;
  }

  /** The place of each variant, sold or not, in the order of a list. As one text: rows of their own would take long where there are a hundred thousand. */
  async places(): Promise<Map<string, number>> {
    const { rows } = await sql<{ ids: string | null }>`SELECT string_agg(v.id::text, ',' ORDER BY p.title, p.id, v.position) AS ids FROM variant v JOIN product p ON p.id = v.product_id`.execute(this.database);
    return new Map((rows[0]?.ids ?? '').split(',').map((id, place) => [id, place]));
  }
}

const select = sql`
  SELECT v.id, v.product_id AS "productId", v.sku, p.title, v.title AS "variantTitle", p.tax_class AS "taxClass", p.department, v.cost_minor AS "costMinor",
    v.cost_currency AS "costCurrency", CASE WHEN p.status = 'active' THEN v.status ELSE p.status END AS status,
    CASE WHEN v.contents_milli IS NULL THEN NULL ELSE jsonb_build_object('quantityMilli', v.contents_milli, 'unit', v.contents_unit) END AS contents,
    v.kind, v.tracked_by AS "trackedBy", v.unit, CASE WHEN v.is_catch_weight THEN coalesce(v.weight_grams, 0) END AS "usualWeightGrams",
    CASE WHEN v.is_catch_weight THEN round(v.cost_minor * coalesce(v.weight_grams, 0) / 1000.0)::int8 ELSE v.cost_minor END AS "stockCostMinor",
    coalesce((SELECT array_agg(b.code ORDER BY b.code) FROM barcode b WHERE b.variant_id = v.id), '{}') AS barcodes
  FROM variant v JOIN product p ON p.id = v.product_id`;
