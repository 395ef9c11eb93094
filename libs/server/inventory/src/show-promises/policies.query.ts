import { Inject, Injectable } from '@nestjs/common';
import type { StockPolicyListAnswer, StockPolicyListQuery } from '@oneshelf/contracts';
import { type Database, DATABASE } from '@oneshelf/platform';
import { FindVariantsQuery } from '@oneshelf/server-catalog';
import { sql } from 'kysely';

type Row = Omit<StockPolicyListAnswer['items'][number], 'sku' | 'title' | 'variantTitle'>;

/** Which products are sold before they are there, and how far. */
@Injectable()
export class PoliciesQuery {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly variants: FindVariantsQuery,
  ) {}

  /** A page of products by SKU, each with all that is said of it; the cursor is the last one's SKU. */
  async run({ cursor, limit }: StockPolicyListQuery): Promise<StockPolicyListAnswer> {
    const named = await sql<{ id: string }>`SELECT DISTINCT variant_id AS id FROM stock_policy`.execute(this.database);
    const found = await this.variants.run({ ids: named.rows.map(({ id }) => id), ...(cursor === undefined ? {} : { afterSku: cursor }), limit: limit + 1 });
    const page = found.slice(0, limit);
    const { rows } = await sql<Row>`
      SELECT variant_id AS "variantId", nullif(channel_code, '') AS "channelCode", kind, limit_milli AS "limitMilli", promised_milli AS "promisedMilli", available_on::text AS "availableOn"
      FROM stock_policy WHERE variant_id = ANY(${page.map(({ id }) => id)}::uuid[]) ORDER BY channel_code`.execute(this.database);
    return {
      items: page.flatMap(({ id, sku, title, variantTitle }) => rows.filter((row) => row.variantId === id).map((row) => ({ ...row, sku, title, variantTitle }))),
      nextCursor: found.length > limit ? (page.at(-1)?.sku ?? null) : null,
    };
  }
}
