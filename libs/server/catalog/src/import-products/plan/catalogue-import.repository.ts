import { Injectable } from '@nestjs/common';
import { newId, type Tx } from '@oneshelf/platform';
import { sql } from 'kysely';
import type { ProductDraft } from '../import-model';
import { slug } from '../validate/text-values';
import type { ProductDecision } from './decide-product';
import type { ExistingCatalogue, ExistingProduct, ExistingVariant } from './existing-catalogue';

type Written = Extract<ProductDecision, { kind: 'new' | 'changed' }>;

/** A variant as it stands after the write. */
export interface WrittenVariant {
  id: string;
  isNew: boolean;
  priceMinor: number | null;
  stockMilli: number | null;
  stockLocation: string | undefined;
}

/** Reads and writes the catalogue's tables a batch at a time: a handful of statements for 500 products. */
@Injectable()
export class CatalogueImportRepository {
  async loadExisting(tx: Tx, batch: ProductDraft[]): Promise<ExistingCatalogue> {
    const variants = batch.flatMap((product) => product.variants);
    const skus = variants.map(({ sku }) => sku);
    const barcodes = variants.flatMap(({ barcode }) => barcode ?? []);
    const known = await sql<ExistingVariant>`
      SELECT id, product_id AS "productId", sku, title, option_values AS "optionValues", cost_minor AS "costMinor", weight_grams AS "weightGrams", image_url AS "imageUrl", contents_milli AS "contentsMilli", contents_unit AS "contentsUnit"
      FROM variant WHERE sku = ANY(${skus}::text[])`.execute(tx);
    const products = await sql<ExistingProduct>`
      SELECT id, handle, title, option_names AS "optionNames", content_hash AS "contentHash" FROM product
      WHERE handle = ANY(${batch.map(({ handle }) => handle)}::text[]) OR id = ANY(${known.rows.map(({ productId }) => productId)}::uuid[])`.execute(tx);
    const bearers = await sql<{ code: string; sku: string }>`
      SELECT barcode.code, variant.sku FROM barcode JOIN variant ON variant.id = barcode.variant_id WHERE barcode.code = ANY(${barcodes}::text[])`.execute(tx);
    return {
      productsById: new Map(products.rows.map((product) => [product.id, product])),
      productsByHandle: new Map(products.rows.map((product) => [product.handle, product])),
      variantsBySku: new Map(known.rows.map((variant) => [variant.sku, variant])),
      skuByBarcode: new Map(bearers.rows.map(({ code, sku }) => [code, sku])),
    };
  }

  /** Writes new and changed products with their variants; gives what became of each decision's variants, in order. */
  async write(tx: Tx, decisions: Written[], currency: string): Promise<WrittenVariant[][]> {
    const placed = decisions.map((decision) => ({ decision, productId: decision.productId ?? newId(), variantIds: decision.variants.map(({ id }) => id ?? newId()) }));
    await this.writeProducts(tx, placed.map(({ decision, productId }) => productRow(decision, productId)));
    await this.writeVariants(tx, placed.flatMap(({ decision, productId, variantIds }) => decision.variants.map(({ draft, kind }, position) => ({
      id: variantIds[position], product_id: productId, is_new: kind === 'new', sku: draft.sku, title: draft.title, option_values: draft.optionValues,
      cost_minor: draft.costMinor, cost_currency: draft.costMinor === undefined ? undefined : currency, weight_grams: draft.weightGrams, position, image_url: draft.imageUrl,
      contents_milli: draft.contents?.quantityMilli, contents_unit: draft.contents?.unit,
    }))));
    await this.writeBarcodes(tx, placed.flatMap(({ decision, variantIds }) => decision.variants.flatMap(({ draft }, index) => (draft.barcode === null ? [] : [{ code: draft.barcode, variant_id: variantIds[index] }]))));
    await this.writeCollections(tx, placed.flatMap(({ decision, productId }) => decision.draft.collections.map((title) => ({ id: newId(), handle: slug(title), title, product_id: productId }))));
    return placed.map(({ decision, variantIds }) => decision.variants.map(({ draft, kind }, index) => ({
      id: variantIds[index] ?? '', isNew: kind === 'new', priceMinor: decision.pricesChanged ? draft.priceMinor : null, stockMilli: draft.stockMilli, stockLocation: draft.stockLocation,
    })));
  }

