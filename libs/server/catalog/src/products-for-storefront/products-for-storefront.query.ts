import { Inject, Injectable } from '@nestjs/common';
import type { Contents, QuantityUnit } from '@oneshelf/contracts';
import { type Database, DATABASE } from '@oneshelf/platform';
import { type RawBuilder, sql } from 'kysely';
import { decodeCursor, encodeCursor } from '../list-products/cursor';

export interface StorefrontProductFacts {
  id: string;
  handle: string;
  title: string;
  description: string;
  brand: string;
  department: string;
  imageUrl: string | null;
  optionNames: string[];
  /** Active ones only, in their order; without what is weighed at the counter (INV-154). */
  variants: { id: string; sku: string; title: string; optionValues: string[]; imageUrl: string | null; contents: Contents | null; unit: QuantityUnit }[];
}

export interface StorefrontPageInput {
  q?: string;
  /** Handle of a collection. */
  collection?: string;
  cursor?: string;
  limit: number;
}

/** Active products as a shop window shows them; prices and stock are added by those who know them. */
@Injectable()
export class ProductsForStorefront {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** The product, or undefined when none is active under this handle. */
  async byHandle(handle: string): Promise<StorefrontProductFacts | undefined> {
    return (await this.read(sql`p.handle = ${handle}`, 1))[0];
  }

  /** By title. A cursor that is none starts at the beginning. */
  async page({ q, collection, cursor, limit }: StorefrontPageInput): Promise<{ products: StorefrontProductFacts[]; nextCursor: string | null }> {
    const after = decodeCursor(cursor);
    const conditions = [
      q ? sql`(p.title ILIKE ${likeAnywhere(q)} OR EXISTS (SELECT 1 FROM variant s WHERE s.product_id = p.id AND s.sku ILIKE ${likeAnywhere(q)}))` : sql`true`,
      collection ? sql`EXISTS (SELECT 1 FROM collection_product cp JOIN collection c ON c.id = cp.collection_id WHERE cp.product_id = p.id AND c.handle = ${collection})` : sql`true`,
      after ? sql`(p.title, p.id) > (${after.title}, ${after.id}::uuid)` : sql`true`,
    ];
    const products = await this.read(sql.join(conditions, sql` AND `), limit + 1);
    const shown = products.slice(0, limit);
    const last = shown.at(-1);
    return { products: shown, nextCursor: products.length > limit && last ? encodeCursor(last) : null };
  }

  /** Those that hold an active product, by title. */
  async collections(): Promise<{ handle: string; title: string }[]> {
    const { rows } = await sql<{ handle: string; title: string }>`
      SELECT c.handle, c.title FROM collection c
      WHERE EXISTS (SELECT 1 FROM collection_product cp JOIN product p ON p.id = cp.product_id WHERE cp.collection_id = c.id AND p.status = 'active')
      ORDER BY c.title, c.id`.execute(this.database);
    return rows;
  }

  private async read(condition: RawBuilder<unknown>, limit: number): Promise<StorefrontProductFacts[]> {
    const { rows } = await sql<StorefrontProductFacts>`
      SELECT p.id, p.handle, p.title, p.description, p.brand, p.department, p.image_url AS "imageUrl", p.option_names AS "optionNames", v.variants
      FROM product p JOIN LATERAL (
        SELECT jsonb_agg(jsonb_build_object('id', id, 'sku', sku, 'title', title, 'optionValues', option_values, 'imageUrl', image_url, 'unit', unit,
          'contents', CASE WHEN contents_milli IS NULL THEN NULL ELSE jsonb_build_object('quantityMilli', contents_milli, 'unit', contents_unit) END) ORDER BY position, sku) AS variants
        FROM variant WHERE product_id = p.id AND status = 'active' AND NOT is_catch_weight
      ) v ON v.variants IS NOT NULL
      WHERE p.status = 'active' AND ${condition} ORDER BY p.title, p.id LIMIT ${limit}`.execute(this.database);
    return rows;
  }
}

/** A pattern that finds the text anywhere, with its own signs taken literally. */
const likeAnywhere = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
