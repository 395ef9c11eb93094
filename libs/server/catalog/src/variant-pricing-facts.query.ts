import { Inject, Injectable } from '@nestjs/common';
import { type Database, DATABASE } from '@oneshelf/platform';
import { sql } from 'kysely';

const MAX_AGE_MS = 1000;

/** What pricing must know of each variant: its tax class and the collections it is in. */
@Injectable()
export class VariantPricingFacts {
  private known: { at: number; revision: Promise<string> } | null = null;

  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** Changes whenever a product or a collection changes; at most a second old. */
  revision(): Promise<string> {
    const now = Date.now();
    if (!this.known || now - this.known.at > MAX_AGE_MS) {
      const revision = this.readRevision();
      this.known = { at: now, revision };
      revision.catch(() => { this.known = null; });
    }
    return this.known.revision;
  }

  /** By variant id. */
  async all(): Promise<Record<string, { taxClass: string; collectionIds: string[] }>> {
    const { rows } = await sql<{ id: string; tax_class: string; collection_ids: string[] | null }>`
      SELECT v.id, p.tax_class, c.collection_ids
      FROM variant v JOIN product p ON p.id = v.product_id
      LEFT JOIN (SELECT product_id, array_agg(collection_id::text ORDER BY collection_id) AS collection_ids FROM collection_product GROUP BY product_id) c
        ON c.product_id = p.id`.execute(this.database);
    return Object.fromEntries(rows.map((row) => [row.id, { taxClass: row.tax_class, collectionIds: row.collection_ids ?? [] }]));
  }

  /** What a price is compared with, by variant id: cost in its currency, and tax class. Also what is no longer sold. */
  async costs(): Promise<Map<string, { taxClass: string; costMinor: number | null; costCurrency: string | null }>> {
    const { rows } = await sql<{ id: string; taxClass: string; costMinor: number | null; costCurrency: string | null }>`
      SELECT v.id, p.tax_class AS "taxClass", v.cost_minor AS "costMinor", v.cost_currency AS "costCurrency"
      FROM variant v JOIN product p ON p.id = v.product_id`.execute(this.database);
    return new Map(rows.map(({ id, ...facts }) => [id, facts]));
  }

  private async readRevision(): Promise<string> {
    const { rows } = await sql<{ revision: string }>`
      SELECT (SELECT count(*) || '/' || coalesce(extract(epoch FROM max(updated_at)), 0) FROM product)
        || '/' || (SELECT count(*) FROM variant) || '/' || (SELECT count(*) FROM collection_product) AS revision`.execute(this.database);
    return rows[0]?.revision ?? '';
  }
}