  /** Fields that the file has no column for are null here: a new product takes the default, a known one keeps its own. */
  private async writeProducts(tx: Tx, rows: object[]): Promise<void> {
    const record = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id uuid, is_new bool, handle text, title text, description text, brand text,
      department text, category text, tax_class text, status text, option_names text[], image_url text, attributes jsonb, content_hash text)`;
    await sql`
      INSERT INTO product (id, handle, title, description, brand, department, category, tax_class, status, option_names, image_url, attributes, content_hash)
      SELECT id, handle, title, coalesce(description, ''), coalesce(brand, ''), coalesce(department, ''), coalesce(category, ''), coalesce(tax_class, 'standard'),
        coalesce(status, 'active'), option_names, image_url, coalesce(jsonb_strip_nulls(attributes), '{}'), content_hash FROM ${record} WHERE is_new`.execute(tx);
    await sql`
      UPDATE product p SET title = r.title, description = coalesce(r.description, p.description), brand = coalesce(r.brand, p.brand),
        department = coalesce(r.department, p.department), category = coalesce(r.category, p.category), tax_class = coalesce(r.tax_class, p.tax_class),
        status = coalesce(r.status, p.status), option_names = r.option_names, image_url = coalesce(r.image_url, p.image_url), attributes = jsonb_strip_nulls(p.attributes || coalesce(r.attributes, '{}')), content_hash = r.content_hash, updated_at = now()
      FROM ${record} WHERE p.id = r.id AND NOT r.is_new`.execute(tx);
  }

  private async writeVariants(tx: Tx, rows: object[]): Promise<void> {
    const record = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id uuid, product_id uuid, is_new bool, sku text, title text, option_values text[],
      cost_minor int8, cost_currency text, weight_grams int4, position int4, image_url text, contents_milli int8, contents_unit text)`;
    await sql`
      INSERT INTO variant (id, product_id, sku, title, option_values, cost_minor, cost_currency, weight_grams, position, image_url, contents_milli, contents_unit)
      SELECT id, product_id, sku, title, option_values, cost_minor, cost_currency, weight_grams, position, image_url, contents_milli, contents_unit FROM ${record} WHERE is_new`.execute(tx);
    await sql`
      UPDATE variant v SET title = r.title, option_values = r.option_values, cost_minor = coalesce(r.cost_minor, v.cost_minor), cost_currency = coalesce(r.cost_currency, v.cost_currency),
        weight_grams = coalesce(r.weight_grams, v.weight_grams), position = r.position, image_url = coalesce(r.image_url, v.image_url),
        contents_milli = coalesce(r.contents_milli, v.contents_milli), contents_unit = coalesce(r.contents_unit, v.contents_unit), updated_at = now()
      FROM ${record} WHERE v.id = r.id AND NOT r.is_new`.execute(tx);
  }

  private async writeBarcodes(tx: Tx, rows: object[]): Promise<void> {
    if (rows.length === 0) return;
    await sql`
      INSERT INTO barcode (code, variant_id) SELECT code, variant_id FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(code text, variant_id uuid)
      ON CONFLICT (code) DO NOTHING`.execute(tx);
  }

  /** Collections are made on first sight; a membership is added, never taken away. */
  private async writeCollections(tx: Tx, rows: object[]): Promise<void> {
    if (rows.length === 0) return;
    const record = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id uuid, handle text, title text, product_id uuid)`;
    await sql`INSERT INTO collection (id, handle, title) SELECT DISTINCT ON (handle) id, handle, title FROM ${record} ON CONFLICT (handle) DO NOTHING`.execute(tx);
    await sql`
      INSERT INTO collection_product (collection_id, product_id) SELECT DISTINCT c.id, r.product_id FROM ${record} JOIN collection c USING (handle)
      ON CONFLICT DO NOTHING`.execute(tx);
  }
}

function productRow({ draft, kind, contentHash }: Written, id: string): object {
  const { handle, title, description, brand, department, category, status, optionNames } = draft;
  return {
    id, is_new: kind === 'new', handle, title, description, brand, department, category, status, tax_class: draft.taxClass, option_names: optionNames,
    image_url: draft.imageUrl, attributes: draft.attributes, content_hash: contentHash,
  };
}
